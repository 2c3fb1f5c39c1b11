//! How the countries stand on the map: one mark each, from the scope and the date, and the legend to the marks.

use model::{
    Bounds, Claim, ClaimId, CountryAnchor, CountryId, Group, Point, Status, TechnologyRole, Tie,
    TieId, Topic,
};

use super::{Link, ViewContext};
use crate::{Scope, Subject};

/// How a country is drawn. The first are the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A member, or for a technology a member with joint work in it.
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
    pub anchor: CountryAnchor,
}

/// A mark, what it means, and how many countries have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend<'b> {
    /// The mark.
    pub mark: Mark,
    /// What it means in this scope.
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
pub(super) fn countries<'b>(context: &ViewContext<'b>) -> Vec<MapCountry<'b>> {
    context.model.each_country().filter_map(|(id, _)| country(context, id)).collect()
}

fn country<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<MapCountry<'b>> {
    let (country, text) = (context.model.country(id)?, context.text.country(id)?);
    let mark = mark(context, id, country.group);
    let subject = Subject::Country(id);
    let is_current = context.selection.subject == Some(subject);
    let named = |name: &str| announcement(context, id, name, mark);
    Some(MapCountry {
        id: &country.id,
        link: Link { is_current, ..context.subject_link(subject) },
        name: &text.name,
        capital: &text.capital,
        group: country.group,
        mark,
        status: meaning(context, mark),
        announcement: named(&text.name),
        label: named(&[&*text.name, " ", &*text.capital].concat()),
        anchor: context.model.sheet.anchors.get(id.index()).copied().unwrap_or_default(),
    })
}

fn mark(context: &ViewContext, id: CountryId, group: Group) -> Mark {
    if group == Group::Mentioned {
        return Mark::Mentioned;
    }
    if let Scope::Technology(technology) = context.selection.scope {
        return match context.as_of.technology_role(id, technology) {
            Some(TechnologyRole::JointWork) => Mark::Member,
            Some(TechnologyRole::Linked) => Mark::Linked,
            None => Mark::None,
        };
    }
    let standing =
        context.shading_pillar().and_then(|pillar| context.as_of.standing(id, pillar).status());
    standing.map_or(Mark::None, Mark::from)
}

/// The mark in the words of the scope.
fn meaning<'b>(context: &ViewContext<'b>, mark: Mark) -> &'b str {
    let messages = &context.text.messages;
    let is_technology = matches!(context.selection.scope, Scope::Technology(_));
    match mark {
        Mark::Member if is_technology => messages.mark_joint_work(),
        Mark::Member => messages.mark_member(),
        Mark::Participant => messages.mark_participant(),
        Mark::Consultation => messages.mark_consultation(),
        Mark::Consideration => messages.mark_consideration(),
        Mark::Interest => messages.mark_interest(),
        Mark::Linked => messages.mark_linked(),
        Mark::Closed => messages.mark_closed(),
        Mark::Mentioned => messages.mark_mentioned(),
        Mark::None if is_technology => messages.mark_no_link(),
        Mark::None => messages.mark_none(),
    }
}

fn announcement(context: &ViewContext, id: CountryId, name: &str, mark: Mark) -> String {
    let is_technology = matches!(context.selection.scope, Scope::Technology(_));
    let pillar = context.shading_pillar().filter(|_| !is_technology && mark != Mark::Mentioned);
    match pillar.and_then(|pillar| Some((pillar, context.text.pillar(pillar)?))) {
        Some((pillar, text)) => {
            let standing = context.as_of.standing(id, pillar);
            context.formats.country_standing(name, &text.name, &standing)
        }
        None => {
            let values = [("country", name), ("status", meaning(context, mark))];
            text::format(context.text.messages.announce_mark(), &values)
        }
    }
}

/// The marks in use, the strongest first.
pub(super) fn legend<'b>(context: &ViewContext<'b>, map: &[MapCountry<'b>]) -> Vec<Legend<'b>> {
    let line = |mark: &Mark| Legend {
        mark: *mark,
        meaning: meaning(context, *mark),
        count: map.iter().filter(|it| it.mark == *mark).count(),
    };
    Mark::ALL.iter().map(line).filter(|it| it.count > 0).collect()
}

/// The ties to draw: those of the selected country, or the selected one; else those on which the scope has something to say.
pub(super) fn ties<'b>(context: &ViewContext<'b>) -> Vec<MapTie<'b>> {
    context.model.each_tie().filter_map(|(id, it)| tie(context, id, it)).collect()
}

fn tie<'b>(context: &ViewContext<'b>, id: TieId, tie: &'b Tie) -> Option<MapTie<'b>> {
    let in_scope = context.scope_claims_on(tie);
    let shown = match context.selection.subject {
        Some(Subject::Country(country)) if !tie.between.contains(&country) => return None,
        Some(Subject::Tie(open)) if open != id => return None,
        Some(Subject::Country(_) | Subject::Tie(_)) => {
            context.as_of.claims(&tie.claims).map(|(id, _)| id).collect()
        }
        _ => in_scope.clone(),
    };
    // The label names the first claim; where that is not what the tie is drawn for, it would mislead.
    let label = if shown.contains(tie.claims.first()?) {
        context.text.tie(id)?.to_owned()
    } else {
        let count = shown.len().max(in_scope.len()).to_string();
        text::format(context.text.messages.tie_statements(), &[("count", &count)])
    };
    (!shown.is_empty() || !in_scope.is_empty()).then_some(MapTie {
        id: &tie.id,
        link: context.subject_link(Subject::Tie(id)),
        name: context.tie_name(tie)?,
        label,
        at: context.model.sheet.ties.get(id.index()).copied().unwrap_or_default(),
    })
}

impl<'b> ViewContext<'b> {
    /// What is known of two countries together in the scope: the work in a pillar or a technology.
    pub(super) fn scope_claims_on(&self, tie: &Tie) -> Vec<ClaimId> {
        let topics = tie.between.map(Topic::Country);
        let lists: Option<[&[ClaimId]; 2]> = match self.selection.scope {
            Scope::Overview => None,
            Scope::Pillar(id) => self.model.pillar(id).map(|it| [&*it.what, &*it.progress]),
            Scope::Technology(id) => {
                self.model.technology(id).map(|it| [&*it.activity, &*it.partner_links])
            }
        };
        let is_on_both =
            |(_, claim): &(_, &Claim)| topics.iter().all(|it| claim.about.contains(it));
        let known = lists.into_iter().flatten().flat_map(|list| self.as_of.claims(list));
        known.filter(is_on_both).map(|(id, _)| id).collect()
    }
}

/// The part of the sheet that a selection is about: a country's main landmass, the two ends of a tie, else every country
/// that has a status in the scope.
pub(super) fn framing(context: &ViewContext, map: &[MapCountry]) -> Bounds {
    let has_status =
        |it: &&MapCountry| !matches!(it.mark, Mark::None | Mark::Closed | Mark::Mentioned);
    let capital = |it: &MapCountry| Bounds::at(it.anchor.capital);
    match context.selection.subject {
        Some(Subject::Country(id)) => {
            map.get(id.index()).map(|it| it.anchor.main.with(capital(it)))
        }
        Some(Subject::Tie(id)) => {
            let ends = context.model.tie(id).map(|it| it.between).unwrap_or_default();
            let ends = ends.into_iter().filter_map(|end| map.get(end.index()));
            ends.map(capital).reduce(Bounds::with)
        }
        _ => map.iter().filter(has_status).map(|it| it.anchor.main).reduce(Bounds::with),
    }
    .or_else(|| map.iter().map(|it| it.anchor.main).reduce(Bounds::with))
    .unwrap_or_default()
}
