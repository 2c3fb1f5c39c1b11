//! The cards of the scopes: the overview, a pillar, a technology.

use std::rc::Rc;

use model::{
    AreaLink, ClaimId, CountryId, EntityId, LinkKind, PillarId, SourceId, Status, TechnologyId,
    Topic,
};

use super::country::standing_line;
use super::{Block, Card, CountryLine, Section, note};
use crate::Scope;
use crate::view::compare::compare;
use crate::view::matrix::{finding, matrix};
use crate::view::who::who;
use crate::view::{Mark, ViewContext};

/// How many of the latest events the overview lists.
const LATEST: usize = 4;

/// The card of the scope.
pub(super) fn card<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let own = match context.selection.scope {
        Scope::Overview if context.selection.is_comparison() => Some(comparison(context)),
        Scope::Overview | Scope::Search(_) => None,
        Scope::Since(from) => Some(super::since::card(context, from)),
        Scope::Areas(_) => Some(areas_card(context)),
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
    let sections = vec![
        Section::new("", vec![Block::Who(Rc::new(who(context)))]),
        Section::of(messages.section_latest(), Block::Events(latest)),
        Section::folded(messages.section_ahead(), Block::Events(ahead)),
        Section::folded(
            messages.section_what(),
            Block::Claims(context.claims(&context.model.overview)),
        ),
    ];
    Card::new(context, "overview", "", messages.who_title(), sections)
}

/// The countries that are chosen, side by side.
fn comparison<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let countries: Vec<CountryId> = context.selection.chosen.iter().collect();
    let names = context.listed_names(&countries);
    let title = text::format(context.text.messages.compare_title(), &[("countries", &*names)]);
    let compared = Block::Compare(Rc::new(compare(context, &countries)));
    Card::new(context, "compare", "", title, vec![Section::of("", compared)])
}

/// All areas, with what each country has to do with them.
fn areas_card<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let sections = vec![Section::of("", Block::Matrix(Rc::new(matrix(context))))];
    Card::new(context, "areas", "", finding(context), sections)
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
    let claims = |ids: &[ClaimId]| vec![Block::Claims(context.claims(ids))];
    let record = vec![
        (access, claims(&pillar.access)),
        (messages.section_progress(), claims(&pillar.progress)),
        (messages.section_obstacles(), claims(&pillar.obstacles)),
        (messages.section_record(), vec![context.record_of(topic)]),
    ];
    let lead = vec![
        Block::Definition(&text.subject),
        context.summary(&text.access_summary, &pillar.access_summary),
        context.not_yet_known(topic),
    ];
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_members(), members),
        Section::of(messages.section_others(), others),
        Section::of(messages.nav_areas(), areas(context, id)),
        Section::folded(messages.section_what(), Block::Claims(context.claims(&pillar.what))),
        Section::folded(messages.section_milestones(), context.events_about(topic)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::of_parts(messages.fold_record(), record),
        Section::folded(messages.section_limits(), context.limits_about(topic)),
    ];
    Some(Card::new(context, &pillar.id, messages.kind_pillar(), &*text.name, sections))
}

/// Links to the areas, which are those of the last pillar.
fn areas<'b>(context: &ViewContext<'b>, id: PillarId) -> Block<'b> {
    let last = context.model.each_pillar().next_back();
    let areas = context.as_of.technologies().filter(|_| last.is_some_and(|it| it.0 == id));
    context.links(areas.map(EntityId::Technology))
}

fn technology<'b>(context: &ViewContext<'b>, id: TechnologyId) -> Option<Card<'b>> {
    let (technology, text) = (context.model.technology(id)?, context.text.technology(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Technology(id);
    let links: Vec<&AreaLink> = context.as_of.links(id).collect();
    let lead = vec![
        Block::Definition(&text.explanation),
        Block::Note(messages.explanation_note()),
        named(context, id, &technology.sources),
    ];
    let gap = vec![note(text.gap.as_ref()), context.not_yet_known(topic)];
    let of_kind = |kind: LinkKind| {
        let links = links.iter().filter(|it| it.kind == kind);
        let claims = super::once_each(links.flat_map(|it| context.claims(&it.claims)).collect());
        (context.formats.link_kind(kind), vec![Block::Claims(claims)])
    };
    let mut record: Vec<_> = LinkKind::ALL.iter().map(|(kind, _)| of_kind(*kind)).collect();
    record.push((messages.section_record(), vec![context.record_of(topic)]));
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_linked(), linked(context, id)),
        Section::new(messages.section_gap(), gap),
        Section::of_parts(messages.fold_record(), record),
        Section::folded(messages.section_events(), context.events_about(topic)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_limits(), context.limits_about(topic)),
    ];
    let kind = context.formats.technology_group(technology.group);
    Some(Card::new(context, &technology.id, kind, &*text.name, sections))
}

/// That it is one of the areas that had been named, by what shows it or by the work that was known; or that it had not been.
fn named<'b>(context: &ViewContext<'b>, id: TechnologyId, sources: &[SourceId]) -> Block<'b> {
    let (messages, as_of) = (&context.text.messages, context.as_of);
    if !as_of.is_named(id) {
        let date = context.formats.date(as_of.date());
        let area = context.text.technology(id).map_or("", |it| &it.short_name);
        let values = [("area", area), ("date", &*date)];
        return Block::Plain(text::format(messages.area_not_named(), &values));
    }
    let is_known =
        |id: &&SourceId| context.model.source(**id).is_some_and(|it| it.date.date <= as_of.date());
    let known: Vec<SourceId> = sources.iter().filter(is_known).copied().collect();
    let work = as_of.links(id).filter(|it| it.kind.is_of_aukus());
    let work: Vec<ClaimId> = work.flat_map(|it| context.claims(&it.claims)).collect();
    let are_all_named = as_of.technologies().count() == context.model.technologies.len();
    Block::Sourced {
        text: if are_all_named { messages.area_of_pillar() } else { messages.area_named() },
        sources: if known.is_empty() { context.sources_of(&work) } else { known },
    }
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
