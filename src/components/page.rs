//! The page: header, lenses, map with date and countries beside the open card, then corrections, limits and sources.

use briefing::{Date, Edition, Words, fill};
use yew::prelude::*;

use super::card::card;
use super::corrections::Corrections;
use super::countries::countries;
use super::lenses::lenses;
use super::limits::Limits;
use super::map::Map;
use super::sources::Sources;
use super::table::table;
use super::timeline::timeline;
use crate::app::{Shared, Shown};
use crate::view::Phrases;

#[derive(Clone, Properties)]
pub(crate) struct PageProps {
    /// Everything the briefing says.
    pub(crate) briefing: Shared,
    /// What is shown of it.
    pub(crate) view: Shown,
    /// Whether it has been on the screen for a paint.
    pub(crate) is_settled: bool,
    /// Whether its card has.
    pub(crate) has_card: bool,
    /// Whether the address was valid.
    pub(crate) understood: bool,
    /// The heading of the card.
    pub(crate) heading: NodeRef,
    /// Every click, for the links among them.
    pub(crate) onclick: Callback<MouseEvent>,
    /// The card is to be closed.
    pub(crate) on_close: Callback<()>,
    /// The date control was moved.
    pub(crate) on_slide: Callback<Option<Date>>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        let phase = |it: &Self| (it.is_settled, it.has_card, it.understood);
        self.view == other.view && phase(self) == phase(other)
    }
}

/// The whole page for a view.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let Shared(briefing) = props.briefing;
    let words = &briefing.words;
    let view = &*props.view;
    html! {
        <div class="page" onclick={&props.onclick}>
            <a class="skip-link" href="#card">{ words.skip_to_card }</a>
            { header(words, briefing.edition) }
            { notice(words, props.understood) }
            { lenses(words, &view.lenses) }
            <main class="board">
                <div class="board-map">
                    <Map briefing={props.briefing} view={props.view.clone()} is_settled={props.is_settled} on_close={&props.on_close} />
                    <p class="caption" role="status">{ &view.announcement }</p>
                    { timeline(words, &view.timeline, &props.on_slide) }
                    { countries(words, &view.countries) }
                    { table(words, &view.table) }
                </div>
                { card(briefing, &view.card, props.has_card, &props.heading) }
            </main>
            <Corrections briefing={props.briefing} />
            <Limits briefing={props.briefing} />
            <Sources briefing={props.briefing} />
            { footer(words) }
        </div>
    }
}

fn header(words: &Words, edition: Edition) -> Html {
    let phrases = Phrases::new(words);
    let (number, date, latest) = (
        edition.number.to_string(),
        phrases.date(edition.date),
        phrases.date(edition.latest_source),
    );
    let edition = fill(words.edition, &[("number", &number), ("date", &date), ("latest", &latest)]);
    html! {
        <header class="header">
            <div class="header-head">
                <p class="header-kicker">{ words.kicker }</p>
                <h1 class="header-title">{ words.title }</h1>
            </div>
            <p class="header-standfirst">{ words.standfirst }</p>
            <p class="header-edition">
                { edition }
                <a href="#corrections">{ words.jump_corrections }</a>
                <a href="#limits">{ words.jump_limits }</a>
                <a href="#sources">{ words.jump_sources }</a>
            </p>
        </header>
    }
}

fn notice(words: &Words, understood: bool) -> Html {
    let text = if understood { "" } else { words.notice_address };
    html! { <p class="notice" role="status">{ text }</p> }
}

fn footer(words: &Words) -> Html {
    html! {
        <footer class="footer">
            <p>{ words.footer_about }</p>
            <p>{ words.map_policy }</p>
        </footer>
    }
}

/// What a damaged bundle shows: the word for it is compiled in beside the bundle.
pub(crate) fn failure() -> Html {
    html! { <p class="notice" role="alert">{ env!("BRIEFING_UNREADABLE") }</p> }
}
