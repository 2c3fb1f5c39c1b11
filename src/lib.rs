//! The briefing as a Yew app: a map and cards that show one selection.
//!
//! `explorer` says what is selected and what that shows; `app` holds the state, `components` and `map` draw it, `islands`
//! hydrates its parts, and `dom` touches the page around it.

mod app;
mod board;
mod components;
#[allow(clippy::disallowed_methods, reason = "the one module that touches the page")]
mod dom;
mod islands;
mod map;
#[cfg(feature = "ssr")]
mod print;
mod snapshot;
mod start;

pub use app::{App, AppProps};
pub use board::{Board, BoardProps};
pub use components::{Answer, AnswerProps, Card, CardProps, Time, TimeProps};
#[cfg(feature = "ssr")]
pub use components::{
    EmbedDialog, EmbedDialogProps, Footer, FooterProps, FullLink, Header, HeaderProps,
    OfferedEdition, Pinned, Sections, SentenceSources,
};
#[cfg(feature = "ssr")]
pub use print::{Print, PrintProps, PrintedEdition};
pub use snapshot::Snapshot;
pub use start::start;
