//! The pairs of keys and values in a text, with what mail and chat programs do to an address undone.

use percent_encoding::percent_decode_str;

use super::key::{Key, WORDS_KEY};

/// Whether a text begins with the overview, whatever was put behind it.
pub(super) fn names_overview(text: &str) -> bool {
    let decoded = decoded(text);
    decoded
        .split(DELIMITERS)
        .map(plain)
        .find(|it| !it.is_empty())
        .is_some_and(|it| it == super::OVERVIEW)
}

/// What ends a value that something else was put behind.
const DELIMITERS: &[char] =
    &['&', ';', '?', '#', '"', '<', '>', '(', ')', '[', ']', '{', '}', '|', ',', '~', '%', '\n'];

/// The known keys in a text and what stands after them, both mended; what is searched for as it stands.
pub(super) fn pairs(text: &str) -> Vec<(Key, String)> {
    let mut pairs = Vec::new();
    for pair in text.split('&') {
        match pair.strip_prefix(WORDS_KEY).and_then(|it| it.strip_prefix('=')) {
            Some(words) => pairs.push((Key::Words, free_text(words))),
            None => add_mended(&mut pairs, &decoded(pair)),
        }
    }
    pairs
}

/// What was typed into a form, of what it is in an address.
fn free_text(value: &str) -> String {
    let spaced = value.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// Adds the pairs of known keys and mended values in a text. What is a key of others ends it: its value may be another page's
/// address. Behind a comma a list goes on.
fn add_mended(pairs: &mut Vec<(Key, String)>, text: &str) {
    let mut list: Option<usize> = None;
    let mut rest = text;
    loop {
        let end = rest.find(DELIMITERS).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        match (piece.split_once('='), list) {
            (Some((key, value)), _) => {
                let Some(key) = Key::named(&plain(key)).filter(|it| *it != Key::Words) else {
                    return;
                };
                list = key.is_list().then_some(pairs.len());
                pairs.push((key, plain(value)));
            }
            (None, Some(at)) => {
                if let (Some((_, values)), item) = (pairs.get_mut(at), plain(piece))
                    && !item.is_empty()
                {
                    values.extend([",", &*item]);
                }
            }
            (None, None) => {}
        }
        let mut behind = behind.chars();
        let Some(delimiter) = behind.next() else { return };
        list = list.filter(|_| delimiter == ',');
        rest = behind.as_str();
    }
}

/// A text without percent escapes and without those of mail (`=3D`); what is not ASCII is a space. What opens a value in
/// quotes or brackets is left out.
fn decoded(text: &str) -> String {
    let ascii = |byte: u8| if byte.is_ascii() { char::from(byte) } else { ' ' };
    let plain = percent_decode_str(text).map(ascii).collect::<String>().replace("=3D", "=");
    let mut decoded = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let opens = decoded.ends_with('=') && letter != '&' && DELIMITERS.contains(&letter);
        if !opens {
            decoded.push(letter);
        }
    }
    decoded
}

/// The words of a text with hyphens in between, in small letters.
pub(super) fn plain(text: &str) -> String {
    let is_between = |it: char| !it.is_ascii_alphanumeric() && it != '-';
    let mut plain = String::new();
    for word in text.split(is_between).filter(|it| !it.is_empty()) {
        if !plain.is_empty() {
            plain.push('-');
        }
        plain.push_str(word);
    }
    plain.make_ascii_lowercase();
    plain
}
