//! The cards of the scopes: the overview, a pillar, a technology.

use model::{ClaimId, EntityId, PillarId, Status, TechnologyId, TechnologyRole, Topic};

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
    let mut sections = vec![Section::of("", Block::Claims(claims))];
    sections.extend(context.model.each_pillar().filter_map(|(id, _)| standings(context, id)));
    sections.extend([
        Section::of(messages.section_latest(), Block::Events(latest)),
        Section::of(messages.section_ahead(), Block::Events(ahead)),
    ]);
    Card::new(context, "overview", messages.kind_overview(), messages.overview_title(), sections)
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
    let is_closed = context.is_closed(id);
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
    let lists: [&[ClaimId]; 3] =
        [&technology.activity, &technology.partner_links, &technology.see_also];
    let record = context.other_claims_about(topic, &lists);
    let lead =
        vec![Block::Plain(text.explanation.clone()), Block::Note(messages.explanation_note())];
    let area =
        Block::Sourced { text: messages.area_of_pillar(), sources: technology.sources.clone() };
    let activity = vec![
        Block::Claims(context.claims(&technology.activity)),
        note(text.gap.as_ref()),
        context.not_yet_known(topic),
    ];
    let on_article = [&*technology.activity, &*technology.partner_links].concat();
    let terms = vec![
        Block::Terms(text.article_terms.iter().map(String::as_str).collect()),
        Block::Plain(text.article_note.clone()),
        context.corrections_of(&on_article),
    ];
    let sections = vec![
        Section::new("", lead),
        Section::of(messages.section_area(), area),
        Section::new(messages.section_activity(), activity),
        Section::of(messages.section_linked(), linked(context, id)),
        context.claims_section(messages.section_links(), &technology.partner_links),
        context.claims_section(messages.section_see_also(), &technology.see_also),
        Section::new(messages.section_terms(), terms),
        Section::of(messages.section_events(), context.events_about(topic)),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_record(), record),
        Section::of(messages.section_limits(), context.limits_about(topic)),
    ];
    let kind = context.formats.technology_group(technology.group);
    Some(Card::new(context, &technology.id, kind, &*text.name, sections))
}

/// Who is linked to a technology, members first.
fn linked<'b>(context: &ViewContext<'b>, id: TechnologyId) -> Block<'b> {
    let messages = &context.text.messages;
    let lines = context.model.each_country().filter_map(|(country, _)| {
        let (status, mark) = match context.as_of.technology_role(country, id)? {
            TechnologyRole::JointWork => (messages.mark_joint_work(), Mark::Member),
            TechnologyRole::Linked => (messages.mark_linked(), Mark::Linked),
        };
        let country = context.entity_link(EntityId::Country(country))?;
        Some(CountryLine { country, status: status.to_owned(), mark, sources: Vec::new() })
    });
    Block::Countries(lines.collect())
}
