//! The entry that a value names.

use model::{EntityId, EntityKind};

use super::mend::plain;
use crate::Briefing;

/// The entry of a kind that a value names, with or without the prefix of its kind; a country also by its name, and a tie
/// with its countries in either order.
pub(super) fn find(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let named = |value: &str| {
        let is_named = |it: &EntityId| {
            [it.name(&briefing.model), it.short_name(&briefing.model)].contains(&Some(value))
        };
        EntityId::all(kind, &briefing.model).find(is_named)
    };
    named(value)
        .or_else(|| match kind {
            EntityKind::Country => find_country(briefing, value),
            EntityKind::Tie => {
                value.split_once('-').and_then(|(one, other)| named(&[other, "-", one].concat()))
            }
            _ => None,
        })
        .or_else(|| find_moved(briefing, kind, value))
}

/// What stands now for a view that has been published.
fn find_moved(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let name = value.strip_prefix(kind.id_prefix()).unwrap_or(value);
    let is_named = |from: &str| from.split_once('=') == Some((kind.key(), name));
    briefing.model.moved.iter().find(|it| is_named(&it.from)).map(|it| it.to)
}

/// A country by its name.
fn find_country(briefing: &Briefing, value: &str) -> Option<EntityId> {
    let is_named = |it: &text::CountryText| !value.is_empty() && plain(&it.name) == value;
    let index = briefing.text.countries.iter().position(is_named)?;
    EntityId::from_index(EntityKind::Country, index)
}
