//! What was known on a date. A claim, a status or an event counts from the day it became known, which can be later than
//! the day it is true of.

use crate::{
    Claim, ClaimId, CountryId, Date, Event, EventId, Group, Model, PillarId, Statement,
    StatementId, Status, StatusEntry, TechnologyId, Topic,
};

/// The briefing as it could have been written on a date.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'m> {
    model: &'m Model,
    date: Date,
}

/// Where a country stands towards a pillar on a date.
///
/// The two sides can stand side by side: the members consider a country, and the country has said that it is interested.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing<'m> {
    /// The members' side: member, participant, consulted, considered, or closed.
    pub members_side: Option<&'m StatusEntry>,
    /// The candidate's side: its latest statement of interest.
    pub interest: Option<&'m StatusEntry>,
}

impl<'m> Standing<'m> {
    /// The entry that decides how the country is shown: the members' side, else the candidate's.
    #[must_use]
    pub fn leading(&self) -> Option<&'m StatusEntry> {
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

    /// Every claim about `topic` that was known, by the date it is true of.
    #[must_use]
    pub fn claims_about(self, topic: Topic) -> Vec<(ClaimId, &'m Claim)> {
        let is_known = |claim: &Claim| claim.about.contains(&topic) && claim.known <= self.date;
        let mut found: Vec<_> =
            self.model.each_claim().filter(|(_, claim)| is_known(claim)).collect();
        found.sort_by_key(|(id, claim)| (claim.when, *id));
        found
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

    /// The entries of a country's status history for a pillar that were known, by date, each with its index in the whole
    /// history.
    pub fn history(
        self,
        country: CountryId,
        pillar: PillarId,
    ) -> impl Iterator<Item = (usize, &'m StatusEntry)> {
        let history = self.model.country(country).map_or(&[][..], |country| &country.history);
        let known = history.iter().enumerate();
        known.filter(move |(_, entry)| entry.pillar == pillar && entry.known <= self.date)
    }

    /// Where a country stood towards a pillar.
    #[must_use]
    pub fn standing(self, country: CountryId, pillar: PillarId) -> Standing<'m> {
        self.history(country, pillar).fold(Standing::default(), |standing, (_, entry)| match entry
            .status
        {
            Status::Interest => Standing { interest: Some(entry), ..standing },
            _ => Standing { members_side: Some(entry), ..standing },
        })
    }

    /// What linked a country to a technology: known claims on its joint work or its links that are about the country.
    #[must_use]
    pub fn technology_role(
        self,
        country: CountryId,
        technology: TechnologyId,
    ) -> Option<TechnologyRole> {
        let technology = self.model.technology(technology)?;
        let topic = Topic::Country(country);
        let has =
            |ids: &'m [ClaimId]| self.claims(ids).any(|(_, claim)| claim.about.contains(&topic));
        let joint = has(&technology.activity);
        match self.model.country(country)?.group {
            Group::Member => joint.then_some(TechnologyRole::JointWork),
            Group::Prospective => {
                (joint || has(&technology.partner_links)).then_some(TechnologyRole::Linked)
            }
            Group::Mentioned => None,
        }
    }
}
