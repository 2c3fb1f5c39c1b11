//! What any sequence of actions leads to: a view that has an address, and from which Escape leads to the overview.

use model::{Date, EntityId, EntityKind, Model, StepId};
use proptest::prelude::*;

use crate::sample::sample;
use crate::{
    Action, Cell, Chosen, Filter, HistoryUpdate, Scope, Search, Selection, State, Subject, Words,
    address,
};

/// What a reader does with what is shown.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "few are kept")]
enum UserAction {
    Open(EntityId),
    ShowOverview,
    ShowAreas(Option<Cell>),
    ShowSince(Date),
    Type(Search),
    Tick(usize),
    Tell(StepId),
    MoveDate(Option<Date>),
    Escape,
    /// Back to what is shown, as from a place on the page.
    Return,
}

impl UserAction {
    /// The action that the app makes of it, if it can be done here.
    fn action(&self, model: &Model, state: State) -> Option<Action> {
        let (selection, latest) = (state.selection, model.edition.date);
        Some(match self {
            Self::Open(entity) => Action::follow(model, selection.showing(*entity)),
            Self::ShowOverview => {
                Action::Follow(selection.within(Scope::Overview).choosing(Chosen::default()))
            }
            Self::ShowAreas(cell) => Action::Follow(selection.within(Scope::Areas(*cell))),
            Self::ShowSince(from) if *from < selection.date.unwrap_or(latest) => {
                Action::Adjust(selection.within(Scope::Since(*from)))
            }
            Self::ShowSince(_) => return None,
            Self::Type(search) => Action::Adjust(selection.within(Scope::Search(*search))),
            Self::Tick(index) => {
                let (country, _) = model.each_country().nth(*index)?;
                let overview = selection.within(Scope::Overview);
                Action::Adjust(overview.choosing(selection.chosen.toggled(country)))
            }
            Self::Tell(step) => Action::Adjust(Selection::of_step(model, *step)?),
            Self::MoveDate(date) => Action::MoveDate(*date),
            Self::Escape => Action::Follow(state.outward()?),
            Self::Return => Action::Arrive { selection, misread: None },
        })
    }

    /// Whether the countries that are chosen stay so.
    fn keeps_chosen(&self, before: Selection) -> bool {
        match self {
            Self::ShowOverview | Self::Tick(_) | Self::Tell(_) => false,
            Self::Escape if before.step.is_some() => false,
            // The last thing that it leaves.
            Self::Escape => before.scope != Scope::Overview || before.subject.is_some(),
            _ => true,
        }
    }

    /// Whether the date stays. An event and a step of the story set it, and the end of a story takes it back.
    fn keeps_date(&self, before: Selection) -> bool {
        match self {
            Self::MoveDate(_) | Self::Tell(_) | Self::Open(EntityId::Event(_)) => false,
            Self::Escape => before.step.is_none(),
            _ => true,
        }
    }
}

fn days() -> impl Strategy<Value = Date> {
    let model = &sample().model;
    let latest = model.edition.date;
    prop::sample::select(
        model.event_dates().into_iter().filter(|it| *it < latest).collect::<Vec<_>>(),
    )
}

fn user_actions() -> impl Strategy<Value = UserAction> {
    let model = &sample().model;
    let entities: Vec<_> =
        EntityKind::ALL.into_iter().flat_map(|it| EntityId::all(it, model)).collect();
    let cells: Vec<_> = model
        .each_technology()
        .flat_map(|(technology, _)| {
            model.each_country().map(move |(country, _)| Cell { technology, country })
        })
        .collect();
    let steps: Vec<_> = model.each_step().map(|(id, _)| id).collect();
    let search = ("[a-z \"]{0,6}", any::<bool>()).prop_map(|(words, is_official)| Search {
        words: Words::new(&words),
        filter: Filter { is_official, ..Filter::default() },
    });
    prop_oneof![
        3 => prop::sample::select(entities).prop_map(UserAction::Open),
        1 => Just(UserAction::ShowOverview),
        1 => prop::option::of(prop::sample::select(cells)).prop_map(UserAction::ShowAreas),
        2 => days().prop_map(UserAction::ShowSince),
        2 => search.prop_map(UserAction::Type),
        3 => (0..model.each_country().count()).prop_map(UserAction::Tick),
        2 => prop::sample::select(steps).prop_map(UserAction::Tell),
        2 => prop::option::of(days()).prop_map(UserAction::MoveDate),
        2 => Just(UserAction::Escape),
        1 => Just(UserAction::Return),
    ]
}

/// How many entries of the history a journey has made.
fn entries(updates: &[HistoryUpdate]) -> usize {
    updates.iter().filter(|it| **it == HistoryUpdate::Push).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_state_has_an_address_that_leads_to_it(done in prop::collection::vec(user_actions(), 1..20)) {
        let model = &sample().model;
        let mut state = State::arrived(Selection::default(), None);
        for user_action in done {
            let Some(action) = user_action.action(model, state) else { continue };
            let before = state.selection;
            state = state.after(action);
            let selection = state.selection;
            let parsed = address::parse(sample(), &address::print(model, &selection));
            prop_assert_eq!(parsed.selection, selection, "{:?} from {:?}", user_action, before);
            prop_assert!(parsed.is_understood());
            prop_assert!(!user_action.keeps_chosen(before) || selection.chosen == before.chosen);
            prop_assert!(!user_action.keeps_date(before) || selection.date == before.date);
        }
    }

    #[test]
    fn escape_leads_to_the_overview(done in prop::collection::vec(user_actions(), 1..20)) {
        let model = &sample().model;
        let mut state = State::arrived(Selection::default(), None);
        for user_action in done {
            if let Some(action) = user_action.action(model, state) {
                state = state.after(action);
            }
        }
        let escape = |it: &State| Some(it.after(Action::Follow(it.outward()?)));
        let states = std::iter::successors(Some(state), escape);
        let way: Vec<_> = states.map(|it| it.selection).take(9).collect();
        // From a story to a card of a search, to its results, to a card before it, and on as from any card.
        prop_assert!(way.len() < 9, "{:?}", way);
        let end = way.last().copied().unwrap_or_default();
        prop_assert_eq!(end, Selection::default().dated(end.date));
        // What is dated is a step of the story, and not the reader's choice.
        let is_told = way.iter().any(|it| it.step.is_some());
        prop_assert!(is_told || end.date == state.selection.date);
    }

    #[test]
    fn typing_and_ticking_make_one_entry_each(
        words in prop::collection::vec("[a-z ]{0,6}", 1..10),
        ticks in prop::collection::vec(0..4_usize, 1..10),
        opened in prop::option::of(0..4_usize),
    ) {
        let model = &sample().model;
        let country = |index| model.each_country().nth(index).map(|(id, _)| id);
        let start = Selection::default();
        let start = opened.and_then(country).map_or(start, |id| start.opening(Subject::Country(id)));
        let mut state = State::arrived(start, None);
        let mut updates = Vec::new();
        for text in words {
            let search = Search { words: Words::new(&text), ..Search::default() };
            state = state.after(Action::Adjust(state.selection.within(Scope::Search(search))));
            updates.push(state.history);
        }
        prop_assert_eq!(entries(&updates), 1);
        // The first tick is another entry; after the last is taken back there is nothing that is ticked on.
        let mut state = State::arrived(start, None);
        for index in ticks {
            let before = state.selection;
            let Some(action) = UserAction::Tick(index).action(model, state) else { continue };
            state = state.after(action);
            prop_assert_eq!(state.history == HistoryUpdate::Push, before.chosen.is_empty());
        }
    }
}
