//! What a first visit transfers: every file of the built page, as it is and as a server sends it.

use browser_tests::site::{Answer, kind};
use browser_tests::{Outcome, none};
use std::collections::BTreeMap;
use std::path::Path;

/// What the files may weigh, in bytes of brotli. These are ratchets: lower them when the page has become lighter; to raise
/// one is a decision, to be explained where it is made. They have a little room: the same page with other hashes in it
/// packs to some hundred bytes more or less.
const BUDGETS: [(&str, u64); 4] =
    [("index.html", 72_500), ("wasm + js", 123_000), ("first visit", 195_000), (FILE, 211_500)];

/// The briefing as one file.
const FILE: &str = "aukus-briefing.html";

/// What lies beside the page and is not part of a visit: others than readers ask for it.
const BESIDE: [&str; 6] =
    [FILE, "_headers", "card.png", "embed.js", "icon-touch.png", "oembed.json"];

/// The strongest compression, as for files that are compressed once and served often.
const QUALITY: i32 = 11;
/// The window that every browser takes, as a power of two.
const WINDOW: i32 = 22;

/// A file of a page.
#[derive(Clone)]
pub(crate) struct File {
    name: String,
    pub(crate) raw: usize,
    /// What is transferred.
    pub(crate) packed: Vec<u8>,
}

/// A file with this content.
pub(crate) fn file(name: &str, content: &[u8]) -> File {
    let packed = packed_bytes(content);
    File { name: name.to_owned(), raw: content.len(), packed }
}

/// The files of a folder, the heaviest first.
pub(crate) fn packed(folder: &Path) -> Outcome<Vec<File>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // The page is flat: everything it asks for lies beside it.
        if let Some(name) = path.file_name().and_then(|it| it.to_str()).filter(|_| path.is_file()) {
            files.push(file(name, &std::fs::read(&path)?));
        }
    }
    files.sort_by_key(|it| std::cmp::Reverse(it.packed.len()));
    Ok(files)
}

/// Serves the files as they are transferred.
pub(crate) fn server(files: Vec<File>) -> impl Fn(&str) -> Answer + Send + Sync + 'static {
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|it| (it.name, it.packed)).collect();
    move |path| {
        let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        match files.get(name) {
            Some(packed) => Answer {
                status: "200 OK",
                kind: kind(Path::new(name)),
                encoding: Some("br"),
                body: packed.clone(),
            },
            None => Answer::plain("404 Not Found", "text/plain", Vec::new()),
        }
    }
}

/// Prints what the files weigh, and what is left of the budgets.
pub(crate) fn print(files: &[File]) {
    println!("{:<44} {:>9} {:>9}", "bytes", "raw", "brotli");
    for File { name, raw, packed } in files {
        println!("{name:<44} {raw:>9} {:>9}", packed.len());
    }
    println!();
    println!("{:<44} {:>9} {:>9}", "brotli", "bytes", "budget");
    for (what, budget) in BUDGETS {
        println!("{what:<44} {:>9} {budget:>9}", weight(files, what));
    }
    println!();
}

/// Fails if a budget is exceeded.
pub(crate) fn check(files: &[File]) -> Outcome {
    let over = |(what, budget): (&str, u64)| {
        let weight = weight(files, what);
        let line = || format!("{what}: {weight} bytes of brotli, {} too many", weight - budget);
        (weight > budget).then(line)
    };
    let over: Vec<String> = BUDGETS.into_iter().filter_map(over).collect();
    none("over budget (see BUDGETS in tests/src/bin/bench/sizes.rs)", &over)
}

fn weight(files: &[File], what: &str) -> u64 {
    let is_meant = |name: &str| match what {
        "first visit" => !BESIDE.contains(&name),
        "wasm + js" => {
            let is_script = kind(Path::new(name)) == "application/wasm" || name.ends_with(".js");
            is_script && !BESIDE.contains(&name)
        }
        _ => name == what,
    };
    files.iter().filter(|it| is_meant(&it.name)).map(|it| it.packed.len() as u64).sum()
}

fn packed_bytes(content: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*content, &mut packed, &params) {
        Ok(_) => packed,
        // Memory does not fail to be read or written.
        Err(_) => Vec::new(),
    }
}
