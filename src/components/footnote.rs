//! A source as a card names it. A copy by somebody else is named and not linked.

use briefing::{Briefing, Source, SourceId};
use yew::prelude::*;

use crate::view::Phrases;

/// A source in the card that rests on it.
pub(super) fn footnote(briefing: &'static Briefing<'static>, id: SourceId) -> Html {
    let Some(source) = briefing.source(id) else { return Html::default() };
    html! {
        <li>
            <a class="footnote-number" href={format!("#source-{}", source.id)}>{ id.index() + 1 }</a>
            <span>
                <span class="source-publisher">{ source.publisher }</span>
                { ", " }
                { title(source) }
                { ", " }
                { Phrases::new(&briefing.words).when(source.date) }
            </span>
        </li>
    }
}

/// The title of a source, linked where the source itself can be read.
pub(super) fn title(source: &'static Source<'static>) -> Html {
    let title = html! { <cite lang={source.language}>{ source.title }</cite> };
    match source.url {
        Some(url) => html! { <a href={url} rel="noopener noreferrer">{ title }</a> },
        None => title,
    }
}
