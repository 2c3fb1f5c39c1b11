//! A statement of fact with how sure it is, and its sources.

use explorer::Briefing;
use explorer::view::{Caveat, Formatter, TermPlace, best_first, caveats};
use model::{AsOf, ClaimId, Date, SourceId};
use yew::prelude::*;

use super::sentence::{sentence, sentence_key};
use crate::snapshot::Snapshot;

/// What is drawn from, and how.
#[derive(Clone, Copy)]
pub(crate) struct RenderContext<'a> {
    pub(super) briefing: &'static Briefing,
    /// Which words the glossary explains.
    pub(super) terms: &'a [TermPlace<'static>],
    /// Whether all sources of a sentence are numbered, as in a long text with its list of sources at the end.
    is_terse: bool,
    /// On which date a sentence names which sources.
    as_of: AsOf<'static>,
}

impl<'a> RenderContext<'a> {
    /// For a card as of a date: a number at the end of each sentence leads to all its sources.
    pub(crate) fn of_card(briefing: &'static Briefing, date: Date) -> Self {
        Self { briefing, terms: &[], is_terse: false, as_of: briefing.model.as_of(date) }
    }

    /// For the open card.
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        Self::of_card(snapshot.briefing(), snapshot.date())
    }

    /// For a long text.
    #[cfg(feature = "ssr")]
    pub(super) fn of_text(briefing: &'static Briefing) -> Self {
        Self { is_terse: true, ..Self::of_card(briefing, briefing.model.edition.date) }
    }

    /// For the sentences of a card, or of a part of one.
    pub(super) fn with_terms(self, terms: &'a [TermPlace<'static>]) -> Self {
        Self { terms, ..self }
    }

    /// Whether it is a long text, in which nothing reacts.
    pub(super) fn is_text(self) -> bool {
        self.is_terse
    }

    /// The date as of which it is.
    pub(super) fn date(self) -> Date {
        self.as_of.date()
    }

    pub(super) fn messages(self) -> &'static text::Messages {
        &self.briefing.text.messages
    }

    fn formats(self) -> Formatter<'static> {
        Formatter::new(self.messages())
    }
}

/// A list of claims.
pub(super) fn claims(context: RenderContext, ids: &[ClaimId]) -> Html {
    let claims = ids.iter().filter_map(|id| claim(context, *id));
    html! { <ul class="claims">{ for claims }</ul> }
}

fn claim(context: RenderContext, id: ClaimId) -> Option<Html> {
    let claim = context.briefing.model.claim(id)?;
    let text = context.briefing.text.claim(id)?;
    let sources = context.as_of.cited(&claim.sources);
    Some(html! {
        <li key={&*sentence_key(context, &text.text)}>
            <p>
                { sentence(context, &text.text) }
                { refs(context, &sources) }
                { for caveats(&context.briefing.model, claim, &sources).map(|it| caveat_tag(context, it)) }
            </p>
            { for text.note.as_deref().map(|it| note(context, it)) }
        </li>
    })
}

/// What a reader must know beside something.
pub(super) fn note(context: RenderContext, text: &'static str) -> Html {
    html! { <p key={&*sentence_key(context, text)} class="note">{ sentence(context, text) }</p> }
}

/// Only what is the exception; the list of all sources explains each.
pub(super) fn caveat_tag(context: RenderContext, caveat: Caveat) -> Html {
    let text = context.formats().caveat(caveat);
    html! { <>{ " " }<span class="caveat" data-caveat={caveat.key()}>{ text }</span></> }
}

/// What leads to the sources of a sentence, of which the best comes first: in a card one number after its last word, in a long
/// text all numbers, as links to the list. Copied, both are ` [65, 1]`.
pub(super) fn refs(context: RenderContext, sources: &[SourceId]) -> Html {
    let sources = best_first(&context.briefing.model, sources);
    if context.is_terse {
        numbers(&sources)
    } else {
        superscript(context, &sources).unwrap_or_default()
    }
}

fn numbers(sources: &[SourceId]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let numbered = |(index, id): (usize, &SourceId)| {
        let (before, number) = (if index == 0 { "[" } else { ", " }, id.number().to_string());
        html! { <>{ before }<a href={["#source-", &number].concat()}>{ number }</a></> }
    };
    html! { <>{ " " }<span class="refs">{ for sources.iter().enumerate().map(numbered) }{ "]" }</span></> }
}

/// What stands around the number of the best source is not seen but copied, printed, and read where there is no style. The
/// no-break space keeps the number on the line of the last word.
fn superscript(context: RenderContext, sources: &[SourceId]) -> Option<Html> {
    let (best, others) = sources.split_first()?;
    let number = best.number().to_string();
    let others: String =
        others.iter().flat_map(|it| [", ".to_owned(), it.number().to_string()]).collect();
    let all = [&*number, &others].concat();
    let name = source_name(context, *best)?;
    let (messages, count) = (context.messages(), sources.len().to_string());
    let label = if others.is_empty() {
        text::format(messages.source_link(), &[("number", &number), ("source", &name)])
    } else {
        text::format(
            messages.source_links(),
            &[("numbers", &all), ("count", &count), ("source", &name)],
        )
    };
    Some(html! {
        <sup key={&*all} class="refs">
            <a class="ref" href={["#source-", &number].concat()} data-sources={all} aria-label={label}>
                <span>{ "\u{a0}[" }</span>
                { number }
                <span>{ others + "]" }</span>
            </a>
        </sup>
    })
}

/// "Reuters, 1 May 2024".
fn source_name(context: RenderContext, id: SourceId) -> Option<String> {
    let date = context.briefing.model.source(id)?.date;
    Some(context.formats().source(context.briefing.text.publisher(id)?, date))
}
