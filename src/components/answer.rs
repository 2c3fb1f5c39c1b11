//! The head of the open card: the way back, its title, and the answer to "is it in?".

use std::cell::RefCell;
use std::rc::Rc;

use explorer::view::{Card, NamedLink, VerdictLine};
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use super::link::named;
use super::live_text;
use crate::dom::{self, Reveal};
use crate::snapshot::Snapshot;

/// What the head of the card depends on.
#[derive(Clone, Properties)]
pub struct AnswerProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// What it does to be seen.
    pub(crate) reveal: Rc<RefCell<Reveal>>,
}

impl AnswerProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        Self { snapshot, reveal: Rc::new(RefCell::new(Reveal::No)) }
    }
}

impl PartialEq for AnswerProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot
    }
}

/// The head of the open card.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps { snapshot, reveal } = props;
    let (card, context) = (&snapshot.card, RenderContext::of_card(snapshot.briefing()));
    let heading = use_node_ref();
    use_effect_with(card.id, {
        let (heading, reveal) = (heading.clone(), Rc::clone(reveal));
        move |_| dom::reveal(heading.cast(), reveal.replace(Reveal::No))
    });
    let kind = (!card.verdicts.is_empty()).then_some("answered");
    html! {
        <header key={card.id} class={classes!("answer", kind)}>
            { breadcrumb(context, card) }
            <h2 class="card-title" id="card-title" tabindex="-1" ref={heading}>{ live_text(card.title.to_string()) }</h2>
            if !card.kind.is_empty() { <p class="card-kind">{ live_text(card.kind.to_string()) }</p> }
            { for card.verdicts.iter().take(1).map(|it| verdict(context, it)) }
        </header>
    }
}

/// The way back; nothing on the overview.
fn breadcrumb(context: RenderContext, card: &Card<'static>) -> Html {
    if card.ways_back.is_empty() {
        return Html::default();
    }
    let crumb = |it: &NamedLink| html! { <li key={it.name}>{ named(it, "crumb") }</li> };
    html! {
        <nav class="breadcrumb" aria-label={context.messages().breadcrumb()}>
            <ol>{ for card.ways_back.iter().map(crumb) }</ol>
        </nav>
    }
}

/// An answer to "is it in?", and since when that is unconfirmed.
pub(super) fn verdict(context: RenderContext, line: &VerdictLine<'static>) -> Html {
    let unconfirmed = (!line.unconfirmed.is_empty()).then(|| {
        html! { <p key={line.unconfirmed.as_str()} class="unconfirmed"><span data-unconfirmed={line.is_dashed.then_some("")}>{ line.unconfirmed.clone() }</span></p> }
    });
    html! {
        <div key={line.pillar} class="verdict-line" data-verdict="">
            <p key={&*line.text} class="verdict">{ answer(&line.text) }{ refs(context, &line.sources) }</p>
            { unconfirmed.unwrap_or_default() }
        </div>
    }
}

/// The answer with its first word, which is yes or no, standing out.
pub(super) fn answer(text: &str) -> Html {
    match text.split_once(' ') {
        Some((first, rest)) if first.ends_with('.') => {
            html! { <><strong>{ first.to_owned() }</strong>{ " " }{ rest.to_owned() }</> }
        }
        _ => html! { { text.to_owned() } },
    }
}
