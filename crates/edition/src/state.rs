//! The state of a record as copies carry it: short, as they carry what it is about elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::Record;

/// The state: a column for each field of a kind, `claim/date`, in the order of the entries; and what is of no entry. A claim is
/// `C12` and a source `S3`, by its place. Without the addresses of sources, which are links in every copy, and the order of the
/// entries, which is that of the catalogue.
pub(crate) type State = BTreeMap<String, Column>;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Column {
    /// Of no entry.
    One(String),
    /// Of each entry; nothing where it has none.
    All(Vec<String>),
    /// Of the few entries that have it, by place, from 1.
    Few(BTreeMap<String, String>),
}

/// A column is written in full if at least every fourth entry has the field: that is shorter.
const FEW: usize = 4;

impl Column {
    fn of(values: BTreeMap<usize, String>, entries: usize) -> Self {
        if values.len() * FEW < entries {
            let at_place = |(place, value): (usize, String)| (place.to_string(), value);
            return Self::Few(values.into_iter().map(at_place).collect());
        }
        let mut values = values;
        Self::All((1..=entries).map(|place| values.remove(&place).unwrap_or_default()).collect())
    }

    /// What stands at each place that has something.
    fn values(&self) -> BTreeMap<usize, &str> {
        match self {
            Self::One(value) => [(0, &**value)].into(),
            Self::All(values) => (1..).zip(values.iter().map(String::as_str)).collect(),
            Self::Few(values) => {
                let place = |text: &str| text.parse().unwrap_or(usize::MAX);
                values.iter().map(|(at, value)| (place(at), &**value)).collect()
            }
        }
    }
}

/// What a word of a value is written as.
struct Short<'r>(BTreeMap<&'r str, String>);

impl<'r> Short<'r> {
    fn of(record: &'r Record) -> Self {
        let numbered = |kind, letter| {
            record.order(kind).zip(1..).map(move |(id, place)| (id, format!("{letter}{place}")))
        };
        Self(numbered("claim", 'C').chain(numbered("source", 'S')).collect())
    }

    fn value(&self, value: &str) -> String {
        let word = |it| self.0.get(it).map_or(it, String::as_str);
        value.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The state of a record.
pub(crate) fn of(record: &Record) -> State {
    let short = Short::of(record);
    let (mut columns, mut state) =
        (BTreeMap::<String, BTreeMap<usize, String>>::new(), State::new());
    let mut entries = BTreeMap::new();
    for (key, value) in &record.state {
        if key.ends_with("/url") || key.starts_with("order/") {
            continue;
        }
        let mut parts = key.splitn(3, '/');
        let (kind, id, field) = (parts.next(), parts.next(), parts.next());
        let place = kind.zip(id).and_then(|(kind, id)| record.order(kind).position(|it| it == id));
        if let (Some(kind), Some(field), Some(place)) = (kind, field, place) {
            let column = format!("{kind}/{field}");
            entries.entry(column.clone()).or_insert_with(|| record.order(kind).count());
            columns.entry(column).or_default().insert(place + 1, short.value(value));
        } else {
            state.insert(key.clone(), Column::One(short.value(value)));
        }
    }
    for (key, values) in columns {
        let count = entries.get(&key).copied().unwrap_or_default();
        state.insert(key, Column::of(values, count));
    }
    state
}

/// What a copy's state says otherwise than a record's.
pub(crate) fn differences(copy: &State, record: &Record) -> Vec<String> {
    let expected = of(record);
    let keys: BTreeSet<&String> = copy.keys().chain(expected.keys()).collect();
    let mut found = Vec::new();
    for key in keys.into_iter().filter(|it| copy.get(*it) != expected.get(*it)) {
        let (one, other) = (values(copy.get(key)), values(expected.get(key)));
        let places: BTreeSet<usize> = one.keys().chain(other.keys()).copied().collect();
        let before = found.len();
        for place in places {
            let (said, says) = (one.get(&place).unwrap_or(&""), other.get(&place).unwrap_or(&""));
            if said != says {
                let entry = name(record, key, place);
                found.push(format!("state, {entry}: it says `{said}`, the record `{says}`"));
            }
        }
        if found.len() == before {
            found.push(format!("state, {key}: it is not written as it should be"));
        }
    }
    found
}

fn values(column: Option<&Column>) -> BTreeMap<usize, &str> {
    column.map(Column::values).unwrap_or_default()
}

/// The key of a record for a place in a column.
fn name(record: &Record, key: &str, place: usize) -> String {
    let id = |kind| record.order(kind).nth(place.checked_sub(1)?);
    match key.split_once('/').and_then(|(kind, field)| Some((kind, id(kind)?, field))) {
        Some((kind, id, field)) => format!("{kind}/{id}/{field}"),
        None => key.to_owned(),
    }
}
