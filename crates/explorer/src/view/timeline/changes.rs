//! What changed on the date, in sentences: statuses first.

use model::{CountryId, Date, Group, PillarId, Status};

use super::lanes::steps;
use super::{MOST_SAID, counted};
use crate::Subject;
use crate::view::ViewContext;

/// A change of status: the day on which it was known, whose, and to what.
pub(super) struct StatusChange {
    pub(super) known: Date,
    pub(super) country: CountryId,
    pub(super) status: Status,
}

/// Every known change of status towards the pillar that the map shows, country by country.
pub(super) fn status_changes(context: &ViewContext) -> Vec<StatusChange> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    let countries = context.model.each_country().filter(|(_, it)| it.group != Group::Mentioned);
    countries.flat_map(|(id, _)| changes_of(context, id, pillar)).collect()
}

fn changes_of(context: &ViewContext, country: CountryId, pillar: PillarId) -> Vec<StatusChange> {
    let history = context.as_of.history(country, pillar);
    let change = |known, status| StatusChange { known, country, status };
    steps(&history).into_iter().map(|it| change(it.known, it.status)).collect()
}

/// "South Korea, Canada, New Zealand: being consulted." For each status that began on the date, the closest to AUKUS first.
pub(super) fn changed(context: &ViewContext, changes: &[StatusChange]) -> Vec<String> {
    on(context, changes, context.as_of.date())
}

fn on(context: &ViewContext, changes: &[StatusChange], day: Date) -> Vec<String> {
    let sentence = |status: Status| {
        let whose = changes.iter().filter(|it| it.known == day && it.status == status);
        let mut names: Vec<&str> =
            whose.filter_map(|it| Some(&*context.text.country(it.country)?.name)).collect();
        let more =
            counted(context.text.messages.timeline_more(), names.len().saturating_sub(MOST_SAID));
        names.truncate(MOST_SAID);
        names.extend((!more.is_empty()).then_some(&*more));
        let (names, status) = (names.join(", "), context.formats.status(status));
        let values = [("countries", &*names), ("status", status)];
        let pattern = context.text.messages.timeline_changed();
        (!names.is_empty()).then(|| text::format(pattern, &values))
    };
    Status::ALL.into_iter().filter(|it| *it != Status::Closed).filter_map(sentence).collect()
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
