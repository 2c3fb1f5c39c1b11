//! Finds what is said anywhere in the briefing: an [`Index`] of the words of all texts, which a [`Query`] is asked of.

mod entry;
mod fold;
mod index;
mod query;
mod snippet;
mod typo;

#[cfg(test)]
mod properties;

pub use entry::{Entry, Kind, Place, Printed, entries};
pub use index::{Correction, Found, Hit, Index, NAMED, correct};
pub(crate) use query::QUOTES;
pub use query::{Query, Term};
pub use snippet::{Marked, marks};
