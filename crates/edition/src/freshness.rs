//! Which statuses are no longer confirmed.

use model::{Date, Model};

/// The statuses of which no claim says so any more on a date, each in a few words for editors.
#[must_use]
pub fn unconfirmed(_model: &Model, _date: Date) -> Vec<String> {
    // The model does not yet say how long a claim confirms a status.
    Vec::new()
}
