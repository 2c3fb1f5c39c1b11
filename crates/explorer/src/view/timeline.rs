//! The timeline: lanes and events on an axis, as known on the date, what changed on the date, and the stops of its control,
//! which are the days on which something happened or began in a lane, and the day of the edition.

mod axis;
mod changes;
mod lanes;
mod period;
mod ticks;

pub use axis::{Axis, Place, Span};
pub use lanes::{Lane, LaneItem, LaneName, Shape};
pub use period::{Handle, TimePeriod};
pub use ticks::{Tick, TickName, Ticks};

pub(super) use lanes::steps;

use model::{Date, Event};

use super::{DataAttribute, EventLine, Link, NamedLink, ViewContext, card};
use crate::{Briefing, Selection};

/// How many parts of the axis the date takes at most that stands at its line, where it does.
const FLAG: u32 = 2500;

/// How many it takes at least.
const LEAST_FLAG: u32 = 1100;

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
    /// The period of which it is shown what changed; none where there is one date.
    pub period: Option<TimePeriod>,
    /// To what changed since a sensible day, or back to one date; none where there is no day before.
    pub since: Option<NamedLink<'b>>,
}

/// A year on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Its number.
    pub number: String,
    /// What of the axis is its own.
    pub span: Span,
    /// What else is where its number is, where the date of a handle stands at its line.
    pub beside: BesideFlag,
    /// Whose date that is.
    pub whose: Handle,
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
    /// The date or the period in words.
    #[must_use]
    pub fn said(&self) -> &str {
        self.period.as_ref().map_or(&self.date, |it| &it.both)
    }

    /// The day of a handle in words.
    #[must_use]
    pub fn words_of(&self, handle: Handle) -> &str {
        let from = self.period.as_ref().filter(|_| handle == Handle::From);
        from.map_or(&self.date, |it| &it.date)
    }

    /// What a day stands for: no date at the latest stop.
    #[must_use]
    pub fn as_date(&self, day: Date) -> Option<Date> {
        Some(day).filter(|it| Some(it) < self.stops.last())
    }

    /// The day of a handle.
    #[must_use]
    pub fn day_of(&self, handle: Handle) -> Date {
        let from = self.period.as_ref().filter(|_| handle == Handle::From);
        from.map_or(self.day, |it| it.day)
    }

    /// Where a handle is.
    #[must_use]
    pub fn place_of(&self, handle: Handle) -> Place {
        let from = self.period.as_ref().filter(|_| handle == Handle::From);
        from.map_or(self.now, |it| it.span.from)
    }

    /// The first day that a handle can be at, and the last.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((*self.stops.first()?, *self.stops.last()?))
    }

    /// The day of the other handle; none where there is one date.
    fn day_beside(&self, handle: Handle) -> Option<Date> {
        let period = self.period.as_ref()?;
        Some(match handle {
            Handle::Date => period.day,
            Handle::From => self.day,
        })
    }

    /// The first and the last day of the period with a handle at a day, in order on whichever side of the other that is; none where
    /// there is one date.
    #[must_use]
    pub fn period_with(&self, handle: Handle, day: Date) -> Option<(Date, Date)> {
        let beside = self.day_beside(handle)?;
        Some((day.min(beside), day.max(beside)))
    }

    /// The handle that is nearer to a place.
    #[must_use]
    pub fn handle_at(&self, place: Place) -> Handle {
        let distance = |it| self.place_of(it).parts().abs_diff(place.parts());
        let is_from = self.period.is_some() && distance(Handle::From) < distance(Handle::Date);
        if is_from { Handle::From } else { Handle::Date }
    }

    /// The stops of a handle: those on its side of the other.
    fn stops_of(&self, handle: Handle) -> impl DoubleEndedIterator<Item = Date> {
        let beside = self.day_beside(handle);
        let is_own = move |it: &Date| match handle {
            Handle::From => beside.is_none_or(|beside| *it < beside),
            Handle::Date => beside.is_none_or(|beside| *it > beside),
        };
        self.stops.iter().copied().filter(is_own)
    }

    /// The stops that a key reaches: where a handle could go nowhere on its side, those beyond the other.
    fn stops_by_key(&self, handle: Handle) -> Vec<Date> {
        let own: Vec<Date> = self.stops_of(handle).collect();
        if own.iter().any(|it| *it != self.day_of(handle)) {
            return own;
        }
        let beside = self.day_beside(handle);
        self.stops.iter().copied().filter(|it| Some(*it) != beside).collect()
    }

    /// The stop of a handle next to a place on the axis. What is dragged never goes beyond the other handle, which the pointer would
    /// hold from then on.
    #[must_use]
    pub fn stop_at(&self, handle: Handle, place: Place) -> Date {
        let distance = |day: &Date| self.axis.place(*day).parts().abs_diff(place.parts());
        self.stops_of(handle).min_by_key(distance).unwrap_or(self.day_of(handle))
    }

    /// The stop that the range of a handle is moved to, whose values are places. Where a key moves it by one, the stop before or
    /// after.
    #[must_use]
    pub fn stop_from(&self, handle: Handle, place: Place) -> Date {
        let day = self.day_of(handle);
        let mut stops = self.stops_by_key(handle).into_iter();
        match i64::from(place.parts()) - i64::from(self.place_of(handle).parts()) {
            1 => stops.find(|it| *it > day).unwrap_or(day),
            -1 => stops.rfind(|it| *it < day).unwrap_or(day),
            _ => self.stop_at(handle, place),
        }
    }

    /// What a text in the date field of a handle asks for, also beyond the other handle. None for what is no day of the briefing,
    /// and for the day of the other: of one day there is no period.
    #[must_use]
    pub fn day_in(&self, handle: Handle, text: &str) -> Option<Date> {
        let (first, last) = self.days()?;
        let day = Date::parse(text).filter(|it| (first..=last).contains(it))?;
        (Some(day) != self.day_beside(handle)).then_some(day)
    }
}

/// The timeline for a selection.
pub(super) fn timeline<'b>(context: &ViewContext<'b>) -> Timeline<'b> {
    let latest = context.model.edition.date;
    let date = context.as_of.date();
    let stops = stops(context);
    let from = context.since();
    let previous =
        stops.iter().copied().rfind(|it| *it < date && from.is_none_or(|from| *it > from));
    let next = stops.iter().copied().find(|stop| *stop > date);
    let axis = Axis::of(context.model);
    let now = axis.place(date);
    let flag = if from.is_some() { flag_of_period(now) } else { flag(now) };
    let changes = changes::status_changes(context);
    let mut changed = changes::changed(context, &changes);
    let unchanged = changed.is_empty();
    changed.extend(changes::seen(context, &changes));
    if let Some(from) = from {
        changed = changes::moved(context, from);
    }
    let unchanged = if from.is_some() { changed.is_empty() } else { unchanged };
    let mut events = if from.is_some() { Vec::new() } else { events_on(context, date) };
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
            changes::unchanged(context, &changes, !events.is_empty() || from.is_some())
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
        period: period::period(context, &axis),
        since: period::since_link(context, &stops, &changes),
        stops,
        now,
        flag,
        years: years(&axis, now, flag.is_early, from.map(|it| axis.place(it))),
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

/// Of two dates the later stands after its line if it has room there, as the earlier stands before its own.
fn flag_of_period(now: Place) -> Flag {
    if now.shifted(LEAST_FLAG) == Place::END {
        return Flag { room: Span::new(Place::START, now), is_early: false };
    }
    Flag { room: Span::new(now, Place::END), is_early: true }
}

/// The date stands where the longer part of the axis is.
fn flag(now: Place) -> Flag {
    let is_early = now.parts() <= Place::END.parts() / 2;
    let room = if is_early { Span::new(now, Place::END) } else { Span::new(Place::START, now) };
    Flag { room, is_early }
}

fn years(axis: &Axis, now: Place, is_early: bool, from: Option<Place>) -> Vec<Year> {
    let year = |(year, span): (u16, Span)| {
        // The date of the period's beginning stands before its line.
        let of_from = from.map(|it| beside_flag(span, it, false));
        let (beside, whose) = match of_from {
            Some(beside @ BesideFlag::Before(_)) => (beside, Handle::From),
            _ => (beside_flag(span, now, is_early), Handle::Date),
        };
        Year { number: year.to_string(), span, beside, whose, is_even: year % 2 == 0 }
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

    fn period(from: &str, to: Option<&str>) -> Timeline<'static> {
        let since = Selection::default().within(crate::Scope::Since(day(from)));
        view(sample(), &since.dated(to.map(day))).timeline
    }

    #[test]
    fn the_last_stop_is_the_latest_and_there_is_none_beyond() {
        let timeline = shown(None);
        let [first, .., before, last] = &*timeline.stops else { panic!() };
        assert_eq!(timeline.as_date(*first), Some(*first));
        assert_eq!(timeline.as_date(*before), Some(*before));
        assert_eq!((timeline.as_date(*last), timeline.as_date(last.next())), (None, None));
    }

    #[test]
    fn a_range_goes_from_stop_to_stop() {
        let timeline = shown(None);
        let [first, .., before, last] = *timeline.stops else { panic!() };
        let from = |it: &Timeline, parts| it.stop_from(Handle::Date, Place::new(parts));
        let now = timeline.now.parts();
        assert_eq!(from(&timeline, now - 1), before);
        assert_eq!(from(&timeline, now + 1), last);
        assert_eq!(timeline.stop_from(Handle::Date, Place::START), first);
        assert_eq!(timeline.stop_from(Handle::Date, Place::END), last);
        // Between two stops both are one key away.
        let between = shown(Some("2024-04-01"));
        let now = between.now.parts();
        let stops = [now - 1, now + 1].map(|it| from(&between, it));
        assert_eq!(stops, [day("2024-02-10"), day("2024-06-20")]);
    }

    #[test]
    fn no_handle_of_a_period_passes_the_other() {
        let timeline = period("2024-02-10", Some("2024-11-30"));
        let (first, last) = (timeline.stops[0], *timeline.stops.last().unwrap());
        let at = |handle, place| timeline.stop_at(handle, place);
        assert_eq!((at(Handle::From, Place::START), at(Handle::Date, Place::END)), (first, last));
        let (from, to) = (at(Handle::From, Place::END), at(Handle::Date, Place::START));
        assert!(from < timeline.day && to > day("2024-02-10"), "{from} {to}");
        // By keys each goes to the stop before or after; at the other it stays.
        let key = |it: &Timeline, handle, by: i64| {
            let place = i64::from(it.place_of(handle).parts()) + by;
            it.stop_from(handle, Place::new(u32::try_from(place).unwrap()))
        };
        assert_eq!(key(&timeline, Handle::From, 1), day("2024-06-20"));
        assert_eq!(key(&timeline, Handle::Date, -1), day("2024-06-20"));
        let narrow = period("2024-02-10", Some("2024-06-20"));
        assert_eq!(key(&narrow, Handle::From, 1), day("2024-02-10"));
        assert_eq!(key(&narrow, Handle::Date, -1), day("2024-06-20"));
        assert_eq!(
            key(&narrow, Handle::From, -1),
            narrow.stops[narrow.stops.len()
                - narrow.stops.iter().rev().position(|it| *it < day("2024-02-10")).unwrap()
                - 1]
        );
        assert!(narrow.previous.is_current, "the step back would leave the period");
        // The pointer takes the nearer one.
        assert_eq!(timeline.handle_at(Place::START), Handle::From);
        assert_eq!(timeline.handle_at(Place::END), Handle::Date);
        assert_eq!(shown(None).handle_at(Place::START), Handle::Date);
    }

    #[test]
    fn the_fields_of_a_period_take_days_on_either_side() {
        let timeline = period("2024-02-10", Some("2024-11-30"));
        let taken = |handle, text| {
            let day = timeline.day_in(handle, text)?;
            let (from, to) = timeline.period_with(handle, day)?;
            Some(format!("{from} {to}"))
        };
        for (handle, text, expected) in [
            (Handle::From, "2024-11-29", Some("2024-11-29 2024-11-30")),
            (Handle::From, "2024-12-24", Some("2024-11-30 2024-12-24")),
            (Handle::Date, "2024-02-11", Some("2024-02-10 2024-02-11")),
            (Handle::Date, "2023-12-24", Some("2023-12-24 2024-02-10")),
            (Handle::From, "2024-11-30", None),
            (Handle::Date, "2024-02-10", None),
            (Handle::From, "2020-01-01", None),
            (Handle::Date, "2030-01-01", None),
        ] {
            assert_eq!(taken(handle, text).as_deref(), expected, "{handle:?} {text}");
        }
        assert_eq!(shown(None).period_with(Handle::Date, day("2024-02-10")), None);
    }

    #[test]
    fn a_handle_without_room_on_its_side_goes_beyond_the_other() {
        let stops = shown(None).stops;
        let [first, second, third, .., before, last_but_one, _] = &*stops else { panic!() };
        let key = |it: &Timeline, handle, by: i64| {
            let place = i64::from(it.place_of(handle).parts()) + by;
            let stop = it.stop_from(handle, Place::new(u32::try_from(place).unwrap()));
            it.period_with(handle, stop).unwrap()
        };
        let late = period(&last_but_one.to_string(), None);
        assert_eq!(key(&late, Handle::Date, -1), (*before, *last_but_one));
        let early = period(&first.to_string(), Some(&second.to_string()));
        assert_eq!(key(&early, Handle::From, 1), (*second, *third));
        // With room on its side each stays there.
        assert_eq!(key(&late, Handle::From, 1), (*last_but_one, late.day));
        assert_eq!(key(&early, Handle::Date, -1), (*first, *second));
    }

    #[test]
    fn a_period_says_who_changed_and_its_events_stand_out() {
        let timeline = period("2024-01-01", Some("2024-12-31"));
        assert_eq!(timeline.said(), "1 January 2024 to 31 December 2024");
        assert_eq!(timeline.changed, ["Sweden: said it was interested → in consultation."]);
        let hot = timeline.ticks.each.iter().filter(|it| it.stands_out);
        assert_eq!((hot.count(), timeline.ticks.is_dimmed), (2, true));
        let quiet = period("2021-09-01", Some("2021-09-02"));
        assert_eq!((quiet.changed.len(), &*quiet.unchanged), (0, "No status changed."));
    }

    #[test]
    fn what_changed_is_offered_from_before_the_newest_change_on() {
        let from = |date| shown(date).since.map(|it| it.link.href);
        assert_eq!(from(Some("2024-12-31")).as_deref(), Some("#from=2024-06-20&date=2024-12-31"));
        let first = shown(None).stops[0].to_string();
        assert_eq!(from(Some(&first)), None);
        let back = period("2024-01-01", Some("2024-12-31")).since.unwrap();
        assert_eq!(back.link.href, "#date=2024-12-31");
    }

    #[test]
    fn each_stop_is_next_to_its_own_place() {
        let timeline = shown(None);
        let at = |place| timeline.stop_at(Handle::Date, place);
        for day in &timeline.stops {
            assert_eq!(at(timeline.axis.place(*day)), *day);
        }
        assert_eq!(at(Place::START), timeline.stops[0]);
        assert_eq!(Some(&at(Place::END)), timeline.stops.last());
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
        let last = *timeline.stops.last().unwrap();
        let day_in = |text: &str| timeline.day_in(Handle::Date, text);
        assert_eq!(day_in("2024-04-01"), Some(day("2024-04-01")));
        assert_eq!(day_in(&last.to_string()), Some(last));
        for wrong in ["", "0002-05-01", "2021-02-28", "2026-07-01", "2024-04", "1 May 2024"] {
            assert_eq!(day_in(wrong), None, "{wrong}");
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
