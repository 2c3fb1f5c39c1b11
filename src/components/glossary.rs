//! The glossary: words that a general reader may not know, in plain words.

use text::TermText;
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use crate::print::Print;

/// The section of all terms; none if there are none.
pub(super) fn glossary(print: Print) -> Option<Html> {
    let messages = print.messages();
    let context = RenderContext::of_text(print.briefing);
    let entry = |it: &'static TermText| {
        html! {
            <div id={it.id.as_str()} tabindex="-1">
                <dt>{ it.term.as_str() }</dt>
                <dd>{ it.gloss.as_str() }{ refs(context, &it.sources) }</dd>
            </div>
        }
    };
    let terms = &print.text.glossary;
    (!terms.is_empty()).then(|| {
        html! {
            <section class="glossary" id="glossary" aria-labelledby="glossary-title">
                <h2 id="glossary-title">{ messages.glossary_title() }</h2>
                <p class="section-intro">{ messages.glossary_intro() }</p>
                <dl>{ for terms.iter().map(entry) }</dl>
            </section>
        }
    })
}
