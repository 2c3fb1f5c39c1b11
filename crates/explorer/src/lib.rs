//! What is selected, how that changes, and all that is shown for it. Pure: no Yew, no browser, no clock.
//!
//! [`Selection`] is what a reader has selected, [`State::after`] how an [`Action`] changes it, [`address`] its codec to
//! addresses. [`view()`](view::view) derives all that is shown. For the map, [`viewport`] works out which part of the sheet
//! is seen, [`flight`] how it gets there, [`inset`] what is drawn larger, [`label_layout`], [`label_placement`] and
//! [`tie_labels`] where what is written has room, and [`spatial_nav`] which country is next in a direction; for tables
//! [`grid_nav`] which cell. [`search`] finds what is said anywhere.

pub mod address;
pub mod flight;
pub mod grid_nav;
pub mod inset;
pub mod label_layout;
pub mod label_placement;
pub mod search;
pub mod selection;
pub mod spatial_nav;
pub mod state;
pub mod tie_labels;
pub mod view;
pub mod viewport;

#[cfg(test)]
mod journeys;
#[cfg(test)]
mod sample;

use model::Model;
use text::Catalogue;

pub use selection::{
    Cell, Chosen, Filter, MOST_CHOSEN, MOST_TYPED, Scope, Search, Selection, Subject, Tool, Words,
};
pub use state::{Action, HistoryUpdate, Sheet, State};

/// The briefing in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// What things are.
    pub model: Model,
    /// What is said of them.
    pub text: Catalogue,
}

impl Briefing {
    /// The briefing, if there is a text for everything in the model.
    #[must_use]
    pub fn new(model: Model, text: Catalogue) -> Option<Self> {
        text.fits(&model).then_some(Self { model, text })
    }
}
