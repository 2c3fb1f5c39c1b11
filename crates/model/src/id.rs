//! Typed indices into the lists of a [`Model`](crate::Model), the same for state and texts. The default is the first entry.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        pub struct $name(u16);

        impl $name {
            /// The id of the entry at `index` of its list, or `None` past 65,535.
            #[must_use]
            pub fn from_index(index: usize) -> Option<Self> {
                u16::try_from(index).ok().map(Self)
            }

            /// The place of the entry in its list.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A standfirst, in the order of `standfirsts`.
    StandfirstId,
    /// A pillar, in the order of `pillars`.
    PillarId,
    /// A country, in the order of `countries`.
    CountryId,
    /// A technology or function of Pillar II, in the order of `technologies`.
    TechnologyId,
    /// An event, in the order of `events`.
    EventId,
    /// A statement, in the order of `statements`.
    StatementId,
    /// A person, in the order of `people`.
    PersonId,
    /// A tie, in the order of `ties`.
    TieId,
    /// A claim, in the order of `claims`.
    ClaimId,
    /// A source, in the order of `sources`.
    SourceId,
    /// A check of the article, in the order of `checks`.
    CheckId,
    /// An open question, in the order of `limits`.
    LimitId,
    /// A term of the glossary, in the order of `terms`.
    TermId,
    /// A step of the story, in the order of `steps`.
    StepId,
}

impl StepId {
    /// The number of the step, from 1, as addresses have it.
    #[must_use]
    pub fn number(self) -> usize {
        self.index() + 1
    }
}

impl SourceId {
    /// The number by which the briefing cites the source, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.index() + 1
    }
}

/// What a claim, an event, a statement or an open question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// A country.
    Country(CountryId),
    /// A pillar.
    Pillar(PillarId),
    /// A technology or function.
    Technology(TechnologyId),
    /// An event.
    Event(EventId),
}
