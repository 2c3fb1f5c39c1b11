//! Map, markers, cards and legend say the same, through every lens and on every date.

use crate::case::{Case, cases, js};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![map_and_list_agree.in_chromium()];

/// A lens, a date, and the status of each country then. One that is only mentioned, or has not been named yet, is land.
const MAPS: [(&str, &str, &[&str]); 16] = [
    ("?", "2021-03-01", &["nor member", "per member"]),
    ("?", "2023-05-01", &["nor member", "per member", "swe interest"]),
    ("?", "2024-06-20", &["nor member", "per member", "swe consideration"]),
    ("?", "2026-06-30", &["nor member", "per member", "swe participant"]),
    ("?pillar=1&", "2021-03-01", &["nor member", "per member"]),
    ("?pillar=1&", "2024-02-29", &["nor member", "per member", "swe none"]),
    ("?pillar=1&", "2024-03-01", &["nor member", "per member", "swe closed"]),
    ("?pillar=1&", "2026-06-30", &["nor member", "per member", "swe closed"]),
    ("?pillar=2&", "2021-03-01", &["nor member", "per member"]),
    ("?pillar=2&", "2024-11-30", &["nor member", "per member", "swe consultation"]),
    ("?pillar=2&", "2026-06-30", &["nor member", "per member", "swe participant"]),
    ("?technology=string&", "2021-03-01", &["nor none", "per none"]),
    ("?technology=string&", "2023-05-01", &["nor member", "per member", "swe none"]),
    ("?technology=string&", "2026-06-30", &["nor member", "per member", "swe participant"]),
    ("?technology=knots&", "2025-09-05", &["nor none", "per none", "swe none"]),
    ("?technology=knots&", "2026-06-30", &["nor none", "per none", "swe none"]),
];

fn map_and_list_agree(page: &Page) -> Outcome {
    for (lens, date, expected) in MAPS {
        let query = format!("{lens}date={date}");
        page.open(&query)?;
        assert_same(&format!("the map of {query}"), page.statuses()?, expected.to_vec())?;
        let wrong = page.call_list(js!("contradictions"), &[json!(expected.len())])?;
        assert_empty(&format!("{query} contradicts itself"), &wrong)?;
    }
    Ok(())
}
