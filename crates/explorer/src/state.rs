//! How what a reader, the address bar or a host page asks for changes the selection.

use model::Date;

use crate::Selection;

/// What a reader, the address bar or a host page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show what the page was opened for, unless something else has been asked for by now.
    Boot {
        /// The nearest valid selection.
        selection: Selection,
        /// Whether all of the address was valid.
        is_understood: bool,
    },
    /// Show this: a link was followed.
    Follow(Selection),
    /// Move the date: one of a run of small steps, which make one history entry together.
    MoveDate(Option<Date>),
    /// Show what the address says; `is_understood` is false where part of it made no sense.
    Arrive {
        /// The nearest valid selection.
        selection: Selection,
        /// Whether all of the address was valid.
        is_understood: bool,
    },
}

/// How the browser's history follows a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryUpdate {
    /// It does not: nothing has been asked for yet.
    Keep,
    /// A new entry.
    Push,
    /// The current entry is rewritten.
    Replace,
}

/// The selection, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub selection: Selection,
    /// Whether all of the address was valid, where the address was asked last.
    pub is_understood: bool,
    /// How the history follows.
    pub history: HistoryUpdate,
    /// Whether the address asked for it: the page was opened, or gone back to.
    pub is_arrival: bool,
    is_moving_date: bool,
}

impl State {
    /// The state of the prerendered page, before the address has been read.
    #[must_use]
    pub fn prerendered(selection: Selection, is_understood: bool) -> Self {
        Self { history: HistoryUpdate::Keep, ..Self::arrived(selection, is_understood) }
    }

    /// The state of a page that was opened at an address.
    #[must_use]
    pub fn arrived(selection: Selection, is_understood: bool) -> Self {
        Self {
            selection,
            is_understood,
            history: HistoryUpdate::Replace,
            is_arrival: true,
            is_moving_date: false,
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(self, action: Action) -> Self {
        match action {
            Action::Follow(selection) => Self {
                selection,
                is_understood: true,
                history: HistoryUpdate::Push,
                is_arrival: false,
                is_moving_date: false,
            },
            Action::MoveDate(date) => Self {
                selection: self.selection.dated(date),
                is_understood: true,
                history: if self.is_moving_date {
                    HistoryUpdate::Replace
                } else {
                    HistoryUpdate::Push
                },
                is_arrival: false,
                is_moving_date: true,
            },
            Action::Boot { .. } if self.history != HistoryUpdate::Keep => self,
            Action::Boot { selection, is_understood }
            | Action::Arrive { selection, is_understood } => {
                Self::arrived(selection, is_understood)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use model::CountryId;

    use super::*;
    use crate::Subject;

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    fn korea() -> Subject {
        Subject::Country(CountryId::from_index(4).unwrap())
    }

    #[test]
    fn a_run_of_dates_makes_one_history_entry() {
        let start = State::arrived(Selection::default(), true);
        let first = start.after(Action::MoveDate(day("2024-05-01")));
        let second = first.after(Action::MoveDate(day("2024-04-09")));
        assert_eq!((first.history, second.history), (HistoryUpdate::Push, HistoryUpdate::Replace));
        assert_eq!(second.selection.date, day("2024-04-09"));
        let followed = second.after(Action::Follow(second.selection.opening(korea())));
        assert_eq!(followed.after(Action::MoveDate(None)).history, HistoryUpdate::Push);
    }

    #[test]
    fn a_click_before_the_address_is_read_counts() {
        let opened = Action::Boot { selection: Selection::default(), is_understood: false };
        let prerendered = State::prerendered(Selection::default(), true);
        assert_eq!(prerendered.after(opened), State::arrived(Selection::default(), false));
        let followed = prerendered.after(Action::Follow(Selection::default().opening(korea())));
        assert_eq!(followed.after(opened), followed);
    }

    #[test]
    fn following_a_link_drops_the_note_on_the_address() {
        let lost = State::arrived(Selection::default(), false);
        assert!(!lost.is_understood);
        assert!(lost.after(Action::Follow(Selection::default())).is_understood);
    }
}
