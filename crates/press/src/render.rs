//! What goes into the slots of the page and of the files for host pages.

pub(crate) mod keys;
mod markup;
pub(crate) mod page;
mod places;
mod shape;
pub(crate) mod style;
