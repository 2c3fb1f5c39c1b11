//! What changed on the date, in sentences: statuses first; and the days on which something did.

use model::{AsOf, CountryId, Date, Group, PillarId, Status};

use super::lanes::{past_part_word, past_parts, steps};
use super::{MOST_SAID, counted};
use crate::Subject;
use crate::view::{Mark, ViewContext};

/// A change of status: the day on which it was known, whose, and to what.
pub(super) struct StatusChange {
    pub(super) known: Date,
    pub(super) country: CountryId,
    pub(super) status: Status,
}

/// Every known change of status towards the pillar that the map shows, country by country.
pub(super) fn status_changes(context: &ViewContext) -> Vec<StatusChange> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    each_country(context).flat_map(|id| changes_of(context.as_of, id, pillar)).collect()
}

/// The countries that can have a lane.
fn each_country<'b>(context: &ViewContext<'b>) -> impl Iterator<Item = CountryId> + use<'b> {
    let countries = context.model.each_country().filter(|(_, it)| it.group != Group::Mentioned);
    countries.map(|(id, _)| id)
}

fn changes_of(as_of: AsOf, country: CountryId, pillar: PillarId) -> Vec<StatusChange> {
    let history = as_of.history(country, pillar);
    let change = |known, status| StatusChange { known, country, status };
    steps(&history).into_iter().map(|it| change(it.entry.known, it.entry.status)).collect()
}

/// The days on which something in a lane began, or came to be known, whatever the date: what lasts ends where the next begins.
/// That a pillar is closed is no change of any country's.
pub(super) fn days(context: &ViewContext) -> Vec<Date> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    let latest = context.model.as_of(context.model.edition.date);
    let mut days = Vec::new();
    for country in each_country(context) {
        let known = latest.history(country, pillar).into_iter().map(|it| it.entry.known);
        // What is a step when it comes to be known may be none once more is known.
        let is_change = |day: &Date| {
            let then = changes_of(context.model.as_of(*day), country, pillar);
            then.iter().any(|it| it.known == *day && it.status != Status::Closed)
        };
        days.extend(known.filter(is_change));
        days.extend(past_parts(context.model, latest, country, pillar).map(|it| it.known));
    }
    days
}

/// "South Korea, Canada, New Zealand: being consulted." For each status that began on the date, the closest to AUKUS first.
pub(super) fn changed(context: &ViewContext, changes: &[StatusChange]) -> Vec<String> {
    on(context, changes, context.as_of.date())
}

/// "Japan: observed." For those who took part or observed, where that began on the date and is no status.
pub(super) fn seen(context: &ViewContext, changes: &[StatusChange]) -> Vec<String> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    let (as_of, date) = (context.as_of, context.as_of.date());
    let of = |id| past_parts(context.model, as_of, id, pillar).map(move |it| (id, it));
    let is_status = |id| {
        let mut own = changes.iter().filter(|it| it.country == id && it.known == date);
        own.any(|it| it.status == Status::Participant)
    };
    let today =
        each_country(context).flat_map(of).filter(|(id, it)| it.known == date && !is_status(*id));
    let today: Vec<(CountryId, Mark)> = today.map(|(id, it)| (id, it.mark)).collect();
    let sentence = |mark| {
        // Once, in however many areas.
        let mut whose: Vec<CountryId> =
            today.iter().filter(|it| it.1 == mark).map(|it| it.0).collect();
        whose.dedup();
        said(context, whose.into_iter(), past_part_word(context, mark))
    };
    [Mark::Participant, Mark::Observed].into_iter().filter_map(sentence).collect()
}

fn on(context: &ViewContext, changes: &[StatusChange], day: Date) -> Vec<String> {
    let sentence = |status: Status| {
        let whose = changes.iter().filter(|it| it.known == day && it.status == status);
        said(context, whose.map(|it| it.country), context.formats.status(status))
    };
    Status::ALL.into_iter().filter(|it| *it != Status::Closed).filter_map(sentence).collect()
}

/// "South Korea, Canada: under consideration → being consulted." For those whose status changed since a date, the last that is
/// known first.
pub(super) fn moved(context: &ViewContext, from: Date) -> Vec<String> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    let messages = &context.text.messages;
    let mut groups: Vec<(String, Vec<CountryId>)> = Vec::new();
    for change in context.period(from).changes_towards(pillar) {
        let word = |status: Option<Status>| {
            status.map_or(messages.cell_none(), |it| context.formats.status(it))
        };
        let after = match (change.before.0 == change.after.0, change.after.1) {
            (false, _) => word(change.after.0),
            (true, true) => messages.timeline_unconfirmed(),
            (true, false) => messages.since_again(),
        };
        let values = [("before", word(change.before.0)), ("after", after)];
        let said = text::format(messages.since_arrow(), &values);
        match groups.iter_mut().find(|it| it.0 == said) {
            Some((_, countries)) => countries.push(change.country),
            None => groups.push((said, vec![change.country])),
        }
    }
    let sentence = |(said_of, countries): &(String, Vec<CountryId>)| {
        said(context, countries.iter().copied(), said_of)
    };
    groups.iter().filter_map(sentence).collect()
}

/// A sentence of some countries; none where there are none.
fn said(
    context: &ViewContext,
    whose: impl Iterator<Item = CountryId>,
    status: &str,
) -> Option<String> {
    let mut names: Vec<&str> =
        whose.filter_map(|id| Some(&*context.text.country(id)?.name)).collect();
    let more =
        counted(context.text.messages.timeline_more(), names.len().saturating_sub(MOST_SAID));
    names.truncate(MOST_SAID);
    names.extend((!more.is_empty()).then_some(&*more));
    let names = names.join(", ");
    let values = [("countries", &*names), ("status", status)];
    let pattern = context.text.messages.timeline_changed();
    (!names.is_empty()).then(|| text::format(pattern, &values))
}

/// That no status changed on the date; where nothing happened on it, since when: that of the selected country, if one is.
pub(super) fn unchanged(
    context: &ViewContext,
    changes: &[StatusChange],
    has_events: bool,
) -> String {
    let messages = &context.text.messages;
    let selected = match context.selection.subject {
        Some(Subject::Country(id)) => Some(id),
        _ => None,
    };
    let of_selected = changes.iter().filter(|it| Some(it.country) == selected);
    let (own, last) =
        (of_selected.map(|it| it.known).max(), changes.iter().map(|it| it.known).max());
    let name = selected.and_then(|id| context.text.country(id)).map_or("", |it| &it.name);
    match (own, last) {
        (Some(own), _) if !has_events => {
            let values = [("country", name), ("date", &*context.formats.date(own))];
            text::format(messages.timeline_unchanged_of(), &values)
        }
        (_, Some(last)) if !has_events => {
            let change = on(context, changes, last).concat();
            let date = context.formats.date(last);
            text::format(messages.timeline_since(), &[("date", &*date), ("change", &*change)])
        }
        _ => messages.timeline_unchanged().to_owned(),
    }
}
