//! Links to views, with the attribute that names what they select.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::view::{Link, NamedLink};

/// What attributes a link may have. All links share the list, so that two of them are compared entry by entry, and nothing is
/// looked up.
static NAMES: [&str; 23] = [
    "href",
    "data-lens",
    "data-pillar",
    "data-technology",
    "data-country",
    "data-event",
    "data-statement",
    "data-person",
    "data-tie",
    "data-close",
    "data-step",
    "class",
    "aria-current",
    "aria-disabled",
    "aria-hidden",
    "aria-label",
    "aria-describedby",
    "tabindex",
    "data-status",
    "data-side",
    "data-full",
    "data-room",
    "data-shift",
];

/// A link to be drawn.
pub(super) struct Anchor {
    values: [Option<AttributeOrProperty>; NAMES.len()],
    content: Html,
}

impl Anchor {
    /// The link with one more attribute, one of [`NAMES`].
    pub(super) fn with(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into());
        self
    }

    fn set(&mut self, name: &str, value: AttrValue) {
        let slot = NAMES.iter().zip(&mut self.values).find(|(it, _)| **it == name);
        debug_assert!(slot.is_some(), "links have no {name}");
        if let Some((_, slot)) = slot {
            *slot = Some(AttributeOrProperty::Attribute(value));
        }
    }
}

impl From<Anchor> for Html {
    fn from(Anchor { values, content }: Anchor) -> Self {
        let mut tag = VTag::new("a");
        tag.set_attributes(Attributes::Dynamic { keys: &NAMES, values: Box::new(values) });
        tag.add_child(content);
        tag.into()
    }
}

/// A link to a view. Works in HTML and in SVG.
pub(super) fn link(link: &Link, class: &'static str, content: Html) -> Anchor {
    let mut anchor = Anchor { values: [const { None }; NAMES.len()], content };
    let (hook, value) = link.hook.attribute();
    anchor.set("href", link.href.clone().into());
    anchor.set(hook, value.to_owned().into());
    if !class.is_empty() {
        anchor.set("class", class.into());
    }
    if link.current {
        anchor.set("aria-current", "true".into());
    }
    anchor
}

/// A link whose text is its name.
pub(super) fn named(it: &NamedLink, class: &'static str) -> Html {
    link(&it.link, class, html! { { it.name } }).into()
}
