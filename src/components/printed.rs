//! What stands around the app in the page and never changes: it is printed when the page is built, and the wasm is
//! without it.

use model::{Edition, PrintedWords, fill};
use yew::prelude::*;

use super::corrections::corrections;
use super::embed_dialog::opener;
use super::limits::limits;
use super::sources::sources;
use super::text::text;
use crate::data;
use crate::view::Phrases;

/// Above the app: title, standfirst, edition.
#[component]
pub fn Header() -> Html {
    let (briefing, words) = (data::briefing(), data::printed_words());
    html! {
        <header class="header">
            <div class="header-head">
                <p class="header-kicker">{ words.kicker() }</p>
                <h1 class="header-title">{ briefing.words.title() }</h1>
            </div>
            <p class="header-standfirst">{ words.standfirst() }</p>
            <a class="open-full" href="./" target="_blank" rel="noopener">{ words.open_full() }</a>
            { edition(words, Phrases::new(&briefing.words), briefing.edition) }
        </header>
    }
}

fn edition(words: &'static PrintedWords<'static>, phrases: Phrases, edition: Edition) -> Html {
    let (number, date, latest) = (
        edition.number.to_string(),
        phrases.date(edition.date),
        phrases.date(edition.latest_source),
    );
    let values = [("number", &*number), ("date", &date), ("latest", &latest)];
    html! {
        <p class="header-edition">
            <span class="header-dates">{ fill(words.edition(), &values) }</span>
            <a href="#corrections">{ words.jump_corrections() }</a>
            <a href="#limits">{ words.jump_limits() }</a>
            <a href="#sources">{ words.jump_sources() }</a>
            { opener() }
        </p>
    }
}

/// Below the app: the whole text, corrections, limits and sources.
#[component]
pub fn Sections() -> Html {
    let (briefing, words) = (data::briefing(), data::printed_words());
    html! {
        <>
            { text(briefing, words) }
            { corrections(briefing, words) }
            { limits(briefing, words) }
            { sources(briefing, words) }
        </>
    }
}

/// At the end: what the briefing is and what its borders mean. `file` is the briefing as one file, to be saved.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    let words = data::printed_words();
    let save = props.file.as_ref().map(|file| {
        html! { <p><a href={file} download="">{ words.save_file() }</a></p> }
    });
    html! {
        <footer class="footer">
            <p>{ words.footer_about() }</p>
            <p>{ words.map_policy() }</p>
            { save }
        </footer>
    }
}

/// What the end of the page depends on.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct FooterProps {
    /// Where the briefing is as one file; none in that file itself.
    #[prop_or_default]
    pub file: Option<AttrValue>,
}
