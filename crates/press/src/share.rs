//! What others than readers are given: search engines, social networks and sites that embed by oEmbed.

pub(crate) mod address;
pub(crate) mod changes;
mod colour;
pub(crate) mod feed;
pub(crate) mod head;
pub(crate) mod oembed;
pub(crate) mod picture;
