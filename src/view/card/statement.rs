//! A statement's card and its line in lists: who said it, in which office, when, where, and in which words.

use model::{Mode, Statement, StatementId};

use super::{Block, Card, Section, StatementLine};
use crate::state::Open;
use crate::view::{NamedLink, Scene};

/// A statement in a list.
pub(super) fn line<'b>(
    scene: &Scene<'b>,
    id: StatementId,
    statement: &'b Statement<'b>,
) -> StatementLine<'b> {
    StatementLine {
        statement: NamedLink {
            link: scene.open_link(Open::Statement(id)),
            name: statement.speaker,
        },
        date: scene.phrases.when(statement.when),
        text: statement.text,
        is_quote: statement.mode == Mode::Quote,
        sources: statement.sources.clone(),
    }
}

/// The card of a statement.
pub(super) fn card<'b>(scene: &Scene<'b>, id: StatementId) -> Option<Card<'b>> {
    let statement = scene.briefing.statement(id)?;
    let words = &scene.briefing.words;
    let text = match statement.mode {
        Mode::Quote => vec![
            Block::Quote(statement.text),
            Block::Sourced { text: words.quoted_from(), sources: statement.sources.clone() },
        ],
        Mode::Paraphrase => {
            vec![Block::Sourced { text: statement.text, sources: statement.sources.clone() }]
        }
    };
    let lead = text
        .into_iter()
        .chain([
            Block::Facts(facts(scene, statement)),
            Block::from(statement.note),
            scene.later_than_date(statement.known),
        ])
        .collect();
    let sections = vec![
        Section::new("", lead),
        Section::of(words.section_speaker(), speaker(scene, statement)),
        Section::of(words.section_about(), scene.topic_links(&statement.about)),
    ];
    Some(Card::new(
        scene,
        statement.id,
        scene.phrases.mode(statement.mode),
        statement.speaker,
        sections,
    ))
}

fn facts<'b>(scene: &Scene<'b>, statement: &'b Statement<'b>) -> Vec<(&'b str, String)> {
    let words = &scene.briefing.words;
    let mut facts = Vec::new();
    if let Some(person) = statement.who.and_then(|id| scene.briefing.person(id)) {
        let values = [("role", person.role), ("date", &*scene.phrases.when(person.as_of))];
        facts.push((words.fact_office(), model::fill(words.office_on(), &values)));
    }
    facts.push((words.fact_date(), scene.phrases.when(statement.when)));
    facts.push((words.fact_place(), statement.place.to_owned()));
    if let Some(verification) = statement.verification {
        facts
            .push((words.fact_verification(), scene.phrases.verification(verification).to_owned()));
    }
    if statement.in_article {
        facts.push((words.fact_article(), words.in_article().to_owned()));
    }
    facts
}

fn speaker<'b>(scene: &Scene<'b>, statement: &'b Statement<'b>) -> Block<'b> {
    let person = statement.who.and_then(|id| Some((id, scene.briefing.person(id)?)));
    let link = person.map(|(id, it)| scene.open_link(Open::Person(id)).named(it.name));
    Block::Links(link.into_iter().collect())
}
