//! What was known on a date. A claim, a status or an event counts from the day it became known, which can be later than
//! the day it is true of.

use crate::{
    Briefing, Claim, ClaimId, CountryId, Date, Event, EventId, Group, PillarId, Statement,
    StatementId, Status, StatusEntry, TechnologyId, Topic,
};

/// The briefing as it could have been written on a date.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'b, 'a> {
    briefing: &'b Briefing<'a>,
    date: Date,
}

/// Where a country stands towards a pillar on a date.
///
/// The two sides can stand side by side: the members consider a country, and the country has said that it is interested.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing<'b> {
    /// The members' side: member, participant, consulted, considered, or closed.
    pub members_side: Option<&'b StatusEntry<'b>>,
    /// The candidate's side: its latest statement of interest.
    pub interest: Option<&'b StatusEntry<'b>>,
}

impl<'b> Standing<'b> {
    /// The entry that decides how the country is shown: the members' side, else the candidate's.
    #[must_use]
    pub fn leading(&self) -> Option<&'b StatusEntry<'b>> {
        self.members_side.or(self.interest)
    }

    /// The status that decides how the country is shown.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.leading().map(|entry| entry.status)
    }
}

/// What links a country to a technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TechnologyRole {
    /// A member with joint work in it.
    JointWork,
    /// A country outside the three with a sourced link to it.
    Linked,
}

impl<'b, 'a> AsOf<'b, 'a> {
    pub(crate) fn new(briefing: &'b Briefing<'a>, date: Date) -> Self {
        Self { briefing, date }
    }

    /// The date.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// The claims of `ids` that were known.
    pub fn claims(self, ids: &'b [ClaimId]) -> impl Iterator<Item = &'b Claim<'a>> {
        ids.iter()
            .filter_map(move |id| self.briefing.claim(*id))
            .filter(move |claim| claim.known <= self.date)
    }

    /// Every claim about `topic` that was known, by the date it is true of.
    #[must_use]
    pub fn claims_about(self, topic: Topic) -> Vec<(ClaimId, &'b Claim<'a>)> {
        let about = |claim: &Claim| claim.about.contains(&topic) && claim.known <= self.date;
        let mut found: Vec<_> = with_ids(&self.briefing.claims, ClaimId::from_index)
            .filter(|(_, claim)| about(claim))
            .collect();
        found.sort_by_key(|(id, claim)| (claim.when, *id));
        found
    }

    /// The events about `topic` that had happened or were expected, by date.
    #[must_use]
    pub fn events_about(self, topic: Topic) -> Vec<(EventId, &'b Event<'a>)> {
        self.events().filter(|(_, event)| event.about.contains(&topic)).collect()
    }

    /// The events that had happened or were expected, by date.
    pub fn events(self) -> impl Iterator<Item = (EventId, &'b Event<'a>)> {
        with_ids(&self.briefing.events, EventId::from_index)
            .filter(move |(_, event)| event.known <= self.date)
    }

    /// The statements about `topic` that had been made, by date.
    #[must_use]
    pub fn statements_about(self, topic: Topic) -> Vec<(StatementId, &'b Statement<'a>)> {
        with_ids(&self.briefing.statements, StatementId::from_index)
            .filter(|(_, statement)| {
                statement.about.contains(&topic) && statement.known <= self.date
            })
            .collect()
    }

    /// The entries of a country's status history for a pillar that were known, by date.
    pub fn history(
        self,
        country: CountryId,
        pillar: PillarId,
    ) -> impl Iterator<Item = &'b StatusEntry<'a>> {
        let history = self.briefing.country(country).map_or(&[][..], |country| &country.history);
        history.iter().filter(move |entry| entry.pillar == pillar && entry.known <= self.date)
    }

    /// Where a country stood towards a pillar.
    #[must_use]
    pub fn standing(self, country: CountryId, pillar: PillarId) -> Standing<'b> {
        self.history(country, pillar).fold(Standing::default(), |standing, entry| {
            match entry.status {
                Status::Interest => Standing { interest: Some(entry), ..standing },
                _ => Standing { members_side: Some(entry), ..standing },
            }
        })
    }

    /// What linked a country to a technology: known claims on its joint work or its links that are about the country.
    #[must_use]
    pub fn technology_role(
        self,
        country: CountryId,
        technology: TechnologyId,
    ) -> Option<TechnologyRole> {
        let technology = self.briefing.technology(technology)?;
        let topic = Topic::Country(country);
        let has = |ids: &'b [ClaimId]| self.claims(ids).any(|claim| claim.about.contains(&topic));
        let joint = has(&technology.activity);
        match self.briefing.country(country)?.group {
            Group::Member => joint.then_some(TechnologyRole::JointWork),
            Group::Prospective => {
                (joint || has(&technology.partner_links)).then_some(TechnologyRole::Linked)
            }
            Group::Mentioned => None,
        }
    }
}

/// The entries of a list with their ids.
fn with_ids<T, I>(list: &[T], id: fn(usize) -> Option<I>) -> impl Iterator<Item = (I, &T)> {
    list.iter().enumerate().filter_map(move |(index, entry)| id(index).map(|id| (id, entry)))
}
