//! The mark of a status: the same shape on the map, in the legend and in lists.

use explorer::view::Mark;
use yew::prelude::*;

/// The mark of a status; dashed where it is unconfirmed that the status still holds.
pub(crate) fn mark(mark: Mark, is_unconfirmed: bool) -> Html {
    let unconfirmed = is_unconfirmed.then_some("");
    html! { <span class="mark" data-mark={mark.name()} data-unconfirmed={unconfirmed} aria-hidden="true"></span> }
}
