//! Calendar dates, whole or known only to the month or the year.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar; only days that exist can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that can be written: 0001-01-01.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };

    /// The day `year`-`month`-`day`, or `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = year >= 1 && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        When::parse(text).filter(|when| when.precision == Precision::Day).map(|when| when.date)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        if day < days_in_month(year, month) {
            Self { day: day + 1, ..self }
        } else if month < 12 {
            Self { year, month: month + 1, day: 1 }
        } else {
            Self { year: year + 1, month: 1, day: 1 }
        }
    }

    /// How many days lie between `earlier` and this day; 0 if that is not earlier.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> u32 {
        self.day_number().saturating_sub(earlier.day_number())
    }

    /// How many days lie before it in the Gregorian calendar, counted from a day of the year 0.
    fn day_number(self) -> u32 {
        // A year that begins in March has its leap day last, so that the length of each month follows from its number: months
        // alternate between 31 and 30 days, five of them with 153 in all.
        let (year, month) = (u32::from(self.year), u32::from(self.month));
        let (year, month) =
            if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
        let leap_days = year / 4 - year / 100 + year / 400;
        year * 365 + leap_days + (153 * month + 2) / 5 + u32::from(self.day)
    }
}

impl Default for Date {
    fn default() -> Self {
        Self::MIN
    }
}

/// ISO 8601: `2024-05-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&When::from(*self), f)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Precision {
    /// The day is known.
    #[default]
    Day,
    /// Only month and year are known.
    Month,
    /// Only the year is known.
    Year,
}

/// A date with the precision it is known to. Ordered by the first day it can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct When {
    /// The first day that is meant.
    pub date: Date,
    /// How much of it is known.
    pub precision: Precision,
}

impl When {
    /// Reads ISO 8601 with reduced precision: `2024-05-01`, `2024-05` or `2024`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let month = u8::try_from(month.unwrap_or(Some(1))?).ok()?;
        let day = u8::try_from(day.unwrap_or(Some(1))?).ok()?;
        Some(Self { date: Date::new(year, month, day)?, precision })
    }

    /// The first day that can no longer be meant.
    #[must_use]
    pub fn end(self) -> Date {
        let Date { year, month, .. } = self.date;
        match self.precision {
            Precision::Day => self.date.next(),
            Precision::Month if month < 12 => Date { year, month: month + 1, day: 1 },
            Precision::Month | Precision::Year => Date { year: year + 1, month: 1, day: 1 },
        }
    }
}

impl From<Date> for When {
    fn from(date: Date) -> Self {
        Self { date, precision: Precision::Day }
    }
}

/// ISO 8601, as short as the precision: `2024-05`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = self.date;
        match self.precision {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn reads_and_prints_every_precision() {
        for text in ["2024-05-01", "2024-02-29", "2024-05", "2032"] {
            assert_eq!(When::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        let wrong = [
            "",
            "2024-13",
            "2024-02-30",
            "2023-02-29",
            "24-05-01",
            "2024-5-1",
            "2024-05-01-01",
            "+024",
            "0000",
            "２０２４",
        ];
        for text in wrong {
            assert_eq!(When::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_one_by_one() {
        let start = date("1999-12-30");
        let days = std::iter::successors(Some(start), |it| Some(it.next()));
        for (count, day) in days.enumerate().take(4 * 366) {
            assert_eq!(day.days_since(start) as usize, count, "{day}");
        }
        assert_eq!(Date::MIN.days_since(start), 0);
        assert_eq!(date("2026-11-26").days_since(date("2026-02-23")), 276);
    }

    #[test]
    fn next_day_crosses_months_and_years() {
        assert_eq!(date("2024-02-28").next(), date("2024-02-29"));
        assert_eq!(date("2023-02-28").next(), date("2023-03-01"));
        assert_eq!(date("2024-12-31").next(), date("2025-01-01"));
    }

    #[test]
    fn a_date_ends_with_its_day_month_or_year() {
        let end = |text| When::parse(text).unwrap().end().to_string();
        assert_eq!(end("2024-02-29"), "2024-03-01");
        assert_eq!((&*end("2024-02"), &*end("2024-12")), ("2024-03-01", "2025-01-01"));
        assert_eq!(end("2024"), "2025-01-01");
    }

    #[test]
    fn a_month_sorts_as_its_first_day() {
        assert!(When::parse("2024-05").unwrap() <= When::parse("2024-05").unwrap());
        assert!(When::parse("2024-05").unwrap() < When::parse("2024-05-02").unwrap());
    }
}
