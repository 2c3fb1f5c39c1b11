//! A statement of fact with how sure it is, and its sources.

use explorer::Briefing;
use explorer::view::{Formatter, best_first};
use model::{Claim, ClaimId, SourceId};
use yew::prelude::*;

/// What is drawn from, and how.
#[derive(Clone, Copy)]
pub(super) struct RenderContext {
    pub(super) briefing: &'static Briefing,
    /// Whether references are numbers alone, as in a long text with its list of sources at the end.
    is_terse: bool,
}

impl RenderContext {
    /// For a card: each reference says what it leads to.
    pub(super) fn of_card(briefing: &'static Briefing) -> Self {
        Self { briefing, is_terse: false }
    }

    /// For a long text.
    #[cfg(feature = "ssr")]
    pub(super) fn of_text(briefing: &'static Briefing) -> Self {
        Self { briefing, is_terse: true }
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
    Some(html! {
        <li key={text.text.as_str()}>
            <p>
                { text.text.as_str() }
                { for tags(context, claim) }
                { refs(context, &claim.sources) }
            </p>
            { for text.note.as_deref().map(|it| html! { <p class="note">{ it }</p> }) }
        </li>
    })
}

fn tags(context: RenderContext, claim: &Claim) -> impl Iterator<Item = Html> {
    let messages = context.messages();
    let confidence = context.formats().confidence(claim.confidence);
    let tags = [
        confidence.filter(|_| !claim.interpretation),
        claim.expected.then_some(messages.expected()),
    ];
    tags.into_iter().flatten().map(|it| html! { <>{ " " }<span class="tag">{ it }</span></> })
}

/// Links to the source list, by number, the best source first: ` [65, 1]`, also where the text is copied.
pub(super) fn refs(context: RenderContext, sources: &[SourceId]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let numbered = |(index, id)| {
        let before = if index == 0 { "[" } else { ", " };
        Some(html! { <>{ before }{ reference(context, id)? }</> })
    };
    let sources = best_first(&context.briefing.model, sources);
    let references = sources.iter().copied().enumerate().filter_map(numbered);
    let key: String = sources.iter().map(|id| id.number().to_string() + " ").collect();
    html! { <>{ " " }<span {key} class="refs">{ for references }{ "]" }</span></> }
}

fn reference(context: RenderContext, id: SourceId) -> Option<Html> {
    let number = id.number().to_string();
    let href = ["#source-", &number].concat();
    if context.is_terse {
        return Some(html! { <a {href}>{ number }</a> });
    }
    let source = context.briefing.model.source(id)?;
    let name = context.formats().source(context.briefing.text.publisher(id)?, source.date);
    let values = [("number", &*number), ("source", &*name)];
    let label = text::format(context.messages().source_link(), &values);
    Some(html! { <a class="ref" {href} title={name} aria-label={label}>{ number }</a> })
}
