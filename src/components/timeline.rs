//! The timeline: what changed on the date, steps, a field and a range for the date, the drawing, and the same as a list.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::view::{self, Handle, LaneName};
use explorer::{Scope, Selection};
use model::Date;
use text::Messages;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::block::event;
use super::link::named;
use super::timeline_chart::chart;
use super::{LinkAttributes, live_text, mark};
use crate::dom;
use crate::snapshot::Snapshot;

/// What the timeline depends on.
#[derive(Clone, Properties)]
pub struct TimeProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// It says what is selected now. On a slow machine, where Yew draws in several tasks, that may not have been drawn yet.
    pub(crate) on_ask: Callback<(), Selection>,
    /// It is told the date that the reader moves to; none is the latest.
    pub(crate) on_date: Callback<Option<Date>>,
    /// It is told the selection with the period that the reader moves to.
    pub(crate) on_period: Callback<Selection>,
}

impl TimeProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        let selection = snapshot.selection;
        let on_ask = Callback::from(move |()| selection);
        let (on_date, on_period) = (Callback::noop(), Callback::noop());
        Self { snapshot, on_ask, on_date, on_period }
    }
}

impl PartialEq for TimeProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot
    }
}

/// Moves the handles.
#[derive(Clone)]
pub(super) struct Mover(pub(super) TimeProps);

impl Mover {
    /// What is selected now, which may be another selection than is drawn: two keys may be pressed before a frame.
    fn now(&self) -> Snapshot {
        let TimeProps { snapshot, on_ask, .. } = &self.0;
        let selection = on_ask.emit(());
        if selection == snapshot.selection {
            return snapshot.clone();
        }
        Snapshot::of(snapshot.briefing(), &selection)
    }

    /// Moves a handle to a day, unless it is there.
    fn move_to(&self, now: &Snapshot, handle: Handle, day: Date) {
        let TimeProps { on_date, on_period, .. } = &self.0;
        let timeline = &now.timeline;
        if day == timeline.day_of(handle) {
            return;
        }
        match timeline.period_with(handle, day) {
            Some((from, to)) => {
                let since = now.selection.within(Scope::Since(from));
                on_period.emit(since.dated(timeline.as_date(to)));
            }
            None => on_date.emit(timeline.as_date(day)),
        }
    }
}

/// The timeline.
#[component]
pub fn Time(props: &TimeProps) -> Html {
    let TimeProps { snapshot, .. } = props;
    let mover = Mover(props.clone());
    let (area, plot, held) = (use_node_ref(), use_node_ref(), use_mut_ref(|| None));
    let onpointer = on_pointer(&mover, [&area, &plot], &held);
    let date = use_field(&mover, Handle::Date, Some(label_of(Handle::Date)));
    let from = use_field(&mover, Handle::From, Some(label_of(Handle::From)));
    let has_period = snapshot.timeline.period.is_some();
    let (fold, is_open) = (use_node_ref(), use_state_eq(|| false));
    use_effect_with(fold.clone(), dom::unfold_where_narrow);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| is_open.set(dom::is_unfolded(&event)))
    };
    let (messages, timeline) = (&snapshot.briefing().text.messages, &snapshot.timeline);
    html! {
        <section class="timeline" data-timeline="" aria-labelledby="timeline-title">
            <div class="timeline-head">
                <h2 id="timeline-title" class="timeline-title">{ messages.timeline_title() }</h2>
                <div class="timeline-steps">
                    { step(&timeline.previous, "‹", messages.timeline_previous()) }
                    { " " }
                    { step(&timeline.next, "›", messages.timeline_next()) }
                    { " " }
                    { latest(messages, timeline) }
                    { " " }
                    if has_period { { from } }
                    { date }
                </div>
                // No step to another date, so not among these.
                <p class="timeline-since">{ for timeline.since.as_ref().map(|it| LinkAttributes::of_class("step").draw(&it.link, live_text(it.name))) }</p>
                { said(timeline) }
            </div>
            <div ref={area.clone()} class="timeline-chart" aria-hidden="true"
                onpointerdown={onpointer.clone()} onpointermove={onpointer.clone()} onpointerup={onpointer}>
                { chart(messages, timeline, &plot) }
            </div>
            if has_period { { range(&mover, Handle::From) } }
            { range(&mover, Handle::Date) }
            <details ref={fold} class="timeline-list" {ontoggle}>
                <summary>{ messages.timeline_list() }</summary>
                <List snapshot={snapshot.clone()} is_open={*is_open} />
            </details>
        </section>
    }
}

/// The date, and what changed on it.
fn said(timeline: &view::Timeline) -> Html {
    html! {
        <div class="timeline-said">
            <p class="timeline-date">{ live_text(timeline.said().to_owned()) }</p>
            <p class="timeline-changed">{ live_text(timeline.changed.join(" ")) }</p>
            <ul class="timeline-events">{ for timeline.events.iter().map(event) }</ul>
            <p>{ live_text(timeline.more_events.clone()) }</p>
            <p class="timeline-unchanged">{ live_text(timeline.unchanged.clone()) }</p>
        </div>
    }
}

/// What a pointer does on the drawing: pressed and moved there, it moves the handle that is nearer to the stop next to it.
fn on_pointer(
    mover: &Mover,
    [area, plot]: [&NodeRef; 2],
    held: &Rc<RefCell<Option<(dom::Hold, Handle)>>>,
) -> Callback<PointerEvent> {
    let mover = mover.clone();
    let (area, plot, held) = (area.clone(), plot.clone(), Rc::clone(held));
    Callback::from(move |event: PointerEvent| {
        let mut held = held.borrow_mut();
        let is_press = event.type_() == "pointerdown";
        if !is_press && held.is_none() {
            return;
        }
        let Some(share) = dom::share_across(&event, &plot) else { return };
        let now = mover.now();
        let timeline = &now.timeline;
        let place = view::Place::at(share.clamp(0.0, 1.0));
        if is_press {
            // What begins on the names is theirs; what goes beyond an end later is at the end.
            let hold = dom::Hold::of(&event, &area).filter(|_| (0.0..=1.0).contains(&share));
            *held = hold.map(|it| (it, timeline.handle_at(place)));
        }
        let Some((hold, handle)) = held.as_mut() else { return };
        if hold.counts(&event, &area) {
            mover.move_to(&now, *handle, timeline.stop_at(*handle, place));
        }
    })
}

/// Its thumb stands below the line of its handle, and goes from stop to stop.
fn range(mover: &Mover, handle: Handle) -> Html {
    let timeline = &mover.0.snapshot.timeline;
    let last = view::Place::END.parts().to_string();
    let now = timeline.place_of(handle).parts().to_string();
    let date = timeline.words_of(handle).to_owned();
    let mover = mover.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let now = mover.now();
        let timeline = &now.timeline;
        let moved = input.value().parse().map_or(timeline.place_of(handle), view::Place::new);
        let day = timeline.stop_from(handle, moved);
        // At once, as the next key goes on from there.
        input.set_value(&timeline.axis.place(day).parts().to_string());
        mover.move_to(&now, handle, day);
    });
    html! {
        <input key={label_of(handle)} class={classes!("timeline-range", (handle == Handle::From).then_some("range-from"))}
            type="range" min="0" max={last} step="1" value={now}
            aria-labelledby={label_of(handle)} aria-valuetext={date} {oninput} />
    }
}

/// What names the field and the range of a handle.
fn label_of(handle: Handle) -> &'static str {
    match handle {
        Handle::Date => "timeline-label",
        Handle::From => "timeline-from",
    }
}

/// The field takes any day. A browser tells of each day that there is while one is typed, also of those that are not meant: what is
/// typed counts once it is entered or the field is left, what is picked counts at once.
#[hook]
pub(super) fn use_field(mover: &Mover, handle: Handle, id: Option<&'static str>) -> Html {
    let is_typed = use_mut_ref(|| false);
    let timeline = &mover.0.snapshot.timeline;
    let (first, last) = timeline.days().map(|it| (it.0.to_string(), it.1.to_string())).unzip();
    let value = timeline.day_of(handle).to_string();
    let take = {
        let mover = mover.clone();
        move |event: &Event, is_entered: bool| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let now = mover.now();
            let timeline = &now.timeline;
            match timeline.day_in(handle, &input.value()) {
                Some(day) => mover.move_to(&now, handle, day),
                // The browser says what is wrong with it, beside the field.
                None if is_entered && !input.report_validity() => {}
                // What is no such day does not stay beside the day that is shown.
                None => input.set_value(&timeline.day_of(handle).to_string()),
            }
        }
    };
    let onkeydown = {
        let (is_typed, take, shown) = (Rc::clone(&is_typed), take.clone(), value.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let is_digit = key.bytes().all(|it| it.is_ascii_digit());
            let changes = matches!(&*key, "ArrowUp" | "ArrowDown" | "Backspace" | "Delete");
            if key == "Enter" {
                is_typed.replace(false);
                take(&event, true);
            // What is typed and not entered is left first.
            } else if key == "Escape" {
                is_typed.replace(false);
                if dom::undo_typing(&event, &shown) {
                    event.prevent_default();
                }
            // With Alt an arrow opens what a day is picked from.
            } else if is_digit || changes && !event.alt_key() {
                is_typed.replace(true);
            }
        })
    };
    let onchange = {
        let (is_typed, take) = (Rc::clone(&is_typed), take.clone());
        Callback::from(move |event: Event| {
            if !*is_typed.borrow() {
                take(&event, false);
            }
        })
    };
    let shown = value.clone();
    let onblur = Callback::from(move |event: FocusEvent| {
        is_typed.replace(false);
        // What clears a comparison does that alone.
        if dom::goes_to(&event, ".compare-clear") {
            dom::undo_typing(&event, &shown);
        } else {
            take(&event, false);
        }
    });
    // Of one date it says what that is by its place; two dates are told apart.
    let has_period = timeline.period.is_some();
    let class = if has_period { "field-label" } else { "visually-hidden" };
    html! {
        <label class={classes!("timeline-field", (handle == Handle::From).then_some("field-from"))} key={label_of(handle)}>
            <span {id} {class}>{ live_text(label(&mover.0.snapshot.briefing().text.messages, handle, has_period)) }</span>
            <input class="timeline-day" type="date" min={first} max={last} {value} {onkeydown} {onchange} {onblur} />
        </label>
    }
}

fn label(messages: &'static Messages, handle: Handle, has_period: bool) -> &'static str {
    match handle {
        Handle::From => messages.since_from(),
        Handle::Date if has_period => messages.since_to(),
        Handle::Date => messages.timeline_label(),
    }
}

/// At an end the step stays a link, to where it is, so that the focus has somewhere to stay.
fn step(target: &view::Link, arrow: &'static str, name: &'static str) -> Html {
    let content = html! { <><span aria-hidden="true">{ arrow }</span><span class="visually-hidden">{ name }</span></> };
    let link = view::Link { is_current: false, ..target.clone() };
    LinkAttributes { is_disabled: target.is_current, ..LinkAttributes::of_class("step") }
        .draw(&link, content)
}

fn latest(messages: &Messages, timeline: &view::Timeline) -> Html {
    let current = timeline.is_latest.then_some("date");
    let content = html! { { messages.timeline_latest().to_owned() } };
    LinkAttributes { current, ..LinkAttributes::of_class("step") }.draw(&timeline.latest, content)
}

/// What the list depends on.
#[derive(Clone, Properties)]
struct ListProps {
    snapshot: Snapshot,
    is_open: bool,
}

impl PartialEq for ListProps {
    /// What is folded away stays as it was, so that a selection need not draw it.
    fn eq(&self, other: &Self) -> bool {
        !other.is_open && !self.is_open
            || self.snapshot == other.snapshot && self.is_open == other.is_open
    }
}

/// What is drawn, in words.
#[component]
fn List(ListProps { snapshot, .. }: &ListProps) -> Html {
    let messages = &snapshot.briefing().text.messages;
    let (most, by_year) = (use_state_eq(|| view::LISTED), use_node_ref());
    let listed = view::time_list(snapshot.briefing(), &snapshot.selection, *most);
    let onclick = {
        let (setter, more) = (most.setter(), *most + view::LISTED);
        Callback::from(move |_: MouseEvent| setter.set(more))
    };
    // To the first that came, as the button may be gone; so it is read out, too.
    use_effect_with((by_year.clone(), *most), |(by_year, most)| {
        if let Some(first) = most.checked_sub(view::LISTED).filter(|it| *it > 0) {
            dom::focus_link(by_year, first);
        }
    });
    let year = |(year, events): &(String, Vec<view::EventLine>)| {
        html! {
            <li key={year.clone()}>
                <h3>{ year.clone() }</h3>
                <ul>{ for events.iter().map(event) }</ul>
            </li>
        }
    };
    html! {
        <>
            <ul class="timeline-standings">{ for listed.lanes.iter().filter_map(standing) }</ul>
            <ul ref={by_year} class="timeline-by-year">{ for listed.years.iter().map(year) }</ul>
            if !listed.more.is_empty() {
                <p>{ live_text(listed.more) }</p>
                <div class="timeline-steps">
                    <button type="button" class="step" {onclick}>{ messages.timeline_show_more() }</button>
                </div>
            }
        </>
    }
}

fn standing(lane: &view::Lane) -> Option<Html> {
    let said = lane.in_words.join("; ");
    let name = match &lane.name {
        LaneName::None => return None,
        LaneName::Country(country, sign, is_unconfirmed) => {
            html! { <>{ mark(*sign, *is_unconfirmed) }{ named(country, "") }</> }
        }
        LaneName::Members(name) => {
            html! { <>{ mark(view::Mark::Member, false) }<span class="lane-members">{ name.clone() }</span></> }
        }
    };
    let key = lane_key(lane);
    Some(html! { <li {key}>{ name }{ ": " }{ live_text(said) }</li> })
}

/// What tells a lane from the others.
pub(super) fn lane_key(lane: &view::Lane) -> String {
    match &lane.name {
        LaneName::None => String::new(),
        LaneName::Country(country, ..) => country.link.attribute.id().to_owned(),
        LaneName::Members(name) => name.clone(),
    }
}
