//! What the briefing consists of: who and what there is, how it is linked, when it was so and when that became known. Every
//! list is in the order in which it is shown. What is said of each entry is in the catalogue of a language, by the same ids.

use serde::{Deserialize, Serialize};

use crate::{
    ArticlePlace, ClaimId, Confidence, CorrectionId, CountryId, Date, EventId, EventKind, Group,
    Hosting, LimitId, Mode, PersonId, PillarId, Sheet, SourceId, SourceKind, StatementId, Status,
    TechnologyGroup, TechnologyId, TieId, Topic, Verdict, Verification, When,
};

/// The state of the briefing, without a word of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Which edition this is.
    pub edition: Edition,
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
    pub corrections: Vec<Correction>,
    /// What could not be verified, and where sources disagree.
    pub limits: Vec<Limit>,
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
}

/// One of the two pillars.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// `pillar-1` or `pillar-2`.
    pub id: String,
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
    /// The latest source that still describes it so.
    pub last_confirmed: Option<Confirmation>,
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
}

/// The latest source that still describes a country in the same way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Its date.
    pub date: Date,
    /// What it rests on.
    pub claims: Vec<ClaimId>,
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
    /// Joint work.
    pub activity: Vec<ClaimId>,
    /// What ties it to a country outside the three members.
    pub partner_links: Vec<ClaimId>,
    /// Related claims that don't belong to it for certain.
    pub see_also: Vec<ClaimId>,
    /// What shows that it is a working area.
    pub sources: Vec<SourceId>,
}

/// Something that happened or is expected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `ev-…`.
    pub id: String,
    /// When.
    pub when: When,
    /// When it became known: its own date, or for what is expected its earliest source.
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
    /// Whether the article reports it.
    pub in_article: bool,
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
    /// What establishes the right name, where the article gives another.
    pub name_sources: Vec<SourceId>,
    /// What corrects the name the article gives.
    pub name_corrections: Vec<CorrectionId>,
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
    /// Whether it is the article's opinion.
    pub interpretation: bool,
    /// What corrects the article's version of it.
    pub corrections: Vec<CorrectionId>,
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

/// Where the article differs from the record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Correction {
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
}

/// What could not be verified, or where sources disagree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// What it is about; empty where it is about the whole briefing.
    pub about: Vec<Topic>,
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
    pillar each_pillar PillarId pillars Pillar,
    country each_country CountryId countries Country,
    technology each_technology TechnologyId technologies Technology,
    event each_event EventId events Event,
    statement each_statement StatementId statements Statement,
    person each_person PersonId people Person,
    tie each_tie TieId ties Tie,
    claim each_claim ClaimId claims Claim,
    source each_source SourceId sources Source,
    correction each_correction CorrectionId corrections Correction,
    limit each_limit LimitId limits Limit,
}

impl Model {
    /// What was known on `date`.
    #[must_use]
    pub fn as_of(&self, date: Date) -> crate::AsOf<'_> {
        crate::AsOf::new(self, date)
    }

    /// The days on which something happened, in order and once each; what is only expected is left out.
    #[must_use]
    pub fn event_dates(&self) -> Vec<Date> {
        let happened = self.events.iter().filter(|event| !event.expected);
        let mut dates: Vec<Date> = happened.map(|event| event.when.date).collect();
        dates.dedup();
        dates
    }
}
