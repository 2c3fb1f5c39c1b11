//! What is searched: every entry of the briefing with its texts and when each became known, and what is only printed.

use std::borrow::Cow;

use model::{
    Claim, ClaimId, Confidence, CountryId, Date, EntityId, Limit, Model, Precision, SourceId,
    SourceKind, StatusOwner, TechnologyId, Topic, When,
};
use text::Catalogue;

use crate::Briefing;
use crate::view::{Formatter, capitalized, sources_of};

/// What kind of thing a result is, in the order of their groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A country.
    Country,
    /// A pillar.
    Pillar,
    /// A working area.
    Area,
    /// Somebody who is named.
    Person,
    /// What ties two countries.
    Tie,
    /// Something that happened or is expected.
    Event,
    /// Something somebody said.
    Statement,
    /// A statement of fact.
    Claim,
    /// A check of the article.
    Check,
    /// Something that changed since the edition before.
    Change,
    /// What could not be verified.
    Limit,
    /// A word of the glossary.
    Term,
    /// A source.
    Source,
}

/// Where a result leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To the card of an entry.
    Card(EntityId),
    /// To a place on the page.
    Printed(String),
}

/// An entry that can be found.
#[derive(Clone, Debug)]
pub struct Entry<'b> {
    /// What it is.
    pub kind: Kind,
    /// Where it leads.
    pub place: Place,
    /// Its ids.
    pub names: Vec<String>,
    /// Its texts.
    pub texts: Vec<EntryText<'b>>,
    /// When it became known.
    pub known: Date,
    /// When it was so.
    pub when: Option<When>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// Which countries it is about.
    pub countries: Vec<CountryId>,
    /// Which working areas it is about.
    pub areas: Vec<TechnologyId>,
    /// Whether sources differ.
    pub is_disputed: bool,
    /// When the first of its sources appeared that is of a public body or a parliament.
    pub official_from: Option<Date>,
}

/// A text of an entry.
#[derive(Clone, Debug)]
pub struct EntryText<'b> {
    /// The text.
    pub text: Cow<'b, str>,
    /// Whether it is what the entry is called.
    pub is_title: bool,
    /// When it became known, if that was after the entry.
    pub known: Date,
    /// From when on it is no longer so.
    pub until: Option<Date>,
}

impl EntryText<'_> {
    /// Whether it was known on a date, and still so.
    pub(super) fn holds_on(&self, date: Date) -> bool {
        self.known <= date && self.until.is_none_or(|it| date < it)
    }
}

/// A text that is printed in the page and that the app does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// What it is of.
    pub kind: Kind,
    /// The id of its place: `source-12`.
    pub id: String,
    /// What it is called; may be empty.
    pub title: String,
    /// All of it.
    pub text: String,
}

/// Everything that can be found, with what is printed.
#[must_use]
pub fn entries<'b>(briefing: &'b Briefing, printed: Vec<Printed>) -> Vec<Entry<'b>> {
    let context = Context { model: &briefing.model, text: &briefing.text };
    let mut found = Vec::new();
    context.countries(&mut found);
    context.scopes(&mut found);
    context.people(&mut found);
    context.ties(&mut found);
    context.events(&mut found);
    context.statements(&mut found);
    context.claims(&mut found);
    context.limits(&mut found);
    let sources = found.len();
    context.sources(&mut found);
    for it in printed {
        let number = it.id.strip_prefix("source-").and_then(|it| it.parse::<usize>().ok());
        let source = number.and_then(|it| found.get_mut(sources + it.checked_sub(1)?));
        match source {
            Some(entry) => entry.texts = texts_of(it.title, it.text),
            None => found.push(context.printed(it)),
        }
    }
    let formats = Formatter::new(&briefing.text.messages);
    // That of a person is only since when they are known to hold their office.
    for entry in found.iter_mut().filter(|it| it.kind != Kind::Person) {
        entry.names.extend(entry.when.into_iter().flat_map(|it| dates(formats, it)));
    }
    found
}

/// What a day or a month is called in a search: "2024-05-01", "1 May 2024", "2024-05", "May 2024"; long and short, as both are
/// shown.
fn dates(formats: Formatter, when: When) -> Vec<String> {
    let names = |it: When| [it.to_string(), formats.when(it), formats.short(it)];
    let month = When { precision: Precision::Month, ..when };
    match when.precision {
        Precision::Day => [names(when), names(month)].concat(),
        Precision::Month => names(month).into(),
        Precision::Year => Vec::new(),
    }
}

fn texts_of<'b>(title: String, text: String) -> Vec<EntryText<'b>> {
    let of = |text: String, is_title| EntryText {
        text: text.into(),
        is_title,
        known: Date::MIN,
        until: None,
    };
    let title = (!title.is_empty()).then(|| of(title, true));
    title.into_iter().chain([of(text, false)]).collect()
}

impl<'b> Entry<'b> {
    /// The country that it is about, if that is one.
    #[must_use]
    pub fn only_country(&self) -> Option<CountryId> {
        match *self.countries {
            [id] => Some(id),
            _ => None,
        }
    }

    fn new(kind: Kind, place: Place) -> Self {
        Self {
            kind,
            place,
            names: Vec::new(),
            texts: Vec::new(),
            known: Date::MIN,
            when: None,
            sources: Vec::new(),
            countries: Vec::new(),
            areas: Vec::new(),
            is_disputed: false,
            official_from: None,
        }
    }

    fn titled(mut self, text: impl Into<Cow<'b, str>>) -> Self {
        self.texts.push(EntryText {
            text: text.into(),
            is_title: true,
            known: Date::MIN,
            until: None,
        });
        self
    }

    fn saying(self, text: impl Into<Cow<'b, str>>) -> Self {
        self.learning(Date::MIN, text)
    }

    fn learning(self, known: Date, text: impl Into<Cow<'b, str>>) -> Self {
        self.holding(known, None, text)
    }

    fn holding(mut self, known: Date, until: Option<Date>, text: impl Into<Cow<'b, str>>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.texts.push(EntryText { text, is_title: false, known, until });
        }
        self
    }

    fn noting(self, note: &'b Option<String>) -> Self {
        self.saying(note.as_deref().unwrap_or_default())
    }

    fn about(mut self, topics: &[Topic]) -> Self {
        for topic in topics {
            match topic {
                Topic::Country(id) => self.countries.push(*id),
                Topic::Technology(id) => self.areas.push(*id),
                Topic::Pillar(_) | Topic::Event(_) => (),
            }
        }
        self
    }

    fn resting_on(mut self, model: &Model, sources: &[SourceId]) -> Self {
        let is_official = |it: &&model::Source| {
            matches!(it.kind, SourceKind::Official | SourceKind::Parliamentary)
        };
        let official = sources.iter().filter_map(|id| model.source(*id)).filter(is_official);
        self.official_from = official.map(|it| it.date.date).min();
        self.sources = sources.to_vec();
        self
    }
}

#[derive(Clone, Copy)]
struct Context<'b> {
    model: &'b Model,
    text: &'b Catalogue,
}

impl<'b> Context<'b> {
    /// An entry with a card, found by its id in every spelling that addresses have.
    fn card(self, kind: Kind, id: impl Into<EntityId>) -> Entry<'b> {
        let id = id.into();
        let (name, short) = (id.name(self.model), id.short_name(self.model));
        let mut names: Vec<String> =
            [name, short].into_iter().flatten().map(str::to_owned).collect();
        names.dedup();
        // A number alone is that of a source.
        names.retain(|it| it.contains(char::is_alphabetic) || it.len() > 3);
        names.extend(short.map(|it| [id.kind().key(), "=", it].concat()));
        Entry { names, ..Entry::new(kind, Place::Card(id)) }
    }

    /// When all of these were known.
    fn known(self, claims: &[ClaimId]) -> Date {
        let known = claims.iter().filter_map(|it| Some(self.model.claim(*it)?.known));
        known.max().unwrap_or(Date::MIN)
    }

    /// When the first of these appeared.
    fn first(self, sources: &[SourceId]) -> Date {
        let dates = sources.iter().filter_map(|it| Some(self.model.source(*it)?.date.date));
        dates.min().unwrap_or(Date::MIN)
    }

    fn countries(self, found: &mut Vec<Entry<'b>>) {
        let formats = Formatter::new(&self.text.messages);
        for ((id, country), text) in self.model.each_country().zip(&self.text.countries) {
            let mut entry = self.card(Kind::Country, EntityId::Country(id));
            entry.countries.push(id);
            entry = entry.titled(&*text.name);
            if let Some(short) = &text.short_name {
                entry = entry.titled(&**short);
            }
            entry = entry.resting_on(self.model, &sources_of(self.model, &country.summary));
            entry = entry.learning(self.known(&country.summary), &*text.summary);
            entry = entry.saying(&*text.capital).noting(&text.note);
            for (index, status) in country.history.iter().enumerate() {
                let of = StatusOwner::Country(id, index);
                // A verdict holds until another one for the pillar is known.
                let later = country.history.iter().skip(index + 1);
                let later = later.filter(|it| it.pillar == status.pillar).map(|it| it.known);
                let until = later.min();
                let texts = [self.text.verdict(of), self.text.status_note(of)];
                for text in texts.into_iter().flatten() {
                    entry = entry.holding(status.known, until, text);
                }
                // Not "since", as whether it still holds is said on the card alone.
                let when = formats.when(status.from);
                let values = [("status", formats.status(status.status)), ("date", &*when)];
                let step = text::format(self.text.messages.status_on(), &values);
                entry = entry.holding(status.known, until, capitalized(&step));
            }
            let reasons = country.reasons_for.iter().zip(&text.reasons_for);
            let against = country.reasons_against.iter().zip(&text.reasons_against);
            for (claims, text) in reasons.chain(against) {
                entry = entry.learning(self.known(claims), &**text);
            }
            found.push(entry);
        }
    }

    /// Pillars and working areas.
    fn scopes(self, found: &mut Vec<Entry<'b>>) {
        for ((id, pillar), text) in self.model.each_pillar().zip(&self.text.pillars) {
            let mut entry = self.card(Kind::Pillar, EntityId::Pillar(id));
            entry = entry.resting_on(self.model, &sources_of(self.model, &pillar.what));
            entry = entry.titled(&*text.name).titled(&*text.subject);
            let known = self.known(&pillar.access_summary);
            found.push(entry.learning(known, &*text.access_summary));
        }
        for ((id, area), text) in self.model.each_technology().zip(&self.text.technologies) {
            let mut entry = self.card(Kind::Area, EntityId::Technology(id));
            entry.areas.push(id);
            let links = area.links.iter().filter(|it| it.kind.is_of_aukus()).map(|it| it.known);
            // Named by work of AUKUS in it, or by a source that shows it.
            entry.known = links.chain([self.first(&area.sources)]).min().unwrap_or(Date::MIN);
            entry = entry.resting_on(self.model, &area.sources);
            entry = entry.titled(&*text.name).titled(&*text.short_name).saying(&*text.explanation);
            entry = entry.noting(&text.gap);
            for (claim, detail) in area.details.iter().zip(&text.details) {
                entry = entry.learning(self.known(&[*claim]), &**detail);
            }
            found.push(entry);
        }
    }

    fn people(self, found: &mut Vec<Entry<'b>>) {
        for ((id, person), text) in self.model.each_person().zip(&self.text.people) {
            let entry = self.card(Kind::Person, EntityId::Person(id));
            let known = self.first(&person.sources);
            let countries = vec![person.country];
            let entry = Entry { when: Some(person.as_of), known, countries, ..entry };
            let entry = entry.resting_on(self.model, &person.sources);
            found.push(entry.titled(&*text.name).saying(&*text.role).noting(&text.note));
        }
    }

    fn ties(self, found: &mut Vec<Entry<'b>>) {
        for ((id, tie), label) in self.model.each_tie().zip(&self.text.ties) {
            let entry = self.card(Kind::Tie, EntityId::Tie(id));
            let claims = tie.claims.iter().filter_map(|it| self.model.claim(*it));
            let known = claims.map(|it| it.known).min().unwrap_or(Date::MIN);
            let entry = Entry { known, countries: tie.between.to_vec(), ..entry };
            let entry = entry.resting_on(self.model, &sources_of(self.model, &tie.claims));
            let names = tie.between.map(|it| self.text.country(it).map_or("", |it| &it.name));
            let between = [("one", names[0]), ("other", names[1])];
            let names = text::format(self.text.messages.tie_between(), &between);
            found.push(entry.titled(&**label).titled(names));
        }
    }

    fn events(self, found: &mut Vec<Entry<'b>>) {
        for ((id, event), text) in self.model.each_event().zip(&self.text.events) {
            let entry = self.card(Kind::Event, EntityId::Event(id)).about(&event.about);
            let entry = Entry { when: Some(event.when), known: event.known, ..entry };
            let mut entry = entry.resting_on(self.model, &event.sources).titled(&*text.title);
            if let Some(short) = &text.short_name {
                entry = entry.titled(&**short);
            }
            found.push(entry.saying(&*text.summary).noting(&text.note));
        }
    }

    fn statements(self, found: &mut Vec<Entry<'b>>) {
        for ((id, statement), text) in self.model.each_statement().zip(&self.text.statements) {
            let entry = self.card(Kind::Statement, EntityId::Statement(id)).about(&statement.about);
            let entry = Entry { when: Some(statement.when), known: statement.known, ..entry };
            let entry = entry.resting_on(self.model, &statement.sources);
            let entry = entry.titled(&*text.speaker).saying(&*text.text).saying(&*text.place);
            found.push(entry.noting(&text.note));
        }
    }

    fn claims(self, found: &mut Vec<Entry<'b>>) {
        for ((id, claim), text) in self.model.each_claim().zip(&self.text.claims) {
            let entry = Entry::new(Kind::Claim, self.place_of(id, claim)).about(&claim.about);
            let is_disputed = claim.confidence == Confidence::Disputed;
            let (when, known) = (Some(claim.when), claim.known);
            let entry = Entry { when, known, is_disputed, ..entry };
            let entry = entry.resting_on(self.model, &claim.sources);
            found.push(entry.saying(&*text.text).noting(&text.note));
        }
    }

    /// The card on which a claim is read: a tie's, a country's, that of an area, a pillar or an event. What is the article's
    /// opinion stands with the article.
    fn place_of(self, id: ClaimId, claim: &Claim) -> Place {
        if claim.interpretation {
            return Place::Printed("article".to_owned());
        }
        let tie = self.model.each_tie().find(|(_, tie)| tie.claims.contains(&id));
        let tie = tie.map(|(id, _)| EntityId::Tie(id));
        let rank = |it: &&Topic| match it {
            Topic::Country(_) => 0,
            Topic::Technology(_) => 1,
            Topic::Pillar(_) => 2,
            Topic::Event(_) => 3,
        };
        // A country that is no member has the shorter card.
        let is_member = |it: &&Topic| match it {
            Topic::Country(id) => {
                self.model.country(*id).is_some_and(|it| it.group == model::Group::Member)
            }
            _ => false,
        };
        let topic = claim.about.iter().min_by_key(|it| (rank(it), is_member(it)));
        let card = tie.or(topic.map(|it| EntityId::from(*it)));
        card.map_or_else(|| Place::Printed("text".to_owned()), Place::Card)
    }

    fn limits(self, found: &mut Vec<Entry<'b>>) {
        for ((id, limit), text) in self.model.each_limit().zip(&self.text.limits) {
            let place = Place::Printed(format!("limit-{}", id.index() + 1));
            let entry = Entry::new(Kind::Limit, place).about(&limit.about);
            found.push(Entry { known: self.limit_known(limit), ..entry }.saying(&**text));
        }
    }

    /// What is open about events is so from these on; all else is the edition's own.
    fn limit_known(self, limit: &Limit) -> Date {
        let events = limit.about.iter().filter_map(|it| match it {
            Topic::Event(id) => Some(self.model.event(*id)?.known),
            _ => None,
        });
        events.max().unwrap_or(self.model.edition.date)
    }

    fn sources(self, found: &mut Vec<Entry<'b>>) {
        for ((id, source), publisher) in self.model.each_source().zip(&self.text.publishers) {
            let number = id.number().to_string();
            let entry = Entry::new(Kind::Source, Place::Printed(["source-", &number].concat()));
            let (when, known) = (Some(source.date), source.date.date);
            let entry = Entry { names: vec![number], when, known, ..entry };
            found.push(entry.resting_on(self.model, &[id]).saying(&**publisher));
        }
    }

    /// What is only printed. Checks are known with what they rest on, changes with the edition.
    fn printed(self, printed: Printed) -> Entry<'b> {
        let check = self.model.checks.iter().find(|it| it.id == printed.id);
        let known = match (printed.kind, check) {
            (Kind::Check, Some(it)) => self.known(&it.claims).max(self.first(&it.sources)),
            (Kind::Change, _) => self.model.edition.date,
            _ => Date::MIN,
        };
        let names = vec![printed.id.clone()];
        let place = Place::Printed(printed.id);
        let texts = texts_of(printed.title, printed.text);
        let entry = Entry { names, texts, known, ..Entry::new(printed.kind, place) };
        match check {
            Some(it) => entry.resting_on(self.model, &it.sources),
            None => entry,
        }
    }
}
