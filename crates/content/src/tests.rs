//! Broken samples with the exact message each must give, and what the real content must say.

mod about;
mod broken;
mod real;

use std::path::Path;

use crate::{File, read};

/// A small briefing without a fault, whose places the tests name by line.
const SAMPLE: &str = include_str!("tests/sample.toml");
/// The glossary of the sample, and what it says of itself.
const ABOUT: &str = include_str!("tests/about.toml");
const WORDS: &str = include_str!("../../../tests/content/ui.en.toml");

fn files(sample: &str) -> Vec<File> {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    vec![file("sample.toml", sample), file("words.toml", WORDS), file("about.toml", ABOUT)]
}

/// What is said of the sample with `part` replaced by `by`.
#[track_caller]
fn problems(part: &str, by: &str) -> String {
    assert_eq!(SAMPLE.matches(part).count(), 1, "the sample must hold {part:?} once");
    problems_of(&files(&SAMPLE.replace(part, by)))
}

fn problems_of(files: &[File]) -> String {
    read(files).map_or_else(|problems| problems.to_string(), |_| String::new())
}

#[track_caller]
fn check(part: &str, by: &str, expected: &str) {
    assert_eq!(problems(part, by), expected);
}

fn real_files() -> Vec<File> {
    crate::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/content")).unwrap()
}
