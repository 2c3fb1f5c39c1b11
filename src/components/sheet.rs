//! The sheet at the lower edge of a narrow window: the answer to what was chosen on the map, while the answer itself is out of
//! sight.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::answer::verdict;
use super::claim::RenderContext;
use super::{live_text, mark};
use crate::dom;
use crate::snapshot::Snapshot;

/// How far down a finger moves to swipe the sheet away, in px.
const SWIPE_PX: i32 = 48;

/// What the sheet depends on.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SheetProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// Whether the sheet is.
    pub(crate) is_raised: bool,
    /// The answer itself is to be read.
    pub(crate) on_read_on: Callback<()>,
    /// The selection is to be left, of which the sheet is the face.
    pub(crate) on_close: Callback<()>,
}

/// The sheet; nothing while it is not raised.
#[component]
pub(crate) fn Sheet(props: &SheetProps) -> Html {
    let SheetProps { snapshot, is_raised, on_read_on, on_close } = props;
    let (card, messages) = (&snapshot.card, &snapshot.briefing().text.messages);
    let heading = use_focus(is_raised.then_some(card.id));
    let (ontouchstart, ontouchmove) = use_swipe(on_close);
    if !is_raised {
        return Html::default();
    }
    let shown = snapshot.map.iter().find(|it| it.link.is_current);
    let context = RenderContext::of(snapshot);
    html! {
        <section key={card.id} class="sheet" role="dialog" aria-labelledby="sheet-title" {ontouchstart} {ontouchmove}>
            <div class="sheet-head">
                { shown.map(|it| mark(it.mark, it.is_unconfirmed)).unwrap_or_default() }
                <h2 class="sheet-title" id="sheet-title" tabindex="-1" ref={heading}>{ live_text(card.title.to_string()) }</h2>
                <button type="button" class="sheet-close" aria-label={messages.sheet_close()} onclick={on_close.reform(|_| ())}>
                    <span aria-hidden="true">{ "✕" }</span>
                </button>
            </div>
            { match card.verdicts.first() {
                Some(it) => verdict(context, it),
                None => html! { <p>{ live_text(card.kind.to_string()) }</p> },
            } }
            <button type="button" class="sheet-on" onclick={on_read_on.reform(|_| ())}>{ messages.sheet_read_on() }</button>
        </section>
    }
}

/// Takes the focus to the heading of a sheet that rises, and back to the map from one that goes.
#[hook]
fn use_focus(raised: Option<&'static str>) -> NodeRef {
    let (heading, before) = (use_node_ref(), use_mut_ref(|| None));
    use_effect_with(raised, {
        let heading = heading.clone();
        move |raised| match (before.replace(*raised), *raised) {
            (_, Some(_)) => dom::enter_sheet(heading.cast()),
            (Some(left), None) => dom::leave_sheet(left),
            (None, None) => {}
        }
    });
    heading
}

/// A finger that moves down closes the sheet.
#[hook]
fn use_swipe(on_close: &Callback<()>) -> (Callback<TouchEvent>, Callback<TouchEvent>) {
    let from = use_memo((), |()| Cell::new(None::<i32>));
    // Two fingers zoom, and one scrolls what is above.
    let y_px = |event: &TouchEvent| {
        let touches = event.touches();
        let is_at_top = dom::is_at_top(event);
        touches.get(0).filter(|_| touches.length() == 1 && is_at_top).map(|it| it.client_y())
    };
    let start = {
        let from = Rc::clone(&from);
        Callback::from(move |event: TouchEvent| from.set(y_px(&event)))
    };
    let on_close = on_close.clone();
    let follow = Callback::from(move |event: TouchEvent| {
        let is_swipe = from.get().zip(y_px(&event)).is_some_and(|(from, to)| to - from > SWIPE_PX);
        if is_swipe {
            from.set(None);
            on_close.emit(());
        }
    });
    (start, follow)
}
