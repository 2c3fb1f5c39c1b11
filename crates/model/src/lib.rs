//! The state of the briefing and what can be asked of it.
//!
//! A [`Model`] holds what things are: ids, kinds, dates, statuses, links and order, with ids resolved to typed indices.
//! [`AsOf`] asks it what was known on a date: statuses, claims, events. Pure Rust: no I/O, no browser, no text that a
//! reader sees, and no panic on any question.

mod article;
mod as_of;
mod date;
mod entity;
mod entity_kind;
mod id;
mod kind;
mod sheet;
mod status;

pub use article::ArticlePlace;
pub use as_of::{AsOf, Confirmation, DatedStatus, Role, Standing, StatusOwner};
pub use date::{Date, Precision, When};
pub use entity::*;
pub use entity_kind::{EntityId, EntityKind};
pub use id::*;
pub use kind::*;
pub use sheet::*;
pub use status::Status;
