//! The open card.

use briefing::{Briefing, SourceId};
use yew::prelude::*;

use super::block::block;
use super::link::named;
use super::sources::footnote;
use crate::view::{Card, Section};

/// The open card.
pub(super) fn card(
    briefing: &'static Briefing<'static>,
    card: &Card<'static>,
    heading: &NodeRef,
) -> Html {
    html! {
        <article class="card" id="card" key={card.id} data-card={card.id} aria-labelledby="card-title">
            <p class="card-kind">{ card.kind }</p>
            <h2 class="card-title" id="card-title" tabindex="-1" ref={heading}>{ &*card.title }</h2>
            { ways_back(card) }
            { for card.sections.iter().map(|it| section(briefing, it)) }
            { sources(briefing, &card.sources) }
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

fn section(briefing: &'static Briefing<'static>, section: &Section<'static>) -> Html {
    let blocks = section.blocks.iter().map(|it| block(briefing, it));
    match (section.heading, section.is_folded) {
        ("", _) => html! { <div class="card-lead">{ for blocks }</div> },
        (heading, false) => {
            html! { <section class="card-section"><h3>{ heading }</h3>{ for blocks }</section> }
        }
        (heading, true) => html! {
            <details class="card-section"><summary><h3>{ heading }</h3>{ count(section.entries()) }</summary>{ for blocks }</details>
        },
    }
}

fn sources(briefing: &'static Briefing<'static>, sources: &[SourceId]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card-section card-sources">
            <summary><h3>{ briefing.words.card_sources }</h3>{ count(sources.len()) }</summary>
            <ul>{ for sources.iter().map(|id| footnote(briefing, *id)) }</ul>
        </details>
    }
}

fn count(entries: usize) -> Html {
    html! { <span class="count">{ entries }</span> }
}
