//! A country's card: where it stands towards each pillar and since when, why it matters, what it brings, what stands in
//! the way, its ties, what was said and what happened.

use model::{ClaimId, Country, CountryId, Pillar, PillarId, Status, StatusEntry, Topic};

use super::{Block, Card, CountryLine, HistoryLine, Section, TieLine};
use crate::state::Open;
use crate::view::{Mark, NamedLink, Scene};

/// The card of a country.
pub(super) fn card<'b>(scene: &Scene<'b>, id: CountryId) -> Option<Card<'b>> {
    let country = scene.briefing.country(id)?;
    let words = &scene.briefing.words;
    let topic = Topic::Country(id);
    let lists = shown_lists(scene, id, country);
    let lead = vec![
        scene.summary(&country.summary),
        Block::from(country.note),
        scene.not_yet_known(topic),
    ];
    let mut sections = vec![Section::new("", lead)];
    sections
        .extend(scene.pillars().map(|(pillar_id, pillar)| history(scene, id, pillar_id, pillar)));
    sections.extend([
        Section::new(words.section_confirmed(), confirmation(scene, country)),
        scene.claims_section(words.section_why(), &country.why),
        scene.claims_section(words.section_strengths(), &country.strengths),
        scene.claims_section(words.section_obstacles(), &country.obstacles),
        scene.claims_section(words.section_mentions(), &country.mentions),
        Section::of(words.section_ties(), ties(scene, id)),
        Section::folded(words.section_statements(), scene.statements_about(topic)),
        Section::folded(words.section_events(), scene.events_about(topic)),
        Section::folded(words.section_record(), scene.other_claims_about(topic, &lists)),
        Section::folded(words.section_people(), people(scene, id)),
        Section::of(words.section_limits(), scene.limits_about(topic)),
    ]);
    Some(Card::new(scene, country.id, scene.phrases.group(country.group), country.name, sections))
}

fn shown_lists<'b>(
    scene: &Scene<'b>,
    id: CountryId,
    country: &'b Country<'b>,
) -> Vec<&'b [ClaimId]> {
    let mut lists: Vec<&[ClaimId]> =
        vec![&country.why, &country.strengths, &country.obstacles, &country.mentions];
    lists.extend(scene.ties_of(id).map(|(_, tie)| &*tie.claims));
    lists.extend(country.history.iter().map(|entry| &*entry.claims));
    lists
}

fn history<'b>(
    scene: &Scene<'b>,
    id: CountryId,
    pillar_id: PillarId,
    pillar: &'b Pillar<'b>,
) -> Section<'b> {
    let standing = scene.as_of.standing(id, pillar_id);
    let holds = |entry: &StatusEntry| {
        [standing.members_side, standing.interest].iter().flatten().any(|it| *it == entry)
    };
    let lines = scene.as_of.history(id, pillar_id).map(|entry| line(scene, entry, holds(entry)));
    Section::of(pillar.name, Block::History(lines.collect()))
}

fn line<'b>(scene: &Scene<'b>, entry: &'b StatusEntry<'b>, holds: bool) -> HistoryLine<'b> {
    HistoryLine {
        from: scene.phrases.when(entry.from),
        status: scene.phrases.status(entry.status),
        mark: Mark::from(entry.status),
        holds,
        claims: scene.claims(&entry.claims),
        note: entry.note,
    }
}

fn confirmation<'b>(scene: &Scene<'b>, country: &'b Country<'b>) -> Vec<Block<'b>> {
    let known = country.last_confirmed.as_ref().filter(|it| it.date <= scene.as_of.date());
    let Some(confirmed) = known else { return Vec::new() };
    vec![
        Block::Facts(vec![(
            scene.briefing.words.last_confirmed(),
            scene.phrases.date(confirmed.date),
        )]),
        Block::Note(confirmed.note),
        Block::Claims(scene.claims(&confirmed.claims)),
    ]
}

fn ties<'b>(scene: &Scene<'b>, id: CountryId) -> Block<'b> {
    let lines = scene.ties_of(id).filter_map(|(tie_id, tie)| {
        let claims = scene.claims(&tie.claims);
        let other = tie.between.iter().find(|it| **it != id)?;
        let name = scene.briefing.country(*other)?.name;
        let tie = scene.open_link(Open::Tie(tie_id)).named(name);
        (!claims.is_empty()).then_some(TieLine { tie, claims })
    });
    Block::Ties(lines.collect())
}

fn people<'b>(scene: &Scene<'b>, id: CountryId) -> Block<'b> {
    let of_country = scene.briefing.people.iter().enumerate().filter(|(_, it)| it.country == id);
    let links = of_country.filter_map(|(index, it)| {
        let open = Open::Person(model::PersonId::from_index(index)?);
        Some(NamedLink { link: scene.open_link(open), name: it.name })
    });
    Block::Links(links.take(scene.most).collect())
}

/// A country with its standing towards a pillar; none where it had none.
pub(super) fn standing_line<'b>(
    scene: &Scene<'b>,
    id: CountryId,
    pillar: PillarId,
    status: Status,
) -> Option<CountryLine<'b>> {
    let standing = scene.as_of.standing(id, pillar);
    let leading = standing.leading().filter(|it| it.status == status)?;
    let country = NamedLink {
        link: scene.open_link(Open::Country(id)),
        name: scene.briefing.country(id)?.name,
    };
    let sources = scene.sources_of(&leading.claims);
    Some(CountryLine {
        country,
        status: scene.phrases.standing(&standing),
        mark: Mark::from(leading.status),
        sources,
    })
}
