//! The app: one state, one view, and the effects that keep the other parts of the page, address, title and focus in step
//! with it.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::address::{self, Parsed};
use explorer::view::searching;
use explorer::{Action, Briefing, HistoryUpdate, Selection, Sheet, State, Tool};
use model::Date;
use yew::prelude::*;

use crate::board::BoardProps;
use crate::components::{
    AnswerProps, CardProps, RenderContext, SearchView, SharedIndex, StoryProps, StoryView,
    TimeProps, as_known, entries, masthead, navigation, notice, search_button,
};
use crate::dom::{self, Reveal};
use crate::islands::{Islands, Parts};
use crate::map::MapController;
use crate::snapshot::Snapshot;

/// What the app starts from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What is prerendered in the page. What the address asks for follows.
    pub snapshot: Snapshot,
}

/// The state as Yew's reducer holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.0.after(action);
        if next == self.0 { self } else { Rc::new(Self(next)) }
    }
}

/// The app's own part of the page, views to choose from, and the state of all parts.
#[component]
pub fn App(props: &AppProps) -> Html {
    let briefing = props.snapshot.briefing();
    let prerendered = props.snapshot.selection;
    let store = use_reducer(|| Store(State::prerendered(prerendered, None)));
    let state = store.0;
    let page = state.page();
    let snapshot = use_memo(page, |it| {
        if *it == prerendered { props.snapshot.clone() } else { Snapshot::of(briefing, it) }
    });
    // That of the results of a search is not that of the page behind them.
    let head_snapshot = use_memo(state.selection.head(), |it| {
        if *it == page { (*snapshot).clone() } else { Snapshot::of(briefing, it) }
    });
    // What need not answer a click at once comes after the paint, one thing at a time: first the map flies, and address and
    // title follow, then the timeline, then the card gets its end, then what is folded. Another date keeps the card.
    let (settled, settled_page) = use_settled((state.selection, page), state.is_arrival);
    let timed = use_settled(settled_page, state.is_arrival);
    let whole = use_settled(timed, state.is_arrival);
    let filled = use_settled(whole, state.is_arrival);
    let is_followed = state.history != HistoryUpdate::Keep;
    let is_settled = settled == state.selection && is_followed;
    let is_page_settled = settled_page == page && is_followed;
    let is_there = |at: Selection| state.is_arrival || at.dated(None) == page.dated(None);

    let is_timed = state.is_arrival || state.is_timeline_moved() || timed == page;
    let time = use_timed(&snapshot, is_timed);

    let on_date = {
        let dispatcher = store.dispatcher();
        Callback::from(move |date| dispatcher.dispatch(Action::MoveDate(date)))
    };
    let index: SharedIndex = use_mut_ref(|| None);
    let map = use_memo((), |()| MapController::new(&briefing.model.sheet));
    let reveal = use_mut_ref(|| Reveal::No);
    let is_behind = state.selection.tool() == Some(Tool::Search);
    if is_behind {
        // The field takes the focus, and not the card behind the results.
        reveal.replace(Reveal::No);
    }
    let parts = Parts {
        answer: AnswerProps {
            snapshot: (*snapshot).clone(),
            is_behind,
            reveal: Rc::clone(&reveal),
        },
        board: BoardProps {
            snapshot: (*snapshot).clone(),
            map: Rc::clone(&map),
            has_sheet: state.sheet == Sheet::Raised,
            on_read_on: {
                let dispatcher = store.dispatcher();
                Callback::from(move |()| {
                    dom::read_on();
                    dispatcher.dispatch(Action::ReadOn);
                })
            },
            on_close: {
                let (store, reveal) = (store.clone(), Rc::clone(&reveal));
                Callback::from(move |()| close(&store, &reveal))
            },
        },
        card: CardProps {
            snapshot: (*snapshot).clone(),
            is_whole: is_there(whole),
            is_filled: is_there(filled),
        },
        time: TimeProps {
            snapshot: time,
            on_ask: {
                let store = store.clone();
                Callback::from(move |()| store.0.page())
            },
            on_date: on_date.clone(),
            on_period: {
                let dispatcher = store.dispatcher();
                Callback::from(move |selection| dispatcher.dispatch(Action::Adjust(selection)))
            },
        },
    };

    use_islands(briefing, &store, &reveal, parts);
    use_effect_with(((*snapshot).clone(), is_page_settled), move |(snapshot, is_settled)| {
        if *is_settled {
            map.look_at(snapshot);
        }
    });
    use_tool(state, settled);
    use_address(state, &head_snapshot, is_settled);
    use_sheet(&store, is_settled);
    use_escape(&store, &reveal);

    let head = match snapshot.story {
        Some(_) => story(&snapshot, &store, &reveal),
        None => head(&head_snapshot, &store, &reveal, &index, on_date),
    };
    html! { <>{ notice(briefing, state.misread) }{ head }</> }
}

/// Says on the page which tool is shown, and takes the focus into a search that the reader has opened. What is behind the search is
/// out of reach once the results have been on the screen.
#[hook]
fn use_tool(state: State, settled: Selection) {
    let tool = state.selection.tool();
    use_effect_with(tool, move |tool| {
        dom::set_tool(tool.map(Tool::name));
        // Now that it is seen.
        let is_search = *tool == Some(Tool::Search);
        if is_search && !state.is_arrival {
            dom::enter_search();
        }
        move || {
            if is_search {
                dom::leave_search();
            }
        }
    });
    let is_search = |it: Selection| it.tool() == Some(Tool::Search);
    use_effect_with(is_search(state.selection) && is_search(settled), |is_behind| {
        dom::set_behind(*is_behind);
    });
}

/// The head of the page, the ways to views, and the search.
fn head(
    snapshot: &Snapshot,
    store: &UseReducerHandle<Store>,
    reveal: &Rc<RefCell<Reveal>>,
    index: &SharedIndex,
    on_date: Callback<Option<Date>>,
) -> Html {
    let messages = &snapshot.briefing().text.messages;
    let selection = store.0.selection;
    let on_adjust = {
        let dispatcher = store.dispatcher();
        Callback::from(move |selection| dispatcher.dispatch(Action::Adjust(selection)))
    };
    let on_search = on_adjust.reform(move |_: MouseEvent| searching(&selection, ""));
    let on_leave = {
        let (store, reveal) = (store.clone(), Rc::clone(reveal));
        Callback::from(move |()| close(&store, &reveal))
    };
    // The timeline is out of sight while results are shown.
    let date_control =
        if selection.tool() == Some(Tool::Search) { "#search-date" } else { "#time" };
    html! {
        <>
            { masthead(RenderContext::of(snapshot), &snapshot.masthead) }
            { entries(&snapshot.navigation) }
            <div class="bar">
                { navigation(messages, &snapshot.navigation) }
                <div class="bar-end">
                    { search_button(messages, on_search) }
                    { as_known(messages, &snapshot.timeline, date_control) }
                </div>
            </div>
            <SearchView snapshot={snapshot.clone()} {selection} index={Rc::clone(index)} {on_adjust} {on_date} {on_leave} />
        </>
    }
}

/// A step of the story in the place of the head.
fn story(
    snapshot: &Snapshot,
    store: &UseReducerHandle<Store>,
    reveal: &Rc<RefCell<Reveal>>,
) -> Html {
    let (model, dispatcher) = (&snapshot.briefing().model, store.dispatcher());
    let props = StoryProps {
        snapshot: snapshot.clone(),
        takes_focus: !store.0.is_arrival,
        is_leaving: store.0.is_leaving,
        on_step: Callback::from(move |step| {
            if let Some(selection) = Selection::of_step(model, step) {
                dispatcher.dispatch(Action::Adjust(selection));
            }
        }),
        on_leave: {
            let (store, reveal) = (store.clone(), Rc::clone(reveal));
            Callback::from(move |()| close(&store, &reveal))
        },
    };
    html! { <StoryView ..props /> }
}

/// Leads to the next view on the way to the overview. From the story and from a raised sheet the browser goes back, to where the
/// reader was.
fn close(store: &UseReducerHandle<Store>, reveal: &RefCell<Reveal>) {
    let State { selection, sheet, is_sheet_entry, before_detour, is_leaving, .. } = store.0;
    // The browser goes back later, and a second press would go farther.
    if is_leaving {
        return;
    }
    let has_sheet = sheet == Sheet::Raised;
    if has_sheet && is_sheet_entry && dom::go_back() {
        // Down at once, for the same reason.
        return store.dispatch(Action::ReadOn);
    }
    let tool = selection.tool();
    // All steps of a story are one entry of the history, which may not be written yet.
    let has_way_back = tool == Some(Tool::Story) && before_detour.is_some();
    if has_way_back && dom::is_step_written() && dom::go_back() {
        return store.dispatch(Action::Leave);
    }
    let Some(outward) = store.0.outward() else { return };
    match tool {
        Some(Tool::Since) if !has_sheet => dom::leave_period(),
        Some(Tool::Search) => dom::to_head(),
        _ => {}
    }
    reveal.replace(match tool {
        // No card is drawn anew.
        Some(Tool::Search) => Reveal::No,
        Some(Tool::Story) => Reveal::Scroll,
        _ if has_sheet => dom::hold_map(),
        _ if dom::is_focus_in_card() => Reveal::Focus,
        _ => Reveal::Scroll,
    });
    store.dispatch(Action::Follow(outward));
}

/// Escape leads outward, a view at a time, from wherever nothing else takes it; and so does a link to what is behind a search.
#[hook]
fn use_escape(store: &UseReducerHandle<Store>, reveal: &Rc<RefCell<Reveal>>) {
    use_effect_with(store.0, {
        let (store, reveal) = (store.clone(), Rc::clone(reveal));
        move |_| {
            let of_place = {
                let store = store.clone();
                dom::on_place_behind(move || {
                    if let Some(outward) = store.0.outward() {
                        store.dispatch(Action::Follow(outward));
                    }
                })
            };
            let listener = dom::on_outward(move || close(&store, &reveal));
            move || drop((listener, of_place))
        }
    });
}

/// Raises the sheet once it is known that the answer to what was chosen on the map is out of sight. By then the address is
/// written, which the way back needs.
#[hook]
fn use_sheet(store: &UseReducerHandle<Store>, is_settled: bool) {
    let State { selection, sheet, .. } = store.0;
    let is_due = is_settled && sheet == Sheet::Due;
    let dispatcher = store.dispatcher();
    use_effect_with((selection, is_due), move |(_, is_due)| {
        if *is_due {
            dom::judge_answer(move |is_in_sight| {
                dispatcher.dispatch(Action::Judge { is_in_sight });
            });
        }
    });
}

/// What is shown once it has been on the screen for a paint. What need not answer a click at once follows that.
#[hook]
fn use_settled<T: Copy + PartialEq + 'static>(shown: T, is_arrival: bool) -> T {
    let settled = use_state_eq(|| shown);
    use_effect_with((shown, is_arrival), {
        let settled = settled.clone();
        move |(shown, is_arrival)| {
            let shown = *shown;
            let settle = move || settled.set(shown);
            // A page that has just been opened, or gone back to, has nothing to fly from.
            let waiting = if *is_arrival {
                settle();
                None
            } else {
                Some(dom::after_paint(settle))
            };
            move || drop(waiting)
        }
    });
    *settled
}

/// What the timeline shows: what is shown once that is due, and until then what was.
#[hook]
fn use_timed(snapshot: &Snapshot, is_due: bool) -> Snapshot {
    let shown = use_mut_ref(|| snapshot.clone());
    let mut shown = shown.borrow_mut();
    if is_due {
        *shown = snapshot.clone();
    }
    shown.clone()
}

/// Hydrates the other parts of the page and shows them what is selected; then listens to what the reader asks for.
#[hook]
fn use_islands(
    briefing: &'static Briefing,
    store: &UseReducerHandle<Store>,
    reveal: &Rc<RefCell<Reveal>>,
    parts: Parts,
) {
    let islands = use_mut_ref(|| None::<Islands>);
    use_effect_with((), {
        let (islands, parts) = (Rc::clone(&islands), parts.clone());
        let (dispatcher, reveal) = (store.dispatcher(), Rc::clone(reveal));
        move |()| {
            let booted = dispatcher.clone();
            let boot = move || {
                let Parsed { selection, misread } = address::parse(briefing, &dom::address());
                booted.dispatch(Action::Boot { selection, misread });
            };
            let on_hydrated = move |hydrated| {
                islands.replace(Some(hydrated));
                listen(briefing, &dispatcher, &reveal);
            };
            Islands::hydrate(parts, on_hydrated, boot);
        }
    });
    use_effect(move || {
        if let Some(islands) = islands.borrow_mut().as_mut() {
            islands.update(parts);
        }
    });
}

/// Listens to the reader and to an embedding page for as long as the page lives.
fn listen(
    briefing: &'static Briefing,
    dispatcher: &UseReducerDispatcher<Store>,
    reveal: &Rc<RefCell<Reveal>>,
) {
    let arrive = {
        let (dispatcher, reveal) = (dispatcher.clone(), Rc::clone(reveal));
        move |name: &str| {
            // A link to the view that is shown draws no card, so its reveal would wait for the next one.
            reveal.replace(Reveal::No);
            let Parsed { selection, misread } = address::parse(briefing, name);
            dispatcher.dispatch(Action::Arrive { selection, misread });
        }
    };
    // Ignore host requests that do not parse.
    let obey = arrive.clone();
    dom::on_host_request(move |name| {
        if address::parse(briefing, name).is_understood() {
            obey(name);
        }
    });
    dom::on_tick({
        let (dispatcher, reveal) = (dispatcher.clone(), Rc::clone(reveal));
        move |name| {
            reveal.replace(Reveal::No);
            dispatcher.dispatch(Action::Adjust(address::parse(briefing, name).selection));
        }
    });
    let (dispatcher, reveal) = (dispatcher.clone(), Rc::clone(reveal));
    dom::on_link(move |followed| {
        let selection = address::parse(briefing, &followed.name).selection;
        if followed.is_step {
            return dispatcher.dispatch(Action::MoveDate(selection.date));
        }
        if selection.step.is_some() {
            reveal.replace(Reveal::No);
            return dispatcher.dispatch(Action::Adjust(selection));
        }
        if followed.is_on_map && dom::is_narrow() {
            reveal.replace(dom::hold_map());
            return dispatcher.dispatch(Action::Tap(selection));
        }
        reveal.replace(if followed.is_in_card { Reveal::Focus } else { Reveal::Scroll });
        dispatcher.dispatch(Action::follow(&briefing.model, selection));
    });
    dom::on_history(arrive);
}

/// Keeps address and title in step with the selection.
#[hook]
fn use_address(state: State, snapshot: &Snapshot, is_settled: bool) {
    // Of several selections before a paint only the last is written; it makes an entry if one of them was to.
    let is_push_due = use_mut_ref(|| false);
    use_effect_with((state, snapshot.clone(), is_settled), move |(state, snapshot, is_settled)| {
        let was_due = is_push_due.take() && !state.is_arrival;
        let is_push = was_due || state.history == HistoryUpdate::Push;
        if *is_settled {
            let update = if is_push { HistoryUpdate::Push } else { state.history };
            let name = address::print(&snapshot.briefing().model, &state.selection);
            dom::write_address(&name, update);
            dom::set_title(&snapshot.title);
            let compare = &snapshot.navigation.compare.link;
            dom::lead_to_comparison(&compare.href, compare.is_current);
            dom::set_ready();
        } else {
            is_push_due.replace(is_push);
        }
    });
}
