//! A static web server for the built page that remembers what was asked of it.
//!
//! It changes one thing: [`COLLECTOR`] goes in as the first script of every HTML page, past its policy, so that no error is
//! missed.

use crate::Outcome;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Keeps what the page complains of in `window.problems`, because WebDriver itself cannot read consoles in every browser,
/// and what the mouse did in `window.presses`, because a driver may lose a click.
const COLLECTOR: &str = "
window.problems = [];
window.presses = [];
for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...all) => { problems.push(`console.${level}: ${all.join(' ')}`); say.apply(console, all); };
}
addEventListener('error', e => problems.push(`error: ${e.message || 'could not load ' + (e.target.src || e.target.href)}`), true);
addEventListener('unhandledrejection', e => problems.push(`unhandled rejection: ${e.reason}`));
addEventListener('securitypolicyviolation', e => problems.push(`policy ${e.violatedDirective} blocked ${e.blockedURI}`));
for (const kind of ['mousedown', 'mouseup', 'click']) addEventListener(kind, e => presses.push(
  `${kind} at ${e.clientX},${e.clientY} on ${e.target.closest?.('[class]')?.getAttribute('class')}`), true);
";

/// A page with an empty frame of any size, for browsers whose windows cannot be made narrow.
const FRAME: &str = "<!doctype html><html lang=en><title>Frame</title><style>body{margin:0}iframe{border:0}</style><iframe></iframe>";

/// The running server. It lives as long as the process.
#[derive(Clone)]
pub struct Site {
    origin: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// What a browser asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path, without a query.
    pub path: String,
    /// The status it got, as `200 OK`.
    pub status: &'static str,
}

/// What a browser gets for a path.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status, as `200 OK`.
    pub status: &'static str,
    /// The content type.
    pub kind: &'static str,
    /// How the body is encoded, as `br`, if it is.
    pub encoding: Option<&'static str>,
    /// The body, as it is sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A body without an encoding.
    pub fn plain(status: &'static str, kind: &'static str, body: Vec<u8>) -> Answer {
        Answer { status, kind, encoding: None, body }
    }
}

impl Site {
    /// Serves a folder on a free port of this machine.
    pub fn serve(folder: &Path) -> Outcome<Site> {
        let folder = folder.to_owned();
        Site::serve_with(move |path| response(path, &folder))
    }

    /// Serves what a function answers to a path, on a free port of this machine.
    pub fn serve_with(respond: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Outcome<Site> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let origin = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
        let site = Site { origin, requests: Arc::default() };
        let serving = site.clone();
        std::thread::spawn(move || serving.accept(&listener, &Arc::new(respond)));
        Ok(site)
    }

    /// Where it is: `http://127.0.0.1:port`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What was asked for since the last call.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut *self.requests())
    }

    fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn accept<R>(&self, listener: &TcpListener, respond: &Arc<R>)
    where
        R: Fn(&str) -> Answer + Send + Sync + 'static,
    {
        for stream in listener.incoming().flatten() {
            let (site, respond) = (self.clone(), Arc::clone(respond));
            // A browser that hangs up early is its own affair.
            std::thread::spawn(move || site.answer(stream, &*respond).ok());
        }
    }

    fn answer(&self, mut stream: TcpStream, respond: &impl Fn(&str) -> Answer) -> Outcome {
        let Some(path) = requested_path(&stream)? else { return Ok(()) };
        let Answer { status, kind, encoding, body } = respond(&path);
        // Browsers ask for this one by themselves.
        if path != "/favicon.ico" {
            self.requests().push(Request { path, status });
        }
        let length = body.len();
        let encoding =
            encoding.map_or_else(String::new, |it| format!("content-encoding: {it}\r\n"));
        write!(
            stream,
            "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\n{encoding}content-length: {length}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
        )?;
        Ok(stream.write_all(&body)?)
    }
}

/// Reads a request and returns its path without the query; `None` if the browser only opened a connection.
fn requested_path(stream: &TcpStream) -> Outcome<Option<String>> {
    let mut lines = BufReader::new(stream).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = first.split(' ').nth(1).unwrap_or("/");
    Ok(Some(target.split('?').next().unwrap_or("/").to_owned()))
}

/// What is served for a path out of a folder.
pub fn response(path: &str, folder: &Path) -> Answer {
    match path {
        "/favicon.ico" => return Answer::plain("204 No Content", "image/x-icon", Vec::new()),
        "/frame" => return Answer::plain("200 OK", "text/html", FRAME.into()),
        _ => {}
    }
    let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
    let file = folder.join(name);
    match std::fs::read(&file) {
        Ok(body) if !name.contains("..") => {
            Answer::plain("200 OK", kind(&file), with_collector(&file, body))
        }
        _ => Answer::plain("404 Not Found", "text/plain", b"not found".into()),
    }
}

fn with_collector(file: &Path, body: Vec<u8>) -> Vec<u8> {
    if kind(file) != "text/html; charset=utf-8" {
        return body;
    }
    let html = String::from_utf8_lossy(&body);
    let Some(start) =
        html.find("<head").and_then(|at| html.get(at..)?.find('>').map(|end| at + end + 1))
    else {
        return body;
    };
    let (before, after) = html.split_at(start);
    let policy =
        format!("script-src 'sha256-{}' ", BASE64_STANDARD.encode(Sha256::digest(COLLECTOR)));
    let after = after.replacen("script-src ", &policy, 1);
    [before, "<script>", COLLECTOR, "</script>", &after].concat().into_bytes()
}

/// The content type of a file, by its name.
pub fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// The project's folder.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The built page: `dist/`, or what the environment's `DIST` names.
pub fn dist() -> Outcome<PathBuf> {
    let folder = std::env::var_os("DIST").map_or_else(|| project().join("dist"), PathBuf::from);
    if folder.join("index.html").is_file() {
        return Ok(folder);
    }
    Err(format!("{} holds no built page: run script/build first", folder.display()).into())
}
