//! The lenses: overview, pillars, technologies.

use briefing::Words;
use yew::prelude::*;

use super::link::named;
use crate::view::LinkGroup;

/// The navigation between lenses.
pub(super) fn lenses(words: &Words, groups: &[LinkGroup]) -> Html {
    html! {
        <nav class="lenses" aria-label={words.lenses_label().to_owned()}>
            { for groups.iter().map(group) }
        </nav>
    }
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
