//! What a reader has selected.

use model::{
    CountryId, Date, EntityId, EventId, PersonId, PillarId, StatementId, TechnologyId, TieId,
};

/// What the whole page is about. Public names call it the lens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Both pillars and every country.
    #[default]
    Overview,
    /// One pillar.
    Pillar(PillarId),
    /// One working area of Pillar II.
    Technology(TechnologyId),
    /// All working areas and what each country has to do with them, with the cell that is opened. No card is opened within it:
    /// its links lead to the cards of the overview.
    Areas(Option<Cell>),
}

/// Where an area and a country meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The area.
    pub technology: TechnologyId,
    /// The country.
    pub country: CountryId,
}

/// What is opened within the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A country.
    Country(CountryId),
    /// An event.
    Event(EventId),
    /// A statement.
    Statement(StatementId),
    /// A person.
    Person(PersonId),
    /// What ties two countries.
    Tie(TieId),
}

/// Everything that a reader can change: the map, the cards and the address are functions of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// What the page is about.
    pub scope: Scope,
    /// What is opened; without it the scope's own card is.
    pub subject: Option<Subject>,
    /// As known on this day; without it, on the day of the edition.
    pub date: Option<Date>,
}

impl Scope {
    /// The entry that it is about; none where it is about all of them.
    #[must_use]
    pub fn entity(self) -> Option<EntityId> {
        match self {
            Self::Overview | Self::Areas(_) => None,
            Self::Pillar(id) => Some(EntityId::Pillar(id)),
            Self::Technology(id) => Some(EntityId::Technology(id)),
        }
    }
}

impl Subject {
    /// The entry that it is.
    #[must_use]
    pub fn entity(self) -> EntityId {
        match self {
            Self::Country(id) => EntityId::Country(id),
            Self::Event(id) => EntityId::Event(id),
            Self::Statement(id) => EntityId::Statement(id),
            Self::Person(id) => EntityId::Person(id),
            Self::Tie(id) => EntityId::Tie(id),
        }
    }
}

impl Selection {
    /// The same date in another scope, with its own card.
    #[must_use]
    pub fn within(self, scope: Scope) -> Self {
        Self { scope, subject: None, ..self }
    }

    /// The same scope and date with another card; that of the overview where the scope has none within it.
    #[must_use]
    pub fn opening(self, subject: Subject) -> Self {
        let scope = match self.scope {
            Scope::Areas(_) => Scope::Overview,
            scope => scope,
        };
        Self { scope, subject: Some(subject), ..self }
    }

    /// The same date with the card of an entry: as a scope if it can be one, else within this scope.
    #[must_use]
    pub fn showing(self, entity: EntityId) -> Self {
        match entity {
            EntityId::Pillar(id) => self.within(Scope::Pillar(id)),
            EntityId::Technology(id) => self.within(Scope::Technology(id)),
            EntityId::Country(id) => self.opening(Subject::Country(id)),
            EntityId::Event(id) => self.opening(Subject::Event(id)),
            EntityId::Statement(id) => self.opening(Subject::Statement(id)),
            EntityId::Person(id) => self.opening(Subject::Person(id)),
            EntityId::Tie(id) => self.opening(Subject::Tie(id)),
        }
    }

    /// The same scope and date with the scope's own card.
    #[must_use]
    pub fn closed(self) -> Self {
        let scope = match self.scope {
            Scope::Areas(_) => Scope::Areas(None),
            scope => scope,
        };
        Self { scope, subject: None, ..self }
    }

    /// The same view on another day.
    #[must_use]
    pub fn dated(self, date: Option<Date>) -> Self {
        Self { date, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_closes_the_card_and_keeps_the_date() {
        let date = Date::parse("2024-05-01");
        let subject = Subject::Country(CountryId::from_index(4).unwrap());
        let selection = Selection::default().opening(subject).dated(date);
        let within = selection.within(Scope::Pillar(PillarId::from_index(1).unwrap()));
        assert_eq!((within.subject, within.date), (None, date));
        assert_eq!(selection.closed().date, date);
    }

    #[test]
    fn no_card_is_opened_within_the_areas() {
        let areas = |cell| Selection::default().within(Scope::Areas(cell));
        let opened = areas(Some(Cell {
            technology: TechnologyId::default(),
            country: CountryId::default(),
        }));
        assert_eq!(opened.closed(), areas(None));
        let subject = Subject::Event(EventId::default());
        assert_eq!(opened.opening(subject), Selection::default().opening(subject));
    }

    #[test]
    fn showing_an_entry_selects_it() {
        let start = Selection::default();
        let entities = [
            EntityId::Pillar(PillarId::default()),
            EntityId::Technology(TechnologyId::default()),
            EntityId::Country(CountryId::default()),
            EntityId::Tie(TieId::default()),
            EntityId::Event(EventId::default()),
            EntityId::Statement(StatementId::default()),
            EntityId::Person(PersonId::default()),
        ];
        for entity in entities {
            let shown = start.showing(entity);
            let selected = shown.subject.map(Subject::entity).or(shown.scope.entity());
            assert_eq!(selected, Some(entity));
        }
    }
}
