//! What was known on a date. A claim, a status or an event counts from the day it became known, which can be later than
//! the day it is true of.

use core::cmp::Reverse;

use crate::{
    AreaLink, Claim, ClaimId, CountryId, Date, Event, EventId, Group, Model, PillarId, SourceId,
    Standfirst, StandfirstId, Statement, StatementId, Status, StatusEntry, TechnologyId, Topic,
    When,
};

/// The briefing as it could have been written on a date.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'m> {
    model: &'m Model,
    date: Date,
}

/// An entry of a status history, with where its texts are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedStatus<'m> {
    /// The entry.
    pub entry: &'m StatusEntry,
    /// Whose it is.
    pub of: StatusOwner,
}

/// Whose an entry of a status history is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusOwner {
    /// A country's, at this index of its whole history.
    Country(CountryId, usize),
    /// A pillar's, which is closed to all who are not members.
    Pillar(PillarId),
}

/// Where a country stands towards a pillar on a date.
///
/// The members' side is its status. What the country has said of itself stands beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing<'m> {
    /// The members' side: member, participant, consulted, considered, or closed.
    pub members_side: Option<DatedStatus<'m>>,
    /// The country's own side: its latest statement of interest.
    pub interest: Option<DatedStatus<'m>>,
    /// Whichever of the two came last: its verdict is that of the date.
    pub latest: Option<DatedStatus<'m>>,
}

impl<'m> Standing<'m> {
    /// The entry that decides how the country is shown: the members' side, else the country's own.
    #[must_use]
    pub fn leading(&self) -> Option<DatedStatus<'m>> {
        self.members_side.or(self.interest)
    }

    /// The status that decides how the country is shown.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.leading().map(|it| it.entry.status)
    }

    fn with(self, it: DatedStatus<'m>) -> Self {
        let standing = Self { latest: Some(it), ..self };
        match it.entry.status {
            Status::Interest => Self { interest: Some(it), ..standing },
            _ => Self { members_side: Some(it), ..standing },
        }
    }
}

/// How well it is known that a status still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The date of the newest known claim that describes the country so.
    pub newest: When,
    /// Whether that is recent enough for the status to count as confirmed.
    pub is_recent: bool,
}

/// What a country was to AUKUS on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A member.
    Member,
    /// A country that the members weigh as a partner for projects, or that has been one.
    Prospective,
    /// A country that had said that it was interested.
    Interested,
    /// A country of the briefing that had no part in it yet.
    Unnamed,
    /// A country that is only mentioned.
    Mentioned,
}

impl<'m> AsOf<'m> {
    pub(crate) fn new(model: &'m Model, date: Date) -> Self {
        Self { model, date }
    }

    /// The date.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// The claims of `ids` that were known.
    pub fn claims(self, ids: &'m [ClaimId]) -> impl Iterator<Item = (ClaimId, &'m Claim)> {
        let claims = ids.iter().filter_map(move |id| Some((*id, self.model.claim(*id)?)));
        claims.filter(move |(_, claim)| claim.known <= self.date)
    }

    /// Every claim about `topic` that was known, by the date it is true of; what is the article's opinion is said of the article.
    #[must_use]
    pub fn claims_about(self, topic: Topic) -> Vec<(ClaimId, &'m Claim)> {
        let is_known = |claim: &Claim| {
            claim.about.contains(&topic) && claim.known <= self.date && !claim.interpretation
        };
        let mut found: Vec<_> =
            self.model.each_claim().filter(|(_, claim)| is_known(claim)).collect();
        found.sort_by_key(|(id, claim)| (claim.when, *id));
        found
    }

    /// The latest day of a source that goes with what was known: a report trails what it tells of by a day or two.
    #[must_use]
    pub fn latest_source(self) -> Date {
        self.date.next().next()
    }

    /// Those of these sources that had appeared.
    #[must_use]
    pub fn appeared(self, sources: &[SourceId]) -> Vec<SourceId> {
        let latest = self.latest_source();
        let has_appeared =
            |id: &SourceId| self.model.source(*id).is_some_and(|it| it.date.date <= latest);
        sources.iter().copied().filter(has_appeared).collect()
    }

    /// What a sentence that rests on these sources names: those that had appeared; all where none had, as no sentence is without.
    #[must_use]
    pub fn cited(self, sources: &[SourceId]) -> Vec<SourceId> {
        let appeared = self.appeared(sources);
        if appeared.is_empty() { sources.to_vec() } else { appeared }
    }

    /// The events about `topic` that had happened or were expected, by date.
    pub fn events_about(self, topic: Topic) -> impl Iterator<Item = (EventId, &'m Event)> {
        self.events().filter(move |(_, event)| event.about.contains(&topic))
    }

    /// The events that had happened or were expected, by date.
    pub fn events(self) -> impl DoubleEndedIterator<Item = (EventId, &'m Event)> {
        self.model.each_event().filter(move |(_, event)| event.known <= self.date)
    }

    /// The statements that had been made, by date.
    pub fn statements(self) -> impl Iterator<Item = (StatementId, &'m Statement)> {
        self.model.each_statement().filter(move |(_, statement)| statement.known <= self.date)
    }

    /// The entries of a country's status history for a pillar that were known, by date. Where the pillar was closed to all who
    /// are not members, that is one of them.
    #[must_use]
    pub fn history(self, country: CountryId, pillar: PillarId) -> Vec<DatedStatus<'m>> {
        let Some(found) = self.model.country(country) else { return Vec::new() };
        let own = found.history.iter().enumerate();
        let own = own
            .map(|(index, entry)| DatedStatus { entry, of: StatusOwner::Country(country, index) });
        let is_known = |it: &DatedStatus| it.entry.pillar == pillar && it.entry.known <= self.date;
        let mut history: Vec<DatedStatus> = own.filter(is_known).collect();
        if let Some(entry) = self.closed(pillar).filter(|_| found.group == Group::Prospective) {
            let at = history.partition_point(|it| it.entry.from <= entry.from);
            history.insert(at, DatedStatus { entry, of: StatusOwner::Pillar(pillar) });
        }
        history
    }

    /// Since when a pillar had been closed to all who are not members, if that was known.
    #[must_use]
    pub fn closed(self, pillar: PillarId) -> Option<&'m StatusEntry> {
        self.model.pillar(pillar)?.closed.as_ref().filter(|it| it.known <= self.date)
    }

    /// Where a country stood towards a pillar.
    #[must_use]
    pub fn standing(self, country: CountryId, pillar: PillarId) -> Standing<'m> {
        self.history(country, pillar).into_iter().fold(Standing::default(), Standing::with)
    }

    /// How well it was known that a status still held; none where it cannot lapse: membership, that a pillar is closed, and
    /// what a country has said.
    #[must_use]
    pub fn confirmation(self, status: &StatusEntry) -> Option<Confirmation> {
        let can_lapse =
            !matches!(status.status, Status::Member | Status::Closed | Status::Interest);
        let claims = status.claims.iter().chain(&status.confirmed_by);
        let known = claims.filter_map(|id| self.model.claim(*id));
        let known = known.filter(|it| it.known <= self.date && !it.expected);
        let newest = known.map(|it| it.when).fold(status.from, When::max);
        let is_recent =
            self.date.days_since(newest.date) <= u32::from(self.model.edition.confirmed_days);
        can_lapse.then_some(Confirmation { newest, is_recent })
    }

    /// What a country was to AUKUS.
    #[must_use]
    pub fn role(self, country: CountryId) -> Role {
        let is_mentioned =
            self.model.country(country).is_none_or(|it| it.group == Group::Mentioned);
        let pillars = self.model.each_pillar().map(|(pillar, _)| pillar);
        let standings = pillars.filter_map(|pillar| self.standing(country, pillar).status());
        match standings.max() {
            _ if is_mentioned => Role::Mentioned,
            Some(Status::Member) => Role::Member,
            Some(status) if status.is_in_talks() => Role::Prospective,
            Some(Status::Interest) => Role::Interested,
            _ => Role::Unnamed,
        }
    }

    /// How many countries had a role.
    #[must_use]
    pub fn count(self, role: Role) -> usize {
        self.model.each_country().filter(|(id, _)| self.role(*id) == role).count()
    }

    /// The standfirst of the date.
    #[must_use]
    pub fn standfirst(self) -> Option<(StandfirstId, &'m Standfirst)> {
        self.model.each_standfirst().take_while(|(_, it)| it.from <= self.date).last()
    }

    /// The working areas that had been named.
    pub fn technologies(self) -> impl Iterator<Item = TechnologyId> {
        let areas = self.model.each_technology().map(|(id, _)| id);
        areas.filter(move |id| self.is_named(*id))
    }

    /// Whether a working area had been named: work of AUKUS in it was known, or a source had appeared that shows it.
    #[must_use]
    pub fn is_named(self, technology: TechnologyId) -> bool {
        let sources = self.model.technology(technology).map_or(&[][..], |it| &it.sources);
        let mut sources = sources.iter().filter_map(|id| self.model.source(*id));
        self.links(technology).any(|it| it.kind.is_of_aukus())
            || sources.any(|it| it.date.date <= self.date)
    }

    /// What was known of what countries have to do with a technology.
    pub fn links(self, technology: TechnologyId) -> impl Iterator<Item = &'m AreaLink> {
        let links = self.model.technology(technology).map_or(&[][..], |it| &it.links);
        links.iter().filter(move |link| link.known <= self.date)
    }

    /// The closest known link of a country with a technology, the latest of these.
    #[must_use]
    pub fn link(self, country: CountryId, technology: TechnologyId) -> Option<&'m AreaLink> {
        let own = self.links(technology).filter(|link| link.countries.contains(&country));
        own.min_by_key(|link| (link.kind, Reverse(link.from)))
    }
}
