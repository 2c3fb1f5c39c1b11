//! Compares a copy of the briefing with the record of its edition.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;

use crate::copy::{MESSAGE, Mark};
use crate::layout::Layout;
use crate::page::{Page, Part, with_single_spaces};
use crate::phrases::{Phrases, pieces};
use crate::{Record, state};

/// A list of the catalogue: the texts of each entry.
type Rows = Vec<Vec<Option<String>>>;

/// What the address of a source in the page begins with.
const SOURCE: &str = "#source-";

/// What is not printed, or not on every date, as the beginning of a key: the app draws it, and the catalogue has it.
const UNPRINTED: [&str; 3] = ["message/", "standfirst/", "tie/"];

/// The same as a part of a key.
const UNPRINTED_FIELDS: [&str; 2] = ["verdict", "details"];

/// The same as the beginning and the end of a key: an event has its short name where there is room for it.
const UNPRINTED_OF_EVENTS: (&str, &str) = ("event/", "/short_name");

/// What a copy says of itself.
///
/// # Errors
/// Where it does not say it, or not once.
pub(crate) fn mark(page: &Page) -> Result<Mark, Box<dyn Error>> {
    match &page.marks[..] {
        [one] => Ok(serde_json::from_str(one).map_err(|it| format!("its own edition: {it}"))?),
        [] => Err("it does not say which edition it is, as every copy since edition 2 does".into()),
        _ => Err("it says twice which edition it is".into()),
    }
}

impl Mark {
    /// What a copy says of itself.
    ///
    /// # Errors
    /// Where it does not say it, or not once.
    pub fn of(html: &str) -> Result<Self, Box<dyn Error>> {
        mark(&Page::parse(html)?)
    }
}

/// What a copy says otherwise than the record of its edition, a line each: in its catalogue, its printed text and its state.
/// `earlier` are the records of the editions before, which it may quote.
///
/// # Errors
/// Where the file is no copy of the briefing.
pub fn verify(
    html: &str,
    record: &Record,
    earlier: &[Record],
) -> Result<Vec<String>, Box<dyn Error>> {
    let page = Page::parse(html)?;
    let mark = mark(&page)?;
    let mut found = identity(&mark, record);
    found.extend(state::differences(&mark.state, record));
    found.extend(catalogue(&page, &mark, record)?);
    found.extend(printed(&page, &mark, record, earlier));
    Ok(found)
}

fn identity(mark: &Mark, record: &Record) -> Vec<String> {
    let pairs = [
        ("number", mark.number.to_string(), record.number.to_string()),
        ("date", mark.date.clone(), record.date.to_string()),
        ("sha256", mark.sha256.clone(), record.sha256()),
    ];
    let differ = pairs.into_iter().filter(|(_, said, says)| said != says);
    let differ = differ.map(|(what, said, says)| {
        format!("edition, {what}: it says `{said}`, the record `{says}`")
    });
    let open = mark.open.then(|| "edition: the copy was made before it was closed".to_owned());
    differ.chain(open).collect()
}

/// What the catalogue says otherwise.
fn catalogue(page: &Page, mark: &Mark, record: &Record) -> Result<Vec<String>, Box<dyn Error>> {
    let [json] = &page.catalogues[..] else { return Err("it has no catalogue, or two".into()) };
    let lists: BTreeMap<String, Rows> =
        serde_json::from_str(json).map_err(|it| format!("its catalogue: {it}"))?;
    let mut found = Vec::new();
    for list in mark.catalogue.keys().filter(|it| !lists.contains_key(*it)) {
        found.push(format!("catalogue: it has no list `{list}`"));
    }
    for (list, rows) in &lists {
        let Some(layout) = mark.catalogue.get(list) else {
            found.push(format!("catalogue: it has a list `{list}`, and does not say of what"));
            continue;
        };
        match layout.strip_prefix(MESSAGE) {
            Some(keys) => messages(list, keys, rows, record, &mut found),
            None => entries(list, &Layout::parse(layout), rows, record, &mut found),
        }
    }
    Ok(found)
}

/// What the messages say otherwise, whose keys these are.
fn messages(list: &str, keys: &str, rows: &Rows, record: &Record, found: &mut Vec<String>) {
    let keys: Vec<&str> = keys.split_whitespace().collect();
    if keys.len() != rows.len() {
        found.push(not_all(list));
    }
    for (key, row) in keys.iter().zip(rows) {
        let key = format!("message/{key}");
        let expected = record.texts.get(&key).map(|it| (Some(key.clone()), it.clone()));
        found.extend(differs(&key, row, &Vec::from_iter(expected)));
    }
}

/// What the entries of a list say otherwise.
fn entries(list: &str, layout: &Layout, rows: &Rows, record: &Record, found: &mut Vec<String>) {
    let names: Vec<&str> = record.order(&layout.kind).collect();
    if names.len() != rows.len() {
        found.push(not_all(list));
    }
    for (name, row) in names.iter().zip(rows) {
        let expected = layout.row(record, name);
        found.extend(differs(&format!("{}/{name}", layout.kind), row, &expected));
    }
}

fn not_all(list: &str) -> String {
    format!("catalogue: `{list}` has not as many entries as the record")
}

/// Where a row first says something else than expected; what is not there is left out in both.
fn differs(
    entry: &str,
    row: &[Option<String>],
    expected: &[(Option<String>, String)],
) -> Option<String> {
    let said: Vec<&String> = row.iter().flatten().filter(|it| !it.is_empty()).collect();
    let same = said.iter().zip(expected).take_while(|(said, (_, text))| **said == text).count();
    let (said, expected) = (said.get(same), expected.get(same));
    if said.is_none() && expected.is_none() {
        return None;
    }
    let key = expected.and_then(|it| it.0.as_deref()).unwrap_or(entry);
    let quoted = |text: Option<&str>| text.map_or("no more".to_owned(), |it| format!("`{it}`"));
    let (said, says) = (quoted(said.map(|it| it.as_str())), quoted(expected.map(|it| &*it.1)));
    Some(format!("catalogue, {key}: it says {said}, the record {says}"))
}

/// Whether a text is the address that it leads to: whoever publishes a copy puts one in for errors.
fn names_address(text: &Part, before: Option<&Part>) -> bool {
    let address =
        before.filter(|it| it.attribute == Some("href")).map_or("", |it| it.text.as_str());
    !text.text.is_empty()
        && (address == text.text || address.strip_prefix("mailto:") == Some(&text.text))
}

/// A link to a source under the number of another.
fn misnumbered(parts: &[Part]) -> Option<String> {
    let [link, Part { at, attribute: None, text }] = parts else { return None };
    let number = link.text.strip_prefix(SOURCE).filter(|_| link.attribute == Some("href"))?;
    let is_number = text.bytes().all(|it| it.is_ascii_digit());
    (is_number && number != text)
        .then(|| format!("printed, at byte {at}: `{text}`, which leads to source {number}"))
}

/// What the printed text says otherwise.
fn printed(page: &Page, mark: &Mark, record: &Record, earlier: &[Record]) -> Vec<String> {
    let phrases = Phrases::of(record, earlier);
    let before = std::iter::once(None).chain(page.parts.iter().map(Some));
    let texts = page.parts.iter().zip(before).filter(|(it, _)| it.is_read());
    let wrong =
        texts.filter(|(it, before)| !names_address(it, *before) && !phrases.can_say(&it.text));
    let mut found: Vec<String> =
        wrong.map(|(it, _)| format!("printed, at byte {}: `{}`", it.at, it.text)).collect();
    found.extend(page.parts.windows(2).filter_map(misnumbered));
    let text = page.texts().map(|it| &*it.text).collect::<Vec<_>>().join("\n");
    let (of_events, field) = UNPRINTED_OF_EVENTS;
    let is_printed = |key: &str| {
        let is_short_name = key.starts_with(of_events) && key.ends_with(field);
        !is_short_name
            && !UNPRINTED.iter().any(|it| key.starts_with(it))
            && !key.split('/').any(|it| UNPRINTED_FIELDS.contains(&it))
            && (!earlier.is_empty() || !key.starts_with("change/"))
    };
    let texts = record.texts.iter().filter(|it| is_printed(it.0));
    let says = |it: String| text.contains(&it);
    let missing = texts
        .filter(|(key, it)| !says(with_single_spaces(it)) && !says(pieces(key, it).join("\n")));
    found.extend(missing.map(|(key, text)| format!("printed: {key} is missing, `{text}`")));
    let links: HashSet<&str> =
        page.parts.iter().filter(|it| it.attribute == Some("href")).map(|it| &*it.text).collect();
    let addresses = record.state.iter().filter(|it| it.0.ends_with("/url"));
    let missing = addresses.filter(|it| !links.contains(it.1.as_str()));
    found.extend(missing.map(|(key, url)| format!("printed: no link leads to {key}, `{url}`")));
    if page.printed_sha256() != mark.printed {
        found.push("printed: not what was printed when the copy was made".into());
    }
    found
}
