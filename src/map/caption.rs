//! The sentence under the map: what it shows, with the names of its ties as links, by number where they have no room on it.

use explorer::view::View;
use yew::prelude::*;

use super::label_layout::MapLayout;
use super::pointed_tie::Pointed;
use crate::components::{LinkAttributes, live_text};

/// The caption.
pub(super) fn caption(view: &View<'static>, layout: &MapLayout, pointed: Pointed) -> Html {
    let caption = &view.caption;
    let names = caption.ties.iter().map(|(index, name)| {
        let tie = view.ties.get(*index)?;
        let number = layout.number(tie.id).map_or_else(String::new, |it| it.to_string() + " ");
        let anchor = LinkAttributes { lit: pointed.lit(tie.id), ..LinkAttributes::default() };
        let content = html! { <><b>{ live_text(number) }</b>{ live_text(name.clone()) }</> };
        Some(html! { <span key={tie.id}>{ " " }{ anchor.draw(&tie.link, content) }</span> })
    });
    html! {
        <p class="caption" data-ties={caption.is_of_ties.then_some("")}>
            <strong>{ live_text(caption.lead.clone()) }</strong>
            <span class="caption-ties">{ for names.flatten() }</span>
            { " " }
            <span class="caption-rest">{ live_text(caption.rest.clone()) }</span>
        </p>
    }
}
