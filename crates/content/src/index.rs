//! What the ids of one kind stand for.

use std::collections::BTreeMap;

/// The ids of one kind.
pub(crate) struct Index<'t, I> {
    /// What an entry is called in messages.
    pub(crate) kind: &'static str,
    by_id: BTreeMap<&'t str, I>,
}

impl<'t, I: Copy> Index<'t, I> {
    /// The ids of a kind, with what each stands for.
    pub(crate) fn new(kind: &'static str, by_id: BTreeMap<&'t str, I>) -> Self {
        Self { kind, by_id }
    }

    /// What an id stands for.
    pub(crate) fn get(&self, id: &str) -> Option<I> {
        self.by_id.get(id).copied()
    }

    /// Every id.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'t str> {
        self.by_id.keys().copied()
    }
}
