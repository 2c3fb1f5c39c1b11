//! What could not be verified, and where sources disagree.

use briefing::Limit;
use yew::prelude::*;

use crate::app::Shared;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LimitsProps {
    pub(super) briefing: Shared,
}

/// The section of all limits.
#[component]
pub(super) fn Limits(props: &LimitsProps) -> Html {
    let Shared(briefing) = props.briefing;
    let words = &briefing.words;
    html! {
        <section class="limits" id="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ words.limits_title }</h2>
            <p class="section-intro">{ words.limits_intro }</p>
            <ul>{ for briefing.limits.iter().map(entry) }</ul>
        </section>
    }
}

fn entry(limit: &Limit<'static>) -> Html {
    html! { <li>{ limit.text }</li> }
}
