//! Roving focus: of all markers one is a tab stop, arrow keys move the focus from country to country, and the tooltip
//! follows pointer and focus.

use std::cell::Cell;
use std::rc::Rc;

use explorer::spatial_nav::{self, Direction};
use explorer::view::View;
use model::{EntityKind, Point};
use text::{Messages, format};
use web_sys::{Element, Event};
use yew::prelude::*;

use super::MapProps;
use super::controller::MapController;
use crate::dom;
use crate::snapshot::Snapshot;

/// Where a reader is on the map, and what follows pointer and keys.
pub(super) struct RovingFocus {
    /// The country that can be tabbed to.
    pub(super) at: usize,
    /// The country that has its tooltip shown.
    pub(super) tooltip: Option<usize>,
    /// How the country lies to the one before, in words.
    pub(super) bearing: String,
    pub(super) onkeydown: Callback<KeyboardEvent>,
    pub(super) onpointerover: Callback<PointerEvent>,
    pub(super) onpointerleave: Callback<PointerEvent>,
    pub(super) onfocusin: Callback<FocusEvent>,
    pub(super) onfocusout: Callback<FocusEvent>,
}

/// The country that has its tooltip shown, and whether the pointer brought it, or the focus.
///
/// What the one brought the other must not take away: a tooltip that goes when a button is pressed over it takes the click along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tooltip {
    country: usize,
    is_pointed: bool,
    /// Hidden until the pointer comes to another country: where a tooltip goes, browsers say that the pointer is on what was
    /// under it.
    is_dismissed: bool,
}

impl Tooltip {
    fn new(country: usize, is_pointed: bool) -> Self {
        Self { country, is_pointed, is_dismissed: false }
    }
}

type TooltipState = UseStateHandle<Option<Tooltip>>;

/// A step with an arrow key. The number tells it from the one before, which may have been the same step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    number: u32,
    from: usize,
    direction: Direction,
    to: Option<usize>,
}

/// Keeps where a reader is on the map. `selected` is the country that is selected, once the map is laid out for it: a tab stop that
/// changes makes browsers lay out the page, which the answer to a click need not wait for.
#[hook]
pub(super) fn use_roving_focus(
    messages: &Messages,
    props: &MapProps,
    selected: Option<usize>,
    keys: &NodeRef,
) -> RovingFocus {
    let (view, controller) = (props.snapshot.clone(), &props.controller);
    let (tooltip, step) = (use_state_eq(|| None::<Tooltip>), use_state_eq(|| None));
    // Where the keys went since then.
    let (moved, draw_again) = (use_memo(selected, |_| Cell::new(None)), use_force_update());
    let at = moved.get().or(selected).unwrap_or(0);
    // The focus moves once the words on the step are in the page, so that they are read out with it.
    use_effect_with(*step, {
        let (controller, view) = (Rc::clone(controller), view.clone());
        move |step: &Option<Step>| {
            if let Some(country) = step.and_then(|it| view.map.get(it.to?)) {
                controller.focus(country.id);
            }
        }
    });
    let shown = tooltip.filter(|it| !it.is_dismissed);
    use_effect_with(shown.filter(|it| it.is_pointed), {
        let tooltip = tooltip.clone();
        move |pointed| {
            let listener = pointed.map(|_| dom::on_escape(move || dismiss(&tooltip)));
            move || drop(listener)
        }
    });
    let onkeydown = on_keys(props, keys, at, &tooltip, &step);
    let on_move = move |to| {
        if moved.replace(Some(to)) != Some(to) {
            draw_again.force_update();
        }
    };
    // Another date may have taken the marker away.
    let first = || view.map.iter().position(|it| !it.is_land).unwrap_or(0);
    RovingFocus {
        at: if has_marker(&view, at) { at } else { first() },
        tooltip: shown.map(|it| it.country),
        bearing: step.map_or_else(String::new, |it| in_words(messages, &view, it)),
        onkeydown,
        onpointerover: on_point(&view, &tooltip),
        onpointerleave: on_leave(&tooltip, true),
        onfocusin: on_focus(&view, controller, on_move, &tooltip),
        onfocusout: on_leave(&tooltip, false),
    }
}

fn in_words(messages: &Messages, view: &View, step: Step) -> String {
    let pattern = match (step.to, step.direction) {
        (None, _) => messages.bearing_none(),
        (_, Direction::North) => messages.bearing_north(),
        (_, Direction::East) => messages.bearing_east(),
        (_, Direction::South) => messages.bearing_south(),
        (_, Direction::West) => messages.bearing_west(),
    };
    format(pattern, &[("country", view.map.get(step.from).map_or("", |it| it.name))])
}

fn on_keys(
    props: &MapProps,
    keys: &NodeRef,
    at: usize,
    tooltip: &TooltipState,
    step: &UseStateHandle<Option<Step>>,
) -> Callback<KeyboardEvent> {
    let (MapProps { snapshot: view, controller, on_close }, keys) = (props.clone(), keys.clone());
    let (tooltip, step) = (tooltip.clone(), step.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let is_closed = || view.map.iter().all(|it| !it.link.is_current);
        match (key.as_str(), Direction::of_key(&key)) {
            (_, Some(direction)) if event.shift_key() => controller.pan(direction.step()),
            (_, Some(direction)) => {
                // A pointer takes the focus along, and not the tab stop.
                let from = country_of(&event, &view).filter(|it| has_marker(&view, *it));
                let from = from.unwrap_or(at);
                let number = step.map_or(0, |it| it.number.wrapping_add(1));
                step.set(Some(Step { number, from, direction, to: next(&view, from, direction) }));
            }
            ("+" | "=", _) => controller.zoom(true),
            ("-" | "−", _) => controller.zoom(false),
            ("0", _) => controller.reset(),
            ("?", _) => dom::toggle_details(&keys),
            // What the pointer brought goes alone, as it does when the focus is elsewhere.
            ("Escape", _)
                if tooltip.is_some_and(|it| !it.is_dismissed && (it.is_pointed || is_closed())) =>
            {
                dismiss(&tooltip);
            }
            ("Escape", _) => {
                dismiss(&tooltip);
                on_close.emit(());
            }
            _ => return,
        }
        event.prevent_default();
    })
}

/// The country that is next in a direction, of those that have a marker.
fn next(view: &View, from: usize, direction: Direction) -> Option<usize> {
    let shown: Vec<usize> = (0..view.map.len()).filter(|it| has_marker(view, *it)).collect();
    let place = |index: &usize| view.map.get(*index).map(|it| it.anchor.capital);
    let places: Vec<Point> = shown.iter().filter_map(place).collect();
    let at = shown.iter().position(|it| *it == from)?;
    shown.get(spatial_nav::next(&places, at, direction)?).copied()
}

fn has_marker(view: &View, index: usize) -> bool {
    view.map.get(index).is_some_and(|it| !it.is_land)
}

/// Hides the tooltip. What the pointer brought stays away while the pointer is there.
fn dismiss(tooltip: &TooltipState) {
    let pointed = tooltip.filter(|it| it.is_pointed);
    tooltip.set(pointed.map(|it| Tooltip { is_dismissed: true, ..it }));
}

/// The country whose shape, marker or tooltip an event is about.
fn country_of(event: &Event, view: &View) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    let attribute = EntityKind::Country.attribute();
    let id = target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)?;
    view.map.iter().position(|it| it.id == id)
}

/// Fingers have no tooltips: a tap selects at once.
fn on_point(view: &Snapshot, tooltip: &TooltipState) -> Callback<PointerEvent> {
    let (view, tooltip) = (view.clone(), tooltip.clone());
    Callback::from(move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            let country = country_of(&event, &view);
            let dismissed = tooltip.filter(|it| it.is_dismissed).map(|it| it.country);
            if country.is_none() || country != dismissed {
                tooltip.set(country.map(|country| Tooltip::new(country, true)));
            }
        }
    })
}

/// The pointer, or the focus, is gone from the map.
fn on_leave<E>(tooltip: &TooltipState, is_pointer: bool) -> Callback<E> {
    let tooltip = tooltip.clone();
    Callback::from(move |_| {
        if tooltip.is_some_and(|it| it.is_pointed == is_pointer) {
            tooltip.set(None);
        }
    })
}

fn on_focus(
    view: &Snapshot,
    controller: &Rc<MapController>,
    on_move: impl Fn(usize) + 'static,
    tooltip: &TooltipState,
) -> Callback<FocusEvent> {
    let (view, controller, tooltip) = (view.clone(), Rc::clone(controller), tooltip.clone());
    Callback::from(move |event: FocusEvent| {
        let focused = country_of(&event, &view);
        if let Some((index, country)) =
            focused.and_then(|index| Some((index, view.map.get(index)?)))
        {
            // A map that moved under a pressed pointer would lose the click.
            if dom::shows_focus(&event) {
                on_move(index);
                controller.reveal(country.anchor.capital);
                tooltip.set(Some(Tooltip::new(index, false)));
            }
        }
    })
}
