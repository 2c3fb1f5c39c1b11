//! A country's card: its last steps, what speaks for and against it and what was said last; folded, what else was said, its
//! ties, and all that is on record of it.

use model::{
    ClaimId, Country, CountryId, DatedStatus, EntityId, Mode, PillarId, Role, Statement, Status,
    Tie, TieId, Topic,
};
use text::CountryText;

use super::{
    Block, Card, CountryLine, HistoryLine, ReasonLine, Section, StatementLine, StepLine, TieLine,
    VerdictLine, note, statement,
};
use crate::Subject;
use crate::view::{Mark, ViewContext};

/// How many steps towards a pillar stand above the rest of the card.
const STEPS: usize = 3;

/// The card of a country.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<Card<'b>> {
    let (country, text) = (context.model.country(id)?, context.text.country(id)?);
    let messages = &context.text.messages;
    let topic = Topic::Country(id);
    let steps = context.shading_pillar().map_or_else(Vec::new, |it| steps(context, id, it));
    let mut sections = vec![
        Section::new("", vec![Block::Steps(steps), context.not_yet_known(topic)]),
        Section::of(
            messages.section_for(),
            Block::Reasons {
                is_for: true,
                lines: reasons(context, &text.reasons_for, &country.reasons_for),
            },
        ),
        Section::of(
            messages.section_against(),
            Block::Reasons {
                is_for: false,
                lines: reasons(context, &text.reasons_against, &country.reasons_against),
            },
        ),
    ];
    // Who has no reasons for or against is a member, or only mentioned.
    if country.reasons_for.is_empty() {
        sections.push(context.claims_section(messages.section_why(), &country.why));
        sections.push(context.claims_section(messages.section_mentions(), &country.mentions));
    }
    sections.extend([
        Section::of(
            messages.section_quote(),
            Block::Statements(newest_statement(context, id).into_iter().collect()),
        ),
        Section::folded(messages.section_statements(), context.statements_about(topic)),
        Section::folded(messages.section_ties(), ties(context, id)),
        record(context, id, country, text),
        Section::folded(messages.section_limits(), context.limits_about(topic)),
    ]);
    let kind = context.formats.role(context.as_of.role(id));
    let card = Card::new(context, &country.id, kind, &*text.name, sections);
    Some(card.with_verdicts(context, verdicts(context, id)))
}

/// All that is on record of a country beyond what its card says at once.
fn record<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    country: &'b Country,
    text: &'b CountryText,
) -> Section<'b> {
    let messages = &context.text.messages;
    let topic = Topic::Country(id);
    let claims = |ids: &[ClaimId]| vec![Block::Claims(context.claims(ids))];
    let summary = vec![
        context.summary(&text.summary, &country.summary),
        // It is about what the card says today.
        note(text.note.as_ref().filter(|_| context.are_known(&country.summary))),
    ];
    let mut parts = vec![("", summary)];
    let pillars = context.model.each_pillar();
    parts.extend(pillars.filter_map(|(pillar, _)| history(context, id, pillar)));
    parts.extend([
        (messages.section_why(), claims(&country.why)),
        (messages.section_strengths(), claims(&country.strengths)),
        (messages.section_obstacles(), claims(&country.obstacles)),
        (messages.section_mentions(), claims(&country.mentions)),
        (messages.section_events(), vec![context.events_about(topic)]),
        (messages.section_people(), vec![people(context, id)]),
        (messages.section_record(), vec![context.record_of(topic)]),
    ]);
    Section::of_parts(messages.fold_record(), parts)
}

/// What was said last of a country: best a quotation, of the pillar that the map is about, by one of its own people.
pub(in crate::view) fn newest_statement<'b>(
    context: &ViewContext<'b>,
    country: CountryId,
) -> Option<StatementLine<'b>> {
    let pillar = context.shading_pillar().map(Topic::Pillar);
    let is_own = |it: &Statement| {
        let person = it.who.and_then(|who| context.model.person(who));
        person.is_some_and(|it| it.country == country)
    };
    let rank = |it: &Statement| {
        let is_of_pillar = pillar.is_some_and(|pillar| it.about.contains(&pillar));
        (it.mode == Mode::Quote, is_of_pillar, is_own(it))
    };
    let about = context.as_of.statements();
    let about = about.filter(|(_, it)| it.about.contains(&Topic::Country(country)));
    let best = about.max_by_key(|(_, it)| rank(it));
    best.and_then(|(id, it)| statement::line(context, id, it))
}

/// The answer to "is it in?" for each pillar; none for a country that is only mentioned.
pub(in crate::view) fn verdicts<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
) -> Vec<VerdictLine<'b>> {
    if context.as_of.role(id) == Role::Mentioned {
        return Vec::new();
    }
    let mut lines: Vec<VerdictLine> = Vec::new();
    for mut line in context.pillars().filter_map(|pillar| verdict(context, id, pillar)) {
        // Since when is said once, and so is that there is nothing to say.
        if lines.iter().any(|it| it.unconfirmed == line.unconfirmed) {
            line.unconfirmed.clear();
        }
        if lines.iter().all(|it| it.text != line.text) {
            lines.push(line);
        }
    }
    lines
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
    let is_dashed = context.is_dashed(&standing);
    let name = &context.text.pillar(pillar)?.name;
    Some(VerdictLine { id: pillar, pillar: name, text, unconfirmed, is_dashed, sources })
}

/// Reasons, as far as all that each rests on was known.
pub(in crate::view) fn reasons<'b>(
    context: &ViewContext,
    texts: &'b [String],
    reasons: &[Vec<ClaimId>],
) -> Vec<ReasonLine<'b>> {
    let line = |(text, claims): (&'b String, &Vec<ClaimId>)| {
        context.are_known(claims).then(|| ReasonLine { text, sources: context.sources_of(claims) })
    };
    texts.iter().zip(reasons).filter_map(line).collect()
}

/// The last steps of a country towards a pillar: each status once, from its first day, and the one that holds from its own.
fn steps<'b>(context: &ViewContext<'b>, id: CountryId, pillar: PillarId) -> Vec<StepLine<'b>> {
    let standing = context.as_of.standing(id, pillar);
    let leading = standing.leading();
    let holds = |it: &DatedStatus| leading.is_some_and(|leading| leading.of == it.of);
    let mut steps: Vec<DatedStatus> = Vec::new();
    for step in context.as_of.history(id, pillar) {
        let is_new = steps.iter().all(|it| it.entry.status != step.entry.status);
        if holds(&step) {
            steps.retain(|it| it.entry.status != step.entry.status);
        }
        if is_new || holds(&step) {
            steps.push(step);
        }
    }
    // Where only words of its own came later, the one that holds stays.
    while steps.len() > STEPS {
        steps.remove(usize::from(steps.first().is_some_and(holds)));
    }
    let line = |step: DatedStatus<'b>| StepLine {
        from: context.formats.when(step.entry.from),
        status: context.formats.status(step.entry.status),
        mark: Mark::from(step.entry.status),
        holds: holds(&step),
        is_unconfirmed: holds(&step) && context.is_dashed(&standing),
        sources: context.sources_of(&step.entry.claims),
    };
    steps.into_iter().map(line).collect()
}

/// The steps of a country towards a pillar, of which one holds.
fn history<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    pillar: PillarId,
) -> Option<(&'b str, Vec<Block<'b>>)> {
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
    Some((&context.text.pillar(pillar)?.name, vec![Block::History(lines)]))
}

/// The ties of a country.
pub(in crate::view) fn ties_of<'b>(
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
pub(in crate::view) fn standing_line<'b>(
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
        is_unconfirmed: context.is_dashed(&standing),
        sources: context.sources_of(&leading.entry.claims),
    })
}
