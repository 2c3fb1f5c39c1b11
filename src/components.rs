//! What the page is drawn with: a file for each part, CSS class names as in `assets/style`. Parts hold no facts and work
//! out nothing; a part is a Yew component only where that saves drawing it again, or where it is taken over from print by itself.

mod block;
mod board;
mod card;
mod claim;
mod countries;
mod footnote;
mod lenses;
mod link;
mod map;
mod table;
mod timeline;

// What is printed and never drawn in a browser.
#[cfg(feature = "ssr")]
mod corrections;
#[cfg(feature = "ssr")]
mod embed_dialog;
#[cfg(feature = "ssr")]
mod limits;
#[cfg(feature = "ssr")]
mod printed;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "ssr")]
mod text;

pub use board::{Board, BoardProps};
pub use card::{Card, CardProps};
#[cfg(feature = "ssr")]
pub use embed_dialog::{EmbedDialog, EmbedDialogProps};
pub(crate) use lenses::{lenses, notice};
#[cfg(feature = "ssr")]
pub use printed::{Footer, FooterProps, Header, Sections};

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
