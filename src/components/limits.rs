//! What could not be verified, and where sources disagree.

use model::{Briefing, Limit, PrintedWords};
use yew::prelude::*;

/// The section of all limits.
pub(super) fn limits(
    briefing: &'static Briefing<'static>,
    words: &'static PrintedWords<'static>,
) -> Html {
    html! {
        <section class="limits" id="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ words.limits_title() }</h2>
            <p class="section-intro">{ words.limits_intro() }</p>
            <ul>{ for briefing.limits.iter().map(entry) }</ul>
        </section>
    }
}

fn entry(limit: &Limit<'static>) -> Html {
    html! { <li>{ limit.text }</li> }
}
