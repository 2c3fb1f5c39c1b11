//! A static web server for the built page that remembers what was asked of it.
//!
//! It changes one thing: [`COLLECTOR`] goes in as the first script of every HTML page, past its policy, so that no error and no
//! trap in the wasm is missed.

use crate::Outcome;
use crate::engine::Engine;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The first script of every HTML page.
const COLLECTOR: &str = include_str!("js/collector.js");

/// Where pages report traps in the wasm.
const TRAP: &str = "/trap";

/// What pages have reported to any server of this process: a trial may start servers of its own.
static TRAPS: Mutex<Vec<Trap>> = Mutex::new(Vec::new());

/// The content type of the built pages, which [`FRAME`] has not.
const HTML: &str = "text/html; charset=utf-8";

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

/// A trap in the wasm that a page has reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trap {
    /// In which engine, as far as its name is known.
    pub engine: Option<Engine>,
    /// The error, and where.
    pub text: String,
}

/// The traps in an engine that were reported since the last call.
pub fn take_traps(engine: Engine) -> Vec<Trap> {
    let mut traps = TRAPS.lock().unwrap_or_else(PoisonError::into_inner);
    let is_its = |it: &mut Trap| it.engine.is_none_or(|its| its == engine);
    traps.extract_if(.., is_its).collect()
}

/// Adds a trap that no page could report.
pub fn report_trap(trap: Trap) {
    TRAPS.lock().unwrap_or_else(PoisonError::into_inner).push(trap);
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
    /// What else is sent before the body: names and values.
    pub headers: Vec<(String, String)>,
    /// The body, as it is sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A body without an encoding.
    pub fn plain(status: &'static str, kind: &'static str, body: Vec<u8>) -> Answer {
        Answer { status, kind, encoding: None, headers: Vec::new(), body }
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

    /// Serves a folder with its HTML pages changed on their way. A change that their policy would stop begins with
    /// [`without_policy`].
    pub fn serve_changed(
        folder: &Path,
        change: impl Fn(&str) -> String + Send + Sync + 'static,
    ) -> Outcome<Site> {
        let folder = folder.to_owned();
        Site::serve_with(move |path| {
            let answer = response(path, &folder);
            if answer.kind != HTML {
                return answer;
            }
            let html = String::from_utf8_lossy(&answer.body);
            Answer { body: change(&html).into(), ..answer }
        })
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
            // A browser may hang up early.
            std::thread::spawn(move || site.answer(stream, &*respond).ok());
        }
    }

    fn answer(&self, mut stream: TcpStream, respond: &impl Fn(&str) -> Answer) -> Outcome {
        let Some(asked) = Asked::read(&stream)? else { return Ok(()) };
        if asked.path == TRAP {
            asked.note_trap();
            return write_answer(
                &mut stream,
                &Answer::plain("204 No Content", "text/plain", vec![]),
            );
        }
        let answer = respond(&asked.path);
        // Browsers ask for this one by themselves.
        if asked.path != "/favicon.ico" {
            self.requests().push(Request { path: asked.path, status: answer.status });
        }
        write_answer(&mut stream, &answer)
    }
}

fn write_answer(stream: &mut TcpStream, answer: &Answer) -> Outcome {
    let Answer { status, kind, encoding, headers, body } = answer;
    let length = body.len();
    let encoding = encoding.map_or_else(String::new, |it| format!("content-encoding: {it}\r\n"));
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\n{encoding}{headers}content-length: {length}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
    )?;
    Ok(stream.write_all(body)?)
}

/// A request as far as it matters here.
struct Asked {
    /// The path without the query.
    path: String,
    user_agent: String,
    body: String,
}

impl Asked {
    /// Reads a request; `None` if the browser only opened a connection.
    fn read(stream: &TcpStream) -> Outcome<Option<Asked>> {
        let mut reader = BufReader::new(stream);
        let mut first = String::new();
        if reader.read_line(&mut first)? == 0 {
            return Ok(None);
        }
        let target = first.split(' ').nth(1).unwrap_or("/");
        let path = target.split('?').next().unwrap_or("/").to_owned();
        let mut asked = Asked { path, user_agent: String::new(), body: String::new() };
        let mut length = 0;
        for line in reader.by_ref().lines() {
            let line = line?;
            match line.split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("user-agent") => {
                    value.clone_into(&mut asked.user_agent);
                }
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse()?;
                }
                None if line.is_empty() => break,
                _ => {}
            }
        }
        reader.take(length).read_to_string(&mut asked.body)?;
        Ok(Some(asked))
    }

    fn note_trap(&self) {
        let engine = Engine::of_user_agent(&self.user_agent);
        report_trap(Trap { engine, text: self.body.clone() });
    }
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
    if kind(file) != HTML {
        return body;
    }
    let html = String::from_utf8_lossy(&body);
    let Some(start) =
        html.find("<head").and_then(|at| html.get(at..)?.find('>').map(|end| at + end + 1))
    else {
        return body;
    };
    let (before, after) = html.split_at(start);
    let after = with_wider_policy(after);
    [before, "<script>", COLLECTOR, "</script>", &after].concat().into_bytes()
}

/// A page or a header whose policy, if it has one, allows the collector and its reports, and nothing else.
pub(crate) fn with_wider_policy(page: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(COLLECTOR));
    let reports = format!("connect-src http://127.0.0.1:*{TRAP}");
    let page = if page.contains("connect-src ") {
        page.replacen("connect-src", &reports, 1)
    } else {
        page.replacen("script-src ", &format!("{reports}; script-src "), 1)
    };
    page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1)
}

/// A page without its policy, which allows what is in it by hash and nothing that is put in.
pub fn without_policy(page: &str) -> String {
    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";
    let Some((before, rest)) = page.split_once(POLICY) else { return page.to_owned() };
    let after = rest.split_once('>').map_or("", |it| it.1);
    [before, after].concat()
}

/// The content type of a file, by its name.
pub fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => HTML,
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("atom") => "application/atom+xml",
        _ => "application/octet-stream",
    }
}

/// The project's folder.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Whose content a built page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// `tests/content`, of which trials may expect anything that it says.
    Sample,
    /// `assets/content`, which editors change.
    Real,
    /// The sample's larger sibling, with forty countries and hundreds of events.
    Large,
}

impl Content {
    /// The folder of the page built with it, or what the environment names: `SAMPLE`, `DIST` or `LARGE`.
    pub fn folder(self) -> Outcome<PathBuf> {
        let (variable, usual, build) = match self {
            Content::Sample => (
                "SAMPLE",
                "target/sample",
                "BRIEFING_CONTENT=tests/content script/build --dist target/sample",
            ),
            Content::Real => ("DIST", "dist", "script/build"),
            Content::Large => ("LARGE", "target/large", "tests/large-sample"),
        };
        built(variable, usual, build)
    }
}

/// The folder of the sample with its edition closed, in a release that knows its address; or what `CLOSED` names.
pub fn closed_sample() -> Outcome<PathBuf> {
    built("CLOSED", "target/closed", "tests/closed-sample")
}

fn built(variable: &str, usual: &str, build: &str) -> Outcome<PathBuf> {
    let folder = std::env::var_os(variable).map_or_else(|| project().join(usual), PathBuf::from);
    if folder.join("index.html").is_file() {
        return Ok(folder);
    }
    Err(format!("{} holds no built page: run {build} first", folder.display()).into())
}
