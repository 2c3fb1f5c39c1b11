//! What stands around the app in the page and never changes: it is prerendered when the page is built, and the wasm is
//! without it.

use explorer::view::Formatter;
use text::format;
use yew::prelude::*;

use super::corrections::corrections;
use super::embed_dialog::opener;
use super::limits::limits;
use super::sources::sources;
use super::text::text;
use crate::print::{Print, PrintProps};

/// Above the app: title, standfirst, edition.
#[component]
pub fn Header(PrintProps { print }: &PrintProps) -> Html {
    let messages = print.messages();
    html! {
        <header class="header">
            <div class="header-head">
                <p class="header-kicker">{ messages.kicker() }</p>
                <h1 class="header-title">{ print.briefing.text.messages.title() }</h1>
            </div>
            <p class="header-standfirst">{ messages.standfirst() }</p>
            <a class="open-full" href="./" target="_blank" rel="noopener">{ messages.open_full() }</a>
            { edition(*print) }
        </header>
    }
}

fn edition(print: Print) -> Html {
    let (messages, edition) = (print.messages(), print.briefing.model.edition);
    let formats = Formatter::new(&print.briefing.text.messages);
    let (number, date, latest) = (
        edition.number.to_string(),
        formats.date(edition.date),
        formats.date(edition.latest_source),
    );
    let values = [("number", &*number), ("date", &date), ("latest", &latest)];
    html! {
        <p class="header-edition">
            <span class="header-dates">{ format(messages.edition(), &values) }</span>
            { " " }
            <a href="#corrections">{ messages.jump_corrections() }</a>
            { " " }
            <a href="#limits">{ messages.jump_limits() }</a>
            { " " }
            <a href="#sources">{ messages.jump_sources() }</a>
            { " " }
            { opener(messages) }
        </p>
    }
}

/// Below the app: the whole text, corrections, limits and sources.
#[component]
pub fn Sections(PrintProps { print }: &PrintProps) -> Html {
    html! {
        <>
            { text(*print) }
            { corrections(*print) }
            { limits(*print) }
            { sources(*print) }
        </>
    }
}

/// At the end: what the briefing is and what its borders mean. `file` is the briefing as one file, to be saved.
#[component]
pub fn Footer(FooterProps { print, file }: &FooterProps) -> Html {
    let messages = print.messages();
    let save = file.as_ref().map(|file| {
        html! { <p><a href={file} download="">{ messages.save_file() }</a></p> }
    });
    html! {
        <footer class="footer">
            <p>{ messages.footer_about() }</p>
            <p>{ messages.map_policy() }</p>
            { save }
        </footer>
    }
}

/// What the end of the page depends on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FooterProps {
    /// What is printed from.
    pub print: Print,
    /// Where the briefing is as one file; none in that file itself.
    #[prop_or_default]
    pub file: Option<AttrValue>,
}
