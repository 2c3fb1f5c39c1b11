//! The countries and their statuses as a table: the facts of the map for those who'd rather read.

use model::{Country, CountryId, EntityId, Group};

use super::{NamedLink, ViewContext};
/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'b> {
    /// The names of the pillars.
    pub pillars: Vec<&'b str>,
    /// A row for each country, in content order.
    pub rows: Vec<Row<'b>>,
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'b> {
    /// Opens its card.
    pub country: NamedLink<'b>,
    /// Where it stands towards each pillar, in words.
    pub standings: Vec<String>,
}

/// The table for a date.
pub(super) fn table<'b>(context: &ViewContext<'b>) -> Table<'b> {
    Table {
        pillars: context.text.pillars.iter().map(|it| &*it.name).collect(),
        rows: context.model.each_country().filter_map(|(id, it)| row(context, id, it)).collect(),
    }
}

fn row<'b>(context: &ViewContext<'b>, id: CountryId, country: &Country) -> Option<Row<'b>> {
    let standing = |pillar| match country.group {
        Group::Mentioned => context.text.messages.kind_mentioned().to_owned(),
        _ => context.standing(&context.as_of.standing(id, pillar)),
    };
    Some(Row {
        country: context.entity_link(EntityId::Country(id))?,
        standings: context.model.each_pillar().map(|(pillar, _)| standing(pillar)).collect(),
    })
}
