//! What whatever can fail here returns.

use std::error::Error;

/// A value, or what went wrong.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;
