//! The corrections: what the article that the briefing began from says, what the record says, and how that is known.

use model::{Briefing, Correction, PrintedWords};
use yew::prelude::*;

use super::claim::{Content, claims, refs};
use crate::view::{ArticleLine, PrintedPhrases, article};

/// The section of all corrections.
pub(super) fn corrections(
    briefing: &'static Briefing<'static>,
    words: &'static PrintedWords<'static>,
) -> Html {
    let briefing = Content::of_text(briefing);
    html! {
        <section class="corrections" id="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{ words.corrections_title() }</h2>
            <p class="section-intro">{ words.corrections_intro() }</p>
            <ol>{ for briefing.corrections.iter().map(|it| entry(briefing, words, it)) }</ol>
            { whole_article(briefing, words) }
        </section>
    }
}

/// The whole article as the briefing gives it, so that nothing of it is left out unseen.
fn whole_article(briefing: Content, words: &'static PrintedWords<'static>) -> Html {
    let phrases = PrintedPhrases::new(words);
    let line = |line: ArticleLine<'static>| html! { <div><dt>{ phrases.article_refs(&[line.place]) }</dt><dd>{ claims(briefing, &line.claims) }</dd></div> };
    html! {
        <details class="article">
            <summary><h3>{ words.article_title() }</h3></summary>
            <p class="section-intro">{ words.article_intro() }</p>
            <dl>{ for article(*briefing).into_iter().map(line) }</dl>
        </details>
    }
}

fn entry(
    briefing: Content,
    words: &'static PrintedWords<'static>,
    correction: &'static Correction<'static>,
) -> Html {
    let phrases = PrintedPhrases::new(words);
    html! {
        <li id={correction.id} tabindex="-1" data-verdict={verdict_name(correction)}>
            <p class="correction-head">
                <span class="tag">{ phrases.verdict(correction.verdict) }</span>
                <span class="correction-place">{ phrases.article_refs(&correction.article_refs) }</span>
            </p>
            <p class="correction-article"><span class="label">{ words.article_says() }</span>{ correction.article_says }</p>
            <p class="correction-record"><span class="label">{ words.record_says() }</span><strong>{ correction.record_says }</strong></p>
            <p>{ correction.explanation }{ refs(briefing, &correction.sources) }</p>
        </li>
    }
}

fn verdict_name(correction: &Correction) -> Option<&'static str> {
    model::Verdict::ALL
        .iter()
        .find(|(verdict, _)| *verdict == correction.verdict)
        .map(|(_, name)| *name)
}
