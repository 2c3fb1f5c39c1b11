//! The kinds of thing that have a view of their own. Everything that goes by their names, from addresses to the attributes
//! of links, follows from this list.

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
