//! A record as a value and as a file: JSON with one key a line, sorted, that names its own hash.

use std::collections::BTreeMap;
use std::fmt;

use model::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How many digits of a hash are read.
const SHORT_HASH: usize = 12;

/// Everything that an edition says, by key: the kind of entry, its id, the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The number of the edition.
    pub number: u16,
    /// The day it was closed, or shall be.
    pub date: Date,
    /// What is no text: statuses, dates, kinds, links, addresses, and the order of the entries of each kind.
    pub state: BTreeMap<String, String>,
    /// What readers read, word for word.
    pub texts: BTreeMap<String, String>,
}

/// Why a file is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Problem {}

/// The keys of the file, in their order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    number: u16,
    date: String,
    sha256: String,
    state: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
}

impl Record {
    /// What stands at a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).or_else(|| self.state.get(key)).map(String::as_str)
    }

    /// Every key with what stands there.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.state.iter().chain(&self.texts).map(|(key, value)| (&**key, &**value))
    }

    /// The names of the entries of a kind in the order in which they are shown.
    pub fn order(&self, kind: &str) -> impl Iterator<Item = &str> {
        let names = self.state.get(&format!("order/{kind}"));
        names.into_iter().flat_map(|it| it.split_whitespace())
    }

    /// The SHA-256 of what the edition says: that of its file without the line of the hash.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(&self.written(None))
    }

    /// The first digits of the hash, for readers.
    #[must_use]
    pub fn short_sha256(&self) -> String {
        self.sha256().chars().take(SHORT_HASH).collect()
    }

    /// The record as a file.
    #[must_use]
    pub fn print(&self) -> String {
        self.written(Some(&self.sha256()))
    }

    /// Reads the file of a record.
    ///
    /// # Errors
    /// Where it is not exactly as records are printed, with the first line that differs.
    pub fn parse(file: &str) -> Result<Self, Problem> {
        let wrong = |line, message| Problem { line, message };
        let written: Written =
            serde_json::from_str(file).map_err(|it| wrong(it.line(), it.to_string()))?;
        let date = Date::parse(&written.date)
            .ok_or_else(|| wrong(line_of(file, "\"date\""), "`date` is no date".into()))?;
        let Written { number, state, texts, .. } = written;
        let record = Self { number, date, state, texts };
        match first_difference(file, &record.print()) {
            None => Ok(record),
            Some((line, expected)) => Err(wrong(line, format!("expected {expected}"))),
        }
    }

    /// The lines of the file, with or without that of the hash.
    fn written(&self, hash: Option<&str>) -> String {
        let mut file = format!("{{\n\"number\": {},\n\"date\": \"{}\",\n", self.number, self.date);
        if let Some(hash) = hash {
            file.extend(["\"sha256\": \"", hash, "\",\n"]);
        }
        file.extend(["\"state\": {", &lines(&self.state), "\n},\n"]);
        file.extend(["\"texts\": {", &lines(&self.texts), "\n}\n}\n"]);
        file
    }
}

/// The hash of a text, in small hexadecimal digits.
fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|it| format!("{it:02x}")).collect()
}

fn lines(entries: &BTreeMap<String, String>) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines = entries.iter().map(|(key, value)| format!("\n{}: {}", quoted(key), quoted(value)));
    lines.collect::<Vec<_>>().join(",")
}

fn line_of(file: &str, part: &str) -> usize {
    file.lines().position(|it| it.contains(part)).map_or(1, |it| it + 1)
}

/// The first line in which a file is not as expected, and what is expected there.
fn first_difference<'e>(file: &str, expected: &'e str) -> Option<(usize, &'e str)> {
    if file == expected {
        return None;
    }
    let (mut found, mut wanted) = (file.split('\n'), expected.split('\n'));
    let same = wanted.clone().zip(found.by_ref()).take_while(|(one, other)| one == other).count();
    Some((same + 1, wanted.nth(same).unwrap_or("the end of the file")))
}
