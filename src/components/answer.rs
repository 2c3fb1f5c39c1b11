//! The head of the open card: the way back, its title, and the answer to "is it in?".

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use explorer::view::{Card, NamedLink, VerdictLine};
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use super::link::named;
use super::live_text;
use super::sentence::{sentence_from, sentence_key};
use crate::dom::{self, Reveal};
use crate::snapshot::Snapshot;

/// What the head of the card depends on.
#[derive(Clone, Properties)]
pub struct AnswerProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// Whether it is behind the results of a search.
    pub(crate) is_behind: bool,
    /// What it does to be seen.
    pub(crate) reveal: Rc<RefCell<Reveal>>,
}

impl AnswerProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        Self { snapshot, is_behind: false, reveal: Rc::new(RefCell::new(Reveal::No)) }
    }
}

impl PartialEq for AnswerProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.snapshot, self.is_behind) == (&other.snapshot, other.is_behind)
    }
}

/// The head of the open card.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps { snapshot, is_behind, reveal } = props;
    let card = &snapshot.card;
    let context = RenderContext::of(snapshot).with_terms(&card.terms);
    let heading = use_node_ref();
    // What clears a comparison goes with it, and so do the results of a search, also where the card stays.
    use_effect_with((card.id, snapshot.selection.chosen.is_empty(), *is_behind), {
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
            <p key={verdict_key(context, line)} class="verdict">{ answer(context, line.text.clone()) }{ refs(context, &line.sources) }</p>
            { unconfirmed.unwrap_or_default() }
        </div>
    }
}

/// The answer with its first word, which is yes or no, standing out.
pub(super) fn answer(context: RenderContext, text: Cow<'static, str>) -> Html {
    let first = text.split_once(' ').map(|it| it.0).filter(|it| it.ends_with('.'));
    let Some(first) = first.map(str::to_owned) else { return verdict_text(context, text, 0) };
    let rest = verdict_text(context, text, first.len() + 1);
    html! { <><strong>{ first }</strong>{ " " }{ rest }</> }
}

/// An answer without so many bytes at its beginning, which are no term. One that names a date has no terms.
pub(super) fn verdict_text(context: RenderContext, text: Cow<'static, str>, begin: usize) -> Html {
    match text {
        Cow::Borrowed(text) => sentence_from(context, text, begin),
        Cow::Owned(text) => html! { { text.get(begin..).unwrap_or_default().to_owned() } },
    }
}

/// The key of an answer, as of any sentence.
pub(super) fn verdict_key(context: RenderContext, line: &VerdictLine<'static>) -> String {
    match &line.text {
        Cow::Borrowed(text) => sentence_key(context, text).into_owned(),
        Cow::Owned(text) => text.clone(),
    }
}
