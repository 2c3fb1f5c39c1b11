//! The list of sources: publisher, title, date, and what a reader must know of each. A copy by somebody else is named and
//! not linked.

use model::{Briefing, PrintedWords, Source};
use yew::prelude::*;

use crate::view::{Phrases, PrintedPhrases};

type Content = &'static Briefing<'static>;
type Printed = &'static PrintedWords<'static>;

/// The section of all sources.
pub(super) fn sources(briefing: Content, words: Printed) -> Html {
    html! {
        <section class="sources" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ words.sources_title() }</h2>
            <p class="section-intro">{ words.sources_intro() }</p>
            <ol>{ for briefing.sources.iter().zip(1..).map(|(it, number)| entry(briefing, words, it, number)) }</ol>
        </section>
    }
}

fn entry(
    briefing: Content,
    words: Printed,
    source: &'static Source<'static>,
    number: usize,
) -> Html {
    html! {
        <li id={format!("source-{number}")} tabindex="-1">
            <b>{ source.publisher }</b>
            { ", " }
            { title(source) }
            { ", " }
            { Phrases::new(&briefing.words).when(source.date) }
            <small>{ remarks(words, source) }</small>
        </li>
    }
}

fn title(source: &'static Source<'static>) -> Html {
    let title = html! { <cite lang={source.language}>{ source.title }</cite> };
    match source.url {
        Some(url) => html! { <a href={url} rel="noopener noreferrer">{ title }</a> },
        None => title,
    }
}

/// Kind, language, and where and how it was read, in a few short sentences.
fn remarks(words: Printed, source: &'static Source<'static>) -> String {
    let phrases = PrintedPhrases::new(words);
    let language = source
        .language
        .map(|code| model::fill(words.source_language(), &[("language", phrases.language(code))]));
    let remarks = [
        Some(phrases.source_kind(source.kind).to_owned()),
        language,
        phrases.hosting(source.hosting).map(str::to_owned),
        (!source.title_shown).then(|| words.source_title_inferred().to_owned()),
        (!source.date_shown).then(|| words.source_date_inferred().to_owned()),
        source.note.map(str::to_owned),
    ];
    remarks.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
