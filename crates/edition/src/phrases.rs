//! What a printed text can be made of: texts of the record and of those of the editions before, what stands between the
//! placeholders of its messages, dates, and numbers; with signs between.

use std::collections::HashSet;

use model::{Precision, When};
use text::format;

use crate::Record;
use crate::page::with_single_spaces;

/// The message that is a list of words for numbers, and printed one by one.
const NUMBERS: &str = "message/numbers";

/// How many of the longest phrases fit into what is printed in one piece, at the most: it bounds the time that a text takes.
const MOST_PHRASES: usize = 4;

/// What can be printed of a record.
pub(crate) struct Phrases {
    phrases: HashSet<String>,
    /// How many bytes the longest of them has.
    longest: usize,
}

impl Phrases {
    /// Those of a record, and of earlier ones, which it may quote where it says what has changed.
    pub(crate) fn of(record: &Record, earlier: &[Record]) -> Self {
        let mut phrases = Self { phrases: HashSet::new(), longest: 0 };
        for of in earlier.iter().chain([record]) {
            phrases.add(of, record);
        }
        phrases.longest = phrases.phrases.iter().map(String::len).max().unwrap_or_default();
        phrases
    }

    /// Adds those of a record; `words` is the one that says how dates are written.
    fn add(&mut self, record: &Record, words: &Record) {
        let Self { phrases, .. } = self;
        for (key, text) in &record.texts {
            if key.starts_with("message/") {
                phrases.extend(between_placeholders(text));
            }
            if key == NUMBERS {
                phrases.extend(text.split_whitespace().map(str::to_owned));
            }
            phrases.extend(pieces(key, text));
            phrases.insert(with_single_spaces(text));
        }
        let languages = record.state.iter().filter(|it| it.0.ends_with("/language"));
        phrases.extend(languages.map(|it| it.1.clone()));
        let values = record.state.values().flat_map(|it| it.split(' '));
        let dates = values.filter_map(When::parse).chain([record.date.into()]);
        phrases.extend(dates.flat_map(|it| [date(words, it), short_date(words, it)]));
        phrases.insert(record.short_sha256());
    }

    /// Whether a text consists of them alone.
    pub(crate) fn can_say(&self, text: &str) -> bool {
        if self.phrases.contains(text) {
            return true;
        }
        if text.len() > self.longest.saturating_mul(MOST_PHRASES) {
            return false;
        }
        let edges: Vec<usize> = edges(text).collect();
        // Whether all before each edge consists of phrases.
        let mut said = vec![false; edges.len()];
        if let Some(first) = said.first_mut() {
            *first = true;
        }
        for (end, at) in edges.iter().enumerate().skip(1) {
            // None that is as long as a phrase can be begins before.
            let near = edges.iter().zip(&said).take(end).rev();
            let near = near.take_while(|(start, _)| at - **start <= self.longest);
            let is_said = near
                .filter(|it| *it.1)
                .any(|(start, _)| text.get(*start..*at).is_some_and(|it| self.is_phrase(it)));
            if let Some(it) = said.get_mut(end) {
                *it = is_said;
            }
        }
        said.last().copied().unwrap_or(true)
    }

    fn is_phrase(&self, text: &str) -> bool {
        let is_number = || text.bytes().all(|it| it.is_ascii_digit());
        let is_sign = || text.chars().all(|it| !it.is_alphanumeric());
        is_number() || is_sign() || self.phrases.contains(text)
    }
}

/// Where words and signs begin and end.
fn edges(text: &str) -> impl Iterator<Item = usize> {
    let mut before: Option<char> = None;
    let inner = text.char_indices().filter_map(move |(at, letter)| {
        let is_within = before.is_some_and(char::is_alphanumeric) && letter.is_alphanumeric();
        before = Some(letter);
        (!is_within).then_some(at)
    });
    inner.chain([text.len()])
}

fn between_placeholders(pattern: &str) -> impl Iterator<Item = String> {
    let parts = pattern.split(['{', '}']).step_by(2).map(with_single_spaces);
    parts.filter(|it| !it.is_empty())
}

/// What a text is printed as: of the standfirst the first sentence stands apart, of an answer the first word.
pub(crate) fn pieces(key: &str, text: &str) -> Vec<String> {
    let text = with_single_spaces(text);
    let end = if key.starts_with("standfirst/") {
        text.find(". ").map(|it| it + 1)
    } else if key.ends_with("/verdict") || key.ends_with("/closed") {
        text.find(' ')
    } else {
        None
    };
    let (first, rest) = text.split_at(end.unwrap_or(text.len()));
    [first, rest.trim_start()].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn message<'a>(record: &'a Record, key: &str) -> &'a str {
    record.get(&format!("message/{key}")).unwrap_or_default()
}

/// The month of a date, from a message that names all.
fn month<'a>(record: &'a Record, key: &str, when: When) -> &'a str {
    let month = usize::from(when.date.month()) - 1;
    message(record, key).split_whitespace().nth(month).unwrap_or_default()
}

/// A date as the table 'who is in what' has it, if it has a month.
fn short_date(record: &Record, when: When) -> String {
    let (month, year) = (month(record, "months_short", when), when.date.year().to_string());
    format(message(record, "date_month"), &[("month", month), ("year", &year)])
}

/// A date as the briefing writes it.
fn date(record: &Record, when: When) -> String {
    let message = |key| message(record, key);
    let (day, year) = (when.date.day().to_string(), when.date.year().to_string());
    let month = month(record, "months", when);
    let values = [("day", &*day), ("month", month), ("year", &year)];
    match when.precision {
        Precision::Day => format(message("date_day"), &values),
        Precision::Month => format(message("date_month"), &values),
        Precision::Year => year,
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_long_text_takes_no_long_time() {
        let long = "A phrase of the longest kind, ".repeat(40);
        let texts = [("claim/a/text".to_owned(), long.trim().to_owned())].into();
        let phrases = Phrases::of(&Record { texts, ..Record::default() }, &[]);
        let begun = Instant::now();
        assert!(!phrases.can_say(&"1 ".repeat(400_000)));
        assert!(phrases.can_say("1 2, 3"));
        assert!(!phrases.can_say(&["1 ".repeat(2000), "x".to_owned()].concat()));
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
