//! The list of sources: publisher, title, date, and what a reader must know of each. A copy by somebody else is named and
//! not linked.

use crate::print::{Print, PrintProps};
use explorer::view::{Caveat, Formatter, PrintFormatter};
use model::{Source, SourceId};
use text::SourceText;
use yew::prelude::*;

/// The section of all sources.
pub(super) fn sources(print: Print) -> Html {
    let messages = print.messages();
    let entries = print.briefing.model.each_source();
    html! {
        <section class="sources" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ messages.sources_title() }</h2>
            <p class="section-intro">{ messages.sources_intro() }</p>
            { for Caveat::ALL.map(|it| caveat(print, it)) }
            <ol>{ for entries.filter_map(|(id, it)| entry(print, id, it)) }</ol>
        </section>
    }
}

/// What a word after a sentence means.
fn caveat(print: Print, caveat: Caveat) -> Html {
    let messages = print.messages();
    let explanation = match caveat {
        Caveat::Disputed => messages.caveat_disputed(),
        Caveat::OnePress => messages.caveat_one_press(),
        Caveat::Expected => messages.caveat_expected(),
    };
    let name = Formatter::new(&print.briefing.text.messages).caveat(caveat);
    html! { <p class="caveat-explained" data-caveat={caveat.key()}><b>{ name }</b>{ ": " }{ explanation }</p> }
}

/// What `assets/sources.js` shows at a sentence, with copies of the entries of its sources; and what it shows at a word that is
/// explained, with a copy of what the glossary says of it.
#[component]
pub fn SentenceSources(PrintProps { print }: &PrintProps) -> Html {
    let messages = print.messages();
    let sources = html! {
        <>
            <ol></ol>
            <p class="sentence-all"><a href="#sources">{ messages.sentence_all() }</a></p>
        </>
    };
    let term = html! {
        <>
            <p class="term-gloss"></p>
            <p class="term-general">{ messages.term_general() }</p>
            <p class="sentence-all"><a href="#glossary">{ messages.term_all() }</a></p>
        </>
    };
    html! {
        <>
            <template id="sentence-sources">{ popover(*print, messages.sentence_sources(), sources) }</template>
            <template id="sentence-term">{ popover(*print, "", term) }</template>
        </>
    }
}

fn popover(print: Print, title: &'static str, content: Html) -> Html {
    html! {
        <section class="sentence-sources" role="dialog" aria-labelledby="sentence-sources-title" tabindex="-1">
            <div class="sentence-sources-head">
                <h2 id="sentence-sources-title">{ title }</h2>
                <button class="sentence-sources-close" type="button" aria-label={print.messages().sentence_close().to_owned()}>{ "×" }</button>
            </div>
            { content }
        </section>
    }
}

fn entry(print: Print, id: SourceId, source: &Source) -> Option<Html> {
    let text = print.text.source(id)?;
    let formats = Formatter::new(&print.briefing.text.messages);
    Some(html! {
        <li id={format!("source-{}", id.number())} tabindex="-1" data-withdrawn={text.is_withdrawn.then_some("")}>
            <b>{ print.briefing.text.publisher(id)? }</b>
            { ", " }
            { title(text) }
            { ", " }
            { formats.when(source.date) }
            { " " }
            <small>{ remarks(print, source, text) }</small>
        </li>
    })
}

fn title(text: &'static SourceText) -> Html {
    let title = html! { <cite lang={text.language.as_deref()}>{ text.title.as_str() }</cite> };
    match text.url.as_deref() {
        Some(url) => html! { <a href={url} rel="noopener noreferrer">{ title }</a> },
        None => title,
    }
}

/// Kind, language, and where and how it was read, in a few short sentences.
fn remarks(print: Print, source: &Source, text: &'static SourceText) -> String {
    let messages = print.messages();
    let formats = PrintFormatter::new(messages);
    let language = text.language.as_deref().map(|code| {
        text::format(messages.source_language(), &[("language", formats.language(code))])
    });
    let remarks = [
        Some(formats.source_kind(source.kind).to_owned()),
        language,
        formats.hosting(source.hosting).map(str::to_owned),
        (!source.title_shown).then(|| messages.source_title_inferred().to_owned()),
        (!source.date_shown).then(|| messages.source_date_inferred().to_owned()),
        text.is_withdrawn.then(|| messages.source_withdrawn().to_owned()),
        text.note.clone(),
    ];
    remarks.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
