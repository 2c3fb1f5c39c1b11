//! A statement of fact with how sure it is, what corrects the article's version of it, and its sources.

use std::ops::Deref;

use model::{Briefing, Claim, CorrectionId, SourceId, digits};
use yew::prelude::*;

use crate::view::Phrases;

/// What is drawn from, and how.
#[derive(Clone, Copy)]
pub(super) struct Content {
    briefing: &'static Briefing<'static>,
    /// Whether references are numbers alone, and tags their text, as in a long text with its list of sources at the end.
    is_terse: bool,
}

impl Content {
    /// For a card: each reference says what it leads to.
    pub(super) fn of_card(briefing: &'static Briefing<'static>) -> Self {
        Self { briefing, is_terse: false }
    }

    /// For a long text.
    #[cfg(feature = "ssr")]
    pub(super) fn of_text(briefing: &'static Briefing<'static>) -> Self {
        Self { briefing, is_terse: true }
    }
}

impl Deref for Content {
    type Target = &'static Briefing<'static>;

    fn deref(&self) -> &Self::Target {
        &self.briefing
    }
}

/// A list of claims.
pub(super) fn claims(briefing: Content, claims: &[&'static Claim<'static>]) -> Html {
    html! { <ul class="claims">{ for claims.iter().map(|it| claim(briefing, it)) }</ul> }
}

fn claim(briefing: Content, claim: &'static Claim<'static>) -> Html {
    html! {
        <li>
            <p>
                { claim.text }
                { for tags(briefing, claim) }
                { for claim.corrections.iter().map(|id| correction(briefing, *id)) }
                { refs(briefing, &claim.sources) }
            </p>
            { for claim.note.map(|it| html! { <p class="note">{ it }</p> }) }
        </li>
    }
}

fn tags(briefing: Content, claim: &Claim) -> impl Iterator<Item = Html> {
    let words = &briefing.words;
    let confidence = Phrases::new(words).confidence(claim.confidence);
    let tags = [
        confidence.filter(|_| !claim.interpretation),
        claim.interpretation.then_some(words.interpretation()),
        claim.expected.then_some(words.expected()),
    ];
    tags.into_iter().flatten().map(|it| html! { <span class="tag">{ it }</span> })
}

fn correction(briefing: Content, id: CorrectionId) -> Html {
    let Some(correction) = briefing.correction(id) else { return Html::default() };
    let verdict = Phrases::new(&briefing.words).article_verdict(correction.verdict);
    let href = ["#", correction.id].concat();
    if briefing.is_terse {
        return html! { <a class="tag tag-correction" {href}>{ verdict }</a> };
    }
    let label = model::fill(
        briefing.words.correction_link(),
        &[("verdict", verdict), ("record", correction.record_says)],
    );
    html! { <a class="tag tag-correction" {href} title={label.clone()} aria-label={label}>{ verdict }</a> }
}

/// Links to the source list, by number.
pub(super) fn refs(briefing: Content, sources: &[SourceId]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    html! { <span class="refs">{ for sources.iter().map(|id| reference(briefing, *id)) }</span> }
}

fn reference(briefing: Content, id: SourceId) -> Html {
    let Some(source) = briefing.source(id) else { return Html::default() };
    let number = digits(id.number());
    let href = ["#source-", &number].concat();
    if briefing.is_terse {
        return html! { <a {href}>{ number }</a> };
    }
    let name = Phrases::new(&briefing.words).source(source);
    let label =
        model::fill(briefing.words.source_link(), &[("number", &number), ("source", &name)]);
    html! { <a class="ref" {href} title={name} aria-label={label}>{ number }</a> }
}
