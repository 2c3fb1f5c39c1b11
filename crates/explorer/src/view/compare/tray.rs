//! What is compared, and what can be: a tick for each country that had a part in AUKUS on the date.

use model::{CountryId, Role};

use crate::selection::MOST_CHOSEN;
use crate::view::{DataAttribute, Link, Mark, NamedLink, ViewContext};
use crate::{Chosen, Scope, Tool, address};

/// The line above the comparison, or beside the heading of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareTray<'b> {
    /// What is still to be done to compare; empty while something is compared.
    pub hint: String,
    /// A tick for each country.
    pub ticks: Vec<CompareTick<'b>>,
    /// How many can be compared.
    pub most: String,
    /// Compares nothing any more.
    pub clear: NamedLink<'b>,
}

/// What adds a country to those that are compared, or takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareTick<'b> {
    /// The country's code.
    pub id: &'b str,
    /// Its name, as short as there is one.
    pub name: &'b str,
    /// How the map draws it.
    pub mark: Mark,
    /// Whether it is unconfirmed that it still stands so.
    pub is_unconfirmed: bool,
    /// Whether it is one of them.
    pub is_chosen: bool,
    /// Whether it cannot be added, as they are as many as can be.
    pub is_disabled: bool,
    /// The view after it was ticked, as a fragment.
    pub to: String,
    /// What it does, for those who do not see what stands beside it.
    pub label: String,
}

/// The line; none while nothing is chosen.
pub(in crate::view) fn tray<'b>(context: &ViewContext<'b>) -> Option<CompareTray<'b>> {
    let chosen = context.selection.chosen;
    let messages = &context.text.messages;
    let first = chosen.iter().next()?;
    let hint = if context.selection.is_comparison() {
        String::new()
    } else {
        let country = context.text.country(first).map_or("", |it| &*it.name);
        text::format(messages.compare_with(), &[("country", country)])
    };
    let countries = context.model.each_country().map(|(id, _)| id);
    let count = context.formats.count(MOST_CHOSEN);
    let clear = Link { is_current: false, ..context.scope_link(Scope::Overview) };
    Some(CompareTray {
        hint,
        ticks: countries.filter_map(|id| tick(context, id)).collect(),
        most: text::format(messages.compare_most(), &[("count", &*count)]),
        clear: clear.named(messages.compare_clear()),
    })
}

/// The tick of a country; none for one that had no part yet or is only mentioned, unless it is chosen.
pub(in crate::view) fn tick<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
) -> Option<CompareTick<'b>> {
    let chosen = context.selection.chosen;
    let is_chosen = chosen.contains(id);
    let has_part = !matches!(context.as_of.role(id), Role::Unnamed | Role::Mentioned);
    let (name, short_name) = (&context.text.country(id)?.name, context.short_country_name(id)?);
    let standing = context.shading_pillar().map(|it| context.as_of.standing(id, it));
    let standing = standing.unwrap_or_default();
    let overview = context.base.within(Scope::Overview);
    let ticked = overview.choosing(chosen.toggled(id));
    let label = text::format(context.text.messages.compare_tick(), &[("country", &**name)]);
    (has_part || is_chosen).then_some(CompareTick {
        id: &context.model.country(id)?.id,
        name: short_name,
        mark: standing.status().into(),
        is_unconfirmed: context.is_dashed(&standing),
        is_chosen,
        is_disabled: chosen.is_full() && !is_chosen,
        to: ["#", &address::fragment(context.model, &ticked)].concat(),
        label,
    })
}

/// What *Compare* opens: the countries that are chosen; with less than two the prospective partners of the date, too, else the members.
pub(in crate::view) fn link<'b>(context: &ViewContext<'b>) -> NamedLink<'b> {
    let chosen = context.selection.chosen;
    let of_role = |role| -> Chosen {
        let countries = context.model.each_country().map(|(id, _)| id);
        countries.filter(|id| context.as_of.role(*id) == role).collect()
    };
    let prospective = Some(of_role(Role::Prospective)).filter(|it| it.len() > 1);
    let others = prospective.unwrap_or_else(|| of_role(Role::Member));
    // Whoever is ticked alone stays chosen.
    let offered =
        if chosen.len() > 1 { chosen } else { chosen.iter().chain(others.iter()).collect() };
    let selection = context.base.within(Scope::Overview).choosing(offered);
    let is_current = context.selection.is_comparison();
    let link = context.link(selection, DataAttribute::Tool(Tool::Comparison));
    Link { is_current, ..link }.named(context.text.messages.nav_compare())
}
