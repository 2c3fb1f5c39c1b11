//! What could not be verified, and where sources disagree.

use crate::print::Print;
use yew::prelude::*;

/// The section of all limits.
pub(super) fn limits(print: Print) -> Html {
    let messages = print.messages();
    let entry = |(number, text): (usize, &'static String)| {
        html! { <li id={format!("limit-{number}")} tabindex="-1">{ text.as_str() }</li> }
    };
    html! {
        <section class="limits" id="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ messages.limits_title() }</h2>
            <p class="section-intro">{ messages.limits_intro() }</p>
            <ul>{ for (1..).zip(&print.briefing.text.limits).map(entry) }</ul>
        </section>
    }
}
