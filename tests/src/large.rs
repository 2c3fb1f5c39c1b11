//! The sample's larger sibling: forty countries and hundreds of events, to see what a briefing that has grown looks like.
//!
//! It is the sample with copies of Sweden, whose histories end at different steps, and of events, weeks apart.

use crate::Outcome;
use crate::multiply::{read, write};
use std::path::Path;
use toml::{Table, Value};

/// How often each event comes.
const ROUNDS: usize = 34;

/// The country that is copied.
const COPIED: &str = "swe";

/// The copies: id, name, latitude and longitude, code in the atlas. Where its capital is nobody asks, so it has the country's name.
#[rustfmt::skip]
const COUNTRIES: [(&str, &str, f64, f64, &str); 37] = [
    ("fra", "France", 48.86, 2.35, "250"), ("deu", "Germany", 52.52, 13.4, "276"), ("esp", "Spain", 40.42, -3.7, "724"),
    ("prt", "Portugal", 38.72, -9.14, "620"), ("ita", "Italy", 41.9, 12.5, "380"), ("pol", "Poland", 52.23, 21.01, "616"),
    ("fin", "Finland", 60.17, 24.94, "246"), ("dnk", "Denmark", 55.68, 12.57, "208"), ("nld", "Netherlands", 52.37, 4.9, "528"),
    ("bel", "Belgium", 50.85, 4.35, "056"), ("irl", "Ireland", 53.35, -6.26, "372"), ("isl", "Iceland", 64.15, -21.94, "352"),
    ("grc", "Greece", 37.98, 23.73, "300"), ("tur", "Turkey", 39.93, 32.86, "792"), ("egy", "Egypt", 30.04, 31.24, "818"),
    ("mar", "Morocco", 34.02, -6.83, "504"), ("nga", "Nigeria", 9.08, 7.4, "566"), ("ken", "Kenya", -1.29, 36.82, "404"),
    ("zaf", "South Africa", -25.75, 28.19, "710"), ("ind", "India", 28.61, 77.21, "356"), ("tha", "Thailand", 13.76, 100.5, "764"),
    ("vnm", "Vietnam", 21.03, 105.85, "704"), ("mys", "Malaysia", 3.1, 101.69, "458"), ("idn", "Indonesia", -6.21, 106.85, "360"),
    ("phl", "Philippines", 14.6, 120.98, "608"), ("jpn", "Japan", 35.68, 139.69, "392"), ("kor", "South Korea", 37.57, 126.98, "410"),
    ("mng", "Mongolia", 47.89, 106.91, "496"), ("aus", "Australia", -35.28, 149.13, "036"), ("nzl", "New Zealand", -41.29, 174.78, "554"),
    ("can", "Canada", 45.42, -75.7, "124"), ("usa", "United States of America", 38.9, -77.04, "840"),
    ("mex", "Mexico", 19.43, -99.13, "484"), ("bra", "Brazil", -15.79, -47.88, "076"), ("arg", "Argentina", -34.6, -58.38, "032"),
    ("chl", "Chile", -33.45, -70.67, "152"), ("col", "Colombia", 4.71, -74.07, "170"),
];

/// Writes the folder of its content.
///
/// # Errors
///
/// If the sample cannot be read or the folder cannot be written.
pub fn enlarge(sample: &Path, to: &Path) -> Outcome {
    let mut files = read(sample)?;
    for (kind, value) in files.iter_mut().flat_map(|(_, it)| it.iter_mut()) {
        let Some(entries) = value.as_array_mut() else { continue };
        match kind.as_str() {
            "partner" => *entries = entries.iter().flat_map(partners).collect(),
            "claim" => entries.iter_mut().for_each(claim),
            "technology" => entries.iter_mut().for_each(technology),
            "event" => *entries = events(entries),
            _ => {}
        }
    }
    write(&files, to)
}

/// An entry, and its copies behind it if it is the one that is copied.
fn partners(entry: &Value) -> Vec<Value> {
    let is_copied = entry.get("id").and_then(Value::as_str) == Some(COPIED);
    let copies = (0..COUNTRIES.len()).filter(|_| is_copied).filter_map(|at| partner(entry, at));
    std::iter::once(entry.clone()).chain(copies).collect()
}

fn partner(entry: &Value, at: usize) -> Option<Value> {
    let (id, name, lat, lon, code) = *COUNTRIES.get(at)?;
    let mut copy = entry.as_table()?.clone();
    copy.insert("id".to_owned(), Value::from(id));
    copy.insert("name".to_owned(), Value::from(name));
    let capital =
        [("name", Value::from(name)), ("lat", Value::from(lat)), ("lon", Value::from(lon))];
    copy.insert("capital".to_owned(), table(capital));
    copy.insert(
        "atlas".to_owned(),
        table([("code", Value::from(code)), ("name", Value::from(name))]),
    );
    let status = copy.get_mut("status")?.as_array_mut()?;
    status.truncate(1 + at % status.len());
    Some(Value::Table(copy))
}

fn table<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Table(fields.into_iter().map(|(key, it)| (key.to_owned(), it)).collect::<Table>())
}

fn is_of_copied(list: &Value) -> bool {
    list.as_array().is_some_and(|it| it.contains(&Value::from(COPIED)))
}

/// What is about the country is about its copies, too.
fn claim(entry: &mut Value) {
    let about = entry.get_mut("about").filter(|it| is_of_copied(it)).and_then(Value::as_array_mut);
    if let Some(about) = about {
        about.extend(COUNTRIES.iter().map(|it| Value::from(it.0)));
    }
}

/// Each link of the country is one of some of its copies, too.
fn technology(entry: &mut Value) {
    let Some(links) = entry.get_mut("links").and_then(Value::as_array_mut) else { return };
    let own: Vec<Value> =
        links.iter().filter(|it| it.get("countries").is_some_and(is_of_copied)).cloned().collect();
    for (at, link) in own.iter().enumerate() {
        for (id, ..) in COUNTRIES.iter().skip(at).step_by(2 + at) {
            let mut copy = link.clone();
            if let Some(countries) = copy.get_mut("countries") {
                *countries = Value::Array(vec![Value::from(*id)]);
            }
            links.push(copy);
        }
    }
}

/// The events so many times, in their order.
fn events(entries: &[Value]) -> Vec<Value> {
    let copies = |it| (0..ROUNDS).filter_map(move |round| event(it, round));
    let mut events: Vec<Value> = entries.iter().flat_map(copies).collect();
    let date = |it: &Value| it.get("date").and_then(Value::as_str).unwrap_or_default().to_owned();
    events.sort_by_key(date);
    events
}

/// A copy, in a week of a later month unless it is expected; where it is about the country it is about one of its copies, too.
fn event(entry: &Value, round: usize) -> Option<Value> {
    let mut copy = entry.as_table()?.clone();
    if round == 0 {
        return Some(Value::Table(copy));
    }
    let id = format!("{}-x{round}", copy.get("id")?.as_str()?);
    copy.insert("id".to_owned(), Value::from(id));
    if copy.get("expected").is_none() {
        let later = later(copy.get("date")?.as_str()?, round)?;
        copy.insert("date".to_owned(), Value::from(later));
    }
    if let Some(about) = copy.get_mut("about").filter(|it| is_of_copied(it)) {
        let (id, ..) = COUNTRIES.get(round)?;
        about.as_array_mut()?.push(Value::from(*id));
    }
    Some(Value::Table(copy))
}

/// A day so many weeks after the beginning of the month after a date; each month has four.
fn later(date: &str, weeks: usize) -> Option<String> {
    let mut parts = date.split('-').map(str::parse::<usize>);
    let (year, month) = (parts.next()?.ok()?, parts.next().and_then(Result::ok).unwrap_or(1));
    let months = year * 12 + month + weeks / 4;
    Some(format!("{:04}-{:02}-{:02}", months / 12, months % 12 + 1, 1 + weeks % 4 * 7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::project;
    use explorer::view::{LISTED, LaneName, time_list, view, whole_card};
    use explorer::{Briefing, Selection, Subject};

    fn grown() -> Briefing {
        let content = project().join("target/large-tests/content");
        enlarge(&project().join("tests/content"), &content).unwrap();
        let compiled = compile::compile(&content, &project()).unwrap();
        Briefing::new(compiled.model, compiled.text).unwrap()
    }

    #[test]
    fn what_has_grown_is_folded_with_a_word() {
        let briefing = grown();
        let model = &briefing.model;
        assert_eq!((model.countries.len(), model.events.len()), (41, 306));
        let last = model.each_country().rfind(|(_, it)| it.id == "col").unwrap().0;
        let open = Selection::default().opening(Subject::Country(last));
        for selection in [Selection::default(), open] {
            let shown = view(&briefing, &selection);
            let timeline = shown.timeline;
            assert_eq!((timeline.lanes.len(), &*timeline.more_lanes), (12, "27 more in the list"));
            let folded: usize = timeline.ticks.more.iter().map(|it| it.1).sum();
            let drawn = timeline.ticks.each.len();
            assert_eq!(drawn + folded + timeline.ticks.later, 306);
            assert!(drawn < 200, "{drawn} squares");
            let listed = time_list(&briefing, &selection, LISTED);
            assert_eq!((listed.lanes.len(), &*listed.more), (39, "186 more"));
            assert!(!whole_card(&briefing, &selection).sections.is_empty());
        }
        let lanes = view(&briefing, &open).timeline.lanes;
        let is_own =
            |it: &LaneName| matches!(it, LaneName::Country(it, ..) if it.name == "Colombia");
        assert!(lanes.iter().any(|it| is_own(&it.name)));
    }
}
