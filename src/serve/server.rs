//! Listening, and answering until told to stop.

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    thread,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Response, StatusCode},
};
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
    signal::unix::{SignalKind, signal},
    task::spawn_blocking,
};

use super::client::{self, Part};
use super::{Live, answer, guard, route};
use crate::{
    diag::{Language, Text, say},
    model::UrlPath,
    publish::cause,
};

/// The port that is listened to unless another is asked for.
pub const DEFAULT_PORT: u16 = 1313;

/// How to serve a site.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where to listen; port 0 takes any that is free.
    pub address: SocketAddr,
    /// Names under which requests are answered, beside `localhost` and addresses in figures.
    pub hosts: Vec<String>,
    /// The folder at which the site is mounted: the path of its public address, `/` for most.
    pub prefix: UrlPath,
}

impl Options {
    /// This machine only, at a port, the site mounted at a folder.
    pub fn local(port: u16, prefix: UrlPath) -> Options {
        Options {
            address: (Ipv4Addr::LOCALHOST, port).into(),
            hosts: Vec::new(),
            prefix,
        }
    }
}

/// Why nothing could be served: the machine's failure, in words.
#[derive(Debug)]
pub struct ServeError {
    text: Text,
    help: Option<Text>,
}

impl ServeError {
    /// What happened, as a phrase for a person.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<&Text> {
        self.help.as_ref()
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.get(Language::English))
    }
}

impl std::error::Error for ServeError {}

/// Serves a site until the process is interrupted or told to end.
///
/// `ready` is called once with the address to open, when the first request can be answered.
pub fn run(options: Options, live: Arc<Live>, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let runtime = runtime().map_err(|error| {
        let cause = cause(&error);
        failed(
            "impossible de démarrer le serveur",
            "cannot start the server",
            &cause,
        )
    })?;
    let address = options.address;
    let listening = |error: io::Error| cannot_listen(address, &error);
    let listener = runtime
        .block_on(TcpListener::bind(address))
        .map_err(listening)?;
    let bound = listener.local_addr().map_err(listening)?;
    let url = format!("http://{bound}{}", options.prefix);
    runtime.spawn(axum::serve(listener, router(options, live)).into_future());
    ready(&url);
    let stopped = runtime.block_on(stopped());
    // Open connections must not hold the program back.
    runtime.shutdown_timeout(Duration::from_millis(100));
    stopped.map_err(listening)
}

/// What answers requests: one service for all paths.
fn router(options: Options, live: Arc<Live>) -> Router {
    Router::new()
        .fallback(respond)
        .with_state(Arc::new((options, live)))
}

async fn respond(
    State(state): State<Arc<(Options, Arc<Live>)>>,
    request: Request,
) -> Response<Body> {
    let (options, _) = state.as_ref();
    let (uri, headers) = (request.uri(), request.headers());
    if let Some(status) = guard::refusal(request.method(), uri, headers, &options.hosts) {
        return answer::refused(status);
    }
    if let Some(part) = client::part(&options.prefix, uri.path()) {
        return match part {
            Some(Part::Script(text)) => answer::of_type(
                StatusCode::OK,
                "text/javascript; charset=utf-8",
                text.into(),
            ),
            Some(Part::Events) => {
                let events = client::events(state.1.notices());
                answer::of_type(StatusCode::OK, "text/event-stream", events)
            }
            None => answer::refused(StatusCode::NOT_FOUND),
        };
    }
    let uri = uri.clone();
    // Rendering takes the processor: it must not stand in the way of other connections.
    let rendered = spawn_blocking(move || {
        let (options, live) = state.as_ref();
        let shown = live.current();
        let found = route::route(shown.site.as_ref(), &options.prefix, uri.path());
        answer::answer(&shown, &options.prefix, found, uri.query())
    });
    let failed = |_| answer::refused(StatusCode::INTERNAL_SERVER_ERROR);
    rendered.await.unwrap_or_else(failed)
}

fn runtime() -> io::Result<Runtime> {
    let threads = thread::available_parallelism().map_or(2, usize::from);
    Builder::new_multi_thread()
        .worker_threads(threads.min(4))
        .max_blocking_threads(2 * threads)
        .enable_io()
        .build()
}

/// Waits for Ctrl-C or for a request to end.
async fn stopped() -> io::Result<()> {
    let mut ended = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    std::future::poll_fn(|context| {
        let ended = ended.poll_recv(context).is_ready();
        match ended || interrupted.poll_recv(context).is_ready() {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    })
    .await;
    Ok(())
}

fn cannot_listen(address: SocketAddr, error: &io::Error) -> ServeError {
    let port = address.port();
    if error.kind() != io::ErrorKind::AddrInUse {
        return failed(
            &format!("impossible d'écouter à l'adresse {address}"),
            &format!("cannot listen at {address}"),
            &cause(error),
        );
    }
    ServeError {
        text: say(
            format!("le port {port} est déjà pris par un autre programme"),
            format!("port {port} is already taken by another program"),
        ),
        help: Some(say(
            "arrêter cet autre programme, ou choisir un autre port avec --port",
            "stop that other program, or choose another port with --port",
        )),
    }
}

fn failed(fr: &str, en: &str, cause: &Text) -> ServeError {
    ServeError {
        text: say(
            format!("{fr} : {}", cause.get(Language::French)),
            format!("{en}: {}", cause.get(Language::English)),
        ),
        help: None,
    }
}
