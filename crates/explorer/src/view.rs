//! What map, lists, timeline and card show for a selection: a pure function of briefing and selection. Components only
//! draw what it returns.

mod article;
mod caption;
mod card;
mod changed;
mod compare;
mod context;
mod formatter;
mod found;
mod map;
mod matrix;
mod misread;
mod print_formatter;
mod printed_text;
mod references;
mod since;
mod story;
mod terms;
mod timeline;
mod who;

pub use article::{ArticleLine, article};
pub use caption::Caption;
pub use card::{
    Block, Card, CountryLine, EventLine, FOLDED_FROM, HistoryLine, ReasonLine, Section,
    StatementLine, StepLine, TieLine, VerdictLine,
};
pub use changed::{Versions, change_in_short, changed_cards, correction, versions};
pub use compare::{
    Compare, CompareCell, CompareColumn, CompareLine, CompareRow, CompareTick, CompareTray,
};
pub use formatter::Formatter;
pub use found::{
    Extent, FilterChoice, FilterGroup, FoundGroup, FoundLine, FoundView, Way, found, narrowed,
    searching,
};
pub use map::{Legend, MapCountry, MapTie, Mark};
pub use matrix::{COLUMNS_AT_ONCE, Matrix, MatrixCell, MatrixColumn, MatrixOpened, MatrixRow};
pub use misread::misread;
pub use print_formatter::PrintFormatter;
pub use printed_text::{PrintedCard, PrintedGroup, printed_text};
pub use references::{Caveat, best_first, caveats, sources_of};
pub use since::{ChangedPillar, ChangedStatus, Since, Stand};
pub use story::{PrintedStep, Story, StoryStanding, StoryStep, printed_story};
pub use terms::{SentencePart, TermPlace, parts};
pub use timeline::{
    Axis, BesideFlag, Flag, Handle, LISTED, Lane, LaneItem, LaneName, Place, Shape, Span, Tick,
    TickName, Ticks, TimeList, TimePeriod, Timeline, Year, time_list,
};
pub use who::{Who, WhoCell, WhoOthers, WhoPillar, WhoRow};

#[cfg(test)]
mod compare_dates;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod matrix_dates;

pub(crate) use caption::capitalized;
use context::ViewContext;
use model::{EntityKind, SourceId, StepId};

use crate::inset::Inset;
use crate::viewport::Framing;
use crate::{Briefing, Scope, Selection, Subject, Tool};

/// A link to a view, with the attribute that says what it selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'b> {
    /// The view's name as a fragment: where there is no script, the place of its card in the prerendered text.
    pub href: String,
    /// What it selects.
    pub attribute: DataAttribute<'b>,
    /// Whether the view is the one that is shown.
    pub is_current: bool,
}

/// The `data-…` attribute of a link, which names what it selects to tests and to other people's tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataAttribute<'b> {
    /// `data-lens="overview"`.
    Overview,
    /// `data-lens="areas"`.
    Areas,
    /// `data-lens`, with the name of a tool.
    Tool(Tool),
    /// `data-cell`, with the ids of an area and a country as addresses have them.
    Cell(&'b str, &'b str),
    /// The attribute of a kind, with the id of an entry.
    Entity(EntityKind, &'b str),
    /// `data-story`, with the number of a step.
    Story(StepId),
    /// `data-close`.
    Close,
    /// `data-step`: `previous`, `next` or `latest` date, or that of an `event`.
    Step(&'static str),
}

impl<'b> DataAttribute<'b> {
    /// The id of the entry that it names; empty if it names none.
    #[must_use]
    pub fn id(self) -> &'b str {
        if let Self::Entity(_, id) = self { id } else { "" }
    }

    /// The id, if the attribute is that of a kind.
    #[must_use]
    pub fn of_kind(self, kind: EntityKind) -> Option<&'b str> {
        match self {
            Self::Entity(own, id) if own == kind => Some(id),
            _ => None,
        }
    }
}

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLink<'b> {
    /// Where it goes.
    pub link: Link<'b>,
    /// Its text.
    pub name: &'b str,
}

/// What the page says at its head, as of the date.
#[derive(Clone, Debug, PartialEq)]
pub struct Masthead<'b> {
    /// How many members and prospective partners there are.
    pub headline: String,
    /// What AUKUS is, in a sentence.
    pub what: &'b str,
    /// What there is to add.
    pub more: &'b str,
    /// What both rest on.
    pub sources: Vec<SourceId>,
    /// Whether a card other than the overview's is open.
    pub is_opened: bool,
}

/// The ways to the views that the whole page can be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Navigation<'b> {
    /// To the overview.
    pub overview: NamedLink<'b>,
    /// To all areas; current in each of them, and in a pillar.
    pub areas: NamedLink<'b>,
    /// To the first step of the story, if there is one.
    pub story: Option<StoryStep<'b>>,
    /// To a comparison.
    pub compare: NamedLink<'b>,
}

/// All that the page shows for a selection.
#[derive(Clone, Debug)]
pub struct View<'b> {
    /// What is shown.
    pub selection: Selection,
    /// What the page says at its head.
    pub masthead: Masthead<'b>,
    /// The ways to other views.
    pub navigation: Navigation<'b>,
    /// The step of the story, if it is one that is shown.
    pub story: Option<Story<'b>>,
    /// The countries as the map shows them, in content order.
    pub map: Vec<MapCountry<'b>>,
    /// The ties that the map draws.
    pub ties: Vec<MapTie<'b>>,
    /// The part of the sheet that the selection is about.
    pub framing: Framing,
    /// The countries that crowd each other, drawn larger beside where they are.
    pub inset: Option<Inset>,
    /// What the map shows, in a sentence or two.
    pub caption: Caption,
    /// What the marks mean.
    pub legend: Vec<Legend<'b>>,
    /// What the outline of countries means that changed in a period, and how many did; none where no period is shown.
    pub changed: Option<(&'b str, usize)>,
    /// The timeline.
    pub timeline: Timeline<'b>,
    /// The beginning of the open card: of each list the first entries. For all of them see [`whole_card`].
    pub card: Card<'b>,
    /// One sentence on what is shown, for screen readers.
    pub announcement: String,
    /// The title of the document.
    pub title: String,
}

/// How many entries a list has at most in a view. They stand for a list until the whole card is asked for.
const AT_ONCE: usize = 12;

/// The whole card of a selection. A view has its beginning, which is what answers a click, whatever the briefing has grown to.
#[must_use]
pub fn whole_card<'b>(briefing: &'b Briefing, selection: &Selection) -> Card<'b> {
    card::card(&ViewContext::new(briefing, *selection))
}

/// The card of a selection for the prerendered text: its links lead to other cards there, whose scope is their own.
fn printed_card<'b>(briefing: &'b Briefing, selection: &Selection) -> Card<'b> {
    let context = ViewContext::new(briefing, *selection);
    card::card(&ViewContext { base: Selection::default(), ..context })
}

/// What the page shows for a selection.
#[must_use]
pub fn view<'b>(briefing: &'b Briefing, selection: &Selection) -> View<'b> {
    let context = ViewContext::new(briefing, *selection);
    let map = map::countries(&context);
    let ties = map::ties(&context);
    let inset = map::inset(&context, &map);
    let card = card::card(&ViewContext { most: AT_ONCE, ..context });
    View {
        selection: *selection,
        masthead: masthead(&context),
        navigation: navigation(&context),
        story: story::story(&context),
        framing: map::framing(&context, &map, inset),
        inset,
        caption: caption::caption(&context, &map, &ties),
        ties,
        legend: map::legend(&context, &map),
        changed: map::changed(&context, &map),
        timeline: timeline::timeline(&context),
        announcement: announcement(&context, &map, &card),
        title: title(&context, &card),
        map,
        card,
    }
}

fn masthead<'b>(context: &ViewContext<'b>) -> Masthead<'b> {
    let standfirst = context.as_of.standfirst();
    let found = standfirst
        .and_then(|(id, it)| Some((context.text.standfirst(id)?, context.sources_of(&it.claims))));
    let (text, sources) = found.unwrap_or_default();
    // Where there is little room the first sentence stands alone.
    let (what, more) = text.find(". ").map_or((text, ""), |end| text.split_at(end + 1));
    Masthead {
        headline: context.headline(),
        what,
        more: more.trim_start(),
        sources,
        is_opened: !context.is_start(),
    }
}

fn navigation<'b>(context: &ViewContext<'b>) -> Navigation<'b> {
    let messages = &context.text.messages;
    let overview = Link { is_current: context.is_start(), ..context.scope_link(Scope::Overview) };
    let is_current = matches!(
        context.selection.scope,
        Scope::Pillar(_) | Scope::Technology(_) | Scope::Areas(_)
    );
    let areas = Link { is_current, ..context.scope_link(Scope::Areas(None)) };
    Navigation {
        overview: overview.named(messages.lens_overview()),
        areas: areas.named(messages.nav_areas()),
        story: story::entry(context),
        compare: compare::link(context),
    }
}

fn announcement(context: &ViewContext, map: &[MapCountry], card: &Card) -> String {
    if let Some(step) = context.selection.step.and_then(|id| context.text.step(id)) {
        return step.text.clone();
    }
    match context.selection.subject {
        Some(Subject::Country(id)) => {
            map.get(id.index()).map_or_else(String::new, |it| it.announcement.clone())
        }
        None if context.since().is_some() => since::announcement(context, &card.title),
        None if context.is_start() => context.formats.colours(
            context
                .shading_pillar()
                .and_then(|it| context.text.pillar(it))
                .map_or("", |it| &it.name),
            context.as_of.date(),
        ),
        // Results are said where they are.
        None if matches!(context.selection.scope, Scope::Search(_)) => String::new(),
        _ => {
            let opened = card.matrix().and_then(|it| it.opened.as_ref());
            let title = opened.map_or(&*card.title, |it| &it.title);
            context.formats.card_as_known(title, context.as_of.date())
        }
    }
}

fn title(context: &ViewContext, card: &Card) -> String {
    let messages = &context.text.messages;
    if let Some(step) = context.selection.step.and_then(|id| context.text.step(id)) {
        let values = [("card", &*step.title), ("title", messages.title())];
        text::format(messages.document_title(), &values)
    } else if context.is_start() {
        messages.title().to_owned()
    } else {
        let period = since::period_title(context);
        let is_search = context.selection.tool() == Some(Tool::Search);
        let card = match &period {
            Some(period) => period,
            None if is_search => messages.search(),
            None => &card.title,
        };
        let values = [("card", card), ("title", messages.title())];
        text::format(messages.document_title(), &values)
    }
}
