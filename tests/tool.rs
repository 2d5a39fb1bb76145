//! `.ci/outil`: what builds a guide elsewhere fetches the released tool, or compiles it once.

use std::error::Error;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A copy of the repository, with releases beside it and a `cargo` that only says that it was asked.
struct Copy {
    folder: tempfile::TempDir,
}

impl Copy {
    fn new() -> Result<Copy> {
        let root = env!("CARGO_MANIFEST_DIR");
        let copy = Copy {
            folder: tempfile::tempdir()?,
        };
        let clone = Command::new("git")
            .args(["clone", "--quiet", "--shared", root])
            .arg(copy.path("here"))
            .output()?;
        assert!(clone.status.success(), "{clone:?}");
        // The script as it is now, committed or not.
        fs::create_dir_all(copy.path("here/.ci"))?;
        fs::copy(
            Path::new(root).join(".ci/outil"),
            copy.path("here/.ci/outil"),
        )?;
        copy.program(
            "bin/cargo",
            "mkdir -p target/release && printf '#!/bin/sh\\necho compiled\\n' > target/release/ribambelle && chmod +x target/release/ribambelle && echo asked >> ../asked",
        )?;
        Ok(copy)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self, name: &str, text: &str) -> Result {
        let path = self.path(name);
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        fs::write(&path, format!("#!/bin/sh\n{text}\n"))?;
        Ok(fs::set_permissions(
            path,
            fs::Permissions::from_mode(0o755),
        )?)
    }

    fn script(&self, argument: Option<&str>) -> Result<Output> {
        let path = std::env::var("PATH")?;
        Ok(Command::new(self.path("here/.ci/outil"))
            .args(argument)
            .env("PATH", format!("{}:{path}", self.path("bin").display()))
            .env(
                "RIBAMBELLE_DEPOT",
                format!("file://{}", self.path("depot").display()),
            )
            .output()?)
    }

    /// Puts a release of some sources where the script looks for it, for every machine.
    fn release(&self, sources: &str) -> Result {
        self.program("archive/ribambelle", "echo released")?;
        fs::write(self.path("archive/sources"), sources)?;
        let version = env!("CARGO_PKG_VERSION");
        let releases = self.path(&format!("depot/releases/download/v{version}"));
        fs::create_dir_all(&releases)?;
        for machine in [
            "x86_64-unknown-linux-musl",
            "aarch64-unknown-linux-musl",
            "aarch64-apple-darwin",
            "x86_64-apple-darwin",
        ] {
            let made = Command::new("tar")
                .arg("-czf")
                .arg(releases.join(format!("ribambelle-{machine}.tar.gz")))
                .arg("-C")
                .arg(self.path("archive"))
                .arg(".")
                .status()?;
            assert!(made.success());
        }
        Ok(())
    }

    /// What the program says that the script gives.
    fn tool(&self) -> Result<String> {
        let found = self.script(None)?;
        assert!(found.status.success(), "{found:?}");
        let path = String::from_utf8(found.stdout)?;
        let said = Command::new(path.trim_end()).output()?;
        Ok(String::from_utf8(said.stdout)?.trim_end().to_owned())
    }

    fn compilations(&self) -> usize {
        fs::read_to_string(self.path("asked")).map_or(0, |text| text.lines().count())
    }
}

#[test]
fn a_released_tool_of_these_sources_is_fetched() -> Result {
    let copy = Copy::new()?;
    let sources = String::from_utf8(copy.script(Some("--sources"))?.stdout)?;
    assert_eq!(sources.trim_end().len(), 40);
    copy.release(&sources)?;
    assert_eq!(copy.tool()?, "released");
    // Kept from run to run.
    fs::remove_dir_all(copy.path("depot"))?;
    assert_eq!(copy.tool()?, "released");
    assert_eq!(copy.compilations(), 0);
    Ok(())
}

#[test]
fn other_sources_are_compiled_once() -> Result {
    let copy = Copy::new()?;
    copy.release("0123456789012345678901234567890123456789\n")?;
    for _ in 0..2 {
        assert_eq!(copy.tool()?, "compiled");
    }
    assert_eq!(copy.compilations(), 1);
    Ok(())
}
