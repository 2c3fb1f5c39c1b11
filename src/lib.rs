//! The briefing as a Yew app: a map and cards that show one selection.
//!
//! `link` and `state` say what is selected, `view` what that shows, `components` draw it, `parts` starts it, and `browser`
//! touches the page around the app.

mod app;
mod browser;
pub mod camera;
pub mod compass;
mod components;
mod data;
pub mod labels;
pub mod link;
mod parts;
mod stage;
pub mod state;
pub mod view;

pub use app::{App, AppProps, Shown};
pub use components::{Board, BoardProps, Card, CardProps};
pub use data::briefing;
#[cfg(feature = "ssr")]
pub use data::printed_words;
pub use parts::start;

#[cfg(feature = "ssr")]
pub use components::{EmbedDialog, EmbedDialogProps, Footer, FooterProps, Header, Sections};

/// The map sheet: one hidden `svg` of shapes that the app draws with `use`.
#[cfg(feature = "ssr")]
pub const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/sheet.svg"));

/// The prose of the briefing, which the app takes from the page: a line for each text.
#[cfg(feature = "ssr")]
pub const PROSE: &str = include_str!(concat!(env!("OUT_DIR"), "/prose.txt"));

/// The style rules that say where the markers of the map stand.
#[cfg(feature = "ssr")]
pub const PLACES: &str = include_str!(concat!(env!("OUT_DIR"), "/places.css"));
