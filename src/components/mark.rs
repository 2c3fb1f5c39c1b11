//! The mark of a status: the same shape on the map, in the legend and in lists.

use explorer::view::Mark;
use yew::prelude::*;

/// The mark of a status.
pub(crate) fn mark(mark: Mark) -> Html {
    html! { <span class="mark" data-mark={mark.name()} aria-hidden="true"></span> }
}
