//! The app: one state, one view, and the effects that keep address, title and focus in step with it.

use std::ops::Deref;
use std::rc::Rc;

use briefing::Briefing;
use yew::prelude::*;

use crate::components::Page;
use crate::link::Parsed;
use crate::state::{Action, Entry, Selection, State};
use crate::view::{View, view};
use crate::{browser, data, link};

/// What the app starts from.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The name of the view that is drawn first. In a browser that is the overview, which is printed in the page; what the
    /// address asks for follows.
    #[prop_or_default]
    pub query: AttrValue,
    /// That view, if it has been derived already.
    #[prop_or_default]
    pub view: Option<Shown>,
}

/// The briefing, compared by place: there is one.
#[derive(Clone, Copy)]
pub(crate) struct Shared(pub(crate) &'static Briefing<'static>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
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

/// How far a selection has come: what is drawn at once answers the click, the rest follows after the paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phase {
    /// Whether it has been on the screen for a paint: now the map flies, and address and title follow.
    pub(crate) is_settled: bool,
    /// Whether the map has been on its way for a paint: now the card gets its end. Another date keeps the card.
    pub(crate) has_card: bool,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let briefing = data::briefing();
    let query = props.query.clone();
    let state = use_reducer(move || printed(briefing, &query));
    let reveal = use_mut_ref(|| Reveal::No);
    let view = use_memo(state.selection, |it| {
        let derived = props.view.clone().filter(|view| view.selection == *it);
        derived.unwrap_or_else(|| Shown::of(briefing, it))
    });
    let settled = use_settled(state.selection, state.is_arrival);
    // One thing at a time: first the map flies, then the card gets its end.
    let whole = use_settled(settled, state.is_arrival);
    let phase = Phase {
        // Before the address has been read nobody knows where the map is to look.
        is_settled: settled == state.selection && state.entry != Entry::Keep,
        has_card: whole.dated(None) == state.selection.dated(None),
    };

    use_address(briefing, &state, &view, phase.is_settled);

    let onclick = {
        let (dispatcher, reveal) = (state.dispatcher(), Rc::clone(&reveal));
        Callback::from(move |event: MouseEvent| {
            let Some(followed) = browser::followed(&event) else { return };
            event.prevent_default();
            reveal.replace(if followed.in_card { Reveal::Focus } else { Reveal::Scroll });
            dispatcher.dispatch(Action::Follow(link::parse(briefing, &followed.name).selection));
        })
    };
    let on_slide = {
        let dispatcher = state.dispatcher();
        Callback::from(move |date| dispatcher.dispatch(Action::Slide(date)))
    };
    let on_close = {
        let (state, reveal) = (state.clone(), Rc::clone(&reveal));
        Callback::from(move |()| {
            reveal.replace(Reveal::Scroll);
            state.dispatch(Action::Follow(state.selection.closed()));
        })
    };
    html! {
        <ContextProvider<Phase> context={phase}>
            <Page briefing={Shared(briefing)} view={(*view).clone()} {on_close} understood={state.understood} {reveal} {onclick} {on_slide} />
        </ContextProvider<Phase>>
    }
}

fn printed(briefing: &Briefing, query: &str) -> State {
    let parsed = link::parse(briefing, query);
    State::printed(parsed.selection, parsed.understood)
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

/// Keeps address and title in step with the selection, and the selection with the reader's steps through the history.
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
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        browser::tell(browser::HYDRATED);
        // Not at once: what the page was opened for is a task of its own, so that neither is felt.
        let opened = dispatcher.clone();
        browser::soon(move || {
            let Parsed { selection, understood } = link::parse(briefing, &browser::address());
            opened.dispatch(Action::Open { selection, understood });
        });
        let arrive = move |name: &str| {
            let Parsed { selection, understood } = link::parse(briefing, name);
            dispatcher.dispatch(Action::Arrive { selection, understood });
        };
        // What an embedding page asks for in vain is no business of the reader.
        let obey = arrive.clone();
        let asked = browser::on_asked(move |name| {
            if link::parse(briefing, name).understood {
                obey(name);
            }
        });
        let listeners = (browser::on_history(arrive), asked);
        move || drop(listeners)
    });
}
