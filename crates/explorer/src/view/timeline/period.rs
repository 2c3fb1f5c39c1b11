//! The period of which the timeline shows what changed: its second handle, and where that begins.

use model::Date;

use super::axis::{Axis, Place, Span};
use super::changes::StatusChange;
use super::{Flag, flag};
use crate::view::{DataAttribute, NamedLink, ViewContext};
use crate::{Scope, Tool};

/// What is moved on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// The date.
    Date,
    /// The beginning of the period.
    From,
}

/// The period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimePeriod {
    /// The day that it begins after.
    pub day: Date,
    /// That in words.
    pub date: String,
    /// It and the date in words.
    pub both: String,
    /// It and the date in short.
    pub short: String,
    /// From where to where it goes.
    pub span: Span,
    /// Where its beginning stands in words: before its line, as the date stands after its own.
    pub flag: Flag,
}

pub(super) fn period(context: &ViewContext, axis: &Axis) -> Option<TimePeriod> {
    let day = context.since()?;
    let (from, to) = (axis.place(day), axis.place(context.as_of.date()));
    Some(TimePeriod {
        day,
        date: context.formats.date(day),
        both: context.formats.period(day.into(), Some(context.as_of.date().into())),
        short: short(context, day),
        span: Span::new(from, to),
        flag: Flag { room: Span::new(Place::START, from), ..flag(Place::END) },
    })
}

/// "1 Apr to 30 Sep 2024", with both years where they differ.
fn short(context: &ViewContext, from: Date) -> String {
    let to = context.as_of.date();
    let from = context.day_in_period(from.into());
    let to = context.formats.short(to.into());
    let values = [("from", &*from), ("to", &*to)];
    text::format(context.text.messages.date_period(), &values)
}

/// To what changed since a sensible day, or from there back to one date. That day is the last stop before the newest change of a
/// status, so that there is one to see; before any there is none, and then it is the stop before the date.
pub(super) fn since_link<'b>(
    context: &ViewContext<'b>,
    stops: &[Date],
    changes: &[StatusChange],
) -> Option<NamedLink<'b>> {
    let messages = &context.text.messages;
    if context.since().is_some() {
        let overview = context.base.within(Scope::Overview);
        let link = context.link(overview, DataAttribute::Overview);
        return Some(link.named(messages.since_one_date()));
    }
    let date = context.as_of.date();
    let before = |day: Date| stops.iter().copied().rfind(|it| *it < day);
    let newest = changes.iter().map(|it| it.known).filter(|it| *it <= date).max();
    let from = newest.and_then(before).or_else(|| before(date))?;
    let selection = context.base.within(Scope::Since(from));
    Some(context.link(selection, DataAttribute::Tool(Tool::Since)).named(messages.since_open()))
}
