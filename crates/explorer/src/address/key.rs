//! The keys of an address.

use model::EntityKind;

/// The key of a scope that is about no entry alone.
pub const VIEW_KEY: &str = "view";

/// The value of its key that stands for all areas.
pub(super) const AREAS: &str = "areas";

/// The key of the date.
pub const DATE_KEY: &str = "date";

/// The key of the day since when changes are shown.
pub const FROM_KEY: &str = "from";

/// The key of what is searched for.
pub const WORDS_KEY: &str = "q";

/// The key of what the results of a search are about.
pub const FILTER_KEY: &str = "only";

/// The key of the countries that are compared.
pub const CHOSEN_KEY: &str = "compare";

/// The key of a step of the story, by its number.
pub const STEP_KEY: &str = "story";

/// What a filter says of the sources of its results.
pub(super) const OFFICIAL: &str = "official";
pub(super) const DISPUTED: &str = "differ";

/// The keys that name a view, in the order of a canonical name.
pub fn keys() -> impl Iterator<Item = &'static str> {
    [STEP_KEY, VIEW_KEY, WORDS_KEY, FILTER_KEY, FROM_KEY]
        .into_iter()
        .chain(EntityKind::ALL.into_iter().map(EntityKind::key))
        .chain([CHOSEN_KEY, DATE_KEY])
}

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    View,
    Step,
    Entity(EntityKind),
    Date,
    From,
    Words,
    Filter,
    Chosen,
}

impl Key {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            DATE_KEY => Self::Date,
            VIEW_KEY => Self::View,
            STEP_KEY => Self::Step,
            FROM_KEY => Self::From,
            WORDS_KEY => Self::Words,
            FILTER_KEY => Self::Filter,
            CHOSEN_KEY => Self::Chosen,
            _ => EntityKind::ALL.into_iter().find(|it| it.key() == name).map(Self::Entity)?,
        })
    }

    /// What it is called in an address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::View => VIEW_KEY,
            Self::Step => STEP_KEY,
            Self::Entity(kind) => kind.key(),
            Self::Date => DATE_KEY,
            Self::From => FROM_KEY,
            Self::Words => WORDS_KEY,
            Self::Filter => FILTER_KEY,
            Self::Chosen => CHOSEN_KEY,
        }
    }

    /// Whether its values are lists, with commas in between.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Filter | Self::Chosen)
    }
}
