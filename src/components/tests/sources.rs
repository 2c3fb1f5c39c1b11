//! Which sources the sentences of a card name.

use explorer::address;
use model::{AsOf, Date, EntityId, EntityKind, Mode, SourceId};

use super::super::{Card, CardProps};
use super::{markup, real};
use crate::Snapshot;

/// The sources of each sentence of all cards of the real briefing on a date, with the id of the card.
fn cited(date: &str) -> Vec<(String, Vec<SourceId>)> {
    let briefing = real().briefing;
    let entities = EntityKind::ALL.into_iter().flat_map(|it| EntityId::all(it, &briefing.model));
    let cards = entities.map(|it| {
        let query = ["?date=", date].concat();
        let selection = address::parse(briefing, &query).selection.showing(it);
        let snapshot = Snapshot::of(briefing, &selection);
        (snapshot.card.id.to_owned(), markup::<Card>(CardProps::prerendered(snapshot)))
    });
    let sentences = cards.flat_map(|(id, markup)| {
        let numbers = markup.split("data-sources=\"").skip(1).map(|it| {
            let numbers = it.split('"').next().unwrap().split(", ");
            numbers
                .map(|it| SourceId::from_index(it.parse::<usize>().unwrap() - 1).unwrap())
                .collect()
        });
        numbers.map(|it| (id.clone(), it)).collect::<Vec<_>>()
    });
    sentences.collect()
}

#[test]
fn a_sentence_rests_on_what_had_appeared() {
    let model = &real().briefing.model;
    for date in ["2021-09-16", "2023-03-14", "2024-05-01", "2024-09-17"] {
        let as_of: AsOf = model.as_of(Date::parse(date).unwrap());
        let cited = cited(date);
        assert!(cited.len() > 20, "{date}: {}", cited.len());
        for (card, sources) in cited {
            // The card of what was still to come says so, and names what it then rested on.
            let is_later = ["ev-", "st-", "p-"].iter().any(|it| card.starts_with(it));
            let appeared = as_of.appeared(&sources);
            let is_empty = is_later && appeared.is_empty();
            assert!(is_empty || appeared == sources, "{card} on {date}: {sources:?}");
        }
    }
}

/// The first source of a quotation has its words, so that it is named on any date on which they are known.
#[test]
fn a_quotation_has_its_words_from_what_had_appeared() {
    let model = &real().briefing.model;
    for it in model.statements.iter().filter(|it| it.mode == Mode::Quote) {
        let first = &it.sources[..1];
        assert_eq!(model.as_of(it.known).appeared(first), first, "{}", it.id);
    }
}
