//! The names taken in a site, so that no file hides another.

use std::collections::HashMap;

use super::PublishError;
use crate::diag::say;

/// The names of files and folders taken so far, told apart as by a file system that ignores case.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<Box<str>, Node>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Folder,
    File(Box<str>),
}

impl Names {
    /// Takes a file's name and those of its folders; gives the folders nobody took before, outermost first.
    pub(super) fn take<'a>(&mut self, file: &'a str) -> Result<Vec<&'a str>, PublishError> {
        let folded = file.to_ascii_lowercase();
        if let Some(taken) = self.0.get(folded.as_str()) {
            return Err(match taken {
                Node::File(other) => same(file, other),
                Node::Folder => file_and_folder(file),
            });
        }
        let mut folders = Vec::new();
        let cuts = file.bytes().enumerate().rev();
        for (at, _) in cuts.filter(|(_, byte)| *byte == b'/') {
            match self.0.get(&folded[..at]) {
                Some(Node::Folder) => break,
                Some(Node::File(other)) => return Err(file_and_folder(other)),
                None => folders.push(&file[..at]),
            }
        }
        for folder in &folders {
            self.0.insert(folded[..folder.len()].into(), Node::Folder);
        }
        self.0.insert(folded.into(), Node::File(file.into()));
        folders.reverse();
        Ok(folders)
    }

    /// The number of files that took a name.
    pub(super) fn files(&self) -> usize {
        self.0
            .values()
            .filter(|node| **node != Node::Folder)
            .count()
    }
}

fn same(file: &str, other: &str) -> PublishError {
    PublishError::Collision(if file == other {
        say(
            format!("le fichier « {file} » est écrit deux fois"),
            format!("the file \"{file}\" is written twice"),
        )
    } else {
        let (a, b) = if file < other {
            (file, other)
        } else {
            (other, file)
        };
        say(
            format!("les fichiers « {a} » et « {b} » ne diffèrent que par les majuscules"),
            format!("the files \"{a}\" and \"{b}\" differ by case alone"),
        )
    })
}

fn file_and_folder(name: &str) -> PublishError {
    PublishError::Collision(say(
        format!("« {name} » est à la fois un fichier et un dossier"),
        format!("\"{name}\" is both a file and a folder"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_given_once() -> Result<(), PublishError> {
        let mut names = Names::default();
        assert_eq!(names.take("a/b/index.html")?, ["a", "a/b"]);
        assert_eq!(names.take("a/c/index.html")?, ["a/c"]);
        assert_eq!(names.take("a/index.html")?, [""; 0]);
        assert_eq!(names.take("robots.txt")?, [""; 0]);
        assert_eq!(names.files(), 4);
        Ok(())
    }

    #[test]
    fn twins_are_refused() -> Result<(), PublishError> {
        let mut names = Names::default();
        names.take("a/index.html")?;
        names.take("b")?;
        for twin in [
            "a/index.html",
            "a/Index.html",
            "A/index.html",
            "a",
            "A",
            "b/c",
            "B/c",
        ] {
            assert!(
                matches!(names.take(twin), Err(PublishError::Collision(_))),
                "{twin}"
            );
        }
        assert_eq!(names.files(), 2);
        Ok(())
    }
}
