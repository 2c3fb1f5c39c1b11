//! What a server must answer: of every file its type, policy, caching and packed forms, to HEAD, to ranges and to those who
//! have it already; and what is said where there is nothing, of the folder itself, and of what lies beside it.

use crate::built::Built;
use crate::client::{Reply, ask};
use crate::server::{NEIGHBOUR, Server};
use browser_tests::Outcome;

/// What everything of the briefing is sent with.
const EVERYWHERE: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
];

const FOREVER: &str = "public, max-age=31536000, immutable";

/// What is not there, though some of it may be one day.
const NOWHERE: [&str; 6] = [
    "nowhere.html",
    "aukus-briefing-0.js",
    "aukus-briefing-0_bg.wasm",
    "embed/x/",
    "editions/65534/aukus-briefing.html",
    "editions/65535/nowhere.html",
];

/// What browsers and their users' tools say they take, and the endings of the packed files that may answer it.
const ACCEPTED: [(&str, &[&str]); 6] = [
    ("gzip, deflate, br, zstd", &["br", "gz"]),
    ("gzip", &["gz"]),
    ("br;q=1.0, gzip;q=0.5", &["br", "gz"]),
    ("gzip, br;q=0", &["gz"]),
    ("gzip;q=0, br;q=0.0", &[]),
    ("identity", &[]),
];

/// Checks everything; returns how much was checked, and what is wrong.
pub(crate) fn all(server: &Server, page: &Built) -> Outcome<(usize, Vec<String>)> {
    let mut checks = Checks { server, page, place: String::new(), count: 0, wrong: Vec::new() };
    for file in &page.files {
        checks.file(file)?;
    }
    checks.folder()?;
    checks.nothing()?;
    checks.neighbour()?;
    Ok((checks.count, checks.wrong))
}

/// The checks of a server with a page.
struct Checks<'a> {
    server: &'a Server,
    page: &'a Built,
    /// What is being checked.
    place: String,
    count: usize,
    wrong: Vec<String>,
}

impl Checks<'_> {
    fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) -> Outcome<Reply> {
        self.place = format!("{method} {path} {headers:?}");
        ask(method, &self.server.address(path), headers)
    }

    fn holds(&mut self, is_right: bool, what: impl FnOnce() -> String) {
        self.count += 1;
        if !is_right {
            self.wrong.push(format!("{}, {}: {}", self.server.kind.name(), self.place, what()));
        }
    }

    fn same(&mut self, what: &str, actual: &str, expected: &str) {
        self.holds(actual == expected, || format!("{what} is {actual:?}, not {expected:?}"));
    }

    fn status(&mut self, reply: &Reply, expected: u16) {
        self.same("status", &reply.status.to_string(), &expected.to_string());
    }

    fn file(&mut self, file: &str) -> Outcome {
        let path = format!("{}{file}", self.page.path);
        let whole = self.ask("GET", &path, &[])?;
        self.whole(&whole, file)?;
        for (accepted, endings) in ACCEPTED {
            let reply = self.ask("GET", &path, &[("Accept-Encoding", accepted)])?;
            self.packed(&reply, file, endings)?;
            self.head(&path, accepted, &reply)?;
            self.known(&path, accepted, &reply)?;
            let differs = reply.header("ETag") != whole.header("ETag");
            let is_packed = !reply.header("Content-Encoding").is_empty();
            self.holds(differs == is_packed, || "packed or not, it has the same ETag".into());
        }
        self.range(&path, &whole)
    }

    /// A file as it is, to those who take nothing packed.
    fn whole(&mut self, reply: &Reply, file: &str) -> Outcome {
        let bytes = self.page.bytes(file)?;
        self.described(reply, file);
        self.same("coding", &reply.header("Content-Encoding"), "");
        self.holds(reply.body == bytes, || format!("{} bytes differ", reply.body.len()));
        self.varies(reply, file);
        Ok(())
    }

    /// A file to those who take packed ones.
    fn packed(&mut self, reply: &Reply, file: &str, endings: &[&str]) -> Outcome {
        self.described(reply, file);
        self.varies(reply, file);
        let offered = self.server.kind.endings().iter().filter(|it| endings.contains(it));
        let page = self.page;
        let best = offered.copied().find_map(|it| Some((it, page.packed(file, it)?)));
        let coding = best.as_ref().map_or("", |(it, _)| if *it == "gz" { "gzip" } else { it });
        self.same("coding", &reply.header("Content-Encoding"), coding);
        let expected = best.map_or_else(|| page.bytes(file), |(_, bytes)| Ok(bytes))?;
        self.holds(reply.body == expected, || format!("{} bytes differ", reply.body.len()));
        Ok(())
    }

    /// What is said of a file, packed or not.
    fn described(&mut self, reply: &Reply, file: &str) {
        self.status(reply, 200);
        self.everywhere(reply);
        self.same("caching", &reply.header("Cache-Control"), caching(file));
        let policy = if file == "index.html" { &*self.page.policy } else { "" };
        self.same("policy", &reply.header("Content-Security-Policy"), policy);
        let said = reply.header("Content-Type");
        let kind = said.strip_suffix("; charset=utf-8").unwrap_or(&said);
        let expected = kinds(file);
        self.holds(expected.is_empty() || expected.contains(&kind), || format!("type {said:?}"));
    }

    fn everywhere(&mut self, reply: &Reply) {
        for (name, value) in EVERYWHERE {
            self.same(name, &reply.header(name), value);
        }
    }

    /// What can be had packed says so to caches.
    fn varies(&mut self, reply: &Reply, file: &str) {
        let vary = reply.header("Vary").to_ascii_lowercase();
        let can_vary = self.page.packed(file, "gz").is_some();
        let says = vary.contains("accept-encoding");
        self.holds(says || !can_vary, || format!("Vary is {vary:?}"));
    }

    fn head(&mut self, path: &str, accepted: &str, whole: &Reply) -> Outcome {
        let reply = self.ask("HEAD", path, &[("Accept-Encoding", accepted)])?;
        self.status(&reply, 200);
        self.holds(reply.body.is_empty(), || "it has a body".into());
        for name in ["Content-Type", "Content-Encoding", "Cache-Control", "ETag"] {
            self.same(name, &reply.header(name), &whole.header(name));
        }
        // Caddy leaves it out for what was packed, which is allowed.
        let length = reply.header("Content-Length");
        let is_right = length.is_empty() || length == whole.body.len().to_string();
        self.holds(is_right, || format!("a length of {length}"));
        Ok(())
    }

    /// Those who have a file already are told so.
    fn known(&mut self, path: &str, accepted: &str, whole: &Reply) -> Outcome {
        let tag = whole.header("ETag");
        self.holds(!tag.is_empty(), || "it has no ETag".into());
        let known = [("Accept-Encoding", accepted), ("If-None-Match", &tag)];
        let reply = self.ask("GET", path, &known)?;
        self.status(&reply, 304);
        self.same("caching", &reply.header("Cache-Control"), &whole.header("Cache-Control"));
        Ok(())
    }

    fn range(&mut self, path: &str, whole: &Reply) -> Outcome {
        let reply = self.ask("GET", path, &[("Range", "bytes=10-19")])?;
        self.status(&reply, 206);
        self.everywhere(&reply);
        let range = format!("bytes 10-19/{}", whole.body.len());
        self.same("range", &reply.header("Content-Range"), &range);
        self.holds(Some(&*reply.body) == whole.body.get(10..20), || "other bytes".into());
        Ok(())
    }

    /// The folder is its page; without its slash it leads there.
    fn folder(&mut self) -> Outcome {
        let path = self.page.path.clone();
        for (accepted, endings) in ACCEPTED {
            let reply = self.ask("GET", &path, &[("Accept-Encoding", accepted)])?;
            self.packed(&reply, "index.html", endings)?;
        }
        if let Some(folder) = path.strip_suffix('/').filter(|it| !it.is_empty()) {
            let reply = self.ask("GET", folder, &[])?;
            self.holds(matches!(reply.status, 301 | 308), || format!("status {}", reply.status));
            let leads_there = reply.header("Location").ends_with(&path);
            self.holds(leads_there, || format!("it leads to {}", reply.header("Location")));
        }
        Ok(())
    }

    /// What is not there is not held for ever, packed or not.
    fn nothing(&mut self) -> Outcome {
        for name in NOWHERE {
            let path = format!("{}{name}", self.page.path);
            let reply = self.ask("GET", &path, &[("Accept-Encoding", "gzip, br")])?;
            self.status(&reply, 404);
            let caching = reply.header("Cache-Control");
            self.holds(!caching.contains("immutable"), || format!("caching {caching:?}"));
        }
        Ok(())
    }

    /// Beside the briefing nothing changes.
    fn neighbour(&mut self) -> Outcome {
        if self.page.path == "/" {
            return Ok(());
        }
        let reply = self.ask("GET", &format!("/{NEIGHBOUR}"), &[])?;
        self.status(&reply, 200);
        for (name, _) in EVERYWHERE {
            self.same(name, &reply.header(name), "");
        }
        self.same("caching", &reply.header("Cache-Control"), "");
        Ok(())
    }
}

fn caching(file: &str) -> &'static str {
    let never_changes = file.starts_with("aukus-briefing-") || file.starts_with("editions/");
    if never_changes { FOREVER } else { "no-cache" }
}

/// The types that a file may be sent as; none if that does not matter.
fn kinds(file: &str) -> &'static [&'static str] {
    match file.rsplit('.').next() {
        Some("html") => &["text/html"],
        Some("js") => &["text/javascript", "application/javascript"],
        Some("css") => &["text/css"],
        Some("wasm") => &["application/wasm"],
        Some("svg") => &["image/svg+xml"],
        Some("png") => &["image/png"],
        Some("json") => &["application/json"],
        Some("atom") => &["application/atom+xml"],
        _ => &[],
    }
}
