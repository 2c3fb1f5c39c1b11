//! On each day on which something happened, the comparison of any two countries says of each what the raw histories say, and
//! says it once.

use std::collections::BTreeSet;

use model::{CountryId, Date, Group, PillarId, Status};

use super::compare::compare;
use super::dates::{each_date, known, lapsed, present};
use super::{Compare, CompareCell, CompareLine, Formatter, Mark, ViewContext};
use crate::{Briefing, Selection};

fn of(briefing: &'static Briefing, date: Date, countries: &[CountryId]) -> Compare<'static> {
    compare(&ViewContext::new(briefing, Selection::default().dated(Some(date))), countries)
}

/// What a country has in a row: what is its own, and what is the same for all.
fn lines(compare: &Compare<'static>, column: usize, heading: &str) -> Vec<CompareLine<'static>> {
    let own = compare.rows.iter().filter(|it| it.heading == heading);
    let own = own.flat_map(|it| it.cell(column).unwrap().lines.clone());
    let same = compare.same.iter().filter(|it| it.0 == heading);
    own.chain(same.flat_map(|it| it.1.lines.clone())).collect()
}

/// Each two countries, as often as they can be compared.
fn each_pair(check: impl Fn(&'static Briefing, Date, &Compare<'static>, [CountryId; 2], &str)) {
    each_date(|briefing, date, what| {
        let ids: Vec<_> = briefing.model.each_country().map(|(id, _)| id).collect();
        for (at, one) in ids.iter().enumerate() {
            for other in &ids[at + 1..] {
                let pair = [*one, *other];
                check(
                    briefing,
                    date,
                    &of(briefing, date, &pair),
                    pair,
                    &format!("{what}, {pair:?}"),
                );
            }
        }
    });
}

#[test]
fn each_standing_is_the_present_status() {
    each_pair(|briefing, date, compare, pair, what| {
        let (model, formats) = (&briefing.model, Formatter::new(&briefing.text.messages));
        for (column, id) in pair.into_iter().enumerate() {
            let country = model.country(id).unwrap();
            for (pillar, _) in model.each_pillar() {
                let name = &briefing.text.pillar(pillar).unwrap().name;
                let said = lines(compare, column, name);
                let [line] = &*said else { panic!("{what}: {said:?}") };
                let entries = known(model, country, pillar, date);
                let Some(present) = present(&entries).filter(|_| country.group != Group::Mentioned)
                else {
                    let none = briefing.text.messages.status_none();
                    assert_eq!((&*line.text, line.mark), (none, None), "{what}");
                    continue;
                };
                let since = formats.status_since(present.status, present.from);
                let said = [line.status, &*line.text].concat();
                assert!(said.starts_with(&since), "{what}: {said} for {since}");
                let mark = Some(Mark::from(present.status)).filter(|it| *it != Mark::Closed);
                assert_eq!(line.mark, mark, "{what}");
                let is_lapsed = !present.status.is_past() && lapsed(model, present, date).is_some();
                assert_eq!(line.is_unconfirmed, is_lapsed, "{what}");
                assert!(!line.sources.is_empty(), "{what}");
            }
        }
    });
}

#[test]
fn each_answer_is_that_of_the_period() {
    each_pair(|briefing, date, compare, pair, what| {
        let (model, messages) = (&briefing.model, &briefing.text.messages);
        for (column, id) in pair.into_iter().enumerate() {
            let country = model.country(id).unwrap();
            let said: BTreeSet<String> = lines(compare, column, messages.compare_verdict())
                .into_iter()
                .map(|it| it.text.to_string())
                .collect();
            let none = Formatter::new(messages).verdict_none(date);
            let answer = |pillar: PillarId| {
                let entries = known(model, country, pillar, date);
                let Some(latest) = entries.last() else { return none.clone() };
                match country.history.iter().position(|it| it == latest) {
                    Some(at) => briefing.text.country(id).unwrap().statuses[at].verdict.clone(),
                    None => briefing.text.pillar(pillar).unwrap().closed.clone().unwrap(),
                }
            };
            let pillars = model.each_pillar().filter(|_| country.group != Group::Mentioned);
            let expected: BTreeSet<String> = pillars.map(|(pillar, _)| answer(pillar)).collect();
            assert_eq!(said, expected, "{what}");
        }
    });
}

#[test]
fn who_was_named_first_is_said_with_its_date() {
    each_pair(|briefing, date, compare, pair, what| {
        let (model, messages) = (&briefing.model, &briefing.text.messages);
        for (column, id) in pair.into_iter().enumerate() {
            let history = &model.country(id).unwrap().history;
            let named = history.iter().filter(|it| {
                it.known <= date && !matches!(it.status, Status::Interest | Status::Closed)
            });
            let first = named.map(|it| it.from).min();
            let said = lines(compare, column, messages.compare_named());
            assert_eq!(said.len(), usize::from(first.is_some()), "{what}: {said:?}");
            if let (Some(first), [line]) = (first, &*said) {
                let when = Formatter::new(messages).when(first);
                assert!(line.text.contains(&when), "{what}: {} for {when}", line.text);
            }
        }
    });
}

#[test]
fn no_sentence_stands_twice_in_a_column_and_none_is_without_a_source() {
    each_pair(|briefing, date, compare, _, what| {
        let same = compare.same.iter().map(|it| &it.1);
        for column in 0..2 {
            let own = compare.rows.iter().map(|it| it.cell(column).unwrap());
            let cells: Vec<&CompareCell> = own.chain(same.clone()).collect();
            let mut said = BTreeSet::new();
            for line in cells.iter().flat_map(|it| &it.lines) {
                let is_new = line.is_short || said.insert(&line.text);
                assert!(is_new, "{what}: {}", line.text);
                let is_none = [
                    briefing.text.messages.status_none().to_owned(),
                    Formatter::new(&briefing.text.messages).verdict_none(date),
                ];
                let is_sourced = !line.sources.is_empty();
                assert!(is_sourced || is_none.contains(&line.text.to_string()), "{what}: {line:?}");
            }
        }
        // What both have is said once, and a row of which nothing is left is none.
        for row in &compare.rows {
            let [one, other] = &*row.cells else { panic!("{what}: {row:?}") };
            let name = |it: &CompareLine<'static>| it.about.as_ref().map(|it| it.name);
            let is_both = |it: &CompareLine<'static>| {
                let mut others = other.lines.iter();
                others.any(|other| {
                    (other.status, &other.text, name(other)) == (it.status, &it.text, name(it))
                })
            };
            assert!(!one.lines.iter().any(is_both), "{what}: {row:?}");
            assert!(!(one.lines.is_empty() && other.lines.is_empty()), "{what}: {row:?}");
        }
    });
}

#[test]
fn what_neighbours_have_is_said_once_for_both() {
    each_date(|briefing, date, what| {
        let ids: Vec<_> = briefing.model.each_country().map(|(id, _)| id).collect();
        for ids in ids.windows(3) {
            let compare = of(briefing, date, ids);
            for row in &compare.rows {
                let columns: usize = row.cells.iter().map(|it| it.columns).sum();
                assert_eq!(columns, 3, "{what}: {row:?}");
                let said = |it: &CompareCell<'static>| {
                    let lines = it.lines.iter().map(|it| {
                        let about = it.about.as_ref().map(|it| it.name);
                        (it.mark, it.status, it.text.to_string(), about)
                    });
                    (lines.collect::<Vec<_>>(), it.is_said_elsewhere)
                };
                for pair in row.cells.windows(2) {
                    assert_ne!(said(&pair[0]), said(&pair[1]), "{what}: {row:?}");
                }
            }
        }
    });
}
