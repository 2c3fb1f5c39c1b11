//! Links to the scopes: overview, pillars, technologies; and above them the note on an address that makes no sense.

use explorer::view::LinkGroup;
use text::Messages;
use yew::prelude::*;

use super::link::named;
use super::live_text;

/// The navigation between scopes.
pub(crate) fn scopes(messages: &Messages, groups: &[LinkGroup]) -> Html {
    html! {
        <nav class="lenses" aria-label={messages.lenses_label().to_owned()}>
            { for groups.iter().map(group) }
        </nav>
    }
}

/// The note on the address; empty if all of it was understood.
pub(crate) fn notice(messages: &Messages, is_understood: bool) -> Html {
    let text = if is_understood { "" } else { messages.notice_address() };
    html! { <p class="notice" role="status">{ live_text(text) }</p> }
}

fn group(group: &LinkGroup) -> Html {
    let title = (!group.title.is_empty())
        .then(|| html! { <span class="lenses-title">{ group.title }</span> });
    let item = |it| html! { <li>{ named(it, "lens") }</li> };
    html! {
        <div class="lenses-group">
            { title }
            <ul>{ for group.links.iter().map(item) }</ul>
        </div>
    }
}
