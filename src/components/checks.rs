//! The checks of the article that the briefing began from: what it says, what the record says, and how that is known; how it
//! names the areas; and what each of its sentences comes to.

use explorer::view::{ArticleLine, PrintFormatter, article};
use model::{Check, CheckId, TechnologyId, Verdict};
use text::{ArticleTerms, CheckText};
use yew::prelude::*;

use super::claim::{RenderContext, claims, refs};
use crate::print::Print;

/// The section of all checks.
pub(super) fn checks(print: Print) -> Html {
    let messages = print.messages();
    let entries = print.briefing.model.each_check();
    html! {
        <section class="checks" id="article" aria-labelledby="article-title">
            <h2 id="article-title">{ messages.checks_title() }</h2>
            <p class="section-intro">{ messages.checks_intro() }</p>
            <ol>{ for entries.filter_map(|(id, it)| entry(print, id, it)) }</ol>
            { terms_of_areas(print) }
            { whole_article(print) }
        </section>
    }
}

fn entry(print: Print, id: CheckId, check: &'static Check) -> Option<Html> {
    let (messages, formats) = (print.messages(), PrintFormatter::new(print.messages()));
    let text = print.text.check(id)?;
    let record = print.briefing.text.record(id)?;
    let context = RenderContext::of_text(print.briefing);
    Some(html! {
        <li id={check.id.as_str()} tabindex="-1" data-finding={verdict_name(check)}>
            <p class="check-head">
                <span class="tag">{ formats.verdict(check.verdict) }</span>
                { " " }
                <span class="check-place">{ formats.article_places(&check.article_places) }</span>
            </p>
            <p class="check-article"><span class="label">{ messages.article_says() }</span>{ " " }{ words_of_the_article(print, text) }</p>
            <p class="check-record"><span class="label">{ messages.record_says() }</span>{ " " }<strong>{ record }</strong></p>
            <p>{ text.explanation.as_str() }{ refs(context, &check.sources) }</p>
        </li>
    })
}

/// What the article says: quoted, and where the quotations alone do not tell it, in the briefing's words.
fn words_of_the_article(print: Print, text: &'static CheckText) -> Html {
    let said = text.article_says.as_deref();
    html! { <>{ quotations(print, &text.quotes) }{ for said.map(|it| html! { <>{ " " }{ it }</> }) }</> }
}

/// Each in quotation marks, with what is left out between them.
fn quotations(print: Print, quotes: &'static [String]) -> Html {
    let pattern = print.briefing.text.messages.quotation();
    let quoted = |it: &'static String| text::format(pattern, &[("text", it)]);
    if quotes.is_empty() {
        return Html::default();
    }
    html! { <span class="quoted">{ quotes.iter().map(quoted).collect::<Vec<_>>().join(" … ") }</span> }
}

fn verdict_name(check: &Check) -> Option<&'static str> {
    let named = Verdict::ALL.iter().find(|(verdict, _)| *verdict == check.verdict);
    named.map(|(_, name)| *name)
}

/// What the article calls each area of Pillar II.
fn terms_of_areas(print: Print) -> Html {
    let messages = print.messages();
    let area = |(id, _): (TechnologyId, _)| {
        let ArticleTerms { terms, note } = print.text.terms(id)?;
        let name = print.briefing.text.technology(id)?.name.as_str();
        Some(
            html! { <div><dt>{ name }</dt><dd>{ quotations(print, terms) }{ " " }{ note.as_str() }</dd></div> },
        )
    };
    html! {
        <details class="article">
            <summary><h3>{ messages.article_terms_title() }</h3></summary>
            <p class="section-intro">{ messages.article_terms_intro() }</p>
            <dl>{ for print.briefing.model.each_technology().filter_map(area) }</dl>
        </details>
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
