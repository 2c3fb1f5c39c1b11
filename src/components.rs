//! What the page is drawn with: a file for each part, CSS class names as in `assets/style`. Parts hold no facts and work
//! out nothing; a part is a Yew component only where that saves drawing it again.

mod block;
mod card;
mod claim;
mod corrections;
mod countries;
mod lenses;
mod limits;
mod link;
mod map;
mod page;
mod sources;
mod table;
mod timeline;

pub(crate) use page::{Page, failure};

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
