//! Reads the words of the page and checks the holes of their patterns.

use model::{PRINTED_WORDS, PrintedWords, WORDS, Word, Words};

use crate::fields::Fields;

/// How many months the list of their names must have.
const MONTHS: usize = 12;

/// The words of a language: those that the app has, and those that are only printed.
pub(crate) fn read<'a>(fields: &Fields<'_, 'a>) -> (Words<'a>, PrintedWords<'a>) {
    let words = Words::from_fn(|key| fields.text(key));
    let printed = PrintedWords::from_fn(|key| fields.text(key));
    for word in WORDS.iter().chain(PRINTED_WORDS) {
        check_holes(word, fields);
    }
    let months = words.months().split_whitespace().count();
    if months != MONTHS && months > 0 {
        fields.report(
            "months",
            format!("`months` names {months} months: name all {MONTHS}, with a space between"),
        );
    }
    (words, printed)
}

fn check_holes(word: &Word, fields: &Fields<'_, '_>) {
    let text = fields.known_text(word.key);
    if text.is_empty() {
        return;
    }
    let found = holes(text);
    for hole in word.holes.iter().filter(|hole| !found.contains(*hole)) {
        fields.report(
            word.key,
            format!("`{}` leaves out {{{hole}}}: put it where its value belongs", word.key),
        );
    }
    for hole in found.iter().filter(|hole| !word.holes.contains(*hole)) {
        let message = match word.holes {
            [] => format!("`{}` is never filled in, and has {{{hole}}}: remove it", word.key),
            holes => format!(
                "`{}` is not filled in with {{{hole}}}: it can have {{{}}}",
                word.key,
                holes.join("}, {")
            ),
        };
        fields.report(word.key, message);
    }
}

/// The names in braces.
fn holes(pattern: &str) -> Vec<&str> {
    pattern
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(hole, _)| hole)
        .collect()
}
