//! Content multiplied: what a briefing that has grown would be made of.
//!
//! Sources, claims, events, statements, people and open questions come so many times, each copy citing the copies of the
//! same round; what stays single (countries, pillars, technologies, ties) lists all of them.

use crate::Outcome;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// The kinds of entry that are multiplied.
const KINDS: [&str; 6] = ["source", "claim", "event", "statement", "person", "limit"];

/// Content as it stands in its files.
pub(crate) type Files = Vec<(OsString, Table)>;

/// Reads a folder of content.
pub(crate) fn read(from: &Path) -> Outcome<Files> {
    let mut files = Vec::new();
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().ok_or("a content file has no name")?.to_owned();
        files.push((name, fs::read_to_string(&path)?.parse::<Table>()?));
    }
    Ok(files)
}

/// Writes a folder of content anew.
pub(crate) fn write(files: &Files, to: &Path) -> Outcome {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for (name, table) in files {
        fs::write(to.join(name), toml::to_string(table)?)?;
    }
    Ok(())
}

/// Writes a folder of content that holds another so many times.
///
/// # Errors
///
/// If the one cannot be read or the other cannot be written.
pub fn multiply(from: &Path, to: &Path, factor: usize) -> Outcome {
    let mut files = read(from)?;
    let ids = files.iter().flat_map(|(_, it)| KINDS.iter().filter_map(|kind| it.get(*kind)));
    let ids: BTreeSet<String> = ids.filter_map(Value::as_array).flatten().filter_map(id).collect();
    for (_, table) in &mut files {
        for (kind, value) in table {
            if KINDS.contains(&kind.as_str()) {
                repeat(value, &ids, factor);
            } else {
                spread(value, &ids, factor);
            }
        }
    }
    write(&files, to)
}

fn id(entry: &Value) -> Option<String> {
    Some(entry.get("id")?.as_str()?.to_owned())
}

/// The name of a copy; the first is the original.
fn name(id: &str, round: usize) -> String {
    if round == 0 { id.to_owned() } else { format!("{id}-x{round}") }
}

/// Puts the copies of each entry behind it, so that the order by date stays.
fn repeat(entries: &mut Value, ids: &BTreeSet<String>, factor: usize) {
    let Some(entries) = entries.as_array_mut() else { return };
    let copies = |it: &Value| (0..factor).map(|round| copy(it, ids, round)).collect::<Vec<_>>();
    *entries = entries.iter().flat_map(copies).collect();
}

/// The same with every id that comes several times replaced by that of this round.
fn copy(value: &Value, ids: &BTreeSet<String>, round: usize) -> Value {
    match value {
        Value::String(it) if ids.contains(it) => Value::String(name(it, round)),
        Value::Array(list) => Value::Array(list.iter().map(|it| copy(it, ids, round)).collect()),
        Value::Table(table) => {
            // A kind can have the name of an entry, and is none.
            let pair = |(key, it): (&String, &Value)| {
                (key.clone(), if key == "kind" { it.clone() } else { copy(it, ids, round) })
            };
            Value::Table(table.iter().map(pair).collect())
        }
        _ => value.clone(),
    }
}

/// Lets the lists of ids in each entry go on with those of the copies. What a single sentence or status rests on stays.
fn spread(entries: &mut Value, ids: &BTreeSet<String>, factor: usize) {
    let tables = entries.as_array_mut().into_iter().flatten().filter_map(Value::as_table_mut);
    for list in tables.flat_map(|it| it.iter_mut()).filter_map(|(_, it)| it.as_array_mut()) {
        if list.iter().all(|it| it.as_str().is_some_and(|it| ids.contains(it))) {
            let round = |round| list.iter().map(move |it| copy(it, ids, round));
            *list = (0..factor).flat_map(round).collect();
        }
    }
}
