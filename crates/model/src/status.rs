//! Where a country stands towards a pillar, and since when.

use serde::{Deserialize, Serialize};

/// Where a country stands towards a pillar. Ordered from the loosest to the closest tie.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Status {
    /// The pillar is closed to it, as to every non-member.
    #[default]
    Closed,
    /// It has said that it is interested.
    Interest,
    /// The members consider it.
    Consideration,
    /// The members consult it.
    Consultation,
    /// It takes part in a project, without being a member.
    Participant,
    /// It is a member.
    Member,
}

impl Status {
    /// Every status, the closest tie first.
    pub const ALL: [Self; 6] = [
        Self::Member,
        Self::Participant,
        Self::Consultation,
        Self::Consideration,
        Self::Interest,
        Self::Closed,
    ];

    /// The name that content files use.
    #[must_use]
    pub fn content_name(self) -> &'static str {
        match self {
            Self::Closed => "excluded",
            Self::Interest => "expressed-interest",
            Self::Consideration => "under-consideration",
            Self::Consultation => "in-consultation",
            Self::Participant => "project-participant",
            Self::Member => "member",
        }
    }

    /// Whether the members at least consider the country, so that talk of its part has begun on both sides.
    #[must_use]
    pub fn is_in_talks(self) -> bool {
        self >= Self::Consideration
    }

    /// Whether it is over on the day that it began, as a trial or a statement is.
    #[must_use]
    pub fn is_past(self) -> bool {
        matches!(self, Self::Participant | Self::Interest)
    }
}
