//! What changed since an earlier edition, as it is printed.

use model::{Date, EntityId, SourceId};

/// What kind of change something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The earlier edition was wrong.
    Correction,
    /// Something has happened since, or become known.
    #[default]
    Update,
    /// It is said in other words and means the same.
    Wording,
    /// It is arranged or kept otherwise.
    Structure,
}

impl ChangeKind {
    /// Every kind with its name in content, in the order in which they are printed.
    pub const ALL: &[(Self, &'static str)] = &[
        (Self::Correction, "correction"),
        (Self::Update, "update"),
        (Self::Wording, "wording"),
        (Self::Structure, "structure"),
    ];

    /// Its name in content and in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }
}

/// Everything that changed since an earlier edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The number of the earlier edition.
    pub since: u16,
    /// Its day.
    pub since_date: Date,
    /// What is no longer as it was: corrections first, then by kind.
    pub changes: Vec<Change>,
    /// What is new, and no change names.
    pub added: Vec<Changed>,
    /// What rests on other sources, is otherwise sure or has another note, and no change names.
    pub others: Vec<Changed>,
}

impl Changes {
    /// The number of the first change that concerns a card, from 1.
    #[must_use]
    pub fn number_of(&self, is_card: impl Fn(&EntityId) -> bool) -> Option<usize> {
        let concerns = |it: &Change| it.things.iter().any(|it| it.cards.iter().any(&is_card));
        self.changes.iter().position(concerns).map(|index| index + 1)
    }
}

/// What is no longer as it was for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// Why.
    pub reason: Option<String>,
    /// What the earlier edition said, of a correction.
    pub said: Option<String>,
    /// What the record says, of a correction.
    pub record: Option<String>,
    /// What changed.
    pub things: Vec<Changed>,
}

/// A thing that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Its key in the record of an edition: `claim/c-founded`.
    pub thing: String,
    /// What was said of it; none if it is new.
    pub before: Option<String>,
    /// What is said of it; none if it is gone.
    pub after: Option<String>,
    /// What of it is otherwise, if it was there and still is.
    pub fields: Vec<Alteration>,
    /// The cards that it stands on, the first above all.
    pub cards: Vec<EntityId>,
    /// Which source it is, if it is one that is still cited.
    pub source: Option<SourceId>,
}

impl Changed {
    /// Its kind: `claim`; of an entry of a list of a thing that of the list, `status`.
    #[must_use]
    pub fn kind(&self) -> &str {
        let parts: Vec<&str> = self.thing.split('/').collect();
        parts.get(2).or_else(|| parts.first()).copied().unwrap_or_default()
    }
}

/// What kind of field it is that a thing has otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// What is said.
    Text,
    /// When it was so.
    Date,
    /// Its status, or where it belongs.
    Status,
    /// How sure it is.
    Confidence,
    /// What it rests on.
    Sources,
    /// What is noted beside it.
    Note,
}

/// What of a thing is otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alteration {
    /// The field: `text`, `title`.
    pub field: &'static str,
    /// What kind of field that is.
    pub aspect: Aspect,
    /// What it was; empty for a note that is new.
    pub before: String,
    /// What it is; empty for a note that is gone.
    pub after: String,
}
