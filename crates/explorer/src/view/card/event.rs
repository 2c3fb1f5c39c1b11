//! An event's card and its line in lists.

use model::{Event, EventId, Topic};

use super::{Block, Card, EventLine, Section, note};
use crate::Subject;
use crate::view::{DataAttribute, ViewContext};

/// An event in a list.
pub(in crate::view) fn event_line<'b>(
    context: &ViewContext<'b>,
    id: EventId,
    event: &Event,
) -> Option<EventLine<'b>> {
    Some(EventLine {
        event: context.subject_link(Subject::Event(id)).named(&context.text.event(id)?.title),
        date: context.formats.when(event.when),
        tag: event.expected.then_some(context.text.messages.expected()),
    })
}

/// The card of an event.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: EventId) -> Option<Card<'b>> {
    let (event, text) = (context.model.event(id)?, context.text.event(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Event(id);
    let facts = vec![
        (messages.fact_date(), context.formats.when(event.when)),
        (messages.fact_kind(), kind(context, event)),
    ];
    let lead = vec![
        context.later_than_date(event.known),
        Block::Sourced { text: &text.summary, sources: event.sources.clone() },
        Block::Facts(facts),
        note(text.note.as_ref()),
        map_on_the_day(context, event),
    ];
    let record = context.other_claims_about(topic, &[&event.claims]);
    let sections = vec![
        Section::new("", lead),
        context.claims_section(messages.section_claims(), &event.claims),
        Section::of(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_record(), record),
        Section::of(messages.section_about(), context.topic_links(&event.about)),
        Section::of(messages.section_limits(), context.limits_about(topic)),
    ];
    Some(Card::new(context, &event.id, messages.kind_event(), &*text.title, sections))
}

fn kind(context: &ViewContext, event: &Event) -> String {
    let kind = context.formats.event_kind(event.kind);
    if event.expected {
        text::format(context.text.messages.kind_expected(), &[("kind", kind)])
    } else {
        kind.to_owned()
    }
}

/// A link to the same card with everything as known on the day of the event.
fn map_on_the_day<'b>(context: &ViewContext<'b>, event: &Event) -> Block<'b> {
    if event.expected || event.when.date == context.as_of.date() {
        return Block::Links(Vec::new());
    }
    let day = context.selection.dated(Some(event.when.date));
    let link = context.link(day, DataAttribute::Step("event"));
    Block::Links(vec![link.named(context.text.messages.show_on_the_day())])
}
