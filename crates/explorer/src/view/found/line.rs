//! A result as it is read: what it is, what it is called and says, and what it rests on.

use model::{CountryId, EntityId, SourceId};

use super::Finding;
use crate::address;
use crate::search::{Entry, Kind, Marked, Place, Query};
use crate::view::references::best_first;
use crate::view::{Caveat, Mark};

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLine {
    /// Which entry it is of all that are searched.
    pub entry: usize,
    /// Where it leads.
    pub href: String,
    /// How the one country that it is about stands, and whether that is unconfirmed.
    pub mark: Option<(Mark, bool)>,
    /// The countries that it is about.
    pub countries: Marked,
    /// What it is: kind, date, what is the exception.
    pub what: Vec<String>,
    /// What it is called; may be empty.
    pub title: Marked,
    /// What it says; may be empty.
    pub text: Marked,
    /// The best source, and how many more there are.
    pub sources: String,
}

impl Finding<'_, '_> {
    pub(super) fn line(&self, index: usize, query: &Query) -> Option<FoundLine> {
        let entry = self.entry(index)?;
        let (title, text) = self.index.shown(index, query, self.date());
        let is_country = entry.kind == Kind::Country;
        let names = entry.countries.iter().filter_map(|it| self.context.text.country(*it));
        let names: Vec<&str> = names.map(|it| &*it.name).collect();
        let countries = if is_country { String::new() } else { names.join(", ") };
        // Of a source, what is said of it beside its title only where that was found.
        let is_said = entry.kind != Kind::Source || !text.ranges.is_empty();
        let text = if is_said { text } else { Marked::default() };
        Some(FoundLine {
            entry: index,
            href: self.href(&entry.place),
            mark: entry.only_country().and_then(|it| self.mark(it)),
            countries: Marked::of(&countries, query),
            what: self.what(entry),
            title,
            text,
            sources: self.sources(entry),
        })
    }

    fn href(&self, place: &Place) -> String {
        match place {
            Place::Card(entity) => {
                let shown = self.context.selection.showing(*entity);
                ["#", &address::fragment(self.context.model, &shown)].concat()
            }
            Place::Printed(id) => ["#", id].concat(),
        }
    }

    /// How a country stands towards the pillar that is open.
    pub(super) fn mark(&self, id: CountryId) -> Option<(Mark, bool)> {
        let standing = self.context.as_of.standing(id, self.context.shading_pillar()?);
        let status = standing.status()?;
        Some((Mark::from(status), self.context.is_dashed(&standing)))
    }

    /// What a result is: its status or its kind, its date, and what is the exception.
    fn what(&self, entry: &Entry) -> Vec<String> {
        let formats = self.context.formats;
        let of_kind = match &entry.place {
            Place::Card(entity) => self.kind(entry.kind, *entity),
            Place::Printed(_) => None,
        };
        let when = entry.when.map(|it| formats.when(it));
        let disputed = entry.is_disputed.then(|| formats.caveat(Caveat::Disputed).to_owned());
        let number = (entry.kind == Kind::Source).then(|| entry.names.first().cloned()).flatten();
        let number = number.map(|it| ["[", &it, "]"].concat());
        let parts = [number, of_kind, when, disputed].into_iter().flatten();
        parts.filter(|it| !it.is_empty()).collect()
    }

    fn kind(&self, kind: Kind, entity: EntityId) -> Option<String> {
        let (model, formats) = (self.context.model, self.context.formats);
        Some(match (kind, entity) {
            (Kind::Country, EntityId::Country(id)) => {
                formats.role(self.context.as_of.role(id)).to_owned()
            }
            (Kind::Area, EntityId::Technology(id)) => {
                formats.technology_group(model.technology(id)?.group).to_owned()
            }
            (Kind::Event, EntityId::Event(id)) => {
                formats.event_kind(model.event(id)?.kind).to_owned()
            }
            (Kind::Statement, EntityId::Statement(id)) => {
                formats.mode(model.statement(id)?.mode).to_owned()
            }
            (Kind::Person, EntityId::Person(_)) => return None,
            // Of a claim, whose card it is on, if that does not follow from its countries.
            (Kind::Claim, EntityId::Country(_)) => return None,
            (Kind::Claim, other) => self.context.entity_link(other)?.name.to_owned(),
            _ => return None,
        })
    }

    fn sources(&self, entry: &Entry) -> String {
        let sources = self.context.as_of.appeared(&entry.sources);
        let Some(best) = best_first(self.context.model, &sources).first().copied() else {
            return String::new();
        };
        let Some(name) = self.source(best) else { return String::new() };
        match sources.len() - 1 {
            _ if entry.kind == Kind::Source => {
                self.context.text.publisher(best).unwrap_or_default().to_owned()
            }
            0 => name,
            more => {
                let values = [("source", &*name), ("count", &*more.to_string())];
                text::format(self.context.text.messages.search_sources(), &values)
            }
        }
    }

    fn source(&self, id: SourceId) -> Option<String> {
        let date = self.context.model.source(id)?.date;
        Some(self.context.formats.source(self.context.text.publisher(id)?, date))
    }
}
