//! A period between two dates: what came to be known in it.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    AsOf, ClaimId, CountryId, Date, DatedStatus, Event, EventId, Group, Model, PillarId, Statement,
    StatementId, Status, StatusEntry, StatusOwner, Topic,
};

use crate::view::{context, timeline};

/// What was known at the beginning of a period, and at its end.
#[derive(Clone, Copy)]
pub(in crate::view) struct Interval<'b> {
    model: &'b Model,
    pub(super) from: AsOf<'b>,
    pub(super) to: AsOf<'b>,
}

/// A period with what changed in it.
pub(in crate::view) struct Period<'b> {
    /// What was known before and after.
    pub(in crate::view) interval: Interval<'b>,
    /// Whose status changed, and how: by pillar, the last first, and by country. That a pillar is closed is no change of any
    /// country's.
    pub(in crate::view) changes: Vec<Change<'b>>,
}

/// What changed of a country's status towards a pillar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::view) struct Change<'b> {
    pub(in crate::view) country: CountryId,
    pub(in crate::view) pillar: PillarId,
    /// The status on the first date, and whether it was unconfirmed.
    pub(in crate::view) before: (Option<Status>, bool),
    /// On the second.
    pub(in crate::view) after: (Option<Status>, bool),
    /// The steps that came to be known in between.
    pub(super) steps: Vec<&'b StatusEntry>,
    /// The claims that confirm again what was unconfirmed.
    pub(super) confirmed_by: Vec<ClaimId>,
}

impl Change<'_> {
    /// Whether it is the status that changed, and not only whether it was confirmed.
    pub(in crate::view) fn is_of_status(&self) -> bool {
        self.before.0 != self.after.0 || !self.steps.is_empty()
    }
}

impl<'b> Interval<'b> {
    pub(in crate::view) fn new(model: &'b Model, from: Date, to: Date) -> Self {
        Self { model, from: model.as_of(from), to: model.as_of(to) }
    }

    /// Whether what became known on a day did so in the period.
    pub(super) fn has(self, known: Date) -> bool {
        known > self.from.date() && known <= self.to.date()
    }

    /// What changed of the status of a country towards a pillar.
    pub(in crate::view) fn change(
        self,
        country: CountryId,
        pillar: PillarId,
    ) -> Option<Change<'b>> {
        let history = self.to.history(country, pillar);
        let steps: Vec<&StatusEntry> =
            own_steps(&history).filter(|it| self.has(it.known)).collect();
        let stood = |as_of: AsOf<'b>| {
            let standing = as_of.standing(country, pillar);
            (standing.status(), context::is_dashed(as_of, &standing))
        };
        let (before, after) = (stood(self.from), stood(self.to));
        let is_closing = (before.0, after.0) == (None, Some(Status::Closed));
        let is_changed = before != after && !is_closing || !steps.is_empty();
        let is_again = steps.is_empty() && before.1 && !after.1;
        let leading = self.to.standing(country, pillar).leading().filter(|_| is_again);
        is_changed.then(|| Change {
            country,
            pillar,
            before,
            after,
            steps,
            confirmed_by: leading.map_or_else(Vec::new, |it| self.confirming(it.entry)),
        })
    }

    /// The claims of the period that say that a status still holds.
    fn confirming(self, entry: &StatusEntry) -> Vec<ClaimId> {
        let is_new = |id: &ClaimId| {
            self.model.claim(*id).is_some_and(|it| self.has(it.known) && !it.expected)
        };
        entry.confirmed_by.iter().copied().filter(is_new).collect()
    }

    /// That a pillar was closed to all who are not members, if that became known.
    pub(super) fn closing(self, pillar: PillarId) -> Option<&'b StatusEntry> {
        self.to.closed(pillar).filter(|it| self.has(it.known))
    }

    /// What happened, and what came to be expected.
    pub(in crate::view) fn events(self) -> impl Iterator<Item = (EventId, &'b Event)> {
        self.to.events().filter(move |(_, it)| self.has(it.known))
    }

    /// What was said.
    pub(in crate::view) fn statements(self) -> impl Iterator<Item = (StatementId, &'b Statement)> {
        self.to.statements().filter(move |(_, it)| self.has(it.known))
    }
}

impl<'b> Period<'b> {
    pub(in crate::view) fn new(model: &'b Model, from: Date, to: Date) -> Self {
        let interval = Interval::new(model, from, to);
        let mut changes = Vec::new();
        for (pillar, _) in model.each_pillar().rev() {
            let countries = model.each_country().filter(|(_, it)| it.group != Group::Mentioned);
            changes.extend(countries.filter_map(|(id, _)| interval.change(id, pillar)));
        }
        Self { interval, changes }
    }

    /// The changes towards a pillar.
    pub(in crate::view) fn changes_towards(
        &self,
        pillar: PillarId,
    ) -> impl Iterator<Item = &Change<'b>> {
        self.changes.iter().filter(move |it| it.pillar == pillar)
    }

    /// The claims that became known and on which no status rests that changed, and no event; by what they are about.
    pub(in crate::view) fn claims(&self) -> BTreeMap<Topic, Vec<ClaimId>> {
        let (Interval { model, .. }, said) = (self.interval, self.grounds());
        let mut groups: BTreeMap<Topic, Vec<ClaimId>> = BTreeMap::new();
        for (id, claim) in model.each_claim() {
            let is_new =
                self.interval.has(claim.known) && !claim.interpretation && !said.contains(&id);
            if let Some(topic) = topic(&claim.about).filter(|_| is_new) {
                groups.entry(topic).or_default().push(id);
            }
        }
        for list in groups.values_mut() {
            list.sort_by_key(|id| (model.claim(*id).map(|it| it.when), *id));
        }
        groups
    }

    /// What the changed statuses and the events rest on.
    pub(super) fn grounds(&self) -> BTreeSet<ClaimId> {
        let steps = self.changes.iter().flat_map(|it| &it.steps).flat_map(|it| &it.claims);
        let confirmed = self.changes.iter().flat_map(|it| &it.confirmed_by);
        let closings = self.closings().flat_map(|it| &it.claims);
        let events = self.interval.events().flat_map(|(_, it)| &it.claims);
        steps.chain(confirmed).chain(closings).chain(events).copied().collect()
    }

    fn closings(&self) -> impl Iterator<Item = &'b StatusEntry> {
        let interval = self.interval;
        interval.model.each_pillar().filter_map(move |(id, _)| interval.closing(id))
    }

    /// How many of each there are, with the claims that are known.
    pub(in crate::view) fn counts(&self, claims: &BTreeMap<Topic, Vec<ClaimId>>) -> Counts {
        let (expected, events): (Vec<_>, Vec<_>) =
            self.interval.events().partition(|(_, it)| it.expected);
        let (statuses, others): (Vec<_>, Vec<_>) =
            self.changes.iter().partition(|it| it.is_of_status());
        let (lapsed, confirmed): (Vec<_>, Vec<_>) = others.into_iter().partition(|it| it.after.1);
        Counts {
            statuses: statuses.len().max(self.closings().count().min(1)),
            lapsed: lapsed.len(),
            confirmed: confirmed.len(),
            events: events.len(),
            expected: expected.len(),
            said: self.interval.statements().count(),
            claims: claims.values().map(Vec::len).sum(),
        }
    }
}

/// How much changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) struct Counts {
    pub(super) statuses: usize,
    /// Statuses that nothing confirmed any more.
    pub(super) lapsed: usize,
    /// Statuses that were confirmed again.
    pub(super) confirmed: usize,
    pub(super) events: usize,
    pub(super) expected: usize,
    pub(super) said: usize,
    pub(super) claims: usize,
}

impl Counts {
    /// Whether nothing did.
    pub(super) fn is_nothing(self) -> bool {
        let of_status = self.statuses + self.lapsed + self.confirmed;
        of_status + self.events + self.expected + self.said + self.claims == 0
    }
}

/// The steps of a history that are the country's, and not the pillar's.
fn own_steps<'b>(history: &[DatedStatus<'b>]) -> impl Iterator<Item = &'b StatusEntry> {
    let steps = timeline::steps(history).into_iter();
    steps.filter(|it| matches!(it.of, StatusOwner::Country(..))).map(|it| it.entry)
}

/// What a claim is listed under: its country if it is about one, else what else it is about.
fn topic(about: &[Topic]) -> Option<Topic> {
    let is_country = |it: &&Topic| matches!(it, Topic::Country(_));
    let (mut countries, mut others) =
        (about.iter().filter(is_country), about.iter().filter(|it| !is_country(it)));
    let (first, second) = (countries.next(), countries.next());
    let other = others.next();
    first.filter(|_| second.is_none()).or(other).or(first).copied()
}
