//! An event's card and its line in lists.

use model::{Event, EventId, Topic};

use super::{Block, Card, EventLine, Section, corrections_of};
use crate::view::{Hook, NamedLink, Scene};

/// An event in a list.
pub(in crate::view) fn event_line<'b>(
    scene: &Scene<'b>,
    id: EventId,
    event: &'b Event<'b>,
) -> EventLine<'b> {
    EventLine {
        event: scene.event_link(id, event.title),
        date: scene.phrases.when(event.when),
        tag: event.expected.then_some(scene.briefing.words.expected()),
    }
}

/// The card of an event.
pub(super) fn card<'b>(scene: &Scene<'b>, id: EventId) -> Option<Card<'b>> {
    let event = scene.briefing.event(id)?;
    let words = &scene.briefing.words;
    let topic = Topic::Event(id);
    let claims = scene.claims(&event.claims);
    let summary = Block::Sourced { text: event.summary, sources: event.sources.clone() };
    let facts = vec![
        (words.fact_date(), scene.phrases.when(event.when)),
        (words.fact_kind(), kind(scene, event)),
    ];
    let sections = vec![
        Section::new(
            "",
            vec![
                scene.later_than_date(event.known),
                summary,
                Block::Facts(facts),
                Block::from(event.note),
                map_on_the_day(scene, event),
            ],
        ),
        Section::of("", corrections_of(claims.iter().copied())),
        Section::of(words.section_claims(), Block::Claims(claims)),
        Section::of(words.section_statements(), scene.statements_about(topic)),
        Section::folded(words.section_record(), scene.other_claims_about(topic, &[&event.claims])),
        Section::of(words.section_about(), scene.topic_links(&event.about)),
        Section::of(words.section_limits(), scene.limits_about(topic)),
    ];
    Some(Card::new(scene, event.id, words.kind_event(), event.title, sections))
}

fn kind(scene: &Scene, event: &Event) -> String {
    let kind = scene.phrases.event_kind(event.kind);
    if event.expected {
        model::fill(scene.briefing.words.kind_expected(), &[("kind", kind)])
    } else {
        kind.to_owned()
    }
}

/// A link to the same card with everything as known on the day of the event.
fn map_on_the_day<'b>(scene: &Scene<'b>, event: &'b Event<'b>) -> Block<'b> {
    if event.expected || event.when.date == scene.as_of.date() {
        return Block::Links(Vec::new());
    }
    let link = scene.link(scene.selection.dated(Some(event.when.date)), Hook::Step("event"));
    Block::Links(vec![NamedLink { link, name: scene.briefing.words.show_on_the_day() }])
}
