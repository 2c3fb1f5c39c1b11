//! Selection ⇄ address. Every view has one short canonical name, and every text has a nearest view.
//!
//! `pillar=2&partner=kor&date=2024-05-01`, as the query of an address or as its fragment: at most one key of a scope, at most
//! one of a subject, and `date`. `view=areas` is the scope of all areas, and an area and a country after it are the cell that
//! is opened. `from` is the day since when changes are shown, `q` what is searched for, with `only` for what its results are
//! about, and `compare` the countries that are chosen; `story` is a step of the story, and stands alone. The keys of entries are those of [`EntityKind`]; values are the ids of the content without their
//! prefix, and need no escaping. Keys of others (such as a mailing's tracking tags) mean nothing, and their values are not
//! looked into; the canonical name that the app writes is without them, so that what a reader shares names the view alone.
//!
//! What mail and chat programs do to an address is undone. Keys and values are letters, digits and hyphens, so around them
//! everything else is damage, and what else is between `&` and `&` comes after a delimiter. `assets/address.js` does the
//! same before the app is there, and `tests/addresses.txt` holds both to it. What is searched for is free text, in which
//! nothing is mended: it is what stands after `q=` up to the next `&`.

mod entry;
mod found;
mod key;
mod mend;
mod print;

#[cfg(test)]
mod tests;

use model::Model;

pub use key::{CHOSEN_KEY, DATE_KEY, FILTER_KEY, FROM_KEY, STEP_KEY, VIEW_KEY, WORDS_KEY, keys};
pub use print::print;

use crate::{Briefing, Selection};
use found::Found;
use key::Key;
use mend::{names_overview, pairs};

/// The name of the overview as a fragment, which must not be empty: it would name nothing.
pub const OVERVIEW: &str = "overview";

/// What an address means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The nearest valid selection.
    pub selection: Selection,
    /// What the selection is without; of several things the first.
    pub misread: Option<Misread>,
}

impl Parsed {
    /// Whether every value of a known key was valid.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        matches!(self.misread, None | Some(Misread::LeftOut(_) | Misread::TooMany))
    }
}

/// What of an address is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// The value of a key names nothing that there is.
    Value(&'static str),
    /// A day lies before the first or after the last of the briefing; it means the nearest of both.
    Day,
    /// A key cannot be shown together with the others.
    LeftOut(&'static str),
    /// More countries are to be compared than can be.
    TooMany,
}

/// The name of a selection as a fragment, without its `#`.
#[must_use]
pub fn fragment(model: &Model, selection: &Selection) -> String {
    let name = print(model, selection);
    if name.is_empty() { OVERVIEW.to_owned() } else { name }
}

/// Whether a text names a view, rightly or wrongly; a fragment may name a place on the page instead.
#[must_use]
pub fn names_view(text: &str) -> bool {
    names_overview(text) || !pairs(text).is_empty()
}

/// The text that names the view, of the query and the fragment of an address: the fragment if it can, so that links need no
/// server, else the query. A date alone goes with the view of the query, as does what a browser takes for a fragment after
/// an `&#38;` or `&#x26;` that should have been `&`.
#[must_use]
pub fn asked(query: &str, fragment: &str) -> String {
    let pairs = pairs(fragment);
    let is_date = !pairs.is_empty() && pairs.iter().all(|(key, _)| *key == Key::Date);
    let is_reference =
        ["38;", "x26;", "X26;"].iter().any(|it| fragment.trim_start_matches('0').starts_with(it));
    let is_part = is_date || is_reference;
    if names_overview(fragment) {
        fragment.to_owned()
    } else if is_part {
        [fragment, "&", query].concat()
    } else {
        if pairs.is_empty() { query } else { fragment }.to_owned()
    }
}

/// The nearest selection to any text, with or without a question mark. Never fails; the first of two values for the
/// same thing counts.
#[must_use]
pub fn parse(briefing: &Briefing, query: &str) -> Parsed {
    let query = query.strip_prefix('?').unwrap_or(query);
    let bare_key = query.split('&').find_map(Key::named);
    let mut found = Found::new(briefing, bare_key.map(|it| Misread::Value(it.name())));
    for (key, value) in pairs(query) {
        found.take(key, &value);
    }
    found.parsed()
}
