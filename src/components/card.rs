//! The open card.

use briefing::{Briefing, SourceId};
use yew::prelude::*;

use super::block::block;
use super::claim::Content;
use super::footnote::footnote;
use super::link::named;

use crate::view::{Card, Section};

/// The open card. What is folded away in it may wait: it is there only once `is_whole`.
pub(super) fn card(
    briefing: &'static Briefing<'static>,
    card: &Card<'static>,
    is_whole: bool,
    heading: &NodeRef,
) -> Html {
    let briefing = Content::of_card(briefing);
    html! {
        <article class="card" id="card" key={card.id} data-card={card.id} aria-labelledby="card-title">
            <p class="card-kind">{ card.kind }</p>
            <h2 class="card-title" id="card-title" tabindex="-1" ref={heading}>{ &*card.title }</h2>
            { ways_back(card) }
            { for card.sections.iter().map(|it| section(briefing, it, is_whole)) }
            { sources(briefing, &card.sources, is_whole) }
        </article>
    }
}

fn ways_back(card: &Card) -> Html {
    let links = [(card.close.as_ref(), "card-close"), (card.overview.as_ref(), "card-overview")];
    let links: Vec<Html> =
        links.into_iter().filter_map(|(link, class)| Some(named(link?, class))).collect();
    if links.is_empty() {
        Html::default()
    } else {
        html! { <p class="card-back">{ for links }</p> }
    }
}

fn section(briefing: Content, section: &Section<'static>, is_whole: bool) -> Html {
    let blocks = || html! { <>{ for section.blocks.iter().map(|it| block(briefing, it)) }</> };
    match (section.heading, section.is_folded) {
        ("", _) => html! { <div class="card-lead">{ blocks() }</div> },
        (heading, false) => {
            html! { <section class="card-section"><h3>{ heading }</h3>{ blocks() }</section> }
        }
        (heading, true) => fold("card-section", heading, section.entries(), is_whole.then(blocks)),
    }
}

fn sources(briefing: Content, sources: &[SourceId], is_whole: bool) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let list = || html! { <ul>{ for sources.iter().map(|id| footnote(*briefing, *id)) }</ul> };
    let heading = briefing.words.card_sources;
    fold("card-section card-sources", heading, sources.len(), is_whole.then(list))
}

fn fold(class: &'static str, heading: &'static str, entries: usize, content: Option<Html>) -> Html {
    html! {
        <details {class}>
            <summary><h3>{ heading }</h3><span class="count">{ entries }</span></summary>
            { content.unwrap_or_default() }
        </details>
    }
}
