//! What differs between two records, key by key.

use std::collections::{BTreeMap, BTreeSet};

use crate::Record;

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Something else stands there.
    Changed,
}

/// The keys that differ, each with what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference(pub BTreeMap<String, Change>);

impl Difference {
    /// What an edition says otherwise than an earlier one; its date apart.
    #[must_use]
    pub fn between(earlier: &Record, later: &Record) -> Self {
        let keys: BTreeSet<&str> =
            [earlier, later].into_iter().flat_map(Record::entries).map(|it| it.0).collect();
        let change = |key: &str| match (earlier.get(key), later.get(key)) {
            (None, _) => Some(Change::Added),
            (_, None) => Some(Change::Removed),
            (one, other) => (one != other).then_some(Change::Changed),
        };
        Self(keys.into_iter().filter_map(|it| Some((it.to_owned(), change(it)?))).collect())
    }

    /// How many keys of each kind of entry were added, removed and changed.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<&str, [usize; 3]> {
        let mut counts = BTreeMap::<&str, [usize; 3]>::new();
        for (key, change) in &self.0 {
            let kind = key.split('/').next().unwrap_or_default();
            let [added, removed, changed] = counts.entry(kind).or_default();
            match change {
                Change::Added => *added += 1,
                Change::Removed => *removed += 1,
                Change::Changed => *changed += 1,
            }
        }
        counts
    }
}
