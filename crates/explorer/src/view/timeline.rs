//! The date control: its stops are the days on which something happened, and the day of the edition.

use model::Date;

use super::{DataAttribute, EventLine, Link, ViewContext, card};
use crate::Selection;

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
pub(super) fn timeline<'b>(context: &ViewContext<'b>) -> Timeline<'b> {
    let latest = context.model.edition.date;
    let date = context.as_of.date();
    let mut stops = context.model.event_dates();
    stops.retain(|stop| *stop < latest);
    stops.push(latest);
    let previous = stops.iter().copied().rfind(|stop| *stop < date);
    let next = stops.iter().copied().find(|stop| *stop > date);
    Timeline {
        stop: stops.iter().rposition(|stop| *stop <= date).unwrap_or_default(),
        date: context.formats.date(date),
        is_latest: date == latest,
        events: events_on(context, date),
        previous: step(context, previous.unwrap_or(date), "previous"),
        next: step(context, next.unwrap_or(date), "next"),
        latest: step(context, latest, "latest"),
        stops,
    }
}

fn step<'b>(context: &ViewContext<'b>, stop: Date, name: &'static str) -> Link<'b> {
    let date = (stop < context.model.edition.date).then_some(stop);
    context.link(Selection { date, ..context.selection }, DataAttribute::Step(name))
}

fn events_on<'b>(context: &ViewContext<'b>, date: Date) -> Vec<EventLine<'b>> {
    let on_the_day = context.model.each_event().filter(|(_, event)| event.when.date == date);
    on_the_day.filter_map(|(id, event)| card::event_line(context, id, event)).collect()
}

#[cfg(test)]
mod tests {
    use crate::Selection;
    use crate::sample::sample;
    use crate::view::view;

    #[test]
    fn the_last_stop_is_the_latest_and_there_is_none_beyond() {
        let timeline = view(sample(), &Selection::default()).timeline;
        let last = timeline.stops.len() - 1;
        assert_eq!(timeline.stop, last);
        assert_eq!(timeline.date_at(0), Some(timeline.stops[0]));
        assert_eq!(timeline.date_at(last - 1), Some(timeline.stops[last - 1]));
        assert_eq!((timeline.date_at(last), timeline.date_at(last + 1)), (None, None));
    }
}
