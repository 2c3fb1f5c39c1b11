//! A person's card: the office held and when, and what was said.

use model::{EntityId, PersonId};

use super::{Block, Card, Section, note, statement};
use crate::view::ViewContext;

/// The card of a person.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: PersonId) -> Option<Card<'b>> {
    let (person, text) = (context.model.person(id)?, context.text.person(id)?);
    let messages = &context.text.messages;
    let country = context.links([EntityId::Country(person.country)].into_iter());
    let lead = vec![
        Block::Sourced { text: &text.role, sources: person.sources.clone() },
        Block::Facts(vec![(messages.fact_as_of(), context.formats.when(person.as_of))]),
        note(text.note.as_ref()),
    ];
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_said(), said(context, id)),
        Section::of(messages.section_about(), country),
    ];
    Some(Card::new(context, &person.id, messages.kind_person(), &*text.name, sections))
}

fn said<'b>(context: &ViewContext<'b>, id: PersonId) -> Block<'b> {
    let by_person = context.as_of.statements().filter(|(_, it)| it.who == Some(id));
    Block::Statements(by_person.filter_map(|(id, it)| statement::line(context, id, it)).collect())
}
