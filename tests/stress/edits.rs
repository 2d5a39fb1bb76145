//! Edits by the thousand, as editors and version control make them, and without watches.

use std::fs;
use std::process::Command;

use super::ground::{Ground, PROGRAM, place_at};
use super::rounds::rounds;
use super::server::Server;

const BURST: usize = 1_000;

#[test]
fn whatever_is_done_to_the_folder_the_last_word_is_served() {
    let ground = Ground::new(0);
    let server = Server::start(&ground);
    server.wait_for("/lieux/l0/", 0);
    let content = ground.path("content");
    let mut slowest = std::time::Duration::ZERO;
    rounds("bursts and renames", 6, |round, chance| {
        let version = round + 1;
        let text = place_at(version);
        let last = match if round < 6 { round } else { chance.below(6) } {
            0 => {
                for number in 0..BURST {
                    ground.write(&format!("lieux/b{number}.yml"), &text);
                }
                format!("/lieux/b{}/", BURST - 1)
            }
            1 => {
                ground.write("lieux/l1.yml~", &text);
                fs::rename(content.join("lieux/l1.yml~"), content.join("lieux/l1.yml")).unwrap();
                "/lieux/l1/".to_owned()
            }
            2 => {
                // A checkout: the folder goes, and another one stands in its place.
                fs::rename(&content, ground.path("away")).unwrap();
                copy(&ground.path("away"), &content);
                ground.set(version);
                fs::remove_dir_all(ground.path("away")).unwrap();
                "/lieux/l2/".to_owned()
            }
            3 => {
                fs::remove_dir_all(content.join("lieux")).unwrap();
                ground.set(version);
                "/lieux/l3/".to_owned()
            }
            4 => {
                fs::rename(content.join("lieux"), content.join("lieux-autres")).unwrap();
                fs::rename(content.join("lieux-autres"), content.join("lieux")).unwrap();
                ground.write("lieux/l4.yml", &text);
                "/lieux/l4/".to_owned()
            }
            _ => {
                // Faulty in between, and mended.
                ground.write("lieux/l5.yml", "titre: [\n");
                ground.write("lieux/l5.yml", &text);
                "/lieux/l5/".to_owned()
            }
        };
        slowest = slowest.max(server.wait_for(&last, version));
    });
    let complained = server.complained();
    assert!(
        !complained.contains("pendant la lecture"),
        "a folder that moves is no fault:\n{complained}"
    );
    println!("the slowest was served after {slowest:?}");
}

/// Copies a folder with all that lies in it.
fn copy(from: &std::path::Path, to: &std::path::Path) {
    let copied = Command::new("cp").arg("-r").args([from, to]).status();
    assert!(copied.unwrap().success());
}

/// The table of watches is really full, where this user may make one of its own.
#[cfg(target_os = "linux")]
#[test]
fn without_room_for_watches_it_says_so_and_looks_again_and_again() {
    let set = "echo \"$1\" >/proc/sys/user/max_inotify_watches && echo \"$2\" >/proc/sys/user/max_inotify_instances && shift 2 && exec \"$@\"";
    let few = |watches: u64, instances: u64, program: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--user", "--map-root-user", "sh", "-c", set, "sh"])
            .args([watches.to_string(), instances.to_string()])
            .arg(program);
        command
    };
    if !few(0, 1, "true")
        .status()
        .is_ok_and(|status| status.success())
    {
        println!(
            "no table of watches of its own: it is not filled (src/serve/watch.rs tests the rest)"
        );
        return;
    }
    let ground = Ground::new(0);
    rounds("a full table of watches", 3, |round, chance| {
        // Room for some folders of the content, for none, or not even for a table.
        let (watches, instances) = match round % 3 {
            0 => (1 + chance.below(3), 1),
            1 => (0, 1),
            _ => (100, 0),
        };
        let mut command = few(watches, instances, PROGRAM);
        ground.hand_over(&mut command, &["serve", "--port", "0"]);
        let server = Server::from(command);
        let version = round + 1;
        ground.set(version);
        server.wait_for("/lieux/l7/", version);
        let said = server.said();
        assert!(
            said.contains("ne peut pas surveiller plus de dossiers"),
            "{watches}, {instances}: {said}"
        );
    });
}
