//! The open card, below its head.

use std::rc::Rc;

use explorer::view::{self, Block, Section, VerdictLine};
use model::SourceId;
use yew::prelude::*;

use super::answer::{verdict_key, verdict_text};
use super::block::block;
use super::claim::{RenderContext, refs};
use super::footnote::footnote;
use super::live_text;
use crate::dom;
use crate::snapshot::Snapshot;

/// How many sections are drawn at once, as far as they are open: what is read first. The rest is there a few frames later.
const AT_ONCE: usize = 4;

/// The number of the sources among the sections, which count from zero.
const SOURCES: usize = 31;

/// What the card depends on.
#[derive(Clone, Properties)]
pub struct CardProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// Whether all that is open of the card is drawn, and not only what is seen at once of its beginning.
    pub(crate) is_whole: bool,
    /// Whether its folds have their content, which nobody sees yet.
    pub(crate) is_filled: bool,
}

impl CardProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        Self { snapshot, is_whole: true, is_filled: true }
    }
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        let drawn = |it: &Self| (it.is_whole, it.is_filled);
        self.snapshot == other.snapshot && drawn(self) == drawn(other)
    }
}

/// The open card. What is far down in it, or folded away, comes after the first paint.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { snapshot, is_whole, is_filled } = props;
    let (is_whole, is_filled) = (*is_whole, *is_filled);
    let card = if is_whole { snapshot.whole_card() } else { &snapshot.card };
    let context = RenderContext::of(snapshot).with_terms(&card.terms);
    use_effect(dom::fill_footnotes);
    use_effect(dom::return_focus_to_tick);
    use_effect_with(card.is_wide(), |is_wide| dom::widen_card(*is_wide));
    use_effect_with(card.is_comparison(), |is_comparison| dom::make_room(*is_comparison));
    // On which card, a bit for each section.
    let (unfolded, redraw) = (use_mut_ref(|| (card.id, 0_u32)), use_force_update());
    let (of, bits) = *unfolded.borrow();
    let bits = if of == card.id { bits } else { 0 };
    let fold = |number: usize,
                heading: &'static str,
                entries: usize,
                at_once: bool,
                content: &dyn Fn() -> Html| {
        let bit = 1 << number.min(SOURCES);
        let is_drawn = at_once && is_filled || bits & bit != 0;
        let ontoggle = (!is_drawn).then(|| {
            let (unfolded, redraw, id) = (Rc::clone(&unfolded), redraw.clone(), card.id);
            // Several may be unfolded at once, as for a print.
            Callback::from(move |_: Event| {
                let (of, bits) = unfolded.replace((id, 0));
                unfolded.replace((id, if of == id { bits | bit } else { bit }));
                redraw.force_update();
            })
        });
        html! {
            <details key={heading} class="card-fold" data-footnotes={(number == SOURCES).then_some("")} {ontoggle}>
                <summary><h3>{ live_text(heading) }</h3>{ " " }<span class="count">{ live_text(entries.to_string()) }</span></summary>
                if is_drawn { { content() } }
            </details>
        }
    };
    // The first answer stands in the head.
    let others =
        || html! { <>{ for card.verdicts.iter().skip(1).map(|it| other_verdict(context, it)) }</> };
    let shown = card.sections.iter().enumerate();
    let shown = shown.take_while(|(number, it)| is_whole || *number < AT_ONCE && !it.is_folded);
    html! {
        <article key={card.id} class="card" id="card" data-card={card.id} aria-labelledby="card-title" aria-busy={(!is_filled).then_some("true")}>
            // With keys, so that those that are there stay when the others come, and folds stay open on another date.
            <>{ for shown.map(|(number, it)| section(context, number, it, &fold, &others)) }</>
            { if is_whole { sources(context, &card.sources, &fold) } else { Html::default() } }
            // What changed is printed, and not in the app.
            if is_whole { <p class="changed" data-printed={["changed-", card.id].concat()}></p> }
        </article>
    }
}

/// Draws a fold by its number, heading, number of entries, whether it is drawn at once or when it is unfolded, and its
/// content.
type Fold<'a> = dyn Fn(usize, &'static str, usize, bool, &dyn Fn() -> Html) -> Html + 'a;

fn section(
    context: RenderContext,
    number: usize,
    section: &Section<'static>,
    fold: &Fold,
    others: &dyn Fn() -> Html,
) -> Html {
    let blocks = || html! { <>{ for section.blocks.iter().map(|it| block(context, it)) }</> };
    match (section.heading, section.is_folded) {
        ("", _) => html! { <div key={number} class="card-lead">{ blocks() }{ others() }</div> },
        (heading, false) => {
            let kind = match section.blocks.first() {
                Some(Block::Reasons { .. }) => Some("card-side"),
                Some(Block::Statements(_)) => Some("card-said"),
                _ => None,
            };
            html! { <section key={heading} class={classes!("card-section", kind)}><h3>{ live_text(heading) }</h3>{ blocks() }</section> }
        }
        (heading, true) => {
            let entries = section.entries();
            fold(number, heading, entries, entries <= view::FOLDED_FROM, &blocks)
        }
    }
}

/// The answer for a pillar that the map is not about.
fn other_verdict(context: RenderContext, line: &VerdictLine<'static>) -> Html {
    let key = [line.pillar, ": ", &verdict_key(context, line), &line.unconfirmed].concat();
    let unconfirmed = (!line.unconfirmed.is_empty()).then(
        || html! { <>{ " " }<span class="unconfirmed">{ line.unconfirmed.clone() }</span></> },
    );
    html! {
        <p {key} class="other-verdict" data-verdict="">
            { line.pillar }{ ": " }{ verdict_text(context, line.text.clone(), 0) }{ refs(context, &line.sources) }
            { unconfirmed.unwrap_or_default() }
        </p>
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
