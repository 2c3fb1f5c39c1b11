//! Cards: what is said of the overview, a pillar, a technology, a country, an event, a statement, a person or a tie, as known on
//! the date. A card is a list of sections made of a few kinds of block, so that one component draws them all.

mod country;
mod event;
mod once;
mod person;
mod scope;
#[cfg(test)]
pub(super) mod sentences;
mod since;
mod statement;
mod tie;

pub(super) use country::{newest_statement, reasons, standing_line, ties_of, verdicts};
pub(super) use event::{countries as event_countries, event_line};

use std::borrow::Cow;
use std::rc::Rc;

use model::{
    CheckId, Claim, ClaimId, Date, EntityId, Limit, PillarId, SourceId, SourceKind, Statement,
    StatementId, Topic,
};

use super::terms::terms;
use super::{
    Compare, DataAttribute, Mark, Matrix, NamedLink, Since, TermPlace, ViewContext, Who,
    best_first, sources_of,
};
use crate::{Chosen, Scope, Subject};

/// A section with more entries than this is folded, and what is in so long a fold is drawn when it is unfolded.
pub const FOLDED_FROM: usize = 120;

/// The open card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'b> {
    /// The id of what it is about; `overview` for the overview.
    pub id: &'b str,
    /// What kind of thing it is about.
    pub kind: Cow<'b, str>,
    /// Its title.
    pub title: Cow<'b, str>,
    /// Its breadcrumb: the ways back, the farthest first. Empty on the overview.
    pub ways_back: Vec<NamedLink<'b>>,
    /// The answers to "is it in?", that of the pillar which the map is about first.
    pub verdicts: Vec<VerdictLine<'b>>,
    /// Its parts; the first have no heading.
    pub sections: Vec<Section<'b>>,
    /// What the card rests on, once each, the best first.
    pub sources: Vec<SourceId>,
    /// Which of its words the glossary explains.
    pub terms: Rc<[TermPlace<'b>]>,
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'b> {
    /// Its heading; empty for none.
    pub heading: &'b str,
    /// Whether it starts folded: detail beyond a first reading.
    pub is_folded: bool,
    /// What it consists of.
    pub blocks: Vec<Block<'b>>,
}

/// A kind of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'b> {
    /// A text of fact with what it rests on.
    Sourced {
        /// The text.
        text: &'b str,
        /// What it rests on.
        sources: Vec<SourceId>,
    },
    /// What something is: general knowledge, and no fact of AUKUS.
    Definition(&'b str),
    /// A line that states no fact of AUKUS: a remark on the briefing itself.
    Plain(String),
    /// Something that a reader must know beside what stands above.
    Note(&'b str),
    /// Who is in what.
    Who(Rc<Who<'b>>),
    /// Who has what to do with which area.
    Matrix(Rc<Matrix<'b>>),
    /// What changed between two dates, of what is a table.
    Since(Rc<Since<'b>>),
    /// What two to four countries have to tell them apart.
    Compare(Rc<Compare<'b>>),
    /// The heading of the blocks after it, within a section.
    Subheading(&'b str),
    /// Reasons for or against a country's part.
    Reasons {
        /// Whether they speak for it.
        is_for: bool,
        /// The reasons.
        lines: Vec<ReasonLine<'b>>,
    },
    /// Statements of fact.
    Claims(Vec<ClaimId>),
    /// Statements of fact that no list of the card names.
    Record(Vec<ClaimId>),
    /// The last steps of a status history, a line each.
    Steps(Vec<StepLine<'b>>),
    /// Label and value pairs.
    Facts(Vec<(&'b str, String)>),
    /// A status history.
    History(Vec<HistoryLine<'b>>),
    /// Countries with their status.
    Countries(Vec<CountryLine<'b>>),
    /// Ties with other countries.
    Ties(Vec<TieLine<'b>>),
    /// Events.
    Events(Vec<EventLine<'b>>),
    /// What was said.
    Statements(Vec<StatementLine<'b>>),
    /// A quotation in full.
    Quote(&'b str),
    /// Links to cards.
    Links(Vec<NamedLink<'b>>),
    /// Checks of the article that bear on the card.
    Checks(Vec<CheckId>),
    /// Open questions.
    Limits(Vec<&'b str>),
}

/// The answer to "is it in?" for a pillar, as of the date.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictLine<'b> {
    /// Which pillar.
    pub id: PillarId,
    /// What it is called.
    pub pillar: &'b str,
    /// The answer.
    pub text: Cow<'b, str>,
    /// Since when it is unconfirmed, or that it is over, in a sentence; empty where it is neither.
    pub unconfirmed: String,
    /// Whether it is drawn dashed: it is unconfirmed that it goes on.
    pub is_dashed: bool,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// A reason for or against a country's part.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonLine<'b> {
    /// The reason.
    pub text: &'b str,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// A step towards a pillar, in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct StepLine<'b> {
    /// Since when, in words.
    pub from: String,
    /// The status in words.
    pub status: &'b str,
    /// How the status is drawn.
    pub mark: Mark,
    /// Whether it is the one that holds on the date.
    pub holds: bool,
    /// Whether it is unconfirmed that it still holds.
    pub is_unconfirmed: bool,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// A status and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine<'b> {
    /// Since when, in words.
    pub from: String,
    /// The status in words.
    pub status: &'b str,
    /// How the status is drawn.
    pub mark: Mark,
    /// Whether it is the one that holds on the date.
    pub holds: bool,
    /// What it rests on.
    pub claims: Vec<ClaimId>,
    /// What a reader must know beside it.
    pub note: Option<&'b str>,
}

/// A country with its status.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryLine<'b> {
    /// Opens its card.
    pub country: NamedLink<'b>,
    /// Status and date in words.
    pub status: String,
    /// How the status is drawn.
    pub mark: Mark,
    /// Whether it is unconfirmed that the status still holds.
    pub is_unconfirmed: bool,
    /// What the status rests on.
    pub sources: Vec<SourceId>,
}

/// A tie with a country.
#[derive(Clone, Debug, PartialEq)]
pub struct TieLine<'b> {
    /// Opens the card of the tie; its name is the other country's.
    pub tie: NamedLink<'b>,
    /// What the tie rests on.
    pub claims: Vec<ClaimId>,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine<'b> {
    /// Opens its card.
    pub event: NamedLink<'b>,
    /// Its date in words.
    pub date: String,
    /// "Expected", for what has not happened.
    pub tag: Option<&'b str>,
}

/// A statement in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine<'b> {
    /// Opens its card; its name is the speaker.
    pub statement: NamedLink<'b>,
    /// Its date in words.
    pub date: String,
    /// What was said.
    pub text: &'b str,
    /// Whether it is verbatim.
    pub is_quote: bool,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// The card of a selection. An id that is not in the briefing cannot be selected; it would show the overview.
pub(super) fn card<'b>(context: &ViewContext<'b>) -> Card<'b> {
    let opened = match context.selection.subject {
        Some(Subject::Country(id)) => country::card(context, id),
        Some(Subject::Event(id)) => event::card(context, id),
        Some(Subject::Statement(id)) => statement::card(context, id),
        Some(Subject::Person(id)) => person::card(context, id),
        Some(Subject::Tie(id)) => tie::card(context, id),
        None => None,
    };
    let mut card = opened.unwrap_or_else(|| scope::card(context));
    card.find_terms(context, context.is_begun());
    card
}

impl<'b> Card<'b> {
    /// A card without empty sections, with its way back and its sources.
    fn new(
        context: &ViewContext<'b>,
        id: &'b str,
        kind: impl Into<Cow<'b, str>>,
        title: impl Into<Cow<'b, str>>,
        sections: Vec<Section<'b>>,
    ) -> Self {
        let mut sections = sections;
        sections.push(context.checks_section());
        once::say_once(&mut sections);
        let sections = sections.into_iter().filter_map(|it| it.trimmed(context.most));
        let sections: Vec<Section> = sections.collect();
        Self {
            id,
            kind: kind.into(),
            title: title.into(),
            ways_back: ways_back(context),
            verdicts: Vec::new(),
            sources: sources(context, &sections),
            terms: Rc::default(),
            sections,
        }
    }

    /// Whether it has the width of the page, without a map.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.matrix().is_some()
    }

    /// The table of areas and countries, if it is that card.
    #[must_use]
    pub fn matrix(&self) -> Option<&Matrix<'b>> {
        let mut blocks = self.sections.iter().flat_map(|it| &it.blocks);
        blocks.find_map(|it| if let Block::Matrix(it) = it { Some(&**it) } else { None })
    }

    /// Whether it compares countries.
    #[must_use]
    pub fn is_comparison(&self) -> bool {
        self.sections.iter().flat_map(|it| &it.blocks).any(|it| matches!(it, Block::Compare(_)))
    }

    /// The card with the answers to "is it in?", whose sources are its own, too.
    fn with_verdicts(mut self, context: &ViewContext, verdicts: Vec<VerdictLine<'b>>) -> Self {
        self.sources.extend(verdicts.iter().flat_map(|it| &it.sources));
        self.sources = best_first(context.model, &once_each(self.sources));
        Self { verdicts, ..self }
    }

    /// Finds the words that the glossary explains. Before the first fold none depends on what comes after it.
    pub(super) fn find_terms(&mut self, context: &ViewContext<'b>, is_begun: bool) {
        let sections = self.sections.iter().take_while(|it| !is_begun || !it.is_folded);
        self.terms = terms(context.model, context.text, &self.verdicts, sections).into();
    }
}

/// To the overview, or from an area to all of them; and from what is opened within a scope to the scope's own card.
fn ways_back<'b>(context: &ViewContext<'b>) -> Vec<NamedLink<'b>> {
    let (selection, scope_name) = (context.selection, context.scope_name());
    let overview = |attribute| {
        let overview = selection.within(Scope::Overview);
        // The overview is the table, whatever is chosen to be compared.
        let chosen =
            if attribute == DataAttribute::Close { selection.chosen } else { Chosen::default() };
        let link = context.link(overview.choosing(chosen), attribute);
        link.named(context.text.messages.lens_overview())
    };
    let areas = || context.scope_link(Scope::Areas(None)).named(context.text.messages.nav_areas());
    let close = || context.link(selection.closed(), DataAttribute::Close).named(scope_name);
    let compare = || {
        let link = context.link(selection.within(Scope::Overview), DataAttribute::Close);
        link.named(context.text.messages.nav_compare())
    };
    let has_comparison = selection.within(Scope::Overview).is_comparison();
    let results = || {
        let link = context.link(selection.closed(), DataAttribute::Close);
        link.named(context.text.messages.search())
    };
    match (selection.scope, selection.subject) {
        (Scope::Overview, None) if has_comparison => vec![overview(DataAttribute::Overview)],
        (Scope::Overview | Scope::Areas(_) | Scope::Search(_), None) => Vec::new(),
        (Scope::Search(_), Some(_)) => vec![overview(DataAttribute::Overview), results()],
        (Scope::Overview, Some(_)) if has_comparison => {
            vec![overview(DataAttribute::Overview), compare()]
        }
        // Closing is going back to the overview.
        (Scope::Overview, Some(_)) => vec![overview(DataAttribute::Close)],
        (Scope::Technology(_), None) => vec![areas()],
        (_, None) => vec![overview(DataAttribute::Overview)],
        (Scope::Technology(_), Some(_)) => vec![areas(), close()],
        (_, Some(_)) => vec![overview(DataAttribute::Overview), close()],
    }
}

impl<'b> Section<'b> {
    fn new(heading: &'b str, blocks: Vec<Block<'b>>) -> Self {
        Self { heading, is_folded: false, blocks }
    }

    /// A section of one block.
    fn of(heading: &'b str, block: Block<'b>) -> Self {
        Self::new(heading, vec![block])
    }

    /// A section of one block that starts folded.
    fn folded(heading: &'b str, block: Block<'b>) -> Self {
        Self { is_folded: true, ..Self::of(heading, block) }
    }

    /// A section that starts folded, whose parts have headings of their own; empty for none.
    fn of_parts(heading: &'b str, parts: Vec<(&'b str, Vec<Block<'b>>)>) -> Self {
        let blocks = parts.into_iter().flat_map(|(heading, blocks)| {
            let subheading = (!heading.is_empty()).then_some(Block::Subheading(heading));
            subheading.into_iter().chain(blocks)
        });
        Self { is_folded: true, ..Self::new(heading, blocks.collect()) }
    }

    /// How many entries it has, for a reader who decides whether to unfold it.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Without empty blocks, with that many entries a list at most, and folded if it is long; nothing if it has no block.
    fn trimmed(mut self, most: usize) -> Option<Self> {
        self.tidy();
        self.blocks.iter_mut().for_each(|it| it.truncate(most));
        self.is_folded |= self.entries() > FOLDED_FROM;
        (!self.blocks.is_empty()).then_some(self)
    }

    /// Drops empty blocks, and headings that nothing follows.
    pub(super) fn tidy(&mut self) {
        let mut kept: Vec<Block> = Vec::new();
        for block in std::mem::take(&mut self.blocks).into_iter().rev() {
            let is_bare = block.is_subheading() && kept.last().is_none_or(Block::is_subheading);
            if !block.is_empty() && !is_bare {
                kept.push(block);
            }
        }
        kept.reverse();
        self.blocks = kept;
    }
}

impl Block<'_> {
    fn is_empty(&self) -> bool {
        self.len() == 0 && !self.is_subheading()
    }

    fn is_subheading(&self) -> bool {
        matches!(self, Self::Subheading(_))
    }

    /// How many entries it has; a text counts as one, and a heading is none.
    fn len(&self) -> usize {
        match self {
            Self::Sourced { text, .. }
            | Self::Definition(text)
            | Self::Quote(text)
            | Self::Note(text) => usize::from(!text.is_empty()),
            Self::Plain(text) => usize::from(!text.is_empty()),
            // Without rows it says so.
            Self::Matrix(matrix) => matrix.rows.len().max(1),
            Self::Since(_) => 1,
            Self::Compare(compare) => compare.len(),
            Self::Who(who) => who.groups.iter().map(Vec::len).sum(),
            Self::Subheading(_) => 0,
            Self::Reasons { lines, .. } => lines.len(),
            Self::Claims(list) | Self::Record(list) => list.len(),
            Self::Steps(list) => list.len(),
            Self::Facts(list) => list.len(),
            Self::History(list) => list.len(),
            Self::Countries(list) => list.len(),
            Self::Ties(list) => list.len(),
            Self::Events(list) => list.len(),
            Self::Statements(list) => list.len(),
            Self::Links(list) => list.len(),
            Self::Checks(list) => list.len(),
            Self::Limits(list) => list.len(),
        }
    }

    /// Shortens the lists that grow with the briefing.
    fn truncate(&mut self, most: usize) {
        match self {
            Self::Claims(list) | Self::Record(list) => list.truncate(most),
            Self::Links(list) => list.truncate(most),
            Self::Checks(list) => list.truncate(most),
            Self::Limits(list) => list.truncate(most),
            _ => {}
        }
    }

    /// What the block cites.
    fn sources(&self, context: &ViewContext) -> Vec<SourceId> {
        match self {
            Self::Sourced { sources, .. } => sources.clone(),
            Self::Matrix(matrix) => {
                let claims: Vec<ClaimId> =
                    matrix.opened.iter().flat_map(super::matrix::MatrixOpened::claims).collect();
                context.sources_of_each(&claims)
            }
            Self::Since(since) => since.sources().collect(),
            Self::Compare(compare) => compare.sources().collect(),
            Self::Reasons { lines, .. } => {
                lines.iter().flat_map(|line| line.sources.clone()).collect()
            }
            Self::Steps(lines) => lines.iter().flat_map(|line| line.sources.clone()).collect(),
            Self::Claims(claims) | Self::Record(claims) => context.sources_of_each(claims),
            Self::History(lines) => {
                lines.iter().flat_map(|line| context.sources_of_each(&line.claims)).collect()
            }
            Self::Countries(lines) => lines.iter().flat_map(|line| line.sources.clone()).collect(),
            Self::Ties(lines) => {
                lines.iter().flat_map(|line| context.sources_of_each(&line.claims)).collect()
            }
            Self::Statements(lines) => lines.iter().flat_map(|line| line.sources.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

fn sources(context: &ViewContext, sections: &[Section]) -> Vec<SourceId> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let cited = once_each(blocks.flat_map(|it| it.sources(context)).collect());
    best_first(context.model, &cited)
}

/// A list in order, without what stands in it twice.
pub(super) fn once_each<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

impl<'b> ViewContext<'b> {
    /// The known claims of a list, without those that are the article's opinion: they stand with the article.
    pub(super) fn claims(&self, ids: &[ClaimId]) -> Vec<ClaimId> {
        let is_known = |id: &ClaimId| {
            let claim = self.model.claim(*id);
            claim.is_some_and(|it| it.known <= self.as_of.date() && !it.interpretation)
        };
        ids.iter().copied().filter(is_known).collect()
    }

    /// The known claims of a list, under a heading.
    fn claims_section(&self, heading: &'b str, ids: &[ClaimId]) -> Section<'b> {
        Section::of(heading, Block::Claims(self.claims(ids)))
    }

    /// The sources of claims that had appeared, once each; all where none had, as no sentence is without.
    pub(super) fn sources_of(&self, ids: &[ClaimId]) -> Vec<SourceId> {
        self.as_of.cited(&sources_of(self.model, ids))
    }

    /// The sources that claims name which stand each for itself, once each.
    fn sources_of_each(&self, ids: &[ClaimId]) -> Vec<SourceId> {
        let claims = ids.iter().filter_map(|id| self.model.claim(*id));
        once_each(claims.flat_map(|claim| self.as_of.cited(&claim.sources)).collect())
    }

    /// A summary, once all that it sums up was known; before that its claims stand alone.
    fn summary(&self, text: &'b str, claims: &[ClaimId]) -> Block<'b> {
        if self.are_known(claims) {
            Block::Sourced { text, sources: self.sources_of(claims) }
        } else {
            Block::Claims(self.claims(claims))
        }
    }

    /// Whether all claims of a list were known.
    pub(super) fn are_known(&self, ids: &[ClaimId]) -> bool {
        self.claims(ids).len() == ids.len()
    }

    /// The known events about a topic.
    fn events_about(&self, topic: Topic) -> Block<'b> {
        let events = self.as_of.events_about(topic).take(self.most);
        Block::Events(events.filter_map(|(id, event)| event_line(self, id, event)).collect())
    }

    /// What had been said about a topic.
    fn statements_about(&self, topic: Topic) -> Block<'b> {
        self.statements(|it| it.about.contains(&topic))
    }

    /// What had been said, of a kind.
    fn statements(&self, is_wanted: impl Fn(&Statement) -> bool) -> Block<'b> {
        let found = self.as_of.statements().filter(|(_, it)| is_wanted(it)).take(self.most);
        Block::Statements(found.filter_map(|(id, it)| statement::line(self, id, it)).collect())
    }

    /// A statement in a list.
    pub(super) fn statement_line(&self, id: StatementId) -> Option<StatementLine<'b>> {
        statement::line(self, id, self.model.statement(id)?)
    }

    /// The open questions about a topic: those of the edition's own day, and on another date those about events that were known.
    fn limits_about(&self, topic: Topic) -> Block<'b> {
        let is_latest = self.as_of.date() == self.model.edition.date;
        let is_known = |it: &Topic| match it {
            Topic::Event(id) => {
                self.model.event(*id).is_some_and(|it| it.known <= self.as_of.date())
            }
            _ => false,
        };
        let is_open = |it: &Limit| {
            let mut events = it.about.iter().filter(|it| matches!(it, Topic::Event(_))).peekable();
            is_latest || (events.peek().is_some() && events.all(is_known))
        };
        let about =
            self.model.each_limit().filter(|(_, it)| it.about.contains(&topic) && is_open(it));
        Block::Limits(about.filter_map(|(id, _)| self.text.limit(id)).collect())
    }

    /// The known claims about a topic: those that no section before has.
    fn record_of(&self, topic: Topic) -> Block<'b> {
        Block::Record(self.as_of.claims_about(topic).into_iter().map(|(id, _)| id).collect())
    }

    /// How many claims about a topic were not yet known, in words.
    fn not_yet_known(&self, topic: Topic) -> Block<'b> {
        let date = self.as_of.date();
        let is_later =
            |it: &&Claim| it.about.contains(&topic) && it.known > date && !it.interpretation;
        let later = self.model.claims.iter().filter(is_later).count();
        if later == 0 {
            return Block::Plain(String::new());
        }
        let values = [("count", &*later.to_string()), ("date", &*self.formats.date(date))];
        Block::Plain(text::format(self.text.messages.not_yet_known(), &values))
    }

    /// That something became known only after the date, where it did.
    fn later_than_date(&self, known: Date) -> Block<'b> {
        if known <= self.as_of.date() {
            return Block::Plain(String::new());
        }
        let values = [
            ("known", &*self.formats.date(known)),
            ("date", &*self.formats.date(self.as_of.date())),
        ];
        Block::Plain(text::format(self.text.messages.later_than_date(), &values))
    }

    /// Links to the cards of entries.
    fn links(&self, entities: impl Iterator<Item = EntityId>) -> Block<'b> {
        Block::Links(entities.filter_map(|it| self.entity_link(it)).collect())
    }

    /// Links to the cards of topics.
    fn topic_links(&self, topics: &[Topic]) -> Block<'b> {
        self.links(topics.iter().map(|it| EntityId::from(*it)))
    }

    /// Where the article differs from what the open card says.
    fn checks_section(&self) -> Section<'b> {
        let subject = self.selection.subject.map(Subject::entity);
        let shown = subject.or(self.selection.scope.entity());
        let checks = self.model.each_check();
        let found = checks.filter(|(_, it)| it.cards.iter().any(|card| Some(*card) == shown));
        // Before the article there was nothing to check.
        let article = self.model.sources.iter().filter(|it| it.kind == SourceKind::Article);
        let is_out = article.map(|it| it.date.date).min() <= Some(self.as_of.date());
        let found = found.filter(|_| is_out);
        let checks = Block::Checks(found.map(|(id, _)| id).collect());
        Section::folded(self.text.messages.section_checks(), checks)
    }
}

/// A note, or an empty block.
fn note(note: Option<&String>) -> Block<'_> {
    Block::Note(note.map_or("", String::as_str))
}

#[cfg(test)]
mod tests {
    use model::EntityKind;

    use super::*;
    use crate::Selection;
    use crate::sample::sample;
    use crate::view::{view, whole_card};

    #[test]
    fn a_view_has_the_beginning_of_its_card() {
        let model = &sample().model;
        let all = EntityKind::ALL.into_iter().flat_map(|kind| EntityId::all(kind, model));
        let mut shortened = 0;
        for selection in all.map(|it| Selection::default().showing(it)) {
            let begun = view(sample(), &selection).card;
            let whole = whole_card(sample(), &selection);
            assert_eq!((begun.id, &begun.title), (whole.id, &whole.title));
            assert_eq!(begun.sections.len(), whole.sections.len(), "{selection:?}");
            for (mut whole, begun) in whole.sections.into_iter().zip(begun.sections) {
                assert_eq!(
                    (begun.heading, begun.blocks.len()),
                    (whole.heading, whole.blocks.len())
                );
                for (whole, begun) in whole.blocks.iter_mut().zip(begun.blocks) {
                    shortened += usize::from(whole.len() > begun.len());
                    match whole {
                        Block::Events(list) => list.truncate(begun.len()),
                        Block::Statements(list) => list.truncate(begun.len()),
                        _ => whole.truncate(begun.len()),
                    }
                    assert_eq!(*whole, begun, "{selection:?}");
                }
            }
        }
        assert!(shortened > 0, "the sample has no long list");
    }

    #[test]
    fn what_is_long_is_folded() {
        let block = |count| vec![Block::Limits(vec!["open"; count])];
        let is_folded =
            |count| Section::new("Open", block(count)).trimmed(usize::MAX).unwrap().is_folded;
        assert!(!is_folded(FOLDED_FROM));
        assert!(is_folded(FOLDED_FROM + 1));
    }
}
