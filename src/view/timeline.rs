//! The date control: its stops are the days on which something happened, and the day of the edition.

use model::{Date, EventId};

use super::{EventLine, Hook, Link, Scene, card};
use crate::state::Selection;

/// What the date control shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<'b> {
    /// The days to stop at, in order; the last is the day of the edition.
    pub stops: Vec<Date>,
    /// The stop that is shown: the latest that is not after the date.
    pub stop: usize,
    /// The date in words.
    pub date: String,
    /// Whether it is the latest.
    pub is_latest: bool,
    /// What happened on that day.
    pub events: Vec<EventLine<'b>>,
    /// To the stop before; at the first, to where it is.
    pub previous: Link<'b>,
    /// To the stop after; at the latest, to where it is.
    pub next: Link<'b>,
    /// To the latest.
    pub latest: Link<'b>,
}

impl Timeline<'_> {
    /// What a position of the range stands for: no date at the latest stop.
    #[must_use]
    pub fn date_at(&self, stop: usize) -> Option<Date> {
        let is_latest = stop + 1 >= self.stops.len();
        self.stops.get(stop).copied().filter(|_| !is_latest)
    }
}

/// The date control for a selection.
pub(super) fn timeline<'b>(scene: &Scene<'b>) -> Timeline<'b> {
    let latest = scene.briefing.edition.date;
    let date = scene.as_of.date();
    let mut stops = scene.briefing.event_dates();
    stops.retain(|stop| *stop < latest);
    stops.push(latest);
    let previous = stops.iter().copied().rfind(|stop| *stop < date);
    let next = stops.iter().copied().find(|stop| *stop > date);
    Timeline {
        stop: stops.iter().rposition(|stop| *stop <= date).unwrap_or_default(),
        date: scene.phrases.date(date),
        is_latest: date == latest,
        events: events_on(scene, date),
        previous: step(scene, previous.unwrap_or(date), "previous"),
        next: step(scene, next.unwrap_or(date), "next"),
        latest: step(scene, latest, "latest"),
        stops,
    }
}

fn step<'b>(scene: &Scene<'b>, stop: Date, name: &'static str) -> Link<'b> {
    let date = (stop < scene.briefing.edition.date).then_some(stop);
    scene.link(Selection { date, ..scene.selection }, Hook::Step(name))
}

fn events_on<'b>(scene: &Scene<'b>, date: Date) -> Vec<EventLine<'b>> {
    let on_the_day =
        scene.briefing.events.iter().enumerate().filter(|(_, event)| event.when.date == date);
    on_the_day
        .filter_map(|(index, event)| {
            Some(card::event_line(scene, EventId::from_index(index)?, event))
        })
        .collect()
}
