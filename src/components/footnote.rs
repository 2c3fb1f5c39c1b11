//! The sources of a card: their numbers. What each is stands in the page once, in the list of all sources, from which
//! `dom` fills the entries in; the catalogue is without it.

use model::SourceId;
use yew::prelude::*;

/// A source in the card that rests on it.
pub(super) fn footnote(id: SourceId) -> Html {
    let number = AttrValue::from(id.number().to_string());
    html! {
        <li key={&*number}>
            <a class="footnote-number" href={["#source-", &*number].concat()}>{ &number }</a>
            { " " }
            <span class="footnote" data-printed={["source-", &*number].concat()}></span>
        </li>
    }
}
