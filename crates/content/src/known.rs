//! When something became known: what "as known on a date" goes by.

use model::{ClaimId, Date, When};

/// Reports of an event appear up to this many days after it, or before it by the local calendar; it still counts as
/// known on its own day. A source later than that is what made it known.
const REPORTING_LAG_DAYS: usize = 2;

/// When a fact became known whose earliest source is of `first_source`.
pub(crate) fn fact(when: When, expected: bool, first_source: Option<Date>) -> Date {
    match first_source {
        Some(first) if expected || first > lagging(when.date) => first,
        _ => when.date,
    }
}

/// When a status became known: with the earliest of its claims, and not before it began.
pub(crate) fn status(from: When, claims: &[ClaimId], claims_known: &[Date]) -> Date {
    let known = claims.iter().filter_map(|claim| claims_known.get(claim.index())).min();
    known.map_or(from.date, |known| from.date.max(*known))
}

fn lagging(date: Date) -> Date {
    (0..REPORTING_LAG_DAYS).fold(date, |date, _| date.next())
}

/// Whether the last day that is meant lies before `date`. Not so for what stands for a date that could not be read.
pub(crate) fn has_passed(when: When, date: Date) -> bool {
    let month = (when.date.year(), when.date.month());
    match when.precision {
        _ if when.date == Date::MIN => false,
        model::Precision::Day => when.date < date,
        model::Precision::Month => month < (date.year(), date.month()),
        model::Precision::Year => when.date.year() < date.year(),
    }
}
