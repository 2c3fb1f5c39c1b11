//! The kinds of thing that have a view of their own. Everything that goes by their names, from addresses to the attributes
//! of links, follows from this list.

use serde::{Deserialize, Serialize};

use crate::{
    CountryId, EventId, Model, PersonId, PillarId, StatementId, TechnologyId, TieId, Topic,
};

/// A kind of thing that has a view of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A pillar.
    Pillar,
    /// A working area of Pillar II.
    Technology,
    /// A country.
    Country,
    /// What ties two countries.
    Tie,
    /// Something that happened or is expected.
    Event,
    /// Something somebody said.
    Statement,
    /// Somebody who is named.
    Person,
}

impl EntityKind {
    /// Every kind, in the order of their keys in an address.
    pub const ALL: [Self; 7] = [
        Self::Pillar,
        Self::Technology,
        Self::Country,
        Self::Tie,
        Self::Event,
        Self::Statement,
        Self::Person,
    ];

    /// The names of the kind: its key, its id prefix, the name of its attribute.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Pillar => ("pillar", "pillar-", "data-pillar"),
            Self::Technology => ("technology", "tech-", "data-technology"),
            Self::Country => ("partner", "", "data-country"),
            Self::Tie => ("tie", "", "data-tie"),
            Self::Event => ("event", "ev-", "data-event"),
            Self::Statement => ("statement", "st-", "data-statement"),
            Self::Person => ("person", "p-", "data-person"),
        }
    }

    /// Its key in an address, its attribute of an embed, and its table in a content file: `partner`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.names().0
    }

    /// What its ids begin with, which addresses leave out: `ev-`. Empty for none.
    #[must_use]
    pub const fn id_prefix(self) -> &'static str {
        self.names().1
    }

    /// The attribute of every link that selects one: `data-country`.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        self.names().2
    }
}

/// A thing that has a view of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityId {
    /// A pillar.
    Pillar(PillarId),
    /// A working area of Pillar II.
    Technology(TechnologyId),
    /// A country.
    Country(CountryId),
    /// What ties two countries.
    Tie(TieId),
    /// An event.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A person.
    Person(PersonId),
}

impl EntityId {
    /// The thing at an index of the list of its kind; `None` past 65,535.
    #[must_use]
    pub fn from_index(kind: EntityKind, index: usize) -> Option<Self> {
        Some(match kind {
            EntityKind::Pillar => Self::Pillar(PillarId::from_index(index)?),
            EntityKind::Technology => Self::Technology(TechnologyId::from_index(index)?),
            EntityKind::Country => Self::Country(CountryId::from_index(index)?),
            EntityKind::Tie => Self::Tie(TieId::from_index(index)?),
            EntityKind::Event => Self::Event(EventId::from_index(index)?),
            EntityKind::Statement => Self::Statement(StatementId::from_index(index)?),
            EntityKind::Person => Self::Person(PersonId::from_index(index)?),
        })
    }

    /// Its kind.
    #[must_use]
    pub fn kind(self) -> EntityKind {
        match self {
            Self::Pillar(_) => EntityKind::Pillar,
            Self::Technology(_) => EntityKind::Technology,
            Self::Country(_) => EntityKind::Country,
            Self::Tie(_) => EntityKind::Tie,
            Self::Event(_) => EntityKind::Event,
            Self::Statement(_) => EntityKind::Statement,
            Self::Person(_) => EntityKind::Person,
        }
    }

    /// Its id as content has it: `ev-2024-05-01`. `None` if the model has no such entry.
    #[must_use]
    pub fn name(self, model: &Model) -> Option<&str> {
        Some(match self {
            Self::Pillar(id) => &model.pillar(id)?.id,
            Self::Technology(id) => &model.technology(id)?.id,
            Self::Country(id) => &model.country(id)?.id,
            Self::Tie(id) => &model.tie(id)?.id,
            Self::Event(id) => &model.event(id)?.id,
            Self::Statement(id) => &model.statement(id)?.id,
            Self::Person(id) => &model.person(id)?.id,
        })
    }

    /// Its id without the prefix of its kind, as addresses have it: `2024-05-01`.
    #[must_use]
    pub fn short_name(self, model: &Model) -> Option<&str> {
        let name = self.name(model)?;
        Some(name.strip_prefix(self.kind().id_prefix()).unwrap_or(name))
    }

    /// Every entry of a kind, in order.
    pub fn all(kind: EntityKind, model: &Model) -> impl Iterator<Item = Self> {
        let entries = (0..).map_while(move |index| Self::from_index(kind, index));
        entries.take_while(move |it| it.name(model).is_some())
    }
}

impl From<Topic> for EntityId {
    fn from(topic: Topic) -> Self {
        match topic {
            Topic::Country(id) => Self::Country(id),
            Topic::Pillar(id) => Self::Pillar(id),
            Topic::Technology(id) => Self::Technology(id),
            Topic::Event(id) => Self::Event(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_kinds() {
        for (index, kind) in EntityKind::ALL.into_iter().enumerate() {
            for other in EntityKind::ALL.into_iter().skip(index + 1) {
                assert_ne!(kind.key(), other.key());
                assert_ne!(kind.attribute(), other.attribute());
            }
        }
    }
}
