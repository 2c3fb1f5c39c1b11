//! The search: a field in the head of the page, and below it what is found. The field is a combobox whose list box is the
//! results, so that arrows move in them while one goes on typing.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::search::{Index, Kind, Marked, entries};
use explorer::view::{
    Extent, FilterChoice, FilterGroup, FoundGroup, FoundLine, FoundView, Handle, Way, found,
    narrowed, searching,
};
use explorer::{Briefing, MOST_TYPED, Scope, Selection, Tool};
use text::{Messages, format};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::timeline::{Mover, TimeProps, use_field};
use super::{live_text, mark};
use crate::dom;
use crate::snapshot::Snapshot;

/// How long one has not typed before the number of results is read out, in ms.
const PAUSE_MS: u32 = 300;

/// How long two keys of one who types are apart at most, in ms: so long the first results stand alone.
const BETWEEN_KEYS_MS: u32 = 150;

/// How many entries are taken into the index in one task.
const ENTRIES_PER_TASK: usize = 24;

/// The id of the field.
const FIELD: &str = "search-field";

/// The id of what is found.
const RESULTS: &str = "search-results";

/// The index of all words, as far as it is made. It outlives the search, which steps of the story take away.
pub(crate) type SharedIndex = Rc<RefCell<Option<Index<'static>>>>;

/// What is found, once the index is whole.
type Shown = Rc<Option<FoundView<'static>>>;

/// What the search depends on.
#[derive(Clone, Properties)]
pub(crate) struct SearchProps {
    /// What is shown of the page but the results.
    pub(crate) snapshot: Snapshot,
    /// What is selected, with the words that are searched for.
    pub(crate) selection: Selection,
    /// What is looked through.
    pub(crate) index: SharedIndex,
    /// It is told what a change of words or filters selects.
    pub(crate) on_adjust: Callback<Selection>,
    /// It is told the date that the reader moves to.
    pub(crate) on_date: Callback<Option<model::Date>>,
    /// It leads out of the search.
    pub(crate) on_leave: Callback<()>,
}

impl PartialEq for SearchProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot && self.selection == other.selection
    }
}

/// Which result is pointed to by keys, and of which kinds all results are shown; both only for one selection.
#[derive(Clone, Debug, Default, PartialEq)]
struct Cursor {
    of: Selection,
    at: Option<usize>,
    whole: Vec<Kind>,
}

/// The field, and what is found.
#[component]
pub(crate) fn SearchView(props: &SearchProps) -> Html {
    let SearchProps { snapshot, selection, index, on_adjust, on_date, on_leave } = props;
    let (briefing, selection) = (snapshot.briefing(), *selection);
    let messages = &briefing.text.messages;
    let is_shown = selection.tool() == Some(Tool::Search);
    let is_focused = use_state_eq(|| false);
    let is_ready = use_index(briefing, index, is_shown || *is_focused);
    let cursor = use_state_eq(Cursor::default);
    let own = if cursor.of == selection {
        (*cursor).clone()
    } else {
        Cursor { of: selection, ..Cursor::default() }
    };
    let field = use_node_ref();
    let extent = use_extent(selection, &field);
    let view = use_memo((selection, is_shown && is_ready, own.whole.clone(), extent), |it| {
        let index = index.borrow();
        let index = index.as_ref().filter(|_| it.1);
        index.map(|index| found(briefing, &selection, index, &it.2, it.3))
    });
    let narrowing = use_narrowing(&view, extent);
    let title = (*view).as_ref().map(|it| it.title.clone()).unwrap_or_default();
    use_slash(&field);
    let options = (*view).as_ref().map_or(0, options);
    let onkeydown = on_key(props, &cursor, &own, options, &field);
    let oninput = {
        let on_adjust = on_adjust.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_adjust.emit(searching(&selection, &input.value()));
            }
        })
    };
    let onfocusin = Callback::from(move |_: FocusEvent| is_focused.set(true));
    let has_results = options > 0;
    let active = own.at.filter(|it| *it < options);
    let drawn = snapshot.selection;
    let mover = Mover(TimeProps {
        snapshot: snapshot.clone(),
        // It has a field of one date alone, which is asked for nothing but the days that there are.
        on_ask: Callback::from(move |()| drawn),
        on_date: on_date.clone(),
        on_period: Callback::noop(),
    });
    let date = use_field(&mover, Handle::Date, None);
    html! {
        <div class="search" role="search" aria-label={messages.search().to_owned()} {onkeydown} {onfocusin}>
            <div class="search-head">
                <label class="search-field">
                    <span class="visually-hidden">{ messages.search() }</span>
                    <input ref={field} id={FIELD} type="search" role="combobox" autocomplete="off" spellcheck="false" maxlength={MOST_TYPED.to_string()}
                        placeholder={messages.search().to_owned()} value={words(&selection)} {oninput}
                        aria-expanded={if has_results { "true" } else { "false" }} aria-autocomplete="list"
                        aria-controls={RESULTS} aria-activedescendant={active.map(option_id)} />
                    <kbd aria-hidden="true">{ "/" }</kbd>
                </label>
                <button type="button" class="search-close" aria-label={messages.search_close().to_owned()} onclick={on_leave.reform(|_| ())}>{ "×" }</button>
            </div>
            if is_shown {
                <div class="search-body">
                    { filters(messages, (*narrowing).as_ref(), date, &selection, on_adjust) }
                    { results(messages, (*view).as_ref(), &selection, &own, active, &cursor, on_adjust) }
                </div>
            }
            <SearchStatus {title} />
        </div>
    }
}

/// What opens the search where there is no room for the field.
pub(crate) fn search_button(messages: &Messages, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="search-open" aria-label={messages.search().to_owned()} {onclick}>
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12.5 12.5 17.5 17.5" /></svg>
        </button>
    }
}

fn words(selection: &Selection) -> String {
    match &selection.scope {
        Scope::Search(it) => it.words.as_str().to_owned(),
        _ => String::new(),
    }
}

fn option_id(at: usize) -> String {
    ["found-", &at.to_string()].concat()
}

/// How many options the list box has: results, and what shows all of a kind.
fn options(view: &FoundView) -> usize {
    view.groups.iter().map(options_in).sum()
}

fn options_in(group: &FoundGroup) -> usize {
    group.lines.len() + usize::from(group.count > group.lines.len())
}

/// Whether the index is whole. It is made when it is first wanted, in several tasks.
#[hook]
fn use_index(briefing: &'static Briefing, index: &SharedIndex, is_wanted: bool) -> bool {
    let step = use_state_eq(|| 0);
    let is_whole = use_state_eq(|| index.borrow().as_ref().is_some_and(Index::is_whole));
    use_effect_with((is_wanted && !*is_whole, *step), {
        let (index, is_whole) = (Rc::clone(index), is_whole.setter());
        move |(is_due, number)| {
            let next = *number + 1;
            let grow = move || {
                let mut index = index.borrow_mut();
                match index.as_mut() {
                    Some(it) => is_whole.set(it.grow(ENTRIES_PER_TASK)),
                    None => *index = Some(Index::new(entries(briefing, dom::printed_texts()))),
                }
                step.set(next);
            };
            let waiting = is_due.then(|| dom::after_ms(0, grow));
            move || drop(waiting)
        }
    });
    *is_whole
}

/// How much is drawn of what a selection finds: the first results, as long as it has not been on the screen, or one goes on typing.
#[hook]
fn use_extent(selection: Selection, field: &NodeRef) -> Extent {
    let seen = use_state_eq(|| None::<Selection>);
    use_effect_with(selection, {
        let (seen, field) = (seen.setter(), field.clone());
        move |selection| {
            let selection = *selection;
            let follow = move || seen.set(Some(selection));
            let is_typing = dom::has_focus(&field);
            let painted = (!is_typing).then(|| dom::after_paint(follow.clone()));
            let paused = is_typing.then(|| dom::after_ms(BETWEEN_KEYS_MS, follow));
            move || drop((painted, paused))
        }
    });
    match *seen {
        Some(seen) if seen == selection => Extent::Whole,
        Some(seen) if words(&seen) == words(&selection) => Extent::Narrowed,
        _ => Extent::First,
    }
}

/// The view by which results can be narrowed down: the first results have none, and what was there stays.
#[hook]
fn use_narrowing(view: &Shown, extent: Extent) -> Shown {
    let kept = use_mut_ref(|| Rc::clone(view));
    let mut kept = kept.borrow_mut();
    let is_asked = (**view).as_ref().is_some_and(|it| !it.title.is_empty());
    if !(extent == Extent::First && is_asked) {
        *kept = Rc::clone(view);
    }
    Rc::clone(&kept)
}

/// What the status depends on.
#[derive(Clone, PartialEq, Properties)]
struct StatusProps {
    /// How many results there are, in words.
    title: String,
}

/// Reads out how many results there are, once the number has stood for a while.
#[component]
fn SearchStatus(props: &StatusProps) -> Html {
    let said = use_state_eq(String::new);
    use_effect_with(props.title.clone(), {
        let said = said.setter();
        move |title| {
            let title = title.clone();
            let waiting = dom::after_ms(PAUSE_MS, move || said.set(title));
            move || drop(waiting)
        }
    });
    html! { <p class="visually-hidden" role="status">{ live_text((*said).clone()) }</p> }
}

/// The field takes the focus when `/` is pressed.
#[hook]
fn use_slash(field: &NodeRef) {
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            let listener = dom::on_slash(move || dom::focus_field(&field));
            move || drop(listener)
        }
    });
}

/// Keys in the field, and on a result that has the focus.
fn on_key(
    props: &SearchProps,
    cursor: &UseStateHandle<Cursor>,
    own: &Cursor,
    options: usize,
    field: &NodeRef,
) -> Callback<KeyboardEvent> {
    let (props, cursor, own, field) = (props.clone(), cursor.setter(), own.clone(), field.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_plain =
            !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
        if event.is_composing() || !is_plain {
            return;
        }
        let at = dom::option_of(&event).or(own.at).filter(|it| *it < options);
        if !dom::is_in_field(&event, &field) && dom::option_of(&event).is_none() {
            return;
        }
        let to = match (&*event.key(), at) {
            ("ArrowDown", _) if options > 0 => Some(at.map_or(0, |it| (it + 1).min(options - 1))),
            ("ArrowUp", Some(at)) => at.checked_sub(1),
            ("Home", Some(_)) => Some(0),
            ("End", Some(_)) => options.checked_sub(1),
            ("Enter", _) if options > 0 => {
                event.prevent_default();
                return dom::click(&option_id(at.unwrap_or(0)));
            }
            ("Escape", _) if props.selection.tool() == Some(Tool::Search) => {
                event.prevent_default();
                return escape(&props);
            }
            // No results are shown: the field is left, and not the view.
            ("Escape", _) => {
                event.prevent_default();
                return dom::blur(&field);
            }
            _ => return,
        };
        event.prevent_default();
        dom::focus_field(&field);
        // With the first result the field is seen again.
        match to.filter(|it| *it > 0) {
            Some(to) => dom::bring_into_view(&option_id(to)),
            None => dom::bring_into_view(FIELD),
        }
        cursor.set(Cursor { at: to, ..own.clone() });
    })
}

/// Clears the words, and without words leads out of the search.
fn escape(props: &SearchProps) {
    let SearchProps { selection, on_adjust, on_leave, .. } = props;
    if words(selection).is_empty() {
        on_leave.emit(());
    } else {
        on_adjust.emit(searching(selection, ""));
    }
}

/// The date, and what results can be narrowed down to.
fn filters(
    messages: &'static Messages,
    view: Option<&FoundView<'static>>,
    date: Html,
    selection: &Selection,
    on_adjust: &Callback<Selection>,
) -> Html {
    let groups = view.map_or(&[][..], |it| &it.filters);
    let group = |it: &FilterGroup<'static>| {
        html! {
            <fieldset key={it.heading} class="search-filter">
                <legend>{ it.heading }</legend>
                { for it.choices.iter().map(|it| choice(it, selection, on_adjust)) }
            </fieldset>
        }
    };
    html! {
        <div class="search-filters">
            <div key="date" class="search-date" id="search-date" tabindex="-1"><span aria-hidden="true">{ messages.as_known() }</span>{ " " }{ date }</div>
            { for groups.iter().map(group) }
        </div>
    }
}

fn choice(
    it: &FilterChoice<'static>,
    selection: &Selection,
    on_adjust: &Callback<Selection>,
) -> Html {
    let to = narrowed(selection, it.toggled);
    let onclick = on_adjust.reform(move |_: MouseEvent| to);
    let sign = it.mark.map(|(it, is_unconfirmed)| mark(it, is_unconfirmed)).unwrap_or_default();
    html! {
        <button key={it.name} type="button" class="search-choice" aria-pressed={if it.is_on { "true" } else { "false" }} {onclick}>
            <span>{ sign }{ it.name }</span>{ " " }<span class="count">{ live_text(it.count.to_string()) }</span>
        </button>
    }
}

fn results(
    messages: &'static Messages,
    view: Option<&FoundView<'static>>,
    selection: &Selection,
    own: &Cursor,
    active: Option<usize>,
    cursor: &UseStateHandle<Cursor>,
    on_adjust: &Callback<Selection>,
) -> Html {
    let Some(view) = view else {
        return html! { <div key="preparing" class="search-found"><p>{ messages.search_preparing() }</p></div> };
    };
    if view.title.is_empty() {
        return hint(messages, view, selection, on_adjust);
    }
    let mut first = 0;
    let mut groups = Vec::new();
    for it in &view.groups {
        groups.push(group(messages, it, first, active, own, cursor));
        first += options_in(it);
    }
    // Drawn anew for another search, as what is marked in a text is not the text's alone.
    html! {
        <div key={view.name.clone()} class="search-found">
            <h2 class="search-title">{ view.title.clone() }</h2>
            if !view.note.is_empty() { <p class="search-note">{ view.note.clone() }</p> }
            { for view.ways.iter().map(way) }
            <div id={RESULTS} role="listbox" aria-label={messages.search().to_owned()}>{ for groups }</div>
            { examples(messages, view, selection, on_adjust) }
        </div>
    }
}

fn way(it: &Way) -> Html {
    html! { <p key={it.text.as_str()} class="search-way"><a href={it.href.clone()}>{ it.text.clone() }</a></p> }
}

/// What is looked through, and words to try.
fn hint(
    messages: &'static Messages,
    view: &FoundView<'static>,
    selection: &Selection,
    on_adjust: &Callback<Selection>,
) -> Html {
    html! {
        <div key="hint" class="search-found">
            <p class="search-about">{ messages.search_about() }</p>
            { examples(messages, view, selection, on_adjust) }
        </div>
    }
}

/// Words to try, if there are any.
fn examples(
    messages: &'static Messages,
    view: &FoundView<'static>,
    selection: &Selection,
    on_adjust: &Callback<Selection>,
) -> Html {
    if view.examples.is_empty() {
        return Html::default();
    }
    let example = |it: &&'static str| {
        let to = searching(selection, it);
        let onclick = on_adjust.reform(move |_: MouseEvent| to);
        html! { <li key={*it}><button type="button" class="search-choice" {onclick}>{ *it }</button></li> }
    };
    html! {
        <>
            <p class="search-try">{ messages.search_try() }</p>
            <ul class="search-examples">{ for view.examples.iter().map(example) }</ul>
        </>
    }
}

fn group(
    messages: &Messages,
    it: &FoundGroup<'static>,
    first: usize,
    active: Option<usize>,
    own: &Cursor,
    cursor: &UseStateHandle<Cursor>,
) -> Html {
    let heading = ["found-in-", &first.to_string()].concat();
    let lines = it.lines.iter().zip(first..);
    let last = first + it.lines.len();
    let rest = (it.count > it.lines.len())
        .then(|| show_all(messages, it, last, active == Some(last), own, cursor));
    html! {
        <div key={it.heading} class="found-group" role="group" aria-labelledby={heading.clone()}>
            <h3 id={heading} role="presentation">{ it.heading }{ " " }<span class="count">{ it.count.to_string() }</span></h3>
            { for lines.map(|(it, at)| line(it, at, active == Some(at))) }
            { rest.unwrap_or_default() }
        </div>
    }
}

fn line(it: &FoundLine, at: usize, is_active: bool) -> Html {
    let sign = it.mark.map(|(it, is_unconfirmed)| mark(it, is_unconfirmed)).unwrap_or_default();
    let countries = (!it.countries.text.is_empty())
        .then(|| html! { <><b>{ for it.countries.parts().map(part) }</b>{ " " }</> });
    let selected = if is_active { "true" } else { "false" };
    html! {
        <a key={it.entry} class="found" id={option_id(at)} role="option" aria-selected={selected} tabindex="-1" href={it.href.clone()}>
            <span class="found-what">{ sign }{ countries.unwrap_or_default() }{ it.what.join(" · ") }</span>
            { marked(&it.title, "found-title") }
            { marked(&it.text, "found-text") }
            <span class="found-sources">{ it.sources.clone() }</span>
        </a>
    }
}

/// A text with what was looked for marked; nothing for no text.
fn marked(it: &Marked, class: &'static str) -> Html {
    if it.text.is_empty() {
        return Html::default();
    }
    html! { <span {class}>{ for it.parts().map(part) }</span> }
}

fn part((part, is_marked): (&str, bool)) -> Html {
    let part = part.to_owned();
    if is_marked {
        html! { <mark>{ part }</mark> }
    } else {
        html! { { part } }
    }
}

/// An option that shows all results of a kind.
fn show_all(
    messages: &Messages,
    it: &FoundGroup<'static>,
    at: usize,
    is_active: bool,
    own: &Cursor,
    cursor: &UseStateHandle<Cursor>,
) -> Html {
    let (cursor, mut next) = (cursor.setter(), own.clone());
    next.whole.push(it.kind);
    // To the first that came.
    next.at = own.at.map(|_| at);
    let onclick = Callback::from(move |_: MouseEvent| cursor.set(next.clone()));
    let selected = if is_active { "true" } else { "false" };
    let text = format(messages.search_all(), &[("count", &*it.count.to_string())]);
    html! {
        <div key="all" class="found found-all" id={option_id(at)} role="option" aria-selected={selected} {onclick}>{ text }</div>
    }
}
