//! A statement of fact with how sure it is, what corrects the article's version of it, and its sources.

use explorer::Briefing;
use explorer::view::Formatter;
use model::{Claim, ClaimId, CorrectionId, SourceId};
use yew::prelude::*;

/// What is drawn from, and how.
#[derive(Clone, Copy)]
pub(super) struct RenderContext {
    pub(super) briefing: &'static Briefing,
    /// Whether references are numbers alone, and tags their text, as in a long text with its list of sources at the end.
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

    /// The id of a correction, how far off the article is in words, and what the record says.
    pub(super) fn correction(
        self,
        id: CorrectionId,
    ) -> Option<(&'static str, &'static str, &'static str)> {
        let correction = self.briefing.model.correction(id)?;
        let verdict = self.formats().article_verdict(correction.verdict);
        Some((&correction.id, verdict, self.briefing.text.record(id)?))
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
                { for claim.corrections.iter().filter_map(|id| correction(context, *id)) }
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
        claim.interpretation.then_some(messages.interpretation()),
        claim.expected.then_some(messages.expected()),
    ];
    tags.into_iter().flatten().map(|it| html! { <>{ " " }<span class="tag">{ it }</span></> })
}

fn correction(context: RenderContext, id: CorrectionId) -> Option<Html> {
    let (id, verdict, record) = context.correction(id)?;
    let href = ["#", id].concat();
    if context.is_terse {
        return Some(html! { <>{ " " }<a class="tag tag-correction" {href}>{ verdict }</a></> });
    }
    let values = [("verdict", verdict), ("record", record)];
    let label = text::format(context.messages().correction_link(), &values);
    Some(
        html! { <>{ " " }<a class="tag tag-correction" {href} title={label.clone()} aria-label={label}>{ verdict }</a></> },
    )
}

/// Links to the source list, by number: ` [1, 65]`, also where the text is copied.
pub(super) fn refs(context: RenderContext, sources: &[SourceId]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let numbered = |(index, id)| {
        let before = if index == 0 { "[" } else { ", " };
        Some(html! { <>{ before }{ reference(context, id)? }</> })
    };
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
