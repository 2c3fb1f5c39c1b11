//! On each day on which something happened no card says a sentence twice, and none has more words open than a reader reads
//! at once.

use std::cell::RefCell;
use std::collections::BTreeSet;

use model::{EntityId, EntityKind};

use super::{Block, Card};
use crate::view::dates::each_date;
use crate::view::whole_card;
use crate::{Briefing, Selection};

/// How many words are open on a card at most, its head among them.
const OPEN_WORDS: usize = 350;

pub(in crate::view) fn each_card(check: impl Fn(&'static Briefing, &Card, &str)) {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let all = EntityKind::ALL.into_iter().flat_map(|kind| EntityId::all(kind, model));
        let all = all.map(|it| Selection::default().showing(it)).chain([Selection::default()]);
        for selection in all {
            let card = whole_card(briefing, &selection.dated(Some(date)));
            check(briefing, &card, &format!("{what}, {}", card.id));
        }
    });
}

/// What a block says of fact, and remarks.
pub(in crate::view) fn sentences(briefing: &'static Briefing, block: &Block) -> Vec<String> {
    let text = &briefing.text;
    let claims = |ids: &[model::ClaimId]| {
        let texts = ids.iter().filter_map(|id| text.claim(*id));
        texts.flat_map(|it| [it.text.clone()].into_iter().chain(it.note.clone())).collect()
    };
    match block {
        Block::Sourced { text, .. }
        | Block::Definition(text)
        | Block::Note(text)
        | Block::Quote(text) => {
            vec![(*text).to_owned()]
        }
        Block::Plain(text) => vec![text.clone()],
        Block::Who(who) => vec![who.dashed.clone()],
        Block::Reasons { lines, .. } => lines.iter().map(|it| it.text.to_owned()).collect(),
        Block::Claims(ids) | Block::Record(ids) => claims(ids),
        Block::History(lines) => lines
            .iter()
            .flat_map(|it| claims(&it.claims).into_iter().chain(it.note.map(str::to_owned)))
            .collect(),
        Block::Ties(lines) => lines.iter().flat_map(|it| claims(&it.claims)).collect(),
        Block::Statements(lines) => lines.iter().map(|it| it.text.to_owned()).collect(),
        Block::Limits(lines) => lines.iter().map(|it| (*it).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// What else a block has to read: names, dates, statuses.
fn labels(block: &Block) -> Vec<String> {
    let text = |it: &str| it.to_owned();
    match block {
        Block::Subheading(heading) => vec![text(heading)],
        Block::Who(who) => {
            let rows = who.groups.iter().flatten();
            let rows = rows.flat_map(|row| {
                let cells = row.cells.iter().map(|it| text(it.status));
                [text(row.country.name), row.when.clone()].into_iter().chain(cells)
            });
            rows.collect()
        }
        Block::Facts(pairs) => {
            pairs.iter().flat_map(|(label, value)| [text(label), value.clone()]).collect()
        }
        Block::Steps(lines) => {
            lines.iter().flat_map(|it| [text(it.status), it.from.clone()]).collect()
        }
        Block::History(lines) => {
            lines.iter().flat_map(|it| [text(it.status), it.from.clone()]).collect()
        }
        Block::Countries(lines) => {
            lines.iter().flat_map(|it| [text(it.country.name), it.status.clone()]).collect()
        }
        Block::Ties(lines) => lines.iter().map(|it| text(it.tie.name)).collect(),
        Block::Events(lines) => {
            lines.iter().flat_map(|it| [text(it.event.name), it.date.clone()]).collect()
        }
        Block::Statements(lines) => {
            lines.iter().flat_map(|it| [text(it.statement.name), it.date.clone()]).collect()
        }
        Block::Links(links) => links.iter().map(|it| text(it.name)).collect(),
        _ => Vec::new(),
    }
}

fn head(card: &Card) -> Vec<String> {
    let verdicts = card.verdicts.iter();
    verdicts.flat_map(|it| [it.text.to_string(), it.unconfirmed.clone()]).collect()
}

#[test]
fn no_sentence_stands_twice_on_a_card() {
    let twice = RefCell::new(BTreeSet::new());
    each_card(|briefing, card, what| {
        let blocks = card.sections.iter().flat_map(|it| &it.blocks);
        let said = blocks.flat_map(|it| sentences(briefing, it));
        let mut known = BTreeSet::new();
        for sentence in head(card).into_iter().chain(said).filter(|it| !it.is_empty()) {
            if !known.insert(sentence.clone()) {
                twice.borrow_mut().insert(format!("{what}: {sentence}"));
            }
        }
    });
    assert!(twice.borrow().is_empty(), "{:#?}", twice.borrow());
}

#[test]
fn a_card_has_few_words_open() {
    each_card(|briefing, card, what| {
        let open = card.sections.iter().filter(|it| !it.is_folded);
        let parts = open.flat_map(|it| {
            let blocks = || it.blocks.iter();
            let said = blocks().flat_map(|it| sentences(briefing, it));
            [it.heading.to_owned()].into_iter().chain(said).chain(blocks().flat_map(labels))
        });
        let folds = card.sections.iter().filter(|it| it.is_folded).map(|it| it.heading.to_owned());
        let texts = parts.chain(folds).chain(head(card)).chain([card.title.to_string()]);
        let words: usize = texts.map(|it| it.split_whitespace().count()).sum();
        assert!(words <= OPEN_WORDS, "{what}: {words} words");
    });
}

#[test]
fn a_card_has_few_folds() {
    each_card(|_, card, what| {
        let folds = card.sections.iter().filter(|it| it.is_folded).count();
        assert!(folds < 7, "{what}: {folds} folds, and that of the sources");
    });
}
