//! How the countries stand on the map: one mark each, from the lens and the date, and the legend to the marks.

use model::{
    Bounds, Claim, CountryAnchor, CountryId, Group, Point, Status, TechnologyRole, Tie, TieId,
    Topic, digits,
};

use super::{Link, Scene};
use crate::state::{Lens, Open};

/// How a country is drawn. The first are the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A member, or through a technology a member with joint work in it.
    Member,
    /// Takes part in a project.
    Participant,
    /// Consulted by the members.
    Consultation,
    /// Considered by the members.
    Consideration,
    /// Has said that it is interested.
    Interest,
    /// Linked to the technology.
    Linked,
    /// The pillar is closed to it.
    Closed,
    /// Neither member nor candidate.
    Mentioned,
    /// Of the briefing, without a status at this date.
    None,
}

impl Mark {
    /// Every mark, the strongest first.
    const ALL: [Self; 9] = [
        Self::Member,
        Self::Participant,
        Self::Consultation,
        Self::Consideration,
        Self::Interest,
        Self::Linked,
        Self::Closed,
        Self::Mentioned,
        Self::None,
    ];

    /// Its name in `data-status` and in the style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Participant => "participant",
            Self::Consultation => "consultation",
            Self::Consideration => "consideration",
            Self::Interest => "interest",
            Self::Linked => "linked",
            Self::Closed => "closed",
            Self::Mentioned => "mentioned",
            Self::None => "none",
        }
    }
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        match status {
            Status::Member => Self::Member,
            Status::Participant => Self::Participant,
            Status::Consultation => Self::Consultation,
            Status::Consideration => Self::Consideration,
            Status::Interest => Self::Interest,
            Status::Closed => Self::Closed,
        }
    }
}

/// A country as map and list show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapCountry<'b> {
    /// Its code, which names its shape on the sheet.
    pub id: &'b str,
    /// Opens its card.
    pub link: Link<'b>,
    /// Its name.
    pub name: &'b str,
    /// Its capital.
    pub capital: &'b str,
    /// What it is to the briefing.
    pub group: Group,
    /// How it is drawn.
    pub mark: Mark,
    /// The mark in words.
    pub status: &'b str,
    /// Name, status and since when, in a sentence.
    pub announcement: String,
    /// The same with the capital after the name, as the map shows the two.
    pub label: String,
    /// Where it lies.
    pub place: CountryAnchor,
}

/// A mark, what it means, and how many countries have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend<'b> {
    /// The mark.
    pub mark: Mark,
    /// What it means through this lens.
    pub meaning: &'b str,
    /// How many countries have it on this date.
    pub count: usize,
}

/// A tie as the map shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapTie<'b> {
    /// Its id, which names its line on the sheet.
    pub id: &'b str,
    /// Opens its card.
    pub link: Link<'b>,
    /// The two countries, for screen readers with the label.
    pub name: String,
    /// What it is, in a few words.
    pub label: String,
    /// A point on its line.
    pub at: Point,
}

/// Every country of the briefing as the map shows it.
pub(super) fn countries<'b>(scene: &Scene<'b>) -> Vec<MapCountry<'b>> {
    scene.countries().map(|(id, _)| id).filter_map(|id| country(scene, id)).collect()
}

fn country<'b>(scene: &Scene<'b>, id: CountryId) -> Option<MapCountry<'b>> {
    let country = scene.briefing.country(id)?;
    let mark = mark(scene, id, country.group);
    let open = Open::Country(id);
    Some(MapCountry {
        id: country.id,
        link: Link { current: scene.selection.open == Some(open), ..scene.open_link(open) },
        name: country.name,
        capital: country.capital,
        group: country.group,
        mark,
        status: meaning(scene, mark),
        announcement: announcement(scene, id, country.name, mark),
        label: announcement(scene, id, &[country.name, " ", country.capital].concat(), mark),
        place: scene.briefing.sheet.anchors.get(id.index()).copied().unwrap_or_default(),
    })
}

fn mark(scene: &Scene, id: CountryId, group: Group) -> Mark {
    if group == Group::Mentioned {
        return Mark::Mentioned;
    }
    if let Lens::Technology(technology) = scene.selection.lens {
        return match scene.as_of.technology_role(id, technology) {
            Some(TechnologyRole::JointWork) => Mark::Member,
            Some(TechnologyRole::Linked) => Mark::Linked,
            None => Mark::None,
        };
    }
    let standing =
        scene.shading_pillar().and_then(|pillar| scene.as_of.standing(id, pillar).status());
    standing.map_or(Mark::None, Mark::from)
}

/// The mark in the words of the lens.
fn meaning<'b>(scene: &Scene<'b>, mark: Mark) -> &'b str {
    let words = &scene.briefing.words;
    let is_technology = matches!(scene.selection.lens, Lens::Technology(_));
    match mark {
        Mark::Member if is_technology => words.mark_joint_work(),
        Mark::Member => words.mark_member(),
        Mark::Participant => words.mark_participant(),
        Mark::Consultation => words.mark_consultation(),
        Mark::Consideration => words.mark_consideration(),
        Mark::Interest => words.mark_interest(),
        Mark::Linked => words.mark_linked(),
        Mark::Closed => words.mark_closed(),
        Mark::Mentioned => words.mark_mentioned(),
        Mark::None if is_technology => words.mark_no_link(),
        Mark::None => words.mark_none(),
    }
}

fn announcement(scene: &Scene, id: CountryId, name: &str, mark: Mark) -> String {
    let pillar =
        scene.shading_pillar().and_then(|pillar| Some((pillar, scene.briefing.pillar(pillar)?)));
    match (scene.selection.lens, pillar) {
        (Lens::Overview | Lens::Pillar(_), Some((pillar, entry))) if mark != Mark::Mentioned => {
            scene.phrases.country_standing(name, entry.name, &scene.as_of.standing(id, pillar))
        }
        _ => model::fill(
            scene.briefing.words.announce_mark(),
            &[("country", name), ("status", meaning(scene, mark))],
        ),
    }
}

/// The marks in use, the strongest first.
pub(super) fn legend<'b>(scene: &Scene<'b>, map: &[MapCountry<'b>]) -> Vec<Legend<'b>> {
    let line = |mark: &Mark| Legend {
        mark: *mark,
        meaning: meaning(scene, *mark),
        count: map.iter().filter(|it| it.mark == *mark).count(),
    };
    Mark::ALL.iter().map(line).filter(|it| it.count > 0).collect()
}

/// The ties to draw: those of the selected country, or the selected one; else those on which the lens has something to say.
pub(super) fn ties<'b>(scene: &Scene<'b>) -> Vec<MapTie<'b>> {
    let all = scene.briefing.ties.iter().enumerate();
    all.filter_map(|(index, it)| tie(scene, TieId::from_index(index)?, it)).collect()
}

fn tie<'b>(scene: &Scene<'b>, id: TieId, tie: &'b Tie<'b>) -> Option<MapTie<'b>> {
    let through_lens = scene.lens_claims_on(tie);
    let shown = match scene.selection.open {
        Some(Open::Country(country)) if !tie.between.contains(&country) => return None,
        Some(Open::Tie(open)) if open != id => return None,
        Some(Open::Country(_) | Open::Tie(_)) => scene.as_of.claims(&tie.claims).collect(),
        _ => through_lens.clone(),
    };
    // The label names the first claim; where that is not what the tie is drawn for, it would mislead.
    let first = tie.claims.first().and_then(|first| scene.briefing.claim(*first))?;
    let label = if shown.contains(&first) {
        tie.label.to_owned()
    } else {
        let count = digits(shown.len().max(through_lens.len()));
        model::fill(scene.briefing.words.tie_statements(), &[("count", &count)])
    };
    (!shown.is_empty() || !through_lens.is_empty()).then_some(MapTie {
        id: tie.id,
        link: scene.open_link(Open::Tie(id)),
        name: scene.tie_name(tie)?,
        label,
        at: scene.briefing.sheet.ties.get(id.index()).copied().unwrap_or_default(),
    })
}

impl<'b> Scene<'b> {
    /// The ties of a country.
    pub(crate) fn ties_of(
        &self,
        country: CountryId,
    ) -> impl Iterator<Item = (TieId, &'b Tie<'b>)> + use<'b> {
        let all = self.briefing.ties.iter().enumerate();
        all.filter_map(|(index, it)| Some((TieId::from_index(index)?, it)))
            .filter(move |(_, it)| it.between.contains(&country))
    }

    /// "Australia and South Korea".
    pub(crate) fn tie_name(&self, tie: &Tie) -> Option<String> {
        let [one, other] = tie.between.map(|id| self.briefing.country(id).map(|it| it.name));
        Some(model::fill(self.briefing.words.tie_between(), &[("one", one?), ("other", other?)]))
    }

    /// What is known of two countries together through the lens: the work in a pillar or a technology.
    pub(crate) fn lens_claims_on(&self, tie: &'b Tie<'b>) -> Vec<&'b Claim<'b>> {
        let [one, other] = tie.between.map(Topic::Country);
        let lists: &[&[model::ClaimId]] = match self.selection.lens {
            Lens::Overview => &[],
            Lens::Pillar(id) => match self.briefing.pillar(id) {
                Some(pillar) => &[&pillar.what, &pillar.progress],
                None => &[],
            },
            Lens::Technology(id) => match self.briefing.technology(id) {
                Some(technology) => &[&technology.activity, &technology.partner_links],
                None => &[],
            },
        };
        let mut found: Vec<&Claim> =
            lists.iter().flat_map(|list| self.as_of.claims(list)).collect();
        found.retain(|claim| claim.about.contains(&one) && claim.about.contains(&other));
        found
    }
}

/// The part of the sheet that a selection is about: a country's main landmass, the two ends of a tie, else every country
/// that the lens lights.
pub(super) fn framing(scene: &Scene, map: &[MapCountry]) -> Bounds {
    let lit = |it: &&MapCountry| !matches!(it.mark, Mark::None | Mark::Closed | Mark::Mentioned);
    let capitals = |it: &MapCountry| Bounds::at(it.place.capital);
    match scene.selection.open {
        Some(Open::Country(id)) => {
            map.get(id.index()).map(|it| it.place.main.with(Bounds::at(it.place.capital)))
        }
        Some(Open::Tie(id)) => {
            let ends = scene.briefing.tie(id).map(|it| it.between).unwrap_or_default();
            let ends = ends.into_iter().filter_map(|end| map.get(end.index()));
            ends.map(capitals).reduce(Bounds::with)
        }
        _ => map.iter().filter(lit).map(|it| it.place.main).reduce(Bounds::with),
    }
    .or_else(|| map.iter().map(|it| it.place.main).reduce(Bounds::with))
    .unwrap_or_default()
}
