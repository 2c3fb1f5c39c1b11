//! What an edition says, as a record that can be kept, compared and checked.
//!
//! A [`Record`] holds everything in model and catalogues by key, `claim/c-founded/text`: texts apart from all else. An
//! [`Archive`] is the folder of the records of closed editions, one file each; it says whether the content is that of a closed
//! edition, is an open one, or may not be as it is. Every copy of the briefing carries a [`Mark`], and [`verify`] compares a
//! copy with a record. For builds, tests and `script/edition`; nothing here reaches the browser.

mod archive;
mod changed;
mod changes;
mod copy;
mod difference;
mod freshness;
mod layout;
mod list;
mod page;
mod phrases;
mod record;
mod state;
mod value;
mod verify;

#[cfg(test)]
mod tests;

pub use archive::{Archive, Standing};
pub use changes::{ReasonProblem, changes, changes_since, diagnostics};
pub use copy::{ELEMENT, Mark};
pub use difference::{Change, Difference};
pub use freshness::unconfirmed;
pub use page::printed_sha256;
pub use record::{Problem, Record};
pub use verify::verify;
