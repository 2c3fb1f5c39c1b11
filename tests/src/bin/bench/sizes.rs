//! What a first visit transfers: every file of the built page, as it is and as a server sends it.

use browser_tests::site::{Answer, kind};
use browser_tests::{Outcome, assert_empty};
use std::collections::BTreeMap;
use std::path::Path;

/// What the parts of the page may weigh, in bytes. They are fences and not aims: nobody needs to work on the last
/// kilobyte, and to raise one is a decision, to be explained where it is made. Edition 2 raised them for a third more facts,
/// glossary, About, what changed, and the mark of its edition in every copy; for verdicts, links and freshness in the app; and
/// for the attribute of the script for posts that stays with an edition. The first screen raised those of the app and of a first
/// visit, for the table, the steps and folds of cards and the sheet of a phone, and that of the script, for capped frames.
const BUDGETS: [(Part, u64); 7] = [
    (Part::Page, 123_000),
    (Part::Style, 18_500),
    (Part::App, 334_000),
    (Part::FirstVisit, 499_000),
    (Part::OneFile, 529_000),
    (Part::OneFileRaw, 1_620_000),
    (Part::EmbedScript, 2_800),
];

/// What has a budget.
#[derive(Clone, Copy)]
enum Part {
    /// `index.html` as it would be transferred without its style.
    Page,
    /// By how much its style makes it heavier.
    Style,
    /// The wasm and its script.
    App,
    /// All that a first visit transfers.
    FirstVisit,
    /// The briefing as one file, if a server compresses it.
    OneFile,
    /// The briefing as one file, as it is on a disk.
    OneFileRaw,
    /// The script that a post includes.
    EmbedScript,
}

/// The briefing as one file.
const FILE: &str = "aukus-briefing.html";

/// The script that a post includes.
const EMBED_SCRIPT: &str = "embed.js";

/// What lies beside the page and is not part of a visit: others than readers ask for it.
const BESIDE: [&str; 7] =
    [FILE, "SHA256SUMS", "_headers", "card.png", EMBED_SCRIPT, "icon-touch.png", "oembed.json"];

/// The strongest compression, as for files that are compressed once and served often.
const QUALITY: i32 = 11;
/// The window that every browser takes, as a power of two.
const WINDOW: i32 = 22;

/// A file of a page.
#[derive(Clone)]
pub(crate) struct File {
    name: String,
    pub(crate) raw: usize,
    /// What would be transferred without the style in it, in bytes.
    unstyled: usize,
    /// What is transferred.
    pub(crate) packed: Vec<u8>,
}

/// A file with this content.
pub(crate) fn file(name: &str, content: &[u8]) -> File {
    let packed = packed_bytes(content);
    let unstyled = without_style(content).map_or(packed.len(), |it| packed_bytes(&it).len());
    File { name: name.to_owned(), raw: content.len(), unstyled, packed }
}

/// The files of a folder, the heaviest first.
pub(crate) fn packed(folder: &Path) -> Outcome<Vec<File>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_meant =
            |name: &&str| path.is_file() && !name.ends_with(".br") && !name.ends_with(".gz");
        // The page is flat: everything it asks for lies beside it, and beside that the same packed.
        if let Some(name) = path.file_name().and_then(|it| it.to_str()).filter(is_meant) {
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
                encoding: Some("br"),
                ..Answer::plain("200 OK", kind(Path::new(name)), packed.clone())
            },
            None => Answer::plain("404 Not Found", "text/plain", Vec::new()),
        }
    }
}

/// Prints what the files weigh, and what is left of the budgets.
pub(crate) fn print(files: &[File]) {
    println!("{:<44} {:>9} {:>9}", "bytes", "raw", "brotli");
    for File { name, raw, packed, .. } in files {
        println!("{name:<44} {raw:>9} {:>9}", packed.len());
    }
    println!();
    println!("{:<44} {:>9} {:>9}", "", "bytes", "budget");
    for (part, budget) in BUDGETS {
        println!("{:<44} {:>9} {budget:>9}", part.name(), part.weight(files));
    }
    println!();
}

/// Fails if a budget is exceeded.
pub(crate) fn check(files: &[File]) -> Outcome {
    let over = |(part, budget): (Part, u64)| {
        let weight = part.weight(files);
        let line = || format!("{}: {weight} bytes, {} too many", part.name(), weight - budget);
        (weight > budget).then(line)
    };
    let over: Vec<String> = BUDGETS.into_iter().filter_map(over).collect();
    assert_empty("over budget (see BUDGETS in tests/src/bin/bench/sizes.rs)", &over)
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Page => "index.html without its style, brotli",
            Self::Style => "its style, brotli",
            Self::App => "wasm and script, brotli",
            Self::FirstVisit => "first visit, brotli",
            Self::OneFile => "one file, brotli",
            Self::OneFileRaw => "one file",
            Self::EmbedScript => "embed.js, brotli",
        }
    }

    fn weight(self, files: &[File]) -> u64 {
        let is_app = |name: &str| {
            let is_script = kind(Path::new(name)) == "application/wasm" || name.ends_with(".js");
            is_script && !BESIDE.contains(&name)
        };
        let sum = |is_meant: &dyn Fn(&str) -> bool, size: fn(&File) -> usize| {
            files.iter().filter(|it| is_meant(&it.name)).map(size).sum::<usize>() as u64
        };
        let is_page = |name: &str| name == "index.html";
        match self {
            Self::Page => sum(&is_page, |it| it.unstyled),
            Self::Style => sum(&is_page, |it| it.packed.len() - it.unstyled),
            Self::App => sum(&is_app, |it| it.packed.len()),
            Self::FirstVisit => sum(&|name| !BESIDE.contains(&name), |it| it.packed.len()),
            Self::OneFile => sum(&|name| name == FILE, |it| it.packed.len()),
            Self::OneFileRaw => sum(&|name| name == FILE, |it| it.raw),
            Self::EmbedScript => sum(&|name| name == EMBED_SCRIPT, |it| it.packed.len()),
        }
    }
}

/// A page without its style; none if it has none.
fn without_style(page: &[u8]) -> Option<Vec<u8>> {
    let (before, rest) = std::str::from_utf8(page).ok()?.split_once("<style>")?;
    let (_, after) = rest.split_once("</style>")?;
    Some([before, after].concat().into_bytes())
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
