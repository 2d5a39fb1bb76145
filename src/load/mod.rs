//! From sources to a catalogue: every record parsed, faults collected.
//!
//! Each file is read by itself, in parallel: what is wrong in one hides nothing of the others.
//! What records say of each other is the next stage's, `check`.

pub mod assets;
mod classify;
mod record;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, FileId, Report, Span, Spanned, say};
use crate::geo::communes;
use crate::model::vocabulary::builtin_numbers;
use crate::model::{EmergencyNumber, GuideConfig, Kind, Vocabulary};
use crate::source::{PerText, Sources};
use crate::text::yaml::{Decode, Decoder, Kind as NodeKind, Mention, Node, parse};

use classify::Found;

pub use classify::Class;
pub use record::Record;

/// Every record parsed, with what could not be.
#[derive(Debug)]
pub struct Catalogue {
    /// The site itself, where `guide.yml` is sound.
    pub config: Option<GuideConfig>,
    /// What could be read of `guide.yml`, sound or not: what its keys say of other files is checked all the same.
    pub written: Option<GuideConfig>,
    /// The vocabulary, with what the site adds.
    pub vocabulary: Arc<Vocabulary>,
    /// The emergency numbers, the gravest danger first.
    pub numbers: Vec<EmergencyNumber>,
    /// The records that could be read at least in part, by kind and slug.
    pub records: Vec<Arc<Record>>,
    /// Every id (`laep/x`) that a file stands for, sound or not, with its file.
    pub known: Arc<HashMap<Box<str>, FileId>>,
    /// Files that are neither records nor the guide's own: what records may name.
    pub assets: Vec<FileId>,
    /// What `guide.yml`, `numeros.yml` and the sound part of broken records name elsewhere.
    pub mentions: Vec<Spanned<Mention>>,
}

/// What was read of each record, kept as long as its file stays the same, and what follows from files' names alone.
#[derive(Debug, Default)]
pub struct Kept {
    records: PerText<record::Read>,
    /// None where nothing is to be kept.
    names: Option<Named>,
    vocabulary: Option<(Arc<str>, Arc<Vocabulary>)>,
}

/// What files are, by their names.
#[derive(Debug, Default, Clone)]
struct Named {
    /// The sources that have these names.
    sources: Sources,
    classes: Arc<Class>,
    known: Arc<HashMap<Box<str>, FileId>>,
    faults: Report,
}

impl Kept {
    /// Keeps from now on; by default nothing is kept.
    pub fn keeping() -> Kept {
        Kept {
            records: PerText::keeping(),
            names: Some(Named::default()),
            vocabulary: None,
        }
    }

    /// What files are; as it was where their names are.
    fn named(&mut self, sources: &Sources) -> Named {
        match &mut self.names {
            None => Named::new(sources),
            Some(named) => {
                if !sources.has_names_of(&named.sources) {
                    *named = Named::new(sources);
                }
                named.sources = sources.clone();
                named.clone()
            }
        }
    }

    /// The vocabulary with what the site adds; as it was where the site says the same.
    fn vocabulary(
        &mut self,
        sources: &Sources,
        file: Option<FileId>,
        report: &mut Report,
    ) -> Arc<Vocabulary> {
        let builtin = Vocabulary::builtin();
        let Some(file) = file else {
            return builtin;
        };
        let text = sources.shared_text(file);
        if let (Some((former, vocabulary)), Some(text)) = (&self.vocabulary, &text)
            && Arc::ptr_eq(former, text)
        {
            return Arc::clone(vocabulary);
        }
        let mut vocabulary = (*builtin).clone();
        let before = report.diagnostics().len();
        read_whole(sources, file, report, |node, decoder| {
            vocabulary.extend(node, decoder)
        });
        let vocabulary = Arc::new(vocabulary);
        // What is wrong with it is told each time.
        let is_sound = report.diagnostics().len() == before;
        self.vocabulary = text
            .filter(|_| is_sound && self.names.is_some())
            .map(|text| (text, Arc::clone(&vocabulary)));
        vocabulary
    }
}

impl Named {
    fn new(sources: &Sources) -> Named {
        let mut faults = Report::default();
        let classes = classify::classify(sources, &mut faults);
        let ids = classes.records.par_iter();
        let ids = ids.map(|found| (id(found.kind, &found.slug).into(), found.file));
        Named {
            sources: Sources::default(),
            known: Arc::new(ids.collect::<Vec<_>>().into_iter().collect()),
            classes: Arc::new(classes),
            faults,
        }
    }
}

/// Reads every record; tells every fault that a file has by itself.
pub fn load(sources: &Sources, report: &mut Report) -> Catalogue {
    load_again(sources, &mut Kept::default(), report)
}

/// Reads records as [`load`] does; files that stayed the same since the last time are not read again.
pub fn load_again(sources: &Sources, kept: &mut Kept, report: &mut Report) -> Catalogue {
    let unreadable: HashSet<FileId> = report
        .diagnostics()
        .iter()
        .map(|diagnostic| diagnostic.span.file)
        .collect();
    // The tables of places are unpacked beside: checks ask for them next.
    rayon::spawn(|| {
        communes();
    });
    let Named {
        classes,
        known,
        faults,
        ..
    } = kept.named(sources);
    report.extend(faults);
    let vocabulary = kept.vocabulary(sources, classes.vocabulary, report);
    let mut mentions = Vec::new();
    let mut written = None;
    let mut is_sound = false;
    if let Some(file) = classes.guide.filter(|file| !unreadable.contains(file)) {
        mentions = read_whole(sources, file, report, |node, decoder| {
            written = GuideConfig::decode(node, decoder);
            is_sound = !has_errors(decoder);
        });
    }
    let config = written.clone().filter(|_| is_sound);
    if classes.guide.is_none() {
        report.push(
            Diagnostic::error(
                "missing-guide",
                Span::file(sources.guide()),
                say(
                    "il manque le fichier content/guide.yml",
                    "the file content/guide.yml is missing",
                ),
            )
            .help(say(
                "créez-le avec au moins nom, territoire, url et editeur",
                "create it with at least nom, territoire, url and editeur",
            )),
        );
    }
    let numbers = read_numbers(sources, classes.numbers, &mut mentions, report);
    let found: Vec<&Found> = classes
        .records
        .iter()
        .filter(|found| !unreadable.contains(&found.file))
        .collect();
    let read = kept.records.of(
        sources,
        &found,
        |found| found.file,
        |found| record::read(sources, found.file, found.kind, &found.slug),
    );
    let mut records = Vec::with_capacity(read.len());
    for read in read {
        report.extend(read.faults.iter().cloned());
        records.extend(read.record);
        mentions.extend(read.mentions.iter().cloned());
    }
    Catalogue {
        config,
        written,
        vocabulary,
        numbers,
        records,
        known,
        assets: classes.assets.clone(),
        mentions,
    }
}

/// Reads one record anew, where its file was known and nothing is wrong with it.
pub fn read_sound(sources: &Sources, former: &Record) -> Option<Arc<Record>> {
    let read = record::read(sources, former.file, former.kind, &former.slug);
    read.record.filter(|record| record.sound)
}

/// The id of a record: `laep/la-marelle`.
pub fn id(kind: Kind, slug: &str) -> String {
    format!("{}/{slug}", kind.folder())
}

/// Whether a decoder holds an error.
fn has_errors(decoder: &Decoder) -> bool {
    decoder
        .faults
        .iter()
        .any(|fault| fault.level == crate::diag::Level::Error)
}

fn read_whole(
    sources: &Sources,
    file: FileId,
    report: &mut Report,
    read: impl FnOnce(&Node<'_>, &mut Decoder),
) -> Vec<Spanned<Mention>> {
    let text = sources.text(file);
    let (text, base) = text
        .strip_prefix('\u{feff}')
        .map_or((text, 0), |rest| (rest, '\u{feff}'.len_utf8()));
    let (node, faults) = parse(file, text, base);
    let mut decoder = Decoder {
        faults,
        ..Decoder::default()
    };
    // After a fault of syntax what seems missing may stand in what could not be read.
    let broken = decoder
        .faults
        .iter()
        .any(|fault| fault.code == "yaml-syntax");
    if let Some(node) = node.filter(|_| !broken) {
        read(&node, &mut decoder);
    }
    report.extend(decoder.faults);
    decoder.mentions
}

/// Reads the site's numbers, or the built-in ones where it says nothing, or nothing that can be read.
fn read_numbers(
    sources: &Sources,
    file: Option<FileId>,
    mentions: &mut Vec<Spanned<Mention>>,
    report: &mut Report,
) -> Vec<EmergencyNumber> {
    let mut own = None;
    if let Some(file) = file {
        mentions.extend(read_whole(sources, file, report, |node, decoder| {
            let is_empty = node.as_mapping().is_some_and(<[_]>::is_empty);
            own = (!is_empty).then(|| numbers_of(node, decoder));
        }));
    }
    own.unwrap_or_else(|| {
        let text = builtin_numbers();
        let (node, _) = parse(FileId(u32::MAX), &text, 0);
        // They are ours, and a test reads them: they have no faults to tell.
        node.map_or(Vec::new(), |node| {
            numbers_of(&node, &mut Decoder::default())
        })
    })
}

fn numbers_of(node: &Node<'_>, decoder: &mut Decoder) -> Vec<EmergencyNumber> {
    let NodeKind::Sequence(items) = &node.kind else {
        decoder.wrong_type(
            node,
            say("une liste de numéros", "a list of numbers"),
            "« - {numero: 119, nom: …, pour: …} »",
        );
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| EmergencyNumber::decode(item, decoder))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_numbers_have_no_fault() {
        let text = builtin_numbers();
        let (node, faults) = parse(FileId(0), &text, 0);
        assert_eq!(faults, []);
        let mut decoder = Decoder::default();
        let numbers = numbers_of(&node.unwrap(), &mut decoder);
        assert_eq!(decoder.faults, []);
        assert!(numbers.len() >= 12);
    }
}
