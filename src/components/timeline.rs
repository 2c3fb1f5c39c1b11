//! The date control: a native range over the days on which something happened, and steps to the days before and after.

use model::{Date, Words, digits};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::block::event;
use super::link::link;
use crate::view;

/// The date control. `on_slide` is told the date of the stop that the range is moved to; none is the latest.
pub(super) fn timeline(
    words: &'static Words<'static>,
    timeline: &view::Timeline<'static>,
    on_slide: &Callback<Option<Date>>,
) -> Html {
    html! {
        <section class="timeline" aria-labelledby="timeline-label">
            <h2 id="timeline-label" class="timeline-label">{ words.timeline_label() }</h2>
            <p class="timeline-date">{ timeline.date.clone() }</p>
            <div class="timeline-steps">
                { step(&timeline.previous, "←", words.timeline_previous()) }
                { step(&timeline.next, "→", words.timeline_next()) }
                { latest(words, timeline) }
            </div>
            { range(timeline, on_slide) }
            { events(words, timeline) }
        </section>
    }
}

fn range(timeline: &view::Timeline<'static>, on_slide: &Callback<Option<Date>>) -> Html {
    let (timeline, on_slide) = (timeline.clone(), on_slide.clone());
    let last = digits(timeline.stops.len().saturating_sub(1));
    let (stop, date) = (digits(timeline.stop), timeline.date.clone());
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
    let step = link(&view::Link { current: false, ..target.clone() }, "step", content);
    if target.current { step.with("aria-disabled", "true").into() } else { step.into() }
}

fn latest(words: &Words, timeline: &view::Timeline) -> Html {
    let latest = link(&timeline.latest, "step", html! { { words.timeline_latest() } });
    if timeline.is_latest { latest.with("aria-current", "date").into() } else { latest.into() }
}

fn events(words: &Words, timeline: &view::Timeline) -> Html {
    match timeline.events.as_slice() {
        [] if timeline.is_latest => {
            html! { <p class="timeline-events">{ words.timeline_today() }</p> }
        }
        [] => html! { <p class="timeline-events">{ words.timeline_no_event() }</p> },
        events => html! { <ul class="timeline-events">{ for events.iter().map(event) }</ul> },
    }
}
