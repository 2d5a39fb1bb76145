//! `ribambelle serve` as a process, and requests to it byte by byte.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::ground::{Ground, versions};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server, until it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    said: Arc<Mutex<String>>,
    complained: Arc<Mutex<String>>,
}

impl Server {
    /// Serves a guide at any port that is free.
    pub(crate) fn start(ground: &Ground) -> Server {
        Server::from(ground.program(&["serve", "--port", "0"]))
    }

    /// Starts a command that serves, and waits until it says where.
    pub(crate) fn from(mut command: Command) -> Server {
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("a line").unwrap();
        let address = first
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .and_then(|address| address.parse().ok());
        // Both are read: nobody can write to a pipe that is full.
        let complained = gathered(BufReader::new(child.stderr.take().unwrap()).lines());
        Server {
            child,
            address: address.unwrap_or_else(|| panic!("no address: {first}")),
            said: gathered(lines),
            complained,
        }
    }

    /// What it said after its address.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// What it said of faults.
    pub(crate) fn complained(&self) -> String {
        self.complained.lock().unwrap().clone()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes and reads the answer to its end.
    pub(crate) fn raw(&self, request: &[u8]) -> io::Result<Vec<u8>> {
        let mut stream = self.connect();
        stream.write_all(request)?;
        let mut answer = Vec::new();
        match stream.read_to_end(&mut answer) {
            // What is refused may be cut off.
            Err(error) if error.kind() != io::ErrorKind::ConnectionReset => Err(error),
            _ => Ok(answer),
        }
    }

    /// The answer to a sound request.
    pub(crate) fn get(&self, path: &str) -> String {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let answer = self.raw(request.as_bytes()).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Waits until a page tells a version; gives how long that took.
    pub(crate) fn wait_for(&self, path: &str, version: u64) -> Duration {
        let began = Instant::now();
        loop {
            let answer = self.get(path);
            if answer.starts_with("HTTP/1.1 200 ") && versions(&answer).contains(&version) {
                return began.elapsed();
            }
            assert!(
                began.elapsed() < PATIENCE,
                "{path} never told {version}: {}\n{}",
                &answer.chars().take(200).collect::<String>(),
                self.said() + &self.complained()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Lines as they come, gathered in the background.
fn gathered(
    lines: impl Iterator<Item = io::Result<String>> + Send + 'static,
) -> Arc<Mutex<String>> {
    let all = Arc::new(Mutex::new(String::new()));
    let heard = Arc::clone(&all);
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            *heard.lock().unwrap() += &(line + "\n");
        }
    });
    all
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
