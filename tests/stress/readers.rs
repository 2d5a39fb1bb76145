//! Crowds of readers, some of them slow, while the guide is edited.

use std::io::{Read as _, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::ground::{Ground, PLACES};
use super::rounds::rounds;
use super::server::Server;

const READERS: usize = 500;
const SLOW: usize = 50;
/// The longest that a reader may wait among all the others, in a program that is not optimised.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn five_hundred_readers_are_served_and_fifty_slow_ones_hold_nobody_up() {
    let ground = Ground::new(0);
    let server = Server::start(&ground);
    let (asked, slowest) = (AtomicU64::new(0), AtomicU64::new(0));
    rounds("500 readers, 50 slow ones", 1, |round, _| {
        let slow: Vec<_> = (0..SLOW)
            .map(|number| {
                let mut stream = server.connect();
                let request: &[u8] = match number % 3 {
                    0 => b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    1 => b"GET /lieux/ HTTP/1.1\r\nHost: loc",
                    _ => b"G",
                };
                stream.write_all(request).unwrap();
                stream
            })
            .collect();
        let version = round + 1;
        thread::scope(|scope| {
            for reader in 0..READERS {
                let (server, asked, slowest) = (&server, &asked, &slowest);
                let read = move || {
                    for turn in 0..3 {
                        let path = format!("/lieux/l{}/", (reader * 7 + turn) % PLACES);
                        let began = Instant::now();
                        let answer = server.get(&path);
                        let took = began.elapsed();
                        assert!(answer.starts_with("HTTP/1.1 200 "), "{path}: {answer}");
                        assert!(answer.trim_end().ends_with("</html>"), "{path} is cut");
                        assert!(took < LONGEST, "{path} took {took:?}");
                        slowest.fetch_max(took.as_millis() as u64, Ordering::Relaxed);
                        asked.fetch_add(1, Ordering::Relaxed);
                    }
                };
                let small = thread::Builder::new().stack_size(256 << 10);
                small.spawn_scoped(scope, read).unwrap();
            }
            ground.set(version);
        });
        server.wait_for("/lieux/l0/", version);
        for mut stream in slow {
            let mut byte = [0];
            stream
                .set_read_timeout(Some(Duration::from_millis(1)))
                .unwrap();
            // Whatever they are told, they come to an end.
            _ = stream.read(&mut byte);
        }
    });
    println!(
        "{} pages asked for, the slowest in {} ms",
        asked.into_inner(),
        slowest.into_inner()
    );
}
