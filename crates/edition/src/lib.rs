//! What an edition says, as a record that can be kept, compared and checked.
//!
//! A [`Record`] holds everything in model and catalogues by key, `claim/c-founded/text`: texts apart from all else. An
//! [`Archive`] is the folder of the records of closed editions, one file each; it says whether the content is that of a closed
//! edition, is an open one, or may not be as it is. For builds, tests and `script/edition`; nothing here reaches the browser.

mod archive;
mod difference;
mod freshness;
mod list;
mod record;
mod value;

#[cfg(test)]
mod tests;

pub use archive::{Archive, Standing};
pub use difference::{Change, Difference};
pub use freshness::unconfirmed;
pub use record::{Problem, Record};
