//! The countries and their statuses as a table: the facts of the map for those who'd rather read.

use model::{Country, CountryId, Group};

use super::{NamedLink, Scene};
use crate::state::Open;

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
pub(super) fn table<'b>(scene: &Scene<'b>) -> Table<'b> {
    Table {
        pillars: scene.briefing.pillars.iter().map(|it| it.name).collect(),
        rows: scene.countries().map(|(id, country)| row(scene, id, country)).collect(),
    }
}

fn row<'b>(scene: &Scene<'b>, id: CountryId, country: &'b Country<'b>) -> Row<'b> {
    let standing = |pillar| match country.group {
        Group::Mentioned => scene.briefing.words.kind_mentioned().to_owned(),
        _ => scene.phrases.standing(&scene.as_of.standing(id, pillar)),
    };
    Row {
        country: scene.open_link(Open::Country(id)).named(country.name),
        standings: scene.pillars().map(|(pillar, _)| standing(pillar)).collect(),
    }
}
