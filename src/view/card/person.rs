//! A person's card: the office held and when, what establishes the name, and what was said.

use model::{Person, PersonId, StatementId};

use super::{Block, Card, Section, statement};
use crate::state::Open;
use crate::view::Scene;

/// The card of a person.
pub(super) fn card<'b>(scene: &Scene<'b>, id: PersonId) -> Option<Card<'b>> {
    let person = scene.briefing.person(id)?;
    let words = &scene.briefing.words;
    let sections = vec![
        Section::new(
            "",
            vec![
                Block::Sourced { text: person.role, sources: person.sources.clone() },
                Block::Facts(vec![(words.fact_as_of(), scene.phrases.when(person.as_of))]),
                Block::from(person.note),
            ],
        ),
        Section::new(words.section_name(), name(scene, person)),
        Section::of(words.section_said(), said(scene, id)),
        Section::of(words.section_about(), country(scene, person)),
    ];
    Some(Card::new(scene, person.id, words.kind_person(), person.name, sections))
}

/// Where the article gives another name: the name, what establishes the right one, and the correction.
fn name<'b>(scene: &Scene<'b>, person: &'b Person<'b>) -> Vec<Block<'b>> {
    let Some(wrong) = person.article_name else { return Vec::new() };
    let words = &scene.briefing.words;
    vec![
        Block::Terms(vec![wrong]),
        Block::Sourced { text: words.name_established(), sources: person.name_sources.clone() },
        Block::Corrections(person.name_corrections.clone()),
    ]
}

fn said<'b>(scene: &Scene<'b>, id: PersonId) -> Block<'b> {
    let by_person = scene
        .briefing
        .statements
        .iter()
        .enumerate()
        .filter(|(_, it)| it.who == Some(id) && it.known <= scene.as_of.date());
    Block::Statements(
        by_person
            .filter_map(|(index, it)| {
                Some(statement::line(scene, StatementId::from_index(index)?, it))
            })
            .collect(),
    )
}

fn country<'b>(scene: &Scene<'b>, person: &'b Person<'b>) -> Block<'b> {
    let country = scene.briefing.country(person.country);
    let link = country.map(|it| scene.open_link(Open::Country(person.country)).named(it.name));
    Block::Links(link.into_iter().collect())
}
