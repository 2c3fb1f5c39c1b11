//! The timeline: what changed on the date, steps, a field and a range for the date, the drawing, and the same as a list.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::view::{self, LaneName};
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
    /// It is told the date that the reader moves to; none is the latest.
    pub(crate) on_date: Callback<Option<Date>>,
}

impl TimeProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        Self { snapshot, on_date: Callback::noop() }
    }
}

impl PartialEq for TimeProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot
    }
}

/// The timeline.
#[component]
pub fn Time(TimeProps { snapshot, on_date }: &TimeProps) -> Html {
    let (area, plot, held) = (use_node_ref(), use_node_ref(), use_mut_ref(|| None));
    let onpointer = on_pointer(snapshot, on_date, [&area, &plot], &held);
    let field = use_field(snapshot, on_date, Some("timeline-label"));
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
                    { field }
                </div>
                { said(timeline) }
            </div>
            <div ref={area.clone()} class="timeline-chart" aria-hidden="true"
                onpointerdown={onpointer.clone()} onpointermove={onpointer.clone()} onpointerup={onpointer}>
                { chart(messages, timeline, &plot) }
            </div>
            { range(snapshot, on_date) }
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
            <p class="timeline-date">{ live_text(timeline.date.clone()) }</p>
            <p class="timeline-changed">{ live_text(timeline.changed.join(" ")) }</p>
            <ul class="timeline-events">{ for timeline.events.iter().map(event) }</ul>
            <p>{ live_text(timeline.more_events.clone()) }</p>
            <p class="timeline-unchanged">{ live_text(timeline.unchanged.clone()) }</p>
        </div>
    }
}

/// What a pointer does on the drawing: pressed and moved there, it moves to the stop next to it.
fn on_pointer(
    snapshot: &Snapshot,
    on_date: &Callback<Option<Date>>,
    [area, plot]: [&NodeRef; 2],
    held: &Rc<RefCell<Option<dom::Hold>>>,
) -> Callback<PointerEvent> {
    let (snapshot, on_date) = (snapshot.clone(), on_date.clone());
    let (area, plot, held) = (area.clone(), plot.clone(), Rc::clone(held));
    Callback::from(move |event: PointerEvent| {
        let mut held = held.borrow_mut();
        let Some(share) = dom::share_across(&event, &plot) else { return };
        if event.type_() == "pointerdown" {
            // What begins on the names is theirs; what goes beyond an end later is at the end.
            *held = dom::Hold::of(&event, &area).filter(|_| (0.0..=1.0).contains(&share));
        }
        let counts = held.as_mut().is_some_and(|it| it.counts(&event, &area));
        let timeline = &snapshot.timeline;
        let date = timeline.date_at(timeline.stop_at(view::Place::at(share.clamp(0.0, 1.0))));
        if counts && date != snapshot.selection.date {
            on_date.emit(date);
        }
    })
}

/// Its thumb stands below the date's line, and goes from stop to stop.
fn range(snapshot: &Snapshot, on_date: &Callback<Option<Date>>) -> Html {
    let timeline = &snapshot.timeline;
    let last = view::Place::END.parts().to_string();
    let (now, date) = (timeline.now.parts().to_string(), timeline.date.clone());
    let (shown, on_date) = (snapshot.clone(), on_date.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let timeline = &shown.timeline;
        let moved = input.value().parse().map_or(timeline.now, view::Place::new);
        let date = timeline.date_at(timeline.stop_from(moved));
        if date == shown.selection.date {
            input.set_value(&timeline.now.parts().to_string());
        } else {
            on_date.emit(date);
        }
    });
    html! {
        <input class="timeline-range" type="range" min="0" max={last} step="1" value={now}
            aria-labelledby="timeline-label" aria-valuetext={date} {oninput} />
    }
}

/// The field takes any day. A browser tells of each day that there is while one is typed, also of those that are not meant: what is
/// typed counts once it is entered or the field is left, what is picked counts at once.
#[hook]
pub(super) fn use_field(
    snapshot: &Snapshot,
    on_date: &Callback<Option<Date>>,
    label: Option<&'static str>,
) -> Html {
    let is_typed = use_mut_ref(|| false);
    let timeline = &snapshot.timeline;
    let day = |it: Option<&Date>| it.map(Date::to_string);
    let (first, last) = (day(timeline.stops.first()), day(timeline.stops.last()));
    let value = timeline.day.to_string();
    let take = {
        let (shown, on_date) = (snapshot.clone(), on_date.clone());
        move |event: &Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match shown.timeline.date_in(&input.value()) {
                Some(date) if date != shown.selection.date => on_date.emit(date),
                Some(_) => {}
                // What is no such day does not stay beside the day that is shown.
                None => input.set_value(&shown.timeline.day.to_string()),
            }
        }
    };
    let onkeydown = {
        let (is_typed, take) = (Rc::clone(&is_typed), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            let is_digit = key.bytes().all(|it| it.is_ascii_digit());
            let changes = matches!(&*key, "ArrowUp" | "ArrowDown" | "Backspace" | "Delete");
            if key == "Enter" {
                is_typed.replace(false);
                take(&event);
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
                take(&event);
            }
        })
    };
    let onblur = Callback::from(move |event: FocusEvent| {
        is_typed.replace(false);
        take(&event);
    });
    html! {
        <label class="timeline-field">
            <span id={label} class="visually-hidden">{ snapshot.briefing().text.messages.timeline_label() }</span>
            <input class="timeline-day" type="date" min={first} max={last} {value} {onkeydown} {onchange} {onblur} />
        </label>
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
