//! Links to views, with the attribute that names what they select.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::view::{Link, NamedLink};

/// A link to a view. Works in HTML and in SVG.
pub(super) fn link(link: &Link, class: &'static str, content: Html) -> VTag {
    let mut tag = VTag::new("a");
    let (hook, value) = link.hook.attribute();
    tag.add_attribute("href", link.href.clone());
    tag.add_attribute(hook, value.to_owned());
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    if link.current {
        tag.add_attribute("aria-current", "true");
    }
    tag.add_child(content);
    tag
}

/// A link whose text is its name.
pub(super) fn named(it: &NamedLink, class: &'static str) -> Html {
    link(&it.link, class, html! { { it.name } }).into()
}
