//! The ids of every kind of entry, and what they stand for.

use std::collections::BTreeMap;
use std::fmt;

use model::{
    ClaimId, CorrectionId, CountryId, EventId, PersonId, PillarId, SourceId, StatementId,
    TechnologyId, TieId, Topic,
};

use crate::fields::Fields;

/// The ids of one kind.
pub(crate) struct Index<'a, I> {
    /// What an entry is called in messages.
    pub(crate) kind: &'static str,
    by_id: BTreeMap<&'a str, I>,
}

impl<'a, I: Copy> Index<'a, I> {
    /// Takes the ids of the entries, each of which must be written as its kind demands and be the only one.
    fn gather(
        kind: &'static str,
        form: Form,
        entries: &[Fields<'_, 'a>],
        from_index: fn(usize) -> Option<I>,
    ) -> Self {
        let mut by_id = BTreeMap::new();
        let mut first = BTreeMap::new();
        for (position, entry) in entries.iter().enumerate() {
            let id = entry.text("id");
            if id.is_empty() {
                continue;
            }
            if !form.fits(id) {
                entry.report("id", format!("`{id}` cannot be the id of a {kind}: write {form}"));
            }
            if let Some(other) = first.insert(id, entry) {
                entry.report(
                    "id",
                    format!("the id `{id}` is taken, at {}: choose another", other.place("id")),
                );
            }
            match from_index(position) {
                Some(found) => drop(by_id.entry(id).or_insert(found)),
                None => {
                    entry.report("id", "more entries than the briefing can hold, 65,536".into());
                }
            }
        }
        Self { kind, by_id }
    }

    /// What an id stands for.
    pub(crate) fn get(&self, id: &str) -> Option<I> {
        self.by_id.get(id).copied()
    }

    /// Every id.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.by_id.keys().copied()
    }
}

/// How ids of a kind are written. They go into addresses, element ids and style rules, so they are plain.
#[derive(Clone, Copy)]
enum Form {
    /// As ISO 3166-1 alpha-3, small.
    Country,
    /// Small letters, digits and hyphens after what all of the kind begin with.
    Prefixed(&'static str),
}

impl Form {
    fn fits(self, id: &str) -> bool {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        match self {
            Form::Country => id.len() == 3 && id.bytes().all(|byte| byte.is_ascii_lowercase()),
            Form::Prefixed(prefix) => id
                .strip_prefix(prefix)
                .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(is_plain)),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Form::Country => f.write_str("its three-letter code in small letters, as in `kor`"),
            Form::Prefixed("") => f.write_str("small letters, digits and hyphens"),
            Form::Prefixed(prefix) => {
                write!(f, "`{prefix}` and then small letters, digits and hyphens")
            }
        }
    }
}

/// The entries of each kind.
pub(crate) struct Tables<'t, 'a> {
    pub(crate) pillars: Vec<Fields<'t, 'a>>,
    pub(crate) countries: Vec<Fields<'t, 'a>>,
    pub(crate) technologies: Vec<Fields<'t, 'a>>,
    pub(crate) events: Vec<Fields<'t, 'a>>,
    pub(crate) statements: Vec<Fields<'t, 'a>>,
    pub(crate) people: Vec<Fields<'t, 'a>>,
    pub(crate) claims: Vec<Fields<'t, 'a>>,
    pub(crate) sources: Vec<Fields<'t, 'a>>,
    pub(crate) corrections: Vec<Fields<'t, 'a>>,
    pub(crate) ties: Vec<Fields<'t, 'a>>,
}

/// The ids of each kind that is referred to.
pub(crate) struct Ids<'a> {
    pub(crate) pillars: Index<'a, PillarId>,
    pub(crate) countries: Index<'a, CountryId>,
    pub(crate) technologies: Index<'a, TechnologyId>,
    pub(crate) events: Index<'a, EventId>,
    pub(crate) people: Index<'a, PersonId>,
    pub(crate) claims: Index<'a, ClaimId>,
    pub(crate) sources: Index<'a, SourceId>,
    pub(crate) corrections: Index<'a, CorrectionId>,
}

impl<'a> Ids<'a> {
    /// Gathers the ids of every kind.
    pub(crate) fn gather(tables: &Tables<'_, 'a>) -> Self {
        use Form::{Country, Prefixed};
        // No entry refers to a statement or a tie, yet addresses do.
        Index::gather("tie", Prefixed(""), &tables.ties, TieId::from_index);
        Index::gather("statement", Prefixed("st-"), &tables.statements, StatementId::from_index);
        Self {
            pillars: Index::gather(
                "pillar",
                Prefixed("pillar-"),
                &tables.pillars,
                PillarId::from_index,
            ),
            countries: Index::gather("partner", Country, &tables.countries, CountryId::from_index),
            technologies: Index::gather(
                "technology",
                Prefixed("tech-"),
                &tables.technologies,
                TechnologyId::from_index,
            ),
            events: Index::gather("event", Prefixed("ev-"), &tables.events, EventId::from_index),
            people: Index::gather("person", Prefixed("p-"), &tables.people, PersonId::from_index),
            claims: Index::gather("claim", Prefixed("c-"), &tables.claims, ClaimId::from_index),
            sources: Index::gather("source", Prefixed(""), &tables.sources, SourceId::from_index),
            corrections: Index::gather(
                "correction",
                Prefixed("cor-"),
                &tables.corrections,
                CorrectionId::from_index,
            ),
        }
    }

    /// What an entry can be about.
    pub(crate) fn topic(&self, id: &str) -> Option<Topic> {
        let country = self.countries.get(id).map(Topic::Country);
        let pillar = || self.pillars.get(id).map(Topic::Pillar);
        let technology = || self.technologies.get(id).map(Topic::Technology);
        let event = || self.events.get(id).map(Topic::Event);
        country.or_else(pillar).or_else(technology).or_else(event)
    }

    /// Every id that an entry can be about.
    pub(crate) fn topic_names(&self) -> impl Iterator<Item = &'a str> {
        let kinds = self.countries.names().chain(self.pillars.names());
        kinds.chain(self.technologies.names()).chain(self.events.names())
    }
}
