//! The corrections: what the article that the briefing began from says, what the record says, and how that is known.

use explorer::view::{ArticleLine, PrintFormatter, article};
use model::{Correction, CorrectionId, Verdict};
use yew::prelude::*;

use super::claim::{RenderContext, claims, refs};
use crate::print::Print;

/// The section of all corrections.
pub(super) fn corrections(print: Print) -> Html {
    let messages = print.messages();
    let entries = print.briefing.model.each_correction();
    html! {
        <section class="corrections" id="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{ messages.corrections_title() }</h2>
            <p class="section-intro">{ messages.corrections_intro() }</p>
            <ol>{ for entries.filter_map(|(id, it)| entry(print, id, it)) }</ol>
            { whole_article(print) }
        </section>
    }
}

/// The whole article as the briefing gives it, so that nothing of it is left out unseen.
fn whole_article(print: Print) -> Html {
    let context = RenderContext::of_text(print.briefing);
    let formats = PrintFormatter::new(print.messages());
    let line = |ArticleLine { place, claims: ids }| {
        html! { <div><dt>{ formats.article_places(&[place]) }</dt><dd>{ claims(context, &ids) }</dd></div> }
    };
    html! {
        <details class="article">
            <summary><h3>{ print.messages().article_title() }</h3></summary>
            <p class="section-intro">{ print.messages().article_intro() }</p>
            <dl>{ for article(print.briefing).into_iter().map(line) }</dl>
        </details>
    }
}

fn entry(print: Print, id: CorrectionId, correction: &'static Correction) -> Option<Html> {
    let (messages, formats) = (print.messages(), PrintFormatter::new(print.messages()));
    let text = print.text.correction(id)?;
    let record = print.briefing.text.record(id)?;
    let context = RenderContext::of_text(print.briefing);
    Some(html! {
        <li id={correction.id.as_str()} tabindex="-1" data-verdict={verdict_name(correction)}>
            <p class="correction-head">
                <span class="tag">{ formats.verdict(correction.verdict) }</span>
                { " " }
                <span class="correction-place">{ formats.article_places(&correction.article_places) }</span>
            </p>
            <p class="correction-article"><span class="label">{ messages.article_says() }</span>{ " " }{ text.article_says.as_str() }</p>
            <p class="correction-record"><span class="label">{ messages.record_says() }</span>{ " " }<strong>{ record }</strong></p>
            <p>{ text.explanation.as_str() }{ refs(context, &correction.sources) }</p>
        </li>
    })
}

fn verdict_name(correction: &Correction) -> Option<&'static str> {
    let named = Verdict::ALL.iter().find(|(verdict, _)| *verdict == correction.verdict);
    named.map(|(_, name)| *name)
}
