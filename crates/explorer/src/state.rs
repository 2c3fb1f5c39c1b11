//! How what a reader, the address bar or a host page asks for changes the selection.

use model::{Date, Event, Model};

use crate::address::Misread;
use crate::{Chosen, Selection, Subject, Tool};

/// What a reader, the address bar or a host page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show what the page was opened for, unless something else has been asked for by now.
    Boot {
        /// The nearest valid selection.
        selection: Selection,
        /// What of the address is not shown.
        misread: Option<Misread>,
    },
    /// Show this: a link was followed.
    Follow(Selection),
    /// Show an event, as known on its day unless it is shown already: a link to it was followed.
    FollowEvent(Selection, Option<Date>),
    /// Show this: it was chosen on the map of a narrow window, where the answer may be out of sight.
    Tap(Selection),
    /// The answer to what was chosen on the map is in sight, or not.
    Judge {
        /// Whether the reader sees it.
        is_in_sight: bool,
    },
    /// Read the answer itself instead of the sheet.
    ReadOn,
    /// The browser has been asked to go back from the story.
    Leave,
    /// Move the date: one of a run of small steps, which make one history entry together.
    MoveDate(Option<Date>),
    /// Show this: one of a run of small changes of a tool, such as typing or ticking, which make one history entry together.
    Adjust(Selection),
    /// Show what the address says.
    Arrive {
        /// The nearest valid selection.
        selection: Selection,
        /// What of the address is not shown.
        misread: Option<Misread>,
    },
}

impl Action {
    /// A link was followed. An event sets map and date: a link that opens one shows everything as known on its day.
    #[must_use]
    pub fn follow(model: &Model, selection: Selection) -> Self {
        let Some(Subject::Event(id)) = selection.subject else { return Self::Follow(selection) };
        let event = model.event(id).filter(|it| !it.expected);
        event.map_or(Self::Follow(selection), |it| Self::FollowEvent(selection, day_of(model, it)))
    }
}

/// The day on which an event became known, its own where it was known then, as a date to select; none for what is expected, and
/// for the edition's own day.
pub(crate) fn day_of(model: &Model, event: &Event) -> Option<Date> {
    Some(event.known).filter(|it| !event.expected && *it < model.edition.date)
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

/// The sheet with the answer to what was chosen on the map of a narrow window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// There is none.
    Down,
    /// It is not known yet whether the answer itself is in sight.
    Due,
    /// It is shown.
    Raised,
}

/// The selection, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub selection: Selection,
    /// What of the address is not shown, where the address was asked last.
    pub misread: Option<Misread>,
    /// How the history follows.
    pub history: HistoryUpdate,
    /// Whether the address asked for it: the page was opened, or gone back to.
    pub is_arrival: bool,
    /// Whether the sheet is shown.
    pub sheet: Sheet,
    /// What was shown before the story or the search was opened from the page, which is the way back from it; none outside of both,
    /// and where the address or the history asked for it from outside of the search.
    pub before_detour: Option<Selection>,
    /// Whether the browser has been asked to go back from the story, which it does later.
    pub is_leaving: bool,
    /// Whether the sheet's selection made an entry of the history, so that the entry before it is the way back.
    pub is_sheet_entry: bool,
    is_moving_date: bool,
}

impl State {
    /// The state of the prerendered page, before the address has been read.
    #[must_use]
    pub fn prerendered(selection: Selection, misread: Option<Misread>) -> Self {
        Self { history: HistoryUpdate::Keep, ..Self::arrived(selection, misread) }
    }

    /// The state of a page that was opened at an address.
    #[must_use]
    pub fn arrived(selection: Selection, misread: Option<Misread>) -> Self {
        Self {
            selection,
            misread,
            history: HistoryUpdate::Replace,
            is_arrival: true,
            sheet: Sheet::Down,
            is_sheet_entry: false,
            before_detour: None,
            is_leaving: false,
            is_moving_date: false,
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(self, action: Action) -> Self {
        match action {
            Action::Follow(selection) => self.at(selection, HistoryUpdate::Push),
            Action::Adjust(selection) => {
                let tool = self.selection.tool();
                // What is unticked last is still ticking.
                let is_unticked = tool == Some(Tool::Comparison)
                    && selection == self.selection.choosing(Chosen::default());
                let is_same = tool.is_some() && tool == selection.tool() || is_unticked;
                let history = if is_same { HistoryUpdate::Replace } else { HistoryUpdate::Push };
                self.at(selection, history)
            }
            Action::Tap(selection) => self.tapped(selection),
            Action::Judge { is_in_sight } if self.sheet == Sheet::Due => {
                Self { sheet: if is_in_sight { Sheet::Down } else { Sheet::Raised }, ..self }
            }
            Action::Judge { .. } => self,
            Action::Leave => Self { is_leaving: true, ..self },
            Action::ReadOn => Self { sheet: Sheet::Down, ..self },
            // What leads from an event to itself leads to another date.
            Action::FollowEvent(selection, day) if self.selection.subject != selection.subject => {
                self.after(Action::Follow(selection.dated(day)))
            }
            Action::FollowEvent(selection, _) => self.after(Action::Follow(selection)),
            Action::MoveDate(date) => {
                let is_same = self.is_moving_date || self.is_period_at(date);
                let history = if is_same { HistoryUpdate::Replace } else { HistoryUpdate::Push };
                Self { is_moving_date: true, ..self.at(self.selection.dated(date), history) }
            }
            Action::Boot { .. } if self.history != HistoryUpdate::Keep => self,
            Action::Boot { selection, misread } => Self::arrived(selection, misread),
            Action::Arrive { selection, misread } => {
                // Back from a card to the results of the search that it was opened from, or to another search.
                let detours = [self.selection, selection].map(|it| it.detour());
                let is_on_it = detours == [Some(Tool::Search); 2];
                let before_detour = self.before_detour.filter(|_| is_on_it);
                Self { before_detour, ..Self::arrived(selection, misread) }
            }
        }
    }

    /// The state once the reader has selected something.
    fn at(self, selection: Selection, history: HistoryUpdate) -> Self {
        let detour = selection.detour();
        let is_on_it = detour.is_some() && detour == self.selection.detour();
        let before_detour = match detour {
            None => None,
            Some(_) if is_on_it => self.before_detour,
            // A story that was opened from a search leads back to it, and is nothing to be led back to.
            Some(Tool::Search) => self.selection.step.is_none().then_some(self.selection),
            Some(_) => Some(self.selection),
        };
        Self {
            selection,
            misread: None,
            history,
            is_arrival: false,
            sheet: Sheet::Down,
            is_sheet_entry: false,
            before_detour,
            is_leaving: false,
            is_moving_date: false,
        }
    }

    /// The next view on the way from here to the overview: from the story and from the results of a search to what was shown before,
    /// the latter as of the same date; else as [`Selection::outward`]. None at the overview.
    #[must_use]
    pub fn outward(self) -> Option<Selection> {
        match self.selection.tool() {
            Some(Tool::Story) => Some(self.before_detour.unwrap_or_default()),
            Some(Tool::Search) => Some(self.page()),
            _ => self.selection.outward(),
        }
    }

    /// What map, card and timeline show: the selection, and behind the results of a search what was shown before, so that nothing is
    /// drawn anew when they come and go.
    #[must_use]
    pub fn page(self) -> Selection {
        let Self { selection, before_detour, .. } = self;
        match selection.tool() {
            Some(Tool::Search) => {
                let before = before_detour.unwrap_or_default();
                before.dated(selection.date).choosing(selection.chosen)
            }
            _ => selection,
        }
    }

    /// Whether the timeline itself was moved, and not another view opened.
    #[must_use]
    pub fn is_timeline_moved(self) -> bool {
        let is_adjusted = self.history == HistoryUpdate::Replace && !self.is_arrival;
        match self.selection.tool() {
            // It has a field of its own for the date.
            Some(Tool::Search) => false,
            Some(Tool::Since) => self.is_moving_date || is_adjusted,
            _ => self.is_moving_date,
        }
    }

    /// Whether a period is shown, also with this date.
    fn is_period_at(self, date: Option<Date>) -> bool {
        let tools = [self.selection, self.selection.dated(date)].map(|it| it.tool());
        tools == [Some(Tool::Since); 2]
    }

    /// The state after a tap on the map. What is looked at in the sheet one after the other makes one history entry.
    fn tapped(self, selection: Selection) -> Self {
        let followed = self.after(Action::Follow(selection));
        if self.sheet == Sheet::Raised {
            let Self { sheet, is_sheet_entry, .. } = self;
            Self { history: HistoryUpdate::Replace, sheet, is_sheet_entry, ..followed }
        } else {
            let is_sheet_entry = selection != self.selection;
            Self { sheet: Sheet::Due, is_sheet_entry, ..followed }
        }
    }
}

#[cfg(test)]
mod tests {
    use model::CountryId;

    use super::*;
    use crate::sample::sample;
    use crate::{Chosen, Scope, Search, Words};

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    fn korea() -> Subject {
        Subject::Country(CountryId::from_index(4).unwrap())
    }

    #[test]
    fn a_run_of_dates_makes_one_history_entry() {
        let start = State::arrived(Selection::default(), None);
        let first = start.after(Action::MoveDate(day("2024-05-01")));
        let second = first.after(Action::MoveDate(day("2024-04-09")));
        assert_eq!((first.history, second.history), (HistoryUpdate::Push, HistoryUpdate::Replace));
        assert_eq!(second.selection.date, day("2024-04-09"));
        let followed = second.after(Action::Follow(second.selection.opening(korea())));
        assert_eq!(followed.after(Action::MoveDate(None)).history, HistoryUpdate::Push);
    }

    #[test]
    fn what_a_tool_is_adjusted_by_makes_one_history_entry() {
        let words = |text| {
            let search = Search { words: Words::new(text), ..Search::default() };
            Selection::default().within(Scope::Search(search))
        };
        let start = State::arrived(Selection::default(), None);
        let first = start.after(Action::Adjust(words("h")));
        let second = first.after(Action::Adjust(words("ha")));
        assert_eq!((first.history, second.history), (HistoryUpdate::Push, HistoryUpdate::Replace));
        assert_eq!(second.selection, words("ha"));
        // What is opened is another view, and so are the results after it.
        let opened = second.after(Action::Follow(second.selection.opening(korea())));
        assert_eq!(opened.history, HistoryUpdate::Push);
        assert_eq!(opened.after(Action::Adjust(words("han"))).history, HistoryUpdate::Push);
        let Subject::Country(country) = korea() else { unreachable!() };
        let chosen = Selection::default().choosing(Chosen::default().toggled(country));
        assert_eq!(second.after(Action::Adjust(chosen)).history, HistoryUpdate::Push);
    }

    #[test]
    fn the_story_makes_one_history_entry_and_knows_the_way_back() {
        let step = |number| crate::address::parse(sample(), &format!("story={number}")).selection;
        let sweden = Selection::default().opening(korea());
        let start = State::arrived(sweden, None);
        let first = start.after(Action::Adjust(step(1)));
        let second = first.after(Action::Adjust(step(2)));
        assert_eq!((first.history, second.history), (HistoryUpdate::Push, HistoryUpdate::Replace));
        assert_eq!((first.before_detour, second.before_detour), (Some(sweden), Some(sweden)));
        // Any other control leaves the story, and works on what the step shows.
        let dated = second.after(Action::MoveDate(None));
        assert_eq!((dated.history, dated.before_detour), (HistoryUpdate::Push, None));
        assert_eq!(dated.selection, step(2).without_step().dated(None));
        let opened = second.after(Action::Follow(second.selection.opening(korea())));
        assert_eq!((opened.history, opened.selection.step), (HistoryUpdate::Push, None));
        assert_eq!(opened.before_detour, None);
        // What is asked for while the browser goes back counts.
        let leaving = second.after(Action::Leave);
        assert_eq!((leaving.selection, leaving.is_leaving), (second.selection, true));
        assert!(!leaving.after(Action::Adjust(step(3))).is_leaving);
        // Where the address has asked for a step there is no way back.
        let arrived = State::arrived(step(2), None).after(Action::Adjust(step(3)));
        assert_eq!((arrived.history, arrived.before_detour), (HistoryUpdate::Replace, None));
        assert_eq!(arrived.outward(), Some(Selection::default()));
    }

    #[test]
    fn a_search_is_left_to_what_was_shown_before() {
        let words = |selection: Selection, text| {
            let search = Search { words: Words::new(text), ..Search::default() };
            Action::Adjust(selection.within(Scope::Search(search)))
        };
        let sweden = Selection::default().opening(korea());
        let opened = State::arrived(sweden, None).after(words(sweden, ""));
        let typed = opened.after(words(opened.selection, "kite"));
        // Behind the results nothing changes.
        for state in [opened, typed] {
            assert_eq!((state.page(), state.outward()), (sweden, Some(sweden)));
        }
        let card = typed.after(Action::Follow(typed.selection.opening(korea())));
        assert_eq!((card.page(), card.outward()), (card.selection, Some(typed.selection)));
        let closed = card.after(Action::Follow(typed.selection));
        assert_eq!(closed.outward(), Some(sweden));
        // The date is the reader's.
        let dated = typed.after(Action::MoveDate(day("2024-05-01")));
        let then = sweden.dated(day("2024-05-01"));
        assert_eq!((dated.page(), dated.outward()), (then, Some(then)));
        // Where the address has asked for it there is nothing before, and the way leads to the overview.
        let arrived = State::arrived(dated.selection, None);
        let overview = Selection::default().dated(day("2024-05-01"));
        assert_eq!((arrived.page(), arrived.outward()), (overview, Some(overview)));
        // A card that was opened from the results leads back to them, also by the browser.
        let back = card.after(Action::Arrive { selection: typed.selection, misread: None });
        assert_eq!(back.outward(), Some(sweden));
        // A story that is left for a search is not gone back to.
        let story = crate::address::parse(sample(), "story=2").selection;
        let left = State::arrived(story, None).after(words(story, "kite"));
        let then = Selection::default().dated(story.date).choosing(story.chosen);
        assert_eq!(left.outward(), Some(then));
    }

    #[test]
    fn what_a_period_is_moved_by_makes_no_history_entry() {
        let Some(from) = day("2024-01-01") else { unreachable!() };
        let since = Selection::default().within(Scope::Since(from)).dated(day("2024-06-01"));
        let opened = State::arrived(Selection::default(), None).after(Action::Follow(since));
        assert_eq!(opened.history, HistoryUpdate::Push);
        let moved = opened.after(Action::MoveDate(day("2024-07-01")));
        assert_eq!((moved.history, moved.selection.scope), (HistoryUpdate::Replace, since.scope));
        // To a day that is not after its beginning is to leave it.
        assert_eq!(opened.after(Action::MoveDate(day("2023-07-01"))).history, HistoryUpdate::Push);
    }

    #[test]
    fn a_click_before_the_address_is_read_counts() {
        let opened = Action::Boot { selection: Selection::default(), misread: Some(Misread::Day) };
        let prerendered = State::prerendered(Selection::default(), None);
        assert_eq!(
            prerendered.after(opened),
            State::arrived(Selection::default(), Some(Misread::Day))
        );
        let followed = prerendered.after(Action::Follow(Selection::default().opening(korea())));
        assert_eq!(followed.after(opened), followed);
    }

    #[test]
    fn following_a_link_drops_the_note_on_the_address() {
        let lost = State::arrived(Selection::default(), Some(Misread::Day));
        assert_eq!(lost.misread, Some(Misread::Day));
        assert_eq!(lost.after(Action::Follow(Selection::default())).misread, None);
    }

    #[test]
    fn a_tap_raises_the_sheet_if_the_answer_is_out_of_sight() {
        let opened = Selection::default().opening(korea());
        let tapped = State::arrived(Selection::default(), None).after(Action::Tap(opened));
        assert_eq!((tapped.selection, tapped.history), (opened, HistoryUpdate::Push));
        let judged = |is_in_sight| tapped.after(Action::Judge { is_in_sight });
        assert_eq!((judged(true).sheet, judged(false).sheet), (Sheet::Down, Sheet::Raised));
        // Not a sheet that nobody waits for any more.
        let gone = tapped.after(Action::Follow(opened)).after(Action::Judge { is_in_sight: false });
        assert_eq!(gone.sheet, Sheet::Down);
        let read = judged(false).after(Action::ReadOn);
        assert_eq!((read.selection, read.sheet), (opened, Sheet::Down));
    }

    #[test]
    fn taps_with_the_sheet_raised_make_one_history_entry() {
        let raise = |it: State| it.after(Action::Judge { is_in_sight: false });
        let opened = Selection::default().opening(korea());
        let other = Subject::Country(CountryId::from_index(1).unwrap());
        let other = Selection::default().opening(other);
        let raised = raise(State::arrived(Selection::default(), None).after(Action::Tap(opened)));
        let second = raised.after(Action::Tap(other));
        let shown = (second.selection, second.sheet, second.history, second.is_sheet_entry);
        assert_eq!(shown, (other, Sheet::Raised, HistoryUpdate::Replace, true));
        // What is shown already makes no entry that one could go back from.
        let again = raise(raised.after(Action::ReadOn).after(Action::Tap(opened)));
        assert_eq!((again.sheet, again.is_sheet_entry), (Sheet::Raised, false));
        for action in [Action::Follow(opened), Action::MoveDate(None)] {
            assert_eq!(second.after(action).sheet, Sheet::Down);
        }
    }

    #[test]
    fn a_link_to_an_event_sets_the_date() {
        let model = &sample().model;
        let events = || model.each_event();
        let (meeting, it) = events().find(|(_, it)| it.id == "ev-2024-06-20-meeting").unwrap();
        let its_day = Some(it.when.date);
        let opened = Selection::default().opening(Subject::Event(meeting));
        let start = State::arrived(Selection::default().dated(day("2025-09-05")), None);
        let followed = start.after(Action::follow(model, opened));
        assert_eq!(
            (followed.selection, followed.history),
            (opened.dated(its_day), HistoryUpdate::Push)
        );
        // From its card to the latest.
        assert_eq!(followed.after(Action::follow(model, opened)).selection, opened);
        // An address says its date itself.
        let arrival = Action::Arrive { selection: opened, misread: None };
        assert_eq!(start.after(arrival).selection, opened);
        let (expected, _) = events().find(|(_, it)| it.expected).unwrap();
        let opened = start.selection.opening(Subject::Event(expected));
        assert_eq!(start.after(Action::follow(model, opened)).selection, opened);
        let country = start.selection.opening(korea());
        assert_eq!(start.after(Action::follow(model, country)).selection, country);
    }
}
