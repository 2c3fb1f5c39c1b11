//! What the briefing consists of. Every list is in the order in which it is shown; texts are borrowed from the bytes
//! that the build emits.

use serde::Serialize;

use crate::packed::unpack_struct;
use crate::{
    ClaimId, Confidence, CorrectionId, CountryId, Date, EventId, EventKind, Group, Hosting, Mode,
    Packed, PersonId, PillarId, Sheet, SourceId, SourceKind, StatementId, Status, TechnologyGroup,
    TechnologyId, TieId, Topic, Unpack, Verdict, Verification, When, Words,
};

macro_rules! entities {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct $name<'a> { $($(#[$field_doc])* pub $field: $kind),* }

        impl<'a> Unpack<'a> for $name<'a> {
            fn unpack(&mut self, from: &mut Packed<'a>) {
                $(self.$field.unpack(from);)*
            }
        }
    )*};
}

/// An edition of the briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its number, from 1.
    pub number: u16,
    /// The day it was closed.
    pub date: Date,
    /// The date of the newest source in it.
    pub latest_source: Date,
}

unpack_struct!(Edition { number, date, latest_source });

entities! {
    /// Everything the briefing says.
    Briefing {
        /// Which edition this is.
        edition: Edition,
        /// The words of the page itself.
        words: Words<'a>,
        /// The two pillars.
        pillars: Vec<Pillar<'a>>,
        /// Members, prospective partners, and countries that are only mentioned.
        countries: Vec<Country<'a>>,
        /// What ties countries to one another.
        ties: Vec<Tie<'a>>,
        /// The eight working areas of Pillar II.
        technologies: Vec<Technology<'a>>,
        /// What happened or is expected, by date.
        events: Vec<Event<'a>>,
        /// What was said, by date.
        statements: Vec<Statement<'a>>,
        /// Who is named.
        people: Vec<Person<'a>>,
        /// Each statement of fact.
        claims: Vec<Claim<'a>>,
        /// What the claims rest on.
        sources: Vec<Source<'a>>,
        /// Where the article that this began from differs from the record.
        corrections: Vec<Correction<'a>>,
        /// What could not be verified, and where sources disagree.
        limits: Vec<Limit<'a>>,
        /// The overview in a few claims.
        overview: Vec<ClaimId>,
        /// Where the countries lie on the map sheet.
        sheet: Sheet,
    }

    /// A short text of fact and the claims that it sums up.
    Summary {
        /// The text.
        text: &'a str,
        /// What it rests on; never empty.
        claims: Vec<ClaimId>,
    }

    /// One of the two pillars.
    Pillar {
        /// `pillar-1` or `pillar-2`.
        id: &'a str,
        /// "Pillar I".
        name: &'a str,
        /// What it is about, in a few words.
        subject: &'a str,
        /// Whether others can take part, in a few words.
        access_summary: Summary<'a>,
        /// What it is.
        what: Vec<ClaimId>,
        /// Why it is closed, or how far it is open.
        access: Vec<ClaimId>,
        /// Where the work stands.
        progress: Vec<ClaimId>,
        /// What stands in the way.
        obstacles: Vec<ClaimId>,
    }

    /// A member, a prospective partner or a country that is only mentioned.
    Country {
        /// ISO 3166-1 alpha-3, lower case.
        id: &'a str,
        /// Its name.
        name: &'a str,
        /// What it is to the briefing.
        group: Group,
        /// The name of its capital.
        capital: &'a str,
        /// One or two sentences.
        summary: Summary<'a>,
        /// Its statuses, by date.
        history: Vec<StatusEntry<'a>>,
        /// The latest source that still describes it so.
        last_confirmed: Option<Confirmation<'a>>,
        /// Why it matters.
        why: Vec<ClaimId>,
        /// What it brings.
        strengths: Vec<ClaimId>,
        /// What stands in the way.
        obstacles: Vec<ClaimId>,
        /// What a reader must know beside the lists.
        note: Option<&'a str>,
        /// What is said of a country that is only mentioned.
        mentions: Vec<ClaimId>,
    }

    /// One entry of a country's status history. It holds until the next entry for the same pillar.
    StatusEntry {
        /// When it began.
        from: When,
        /// When it became known: the earliest source of its claims.
        known: Date,
        /// The pillar it is about.
        pillar: PillarId,
        /// The status.
        status: Status,
        /// What it rests on; never empty.
        claims: Vec<ClaimId>,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// What ties two countries.
    Tie {
        /// The ids of the two: `aus-kor`.
        id: &'a str,
        /// The two, in content order.
        between: [CountryId; 2],
        /// The first of its claims in two or three words.
        label: &'a str,
        /// What it rests on; never empty.
        claims: Vec<ClaimId>,
    }

    /// The latest source that still describes a country in the same way.
    Confirmation {
        /// Its date.
        date: Date,
        /// What it rests on.
        claims: Vec<ClaimId>,
        /// What exactly is confirmed.
        note: &'a str,
    }

    /// A working area of Pillar II.
    Technology {
        /// `tech-…`.
        id: &'a str,
        /// Its full name.
        name: &'a str,
        /// A name of one or two words.
        short_name: &'a str,
        /// Technology or function.
        group: TechnologyGroup,
        /// What it is, in plain words: general knowledge, not a claim about AUKUS.
        explanation: &'a str,
        /// Joint work.
        activity: Vec<ClaimId>,
        /// What ties it to a country outside the three members.
        partner_links: Vec<ClaimId>,
        /// Related claims that don't belong to it for certain.
        see_also: Vec<ClaimId>,
        /// The article's words for it.
        article_terms: Vec<&'a str>,
        /// How the article's words were matched to it.
        article_note: &'a str,
        /// What shows that it is a working area.
        sources: Vec<SourceId>,
        /// What is missing from the public record.
        gap: Option<&'a str>,
    }

    /// Something that happened or is expected.
    Event {
        /// `ev-…`.
        id: &'a str,
        /// When.
        when: When,
        /// When it became known: its own date, or for what is expected its earliest source.
        known: Date,
        /// A headline.
        title: &'a str,
        /// At most two sentences.
        summary: &'a str,
        /// What kind of event.
        kind: EventKind,
        /// What it is about.
        about: Vec<Topic>,
        /// What it rests on; never empty.
        sources: Vec<SourceId>,
        /// What is claimed of it.
        claims: Vec<ClaimId>,
        /// Whether it was still expected when the sources were written.
        expected: bool,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// Something somebody said.
    Statement {
        /// `st-…`.
        id: &'a str,
        /// Who said it, where it is a person named in the briefing.
        who: Option<PersonId>,
        /// Who said it, in words.
        speaker: &'a str,
        /// When.
        when: When,
        /// When it became known.
        known: Date,
        /// Where.
        place: &'a str,
        /// Verbatim or in own words.
        mode: Mode,
        /// What was said.
        text: &'a str,
        /// What it rests on; never empty.
        sources: Vec<SourceId>,
        /// What it is about.
        about: Vec<Topic>,
        /// Whether the article reports it.
        in_article: bool,
        /// What keeps it from being fully confirmed.
        verification: Option<Verification>,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// Somebody who is named.
    Person {
        /// `p-…`.
        id: &'a str,
        /// The name.
        name: &'a str,
        /// The office held.
        role: &'a str,
        /// When it was held.
        as_of: When,
        /// The country spoken for.
        country: CountryId,
        /// Whether the article names the person.
        in_article: bool,
        /// The name the article gives instead.
        article_name: Option<&'a str>,
        /// What establishes the right name.
        name_sources: Vec<SourceId>,
        /// What corrects the name the article gives.
        name_corrections: Vec<CorrectionId>,
        /// What name and office rest on; never empty.
        sources: Vec<SourceId>,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// One statement of fact.
    Claim {
        /// `c-…`.
        id: &'a str,
        /// One sentence.
        text: &'a str,
        /// The date it is true of.
        when: When,
        /// The date it became known: its earliest source.
        known: Date,
        /// What it is about.
        about: Vec<Topic>,
        /// What it rests on; never empty.
        sources: Vec<SourceId>,
        /// How sure it is.
        confidence: Confidence,
        /// Whether it is a plan or a forecast.
        expected: bool,
        /// Whether it is the article's opinion.
        interpretation: bool,
        /// What corrects the article's version of it.
        corrections: Vec<CorrectionId>,
        /// The sentences of the article that it covers: `title`, or `p2s1` for paragraph 2, sentence 1.
        article_refs: Vec<&'a str>,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// Something published that a claim rests on.
    Source {
        /// A short name of publisher and date.
        id: &'a str,
        /// Who published it.
        publisher: &'a str,
        /// Its title.
        title: &'a str,
        /// Whether the title was read on the page, or taken from its address or contents.
        title_shown: bool,
        /// When it was published.
        date: When,
        /// Whether the date was read on the page, or inferred.
        date_shown: bool,
        /// Where it is; none where only a copy was read.
        url: Option<&'a str>,
        /// What kind of source.
        kind: SourceKind,
        /// On whose site it was read.
        hosting: Hosting,
        /// Its language (ISO 639-1), where it is not English.
        language: Option<&'a str>,
        /// What a reader must know beside it.
        note: Option<&'a str>,
    }

    /// Where the article differs from the record.
    Correction {
        /// `cor-…`.
        id: &'a str,
        /// The sentences of the article: `title`, or `p2s1` for paragraph 2, sentence 1.
        article_refs: Vec<&'a str>,
        /// What the article says.
        article_says: &'a str,
        /// What the record says.
        record_says: &'a str,
        /// How far off the article is.
        verdict: Verdict,
        /// How that is known.
        explanation: &'a str,
        /// What it rests on; never empty.
        sources: Vec<SourceId>,
        /// The claims that state it right.
        claims: Vec<ClaimId>,
    }

    /// What could not be verified, or where sources disagree.
    Limit {
        /// What is missing or unclear.
        text: &'a str,
        /// What it is about; empty where it is about the whole briefing.
        about: Vec<Topic>,
    }
}

macro_rules! lookups {
    ($($one:ident $id:ident $list:ident $entity:ident),* $(,)?) => {
        impl<'a> Briefing<'a> {$(
            #[doc = concat!("The entry of `", stringify!($list), "` with this id.")]
            #[must_use]
            pub fn $one(&self, id: $id) -> Option<&$entity<'a>> {
                self.$list.get(id.index())
            }
        )*}
    };
}

lookups! {
    pillar PillarId pillars Pillar,
    country CountryId countries Country,
    technology TechnologyId technologies Technology,
    event EventId events Event,
    statement StatementId statements Statement,
    person PersonId people Person,
    tie TieId ties Tie,
    claim ClaimId claims Claim,
    source SourceId sources Source,
    correction CorrectionId corrections Correction,
}

impl<'a> Briefing<'a> {
    /// What was known on `date`.
    #[must_use]
    pub fn as_of(&self, date: Date) -> crate::AsOf<'_, 'a> {
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
