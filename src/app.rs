//! The app: one state, one view, and the effects that keep the other parts of the page, address, title and focus in step
//! with it.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use model::Briefing;
use yew::prelude::*;

use crate::components::{BoardProps, CardProps, lenses, notice};
use crate::link::Parsed;
use crate::parts::Parts;
use crate::stage::Stage;
use crate::state::{Action, Entry, Selection, State};
use crate::view::{View, view};
use crate::{browser, data, link};

/// What the app starts from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The view that is printed in the page. What the address asks for follows.
    pub view: Shown,
}

/// The view that is shown. Compared by place: another view is made only for another state.
#[derive(Clone, Debug)]
pub struct Shown(Rc<View<'static>>);

impl Shown {
    /// The view of a selection.
    #[must_use]
    pub fn of(briefing: &'static Briefing<'static>, selection: &Selection) -> Self {
        Self(Rc::new(view(briefing, selection)))
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shown {
    type Target = View<'static>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// What the next card does to be seen. Where the address asks for one, the browser knows where the reader was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reveal {
    /// Nothing.
    No,
    /// It comes into view.
    Scroll,
    /// It takes the focus, whose link is gone with the card before, and comes into view.
    Focus,
}

/// The app's own part of the page, views to choose from, and the state of all parts.
#[component]
pub fn App(props: &AppProps) -> Html {
    let briefing = data::briefing();
    let state = use_reducer(|| State::printed(props.view.selection, true));
    let view = use_memo(state.selection, |it| {
        if *it == props.view.selection { props.view.clone() } else { Shown::of(briefing, it) }
    });
    // What need not answer a click at once comes after the paint, one thing at a time: first the map flies, and address and
    // title follow, then the card gets its end. Another date keeps the card.
    let settled = use_settled(state.selection, state.is_arrival);
    let whole = use_settled(settled, state.is_arrival);
    let is_settled = settled == state.selection && state.entry != Entry::Keep;
    let is_whole = state.is_arrival || whole.dated(None) == state.selection.dated(None);

    let stage = use_memo((), |()| Stage::new(&briefing.sheet));
    let reveal = use_mut_ref(|| Reveal::No);
    let board = BoardProps {
        view: (*view).clone(),
        stage: Rc::clone(&stage),
        on_slide: {
            let dispatcher = state.dispatcher();
            Callback::from(move |date| dispatcher.dispatch(Action::Slide(date)))
        },
        on_close: {
            let (state, reveal) = (state.clone(), Rc::clone(&reveal));
            Callback::from(move |()| {
                reveal.replace(Reveal::Scroll);
                state.dispatch(Action::Follow(state.selection.closed()));
            })
        },
    };
    let card = CardProps { view: (*view).clone(), is_whole, reveal: Rc::clone(&reveal) };

    use_parts(briefing, &state, &reveal, board, card);
    use_effect_with(((*view).clone(), is_settled), move |(view, is_settled)| {
        if *is_settled {
            stage.look_at(view.framing);
        }
    });
    use_address(briefing, &state, &view, is_settled);

    let words = &briefing.words;
    html! {
        <>
            { notice(words, state.understood) }
            { lenses(words, &view.lenses) }
        </>
    }
}

/// A selection once it has been on the screen for a paint. What need not answer a click at once follows that.
#[hook]
fn use_settled(selection: Selection, is_arrival: bool) -> Selection {
    let settled = use_state_eq(|| selection);
    use_effect_with((selection, is_arrival), {
        let settled = settled.clone();
        move |(selection, is_arrival)| {
            let selection = *selection;
            let settle = move || settled.set(selection);
            // A page that has just been opened, or gone back to, has nothing to fly from.
            let waiting = if *is_arrival {
                settle();
                None
            } else {
                Some(browser::after_paint(settle))
            };
            move || drop(waiting)
        }
    });
    *settled
}

/// Takes over the other parts of the page and shows them what is selected; then listens to what the reader asks for.
#[hook]
fn use_parts(
    briefing: &'static Briefing<'static>,
    state: &UseReducerHandle<State>,
    reveal: &Rc<RefCell<Reveal>>,
    board: BoardProps,
    card: CardProps,
) {
    let parts = use_mut_ref(|| None::<Parts>);
    use_effect_with((), {
        let (parts, board, card) = (Rc::clone(&parts), board.clone(), card.clone());
        let (dispatcher, reveal) = (state.dispatcher(), Rc::clone(reveal));
        move |()| {
            let opened = dispatcher.clone();
            let open = move || {
                let Parsed { selection, understood } = link::parse(briefing, &browser::address());
                opened.dispatch(Action::Open { selection, understood });
            };
            let taken = move |taken| {
                parts.replace(Some(taken));
                listen(briefing, &dispatcher, &reveal);
            };
            Parts::take_over(board, card, taken, open);
        }
    });
    use_effect(move || {
        if let Some(parts) = parts.borrow_mut().as_mut() {
            parts.show(board, card);
        }
    });
}

/// Listens to the reader and to an embedding page for as long as the page lives.
fn listen(
    briefing: &'static Briefing<'static>,
    dispatcher: &UseReducerDispatcher<State>,
    reveal: &Rc<RefCell<Reveal>>,
) {
    let arrive = {
        let dispatcher = dispatcher.clone();
        move |name: &str| {
            let Parsed { selection, understood } = link::parse(briefing, name);
            dispatcher.dispatch(Action::Arrive { selection, understood });
        }
    };
    // What an embedding page asks for in vain is no business of the reader.
    let obey = arrive.clone();
    browser::on_asked(move |name| {
        if link::parse(briefing, name).understood {
            obey(name);
        }
    });
    let (dispatcher, reveal) = (dispatcher.clone(), Rc::clone(reveal));
    browser::on_followed(move |followed| {
        reveal.replace(if followed.in_card { Reveal::Focus } else { Reveal::Scroll });
        dispatcher.dispatch(Action::Follow(link::parse(briefing, &followed.name).selection));
    });
    browser::on_history(arrive);
}

/// Keeps address and title in step with the selection.
#[hook]
fn use_address(
    briefing: &'static Briefing<'static>,
    state: &UseReducerHandle<State>,
    view: &Shown,
    is_settled: bool,
) {
    // Of several selections before a paint only the last is written; it makes an entry if one of them was to.
    let is_push_due = use_mut_ref(|| false);
    use_effect_with((**state, view.clone(), is_settled), move |(state, view, is_settled)| {
        let was_due = is_push_due.take() && !state.is_arrival;
        let is_push = was_due || state.entry == Entry::Push;
        if *is_settled {
            let entry = if is_push { Entry::Push } else { state.entry };
            browser::write_address(&link::print(briefing, &state.selection), entry);
            browser::set_title(&view.title);
            browser::set_ready();
        } else {
            is_push_due.replace(is_push);
        }
    });
}
