//! The lenses: overview, pillars, technologies; and above them the note on an address that makes no sense.

use model::Words;
use yew::prelude::*;

use super::link::named;
use crate::view::LinkGroup;

/// The navigation between lenses.
pub(crate) fn lenses(words: &Words, groups: &[LinkGroup]) -> Html {
    html! {
        <nav class="lenses" aria-label={words.lenses_label().to_owned()}>
            { for groups.iter().map(group) }
        </nav>
    }
}

/// The note on the address; empty if all of it was understood.
pub(crate) fn notice(words: &Words, understood: bool) -> Html {
    let text = if understood { "" } else { words.notice_address() };
    html! { <p class="notice" role="status">{ text }</p> }
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
