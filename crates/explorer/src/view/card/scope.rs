//! The cards of the scopes: the overview, a pillar, a technology.

use model::{
    AreaLink, ClaimId, CountryId, EntityId, LinkKind, PillarId, Standfirst, Status, TechnologyId,
    Topic,
};

use super::country::standing_line;
use super::{Block, Card, CountryLine, Section, note};
use crate::Scope;
use crate::view::{Mark, ViewContext};

/// How many of the latest events the overview lists.
const LATEST: usize = 4;

/// The card of the scope.
pub(super) fn card<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let own = match context.selection.scope {
        Scope::Overview => None,
        Scope::Pillar(id) => pillar(context, id),
        Scope::Technology(id) => technology(context, id),
    };
    own.unwrap_or_else(|| overview(context))
}

fn overview<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let messages = &context.text.messages;
    let happened = context.as_of.events().filter(|(_, it)| !it.expected);
    let ahead = context.as_of.events().filter(|(_, it)| it.expected);
    let line = |(id, it)| super::event_line(context, id, it);
    let latest = happened.rev().take(LATEST).filter_map(line).collect();
    let ahead = ahead.filter_map(line).collect();
    let claims = context.claims(&context.model.overview);
    let mut sections = vec![Section::new("", vec![standfirst(context), Block::Claims(claims)])];
    sections.extend(context.model.each_pillar().filter_map(|(id, _)| standings(context, id)));
    sections.extend([
        Section::of(messages.section_latest(), Block::Events(latest)),
        Section::of(messages.section_ahead(), Block::Events(ahead)),
    ]);
    Card::new(context, "overview", messages.kind_overview(), context.headline(), sections)
}

/// What AUKUS is and who is in it, in a few words, as of the date.
fn standfirst<'b>(context: &ViewContext<'b>) -> Block<'b> {
    let standfirst = context.as_of.standfirst();
    let of = |(id, it): (_, &Standfirst)| {
        Some((context.text.standfirst(id)?, context.sources_of(&it.claims)))
    };
    let (text, sources) = standfirst.and_then(of).unwrap_or_default();
    Block::Sourced { text, sources }
}

/// Who is in a pillar, and how far others are.
fn standings<'b>(context: &ViewContext<'b>, id: PillarId) -> Option<Section<'b>> {
    let (pillar, text) = (context.model.pillar(id)?, context.text.pillar(id)?);
    let link = context.scope_link(Scope::Pillar(id)).named(context.text.messages.open_pillar());
    let blocks = vec![
        Block::Plain(text.subject.clone()),
        context.summary(&text.access_summary, &pillar.access_summary),
        standing_lines(context, id, |status| status != Status::Closed),
        Block::Links(vec![link]),
    ];
    Some(Section::new(&text.name, blocks))
}

fn standing_lines<'b>(
    context: &ViewContext<'b>,
    id: PillarId,
    is_wanted: fn(Status) -> bool,
) -> Block<'b> {
    let lines = |status| {
        let countries = context.model.each_country();
        countries.filter_map(move |(country, _)| standing_line(context, country, id, status))
    };
    Block::Countries(Status::ALL.into_iter().filter(|it| is_wanted(*it)).flat_map(lines).collect())
}

fn pillar<'b>(context: &ViewContext<'b>, id: PillarId) -> Option<Card<'b>> {
    let (pillar, text) = (context.model.pillar(id)?, context.text.pillar(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Pillar(id);
    let is_closed = context.as_of.closed(id).is_some();
    let access = if is_closed { messages.section_closed() } else { messages.section_open() };
    let members = standing_lines(context, id, |status| status == Status::Member);
    let others = standing_lines(context, id, |status| status != Status::Member);
    let lists: [&[ClaimId]; 4] =
        [&pillar.what, &pillar.access, &pillar.progress, &pillar.obstacles];
    let record = context.other_claims_about(topic, &lists);
    let lead = vec![
        Block::Plain(text.subject.clone()),
        context.summary(&text.access_summary, &pillar.access_summary),
        context.not_yet_known(topic),
    ];
    let sections = vec![
        Section::new("", lead),
        context.claims_section(messages.section_what(), &pillar.what),
        Section::of(messages.section_members(), members),
        Section::of(messages.section_others(), others),
        context.claims_section(access, &pillar.access),
        context.claims_section(messages.section_progress(), &pillar.progress),
        context.claims_section(messages.section_obstacles(), &pillar.obstacles),
        Section::of(messages.section_milestones(), context.events_about(topic)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_record(), record),
        Section::of(messages.section_limits(), context.limits_about(topic)),
    ];
    Some(Card::new(context, &pillar.id, messages.kind_pillar(), &*text.name, sections))
}

fn technology<'b>(context: &ViewContext<'b>, id: TechnologyId) -> Option<Card<'b>> {
    let (technology, text) = (context.model.technology(id)?, context.text.technology(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Technology(id);
    let links: Vec<&AreaLink> = context.as_of.links(id).collect();
    let lists: Vec<&[ClaimId]> = links.iter().map(|it| &*it.claims).collect();
    let record = context.other_claims_about(topic, &lists);
    let lead =
        vec![Block::Plain(text.explanation.clone()), Block::Note(messages.explanation_note())];
    let area =
        Block::Sourced { text: messages.area_of_pillar(), sources: technology.sources.clone() };
    let gap = vec![note(text.gap.as_ref()), context.not_yet_known(topic)];
    let mut sections = vec![
        Section::new("", lead),
        Section::of(messages.section_area(), area),
        Section::of(messages.section_linked(), linked(context, id)),
    ];
    sections.extend(LinkKind::ALL.iter().map(|(kind, _)| {
        let claims =
            links.iter().filter(|it| it.kind == *kind).flat_map(|it| context.claims(&it.claims));
        let claims = super::once_each(claims.collect());
        Section::of(context.formats.link_kind(*kind), Block::Claims(claims))
    }));
    sections.extend([
        Section::new(messages.section_gap(), gap),
        Section::of(messages.section_events(), context.events_about(topic)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_record(), record),
        Section::of(messages.section_limits(), context.limits_about(topic)),
    ]);
    let kind = context.formats.technology_group(technology.group);
    Some(Card::new(context, &technology.id, kind, &*text.name, sections))
}

/// What each country has to do with a technology, the closest first. Only work of AUKUS has a mark.
fn linked<'b>(context: &ViewContext<'b>, id: TechnologyId) -> Block<'b> {
    let countries = || context.model.each_country().map(|(country, _)| country);
    let of_kind = |kind: LinkKind| {
        countries().filter_map(move |country| {
            let link = context.as_of.link(country, id).filter(|it| it.kind == kind)?;
            link_line(context, country, link)
        })
    };
    Block::Countries(LinkKind::ALL.iter().flat_map(|(kind, _)| of_kind(*kind)).collect())
}

fn link_line<'b>(
    context: &ViewContext<'b>,
    country: CountryId,
    link: &AreaLink,
) -> Option<CountryLine<'b>> {
    Some(CountryLine {
        country: context.entity_link(EntityId::Country(country))?,
        status: context.formats.link(link),
        mark: Mark::from(link.kind),
        is_unconfirmed: false,
        // Each kind has its claims with their sources below.
        sources: Vec::new(),
    })
}
