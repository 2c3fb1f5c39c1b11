//! A person's card: the office held and when, and what was said.

use model::{EntityId, PersonId};

use super::{Block, Card, Section, note};
use crate::view::ViewContext;

/// The card of a person.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: PersonId) -> Option<Card<'b>> {
    let (person, text) = (context.model.person(id)?, context.text.person(id)?);
    let messages = &context.text.messages;
    let country = context.links([EntityId::Country(person.country)].into_iter());
    let lead = vec![
        Block::Sourced { text: &text.role, sources: context.as_of.cited(&person.sources) },
        Block::Facts(vec![(messages.fact_as_of(), context.formats.when(person.as_of))]),
        note(text.note.as_ref()),
    ];
    let said = context.statements(|it| it.who == Some(id));
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_said(), said),
        Section::of(messages.section_about(), country),
    ];
    Some(Card::new(context, &person.id, messages.kind_person(), &*text.name, sections))
}
