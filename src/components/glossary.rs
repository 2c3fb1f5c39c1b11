//! The glossary: words that a general reader may not know, in plain words.

use model::{Term, TermId};
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use crate::print::Print;

/// The section of all terms; none if there are none.
pub(super) fn glossary(print: Print) -> Option<Html> {
    let messages = print.messages();
    let context = RenderContext::of_text(print.briefing);
    let entry = |(id, term): (TermId, &'static Term)| {
        let it = print.text.term(id)?;
        Some(html! {
            <div id={term.id.as_str()} tabindex="-1">
                <dt>{ it.term.as_str() }</dt>
                <dd>{ it.gloss.as_str() }{ refs(context, &it.sources) }</dd>
            </div>
        })
    };
    let model = &print.briefing.model;
    (!model.terms.is_empty()).then(|| {
        html! {
            <section class="glossary" id="glossary" aria-labelledby="glossary-title">
                <h2 id="glossary-title">{ messages.glossary_title() }</h2>
                <p class="section-intro">{ messages.glossary_intro() }</p>
                <dl>{ for model.each_term().filter_map(entry) }</dl>
            </section>
        }
    })
}
