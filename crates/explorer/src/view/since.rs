//! What changed between two dates, as known on each: statuses, events, what was said, and claims, nothing twice. What counts
//! came to be known after the first date and up to the second.

mod period;

pub(super) use period::{Counts, Period};

use std::collections::{BTreeMap, BTreeSet};

use model::{
    CountryId, Date, EntityId, Model, PillarId, Role, SourceId, Status, StatusEntry, When,
};

use period::{Change, Interval};

use super::caption::capitalized;
use super::{DataAttribute, Link, Mark, NamedLink, ViewContext};
use crate::{Scope, Tool};

/// What changed in a period, of what is drawn as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Since<'b> {
    /// The first date in short.
    pub from: String,
    /// The second.
    pub to: String,
    /// The pillars towards which a status changed, the one that is open first.
    pub pillars: Vec<ChangedPillar<'b>>,
    /// What countries have become to AUKUS in the period, a sentence for each role.
    pub roles: Vec<String>,
    /// That no status changed, or nothing at all; empty where one did.
    pub unchanged: String,
    /// Where nothing changed: to the period with the change before, and with the one after; in words.
    pub nearest: Vec<(Link<'b>, String)>,
}

/// What changed towards a pillar.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedPillar<'b> {
    /// Opens the pillar.
    pub pillar: NamedLink<'b>,
    /// That it was closed to all who are not members, with what that rests on; empty if that is not new.
    pub closed: String,
    /// What that rests on.
    pub closed_sources: Vec<SourceId>,
    /// The countries whose status changed.
    pub rows: Vec<ChangedStatus<'b>>,
    /// Whether one of them took steps on the way.
    pub has_way: bool,
}

/// A country whose status changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedStatus<'b> {
    /// Opens its card.
    pub country: NamedLink<'b>,
    /// How it stood on the first date.
    pub before: Stand<'b>,
    /// How it stands on the second.
    pub after: Stand<'b>,
    /// Since when, in short; empty if it stood so before.
    pub when: String,
    /// What that rests on.
    pub sources: Vec<SourceId>,
    /// That it came to be unconfirmed, or confirmed again, and since when; empty for neither.
    pub note: String,
    /// The steps between the two, each with what it rests on.
    pub way: Vec<(String, Vec<SourceId>)>,
}

/// How a country stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand<'b> {
    /// In words.
    pub status: &'b str,
    /// How it is drawn.
    pub mark: Mark,
    /// Whether it is unconfirmed.
    pub is_unconfirmed: bool,
}

impl Since<'_> {
    /// What the statuses rest on.
    pub(super) fn sources(&self) -> impl Iterator<Item = SourceId> {
        let of_row = |it: &ChangedStatus| {
            it.sources.iter().chain(it.way.iter().flat_map(|it| &it.1)).copied().collect::<Vec<_>>()
        };
        let of_pillar = move |it: &ChangedPillar| {
            let rows: Vec<SourceId> = it.rows.iter().flat_map(of_row).collect();
            it.closed_sources.iter().copied().chain(rows).collect::<Vec<_>>()
        };
        self.pillars.iter().flat_map(of_pillar)
    }
}

impl<'b> ViewContext<'b> {
    /// Whether a country's status changed in the period that is shown.
    pub(super) fn has_changed(&self, country: CountryId) -> bool {
        let (Some(from), Some(pillar)) = (self.since(), self.shading_pillar()) else {
            return false;
        };
        let interval = Interval::new(self.model, from, self.as_of.date());
        interval.change(country, pillar).is_some_and(|it| it.is_of_status())
    }

    /// "17 Sep", or with the year where that is not the year of the date.
    pub(super) fn day_in_period(&self, when: When) -> String {
        let is_same = when.date.year() == self.as_of.date().year();
        if is_same { self.formats.short_day(when) } else { self.formats.short(when) }
    }

    /// The period from a date to that of the selection.
    pub(super) fn period(&self, from: Date) -> Period<'b> {
        Period::new(self.model, from, self.as_of.date())
    }
}

/// "What changed, 1 Apr 2024 to 30 Sep 2024", where that is shown.
pub(super) fn period_title(context: &ViewContext) -> Option<String> {
    let days = [context.since()?, context.as_of.date()];
    let [from, to] = days.map(|it| context.formats.short(it.into()));
    let pattern = context.text.messages.since_title();
    Some(text::format(pattern, &[("from", &*from), ("to", &*to)]))
}

/// What changed, for screen readers.
pub(super) fn announcement(context: &ViewContext, changes: &str) -> String {
    let (from, to) = (context.since().unwrap_or_default(), context.as_of.date());
    let [from, to] = [from, to].map(|it| context.formats.date(it));
    let values = [("from", &*from), ("to", &*to), ("changes", changes)];
    text::format(context.text.messages.since_announce(), &values)
}

/// The table of what changed.
pub(super) fn since<'b>(
    context: &ViewContext<'b>,
    period: &Period<'b>,
    counts: Counts,
) -> Since<'b> {
    let Interval { from, to, .. } = period.interval;
    let pillars = context.model.each_pillar().rev().map(|(id, _)| id);
    let pillars: Vec<ChangedPillar> =
        pillars.filter_map(|id| pillar(context, period, id)).collect();
    let is_nothing = counts.is_nothing();
    Since {
        unchanged: unchanged(context, period.interval, is_nothing, counts.statuses == 0),
        roles: roles(context, period.interval),
        nearest: if is_nothing { nearest(context, period.interval) } else { Vec::new() },
        pillars,
        from: context.formats.short(from.date().into()),
        to: context.formats.short(to.date().into()),
    }
}

fn unchanged(
    context: &ViewContext,
    period: Interval,
    is_nothing: bool,
    is_unchanged: bool,
) -> String {
    let messages = &context.text.messages;
    if is_nothing {
        let [from, to] = [period.from, period.to].map(|it| context.formats.date(it.date()));
        text::format(messages.since_unchanged(), &[("from", &from), ("to", &to)])
    } else if is_unchanged {
        messages.timeline_unchanged().to_owned()
    } else {
        String::new()
    }
}

/// "Four statuses, ten events": of what there is, the first two.
pub(super) fn title(context: &ViewContext, counts: Counts) -> String {
    let messages = &context.text.messages;
    let all = [
        (counts.statuses, messages.since_status(), messages.since_statuses()),
        (counts.events, messages.since_event(), messages.since_events()),
        (counts.expected, messages.since_expectation(), messages.since_expectations()),
        (counts.said, messages.since_statement(), messages.since_statements()),
        (counts.claims, messages.since_claim(), messages.since_claims()),
        (counts.lapsed, messages.since_lapse(), messages.since_lapses()),
        (counts.confirmed, messages.since_confirmation(), messages.since_confirmations()),
    ];
    let said = all.into_iter().filter(|it| it.0 > 0).take(2).map(|(count, one, many)| {
        let pattern = if count == 1 { one } else { many };
        text::format(pattern, &[("count", &*context.formats.count(count))])
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return messages.since_nothing().to_owned();
    }
    capitalized(&said.join(", "))
}

fn pillar<'b>(
    context: &ViewContext<'b>,
    period: &Period<'b>,
    id: PillarId,
) -> Option<ChangedPillar<'b>> {
    let closing = period.interval.closing(id);
    let rows = period.changes_towards(id).filter_map(|it| row(context, period.interval, it));
    let rows: Vec<ChangedStatus> = rows.collect();
    let closed = closing.map(|it| capitalized(&context.formats.status_since(it.status, it.from)));
    (!rows.is_empty() || closed.is_some()).then_some(ChangedPillar {
        pillar: context.scope_link(Scope::Pillar(id)).named(&context.text.pillar(id)?.name),
        closed: closed.unwrap_or_default(),
        closed_sources: closing.map_or_else(Vec::new, |it| context.sources_of(&it.claims)),
        has_way: rows.iter().any(|it| !it.way.is_empty()),
        rows,
    })
}

fn row<'b>(
    context: &ViewContext<'b>,
    period: Interval,
    change: &Change<'b>,
) -> Option<ChangedStatus<'b>> {
    // The last step is how the country stands now, if that is what it led to.
    let (last, way) = match change.steps.split_last() {
        Some((last, way)) if Some(last.status) == change.after.0 => (Some(last), way),
        _ => (None, &*change.steps),
    };
    let step = |it: &&StatusEntry| {
        let values =
            [("status", word(context, it.status)), ("date", &*context.day_in_period(it.from))];
        let text = text::format(context.text.messages.status_on(), &values);
        (text, context.sources_of(&it.claims))
    };
    let grounds = last.map_or(&*change.confirmed_by, |it| &it.claims);
    Some(ChangedStatus {
        country: context.entity_link(EntityId::Country(change.country))?,
        before: stand(context, change.before),
        after: stand(context, change.after),
        when: last.map_or_else(String::new, |it| context.day_in_period(it.from)),
        sources: context.sources_of(grounds),
        note: note(context, period, change),
        way: way.iter().map(step).collect(),
    })
}

/// "Prospective partner, new: South Korea and Canada." For each role that countries have come to have.
fn roles(context: &ViewContext, period: Interval) -> Vec<String> {
    let mut groups: BTreeMap<Role, Vec<&str>> = BTreeMap::new();
    for (id, _) in context.model.each_country() {
        let [before, after] = [period.from, period.to].map(|it| it.role(id));
        if let Some(text) = context.text.country(id).filter(|_| before != after) {
            groups.entry(after).or_default().push(&text.name);
        }
    }
    let sentence = |(role, names): (Role, Vec<&str>)| {
        let values =
            [("role", context.formats.role(role)), ("countries", &*context.formats.listed(&names))];
        text::format(context.text.messages.since_role(), &values)
    };
    groups.into_iter().map(sentence).collect()
}

/// That the status is unconfirmed, which it was not, or confirmed again.
fn note(context: &ViewContext, period: Interval, change: &Change) -> String {
    let messages = &context.text.messages;
    let standing = period.to.standing(change.country, change.pillar);
    let confirmation = standing.leading().and_then(|it| period.to.confirmation(it.entry));
    let Some(newest) = confirmation.map(|it| context.day_in_period(it.newest)) else {
        return String::new();
    };
    let is_new = !change.before.1 || !change.steps.is_empty();
    let pattern = match change.after.1 {
        true if is_new => messages.since_unconfirmed(),
        false if change.before.1 && change.steps.is_empty() => messages.since_confirmed(),
        _ => return String::new(),
    };
    text::format(pattern, &[("date", &newest)])
}

fn stand<'b>(
    context: &ViewContext<'b>,
    (status, is_unconfirmed): (Option<Status>, bool),
) -> Stand<'b> {
    let messages = &context.text.messages;
    Stand {
        status: match status {
            None => messages.cell_none(),
            Some(status) => word(context, status),
        },
        mark: status.into(),
        is_unconfirmed,
    }
}

/// A status in as few words as there are.
fn word<'b>(context: &ViewContext<'b>, status: Status) -> &'b str {
    let messages = &context.text.messages;
    match status {
        Status::Closed => messages.cell_closed(),
        Status::Interest => messages.timeline_interest(),
        Status::Consideration => messages.timeline_considered(),
        _ => context.formats.status(status),
    }
}

/// The days on which anything changed: an event, a status, a statement or a claim became known.
fn days(model: &Model) -> BTreeSet<Date> {
    let events = model.events.iter().map(|it| it.known);
    let statements = model.statements.iter().map(|it| it.known);
    let claims = model.claims.iter().filter(|it| !it.interpretation).map(|it| it.known);
    let statuses = model.countries.iter().flat_map(|it| &it.history).map(|it| it.known);
    events.chain(statements).chain(claims).chain(statuses).collect()
}

/// To the same period with the change before it, and with the one after it, as far as there are any.
fn nearest<'b>(context: &ViewContext<'b>, period: Interval) -> Vec<(Link<'b>, String)> {
    let messages = &context.text.messages;
    let (from, to, latest) = (period.from.date(), period.to.date(), context.model.edition.date);
    let days = days(context.model);
    let before = days.range(..=from).next_back().and_then(|day| {
        let start = days.range(..*day).next_back()?;
        Some((context.selection.within(Scope::Since(*start)), messages.since_before(), *day))
    });
    let after = days.range(to.next()..).next().filter(|it| **it <= latest);
    let dated = |day: Date| context.selection.dated((day < latest).then_some(day));
    let after = after.map(|day| (dated(*day), messages.since_after(), *day));
    let linked = [before, after].into_iter().flatten().map(|(selection, pattern, day)| {
        let words = text::format(pattern, &[("date", &*context.formats.date(day))]);
        (context.link(selection, DataAttribute::Tool(Tool::Since)), words)
    });
    linked.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::sample;
    use crate::view::dates::real;
    use crate::view::{Block, Card, Section, whole_card};
    use crate::{Briefing, Selection};
    use model::ClaimId;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn period(from: &str, to: &str) -> Period<'static> {
        Period::new(&sample().model, day(from), day(to))
    }

    fn card(briefing: &'static Briefing, from: Date, to: Date) -> Card<'static> {
        whole_card(briefing, &Selection::default().within(Scope::Since(from)).dated(Some(to)))
    }

    fn claims(sections: &[Section]) -> Vec<ClaimId> {
        let blocks = sections.iter().flat_map(|it| &it.blocks);
        let lists =
            blocks.filter_map(|it| if let Block::Claims(it) = it { Some(it) } else { None });
        lists.flatten().copied().collect()
    }

    /// Every claim that no list of the article's opinions has, known on a day.
    fn known(model: &Model, on: Date) -> BTreeSet<ClaimId> {
        let claims = model.each_claim().filter(|(_, it)| it.known <= on && !it.interpretation);
        claims.map(|(id, _)| id).collect()
    }

    /// Statuses on the second day are those on the first with the changes, and claims on the second those on the first with those
    /// that are listed or said of a status or an event.
    fn holds(briefing: &'static Briefing, from: Date, to: Date) {
        let model = &briefing.model;
        let period = Period::new(model, from, to);
        let changes = &period.changes;
        for (pillar, _) in model.each_pillar() {
            let is_closing = period.interval.closing(pillar).is_some();
            for (country, _) in model.each_country() {
                let found: Vec<_> = changes
                    .iter()
                    .filter(|it| (it.country, it.pillar) == (country, pillar))
                    .collect();
                assert!(found.len() < 2);
                let status = |date| model.as_of(date).standing(country, pillar).status();
                let before = match status(from) {
                    None if is_closing
                        && model.as_of(to).role(country) != model::Role::Mentioned
                        && found.is_empty()
                        && status(to).is_some() =>
                    {
                        Some(Status::Closed)
                    }
                    before => before,
                };
                let after = found.first().map_or(before, |it| it.after.0);
                assert_eq!(after, status(to), "{country:?} {from} {to}");
                let steps: Vec<_> = found.iter().flat_map(|it| &it.steps).collect();
                assert!(steps.iter().all(|it| it.known > from && it.known <= to));
            }
        }
        let listed = claims(&card(briefing, from, to).sections);
        let once: BTreeSet<ClaimId> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "twice from {from} to {to}");
        let grounds = period.grounds();
        assert!(once.is_disjoint(&grounds));
        let new: BTreeSet<ClaimId> =
            known(model, to).difference(&known(model, from)).copied().collect();
        let without: BTreeSet<ClaimId> = new.difference(&grounds).copied().collect();
        assert_eq!(once, without, "from {from} to {to}");
        let events = period.interval.events().count();
        assert_eq!(events, model.as_of(to).events().count() - model.as_of(from).events().count());
    }

    proptest! {
        // Each puts two cards together.
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn the_second_date_is_the_first_with_what_changed(
            days in proptest::array::uniform2((2020_u16..2028, 1_u8..=12, 1_u8..=28)),
        ) {
            let mut days = days.map(|(year, month, day)| Date::new(year, month, day).unwrap());
            days.sort_unstable();
            let [from, to] = days;
            if from < to {
                holds(sample(), from, to.min(sample().model.edition.date).max(from.next()));
                holds(real(), from, to.min(real().model.edition.date).max(from.next()));
            }
        }
    }

    #[test]
    fn a_status_is_said_with_its_steps_and_what_they_rest_on() {
        let changes = period("2024-01-01", "2024-12-31").changes;
        let [change] = &*changes else { panic!("{changes:?}") };
        assert_eq!(
            (change.before.0, change.after.0),
            (Some(Status::Interest), Some(Status::Consultation))
        );
        // An interest that is said again is no step.
        let steps: Vec<Status> = change.steps.iter().map(|it| it.status).collect();
        assert_eq!(steps, [Status::Consideration, Status::Consultation]);
        let card = card(sample(), day("2024-01-01"), day("2024-12-31"));
        assert_eq!(card.title, "One status, two events");
        let Some(Block::Since(table)) = card.sections[0].blocks.first() else { panic!() };
        let row = &table.pillars[0].rows[0];
        assert_eq!((row.before.status, row.after.status), ("interest", "in consultation"));
        assert_eq!((&*row.when, &*row.way[0].0), ("30 Nov", "considered, 10 Feb"));
        assert_eq!(table.roles, ["Prospective partner, new: Sweden."]);
        assert!(!row.sources.is_empty() && !row.way[0].1.is_empty());
    }

    #[test]
    fn the_founding_is_of_members_and_of_the_pillar_that_is_closed() {
        let period = period("2021-02-28", "2021-03-01");
        let changes = period.changes;
        assert!(changes.iter().all(|it| it.after.0 == Some(Status::Member)), "{changes:?}");
        assert_eq!(changes.len(), 4);
    }

    #[test]
    fn that_nothing_changed_is_said_with_what_did_before_and_after() {
        let card = card(sample(), day("2021-09-01"), day("2021-09-02"));
        let Some(Block::Since(table)) = card.sections[0].blocks.first() else { panic!() };
        assert_eq!(card.title, "Nothing changed");
        assert!(table.unchanged.contains("1 September 2021"), "{}", table.unchanged);
        assert!(!table.nearest.is_empty() && table.pillars.is_empty());
        for (link, words) in &table.nearest {
            assert!(link.href.contains("from="), "{words}: {}", link.href);
        }
    }
}
