//! The card of what changed between two dates: statuses first, then events, then what else became known.

use std::collections::BTreeMap;
use std::rc::Rc;

use model::{ClaimId, Date, EntityId, Topic};

use super::{Block, Card, Section, event_line, statement};
use crate::view::ViewContext;
use crate::view::since::{Period, since, title};

/// A list with more entries than this is folded.
const OPEN: usize = 12;

/// A list of claims with more, which take more than a line each.
const OPEN_CLAIMS: usize = 4;

/// The card of what changed from a date to that of the selection.
pub(super) fn card<'b>(context: &ViewContext<'b>, from: Date) -> Card<'b> {
    let (messages, period) = (&context.text.messages, context.period(from));
    let claims = period.claims();
    let counts = period.counts(&claims);
    let events = |is_expected| {
        let found = period.interval.events().filter(|(_, it)| it.expected == is_expected);
        Block::Events(found.filter_map(|(id, it)| event_line(context, id, it)).collect())
    };
    let sections = vec![
        Section::of("", Block::Since(Rc::new(since(context, &period, counts)))),
        Section::of(messages.section_events(), events(false)).folded_if_long(),
        Section::of(messages.since_ahead(), events(true)).folded_if_long(),
        known(context, claims),
        Section::folded(messages.section_statements(), statements(context, &period)),
    ];
    Card::new(context, "since", messages.since_name(), title(context, counts), sections)
}

/// The claims that became known, by what they are about.
fn known<'b>(context: &ViewContext<'b>, claims: BTreeMap<Topic, Vec<ClaimId>>) -> Section<'b> {
    let name = |topic: Topic| context.entity_link(EntityId::from(topic)).map_or("", |it| it.name);
    let part = |(topic, claims)| (name(topic), vec![Block::Claims(claims)]);
    let parts = claims.into_iter().map(part).collect();
    let section = Section::of_parts(context.text.messages.since_known(), parts);
    Section { is_folded: section.entries() > OPEN_CLAIMS, ..section }
}

fn statements<'b>(context: &ViewContext<'b>, period: &Period<'b>) -> Block<'b> {
    let found = period.interval.statements();
    Block::Statements(found.filter_map(|(id, it)| statement::line(context, id, it)).collect())
}

impl Section<'_> {
    fn folded_if_long(self) -> Self {
        Self { is_folded: self.entries() > OPEN, ..self }
    }
}
