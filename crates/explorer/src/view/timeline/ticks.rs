//! The events on the timeline: squares that stack where several are in one place, what is expected as long as its source is
//! vague, and the names that have room.

use model::{Date, Event, EventId, EventKind, Topic};

use super::axis::{Axis, Place, Span};
use super::lanes::is_selected;
use crate::view::{EventLine, ViewContext, card};
use crate::{Scope, Subject};

/// How wide a place is in which squares stack, and how wide a square.
const PLACE: u32 = 130;
const SQUARE: u32 = 90;

/// How many stand on one another at most; the last then says how many more there are.
pub(super) const MOST_STACKED: u32 = 4;

/// How much room a name takes in a wide window beside its letters.
const NAME_SPACE: u32 = 75;

/// How much room is at the end of the axis for what comes later.
const LATER: u32 = 1100;

/// The events of a date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks<'b> {
    /// Those that have a square or, as expected, an outlined bar.
    pub each: Vec<Tick<'b>>,
    /// Whether some stand out, and the others are faint.
    pub is_dimmed: bool,
    /// Where more are than are drawn, and how many.
    pub more: Vec<(Span, usize)>,
    /// How many are expected that are not drawn, as they lie beyond the axis or have no room.
    pub later: usize,
    /// Where that is said.
    pub later_room: Span,
    /// The names that have room.
    pub names: Vec<TickName>,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick<'b> {
    /// The event, with its date in words.
    pub line: EventLine<'b>,
    /// What it is called where there is little room.
    pub name: &'b str,
    /// Where it is.
    pub span: Span,
    /// How many stand below it.
    pub level: u32,
    /// Whether it is about what is selected.
    pub stands_out: bool,
}

impl Tick<'_> {
    /// How far below the upper edge of their row its upper edge is, in percent.
    #[must_use]
    pub fn top(&self) -> u32 {
        100 - (self.level + 1).min(MOST_STACKED) * (100 / MOST_STACKED)
    }
}

/// The name of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct TickName {
    /// Which of the events it is.
    pub tick: usize,
    /// Where it has room.
    pub room: Span,
    /// Whether it ends at its event, and does not begin there.
    pub is_before: bool,
}

/// The events as known on the date. `changes` are the days on which a status began.
pub(super) fn ticks<'b>(context: &ViewContext<'b>, axis: &Axis, changes: &[Date]) -> Ticks<'b> {
    let mut stacks = Stacks::default();
    let mut ticks = Ticks::default();
    let mut weights = Vec::new();
    // What stands out comes first, so that no other leaves it without a square; what is expected comes last.
    let mut known: Vec<_> = context.as_of.events().collect();
    known.sort_by_key(|(id, it)| (it.expected, !stands_out(context, *id, it)));
    for (id, event) in known {
        let span = span(axis, event);
        let placed = span.and_then(|it| Some((it, stacks.put(it, event.expected)?)));
        let tick = placed.and_then(|(span, level)| tick(context, id, event, span, level));
        match tick {
            Some(tick) => {
                weights.push((weight(context, event, changes, &tick), ticks.each.len()));
                ticks.each.push(tick);
            }
            None => ticks.later += usize::from(event.expected),
        }
    }
    ticks.is_dimmed = ticks.each.iter().any(|it| it.stands_out);
    ticks.more = stacks.more();
    if ticks.later > 0 {
        ticks.later_room = Span::new(Place::END.before(LATER), Place::END);
    }
    ticks.names = names(&ticks, axis.place(context.as_of.date()), weights);
    ticks
}

/// Where an event is drawn: a square in its place, or as long as it may take. None beyond the axis.
fn span(axis: &Axis, event: &Event) -> Option<Span> {
    let from = axis.place(event.when.date);
    if axis.is_beyond(event.when.date) {
        return None;
    }
    let place = from.parts() / PLACE * PLACE;
    let square = Span::new(Place::new(place), Place::new(place + SQUARE));
    let end = axis.place(event.when.end());
    let is_vague = event.expected && end > square.to;
    Some(if is_vague { Span::new(from, end.min(axis.place(axis.end()))) } else { square })
}

fn tick<'b>(
    context: &ViewContext<'b>,
    id: EventId,
    event: &Event,
    span: Span,
    level: u32,
) -> Option<Tick<'b>> {
    let line = card::event_line(context, id, event)?;
    let text = context.text.event(id)?;
    let name = text.short_name.as_ref().unwrap_or(&text.title);
    Some(Tick { line, name, span, level, stands_out: stands_out(context, id, event) })
}

/// Whether an event is about what is selected.
fn stands_out(context: &ViewContext, id: EventId, event: &Event) -> bool {
    let is_of_country =
        |it: &Topic| matches!(it, Topic::Country(country) if is_selected(context, *country));
    match (context.selection.subject, context.selection.scope) {
        (Some(Subject::Event(open)), _) => open == id,
        (Some(Subject::Country(_)), _) => event.about.iter().any(is_of_country),
        (Some(Subject::Tie(_)), _) => {
            event.about.iter().filter(|it| is_of_country(it)).count() == 2
        }
        (None, Scope::Technology(area)) => event.about.contains(&Topic::Technology(area)),
        (None, Scope::Since(from)) => event.known > from,
        _ => false,
    }
}

/// How much a name matters; the most first.
fn weight(context: &ViewContext, event: &Event, changes: &[Date], tick: &Tick) -> u8 {
    let is_change = !event.expected && changes.contains(&event.known);
    let matters = tick.stands_out || event.known == context.as_of.date();
    match event.kind {
        _ if tick.stands_out && is_change => 0,
        _ if matters => 1,
        EventKind::Founding => 2,
        _ if is_change => 3,
        EventKind::Treaty | EventKind::Announcement => 4,
        _ => 5,
    }
}

/// How high the squares stand in each place.
#[derive(Default)]
struct Stacks(Vec<(u32, usize)>);

impl Stacks {
    /// The level of the next one; none if there are as many as can be.
    fn put(&mut self, span: Span, is_expected: bool) -> Option<u32> {
        let first = (span.from.parts() / PLACE) as usize;
        let last = (span.to.parts().saturating_sub(1) / PLACE) as usize;
        if self.0.len() <= last {
            self.0.resize(last + 1, (0, 0));
        }
        let places = self.0.get_mut(first..=last)?;
        let level = places.iter().map(|it| it.0).max().unwrap_or_default();
        if level >= MOST_STACKED {
            if let Some(place) = places.first_mut().filter(|_| !is_expected) {
                place.1 += 1;
            }
            return None;
        }
        for place in places {
            place.0 = level + 1;
        }
        Some(level)
    }

    /// Where more are than are drawn, each with the room up to the next.
    fn more(&self) -> Vec<(Span, usize)> {
        let counted = (0..).zip(&self.0).filter(|(_, it)| it.1 > 0);
        let places: Vec<(Place, usize)> =
            counted.map(|(at, it)| (Place::new(at * PLACE), it.1)).collect();
        let next = places.iter().skip(1).map(|it| it.0).chain([Place::END]);
        places.iter().zip(next).map(|((at, count), next)| (Span::new(*at, next), *count)).collect()
    }
}

/// How much room a letter takes in a wide window, about.
fn letter(letter: char) -> u32 {
    match letter {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '.' | ',' | ':' | '’' | '-' => 28,
        'm' | 'w' | 'M' | 'W' => 82,
        'A'..='Z' => 66,
        _ if letter.is_ascii() => 54,
        _ => 100,
    }
}

/// The names that have room in a wide window, those that matter most first; each gets what is free beside it.
fn names(ticks: &Ticks, now: Place, mut weights: Vec<(u8, usize)>) -> Vec<TickName> {
    weights.sort_by_key(|(weight, at)| (*weight, usize::MAX - at));
    let mut names: Vec<TickName> = Vec::new();
    let weighed = weights.iter().filter_map(|(_, at)| Some((*at, ticks.each.get(*at)?)));
    for (tick, it) in weighed {
        let need = it.name.chars().map(letter).sum::<u32>() + NAME_SPACE;
        let after = Span::new(it.span.from, it.span.from.shifted(need));
        let before = Span::new(it.span.from.before(need), it.span.from);
        let is_free = |room: &Span| {
            room.width().parts() >= need
                && !room.is_across(now)
                && !room.meets(ticks.later_room)
                && !names.iter().any(|it| it.room.meets(*room))
        };
        let found = [(after, false), (before, true)].into_iter().find(|(room, _)| is_free(room));
        names.extend(found.map(|(room, is_before)| TickName { tick, room, is_before }));
    }
    names.sort_by_key(|it| it.room.from);
    let end = if ticks.later > 0 { ticks.later_room.from } else { Place::END };
    let starts = names.iter().skip(1).map(|it| it.room.from).chain([end]);
    let ends: Vec<Place> = starts.collect();
    // What is free between two names is the first one's, if that begins at its event.
    for (name, next) in names.iter_mut().zip(ends).filter(|(it, _)| !it.is_before) {
        name.room.to = if name.room.to <= now { next.min(now) } else { next };
    }
    names
}
