//! Walking over the map: with the keys from country to country, with the pointer from tip to tip.

use std::rc::Rc;

use model::{Point, Words, fill};
use web_sys::{Element, Event};
use yew::prelude::*;

use super::MapProps;
use crate::app::Shown;
use crate::compass::{self, Direction};
use crate::stage::Stage;
use crate::view::View;

/// Where a reader is on the map, and what follows pointer and keys.
pub(super) struct Walk {
    /// The country that can be tabbed to.
    pub(super) at: usize,
    /// The country that has its tip shown.
    pub(super) tip: Option<usize>,
    /// How the country lies to the one before, in words.
    pub(super) bearing: String,
    pub(super) onkeydown: Callback<KeyboardEvent>,
    pub(super) onpointerover: Callback<PointerEvent>,
    pub(super) onpointerleave: Callback<PointerEvent>,
    pub(super) onfocusin: Callback<FocusEvent>,
    pub(super) onfocusout: Callback<FocusEvent>,
}

/// The country that has its tip shown, and whether the pointer brought it, or the focus.
///
/// What the one brought the other must not take away: a tip that goes when a button is pressed over it takes the click along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tip {
    country: usize,
    is_pointed: bool,
}

type TipState = UseStateHandle<Option<Tip>>;

/// A step with an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    from: usize,
    direction: Direction,
    to: Option<usize>,
}

/// Keeps where a reader is on the map.
#[hook]
pub(super) fn use_walk(words: &Words<'_>, props: &MapProps, keys: &NodeRef) -> Walk {
    let (view, stage) = (props.view.clone(), &props.stage);
    let (at, tip, step) = (use_state_eq(|| 0), use_state_eq(|| None::<Tip>), use_state_eq(|| None));
    let selected = view.map.iter().position(|it| it.link.current);
    use_effect_with(selected, {
        let at = at.clone();
        move |selected| at.set(selected.unwrap_or(0))
    });
    // The focus moves once the words on the step are in the page, so that they are read out with it.
    use_effect_with(*step, {
        let (stage, view) = (Rc::clone(stage), view.clone());
        move |step: &Option<Step>| {
            if let Some(country) = step.and_then(|it| view.map.get(it.to?)) {
                stage.focus(country.id);
            }
        }
    });
    let onkeydown = on_keys(props, keys, &at, &tip, &step);
    Walk {
        at: *at,
        tip: tip.map(|it| it.country),
        bearing: step.map_or_else(String::new, |it| in_words(words, &view, it)),
        onkeydown,
        onpointerover: on_point(&view, &tip),
        onpointerleave: on_leave(&tip, true),
        onfocusin: on_focus(&view, stage, &at, &tip),
        onfocusout: on_leave(&tip, false),
    }
}

fn in_words(words: &Words, view: &View, step: Step) -> String {
    let pattern = match (step.to, step.direction) {
        (None, _) => words.bearing_none(),
        (_, Direction::North) => words.bearing_north(),
        (_, Direction::East) => words.bearing_east(),
        (_, Direction::South) => words.bearing_south(),
        (_, Direction::West) => words.bearing_west(),
    };
    fill(pattern, &[("country", view.map.get(step.from).map_or("", |it| it.name))])
}

fn on_keys(
    props: &MapProps,
    keys: &NodeRef,
    at: &UseStateHandle<usize>,
    tip: &TipState,
    step: &UseStateHandle<Option<Step>>,
) -> Callback<KeyboardEvent> {
    let (MapProps { view, stage, on_close }, keys) = (props.clone(), keys.clone());
    let (at, tip, step) = (at.clone(), tip.clone(), step.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match (key.as_str(), Direction::of_key(&key)) {
            (_, Some(direction)) if event.shift_key() => stage.stride(direction.step()),
            (_, Some(direction)) => {
                let places: Vec<Point> = view.map.iter().map(|it| it.place.capital).collect();
                step.set(Some(Step {
                    from: *at,
                    direction,
                    to: compass::next(&places, *at, direction),
                }));
            }
            ("+" | "=", _) => stage.zoom(true),
            ("-" | "−", _) => stage.zoom(false),
            ("0", _) => stage.go_home(),
            ("?", _) => crate::browser::toggle_details(&keys),
            ("Escape", _) if tip.is_some() && view.map.iter().all(|it| !it.link.current) => {
                tip.set(None);
            }
            ("Escape", _) => {
                tip.set(None);
                on_close.emit(());
            }
            _ => return,
        }
        event.prevent_default();
    })
}

/// The country whose shape, marker or tip an event is about.
fn country_of(event: &Event, view: &View) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    let id = target.closest("[data-country]").ok()??.get_attribute("data-country")?;
    view.map.iter().position(|it| it.id == id)
}

/// Fingers have no tips: a tap selects at once.
fn on_point(view: &Shown, tip: &TipState) -> Callback<PointerEvent> {
    let (view, tip) = (view.clone(), tip.clone());
    Callback::from(move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            let country = country_of(&event, &view);
            tip.set(country.map(|country| Tip { country, is_pointed: true }));
        }
    })
}

/// The pointer, or the focus, is gone from the map.
fn on_leave<E>(tip: &TipState, is_pointer: bool) -> Callback<E> {
    let tip = tip.clone();
    Callback::from(move |_| {
        if tip.is_some_and(|it| it.is_pointed == is_pointer) {
            tip.set(None);
        }
    })
}

fn on_focus(
    view: &Shown,
    stage: &Rc<Stage>,
    at: &UseStateHandle<usize>,
    tip: &TipState,
) -> Callback<FocusEvent> {
    let (view, stage, at, tip) = (view.clone(), Rc::clone(stage), at.clone(), tip.clone());
    Callback::from(move |event: FocusEvent| {
        let focused = country_of(&event, &view);
        if let Some((index, country)) =
            focused.and_then(|index| Some((index, view.map.get(index)?)))
        {
            at.set(index);
            stage.reveal(country.place.capital);
        }
        if let Some(country) = focused.filter(|_| crate::browser::shows_focus(&event)) {
            tip.set(Some(Tip { country, is_pointed: false }));
        }
    })
}
