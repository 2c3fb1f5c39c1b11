//! An event's card and its line in lists: what happened, what was said there and where the countries stood on the day.

use model::{ClaimId, CountryId, Event, EventId, Topic};

use super::country::standing_line;
use super::{Block, Card, EventLine, Section, note};
use crate::Subject;
use crate::state::day_of;
use crate::view::{DataAttribute, ViewContext};

/// How many statements stand above the rest of the card.
const QUOTED: usize = 2;

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
    let lead = vec![
        context.later_than_date(event.known),
        Block::Sourced { text: &text.summary, sources: context.as_of.cited(&event.sources) },
        note(text.note.as_ref().filter(|it| !is_note_of(context, &event.claims, it))),
        other_date(context, event),
    ];
    let record = vec![
        ("", vec![Block::Claims(context.claims(&event.claims))]),
        (messages.section_record(), vec![context.record_of(topic)]),
    ];
    let (said, more) = said(context, topic);
    let standing = standing(context, event);
    // A country with its standing is a link already.
    let is_listed = |it: &Topic| matches!(it, Topic::Country(_)) && !standing.is_empty();
    let others: Vec<Topic> = event.about.iter().copied().filter(|it| !is_listed(it)).collect();
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_quote(), said),
        Section::of(messages.section_standing(), standing),
        Section::of(messages.section_about(), context.topic_links(&others)),
        Section::folded(messages.section_statements(), more),
        Section::of_parts(messages.fold_record(), record),
        Section::folded(messages.section_limits(), context.limits_about(topic)),
    ];
    Some(Card::new(context, &event.id, kind(context, event), &*text.title, sections))
}

/// Whether a claim that stands further down has the same note.
fn is_note_of(context: &ViewContext, claims: &[ClaimId], note: &String) -> bool {
    let mut claims = context.claims(claims).into_iter().filter_map(|id| context.text.claim(id));
    claims.any(|it| it.note.as_ref() == Some(note))
}

/// What was said of an event: the quotations that its card begins with, and the rest.
fn said<'b>(context: &ViewContext<'b>, topic: Topic) -> (Block<'b>, Block<'b>) {
    let Block::Statements(mut lines) = context.statements_about(topic) else {
        return (Block::Statements(Vec::new()), Block::Statements(Vec::new()));
    };
    lines.sort_by_key(|it| !it.is_quote);
    let more = lines.split_off(lines.len().min(QUOTED));
    (Block::Statements(lines), Block::Statements(more))
}

/// Where the countries that an event concerns stand on its day; nothing on another date.
fn standing<'b>(context: &ViewContext<'b>, event: &Event) -> Block<'b> {
    let is_day = !event.expected && event.known == context.as_of.date();
    let line = |id| {
        let pillar = context.shading_pillar()?;
        let status = context.as_of.standing(id, pillar).status()?;
        standing_line(context, id, pillar, status)
    };
    // Of one without a standing there is nothing to list; then the event's links have all of them.
    let lines: Option<Vec<_>> = countries(event).filter(|_| is_day).map(line).collect();
    Block::Countries(lines.unwrap_or_default())
}

/// The countries that an event concerns.
pub(in crate::view) fn countries(event: &Event) -> impl Iterator<Item = CountryId> {
    event.about.iter().filter_map(|it| match it {
        Topic::Country(id) => Some(*id),
        _ => None,
    })
}

/// "Meeting, 1 May 2024".
fn kind(context: &ViewContext, event: &Event) -> String {
    let messages = &context.text.messages;
    let mut kind = context.formats.event_kind(event.kind).to_owned();
    if event.expected {
        kind = text::format(messages.kind_expected(), &[("kind", &kind)]);
    }
    let date = context.formats.when(event.when);
    text::format(messages.kind_dated(), &[("kind", &kind), ("date", &date)])
}

/// A link to the same card as known on the day of the event; on that day to what is known now.
fn other_date<'b>(context: &ViewContext<'b>, event: &Event) -> Block<'b> {
    let messages = &context.text.messages;
    let day = day_of(context.model, event);
    let (date, name) = match context.selection.date {
        _ if day.is_none() => return Block::Links(Vec::new()),
        date if date == day => (None, messages.show_latest()),
        _ => (day, messages.show_on_the_day()),
    };
    let link = context.link(context.selection.dated(date), DataAttribute::Step("event"));
    Block::Links(vec![link.named(name)])
}
