//! The development server: how soon it is ready, and how soon an edit of one record shows.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::measure::{middle, peak};
use crate::tool;

/// What was seen of a development server, in seconds and megabytes.
pub(crate) struct Served {
    pub(crate) ready: f64,
    pub(crate) page: f64,
    pub(crate) list: f64,
    pub(crate) search: f64,
    pub(crate) memory: f64,
}

/// Serves a guide, five times for its beginning, and then saves one record five times, each another.
pub(crate) fn serve(content: &Path) -> Served {
    let ready = middle((0..5).map(|_| Server::start(content).1).collect());
    let (server, _) = Server::start(content);
    let last = last_page(&server.get("/actions/"));
    let (mut page, mut list, mut search) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..5 {
        let slug = slug(content, number);
        let file = content.join(format!("actions/{slug}.md"));
        let text = fs::read_to_string(&file).expect("a record can be read");
        // The title comes last in the list of actions.
        let mark = format!("Zyx{}q", number * 7919);
        let edited = text.replacen("titre: \"", &format!("titre: \"{mark} "), 1);
        let index = server.get("/recherche/index.json");
        // What the former edit began is over by then.
        sleep(Duration::from_secs(3));
        fs::write(&file, edited).expect("a record can be written");
        let start = Instant::now();
        server.wait(&format!("/actions/{slug}/"), |html| html.contains(&mark));
        page.push(start.elapsed().as_secs_f64());
        let end = format!("/actions/page/{last}/");
        server.wait(&end, |html| html.contains(&mark));
        list.push(start.elapsed().as_secs_f64());
        server.wait("/recherche/index.json", |entry| entry != index);
        search.push(start.elapsed().as_secs_f64());
        fs::write(&file, text).expect("a record can be written");
    }
    let memory = peak(Path::new(&format!("/proc/{}", server.child.id())));
    Served {
        ready,
        page: middle(page),
        list: middle(list),
        search: middle(search),
        memory,
    }
}

/// The slug of an action, each number another.
pub(crate) fn slug(content: &Path, number: usize) -> String {
    let slugs = (number * 97..).map(|record| format!("r{record}"));
    let mut actions = slugs.filter(|slug| content.join(format!("actions/{slug}.md")).is_file());
    actions.next().expect("there are actions")
}

/// The number of the last page that a list leads to; 1 where it has no more.
fn last_page(html: &str) -> usize {
    let numbers = html.split("/actions/page/").skip(1);
    let numbers = numbers.filter_map(|rest| rest.split('/').next()?.parse().ok());
    numbers.max().expect("the list has more than one page")
}

struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts a server; gives the seconds until its home page was had.
    fn start(content: &Path) -> (Server, f64) {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = free.local_addr().expect("it has an address").port();
        drop(free);
        let start = Instant::now();
        let child = tool("serve", content)
            .args(["--port", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let server = Server { child, port };
        server.wait("/", |html| !html.is_empty());
        (server, start.elapsed().as_secs_f64())
    }

    /// Asks for a page until it is as it should be.
    fn wait(&self, path: &str, is_right: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_right(&self.get(path)) {
            assert!(
                start.elapsed() < Duration::from_secs(60),
                "{path} stays as it was"
            );
            sleep(Duration::from_millis(1));
        }
    }

    /// The body of a page; empty where it can't be had.
    fn get(&self, path: &str) -> String {
        let ask = || {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
            write!(
                stream,
                "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.port
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok::<_, std::io::Error>(answer)
        };
        let answer = ask().unwrap_or_default();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        if head.starts_with("HTTP/1.1 200") {
            body.to_owned()
        } else {
            String::new()
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
