//! The cards of the lenses: the overview, a pillar, a technology.

use model::{ClaimId, Pillar, PillarId, Status, Technology, TechnologyId, TechnologyRole, Topic};

use super::country::standing_line;
use super::{Block, Card, CountryLine, Section, corrections_of};
use crate::state::{Lens, Open};
use crate::view::{Hook, Mark, NamedLink, Scene};

/// The card of the lens.
pub(super) fn card<'b>(scene: &Scene<'b>) -> Card<'b> {
    let own = match scene.selection.lens {
        Lens::Overview => None,
        Lens::Pillar(id) => scene.briefing.pillar(id).map(|it| pillar(scene, id, it)),
        Lens::Technology(id) => scene.briefing.technology(id).map(|it| technology(scene, id, it)),
    };
    own.unwrap_or_else(|| overview(scene))
}

fn overview<'b>(scene: &Scene<'b>) -> Card<'b> {
    let words = &scene.briefing.words;
    let latest: Vec<_> = scene.as_of.events().filter(|(_, it)| !it.expected).collect();
    let latest =
        latest.iter().rev().take(4).map(|(id, it)| super::event_line(scene, *id, it)).collect();
    let ahead = scene
        .as_of
        .events()
        .filter(|(_, it)| it.expected)
        .map(|(id, it)| super::event_line(scene, id, it))
        .collect();
    let claims = scene.claims(&scene.briefing.overview);
    let mut sections = vec![Section::of("", Block::Claims(claims))];
    sections.extend(scene.pillars().map(|(id, it)| standings(scene, id, it)));
    sections.extend([
        Section::of(words.section_latest(), Block::Events(latest)),
        Section::of(words.section_ahead(), Block::Events(ahead)),
    ]);
    Card::new(scene, "overview", words.kind_overview(), words.overview_title(), sections)
}

/// Who is in a pillar, and how far others are.
fn standings<'b>(scene: &Scene<'b>, id: PillarId, pillar: &'b Pillar<'b>) -> Section<'b> {
    let link = NamedLink {
        link: scene.lens_link(Lens::Pillar(id), Hook::Pillar(pillar.id)),
        name: scene.briefing.words.open_pillar(),
    };
    let lines = standing_lines(scene, id, |status| status != Status::Closed);
    Section::new(
        pillar.name,
        vec![
            Block::Plain(pillar.subject.to_owned()),
            scene.summary(&pillar.access_summary),
            lines,
            Block::Links(vec![link]),
        ],
    )
}

fn standing_lines<'b>(scene: &Scene<'b>, id: PillarId, wanted: fn(Status) -> bool) -> Block<'b> {
    let lines = |status| {
        scene.countries().filter_map(move |(country, _)| standing_line(scene, country, id, status))
    };
    Block::Countries(Status::ALL.into_iter().filter(|it| wanted(*it)).flat_map(lines).collect())
}

fn pillar<'b>(scene: &Scene<'b>, id: PillarId, pillar: &'b Pillar<'b>) -> Card<'b> {
    let words = &scene.briefing.words;
    let topic = Topic::Pillar(id);
    let lists: [&[ClaimId]; 4] =
        [&pillar.what, &pillar.access, &pillar.progress, &pillar.obstacles];
    let is_closed = scene.is_closed(id);
    let access = if is_closed { words.section_closed() } else { words.section_open() };
    let sections = vec![
        Section::new(
            "",
            vec![
                Block::Plain(pillar.subject.to_owned()),
                scene.summary(&pillar.access_summary),
                scene.not_yet_known(topic),
            ],
        ),
        scene.claims_section(words.section_what(), &pillar.what),
        Section::of(
            words.section_members(),
            standing_lines(scene, id, |status| status == Status::Member),
        ),
        Section::of(
            words.section_others(),
            standing_lines(scene, id, |status| status != Status::Member),
        ),
        scene.claims_section(access, &pillar.access),
        scene.claims_section(words.section_progress(), &pillar.progress),
        scene.claims_section(words.section_obstacles(), &pillar.obstacles),
        Section::of(words.section_milestones(), scene.events_about(topic)),
        Section::folded(words.section_statements(), scene.statements_about(topic)),
        Section::folded(words.section_record(), scene.other_claims_about(topic, &lists)),
        Section::of(words.section_limits(), scene.limits_about(topic)),
    ];
    Card::new(scene, pillar.id, words.kind_pillar(), pillar.name, sections)
}

fn technology<'b>(scene: &Scene<'b>, id: TechnologyId, technology: &'b Technology<'b>) -> Card<'b> {
    let words = &scene.briefing.words;
    let topic = Topic::Technology(id);
    let lists: [&[ClaimId]; 3] =
        [&technology.activity, &technology.partner_links, &technology.see_also];
    let sections = vec![
        Section::new(
            "",
            vec![
                Block::Plain(technology.explanation.to_owned()),
                Block::Note(words.explanation_note()),
            ],
        ),
        Section::of(
            words.section_area(),
            Block::Sourced { text: words.area_of_pillar(), sources: technology.sources.clone() },
        ),
        Section::new(
            words.section_activity(),
            vec![
                Block::Claims(scene.claims(&technology.activity)),
                Block::from(technology.gap),
                scene.not_yet_known(topic),
            ],
        ),
        Section::of(words.section_linked(), linked(scene, id)),
        scene.claims_section(words.section_links(), &technology.partner_links),
        scene.claims_section(words.section_see_also(), &technology.see_also),
        Section::new(
            words.section_terms(),
            vec![
                Block::Terms(technology.article_terms.clone()),
                Block::Plain(technology.article_note.to_owned()),
                corrections(scene, technology),
            ],
        ),
        Section::of(words.section_events(), scene.events_about(topic)),
        Section::folded(words.section_statements(), scene.statements_about(topic)),
        Section::folded(words.section_record(), scene.other_claims_about(topic, &lists)),
        Section::of(words.section_limits(), scene.limits_about(topic)),
    ];
    Card::new(
        scene,
        technology.id,
        scene.phrases.technology_group(technology.group),
        technology.name,
        sections,
    )
}

/// The corrections of what the article says of the technology.
fn corrections<'b>(scene: &Scene<'b>, technology: &'b Technology<'b>) -> Block<'b> {
    let lists = technology.activity.iter().chain(&technology.partner_links);
    let known = lists.filter_map(|id| scene.briefing.claim(*id));
    corrections_of(known)
}

/// Who is linked to a technology, members first.
fn linked<'b>(scene: &Scene<'b>, id: TechnologyId) -> Block<'b> {
    let words = &scene.briefing.words;
    let lines = scene.countries().filter_map(|(country, it)| {
        let (status, mark) = match scene.as_of.technology_role(country, id)? {
            TechnologyRole::JointWork => (words.mark_joint_work(), Mark::Member),
            TechnologyRole::Linked => (words.mark_linked(), Mark::Linked),
        };
        let name = NamedLink { link: scene.open_link(Open::Country(country)), name: it.name };
        Some(CountryLine { country: name, status: status.to_owned(), mark, sources: Vec::new() })
    });
    Block::Countries(lines.collect())
}
