//! What goes into the slots of the page and of the files for host pages.

pub(crate) mod keys;
mod markup;
pub(crate) mod page;
pub(crate) mod style;
