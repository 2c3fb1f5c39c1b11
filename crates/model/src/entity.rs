//! What the briefing consists of: who and what there is, how it is linked, when it was so and when that became known. Every
//! list is in the order in which it is shown. What is said of each entry is in the catalogue of a language, by the same ids.

use serde::{Deserialize, Serialize};

use crate::{
    ArticlePlace, CheckId, ClaimId, Confidence, CountryId, Date, EntityId, EventId, EventKind,
    Group, Hosting, LimitId, LinkKind, Mode, PersonId, PillarId, Sheet, SourceId, SourceKind,
    StandfirstId, StatementId, Status, StepId, TechnologyGroup, TechnologyId, TermId, TieId, Topic,
    Verdict, Verification, When,
};

/// The state of the briefing, without a word of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Which edition this is.
    pub edition: Edition,
    /// What AUKUS is and who is in it, in a few words: an entry for each period, by date.
    pub standfirsts: Vec<Standfirst>,
    /// The two pillars.
    pub pillars: Vec<Pillar>,
    /// Members, prospective partners, and countries that are only mentioned.
    pub countries: Vec<Country>,
    /// What ties countries to one another.
    pub ties: Vec<Tie>,
    /// The working areas of Pillar II.
    pub technologies: Vec<Technology>,
    /// What happened or is expected, by date.
    pub events: Vec<Event>,
    /// What was said, by date.
    pub statements: Vec<Statement>,
    /// Who is named.
    pub people: Vec<Person>,
    /// Each statement of fact.
    pub claims: Vec<Claim>,
    /// What the claims rest on.
    pub sources: Vec<Source>,
    /// Where the article that this began from differs from the record.
    pub checks: Vec<Check>,
    /// What could not be verified, and where sources disagree.
    pub limits: Vec<Limit>,
    /// Words that are explained, in alphabetical order.
    pub terms: Vec<Term>,
    /// The story, step by step.
    pub steps: Vec<Step>,
    /// Views that have another address now, or none of their own.
    pub moved: Vec<Moved>,
    /// The overview in a few claims.
    pub overview: Vec<ClaimId>,
    /// Where the countries lie on the map sheet.
    pub sheet: Sheet,
}

/// An edition of the briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number, from 1.
    pub number: u16,
    /// The day it was closed.
    pub date: Date,
    /// The date of the newest source in it.
    pub latest_source: Date,
    /// So many days after the newest claim that describes a country in the same way, its status counts as unconfirmed.
    pub confirmed_days: u16,
}

/// What AUKUS is and who is in it, in a few words. It holds until the next one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standfirst {
    /// From which day on.
    pub from: Date,
    /// What it rests on; never empty.
    pub claims: Vec<ClaimId>,
}

/// One of the two pillars.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// `pillar-1` or `pillar-2`.
    pub id: String,
    /// Since when it has been closed to all who are not members, if it is.
    pub closed: Option<StatusEntry>,
    /// What the summary of who can take part rests on; never empty.
    pub access_summary: Vec<ClaimId>,
    /// What it is.
    pub what: Vec<ClaimId>,
    /// Why it is closed, or how far it is open.
    pub access: Vec<ClaimId>,
    /// Where the work stands.
    pub progress: Vec<ClaimId>,
    /// What stands in the way.
    pub obstacles: Vec<ClaimId>,
}

/// A member, a prospective partner or a country that is only mentioned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3, lower case.
    pub id: String,
    /// What it is to the briefing.
    pub group: Group,
    /// What its summary rests on; never empty.
    pub summary: Vec<ClaimId>,
    /// Its statuses, by date.
    pub history: Vec<StatusEntry>,
    /// What speaks for its part in AUKUS: what each reason rests on.
    pub reasons_for: Vec<Vec<ClaimId>>,
    /// What speaks against it, likewise.
    pub reasons_against: Vec<Vec<ClaimId>>,
    /// Why it matters.
    pub why: Vec<ClaimId>,
    /// What it brings.
    pub strengths: Vec<ClaimId>,
    /// What stands in the way.
    pub obstacles: Vec<ClaimId>,
    /// What is said of a country that is only mentioned.
    pub mentions: Vec<ClaimId>,
}

/// One entry of a country's status history. It holds until the next entry for the same pillar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatusEntry {
    /// When it began.
    pub from: When,
    /// When it became known: the earliest source of its claims.
    pub known: Date,
    /// The pillar it is about.
    pub pillar: PillarId,
    /// The status.
    pub status: Status,
    /// What it rests on; never empty.
    pub claims: Vec<ClaimId>,
    /// Later claims that still describe the country so.
    pub confirmed_by: Vec<ClaimId>,
    /// What the verdict for the period that it begins rests on; never empty.
    pub verdict: Vec<ClaimId>,
}

/// What ties two countries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// The ids of the two: `aus-kor`.
    pub id: String,
    /// The two, in content order.
    pub between: [CountryId; 2],
    /// What it rests on; never empty. Its label names the first.
    pub claims: Vec<ClaimId>,
}

/// A working area of Pillar II.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Technology {
    /// `tech-…`.
    pub id: String,
    /// Technology or function.
    pub group: TechnologyGroup,
    /// What countries have to do with it.
    pub links: Vec<AreaLink>,
    /// Claims of its links that are named in a few words, where there is no room for a sentence.
    pub details: Vec<ClaimId>,
    /// What shows that it is a working area.
    pub sources: Vec<SourceId>,
}

/// What countries have to do with a working area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AreaLink {
    /// What kind of link.
    pub kind: LinkKind,
    /// The countries; never empty.
    pub countries: Vec<CountryId>,
    /// When it began, for what they took part in or observed.
    pub from: Option<When>,
    /// When that ended.
    pub to: Option<When>,
    /// When it became known: the earliest of its claims that is no forecast.
    pub known: Date,
    /// What it rests on; never empty.
    pub claims: Vec<ClaimId>,
}

/// Something that happened or is expected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `ev-…`.
    pub id: String,
    /// When.
    pub when: When,
    /// When it became known.
    pub known: Date,
    /// What kind of event.
    pub kind: EventKind,
    /// What it is about.
    pub about: Vec<Topic>,
    /// What it rests on; never empty.
    pub sources: Vec<SourceId>,
    /// What is claimed of it.
    pub claims: Vec<ClaimId>,
    /// Whether it was still expected when the sources were written.
    pub expected: bool,
}

/// Something somebody said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// `st-…`.
    pub id: String,
    /// Who said it, where it is a person named in the briefing.
    pub who: Option<PersonId>,
    /// When.
    pub when: When,
    /// When it became known.
    pub known: Date,
    /// Verbatim or in own words.
    pub mode: Mode,
    /// What it rests on; never empty.
    pub sources: Vec<SourceId>,
    /// What it is about.
    pub about: Vec<Topic>,
    /// What keeps it from being fully confirmed.
    pub verification: Option<Verification>,
}

/// Somebody who is named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// `p-…`.
    pub id: String,
    /// When the office was held.
    pub as_of: When,
    /// The country spoken for.
    pub country: CountryId,
    /// What name and office rest on; never empty.
    pub sources: Vec<SourceId>,
}

/// One statement of fact. It is known by its index alone: no address names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The date it is true of.
    pub when: When,
    /// The date it became known: its earliest source.
    pub known: Date,
    /// What it is about.
    pub about: Vec<Topic>,
    /// What it rests on; never empty.
    pub sources: Vec<SourceId>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether it is a plan or a forecast.
    pub expected: bool,
    /// Whether it is the article's opinion, which stands with the article alone.
    pub interpretation: bool,
    /// The sentences of the article that it covers.
    pub article_places: Vec<ArticlePlace>,
}

/// Something published that a claim rests on. It is known by its number: see [`SourceId::number`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// When it was published.
    pub date: When,
    /// Whether the date was read on the page, or inferred.
    pub date_shown: bool,
    /// Whether the title was read on the page, or taken from its address or contents.
    pub title_shown: bool,
    /// What kind of source.
    pub kind: SourceKind,
    /// On whose site it was read.
    pub hosting: Hosting,
}

/// A check of the article against the record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// `cor-…`.
    pub id: String,
    /// The sentences of the article.
    pub article_places: Vec<ArticlePlace>,
    /// How far off the article is.
    pub verdict: Verdict,
    /// What it rests on; never empty.
    pub sources: Vec<SourceId>,
    /// The claims that state it right.
    pub claims: Vec<ClaimId>,
    /// On whose cards it is mentioned.
    pub cards: Vec<EntityId>,
}

/// What could not be verified, or where sources disagree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// What it is about; empty where it is about the whole briefing.
    pub about: Vec<Topic>,
}

/// A term of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Its id, which is also its place on the page.
    pub id: String,
}

/// A step of the story: what is shown while its sentence is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What is opened: a scope, a card within it, or both in this order.
    pub shows: Vec<EntityId>,
    /// The countries that are compared; none, or two to four.
    pub compare: Vec<CountryId>,
    /// As known on this day; without it, on the day of the edition.
    pub date: Option<Date>,
    /// What somebody said, to be read beside it.
    pub quote: Option<StatementId>,
    /// What its sentence rests on; never empty.
    pub claims: Vec<ClaimId>,
}

/// A view that somebody may have linked to, and what stands for it now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// Its name, as it was in addresses: `event=2024-05-01-meeting`.
    pub from: String,
    /// What is shown for it.
    pub to: EntityId,
}

macro_rules! lists {
    ($($one:ident $all:ident $id:ident $list:ident $entity:ident),* $(,)?) => {
        impl Model {$(
            #[doc = concat!("The entry of `", stringify!($list), "` with this id.")]
            #[must_use]
            pub fn $one(&self, id: $id) -> Option<&$entity> {
                self.$list.get(id.index())
            }

            #[doc = concat!("Every entry of `", stringify!($list), "` with its id, in order.")]
            pub fn $all(&self) -> impl DoubleEndedIterator<Item = ($id, &$entity)> {
                self.$list.iter().enumerate().filter_map(|(index, it)| Some(($id::from_index(index)?, it)))
            }
        )*}
    };
}

lists! {
    standfirst each_standfirst StandfirstId standfirsts Standfirst,
    pillar each_pillar PillarId pillars Pillar,
    country each_country CountryId countries Country,
    technology each_technology TechnologyId technologies Technology,
    event each_event EventId events Event,
    statement each_statement StatementId statements Statement,
    person each_person PersonId people Person,
    tie each_tie TieId ties Tie,
    claim each_claim ClaimId claims Claim,
    source each_source SourceId sources Source,
    check each_check CheckId checks Check,
    limit each_limit LimitId limits Limit,
    term each_term TermId terms Term,
    step each_step StepId steps Step,
}

impl Model {
    /// What was known on `date`.
    #[must_use]
    pub fn as_of(&self, date: Date) -> crate::AsOf<'_> {
        crate::AsOf::new(self, date)
    }

    /// The day on which the first event became known; that of the edition where none is.
    #[must_use]
    pub fn first_date(&self) -> Date {
        let latest = self.edition.date;
        self.event_dates().first().copied().unwrap_or(latest).min(latest)
    }

    /// The days on which it became known that something had happened, in order and once each.
    #[must_use]
    pub fn event_dates(&self) -> Vec<Date> {
        let happened = self.events.iter().filter(|event| !event.expected);
        let mut dates: Vec<Date> = happened.map(|event| event.known).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }
}
