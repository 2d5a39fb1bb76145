//! The server over a socket: what a browser, or an attacker, would send.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use super::*;
use crate::{diag::Language, model::UrlPath, publish::headers};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn site(path: &UrlPath) -> Option<Vec<u8>> {
    match path.as_str() {
        "/" => Some("accueil".into()),
        "/laep/a/" => Some("été".into()),
        "/404.html" => Some("perdu".into()),
        "/big.bin" => Some(vec![b'x'; 4_000_000]),
        "/theme/0a/main.js" => Some("export {}".into()),
        _ => None,
    }
}

/// Starts a server for as long as the test process lives.
fn start(prefix: &str) -> Result<(SocketAddr, Arc<Live>)> {
    let live = Arc::new(Live::new(site));
    let options = Options::local(0, UrlPath::new(prefix).ok_or("a prefix")?);
    let (sender, receiver) = mpsc::channel();
    let served = live.clone();
    thread::spawn(move || {
        run(options, served, |url| {
            sender.send(url.to_owned()).unwrap_or(())
        })
    });
    let url = receiver.recv_timeout(Duration::from_secs(20))?;
    let address = url
        .strip_prefix("http://")
        .and_then(|url| url.strip_suffix(prefix));
    Ok((address.ok_or("an address")?.parse()?, live))
}

/// Sends bytes and reads the answer to its end.
fn raw(address: SocketAddr, request: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn ask(address: SocketAddr, method: &str, path: &str) -> Result<String> {
    let host = "Host: localhost\r\nConnection: close\r\n\r\n";
    raw(address, &format!("{method} {path} HTTP/1.1\r\n{host}"))
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[test]
fn pages_come_with_their_type_and_every_security_header() -> Result {
    let (address, _) = start("/")?;
    let answer = ask(address, "GET", "/laep/a/?q=1")?;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("\r\ncontent-type: text/html; charset=utf-8\r\n"));
    assert!(answer.contains("\r\ncache-control: no-store\r\n"));
    assert_eq!(body(&answer), "été");
    let script = ask(address, "GET", "/theme/0a/main.js")?;
    assert!(script.contains("\r\ncontent-type: text/javascript; charset=utf-8\r\n"));
    let missing = ask(address, "GET", "/none")?;
    assert!(missing.starts_with("HTTP/1.1 404 "));
    assert_eq!(body(&missing), "perdu");
    let moved = ask(address, "GET", "/laep/a?q=%C3%A9")?;
    assert!(moved.starts_with("HTTP/1.1 301 "));
    assert!(
        moved.contains("\r\nlocation: /laep/a/?q=%C3%A9\r\n"),
        "{moved}"
    );
    for (answer, (name, value)) in [answer, script, missing, moved]
        .iter()
        .flat_map(|answer| headers::SECURITY.iter().map(move |header| (answer, header)))
    {
        assert!(
            answer.contains(&format!("\r\n{name}: {value}\r\n")),
            "{answer}"
        );
    }
    Ok(())
}

#[test]
fn a_head_has_all_but_the_body() -> Result {
    let (address, _) = start("/")?;
    let answer = ask(address, "HEAD", "/laep/a/")?;
    assert!(answer.starts_with("HTTP/1.1 200 "));
    assert!(answer.contains("\r\ncontent-length: 5\r\n"), "{answer}");
    assert_eq!(body(&answer), "");
    Ok(())
}

#[test]
fn what_is_not_reading_or_not_ours_is_refused() -> Result {
    let (address, _) = start("/")?;
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let answer = ask(address, method, "/")?;
        assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
        assert!(answer.contains("\r\nallow: GET, HEAD\r\n"));
    }
    for hosts in [
        "Host: evil.example\r\n",
        "",
        "Host: localhost\r\nHost: evil.example\r\n",
    ] {
        let request = format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
        let answer = raw(address, &request)?;
        assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
        assert!(!answer.contains("accueil"));
    }
    let answer = ask(address, "GET", "http://evil.example/")?;
    assert!(answer.starts_with("HTTP/1.1 421 "), "{answer}");
    let answer = ask(address, "GET", "/..%2f..%2fetc/passwd")?;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    Ok(())
}

#[test]
fn a_site_is_served_below_its_prefix() -> Result {
    let (address, _) = start("/familles/")?;
    assert_eq!(body(&ask(address, "GET", "/familles/")?), "accueil");
    let root = ask(address, "GET", "/")?;
    assert!(root.starts_with("HTTP/1.1 302 "));
    assert!(root.contains("\r\nlocation: /familles/\r\n"));
    assert_eq!(body(&ask(address, "GET", "/laep/a/")?), "perdu");
    Ok(())
}

#[test]
fn what_is_served_can_be_replaced() -> Result {
    let (address, live) = start("/")?;
    assert_eq!(body(&ask(address, "GET", "/")?), "accueil");
    live.replace(|_: &UrlPath| Some("autre".into()));
    assert_eq!(body(&ask(address, "GET", "/")?), "autre");
    Ok(())
}

#[test]
fn slow_readers_hold_nobody_up() -> Result {
    let (address, _) = start("/")?;
    let mut slow = Vec::new();
    for _ in 0..60 {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(b"GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        slow.push(stream);
        let mut half = TcpStream::connect(address)?;
        half.write_all(b"GET / HT")?;
        slow.push(half);
    }
    assert_eq!(body(&ask(address, "GET", "/")?), "accueil");
    for stream in slow {
        stream.shutdown(Shutdown::Both)?;
    }
    Ok(())
}

#[test]
fn a_site_that_panics_answers_500_and_goes_on() -> Result {
    let (address, live) = start("/")?;
    live.replace(|path: &UrlPath| match path.as_str() {
        "/" => Some("accueil".into()),
        _ => panic!("a fault in the site"),
    });
    assert!(ask(address, "GET", "/x")?.starts_with("HTTP/1.1 500 "));
    assert_eq!(body(&ask(address, "GET", "/")?), "accueil");
    Ok(())
}

#[test]
fn a_taken_port_is_said_in_words() -> Result {
    let taken = TcpListener::bind("127.0.0.1:0")?;
    let port = taken.local_addr()?.port();
    let options = Options::local(port, UrlPath::new("/").ok_or("a prefix")?);
    let Err(error) = run(options, Arc::new(Live::new(site)), |_| ()) else {
        return Err("served on a taken port".into());
    };
    let text = error.text().get(Language::French);
    assert_eq!(
        text,
        format!("le port {port} est déjà pris par un autre programme")
    );
    assert!(error.help().is_some());
    Ok(())
}
