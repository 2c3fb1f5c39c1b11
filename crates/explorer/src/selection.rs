//! What a reader has selected.

use arrayvec::ArrayString;
use model::{
    CountryId, Date, EntityId, EventId, Model, PersonId, PillarId, StatementId, StepId,
    TechnologyId, TieId,
};

/// What the whole page is about. Public names call it the lens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(clippy::large_enum_variant, reason = "what is selected is copied, and few are kept")]
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
    /// What changed after this day and up to the date, which is later. No card is opened within it either.
    Since(Date),
    /// What is found by these words.
    Search(Search),
}

/// What is searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Search {
    /// The words, as typed.
    pub words: Words,
    /// What is left out.
    pub filter: Filter,
}

/// The words of a search, as typed: at most so many as the field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words(ArrayString<{ 3 * MOST_TYPED }>);

/// How long the words of a search can be, in units of UTF-16 as fields of a page count them. One is at most three bytes.
pub const MOST_TYPED: usize = 80;

/// What the results of a search are about, and rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The country that they are about.
    pub country: Option<CountryId>,
    /// The area that they are about.
    pub technology: Option<TechnologyId>,
    /// Whether all rest on an official source.
    pub is_official: bool,
    /// Whether the sources of all differ.
    pub is_disputed: bool,
}

/// How many countries can be compared.
pub const MOST_CHOSEN: usize = 4;

/// The countries that are chosen to be compared, each once, in the order in which they were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chosen([Option<CountryId>; MOST_CHOSEN]);

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
    /// The countries that are chosen to be compared. They stay chosen in whatever is selected next.
    pub chosen: Chosen,
    /// The step of the story that all this belongs to. What is selected from there belongs to none.
    pub step: Option<StepId>,
}

impl Words {
    /// The words of a text, as much of them as there is room for; control characters become spaces.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let (mut words, mut length) = (ArrayString::new(), 0);
        for letter in text.chars() {
            length += letter.len_utf16();
            let letter = if letter.is_control() { ' ' } else { letter };
            if length > MOST_TYPED || words.try_push(letter).is_err() {
                break;
            }
        }
        Self(words)
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Chosen {
    /// The countries, in their order.
    pub fn iter(&self) -> impl Iterator<Item = CountryId> + '_ {
        self.0.iter().copied().flatten()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there is no room for another.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.len() == MOST_CHOSEN
    }

    /// Whether a country is among them.
    #[must_use]
    pub fn contains(&self, country: CountryId) -> bool {
        self.iter().any(|it| it == country)
    }

    /// They without a country that is among them, or with one that is not, if there is room for it.
    #[must_use]
    pub fn toggled(self, country: CountryId) -> Self {
        let is_in = self.contains(country);
        let added = (!is_in).then_some(country);
        self.iter().filter(|it| *it != country).chain(added).collect()
    }
}

/// The first four that differ.
impl FromIterator<CountryId> for Chosen {
    fn from_iter<T: IntoIterator<Item = CountryId>>(countries: T) -> Self {
        let mut chosen = Self::default();
        for country in countries {
            if !chosen.contains(country)
                && let Some(free) = chosen.0.iter_mut().find(|it| it.is_none())
            {
                *free = Some(country);
            }
        }
        chosen
    }
}

/// What is shown by small changes of one kind: typing, ticking, dragging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A search.
    Search,
    /// What is compared, or chosen for it.
    Comparison,
    /// What changed between two dates.
    Since,
    /// The story, step by step.
    Story,
}

impl Tool {
    /// What it is called in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Comparison => "compare",
            Self::Since => "since",
            Self::Story => "story",
        }
    }
}

impl Scope {
    /// The entry that it is about; none where it is about all of them.
    #[must_use]
    pub fn entity(self) -> Option<EntityId> {
        match self {
            Self::Overview | Self::Areas(_) | Self::Since(_) | Self::Search(_) => None,
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
    /// What a step of the story shows; none if there is no such step.
    #[must_use]
    pub fn of_step(model: &Model, step: StepId) -> Option<Self> {
        let it = model.step(step)?;
        let shown = it.shows.iter().copied().fold(Self::default(), Self::showing);
        let chosen = it.compare.iter().copied().collect();
        Some(Self { step: Some(step), ..shown.dated(it.date).choosing(chosen) })
    }

    /// The day as of which it is shown.
    #[must_use]
    pub fn day(self, model: &Model) -> Date {
        self.date.unwrap_or(model.edition.date)
    }

    /// The same view, as one comes to it without the story.
    #[must_use]
    pub fn without_step(self) -> Self {
        Self { step: None, ..self }
    }

    /// The same date in another scope, with its own card.
    #[must_use]
    pub fn within(self, scope: Scope) -> Self {
        Self { scope, subject: None, step: None, ..self }
    }

    /// The same scope and date with another card; that of the overview where the scope has none within it.
    #[must_use]
    pub fn opening(self, subject: Subject) -> Self {
        let scope = match self.scope {
            Scope::Areas(_) | Scope::Since(_) => Scope::Overview,
            scope => scope,
        };
        Self { scope, subject: Some(subject), step: None, ..self }
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
        Self { scope, subject: None, step: None, ..self }
    }

    /// The same view on another day. Of what changed since a day that is not before it there is no view, but that of the day.
    #[must_use]
    pub fn dated(self, date: Option<Date>) -> Self {
        let scope = match self.scope {
            Scope::Since(from) if date.is_some_and(|it| it <= from) => Scope::Overview,
            scope => scope,
        };
        Self { scope, date, step: None, ..self }
    }

    /// The same view with other countries to compare.
    #[must_use]
    pub fn choosing(self, chosen: Chosen) -> Self {
        Self { chosen, step: None, ..self }
    }

    /// Whether the card compares the countries that are chosen: two or more, and nothing else is shown.
    #[must_use]
    pub fn is_comparison(&self) -> bool {
        self.without_step().tool() == Some(Tool::Comparison) && self.chosen.len() > 1
    }

    /// What it is shown by, if that is a tool whose small changes make one entry of the history together.
    #[must_use]
    pub fn tool(&self) -> Option<Tool> {
        match self.scope {
            _ if self.step.is_some() => Some(Tool::Story),
            _ if self.subject.is_some() => None,
            Scope::Since(_) => Some(Tool::Since),
            Scope::Search(_) => Some(Tool::Search),
            Scope::Overview if !self.chosen.is_empty() => Some(Tool::Comparison),
            _ => None,
        }
    }

    /// What it belongs to that is left to where the reader was before: the story, or a search with what is opened in it.
    #[must_use]
    pub(crate) fn detour(&self) -> Option<Tool> {
        match self.scope {
            _ if self.step.is_some() => Some(Tool::Story),
            Scope::Search(_) => Some(Tool::Search),
            _ => None,
        }
    }

    /// The next view on the way from here to the overview: from what is opened to the scope's own card, from there to what is
    /// compared, from there to the overview. None at the overview.
    #[must_use]
    pub(crate) fn outward(self) -> Option<Self> {
        let closed = self.closed();
        if closed != self {
            return Some(closed);
        }
        if self.scope != Scope::Overview {
            return Some(self.within(Scope::Overview));
        }
        (!self.chosen.is_empty()).then(|| self.choosing(Chosen::default()))
    }

    /// What of it the head of the page depends on: while results are shown, not what is searched for.
    #[must_use]
    pub fn head(self) -> Self {
        match self.scope {
            Scope::Search(_) if self.subject.is_none() => {
                self.within(Scope::Search(Search::default()))
            }
            _ => self,
        }
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
    fn words_end_where_their_room_does() {
        for text in ["", "hanwha", &"한".repeat(40), &"a\u{301}".repeat(60), "a\tb\u{0}"] {
            let words = Words::new(text);
            assert!(words.as_str().encode_utf16().count() <= MOST_TYPED);
            assert!(text.replace(char::is_control, " ").starts_with(words.as_str()));
            assert_eq!(Words::new(words.as_str()), words);
        }
        // As many as the field takes, in each script.
        for (letter, most) in [("a", 80), ("é", 80), ("한", 80), ("🌊", 40)] {
            let words = Words::new(&letter.repeat(100));
            assert_eq!(words.as_str(), letter.repeat(most));
        }
    }

    #[test]
    fn each_country_is_chosen_once_and_at_most_four() {
        let country = |index| CountryId::from_index(index).unwrap();
        let chosen: Chosen = [2, 0, 2, 5, 1, 3].map(country).into_iter().collect();
        assert_eq!(chosen.iter().collect::<Vec<_>>(), [2, 0, 5, 1].map(country));
        assert_eq!(chosen.toggled(country(3)), chosen);
        let without = chosen.toggled(country(0));
        assert_eq!(without.iter().collect::<Vec<_>>(), [2, 5, 1].map(country));
        assert_eq!(without.toggled(country(3)).len(), 4);
    }

    #[test]
    fn a_period_ends_where_the_date_is_not_after_its_start() {
        let day = Date::parse("2024-05-01");
        let since = Selection::default().within(Scope::Since(day.unwrap()));
        assert_eq!(since.dated(day), Selection::default().dated(day));
        let later = Date::parse("2024-05-02");
        assert_eq!(since.dated(later).scope, since.scope);
        assert_eq!(since.dated(None).scope, since.scope);
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
