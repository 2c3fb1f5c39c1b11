//! The reader-visible state and how it changes. Pure: no browser, no clock.

use std::rc::Rc;

use model::{CountryId, Date, EventId, PersonId, PillarId, StatementId, TechnologyId, TieId};
use yew::Reducible;

/// What the whole page is seen through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lens {
    /// Both pillars and every country.
    #[default]
    Overview,
    /// One pillar.
    Pillar(PillarId),
    /// One working area of Pillar II.
    Technology(TechnologyId),
}

/// What is opened on top of the lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
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

/// The whole reader-visible state: the map, the cards and the URL are functions of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// What the page is seen through.
    pub lens: Lens,
    /// What is opened; without it the lens's own card is.
    pub open: Option<Open>,
    /// As known on this day; without it, on the day of the edition.
    pub date: Option<Date>,
}

impl Selection {
    /// The same date through another lens, with its own card.
    #[must_use]
    pub fn through(self, lens: Lens) -> Self {
        Self { lens, open: None, ..self }
    }

    /// The same lens and date with another card.
    #[must_use]
    pub fn opening(self, open: Open) -> Self {
        Self { open: Some(open), ..self }
    }

    /// The same lens and date with the lens's own card.
    #[must_use]
    pub fn closed(self) -> Self {
        Self { open: None, ..self }
    }

    /// The same view on another day.
    #[must_use]
    pub fn dated(self, date: Option<Date>) -> Self {
        Self { date, ..self }
    }
}

/// What a reader, the address bar or a host page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show what the page was opened for, unless something else has been asked for by now.
    Open {
        /// The nearest valid selection.
        selection: Selection,
        /// Whether all of the address was valid.
        understood: bool,
    },
    /// Show this: a link was followed.
    Follow(Selection),
    /// Move the date: one of a run of small steps, which make one history entry together.
    Slide(Option<Date>),
    /// Show what the address says; `understood` is false where part of it made no sense.
    Arrive {
        /// The nearest valid selection.
        selection: Selection,
        /// Whether all of the address was valid.
        understood: bool,
    },
}

/// How the browser's history follows a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It does not: nothing has been asked for yet.
    Keep,
    /// A new entry.
    Push,
    /// The current entry is rewritten.
    Replace,
}

/// The selection and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub selection: Selection,
    /// Whether all of the address was valid, where the address was asked last.
    pub understood: bool,
    /// How the history follows.
    pub entry: Entry,
    /// Whether the address asked for it: the page was opened, or gone back to.
    pub is_arrival: bool,
    is_sliding: bool,
}

impl State {
    /// The state of the page as it is printed, before the address has been read.
    #[must_use]
    pub fn printed(selection: Selection, understood: bool) -> Self {
        Self { entry: Entry::Keep, ..Self::arrived(selection, understood) }
    }

    /// The state of a page that was opened at an address.
    #[must_use]
    pub fn arrived(selection: Selection, understood: bool) -> Self {
        Self { selection, understood, entry: Entry::Replace, is_arrival: true, is_sliding: false }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(self, action: Action) -> Self {
        match action {
            Action::Follow(selection) => Self {
                selection,
                understood: true,
                entry: Entry::Push,
                is_arrival: false,
                is_sliding: false,
            },
            Action::Slide(date) => Self {
                selection: self.selection.dated(date),
                understood: true,
                entry: if self.is_sliding { Entry::Replace } else { Entry::Push },
                is_arrival: false,
                is_sliding: true,
            },
            Action::Open { .. } if self.entry != Entry::Keep => self,
            Action::Open { selection, understood } | Action::Arrive { selection, understood } => {
                Self::arrived(selection, understood)
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.after(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    fn korea() -> Open {
        Open::Country(CountryId::from_index(4).unwrap())
    }

    #[test]
    fn a_run_of_slides_makes_one_history_entry() {
        let start = State::arrived(Selection::default(), true);
        let first = start.after(Action::Slide(day("2024-05-01")));
        let second = first.after(Action::Slide(day("2024-04-09")));
        assert_eq!((first.entry, second.entry), (Entry::Push, Entry::Replace));
        assert_eq!(second.selection.date, day("2024-04-09"));
        let followed = second.after(Action::Follow(second.selection.opening(korea())));
        assert_eq!(followed.after(Action::Slide(None)).entry, Entry::Push);
    }

    #[test]
    fn a_click_before_the_address_is_read_counts() {
        let opened = Action::Open { selection: Selection::default(), understood: false };
        let printed = State::printed(Selection::default(), true);
        assert_eq!(printed.after(opened), State::arrived(Selection::default(), false));
        let followed = printed.after(Action::Follow(Selection::default().opening(korea())));
        assert_eq!(followed.after(opened), followed);
    }

    #[test]
    fn following_a_link_drops_the_note_on_the_address() {
        let lost = State::arrived(Selection::default(), false);
        assert!(!lost.understood);
        assert!(lost.after(Action::Follow(Selection::default())).understood);
    }

    #[test]
    fn a_change_of_nothing_keeps_the_same_state() {
        let state = Rc::new(State::arrived(Selection::default(), true));
        let arrive = Action::Arrive { selection: Selection::default(), understood: true };
        assert!(Rc::ptr_eq(&state, &Rc::clone(&state).reduce(arrive)));
    }

    #[test]
    fn a_lens_closes_the_card_and_keeps_the_date() {
        let selection = Selection::default().opening(korea()).dated(day("2024-05-01"));
        let through = selection.through(Lens::Pillar(PillarId::from_index(1).unwrap()));
        assert_eq!((through.open, through.date), (None, day("2024-05-01")));
        assert_eq!(selection.closed().date, day("2024-05-01"));
    }
}
