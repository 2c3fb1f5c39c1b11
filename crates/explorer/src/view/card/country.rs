//! A country's card: where it stands towards each pillar and since when, why it matters, what it brings, what stands in
//! the way, its ties, what was said and what happened.

use model::{
    ClaimId, Country, CountryId, DatedStatus, EntityId, PillarId, Role, Status, Tie, TieId, Topic,
};

use super::{
    Block, Card, CountryLine, HistoryLine, ReasonLine, Section, TieLine, VerdictLine, note,
};
use crate::Subject;
use crate::view::{Mark, ViewContext};

/// The card of a country.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<Card<'b>> {
    let (country, text) = (context.model.country(id)?, context.text.country(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Country(id);
    let lead = vec![
        verdicts(context, id),
        context.summary(&text.summary, &country.summary),
        // It is about what the card says today.
        note(text.note.as_ref().filter(|_| context.are_known(&country.summary))),
        context.not_yet_known(topic),
    ];
    let mut sections = vec![Section::new("", lead)];
    let pillars = context.model.each_pillar();
    sections.extend(pillars.filter_map(|(pillar, _)| history(context, id, pillar)));
    let record = context.other_claims_about(topic, &shown_lists(context, id, country));
    sections.extend([
        Section::of(
            messages.section_for(),
            reasons(context, &text.reasons_for, &country.reasons_for),
        ),
        Section::of(
            messages.section_against(),
            reasons(context, &text.reasons_against, &country.reasons_against),
        ),
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
    let kind = context.formats.role(context.as_of.role(id));
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
    let pillars = context.model.each_pillar();
    let steps = pillars.flat_map(|(pillar, _)| context.as_of.history(id, pillar));
    lists.extend(steps.map(|it| &*it.entry.claims));
    lists
}

/// The answer to "is it in?" for each pillar; none for a country that is only mentioned.
fn verdicts<'b>(context: &ViewContext<'b>, id: CountryId) -> Block<'b> {
    if context.as_of.role(id) == Role::Mentioned {
        return Block::Verdicts(Vec::new());
    }
    // The pillar that the map is about first: by default the one that is open.
    let first = context.shading_pillar();
    let others = context.model.each_pillar().map(|(pillar, _)| pillar);
    let pillars = first.into_iter().chain(others.filter(|it| Some(*it) != first));
    Block::Verdicts(pillars.filter_map(|pillar| verdict(context, id, pillar)).collect())
}

fn verdict<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    pillar: PillarId,
) -> Option<VerdictLine<'b>> {
    let standing = context.as_of.standing(id, pillar);
    let unconfirmed = context.unconfirmed(&standing);
    let unconfirmed =
        unconfirmed.map(|(status, newest)| context.formats.unconfirmed(status, newest));
    let (text, sources) = match standing.latest {
        Some(latest) => {
            (context.text.verdict(latest.of)?.into(), context.sources_of(&latest.entry.verdict))
        }
        None => (context.formats.verdict_none(context.as_of.date()).into(), Vec::new()),
    };
    let unconfirmed = unconfirmed.unwrap_or_default();
    Some(VerdictLine { pillar: &context.text.pillar(pillar)?.name, text, unconfirmed, sources })
}

/// Reasons, as far as all that each rests on was known.
fn reasons<'b>(context: &ViewContext, texts: &'b [String], reasons: &[Vec<ClaimId>]) -> Block<'b> {
    let line = |(text, claims): (&'b String, &Vec<ClaimId>)| {
        context.are_known(claims).then(|| ReasonLine { text, sources: context.sources_of(claims) })
    };
    Block::Reasons(texts.iter().zip(reasons).filter_map(line).collect())
}

/// The steps of a country towards a pillar, of which one holds.
fn history<'b>(context: &ViewContext<'b>, id: CountryId, pillar: PillarId) -> Option<Section<'b>> {
    let leading = context.as_of.standing(id, pillar).leading();
    let line = |step: DatedStatus<'b>| HistoryLine {
        from: context.formats.when(step.entry.from),
        status: context.formats.status(step.entry.status),
        mark: Mark::from(step.entry.status),
        holds: leading.is_some_and(|it| it.of == step.of),
        claims: context.claims(&step.entry.claims),
        note: context.text.status_note(step.of),
    };
    let lines = context.as_of.history(id, pillar).into_iter().map(line).collect();
    Some(Section::of(&context.text.pillar(pillar)?.name, Block::History(lines)))
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
    let date = context.as_of.date();
    let of_country =
        context.model.each_person().filter(|(_, it)| it.country == id && it.as_of.date <= date);
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
    let leading = standing.leading().filter(|it| it.entry.status == status)?;
    Some(CountryLine {
        country: context.entity_link(EntityId::Country(id))?,
        status: context.standing(&standing),
        mark: Mark::from(status),
        is_unconfirmed: context.unconfirmed(&standing).is_some(),
        sources: context.sources_of(&leading.entry.claims),
    })
}
