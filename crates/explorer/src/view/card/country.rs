//! A country's card: where it stands towards each pillar and since when, why it matters, what it brings, what stands in
//! the way, its ties, what was said and what happened.

use std::ptr;

use model::{
    ClaimId, Country, CountryId, EntityId, PillarId, Status, StatusEntry, Tie, TieId, Topic,
};
use text::CountryText;

use super::{Block, Card, CountryLine, HistoryLine, Section, TieLine, note};
use crate::Subject;
use crate::view::{Mark, ViewContext};

/// The card of a country.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<Card<'b>> {
    let (country, text) = (context.model.country(id)?, context.text.country(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Country(id);
    let lead = vec![
        context.summary(&text.summary, &country.summary),
        note(text.note.as_ref()),
        context.not_yet_known(topic),
    ];
    let mut sections = vec![Section::new("", lead)];
    let pillars = context.model.each_pillar();
    sections.extend(pillars.filter_map(|(pillar, _)| history(context, id, text, pillar)));
    let record = context.other_claims_about(topic, &shown_lists(context, id, country));
    sections.extend([
        Section::new(messages.section_confirmed(), confirmation(context, country, text)),
        context.claims_section(messages.section_why(), &country.why),
        context.claims_section(messages.section_strengths(), &country.strengths),
        context.claims_section(messages.section_obstacles(), &country.obstacles),
        context.claims_section(messages.section_mentions(), &country.mentions),
        Section::of(messages.section_ties(), ties(context, id)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_events(), context.events_about(topic)),
        Section::folded(messages.section_record(), record),
        Section::folded(messages.section_people(), people(context, id)),
        Section::of(messages.section_limits(), context.limits_about(topic)),
    ]);
    let kind = context.formats.group(country.group);
    Some(Card::new(context, &country.id, kind, &*text.name, sections))
}

fn shown_lists<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    country: &'b Country,
) -> Vec<&'b [ClaimId]> {
    let mut lists: Vec<&[ClaimId]> =
        vec![&country.why, &country.strengths, &country.obstacles, &country.mentions];
    lists.extend(ties_of(context, id).map(|(_, tie)| &*tie.claims));
    lists.extend(country.history.iter().map(|entry| &*entry.claims));
    lists
}

fn history<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    text: &'b CountryText,
    pillar: PillarId,
) -> Option<Section<'b>> {
    let standing = context.as_of.standing(id, pillar);
    let holds = |entry: &StatusEntry| {
        [standing.members_side, standing.interest].iter().flatten().any(|it| ptr::eq(*it, entry))
    };
    let line = |(index, entry): (usize, &StatusEntry)| HistoryLine {
        from: context.formats.when(entry.from),
        status: context.formats.status(entry.status),
        mark: Mark::from(entry.status),
        holds: holds(entry),
        claims: context.claims(&entry.claims),
        note: text.status_notes.get(index).and_then(Option::as_deref),
    };
    let lines = context.as_of.history(id, pillar).map(line).collect();
    Some(Section::of(&context.text.pillar(pillar)?.name, Block::History(lines)))
}

fn confirmation<'b>(
    context: &ViewContext<'b>,
    country: &Country,
    text: &'b CountryText,
) -> Vec<Block<'b>> {
    let known = country.last_confirmed.as_ref().filter(|it| it.date <= context.as_of.date());
    let Some(confirmed) = known else { return Vec::new() };
    let date = context.formats.date(confirmed.date);
    vec![
        Block::Facts(vec![(context.text.messages.last_confirmed(), date)]),
        note(text.confirmed.as_ref()),
        Block::Claims(context.claims(&confirmed.claims)),
    ]
}

/// The ties of a country.
fn ties_of<'b>(
    context: &ViewContext<'b>,
    country: CountryId,
) -> impl Iterator<Item = (TieId, &'b Tie)> {
    context.model.each_tie().filter(move |(_, it)| it.between.contains(&country))
}

fn ties<'b>(context: &ViewContext<'b>, id: CountryId) -> Block<'b> {
    let lines = ties_of(context, id).filter_map(|(tie_id, tie)| {
        let claims = context.claims(&tie.claims);
        let other = tie.between.iter().find(|it| **it != id)?;
        let name = &context.text.country(*other)?.name;
        let tie = context.subject_link(Subject::Tie(tie_id)).named(name);
        (!claims.is_empty()).then_some(TieLine { tie, claims })
    });
    Block::Ties(lines.collect())
}

fn people<'b>(context: &ViewContext<'b>, id: CountryId) -> Block<'b> {
    let of_country = context.model.each_person().filter(|(_, it)| it.country == id);
    context.links(of_country.map(|(id, _)| EntityId::Person(id)).take(context.most))
}

/// A country with its standing towards a pillar; none where it had none.
pub(super) fn standing_line<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    pillar: PillarId,
    status: Status,
) -> Option<CountryLine<'b>> {
    let standing = context.as_of.standing(id, pillar);
    let leading = standing.leading().filter(|it| it.status == status)?;
    Some(CountryLine {
        country: context.entity_link(EntityId::Country(id))?,
        status: context.formats.standing(&standing),
        mark: Mark::from(leading.status),
        sources: context.sources_of(&leading.claims),
    })
}
