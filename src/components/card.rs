//! The open card.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::view::{self, Section};
use model::SourceId;
use yew::prelude::*;

use super::block::block;
use super::claim::RenderContext;
use super::footnote::footnote;
use super::link::named;
use super::live_text;
use crate::dom::{self, Reveal};
use crate::snapshot::Snapshot;

/// How many sections are drawn at once: what is read first. The rest is there a few frames later.
const AT_ONCE: usize = 2;

/// The number of the sources among the sections, which count from zero.
const SOURCES: usize = 31;

/// What the card depends on.
#[derive(Clone, Properties)]
pub struct CardProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// Whether all of the card is drawn, and not only what is seen at once of its beginning.
    pub(crate) is_whole: bool,
    /// What it does to be seen.
    pub(crate) reveal: Rc<RefCell<Reveal>>,
}

impl CardProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        Self { snapshot, is_whole: true, reveal: Rc::new(RefCell::new(Reveal::No)) }
    }
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.snapshot, self.is_whole) == (&other.snapshot, other.is_whole)
    }
}

/// The open card. What is far down in it, or folded away, comes after the first paint.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { snapshot, is_whole, .. } = props;
    let is_whole = *is_whole;
    let card = if is_whole { snapshot.whole_card() } else { &snapshot.card };
    let context = RenderContext::of_card(props.snapshot.briefing());
    let heading = use_node_ref();
    use_effect_with(card.id, {
        let (heading, reveal) = (heading.clone(), Rc::clone(&props.reveal));
        move |_| dom::reveal(heading.cast(), reveal.replace(Reveal::No))
    });
    use_effect(dom::fill_footnotes);
    // On which card, a bit for each section.
    let unfolded = use_state(|| (card.id, 0_u32));
    let bits = if unfolded.0 == card.id { unfolded.1 } else { 0 };
    let fold = |number: usize,
                heading: &'static str,
                entries: usize,
                at_once: bool,
                content: &dyn Fn() -> Html| {
        let bit = 1 << number.min(SOURCES);
        let is_drawn = at_once || bits & bit != 0;
        let ontoggle = (!is_drawn).then(|| {
            let (unfolded, id) = (unfolded.setter(), card.id);
            Callback::from(move |_: Event| unfolded.set((id, bits | bit)))
        });
        html! {
            <details key={number} class="card-section" data-footnotes={(number == SOURCES).then_some("")} {ontoggle}>
                <summary><h3>{ live_text(heading) }</h3>{ " " }<span class="count">{ live_text(entries.to_string()) }</span></summary>
                if is_drawn { { content() } }
            </details>
        }
    };
    let count = if is_whole { card.sections.len() } else { AT_ONCE };
    html! {
        <article key={card.id} class="card" id="card" data-card={card.id} aria-labelledby="card-title" aria-busy={(!is_whole).then_some("true")}>
            <p class="card-kind">{ live_text(card.kind) }</p>
            <h2 class="card-title" id="card-title" tabindex="-1" ref={heading}>{ live_text(card.title.to_string()) }</h2>
            { ways_back(card) }
            // Numbered, so that those that are there stay when the others come.
            <>{ for card.sections.iter().take(count).enumerate().map(|(number, it)| section(context, number, it, &fold)) }</>
            { if is_whole { sources(context, &card.sources, &fold) } else { Html::default() } }
            // What changed is printed, and not in the app.
            if is_whole { <p class="changed" data-printed={["changed-", card.id].concat()}></p> }
        </article>
    }
}

fn ways_back(card: &view::Card) -> Html {
    let links = [(card.close.as_ref(), "card-close"), (card.overview.as_ref(), "card-overview")];
    let links = || links.into_iter().filter_map(|(link, class)| Some((link?, class)));
    let names: String = links().map(|it| it.0.name).collect();
    if names.is_empty() {
        return Html::default();
    }
    let link = |(link, class)| html! { <>{ named(link, class) }{ " " }</> };
    html! { <p key={names} class="card-back">{ for links().map(link) }</p> }
}

/// Draws a fold by its number, heading, number of entries, whether it is drawn at once or when it is unfolded, and its
/// content.
type Fold<'a> = dyn Fn(usize, &'static str, usize, bool, &dyn Fn() -> Html) -> Html + 'a;

fn section(context: RenderContext, number: usize, section: &Section<'static>, fold: &Fold) -> Html {
    let blocks = || html! { <>{ for section.blocks.iter().map(|it| block(context, it)) }</> };
    match (section.heading, section.is_folded) {
        ("", _) => html! { <div key={number} class="card-lead">{ blocks() }</div> },
        (heading, false) => {
            html! { <section key={number} class="card-section"><h3>{ live_text(heading) }</h3>{ blocks() }</section> }
        }
        (heading, true) => {
            let entries = section.entries();
            fold(number, heading, entries, entries <= view::FOLDED_FROM, &blocks)
        }
    }
}

fn sources(context: RenderContext, sources: &[SourceId], fold: &Fold) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let list = || html! { <ul>{ for sources.iter().map(|id| footnote(*id)) }</ul> };
    let heading = context.messages().card_sources();
    // Not before somebody asks: every reference leads to the list of all sources anyway.
    fold(SOURCES, heading, sources.len(), false, &list)
}
