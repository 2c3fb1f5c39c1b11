//! What the app draws: lenses, map with date and countries, and beside them the open card.

use briefing::{Date, Words};
use yew::prelude::*;

use super::card::card;
use super::countries::countries;
use super::lenses::lenses;
use super::map::Map;
use super::table::table;
use super::timeline::timeline;
use crate::app::{Shared, Shown};

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

/// All of the page that answers the reader.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let Shared(briefing) = props.briefing;
    let words = &briefing.words;
    let view = &*props.view;
    html! {
        <div class="app" onclick={&props.onclick}>
            { notice(words, props.understood) }
            { lenses(words, &view.lenses) }
            <main class="board" id="overview">
                <div class="board-map">
                    <Map briefing={props.briefing} view={props.view.clone()} is_settled={props.is_settled} on_close={&props.on_close} />
                    <p class="caption" role="status">{ &view.announcement }</p>
                    { timeline(words, &view.timeline, &props.on_slide) }
                    { countries(words, &view.countries) }
                    { table(words, &view.table) }
                </div>
                { card(briefing, &view.card, props.has_card, &props.heading) }
            </main>
        </div>
    }
}

fn notice(words: &Words, understood: bool) -> Html {
    let text = if understood { "" } else { words.notice_address };
    html! { <p class="notice" role="status">{ text }</p> }
}

/// What a damaged bundle shows: the word for it is compiled in beside the bundle.
pub(crate) fn failure() -> Html {
    html! { <p class="notice" role="alert">{ env!("BRIEFING_UNREADABLE") }</p> }
}
