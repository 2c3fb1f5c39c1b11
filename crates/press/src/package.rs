//! How the printed page is handed out: as a site or as one file, under a policy, packed, and with what web servers are
//! told.

pub(crate) mod app;
pub(crate) mod editions;
pub(crate) mod file;
pub(crate) mod hosting;
mod module;
pub(crate) mod packed;
pub(crate) mod policy;
pub(crate) mod sums;
