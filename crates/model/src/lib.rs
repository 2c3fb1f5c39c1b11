//! The model of the briefing and what can be asked of it.
//!
//! A [`Briefing`] is everything the briefing says, with ids resolved to typed indices. [`AsOf`] asks it what was known
//! on a date: statuses, claims, events. Pure Rust: no I/O, no browser, no TOML, and no panic on any question.

mod as_of;
mod date;
mod entity;
mod entity_kind;
mod id;
mod kind;
mod packed;
mod prose;
mod sheet;
mod status;
mod words;

pub use as_of::{AsOf, Standing, TechnologyRole};
pub use date::{Date, Precision, When};
pub use entity::*;
pub use entity_kind::EntityKind;
pub use id::*;
pub use kind::*;
pub use packed::{Packed, Unpack, unpack};
pub use sheet::*;
pub use status::Status;
pub use words::{PRINTED_WORDS, PrintedWords, WORDS, Word, Words, digits, fill};
