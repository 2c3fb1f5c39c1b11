//! A sentence of a card, in which each word that the glossary explains is a link to its entry there, at its first use.

use std::borrow::Cow;

use explorer::view::{SentencePart, parts};
use yew::prelude::*;

use super::claim::RenderContext;

/// A sentence. It stands where its key, or one that follows from it, is [`sentence_key`].
pub(super) fn sentence(context: RenderContext, text: &'static str) -> Html {
    sentence_from(context, text, 0)
}

/// A sentence without so many bytes at its beginning, in which no term stands.
pub(super) fn sentence_from(context: RenderContext, text: &'static str, begin: usize) -> Html {
    if context.terms.iter().all(|it| it.sentence != text) {
        return html! { { text.get(begin..).unwrap_or_default() } };
    }
    let mut parts = parts(text, context.terms);
    if let Some(first) = parts.first_mut() {
        first.text = first.text.get(begin..).unwrap_or_default();
    }
    html! { <>{ for parts.into_iter().map(part) }</> }
}

/// The key of a sentence: the same words with other links are drawn anew, as a translator may have replaced them.
pub(super) fn sentence_key(context: RenderContext, text: &'static str) -> Cow<'static, str> {
    let places = context.terms.iter().filter(|it| it.sentence == text);
    places.fold(text.into(), |key, it| [&*key, " ", it.id].concat().into())
}

/// A part of a sentence.
fn part(part: SentencePart<'static, 'static>) -> Html {
    match part.term {
        Some(id) => {
            html! { <a class="term" href={["#", id].concat()}>{ part.text }</a> }
        }
        None => html! { { part.text } },
    }
}
