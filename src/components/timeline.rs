//! The date control: a native range over the days on which something happened, and steps to the days before and after.

use explorer::view;
use model::Date;
use text::Messages;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::block::event;
use super::{LinkAttributes, live_text};
use crate::snapshot::Snapshot;

/// What the date control depends on.
#[derive(Clone, Properties)]
pub struct TimeProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// It is told the date of the stop that the range is moved to; none is the latest.
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

/// The date control.
#[component]
pub fn Time(TimeProps { snapshot, on_date }: &TimeProps) -> Html {
    let (messages, timeline) = (&snapshot.briefing().text.messages, &snapshot.timeline);
    html! {
        <section class="timeline" data-timeline="" aria-labelledby="timeline-label">
            <h2 id="timeline-label" class="timeline-label">{ messages.timeline_label() }</h2>
            <p class="timeline-date">{ live_text(timeline.date.clone()) }</p>
            <div class="timeline-steps">
                { step(&timeline.previous, "‹", messages.timeline_previous()) }
                { " " }
                { step(&timeline.next, "›", messages.timeline_next()) }
                { " " }
                { latest(messages, timeline) }
            </div>
            { range(timeline, on_date) }
            { events(messages, timeline) }
        </section>
    }
}

fn range(timeline: &view::Timeline<'static>, on_date: &Callback<Option<Date>>) -> Html {
    let (timeline, on_date) = (timeline.clone(), on_date.clone());
    let last = timeline.stops.len().saturating_sub(1).to_string();
    let (stop, date) = (timeline.stop.to_string(), timeline.date.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let moved = event
            .target_dyn_into::<HtmlInputElement>()
            .and_then(|input| input.value().parse().ok());
        if let Some(stop) = moved {
            on_date.emit(timeline.date_at(stop));
        }
    });
    html! {
        <input class="timeline-range" type="range" min="0" max={last} step="1" value={stop}
            aria-labelledby="timeline-label" aria-valuetext={date} {oninput} />
    }
}

/// At an end the step stays a link, to where it is, so that the focus has somewhere to stay.
fn step(target: &view::Link, arrow: &'static str, name: &'static str) -> Html {
    let content = html! { <><span aria-hidden="true">{ arrow }</span>{ " " }{ name }</> };
    let link = view::Link { is_current: false, ..target.clone() };
    LinkAttributes { is_disabled: target.is_current, ..LinkAttributes::of_class("step") }
        .draw(&link, content)
}

fn latest(messages: &Messages, timeline: &view::Timeline) -> Html {
    let current = timeline.is_latest.then_some("date");
    let content = html! { { messages.timeline_latest().to_owned() } };
    LinkAttributes { current, ..LinkAttributes::of_class("step") }.draw(&timeline.latest, content)
}

fn events(messages: &Messages, timeline: &view::Timeline) -> Html {
    match timeline.events.as_slice() {
        [] if timeline.is_latest => {
            html! { <p class="timeline-events">{ live_text(messages.timeline_today()) }</p> }
        }
        [] => html! { <p class="timeline-events">{ live_text(messages.timeline_no_event()) }</p> },
        events => html! { <ul class="timeline-events">{ for events.iter().map(event) }</ul> },
    }
}
