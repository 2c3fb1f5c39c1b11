//! What stands around the app in the page and never changes: it is prerendered when the page is built, and the wasm is
//! without it.

use explorer::view::Formatter;
use text::format;
use yew::prelude::*;

use super::about::about;
use super::changes::{changes, of_edition};
use super::checks::checks;
use super::embed_dialog::opener;
use super::glossary::glossary;
use super::limits::limits;
use super::sources::sources;
use super::text::text;
use super::theme::theme;
use crate::print::{Print, PrintProps, PrintedEdition};

/// Above the app: what this is, and how to embed it.
#[component]
pub fn Header(HeaderProps { print, pinned }: &HeaderProps) -> Html {
    let messages = print.messages();
    html! {
        <>
            <header class="header">
                <p class="brand">{ messages.brand() }</p>
                { opener(messages) }
            </header>
            { pinned.as_ref().map(|it| pinned_notice(*print, it)) }
        </>
    }
}

/// Below the card, in a page that embeds this one: the way to the briefing by itself.
#[component]
pub fn FullLink(HeaderProps { print, pinned }: &HeaderProps) -> Html {
    let full = pinned.as_ref().map_or("./".into(), |it| it.file.clone());
    html! {
        <a class="open-full" href={full} target="_blank" rel="noopener">{ print.messages().open_full() }</a>
    }
}

/// What the beginning of the page depends on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeaderProps {
    /// What is printed from.
    pub print: Print,
    /// What the copy of a closed edition says of itself; none of any other.
    #[prop_or_default]
    pub pinned: Option<Pinned>,
}

/// A copy that stays with its edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    /// Its own name.
    pub file: AttrValue,
    /// Where the latest edition is, if that is known.
    pub latest: Option<AttrValue>,
}

fn pinned_notice(print: Print, Pinned { latest, .. }: &Pinned) -> Html {
    let (messages, edition) = (print.messages(), print.briefing.model.edition);
    let date = Formatter::new(&print.briefing.text.messages).date(edition.date);
    let number = edition.number.to_string();
    let link = latest.as_ref().map(|it| {
        html! { <>{ " " }<a href={it} target="_blank" rel="noopener">{ messages.pinned_latest() }</a></> }
    });
    html! {
        <p class="notice pinned">
            { format(messages.pinned(), &[("number", &number), ("date", &date)]) }{ link }
        </p>
    }
}

/// Which edition this is, the ways to what stands below, and what can be done with all of it.
fn more(print: Print) -> Html {
    let (messages, edition) = (print.messages(), print.briefing.model.edition);
    let formats = Formatter::new(&print.briefing.text.messages);
    let (number, date, latest) = (
        edition.number.to_string(),
        formats.date(edition.date),
        formats.date(edition.latest_source),
    );
    let values = [("number", &*number), ("date", &date), ("latest", &latest)];
    let PrintedEdition { is_open, hash } = print.edition;
    let pattern = if is_open { messages.edition_open() } else { messages.edition() };
    html! {
        <nav class="more" id="more" aria-label={messages.more()}>
            <span class="edition-dates">{ format(pattern, &values) }</span>
            { " " }
            <span class="edition-hash">{ format(messages.edition_hash(), &[("hash", hash)]) }</span>
            { " " }
            { for print.changes.map(|it| html! { <><a href="#changes">{ of_edition(messages.jump_changes(), it) }</a>{ " " }</> }) }
            { compare(print) }
            { " " }
            <a href="#article">{ messages.jump_article() }</a>
            { " " }
            <a href="#limits">{ messages.jump_limits() }</a>
            { " " }
            if !print.text.glossary.is_empty() { <><a href="#glossary">{ messages.glossary_title() }</a>{ " " }</> }
            <a href="#sources">{ messages.jump_sources() }</a>
            { " " }
            <a href="#about">{ messages.jump_about() }</a>
            { " " }
            { opener(messages) }
            { " " }
            <button class="print" type="button" value="view">{ messages.print_view() }</button>
            { " " }
            <button class="print" type="button" value="all">{ messages.print_all() }</button>
            { theme(messages) }
        </nav>
    }
}

/// The way to a comparison, where the navigation has no room for it. Where it leads follows from the date, so the app says it.
fn compare(print: Print) -> Html {
    let name = print.briefing.text.messages.nav_compare();
    html! { <a class="more-compare" id="more-compare">{ name }</a> }
}

/// Below the app: the whole text, what changed, the checks of the article, limits, glossary and sources, and what the briefing
/// is.
#[component]
pub fn Sections(PrintProps { print }: &PrintProps) -> Html {
    html! {
        <>
            { more(*print) }
            { text(*print) }
            { changes(*print) }
            { checks(*print) }
            { limits(*print) }
            { glossary(*print) }
            { sources(*print) }
            { about(*print) }
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
