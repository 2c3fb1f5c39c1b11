//! The sources of a card: their numbers. What each is stands in the page once, in the list of all sources, from which
//! `browser` fills the entries in; the wasm is without it.

use briefing::{Briefing, SourceId};
use yew::prelude::*;

/// A source in the card that rests on it.
pub(super) fn footnote(briefing: &'static Briefing<'static>, id: SourceId) -> Html {
    let Some(source) = briefing.source(id) else { return Html::default() };
    html! {
        <li key={source.id}>
            <a class="footnote-number" href={format!("#source-{}", source.id)}>{ id.index() + 1 }</a>
            <span class="footnote" data-source={source.id}></span>
        </li>
    }
}
