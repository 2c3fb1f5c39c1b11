//! What the page is drawn with: a file for each part, CSS class names as in `assets/style`. Parts hold no facts and work
//! out nothing; a part is a Yew component only where that saves drawing it again, or where it is hydrated by itself.

mod answer;
mod block;
mod card;
mod claim;
mod compare;
mod footnote;
mod link;
mod live_text;
mod mark;
mod masthead;
mod matrix;
mod navigation;
mod search;
mod sentence;
mod sheet;
mod since;
mod story;
mod timeline;
mod timeline_chart;
mod who;

// What is prerendered and never drawn in a browser.
#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod changes;
#[cfg(feature = "ssr")]
mod checks;
#[cfg(feature = "ssr")]
mod embed_dialog;
#[cfg(feature = "ssr")]
mod glossary;
#[cfg(feature = "ssr")]
mod limits;
#[cfg(feature = "ssr")]
mod printed;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "ssr")]
mod text;
#[cfg(feature = "ssr")]
mod theme;

pub use answer::{Answer, AnswerProps};
pub use card::{Card, CardProps};
pub(crate) use claim::RenderContext;
#[cfg(feature = "ssr")]
pub use embed_dialog::{EmbedDialog, EmbedDialogProps, OfferedEdition};
pub(crate) use link::LinkAttributes;
pub(crate) use live_text::live_text;
pub(crate) use mark::mark;
pub(crate) use masthead::masthead;
pub(crate) use navigation::{as_known, entries, navigation, notice};
#[cfg(feature = "ssr")]
pub use printed::{Footer, FooterProps, FullLink, Header, HeaderProps, Pinned, Sections};
pub(crate) use search::{SearchView, SharedIndex, search_button};
pub(crate) use sheet::{Sheet, SheetProps};
#[cfg(feature = "ssr")]
pub use sources::SentenceSources;
pub(crate) use story::{StoryProps, StoryView};
pub use timeline::{Time, TimeProps};

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
