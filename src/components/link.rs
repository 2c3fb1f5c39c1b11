//! Links to views, with the attribute that names what they select.

use explorer::view::{DataAttribute, Link, NamedLink};
use model::EntityKind;
use yew::prelude::*;

/// What a link may have beside its address, its content and the attribute of what it selects.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkAttributes {
    /// Its CSS class.
    pub(crate) class: Option<&'static str>,
    /// Its name for screen readers, where its content does not say it.
    pub(crate) label: Option<AttrValue>,
    /// The id of what describes it.
    pub(crate) described_by: Option<&'static str>,
    /// What `aria-current` says instead of `true`.
    pub(crate) current: Option<&'static str>,
    /// Whether what it unfolds is there; none if it unfolds nothing.
    pub(crate) is_expanded: Option<bool>,
    /// Whether it leads to where it is.
    pub(crate) is_disabled: bool,
    /// Whether it is for the pointer alone.
    pub(crate) is_hidden: bool,
    /// Its place in the tab order.
    pub(crate) tab_index: Option<&'static str>,
    /// The status by which it is drawn.
    pub(crate) status: Option<&'static str>,
    /// Whether it is unconfirmed that the status still holds.
    pub(crate) is_unconfirmed: bool,
    /// On which side of its dot its label is, or of its country it is itself.
    pub(crate) side: Option<&'static str>,
    /// Whether its label has room for its second line.
    pub(crate) is_full: Option<bool>,
    /// Whether it is that of a country that is compared.
    pub(crate) is_compared: bool,
    /// Whether its label is within its country.
    pub(crate) is_inside: bool,
    /// Whether what is pointed at is what it leads to, `on` or `off`; none while nothing is.
    pub(crate) lit: Option<&'static str>,
    /// How large its target may be.
    pub(crate) room: Option<&'static str>,
}

impl LinkAttributes {
    /// A link with a class; none if that is empty.
    pub(crate) fn of_class(class: &'static str) -> Self {
        Self { class: (!class.is_empty()).then_some(class), ..Self::default() }
    }

    /// Draws the link. Works in HTML and in SVG.
    pub(crate) fn draw(self, link: &Link, content: Html) -> Html {
        let entity = |kind| link.attribute.of_kind(kind).map(|id| AttrValue::from(id.to_owned()));
        let story = match link.attribute {
            DataAttribute::Story(step) => Some(step.number().to_string()),
            _ => None,
        };
        let lens = match link.attribute {
            DataAttribute::Overview => Some("overview"),
            DataAttribute::Areas => Some("areas"),
            DataAttribute::Tool(tool) => Some(tool.name()),
            _ => None,
        };
        let cell = match link.attribute {
            DataAttribute::Cell(area, country) => Some([area, " ", country].concat()),
            _ => None,
        };
        let close = (link.attribute == DataAttribute::Close).then_some("");
        let step = match link.attribute {
            DataAttribute::Step(name) => Some(name),
            _ => None,
        };
        let is_expanded = self.is_expanded.map(|it| if it { "true" } else { "false" });
        let is_full = self.is_full.map(|it| if it { "true" } else { "false" });
        html! {
            <a
                href={link.href.clone()}
                class={self.class}
                data-lens={lens}
                data-pillar={entity(EntityKind::Pillar)}
                data-technology={entity(EntityKind::Technology)}
                data-country={entity(EntityKind::Country)}
                data-event={entity(EntityKind::Event)}
                data-statement={entity(EntityKind::Statement)}
                data-person={entity(EntityKind::Person)}
                data-tie={entity(EntityKind::Tie)}
                data-cell={cell}
                data-story={story}
                data-close={close}
                data-step={step}
                aria-current={self.current.or(link.is_current.then_some("true"))}
                aria-expanded={is_expanded}
                aria-disabled={self.is_disabled.then_some("true")}
                aria-hidden={self.is_hidden.then_some("true")}
                aria-label={self.label}
                aria-describedby={self.described_by}
                tabindex={self.tab_index}
                data-status={self.status}
                data-unconfirmed={self.is_unconfirmed.then_some("")}
                data-side={self.side}
                data-full={is_full}
                data-room={self.room}
                data-lit={self.lit}
                data-compared={self.is_compared.then_some("")}
                data-inside={self.is_inside.then_some("")}
            >
                { content }
            </a>
        }
    }
}

/// A link whose text is its name. It stands where its key, or that of its entry in a list, says what it leads to.
pub(super) fn named(it: &NamedLink, class: &'static str) -> Html {
    LinkAttributes::of_class(class).draw(&it.link, html! { { it.name } })
}
