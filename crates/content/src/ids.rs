//! Gathers the ids of every kind of entry, and checks how they are written.

use std::collections::BTreeMap;
use std::fmt;

use model::{
    CheckId, ClaimId, CountryId, EntityId, EntityKind, EventId, PersonId, PillarId, SourceId,
    StatementId, TechnologyId, TieId, Topic,
};

use crate::fields::Fields;
use crate::index::Index;

/// Takes the ids of the entries, each of which must be written as its kind demands and be the only one.
pub(crate) fn gather<'t, I: Copy>(
    kind: &'static str,
    form: Form,
    entries: &[Fields<'t, '_>],
    from_index: fn(usize) -> Option<I>,
) -> Index<'t, I> {
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
                format!("the id `{id}` is taken, at {}: choose another", other.position("id")),
            );
        }
        match from_index(position) {
            Some(found) => drop(by_id.entry(id).or_insert(found)),
            None => {
                entry.report("id", "more entries than the briefing can hold, 65,536".into());
            }
        }
    }
    Index::new(kind, by_id)
}

/// The ids of the entries of a kind that has a view of its own.
fn gather_entities<'t, I: Copy>(
    kind: EntityKind,
    entries: &[Fields<'t, '_>],
    from_index: fn(usize) -> Option<I>,
) -> Index<'t, I> {
    let form = match kind {
        EntityKind::Country => Form::Country,
        _ => Form::Prefixed(kind.id_prefix()),
    };
    gather(kind.key(), form, entries, from_index)
}

/// How ids of a kind are written. They go into addresses, element ids and style rules, so they are plain.
#[derive(Clone, Copy)]
pub(crate) enum Form {
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
    pub(crate) checks: Vec<Fields<'t, 'a>>,
    pub(crate) ties: Vec<Fields<'t, 'a>>,
}

/// The ids of each kind that is referred to.
pub(crate) struct Ids<'t> {
    pub(crate) pillars: Index<'t, PillarId>,
    pub(crate) countries: Index<'t, CountryId>,
    pub(crate) technologies: Index<'t, TechnologyId>,
    pub(crate) events: Index<'t, EventId>,
    pub(crate) statements: Index<'t, StatementId>,
    pub(crate) ties: Index<'t, TieId>,
    pub(crate) people: Index<'t, PersonId>,
    pub(crate) claims: Index<'t, ClaimId>,
    pub(crate) sources: Index<'t, SourceId>,
}

impl<'t> Ids<'t> {
    /// Gathers the ids of every kind.
    pub(crate) fn gather(tables: &Tables<'t, '_>) -> Self {
        use EntityKind::{Country, Event, Person, Pillar, Statement, Technology, Tie};
        let named = Form::Prefixed("");
        let claim = Form::Prefixed("c-");
        // No entry refers to a check, yet addresses do.
        gather("check", Form::Prefixed("cor-"), &tables.checks, CheckId::from_index);
        Self {
            pillars: gather_entities(Pillar, &tables.pillars, PillarId::from_index),
            countries: gather_entities(Country, &tables.countries, CountryId::from_index),
            technologies: gather_entities(
                Technology,
                &tables.technologies,
                TechnologyId::from_index,
            ),
            events: gather_entities(Event, &tables.events, EventId::from_index),
            statements: gather_entities(Statement, &tables.statements, StatementId::from_index),
            ties: gather_entities(Tie, &tables.ties, TieId::from_index),
            people: gather_entities(Person, &tables.people, PersonId::from_index),
            claims: gather("claim", claim, &tables.claims, ClaimId::from_index),
            sources: gather("source", named, &tables.sources, SourceId::from_index),
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
    pub(crate) fn topic_names(&self) -> impl Iterator<Item = &'t str> {
        let kinds = self.countries.names().chain(self.pillars.names());
        kinds.chain(self.technologies.names()).chain(self.events.names())
    }

    /// What has a card.
    pub(crate) fn entity(&self, id: &str) -> Option<EntityId> {
        let statement = || self.statements.get(id).map(EntityId::Statement);
        let person = || self.people.get(id).map(EntityId::Person);
        let tie = || self.ties.get(id).map(EntityId::Tie);
        self.topic(id).map(EntityId::from).or_else(statement).or_else(person).or_else(tie)
    }

    /// Every id of what has a card.
    pub(crate) fn entity_names(&self) -> impl Iterator<Item = &'t str> {
        let others = self.statements.names().chain(self.people.names()).chain(self.ties.names());
        self.topic_names().chain(others)
    }
}
