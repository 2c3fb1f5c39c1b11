//! What every copy says of itself, as data in an element of its own: which edition it is, its state, and what its catalogue
//! consists of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use text::MESSAGES;

use crate::layout::Layout;
use crate::state::{self, State};
use crate::{Record, Standing};

/// The selector of the element.
pub const ELEMENT: &str = "script#edition";

/// The kind of the entries of the list `messages`, in whose layout they stand by name.
pub(crate) const MESSAGE: &str = "message";

/// What a copy says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// The number of the edition.
    pub number: u16,
    /// Its date.
    pub date: String,
    /// The SHA-256 of what it says.
    pub sha256: String,
    /// Whether it was open when the copy was made.
    pub open: bool,
    /// The SHA-256 of what is printed in this copy; see [`printed_sha256`](crate::printed_sha256).
    pub printed: String,
    /// For each list of the catalogue the kind of its entries and the names of their texts.
    pub(crate) catalogue: BTreeMap<String, String>,
    /// What is no text.
    pub(crate) state: State,
}

impl Mark {
    /// What a copy of an edition says of itself, with the hash of what is printed in it.
    #[must_use]
    pub fn new(record: &Record, standing: Standing, printed: String) -> Self {
        let keys = MESSAGES.iter().map(|it| it.key);
        let messages = std::iter::once(MESSAGE).chain(keys).collect::<Vec<_>>().join(" ");
        let lists = Layout::all().map(|(list, layout)| (list.to_owned(), layout.print()));
        Self {
            number: record.number,
            date: record.date.to_string(),
            sha256: record.sha256(),
            open: standing == Standing::Open,
            printed,
            catalogue: lists.chain([("messages".to_owned(), messages)]).collect(),
            state: state::of(record),
        }
    }
}
