//! How the countries stand on the map: one mark each, from the scope and the date, and the legend to the marks.

use model::{
    AreaLink, Bounds, Claim, ClaimId, CountryAnchor, CountryId, EventId, LinkKind, PillarId, Point,
    Role, Standing, Status, Tie, TieId, Topic,
};
use text::Messages;

use super::card::event_countries;
use super::{Link, ViewContext};
use crate::inset::Inset;
use crate::viewport::{Framing, Size};
use crate::{Scope, Subject};

/// How a country is drawn. The first are the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A member, or for a technology a member with joint work in it.
    Member,
    /// Took part in a project.
    Participant,
    /// Consulted by the members.
    Consultation,
    /// Considered by the members.
    Consideration,
    /// Has said that it is interested.
    Interest,
    /// Observed work in the technology.
    Observed,
    /// The pillar is closed to it.
    Closed,
    /// Neither member nor prospective partner.
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
        Self::Observed,
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
            Self::Observed => "observed",
            Self::Closed => "closed",
            Self::Mentioned => "mentioned",
            Self::None => "none",
        }
    }
}

impl From<LinkKind> for Mark {
    fn from(kind: LinkKind) -> Self {
        match kind {
            LinkKind::JointWork => Self::Member,
            LinkKind::TookPart => Self::Participant,
            LinkKind::Observed => Self::Observed,
            LinkKind::Interest
            | LinkKind::OutsideAukus
            | LinkKind::OutsideView
            | LinkKind::Obstacle => Self::None,
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

impl From<Option<Status>> for Mark {
    fn from(status: Option<Status>) -> Self {
        status.map_or(Self::None, Self::from)
    }
}

/// A country as the map shows it.
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
    /// Whether it is drawn as any other land: it had no part in AUKUS yet, or is only mentioned, and is not what is opened.
    pub is_land: bool,
    /// Whether it is one of those that are compared.
    pub is_compared: bool,
    /// How it is drawn.
    pub mark: Mark,
    /// Whether it is unconfirmed that the status still holds.
    pub is_unconfirmed: bool,
    /// Whether its status changed in the period that is shown.
    pub has_changed: bool,
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
    /// Whether the label names what all members share, and not this tie.
    pub is_shared: bool,
    /// Whether the label is its own name, and not that of what it shares with others.
    pub is_named: bool,
    /// The two countries, by their places among those of the map.
    pub between: [usize; 2],
    /// Their names.
    pub ends: [&'b str; 2],
    /// Its line on the sheet, in parts.
    pub line: &'b [Vec<Point>],
}

/// Every country of the briefing as the map shows it.
pub(super) fn countries<'b>(context: &ViewContext<'b>) -> Vec<MapCountry<'b>> {
    context.model.each_country().filter_map(|(id, _)| country(context, id)).collect()
}

fn country<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<MapCountry<'b>> {
    let (country, text) = (context.model.country(id)?, context.text.country(id)?);
    let subject = Subject::Country(id);
    let is_current = context.selection.subject == Some(subject);
    let (shown, role) = (Shown::of(context, id), context.as_of.role(id));
    let named = |name: &str| shown.announcement(context, name);
    Some(MapCountry {
        id: &country.id,
        link: Link { is_current, ..context.subject_link(subject) },
        name: &text.name,
        capital: &text.capital,
        is_land: !is_current
            && !context.is_compared(id)
            && matches!(role, Role::Unnamed | Role::Mentioned),
        is_compared: context.is_compared(id),
        mark: shown.mark(),
        is_unconfirmed: shown.is_unconfirmed(context),
        has_changed: context.has_changed(id),
        status: shown.meaning(context),
        announcement: named(&text.name),
        label: named(&[&*text.name, " ", &*text.capital].concat()),
        anchor: context.model.sheet.anchors.get(id.index()).copied().unwrap_or_default(),
    })
}

/// What the map shows of a country.
enum Shown<'b> {
    /// That it is only mentioned.
    Mentioned,
    /// What it has to do with the technology of the scope.
    Link(Option<&'b AreaLink>),
    /// Where it stands towards a pillar.
    Standing(PillarId, Standing<'b>),
}

impl<'b> Shown<'b> {
    fn of(context: &ViewContext<'b>, id: CountryId) -> Self {
        if context.as_of.role(id) == Role::Mentioned {
            return Self::Mentioned;
        }
        match (context.selection.scope, context.shading_pillar()) {
            (Scope::Technology(technology), _) => Self::Link(context.as_of.link(id, technology)),
            (_, Some(pillar)) => Self::Standing(pillar, context.as_of.standing(id, pillar)),
            (_, None) => Self::Link(None),
        }
    }

    fn mark(&self) -> Mark {
        match self {
            Self::Mentioned => Mark::Mentioned,
            Self::Link(link) => link.map_or(Mark::None, |it| Mark::from(it.kind)),
            Self::Standing(_, standing) => standing.status().into(),
        }
    }

    fn is_unconfirmed(&self, context: &ViewContext) -> bool {
        match self {
            Self::Standing(_, standing) => context.is_dashed(standing),
            _ => false,
        }
    }

    fn meaning(&self, context: &ViewContext<'b>) -> &'b str {
        match self {
            Self::Link(Some(link)) => context.formats.link_kind(link.kind),
            _ => meaning(context, self.mark()),
        }
    }

    /// What a screen reader says of the country, by this name.
    fn announcement(&self, context: &ViewContext<'b>, name: &str) -> String {
        let messages = &context.text.messages;
        let Self::Standing(pillar, standing) = self else {
            let values = [("country", name), ("status", self.meaning(context))];
            return text::format(messages.announce_mark(), &values);
        };
        let pillar = context.text.pillar(*pillar).map_or("", |it| &*it.name);
        let status = context.standing(standing);
        let values = [("country", name), ("pillar", pillar), ("status", &*status)];
        text::format(messages.announce_standing(), &values)
    }
}

/// The mark in the words of the scope.
fn meaning<'b>(context: &ViewContext<'b>, mark: Mark) -> &'b str {
    let messages = &context.text.messages;
    let is_technology = matches!(context.selection.scope, Scope::Technology(_));
    match mark {
        Mark::Member if is_technology => messages.link_joint_work(),
        Mark::Member => messages.mark_member(),
        Mark::Participant if is_technology => messages.link_took_part(),
        Mark::Participant => messages.mark_participant(),
        Mark::Consultation => messages.mark_consultation(),
        Mark::Consideration => messages.mark_consideration(),
        Mark::Interest => messages.mark_interest(),
        Mark::Observed => messages.link_observed(),
        Mark::Closed => messages.mark_closed(),
        Mark::Mentioned => messages.mark_mentioned(),
        Mark::None if is_technology => messages.mark_no_link(),
        Mark::None => messages.mark_none(),
    }
}

/// The marks in use, the strongest first. Of a technology only those that stand for work of AUKUS.
pub(super) fn legend<'b>(context: &ViewContext<'b>, map: &[MapCountry<'b>]) -> Vec<Legend<'b>> {
    let is_technology = matches!(context.selection.scope, Scope::Technology(_));
    let line = |mark: &Mark| Legend {
        mark: *mark,
        meaning: meaning(context, *mark),
        count: map.iter().filter(|it| it.mark == *mark && !it.is_land).count(),
    };
    // What is only mentioned has no colour to explain.
    let is_shown = |it: &&Mark| **it != Mark::Mentioned && (!is_technology || **it < Mark::Closed);
    Mark::ALL.iter().filter(is_shown).map(line).filter(|it| it.count > 0).collect()
}

/// What the outline of countries means that changed in the period, and how many did.
pub(super) fn changed<'b>(
    context: &ViewContext<'b>,
    map: &[MapCountry],
) -> Option<(&'b str, usize)> {
    let count = map.iter().filter(|it| it.has_changed).count();
    context.since().filter(|_| count > 0).map(|_| (context.text.messages.since_legend(), count))
}

/// The ties to draw: on the page as it starts those between members; else those of the selected country, or the selected one, or
/// those on which the scope has something to say.
pub(super) fn ties<'b>(context: &ViewContext<'b>) -> Vec<MapTie<'b>> {
    context.model.each_tie().filter_map(|(id, it)| tie(context, id, it)).collect()
}

fn tie<'b>(context: &ViewContext<'b>, id: TieId, tie: &'b Tie) -> Option<MapTie<'b>> {
    let is_shared = (context.is_start() || context.since().is_some())
        && tie.between.iter().all(|it| context.is_member(*it));
    let in_scope = context.scope_claims_on(tie);
    let shown = match context.selection.subject {
        Some(Subject::Country(country)) if !tie.between.contains(&country) => return None,
        Some(Subject::Tie(open)) if open != id => return None,
        // Two countries that meet.
        Some(Subject::Event(event)) if is_of_both(context, event, tie) => {
            context.as_of.claims(&tie.claims).map(|(id, _)| id).collect()
        }
        Some(Subject::Country(_) | Subject::Tie(_)) => {
            context.as_of.claims(&tie.claims).map(|(id, _)| id).collect()
        }
        _ => in_scope.clone(),
    };
    // The label names the first claim; where that is not what the tie is drawn for, it would mislead.
    let has_label = !is_shared && shown.contains(tie.claims.first()?);
    let scope = context.has_lines_of_scope().then(|| context.scope_name());
    let label = if is_shared {
        context.members_label(&context.text.messages)?
    } else if has_label {
        context.text.tie(id)?.to_owned()
    } else {
        scope.map_or(context.tie_name(tie)?, str::to_owned)
    };
    let [one, other] = tie.between.map(|it| context.text.country(it));
    (is_shared || !shown.is_empty() || !in_scope.is_empty()).then_some(MapTie {
        id: &tie.id,
        link: context.subject_link(Subject::Tie(id)),
        name: context.tie_name(tie)?,
        label,
        is_shared,
        is_named: has_label || (!is_shared && scope.is_none()),
        between: tie.between.map(CountryId::index),
        ends: [&one?.name, &other?.name],
        line: context.model.sheet.ties.get(id.index()).map_or(&[], |it| &it.parts),
    })
}

/// Whether an event concerns the two countries of a tie and no other.
fn is_of_both(context: &ViewContext, event: EventId, tie: &Tie) -> bool {
    let Some(event) = context.model.event(event) else { return false };
    event_countries(event).count() == 2
        && event_countries(event).all(|it| tie.between.contains(&it))
}

impl<'b> ViewContext<'b> {
    /// Whether a country is a member on the date.
    pub(super) fn is_member(&self, country: CountryId) -> bool {
        self.as_of.role(country) == Role::Member
    }

    /// What the members share, and since when: the earliest year in which one of them was a member of anything.
    fn members_label(&self, messages: &Messages) -> Option<String> {
        let standings = self.model.each_country().flat_map(|(country, _)| {
            self.model.each_pillar().map(move |(pillar, _)| self.as_of.history(country, pillar))
        });
        let member = standings.flatten().filter(|it| it.entry.status == Status::Member);
        let year = member.map(|it| it.entry.from.date.year()).min()?;
        Some(text::format(messages.tie_members(), &[("year", &*year.to_string())]))
    }

    /// What is known of two countries together in the scope: the work in a pillar or a technology.
    pub(super) fn scope_claims_on(&self, tie: &Tie) -> Vec<ClaimId> {
        let topics = tie.between.map(Topic::Country);
        let lists: Vec<&[ClaimId]> = match self.selection.scope {
            Scope::Overview | Scope::Areas(_) | Scope::Since(_) | Scope::Search(_) => Vec::new(),
            Scope::Pillar(id) => {
                self.model.pillar(id).map_or_else(Vec::new, |it| vec![&*it.what, &*it.progress])
            }
            Scope::Technology(id) => self.as_of.links(id).map(|it| &*it.claims).collect(),
        };
        let is_on_both =
            |(_, claim): &(_, &Claim)| topics.iter().all(|it| claim.about.contains(it));
        let known = lists.into_iter().flat_map(|list| self.as_of.claims(list));
        let mut found = Vec::new();
        for (id, _) in known.filter(is_on_both) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }
}

/// The part of the sheet that a selection is about: a country with all ties that it ever has, so that the map does not move while
/// the date does; the two ends of a tie; the countries that an event concerns; else every country that has a status in the scope.
pub(super) fn framing(context: &ViewContext, map: &[MapCountry], inset: Option<Inset>) -> Framing {
    let main = main(context, map)
        .or_else(|| map.iter().map(|it| it.anchor.main).reduce(Bounds::with))
        .unwrap_or_default();
    let extents = tied(context).filter_map(|(id, it)| extent(context, id, it, map));
    let latest = context.selection.date.is_some().then(|| context.at_the_latest());
    let inset = latest.map_or(inset, |it| self::inset(&it, &countries(&it)));
    Framing { all: extents.fold(main, Bounds::with), main, inset }
}

/// What must be seen for what it is.
fn main(context: &ViewContext, map: &[MapCountry]) -> Option<Bounds> {
    let has_status =
        |it: &&MapCountry| !matches!(it.mark, Mark::None | Mark::Closed | Mark::Mentioned);
    let capital = |it: &MapCountry| Bounds::at(it.anchor.capital);
    let whole = |it: &MapCountry| it.anchor.main.with(capital(it));
    match context.selection.subject {
        Some(Subject::Country(id)) => map.get(id.index()).map(whole),
        Some(Subject::Tie(id)) => {
            let ends = context.model.tie(id).map(|it| it.between).unwrap_or_default();
            let ends = ends.into_iter().filter_map(|end| map.get(end.index()));
            ends.map(capital).reduce(Bounds::with)
        }
        Some(Subject::Event(id)) => {
            let event = context.model.event(id).into_iter();
            let countries = event.flat_map(event_countries).filter_map(|it| map.get(it.index()));
            countries.map(whole).reduce(Bounds::with)
        }
        None if context.selection.is_comparison() => {
            let chosen = context.selection.chosen;
            chosen.iter().filter_map(|it| map.get(it.index())).map(whole).reduce(Bounds::with)
        }
        _ => map.iter().filter(has_status).map(|it| it.anchor.main).reduce(Bounds::with),
    }
}

/// The ties of the selected country on any date, or the selected one.
fn tied<'b>(context: &ViewContext<'b>) -> impl Iterator<Item = (TieId, &'b Tie)> {
    let subject = context.selection.subject;
    context.model.each_tie().filter(move |(id, tie)| match subject {
        Some(Subject::Country(country)) => tie.between.contains(&country),
        Some(Subject::Tie(open)) => *id == open,
        _ => false,
    })
}

/// The countries that crowd each other, drawn again where that hides the fewest lines: those of a selected country on any date.
pub(super) fn inset(context: &ViewContext, map: &[MapCountry]) -> Option<Inset> {
    let sheet = &context.model.sheet;
    let lines: Vec<&[Vec<Point>]> = tied(context)
        .filter_map(|(id, _)| sheet.ties.get(id.index()).map(|it| &*it.parts))
        .collect();
    Inset::of(map, Size::of(sheet), &lines)
}

/// The part of the sheet that a tie takes: its line, or of one that leaves the map at one side and comes back at the other its ends.
fn extent(context: &ViewContext, id: TieId, tie: &Tie, map: &[MapCountry]) -> Option<Bounds> {
    if let [line] = &*context.model.sheet.ties.get(id.index())?.parts {
        return Bounds::around(line);
    }
    let ends = tie.between.iter().filter_map(|it| map.get(it.index()));
    ends.map(|it| Bounds::at(it.anchor.capital)).reduce(Bounds::with)
}

#[cfg(test)]
mod tests {
    use crate::sample::sample;
    use crate::view::view;
    use crate::{Selection, Subject};

    #[test]
    fn the_frame_of_a_country_is_the_same_on_each_date() {
        let model = &sample().model;
        let dates: Vec<_> = model.each_event().map(|(_, it)| it.when.date).collect();
        for (country, it) in model.each_country() {
            let subject = Some(Subject::Country(country));
            let latest = Selection { subject, ..Selection::default() };
            for date in &dates {
                let on_date = Selection { date: Some(*date), ..latest };
                let (on_date, latest) = (view(sample(), &on_date), view(sample(), &latest));
                assert_eq!(on_date.framing, latest.framing, "{} on {date:?}", it.id);
            }
        }
    }
}
