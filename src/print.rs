//! What the prerendered parts around the app are printed from.

use std::ptr;

use explorer::Briefing;
use text::{Changes, PrintCatalogue, PrintMessages};
use yew::Properties;

/// The briefing and what is only printed of it. Compared by identity.
#[derive(Clone, Copy, Debug)]
pub struct Print {
    /// The briefing.
    pub briefing: &'static Briefing,
    /// What is only printed of it.
    pub text: &'static PrintCatalogue,
    /// How its edition is known.
    pub edition: PrintedEdition,
    /// What changed since the edition before, if one is kept.
    pub changes: Option<&'static Changes>,
}

/// How an edition is known beside its number and date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintedEdition {
    /// Whether it may still change.
    pub is_open: bool,
    /// The first digits of the SHA-256 of what it says.
    pub hash: &'static str,
}

impl Print {
    pub(crate) fn messages(self) -> &'static PrintMessages {
        &self.text.messages
    }
}

impl PartialEq for Print {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.briefing, other.briefing) && ptr::eq(self.text, other.text)
    }
}

/// What a part depends on that is printed from the briefing alone.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PrintProps {
    /// What is printed from.
    pub print: Print,
}
