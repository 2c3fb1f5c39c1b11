//! The head of the page: who is in AUKUS, and what it is, as of the date.

use explorer::view::Masthead;
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use super::live_text;

/// The head of the page. Where a card is open and there is little room, the card begins at the top instead.
pub(crate) fn masthead(context: RenderContext, masthead: &Masthead<'static>) -> Html {
    let more = (!masthead.more.is_empty())
        .then(|| html! { <span class="standfirst-more">{ " " }{ masthead.more }</span> });
    html! {
        <div class="masthead" data-opened={masthead.is_opened.then_some("")}>
            <h1 class="headline">{ live_text(masthead.headline.clone()) }</h1>
            <p key={[masthead.what, masthead.more].concat()} class="standfirst">
                <span class="standfirst-what">{ masthead.what }</span>{ more.unwrap_or_default() }{ refs(context, &masthead.sources) }
            </p>
        </div>
    }
}
