//! Where a country stands towards a pillar, and since when.

use serde::{Deserialize, Serialize};

use crate::{ClaimId, Date, PillarId, When};

/// Where a country stands towards a pillar. Ordered from the loosest to the closest tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// The pillar is closed to it, as to every non-member.
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
}

/// One entry of a country's status history. It holds until the next entry for the same pillar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusEntry<'a> {
    /// When it began.
    pub from: When,
    /// When it became known: the earliest source of its claims.
    pub known: Date,
    /// The pillar it is about.
    pub pillar: PillarId,
    /// The status.
    pub status: Status,
    /// What it rests on; never empty.
    pub claims: Vec<ClaimId>,
    /// What a reader must know beside it.
    #[serde(borrow)]
    pub note: Option<&'a str>,
}
