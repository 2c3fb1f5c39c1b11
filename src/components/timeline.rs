//! The date control: a native range over the days on which something happened, and steps to the days before and after.

use briefing::{Date, Words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::block::event;
use super::link::link;
use crate::view;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    pub(super) words: &'static Words<'static>,
    pub(super) timeline: view::Timeline<'static>,
    pub(super) on_slide: Callback<Option<Date>>,
}

/// The date control.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { words, timeline, .. } = props;
    html! {
        <section class="timeline" aria-labelledby="timeline-label">
            <h2 id="timeline-label" class="timeline-label">{ words.timeline_label }</h2>
            <p class="timeline-date">{ &timeline.date }</p>
            { range(props) }
            <div class="timeline-steps">
                { step(&timeline.previous, "←", words.timeline_previous) }
                { step(&timeline.next, "→", words.timeline_next) }
                { latest(props) }
            </div>
            { events(words, timeline) }
        </section>
    }
}

fn range(props: &TimelineProps) -> Html {
    let timeline = props.timeline.clone();
    let on_slide = props.on_slide.clone();
    let last = timeline.stops.len().saturating_sub(1).to_string();
    let (stop, date) = (timeline.stop.to_string(), timeline.date.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let moved = event
            .target_dyn_into::<HtmlInputElement>()
            .and_then(|input| input.value().parse().ok());
        if let Some(stop) = moved {
            on_slide.emit(timeline.date_at(stop));
        }
    });
    html! {
        <input class="timeline-range" type="range" min="0" max={last} step="1" value={stop}
            aria-labelledby="timeline-label" aria-valuetext={date} {oninput} />
    }
}

/// At an end the step stays a link, to where it is, so that the focus has somewhere to stay.
fn step(target: &view::Link, arrow: &'static str, name: &'static str) -> Html {
    let content = html! { <><span aria-hidden="true">{ arrow }</span>{ name }</> };
    let mut step = link(&view::Link { current: false, ..target.clone() }, "step", content);
    if target.current {
        step.add_attribute("aria-disabled", "true");
    }
    step.into()
}

fn latest(props: &TimelineProps) -> Html {
    let mut latest =
        link(&props.timeline.latest, "step", html! { { props.words.timeline_latest } });
    if props.timeline.is_latest {
        latest.add_attribute("aria-current", "date");
    }
    latest.into()
}

fn events(words: &Words, timeline: &view::Timeline) -> Html {
    match timeline.events.as_slice() {
        [] if timeline.is_latest => {
            html! { <p class="timeline-events">{ words.timeline_today }</p> }
        }
        [] => html! { <p class="timeline-events">{ words.timeline_no_event }</p> },
        events => html! { <ul class="timeline-events">{ for events.iter().map(event) }</ul> },
    }
}
