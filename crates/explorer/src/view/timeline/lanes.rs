//! The lanes of the timeline: where each country stood towards the pillar that the map shows, as known on the date.

use model::{
    AreaLink, AsOf, CountryId, Date, DatedStatus, EntityId, Group, LinkKind, Model, PillarId, Role,
    Standing, Status, StatusEntry,
};

use super::axis::{Axis, Place, Span};
use crate::Subject;
use crate::view::{Mark, NamedLink, ViewContext};

/// How many lanes there are at most.
const MOST_LANES: usize = 12;

/// What lasts less than so many days has no room for words.
const LEAST_DAYS: u32 = 60;

/// The lane of a country, or of the members that have the same history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane<'b> {
    /// Whose it is; a lane that nothing is known of yet has no name, and keeps its place.
    pub name: LaneName<'b>,
    /// Whether it is that of the selected country.
    pub stands_out: bool,
    /// What is drawn in it, by where that begins.
    pub items: Vec<LaneItem<'b>>,
    /// The same in words.
    pub in_words: Vec<String>,
}

/// Whose a lane is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LaneName<'b> {
    /// Nobody's yet.
    #[default]
    None,
    /// A country's, with its mark and whether it is unconfirmed.
    Country(NamedLink<'b>, Mark, bool),
    /// That of several members.
    Members(String),
}

/// A bar or a point in a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneItem<'b> {
    /// How it is drawn.
    pub shape: Shape,
    /// In which colours.
    pub mark: Mark,
    /// Where it is; a point is where that begins.
    pub span: Span,
    /// What it is, in as few words as there are.
    pub word: String,
    /// What there is to add, if that has room, too; empty for nothing.
    pub more: &'b str,
    /// Where the words have room.
    pub room: Span,
    /// Opens the card of the country; none where there are several.
    pub link: Option<NamedLink<'b>>,
}

/// How something in a lane is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A status that lasts.
    Bar,
    /// A status of which nothing later says that it still holds.
    Unconfirmed,
    /// From what a country has said of itself to what the members say of it: dotted, with a point at its beginning.
    Interest,
    /// What is over.
    Point,
}

impl Shape {
    /// Its name in the style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Unconfirmed => "unconfirmed",
            Self::Interest => "interest",
            Self::Point => "point",
        }
    }
}

/// The lanes, and how many countries have none for want of room.
pub(super) fn lanes<'b>(context: &ViewContext<'b>, axis: &Axis) -> (Vec<Lane<'b>>, usize) {
    let Some(pillar) = context.shading_pillar() else { return (Vec::new(), 0) };
    let mut owners = owners(context, pillar);
    let more = owners.len().saturating_sub(MOST_LANES);
    keep_selected(context, &mut owners);
    (owners.iter().map(|it| lane(context, axis, it, pillar)).collect(), more)
}

/// All lanes that something is known of.
pub(super) fn listed<'b>(context: &ViewContext<'b>, axis: &Axis) -> Vec<Lane<'b>> {
    let Some(pillar) = context.shading_pillar() else { return Vec::new() };
    let lanes = owners(context, pillar).into_iter().map(|it| lane(context, axis, &it, pillar));
    lanes.filter(|it| it.name != LaneName::None).collect()
}

/// Whose each lane is.
fn owners(context: &ViewContext, pillar: PillarId) -> Vec<Vec<CountryId>> {
    let countries = context.model.each_country().filter(|(_, it)| it.group != Group::Mentioned);
    let mut owners: Vec<Vec<CountryId>> = Vec::new();
    for (id, country) in countries {
        let joined = owners.first_mut().filter(|it| is_joined(context, it, id, pillar));
        match joined.filter(|_| country.group == Group::Member) {
            Some(members) => members.push(id),
            None => owners.push(vec![id]),
        }
    }
    owners
}

/// Whether two members stand alike all the time.
fn is_joined(
    context: &ViewContext,
    owners: &[CountryId],
    other: CountryId,
    pillar: PillarId,
) -> bool {
    let steps = |id| {
        let country = context.model.country(id).into_iter();
        let entries = country.flat_map(|it| &it.history).filter(|it| it.pillar == pillar);
        entries.map(|it| (it.from, it.status)).collect::<Vec<_>>()
    };
    let is_member = |id| context.model.country(id).is_some_and(|it| it.group == Group::Member);
    owners.first().is_some_and(|it| is_member(*it) && steps(*it) == steps(other))
}

/// Where there are too many lanes the last has the selected country.
fn keep_selected(context: &ViewContext, owners: &mut Vec<Vec<CountryId>>) {
    if owners.len() <= MOST_LANES {
        return;
    }
    let rest = owners.split_off(MOST_LANES);
    let selected = rest.into_iter().find(|it| it.iter().any(|id| is_selected(context, *id)));
    if let (Some(selected), Some(last)) = (selected, owners.last_mut()) {
        *last = selected;
    }
}

pub(super) fn is_selected(context: &ViewContext, id: CountryId) -> bool {
    match context.selection.subject {
        Some(Subject::Country(country)) => country == id,
        Some(Subject::Tie(tie)) => {
            context.model.tie(tie).is_some_and(|it| it.between.contains(&id))
        }
        None => context.is_compared(id),
        _ => false,
    }
}

fn lane<'b>(
    context: &ViewContext<'b>,
    axis: &Axis,
    owners: &[CountryId],
    pillar: PillarId,
) -> Lane<'b> {
    let Some(id) = owners.first().copied() else { return Lane::default() };
    let history = context.as_of.history(id, pillar);
    let standing = context.as_of.standing(id, pillar);
    if history.is_empty() || context.as_of.role(id) == Role::Unnamed && !is_closed(&standing) {
        return Lane::default();
    }
    let name = name(context, owners, &standing);
    let link = match &name {
        LaneName::Country(link, ..) => Some(link),
        _ => None,
    };
    let steps: Vec<&StatusEntry> = steps(&history).into_iter().map(|it| it.entry).collect();
    let mut drawn = Drawn { context, axis, link, items: Vec::new() };
    for (at, step) in steps.iter().enumerate() {
        drawn.step(step, steps.get(at + 1).map(|it| it.from.date));
    }
    drawn.observations(id, pillar);
    Lane {
        stands_out: owners.iter().any(|it| is_selected(context, *it)),
        items: with_room(drawn.items, axis.place(context.as_of.date())),
        in_words: in_words(context, &steps, &standing),
        name,
    }
}

fn is_closed(standing: &Standing) -> bool {
    standing.status() == Some(Status::Closed)
}

fn name<'b>(context: &ViewContext<'b>, owners: &[CountryId], standing: &Standing) -> LaneName<'b> {
    let country = owners.first().and_then(|id| context.entity_link(EntityId::Country(*id)));
    match (owners.len(), country) {
        (1, Some(country)) => {
            let mark = Mark::from(standing.status());
            LaneName::Country(country, mark, context.is_dashed(standing))
        }
        (0, _) | (_, None) => LaneName::None,
        (count, _) => {
            let count = context.formats.count(count);
            let pattern = context.text.messages.timeline_members();
            LaneName::Members(text::format(pattern, &[("count", &count)]))
        }
    }
}

/// The entries of a history that changed how the country stood: what it said of itself counts until the members said something.
pub(in crate::view) fn steps<'b>(history: &[DatedStatus<'b>]) -> Vec<DatedStatus<'b>> {
    let mut steps: Vec<DatedStatus> = Vec::new();
    for it in history {
        let is_said = it.entry.status == Status::Interest && !steps.is_empty();
        if !is_said && steps.last().is_none_or(|last| last.entry.status != it.entry.status) {
            steps.push(*it);
        }
    }
    steps
}

fn in_words(context: &ViewContext, steps: &[&StatusEntry], standing: &Standing) -> Vec<String> {
    let mut said: Vec<String> =
        steps.iter().map(|it| context.formats.status_since(it.status, it.from)).collect();
    if let Some(last) = said.last_mut() {
        *last = context.standing(standing);
    }
    said
}

/// What is drawn in a lane so far.
struct Drawn<'a, 'b> {
    context: &'a ViewContext<'b>,
    axis: &'a Axis,
    link: Option<&'a NamedLink<'b>>,
    items: Vec<LaneItem<'b>>,
}

impl<'b> Drawn<'_, 'b> {
    fn push(&mut self, shape: Shape, status: Mark, from: Date, to: Date, word: &str) {
        let span = Span::new(self.axis.place(from), self.axis.place(to));
        let (word, link) = (word.to_owned(), self.link.cloned());
        let (room, more) = (Span::default(), "");
        self.items.push(LaneItem { shape, mark: status, span, word, more, room, link });
    }

    /// A step, which lasts to the next or to the date.
    fn step(&mut self, entry: &StatusEntry, next: Option<Date>) {
        let (context, from) = (self.context, entry.from.date);
        let end = next.unwrap_or(context.as_of.date()).max(from);
        let mark = Mark::from(entry.status);
        let word = word(context, entry);
        let is_lapsed =
            |newest: Date| end.days_since(newest) > u32::from(context.model.edition.confirmed_days);
        match context.as_of.confirmation(entry).map(|it| it.newest.date.max(from)) {
            _ if entry.status == Status::Participant => {
                self.push(Shape::Point, mark, from, from, &word);
            }
            _ if entry.status == Status::Interest => {
                self.push(Shape::Interest, mark, from, end, &word);
            }
            Some(newest) if is_lapsed(newest) => {
                if newest > from {
                    self.push(Shape::Bar, mark, from, newest, &word);
                }
                // Where hardly anything is confirmed the words of the status have their room in what is not.
                let is_short = newest.days_since(from) < LEAST_DAYS;
                let no_word = context.text.messages.timeline_unconfirmed();
                let word = if is_short { &word } else { no_word };
                self.push(Shape::Unconfirmed, mark, newest, end, word);
                if let Some(item) = self.items.last_mut().filter(|_| is_short) {
                    item.more = no_word;
                }
            }
            _ => self.push(Shape::Bar, mark, from, end, &word),
        }
    }

    /// Where the country took part or observed, as far as no step says so.
    fn observations(&mut self, id: CountryId, pillar: PillarId) {
        let (context, axis) = (self.context, self.axis);
        let date = context.as_of.date();
        let own = past_parts(context.model, context.as_of, id, pillar);
        for PastPart { mark, from, .. } in own.filter(|it| it.from <= date) {
            let at = axis.place(from);
            let is_drawn = |it: &LaneItem| it.shape == Shape::Point && it.span.from == at;
            if !self.items.iter().any(is_drawn) {
                self.push(Shape::Point, mark, from, from, past_part_word(context, mark));
            }
        }
    }
}

/// That a country took part or observed, which is over.
pub(super) struct PastPart {
    pub(super) mark: Mark,
    pub(super) from: Date,
    /// The day from which on that is drawn.
    pub(super) known: Date,
}

/// Where a country that is no member took part or observed, which counts in the lanes of the last pillar.
pub(super) fn past_parts(
    model: &Model,
    as_of: AsOf,
    id: CountryId,
    pillar: PillarId,
) -> impl Iterator<Item = PastPart> {
    let is_last = model.each_pillar().next_back().is_some_and(|(it, _)| it == pillar);
    let is_member = model.country(id).is_some_and(|it| it.group == Group::Member);
    let areas = model.each_technology().filter(move |_| is_last && !is_member);
    let links = areas.flat_map(move |(it, _)| as_of.links(it));
    links.filter(move |it| it.countries.contains(&id)).filter_map(past)
}

/// A link with an area that is over.
fn past(link: &AreaLink) -> Option<PastPart> {
    let is_past = matches!(link.kind, LinkKind::TookPart | LinkKind::Observed);
    let from = link.from.filter(|_| is_past)?.date;
    Some(PastPart { mark: Mark::from(link.kind), from, known: link.known.max(from) })
}

/// What it is called.
pub(super) fn past_part_word<'b>(context: &ViewContext<'b>, mark: Mark) -> &'b str {
    match mark {
        Mark::Observed => context.text.messages.timeline_observed(),
        _ => context.formats.status(Status::Participant),
    }
}

/// What a step is called in its lane.
fn word(context: &ViewContext, entry: &StatusEntry) -> String {
    let messages = &context.text.messages;
    match entry.status {
        Status::Member => context.formats.status_since(entry.status, entry.from),
        Status::Consideration => messages.timeline_considered().to_owned(),
        Status::Interest => messages.timeline_interest().to_owned(),
        Status::Closed => messages.cell_closed().to_owned(),
        Status::Consultation | Status::Participant => {
            context.formats.status(entry.status).to_owned()
        }
    }
}

/// The items in their order, each with the room for its words: up to the next. What comes first, as a point, has it before.
fn with_room(mut items: Vec<LaneItem>, now: Place) -> Vec<LaneItem> {
    items.sort_by_key(|it| (it.span.from, it.shape));
    let starts: Vec<Place> = items.iter().map(|it| it.span.from).collect();
    for (at, item) in items.iter_mut().enumerate() {
        let next = starts.get(at + 1).copied().unwrap_or(now);
        let end = if item.shape == Shape::Point { next } else { next.min(item.span.to) };
        item.room = match item.shape {
            Shape::Interest if at == 0 => Span::new(Place::START, item.span.from),
            Shape::Interest => Span::default(),
            _ => Span::new(item.span.from, end),
        };
    }
    items
}
