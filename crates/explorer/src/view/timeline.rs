//! The timeline: lanes and events on an axis, as known on the date, what changed on the date, and the stops of its control,
//! which are the days on which something happened or began in a lane, and the day of the edition.

mod axis;
mod changes;
mod lanes;
mod ticks;

pub use axis::{Axis, Place, Span};
pub use lanes::{Lane, LaneItem, LaneName, Shape};
pub use ticks::{Tick, TickName, Ticks};

use model::{Date, Event};

use super::{DataAttribute, EventLine, Link, ViewContext, card};
use crate::{Briefing, Selection};

/// How many parts of the axis the date takes at most that stands at its line, where it does.
const FLAG: u32 = 2500;

/// How many events the list names at first, and how many more each time that its reader asks; there can be thousands.
pub const LISTED: usize = 120;

/// How many countries and events a sentence names.
const MOST_SAID: usize = 4;

/// What the timeline shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<'b> {
    /// The days to stop at, in order; the last is the day of the edition.
    pub stops: Vec<Date>,
    /// The date.
    pub day: Date,
    /// The date in words.
    pub date: String,
    /// Whether it is the latest.
    pub is_latest: bool,
    /// The statuses that began on that day, and who took part or observed, in sentences.
    pub changed: Vec<String>,
    /// What happened on that day.
    pub events: Vec<EventLine<'b>>,
    /// How many more happened on that day, in words; empty for none.
    pub more_events: String,
    /// That no status changed, if so.
    pub unchanged: String,
    /// To the stop before; at the first, to where it is.
    pub previous: Link<'b>,
    /// To the stop after; at the latest, to where it is.
    pub next: Link<'b>,
    /// To the latest.
    pub latest: Link<'b>,
    /// The axis.
    pub axis: Axis,
    /// Where the date is.
    pub now: Place,
    /// Where it stands in words.
    pub flag: Flag,
    /// The years.
    pub years: Vec<Year>,
    /// The lanes.
    pub lanes: Vec<Lane<'b>>,
    /// How many more there would be, in words; empty for none.
    pub more_lanes: String,
    /// The events.
    pub ticks: Ticks<'b>,
    /// How many events are expected that are not drawn, in words; empty for none.
    pub later: String,
    /// What stands in the time after the date.
    pub ahead: &'b str,
}

/// A year on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Its number.
    pub number: String,
    /// What of the axis is its own.
    pub span: Span,
    /// What else is where its number is, where the date stands at its line.
    pub beside: BesideFlag,
    /// Whether it is named where not all years have room.
    pub is_even: bool,
}

/// Where the number of a year stands beside the date, which is as long as its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BesideFlag {
    /// Nowhere near.
    Apart,
    /// Where this begins, if it has room before its end.
    Within(Span),
    /// Where this begins, if both have room in it: the date stands at its end.
    Before(Span),
    /// Where this ends, if the date has room in it: it stands at its beginning.
    After(Span),
}

/// The date at its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Where it has room.
    pub room: Span,
    /// Whether it begins at the line, and does not end there.
    pub is_early: bool,
}

/// Lanes and events as a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeList<'b> {
    /// The lanes, also those that have no room in the drawing; none of which nothing is known yet.
    pub lanes: Vec<Lane<'b>>,
    /// Those that are listed, by year, the newest first.
    pub years: Vec<(String, Vec<EventLine<'b>>)>,
    /// How many are not, in words; empty for none.
    pub more: String,
}

impl Timeline<'_> {
    /// What a position of the range stands for: no date at the latest stop.
    #[must_use]
    pub fn date_at(&self, stop: usize) -> Option<Date> {
        let is_latest = stop + 1 >= self.stops.len();
        self.stops.get(stop).copied().filter(|_| !is_latest)
    }

    /// The stop next to a place on the axis.
    #[must_use]
    pub fn stop_at(&self, place: Place) -> usize {
        let distance =
            |(_, day): &(usize, &Date)| self.axis.place(**day).parts().abs_diff(place.parts());
        self.stops.iter().enumerate().min_by_key(distance).map_or(0, |(stop, _)| stop)
    }

    /// The stop that a range is moved to whose values are places. Where a key moves it by one, the stop before or after.
    #[must_use]
    pub fn stop_from(&self, place: Place) -> usize {
        let from = self.now.parts();
        let last = self.stops.len().saturating_sub(1);
        match i64::from(place.parts()) - i64::from(from) {
            1 => self.stops.iter().position(|it| *it > self.day).unwrap_or(last),
            -1 => self.stops.iter().rposition(|it| *it < self.day).unwrap_or(0),
            _ => self.stop_at(place),
        }
    }

    /// What a text in a date field asks for: a day from the first stop on, no date from the last stop on. None for what is no such
    /// day.
    #[must_use]
    pub fn date_in(&self, text: &str) -> Option<Option<Date>> {
        let (first, last) = (self.stops.first()?, self.stops.last()?);
        let day = Date::parse(text).filter(|it| (first..=last).contains(&it))?;
        Some((day < *last).then_some(day))
    }
}

/// The timeline for a selection.
pub(super) fn timeline<'b>(context: &ViewContext<'b>) -> Timeline<'b> {
    let latest = context.model.edition.date;
    let date = context.as_of.date();
    let stops = stops(context);
    let previous = stops.iter().copied().rfind(|stop| *stop < date);
    let next = stops.iter().copied().find(|stop| *stop > date);
    let axis = Axis::of(context.model);
    let now = axis.place(date);
    let flag = flag(now);
    let changes = changes::status_changes(context);
    let mut changed = changes::changed(context, &changes);
    let unchanged = changed.is_empty();
    changed.extend(changes::seen(context, &changes));
    let mut events = events_on(context, date);
    let more_events = events.len().saturating_sub(MOST_SAID);
    let days: Vec<Date> = changes.iter().map(|it| it.known).collect();
    let (lanes, more_lanes) = lanes::lanes(context, &axis);
    let ticks = ticks::ticks(context, &axis, &days);
    let messages = &context.text.messages;
    Timeline {
        day: date,
        date: context.formats.date(date),
        is_latest: date == latest,
        unchanged: if unchanged {
            changes::unchanged(context, &changes, !events.is_empty())
        } else {
            String::new()
        },
        changed,
        events: {
            events.truncate(MOST_SAID);
            events
        },
        more_events: counted(messages.timeline_more(), more_events),
        previous: step(context, previous.unwrap_or(date), "previous"),
        next: step(context, next.unwrap_or(date), "next"),
        latest: step(context, latest, "latest"),
        stops,
        now,
        flag,
        years: years(&axis, now, flag.is_early),
        axis,
        lanes,
        more_lanes: counted(messages.timeline_more_lanes(), more_lanes),
        later: counted(messages.timeline_beyond(), ticks.later),
        ticks,
        ahead: if date == latest {
            messages.timeline_future()
        } else {
            messages.timeline_unknown()
        },
    }
}

fn stops(context: &ViewContext) -> Vec<Date> {
    let latest = context.model.edition.date;
    let mut stops = context.model.event_dates();
    let first = stops.first().copied().unwrap_or(latest);
    stops.extend(changes::days(context));
    stops.retain(|stop| (first..latest).contains(stop));
    stops.push(latest);
    stops.sort_unstable();
    stops.dedup();
    stops
}

/// A number in words; none for zero.
fn counted(pattern: &str, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    text::format(pattern, &[("count", &count.to_string())])
}

/// The date stands where the longer part of the axis is.
fn flag(now: Place) -> Flag {
    let is_early = now.parts() <= Place::END.parts() / 2;
    let room = if is_early { Span::new(now, Place::END) } else { Span::new(Place::START, now) };
    Flag { room, is_early }
}

fn years(axis: &Axis, now: Place, is_early: bool) -> Vec<Year> {
    let year = |(year, span): (u16, Span)| Year {
        number: year.to_string(),
        span,
        beside: beside_flag(span, now, is_early),
        is_even: year % 2 == 0,
    };
    axis.years().map(year).collect()
}

fn beside_flag(year: Span, now: Place, is_early: bool) -> BesideFlag {
    let has_begun = year.from < now;
    match is_early {
        true if !has_begun && year.from < now.shifted(FLAG) => {
            BesideFlag::After(Span::new(now, year.from))
        }
        true if year.is_across(now) => BesideFlag::Within(Span::new(year.from, now)),
        false if has_begun && year.to > now.before(FLAG) => {
            BesideFlag::Before(Span::new(year.from, now))
        }
        _ => BesideFlag::Apart,
    }
}

fn step<'b>(context: &ViewContext<'b>, stop: Date, name: &'static str) -> Link<'b> {
    let date = (stop < context.model.edition.date).then_some(stop);
    context.link(Selection { date, step: None, ..context.selection }, DataAttribute::Step(name))
}

fn events_on<'b>(context: &ViewContext<'b>, date: Date) -> Vec<EventLine<'b>> {
    let is_new = |event: &Event| event.known == date && !event.expected;
    let on_the_day = context.model.each_event().filter(|(_, it)| is_new(it));
    on_the_day.filter_map(|(id, event)| card::event_line(context, id, event)).collect()
}

/// Lanes and the newest events, so many, as known on the date of a selection. It is asked for only where it is unfolded.
#[must_use]
pub fn time_list<'b>(briefing: &'b Briefing, selection: &Selection, most: usize) -> TimeList<'b> {
    let context = ViewContext::new(briefing, *selection);
    let mut years: Vec<(String, Vec<EventLine>)> = Vec::new();
    for (id, event) in context.as_of.events().rev().take(most) {
        let year = event.when.date.year().to_string();
        let line = card::event_line(&context, id, event);
        match years.last_mut().filter(|it| it.0 == year) {
            Some((_, lines)) => lines.extend(line),
            None => years.push((year, line.into_iter().collect())),
        }
    }
    let more = context.as_of.events().count().saturating_sub(most);
    let lanes = lanes::listed(&context, &Axis::of(context.model));
    TimeList { lanes, years, more: counted(context.text.messages.timeline_more(), more) }
}

#[cfg(test)]
mod tests {
    use super::ticks::MOST_STACKED;
    use super::*;
    use crate::sample::sample;
    use crate::view::view;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn shown(date: Option<&str>) -> Timeline<'static> {
        view(sample(), &Selection { date: date.map(day), ..Selection::default() }).timeline
    }

    #[test]
    fn the_last_stop_is_the_latest_and_there_is_none_beyond() {
        let timeline = shown(None);
        let last = timeline.stops.len() - 1;
        assert_eq!(timeline.date_at(0), Some(timeline.stops[0]));
        assert_eq!(timeline.date_at(last - 1), Some(timeline.stops[last - 1]));
        assert_eq!((timeline.date_at(last), timeline.date_at(last + 1)), (None, None));
    }

    #[test]
    fn a_range_goes_from_stop_to_stop() {
        let timeline = shown(None);
        let last = timeline.stops.len() - 1;
        let now = timeline.now.parts();
        assert_eq!(timeline.stop_from(Place::new(now - 1)), last - 1);
        assert_eq!(timeline.stop_from(Place::new(now + 1)), last);
        assert_eq!(timeline.stop_from(Place::START), 0);
        assert_eq!(timeline.stop_from(Place::END), last);
        // Between two stops both are one key away.
        let between = shown(Some("2024-04-01"));
        let now = between.now.parts();
        let stops = [now - 1, now + 1].map(|it| between.stops[between.stop_from(Place::new(it))]);
        assert_eq!(stops, [day("2024-02-10"), day("2024-06-20")]);
    }

    #[test]
    fn what_begins_between_two_events_is_a_stop_and_said_there() {
        let timeline = shown(None);
        let between = day("2024-11-30");
        assert!(!sample().model.event_dates().contains(&between));
        assert!(timeline.stops.contains(&between), "{:?}", timeline.stops);
        assert_eq!(shown(Some("2024-11-30")).changed, ["Sweden: in consultation."]);
        let mut stops = timeline.stops.clone();
        stops.sort_unstable();
        stops.dedup();
        assert_eq!(stops, timeline.stops);
        // That a pillar is closed is no stop.
        let first = sample().model.each_pillar().next().unwrap().0;
        let closed = Selection::default().within(crate::Scope::Pillar(first));
        let stops = view(sample(), &closed).timeline.stops;
        assert_eq!(stops.len(), sample().model.event_dates().len() + 1);
        // The stops are those of the lanes that are drawn, and the same on every date.
        assert_eq!(shown(Some("2023-01-01")).stops, timeline.stops);
    }

    #[test]
    fn each_stop_is_next_to_its_own_place() {
        let timeline = shown(None);
        for (stop, day) in timeline.stops.iter().enumerate() {
            assert_eq!(timeline.stop_at(timeline.axis.place(*day)), stop, "{day}");
        }
        assert_eq!(timeline.stop_at(Place::START), 0);
        assert_eq!(timeline.stop_at(Place::END), timeline.stops.len() - 1);
    }

    #[test]
    fn a_year_is_beside_the_date_only_where_it_could_lie_below() {
        let beside = |date| -> Vec<BesideFlag> {
            shown(Some(date)).years.into_iter().map(|it| it.beside).collect()
        };
        use BesideFlag::{After, Apart, Before, Within};
        // The axis begins with February 2021, and a year takes about 1445 parts.
        let early = beside("2022-06-20");
        assert!(matches!(early[..4], [Apart, Within(_), After(_), After(_)]), "{early:?}");
        let late = beside("2025-09-05");
        assert!(matches!(late[1..6], [Apart, Before(_), Before(_), Before(_), Apart]), "{late:?}");
    }

    #[test]
    fn a_date_field_takes_the_days_of_the_briefing() {
        let timeline = shown(None);
        let last = timeline.stops.last().unwrap().to_string();
        assert_eq!(timeline.date_in("2024-04-01"), Some(Some(day("2024-04-01"))));
        assert_eq!(timeline.date_in(&last), Some(None));
        for wrong in ["", "0002-05-01", "2021-02-28", "2026-07-01", "2024-04", "1 May 2024"] {
            assert_eq!(timeline.date_in(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_changed_is_said_statuses_first() {
        let messages = &sample().text.messages;
        let said = shown(Some("2024-02-10"));
        assert_eq!(said.changed, ["Sweden: under consideration."]);
        assert_eq!((said.events.len(), &*said.unchanged), (1, ""));
        // An interest that is said again changes nothing.
        let said = shown(Some("2024-06-20"));
        assert_eq!((said.changed.len(), said.events.len()), (0, 1));
        assert_eq!(said.unchanged, messages.timeline_unchanged());
        let said = shown(Some("2024-12-31"));
        assert!(said.unchanged.contains("30 November 2024"), "{}", said.unchanged);
        assert!(said.unchanged.contains("Sweden: in consultation."), "{}", said.unchanged);
    }

    /// The sample with so many times its events and its countries.
    fn grown(times: usize) -> Briefing {
        let mut grown = sample().clone();
        let repeated = |it: usize| std::iter::repeat_n(it, times);
        let events = (0..grown.model.events.len()).flat_map(repeated);
        let events: Vec<usize> = events.collect();
        grown.model.events = events.iter().map(|at| sample().model.events[*at].clone()).collect();
        grown.text.events = events.iter().map(|at| sample().text.events[*at].clone()).collect();
        for _ in 1..times {
            let (own, text) = (&sample().model.countries, &sample().text.countries);
            grown.model.countries.extend(own.iter().cloned());
            grown.text.countries.extend(text.iter().cloned());
        }
        grown
    }

    #[test]
    fn what_is_too_much_is_folded_with_a_word() {
        let briefing = grown(50);
        let last = briefing.model.each_country().rfind(|(_, it)| it.id == "swe").unwrap().0;
        let selection = Selection::default().opening(crate::Subject::Country(last));
        let timeline = view(&briefing, &selection).timeline;
        assert_eq!(timeline.lanes.len(), 12);
        // One lane of members, fifty of Sweden.
        assert_eq!(timeline.more_lanes, "39 more in the list");
        assert!(timeline.lanes.last().unwrap().stands_out);
        let trial = Selection { date: Some(day("2025-09-05")), ..selection };
        let trial = view(&briefing, &trial).timeline;
        assert_eq!((trial.events.len(), &*trial.more_events), (MOST_SAID, "46 more"));
        let names = ["Sweden"; MOST_SAID].join(", ");
        assert_eq!(trial.changed, [format!("{names}, 46 more: joined a trial.")]);
        let most = (MOST_STACKED as usize) * briefing.model.event_dates().len();
        assert!(timeline.ticks.each.len() <= most + 2 * MOST_STACKED as usize);
        let more: usize = timeline.ticks.more.iter().map(|it| it.1).sum();
        assert_eq!(timeline.ticks.each.len() + more + timeline.ticks.later, 9 * 50);
        let listed = |most| {
            let list = time_list(&briefing, &selection, most);
            (list.lanes.len(), list.years.iter().map(|it| it.1.len()).sum::<usize>(), list.more)
        };
        assert_eq!(listed(LISTED), (51, LISTED, "330 more".to_owned()));
        assert_eq!(listed(450), (51, 450, String::new()));
    }
}
