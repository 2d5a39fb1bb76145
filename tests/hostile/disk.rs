//! What a disk can hold in place of a record.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::ground::{ACTION, Ground, faults, orders};

fn pipe(ground: &Ground, name: &str) {
    let made = Command::new("mkfifo").arg(ground.path(name)).status();
    assert!(made.unwrap().success());
}

#[test]
fn pipes_sockets_and_folders_are_no_records_and_nothing_waits_for_them() {
    let ground = Ground::new();
    pipe(&ground, "actions/tuyau.yml");
    pipe(&ground, "medias/tuyau.png");
    let _listener = UnixListener::bind(ground.path("actions/prise.yml")).unwrap();
    fs::create_dir_all(ground.path("actions/dossier.md")).unwrap();
    ground.write("actions/plein.yml/x.yml", ACTION);
    let found = ground.check();
    let told: Vec<_> = found
        .iter()
        .map(|(_, code, file, _)| (&**code, &**file))
        .collect();
    // Each is told once: what can't be read is not told to be of no use as well.
    assert_eq!(
        told,
        [
            ("not-a-file", "content/actions/dossier.md"),
            ("not-a-file", "content/actions/plein.yml"),
            ("not-a-file", "content/actions/prise.yml"),
            ("not-a-file", "content/actions/tuyau.yml"),
            ("not-a-file", "content/medias/tuyau.png"),
        ]
    );
    for stand_in in ["guide.yml", "numeros.yml", "vocabulaire.yml"] {
        let ground = Ground::new();
        _ = fs::remove_file(ground.path(stand_in));
        pipe(&ground, stand_in);
        ground.is_told("not-a-file", &format!("content/{stand_in}"));
        fs::remove_file(ground.path(stand_in)).unwrap();
        fs::create_dir(ground.path(stand_in)).unwrap();
        ground.is_told("not-a-file", &format!("content/{stand_in}"));
    }
    let ground = Ground::new();
    pipe(&ground, "../themes/x/base.html");
    ground.is_told("not-a-file", "themes/x/base.html");
}

#[test]
fn links_out_and_in_circles_are_told_and_never_followed() {
    let ground = Ground::new();
    for (target, name) in [
        ("/etc/passwd", "actions/dehors.yml"),
        ("/dev/zero", "actions/zero.yml"),
        ("/dev/zero", "medias/zero.png"),
        ("/proc/self/mem", "actions/mem.yml"),
        ("../..", "actions/haut"),
        ("/", "pages/racine"),
    ] {
        symlink(target, ground.path(name)).unwrap();
        ground.is_told("link-out-of-content", &format!("content/{name}"));
    }
    symlink("b.yml", ground.path("actions/a.yml")).unwrap();
    symlink("a.yml", ground.path("actions/b.yml")).unwrap();
    symlink("../pages", ground.path("pages/encore")).unwrap();
    ground.is_told("dead-link", "content/actions/a.yml");
    let shown = ground.run(&["check"]);
    assert!(!String::from_utf8_lossy(&shown.stdout).contains("root:"));
    let ground = Ground::with(
        "actions/a.yml",
        format!("{ACTION}documents: [{{titre: Mots de passe, fichier: ../../../../etc/passwd}}]\n"),
    );
    ground.is_told("file-out-of-content", "content/actions/a.yml");
}

#[test]
fn what_may_not_be_read_is_told_and_hides_nothing_else() {
    const NOBODY: u32 = 65_534;
    let ground = Ground::with("actions/clos.yml", ACTION);
    ground.write("pages/clos/x.md", "x");
    ground.write("actions/faux.yml", "titre: x\n");
    ground.write("medias/clos.png", "x");
    let close = |name: &str| {
        fs::set_permissions(ground.path(name), fs::Permissions::from_mode(0o000)).unwrap();
    };
    for name in ["actions/clos.yml", "pages/clos", "medias/clos.png"] {
        close(name);
    }
    fs::set_permissions(ground.root(), fs::Permissions::from_mode(0o755)).unwrap();
    // Nothing is closed to whoever runs the machine: the run is somebody else's then.
    let is_root = fs::read(ground.path("actions/clos.yml")).is_ok();
    let output = ground.run_as(&["check", "--format", "json"], is_root.then_some(NOBODY));
    let found = faults(&output);
    let told = |code: &str, file: &str| found.iter().any(|(_, c, f, _)| c == code && f == file);
    assert!(
        told("unreadable-file", "content/actions/clos.yml"),
        "{found:?}"
    );
    assert!(told("unreadable-file", "content/pages/clos"), "{found:?}");
    assert!(told("missing-key", "content/actions/faux.yml"), "{found:?}");
    // So that the folder can be removed.
    fs::set_permissions(ground.path("pages/clos"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn names_give_no_orders_in_any_form() {
    let ground = Ground::new();
    let names: [&[u8]; 9] = [
        b"a\n::error::faux.yml",
        b"b\x1b[31mrouge\x07.yml",
        "c\u{202e}lmy.yml".as_bytes(),
        b"d\r.yml",
        b"e%0A::warning::x.yml",
        b"f:,%.yml",
        "g\u{9b}31m.yml".as_bytes(),
        b"h\xff\n::error::x.yml",
        b"i##[error]x.yml",
    ];
    for name in names {
        let path = ground.path("actions").join(OsStr::from_bytes(name));
        fs::create_dir_all(ground.path("actions")).unwrap();
        fs::write(path, ACTION).unwrap();
    }
    // More than the ten that are annotations, so that some are listed.
    for index in 0..12 {
        ground.write(
            format!("actions/z\n::error::{index}\n##[error].yml"),
            ACTION,
        );
    }
    ground.write("x\u{1b}[2J\n::error::/y.yml", "");
    for format in ["texte", "json", "github", "sarif", "gitlab"] {
        let output = ground.run(&["check", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(orders(&output.stdout).is_empty(), "{format}");
        assert!(orders(&output.stderr).is_empty(), "{format}");
        let text = String::from_utf8(output.stdout).unwrap();
        if format == "github" {
            let commands = text
                .lines()
                .filter(|line| line.trim_start().starts_with("::"));
            for command in commands {
                let sound = ["::error file=content/", "::group::La suite", "::endgroup::"];
                assert!(
                    sound.iter().any(|begin| command.starts_with(begin)),
                    "{command}"
                );
            }
            let listed = text.lines().filter(|line| !line.starts_with("::"));
            assert!(listed.clone().count() > 5);
            assert!(
                listed
                    .clone()
                    .all(|line| line.starts_with("content/") && !line.contains("##["))
            );
        }
        if format == "sarif" {
            let log: serde_json::Value = serde_json::from_str(&text).unwrap();
            for result in log["runs"][0]["results"].as_array().unwrap() {
                let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
                let uri = uri.as_str().unwrap();
                let is_plain =
                    |c: char| c.is_ascii_alphanumeric() || "/-_.~%!$&'()*+,;=@".contains(c);
                assert!(uri.chars().all(is_plain), "{uri}");
            }
        }
    }
    let output = ground.run(&["build"]);
    assert!(orders(&output.stderr).is_empty());
}

#[test]
fn files_that_change_or_go_are_whole_or_told() {
    let ground = Ground::new();
    let path = ground.path("actions/change.yml");
    let picture = ground.path("medias/x.png");
    fs::write(&path, ACTION).unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0;
            while !stop.load(Ordering::Relaxed) {
                turn += 1;
                match turn % 4 {
                    0 => fs::write(&path, ACTION.repeat(1 + turn % 1_000)).unwrap(),
                    1 => fs::write(&picture, vec![0; turn % 100_000]).unwrap(),
                    2 => fs::write(&path, ACTION).unwrap(),
                    _ => {
                        _ = fs::remove_file(&path);
                        _ = fs::remove_file(&picture);
                    }
                }
            }
        });
        // However the test ends, the writer does too.
        let _stop = Stop(&stop);
        for _ in 0..10 {
            for (_, code, ..) in ground.check() {
                let known = [
                    "changed-file",
                    "duplicate-key",
                    "stray-file",
                    "missing-key",
                    "missing-verification",
                    "list-too-long",
                    "nul-character",
                ];
                assert!(known.contains(&&*code), "{code}");
            }
            ground.run(&["build"]);
        }
    });
}

struct Stop<'s>(&'s AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn huge_files_are_told_and_never_read() {
    let text = format!(
        "{ACTION}photo: {{fichier: medias/x.png, alt: Une image}}\ndocuments: [{{titre: Un document, fichier: medias/x.pdf}}]\n"
    );
    let ground = Ground::with("actions/a.yml", text);
    for name in [
        "actions/gros.yml",
        "pages/gros.md",
        "medias/x.png",
        "medias/x.pdf",
    ] {
        // A hole: it takes no place on the disk.
        let file = File::create(ground.path(name)).unwrap();
        file.set_len(5 << 30).unwrap();
        ground.is_told("file-too-large", &format!("content/{name}"));
    }
    assert_eq!(ground.run(&["build"]).status.code(), Some(1));
}

#[test]
fn a_hundred_thousand_files_of_each_kind_end() {
    const MANY: usize = 100_000;
    let ground = Ground::new();
    for index in 0..MANY {
        ground.write(format!("actions/a{index}.yml"), ACTION);
    }
    assert_eq!(ground.check(), []);
    let ground = Ground::new();
    for index in 0..MANY {
        let lost = format!("{ACTION}etat: {{type: ferme, remplace_par: actions/perdue-{index}}}\n");
        ground.write(format!("actions/a{index}.yml"), lost);
    }
    assert_eq!(ground.check().len(), MANY);
    for (name, code, bytes) in [
        ("actions/faux", "not-utf8", &b"\xff"[..]),
        ("inconnu", "unknown-folder", b"x"),
        ("medias/seul", "stray-file", b"\xff"),
    ] {
        let ground = Ground::new();
        for index in 0..MANY {
            match code {
                "unknown-folder" => ground.write(format!("{name}{index}/y.yml"), bytes),
                "stray-file" => ground.write(format!("{name}{index}.png"), bytes),
                _ => ground.write(format!("{name}{index}.yml"), bytes),
            }
        }
        let absent: String = (0..9_999)
            .map(|index| format!("  - {{titre: Document, fichier: medias/absent{index}.pdf}}\n"))
            .collect();
        ground.write(
            "actions/absent.yml",
            format!("{ACTION}documents:\n{absent}"),
        );
        let found = ground.check();
        let told = found.iter().filter(|(_, found, ..)| found == code).count();
        assert_eq!(told, MANY, "{code}");
    }
}
