//! What the app draws: lenses, map with date and countries, and beside them the open card.

use std::cell::RefCell;
use std::rc::Rc;

use briefing::{Date, Words};
use yew::prelude::*;

use super::card::Card;
use super::countries::countries;
use super::lenses::lenses;
use super::map::Map;
use super::table::table;
use super::timeline::timeline;
use crate::app::{Reveal, Shared, Shown};

#[derive(Clone, Properties)]
pub(crate) struct PageProps {
    /// Everything the briefing says.
    pub(crate) briefing: Shared,
    /// What is shown of it.
    pub(crate) view: Shown,
    /// Whether the address was valid.
    pub(crate) understood: bool,
    /// What the next card does to be seen.
    pub(crate) reveal: Rc<RefCell<Reveal>>,
    /// Every click, for the links among them.
    pub(crate) onclick: Callback<MouseEvent>,
    /// The card is to be closed.
    pub(crate) on_close: Callback<()>,
    /// The date control was moved.
    pub(crate) on_slide: Callback<Option<Date>>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && self.understood == other.understood
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
                    <Map briefing={props.briefing} view={props.view.clone()} on_close={&props.on_close} />
                    <p class="caption" role="status">{ view.announcement.clone() }</p>
                    { timeline(words, &view.timeline, &props.on_slide) }
                    { countries(words, &view.countries) }
                    { table(words, &view.table) }
                </div>
                <Card key={view.card.id} briefing={props.briefing} view={props.view.clone()} reveal={Rc::clone(&props.reveal)} />
            </main>
        </div>
    }
}

fn notice(words: &Words, understood: bool) -> Html {
    let text = if understood { "" } else { words.notice_address() };
    html! { <p class="notice" role="status">{ text }</p> }
}
