//! The axis of the timeline: it is the same on every date, so that nothing on it jumps.

use model::{Date, Model};

/// How many parts an axis has.
const PARTS: u32 = 10_000;

/// At most one part in so many of what lies behind the edition is shown of what lies ahead, rounded up to a year's end.
const PAST_TO_FUTURE: u32 = 5;

/// A place on the axis, in ten-thousandths of its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u32);

impl Place {
    /// Where the axis begins.
    pub const START: Self = Self(0);
    /// Where it ends.
    pub const END: Self = Self(PARTS);

    /// The place at so many parts, or the end.
    #[must_use]
    pub fn new(parts: u32) -> Self {
        Self(parts.min(PARTS))
    }

    /// The place at a share of the axis, from 0 to 1.
    #[must_use]
    pub fn at(share: f64) -> Self {
        // A cast takes what is no number for 0, and what is too large for the largest.
        Self::new((share * f64::from(PARTS)) as u32)
    }

    /// How many parts lie before it.
    #[must_use]
    pub fn parts(self) -> u32 {
        self.0
    }

    /// Of the length of the axis: `41.35%`.
    #[must_use]
    pub fn percent(self) -> String {
        [&*(self.0 / 100).to_string(), ".", &*two_digits(self.0 % 100), "%"].concat()
    }

    pub(super) fn shifted(self, parts: u32) -> Self {
        Self::new(self.0 + parts)
    }

    pub(super) fn before(self, parts: u32) -> Self {
        Self(self.0.saturating_sub(parts))
    }
}

fn two_digits(number: u32) -> String {
    if number < 10 { ["0", &*number.to_string()].concat() } else { number.to_string() }
}

/// A stretch of the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub from: Place,
    /// Where it ends; not before it begins.
    pub to: Place,
}

impl Span {
    /// Between two places; empty if the second comes first.
    #[must_use]
    pub fn new(from: Place, to: Place) -> Self {
        Self { from, to: to.max(from) }
    }

    /// How long it is.
    #[must_use]
    pub fn width(self) -> Place {
        Place(self.to.0 - self.from.0)
    }

    /// Whether it has no length.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.from == self.to
    }

    /// Whether a place is within it and at no end.
    pub(super) fn is_across(self, place: Place) -> bool {
        self.from < place && place < self.to
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The axis: from before the first event to the end of the year of the last that is expected, but not so far that what has been is
/// squashed, and at least to the end of the year of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    start: Date,
    end: Date,
}

impl Axis {
    pub(super) fn of(model: &Model) -> Self {
        let edition = model.edition.date;
        let first = model.events.iter().map(|it| it.when.date).min().unwrap_or(edition);
        let ahead = model.events.iter().filter(|it| it.expected).map(|it| it.when.end()).max();
        let most = u32::from(edition.year())
            + (u32::from(edition.month()) * 30 + edition.days_since(first) / PAST_TO_FUTURE) / 365;
        let shown = ahead.unwrap_or(edition).year().min(u16::try_from(most).unwrap_or(u16::MAX));
        Self { start: month_before(first), end: year_end(shown.max(edition.year())) }
    }

    /// Where a day is; an end for one beyond it.
    #[must_use]
    pub fn place(&self, day: Date) -> Place {
        let parts = u64::from(day.days_since(self.start)) * u64::from(PARTS)
            / u64::from(self.days().max(1));
        Place::new(u32::try_from(parts).unwrap_or(PARTS))
    }

    pub(super) fn is_beyond(&self, day: Date) -> bool {
        day >= self.end
    }

    pub(super) fn end(&self) -> Date {
        self.end
    }

    fn days(&self) -> u32 {
        self.end.days_since(self.start)
    }

    /// Each year with the stretch that is its own.
    pub(super) fn years(&self) -> impl Iterator<Item = (u16, Span)> {
        (self.start.year()..self.end.year()).map(|year| {
            let from = Date::new(year, 1, 1).unwrap_or(self.start).max(self.start);
            (year, Span::new(self.place(from), self.place(year_end(year))))
        })
    }
}

fn month_before(day: Date) -> Date {
    let (year, month) = (day.year(), day.month());
    let before = if month > 1 { (year, month - 1) } else { (year.saturating_sub(1), 12) };
    Date::new(before.0, before.1, 1).unwrap_or(Date::MIN)
}

/// The first day after a year.
fn year_end(year: u16) -> Date {
    Date::new(year.saturating_add(1), 1, 1).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;

    #[test]
    fn the_axis_has_every_event_but_those_far_ahead() {
        let axis = Axis::of(&sample().model);
        assert_eq!(
            (axis.start.to_string(), axis.end.to_string()),
            ("2021-02-01".into(), "2028-01-01".into())
        );
        let years: Vec<_> = axis.years().collect();
        assert_eq!((years[0].0, years.last().unwrap().0), (2021, 2027));
        assert_eq!((years[0].1.from, years.last().unwrap().1.to), (Place::START, Place::END));
        for pair in years.windows(2) {
            assert_eq!(pair[0].1.to, pair[1].1.from);
        }
    }

    #[test]
    fn a_place_is_printed_as_a_percentage() {
        let percent = |parts| Place::new(parts).percent();
        assert_eq!(
            [percent(0), percent(7), percent(4135), percent(20_000)],
            ["0.00%", "0.07%", "41.35%", "100.00%"]
        );
    }
}
