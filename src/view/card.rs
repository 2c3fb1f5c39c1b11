//! Cards: what is said of the overview, a pillar, a technology, a country, an event, a statement or a person, as known on
//! the date. A card is a list of sections made of a few kinds of block, so that one component draws them all.

mod country;
mod event;
mod lens;
mod person;
mod statement;
mod tie;

pub(super) use event::event_line;

use std::borrow::Cow;

use model::{Claim, ClaimId, CorrectionId, EventId, SourceId, Topic, digits};

use super::{Hook, Link, Mark, NamedLink, Scene};
use crate::state::{Lens, Open};

/// A section with more entries than this is folded, and what is in so long a fold is drawn when it is unfolded.
pub(crate) const LONG: usize = 120;

/// The open card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'b> {
    /// The id of what it is about; `overview` for the overview.
    pub id: &'b str,
    /// What kind of thing it is about.
    pub kind: &'b str,
    /// Its title.
    pub title: Cow<'b, str>,
    /// Its parts; the first have no heading.
    pub sections: Vec<Section<'b>>,
    /// Closes it; none on the card of the lens itself.
    pub close: Option<NamedLink<'b>>,
    /// Back to the overview; none where the lens is the overview.
    pub overview: Option<NamedLink<'b>>,
    /// What the card rests on, once each, in the order of the source list.
    pub sources: Vec<SourceId>,
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
    /// A line that states no fact of AUKUS: a definition, or a remark on the briefing itself.
    Plain(String),
    /// Something that a reader must know beside what stands above.
    Note(&'b str),
    /// Statements of fact.
    Claims(Vec<&'b Claim<'b>>),
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
    /// Corrections that bear on the card.
    Corrections(Vec<CorrectionId>),
    /// Open questions.
    Limits(Vec<&'b str>),
    /// The article's own words.
    Terms(Vec<&'b str>),
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
    /// Whether it still holds on the date.
    pub holds: bool,
    /// What it rests on.
    pub claims: Vec<&'b Claim<'b>>,
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
    /// What the status rests on.
    pub sources: Vec<SourceId>,
}

/// A tie with a country.
#[derive(Clone, Debug, PartialEq)]
pub struct TieLine<'b> {
    /// Opens the card of the tie; its name is the other country's.
    pub tie: NamedLink<'b>,
    /// What the tie rests on.
    pub claims: Vec<&'b Claim<'b>>,
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
pub(super) fn card<'b>(scene: &Scene<'b>) -> Card<'b> {
    let opened = match scene.selection.open {
        Some(Open::Country(id)) => country::card(scene, id),
        Some(Open::Event(id)) => event::card(scene, id),
        Some(Open::Statement(id)) => statement::card(scene, id),
        Some(Open::Person(id)) => person::card(scene, id),
        Some(Open::Tie(id)) => tie::card(scene, id),
        None => None,
    };
    opened.unwrap_or_else(|| lens::card(scene))
}

impl<'b> Card<'b> {
    /// A card without empty sections, with its way back and its sources.
    fn new(
        scene: &Scene<'b>,
        id: &'b str,
        kind: &'b str,
        title: impl Into<Cow<'b, str>>,
        sections: Vec<Section<'b>>,
    ) -> Self {
        let words = &scene.briefing.words;
        let is_open = scene.selection.open.is_some();
        let is_overview = scene.selection.lens == Lens::Overview;
        // Over the overview, closing is going back to it: one way out, under the name that says more.
        let close = if is_overview { words.back_to_overview() } else { words.close() };
        let close = scene.link(scene.selection.closed(), Hook::Close).named(close);
        let overview = scene.link(scene.selection.through(Lens::Overview), Hook::Overview);
        let sections: Vec<Section> =
            sections.into_iter().filter_map(|it| it.trimmed(scene.most)).collect();
        Self {
            id,
            kind,
            title: title.into(),
            sources: sources(&sections),
            sections,
            close: is_open.then_some(close),
            overview: (!is_overview).then(|| overview.named(words.back_to_overview())),
        }
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

    /// How many entries it has, for a reader who decides whether to unfold it.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Without empty blocks, with that many entries a list at most, and folded if it is long; nothing if it has no block.
    fn trimmed(mut self, most: usize) -> Option<Self> {
        self.blocks.retain(|block| !block.is_empty());
        self.blocks.iter_mut().for_each(|it| it.truncate(most));
        self.is_folded |= self.entries() > LONG;
        (!self.blocks.is_empty()).then_some(self)
    }
}

impl Block<'_> {
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many entries it has; a text counts as one.
    fn len(&self) -> usize {
        match self {
            Self::Sourced { text, .. } | Self::Quote(text) | Self::Note(text) => {
                usize::from(!text.is_empty())
            }
            Self::Plain(text) => usize::from(!text.is_empty()),
            Self::Claims(list) => list.len(),
            Self::Facts(list) => list.len(),
            Self::History(list) => list.len(),
            Self::Countries(list) => list.len(),
            Self::Ties(list) => list.len(),
            Self::Events(list) => list.len(),
            Self::Statements(list) => list.len(),
            Self::Links(list) => list.len(),
            Self::Corrections(list) => list.len(),
            Self::Limits(list) | Self::Terms(list) => list.len(),
        }
    }

    /// Shortens the lists that grow with the briefing.
    fn truncate(&mut self, most: usize) {
        match self {
            Self::Claims(list) => list.truncate(most),
            Self::Links(list) => list.truncate(most),
            Self::Corrections(list) => list.truncate(most),
            Self::Limits(list) => list.truncate(most),
            _ => {}
        }
    }

    /// What the block cites.
    fn sources(&self) -> Vec<SourceId> {
        let of_claims = |claims: &[&Claim]| {
            claims.iter().flat_map(|claim| claim.sources.iter().copied()).collect::<Vec<_>>()
        };
        match self {
            Self::Sourced { sources, .. } => sources.clone(),
            Self::Claims(claims) => of_claims(claims),
            Self::History(lines) => lines.iter().flat_map(|line| of_claims(&line.claims)).collect(),
            Self::Countries(lines) => lines.iter().flat_map(|line| line.sources.clone()).collect(),
            Self::Ties(lines) => lines.iter().flat_map(|line| of_claims(&line.claims)).collect(),
            Self::Statements(lines) => lines.iter().flat_map(|line| line.sources.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

fn sources(sections: &[Section]) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> =
        sections.iter().flat_map(|section| &section.blocks).flat_map(Block::sources).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

impl<'b> Scene<'b> {
    /// The known claims of a list.
    fn claims(&self, ids: &'b [ClaimId]) -> Vec<&'b Claim<'b>> {
        self.as_of.claims(ids).collect()
    }

    /// The known claims of a list, under a heading.
    fn claims_section(&self, heading: &'b str, ids: &'b [ClaimId]) -> Section<'b> {
        Section::of(heading, Block::Claims(self.claims(ids)))
    }

    /// The sources of claims, once each.
    fn sources_of(&self, ids: &[ClaimId]) -> Vec<SourceId> {
        let claims = ids.iter().filter_map(|id| self.briefing.claim(*id));
        let mut sources: Vec<SourceId> =
            claims.flat_map(|claim| claim.sources.iter().copied()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// A summary, once all that it sums up was known; before that its claims stand alone.
    fn summary(&self, summary: &'b model::Summary<'b>) -> Block<'b> {
        let known = self.claims(&summary.claims);
        if known.len() == summary.claims.len() {
            Block::Sourced { text: summary.text, sources: self.sources_of(&summary.claims) }
        } else {
            Block::Claims(known)
        }
    }

    /// The known events about a topic.
    fn events_about(&self, topic: Topic) -> Block<'b> {
        Block::Events(
            self.as_of
                .events_about(topic)
                .into_iter()
                .take(self.most)
                .map(|(id, event)| event_line(self, id, event))
                .collect(),
        )
    }

    /// What had been said about a topic.
    fn statements_about(&self, topic: Topic) -> Block<'b> {
        let found = self.as_of.statements_about(topic).into_iter().take(self.most);
        Block::Statements(found.map(|(id, it)| statement::line(self, id, it)).collect())
    }

    /// The open questions about a topic.
    fn limits_about(&self, topic: Topic) -> Block<'b> {
        Block::Limits(
            self.briefing
                .limits
                .iter()
                .filter(|it| it.about.contains(&topic))
                .map(|it| it.text)
                .collect(),
        )
    }

    /// The known claims about a topic that none of `shown` lists holds.
    fn other_claims_about(&self, topic: Topic, shown: &[&[ClaimId]]) -> Block<'b> {
        let mut is_shown = vec![false; self.briefing.claims.len()];
        for id in shown.iter().copied().flatten() {
            if let Some(it) = is_shown.get_mut(id.index()) {
                *it = true;
            }
        }
        let found = self.as_of.claims_about(topic).into_iter();
        let others = found.filter(|(id, _)| is_shown.get(id.index()) == Some(&false));
        Block::Claims(others.take(self.most).map(|(_, claim)| claim).collect())
    }

    /// How many claims about a topic were not yet known, in words.
    fn not_yet_known(&self, topic: Topic) -> Block<'b> {
        let later = self
            .briefing
            .claims
            .iter()
            .filter(|it| it.about.contains(&topic) && it.known > self.as_of.date())
            .count();
        if later == 0 {
            return Block::Plain(String::new());
        }
        let values = [("count", &*digits(later)), ("date", &*self.phrases.date(self.as_of.date()))];
        Block::Plain(model::fill(self.briefing.words.not_yet_known(), &values))
    }

    /// That something became known only after the date, where it did.
    fn later_than_date(&self, known: model::Date) -> Block<'b> {
        if known <= self.as_of.date() {
            return Block::Plain(String::new());
        }
        let values = [
            ("known", &*self.phrases.date(known)),
            ("date", &*self.phrases.date(self.as_of.date())),
        ];
        Block::Plain(model::fill(self.briefing.words.later_than_date(), &values))
    }

    /// Links to the cards of topics.
    fn topic_links(&self, topics: &'b [Topic]) -> Block<'b> {
        Block::Links(topics.iter().filter_map(|topic| self.topic_link(*topic)).collect())
    }

    fn topic_link(&self, topic: Topic) -> Option<NamedLink<'b>> {
        let briefing = self.briefing;
        Some(match topic {
            Topic::Country(id) => NamedLink {
                link: self.open_link(Open::Country(id)),
                name: briefing.country(id)?.name,
            },
            Topic::Event(id) => {
                NamedLink { link: self.open_link(Open::Event(id)), name: briefing.event(id)?.title }
            }
            Topic::Pillar(id) => {
                let pillar = briefing.pillar(id)?;
                NamedLink {
                    link: self.lens_link(Lens::Pillar(id), Hook::Pillar(pillar.id)),
                    name: pillar.name,
                }
            }
            Topic::Technology(id) => {
                let technology = briefing.technology(id)?;
                let link = self.lens_link(Lens::Technology(id), Hook::Technology(technology.id));
                NamedLink { link, name: technology.name }
            }
        })
    }

    /// A link to the card of an event.
    fn event_link(&self, id: EventId, title: &'b str) -> NamedLink<'b> {
        NamedLink { link: self.open_link(Open::Event(id)), name: title }
    }
}

/// The corrections that a list of claims carries, once each.
fn corrections_of<'b>(claims: impl IntoIterator<Item = &'b Claim<'b>>) -> Block<'b> {
    let mut corrections: Vec<CorrectionId> =
        claims.into_iter().flat_map(|claim| claim.corrections.iter().copied()).collect();
    corrections.sort_unstable();
    corrections.dedup();
    Block::Corrections(corrections)
}

impl<'b> From<Option<&'b str>> for Block<'b> {
    fn from(note: Option<&'b str>) -> Self {
        Self::Note(note.unwrap_or_default())
    }
}

impl<'b> Link<'b> {
    /// The link with a name.
    pub(in crate::view) fn named(self, name: &'b str) -> NamedLink<'b> {
        NamedLink { link: self, name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{view, whole_card};
    use crate::{briefing, link};

    #[test]
    fn a_view_has_the_beginning_of_its_card() {
        let briefing = briefing();
        let countries = briefing.countries.iter().map(|it| format!("partner={}", it.id));
        let others = ["", "pillar=1", "pillar=2", "technology=quantum"].map(str::to_owned);
        let mut shortened = 0;
        for name in countries.chain(others) {
            let selection = link::parse(briefing, &name).selection;
            let (begun, whole) =
                (view(briefing, &selection).card, whole_card(briefing, &selection));
            assert_eq!((begun.id, &begun.title), (whole.id, &whole.title));
            assert_eq!(begun.sections.len(), whole.sections.len(), "{name}");
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
                    assert_eq!(*whole, begun, "{name}");
                }
            }
        }
        assert!(shortened > 10, "only {shortened} lists are long");
    }

    #[test]
    fn what_is_long_is_folded() {
        let block = |count| vec![Block::Limits(vec!["open"; count])];
        let is_folded =
            |count| Section::new("Open", block(count)).trimmed(usize::MAX).unwrap().is_folded;
        assert!(!is_folded(LONG));
        assert!(is_folded(LONG + 1));
    }
}
