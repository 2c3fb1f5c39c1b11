//! The dialog that builds a snippet for embedding. What it does is in `assets/embed-dialog.js`, which finds its parts by
//! their classes, names and values.

use crate::print::Print;
use text::{PrintMessages, format};
use yew::prelude::*;

/// What opens the dialog.
pub(super) fn opener(messages: &'static PrintMessages) -> Html {
    html! {
        <button class="embed-open" type="button" aria-haspopup="dialog">{ messages.embed_open() }</button>
    }
}

/// What the dialog depends on.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmbedDialogProps {
    /// What is printed from.
    pub print: Print,
    /// Whether the page has the briefing as one file beside it. If not, it is that file itself: it may frame nothing, and
    /// where it lies is nobody's address.
    pub is_site: bool,
    /// Where the briefing is on the web, if that is known.
    #[prop_or_default]
    pub address: Option<AttrValue>,
    /// Whether an embed can stay with this edition.
    pub edition: OfferedEdition,
}

/// Whether an embed can stay with the edition of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferedEdition {
    /// Not yet: it may still change.
    Open,
    /// It can.
    Closed,
    /// It can, and the page itself does.
    Pinned,
}

impl OfferedEdition {
    /// Of a page whose edition is closed or not, and which stays with it or not.
    #[must_use]
    pub fn of(is_closed: bool, is_pinned: bool) -> Self {
        match (is_closed, is_pinned) {
            (_, true) => Self::Pinned,
            (true, false) => Self::Closed,
            (false, false) => Self::Open,
        }
    }
}

/// The dialog, closed.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let (messages, is_site) = (props.print.messages(), props.is_site);
    let number = props.print.briefing.model.edition.number.to_string();
    let is_nowhere = !is_site && props.address.is_none();
    let home = || props.address.clone().unwrap_or_else(|| messages.embed_placeholder().into());
    html! {
        <dialog class="embed" aria-labelledby="embed-title" closedby="any"
            data-home={(!is_site).then(home)} data-edition={number.clone()}
            data-title={messages.embed_frame_title()} data-fallback={messages.embed_fallback()}>
            <div class="embed-head">
                <h2 class="embed-title" id="embed-title">{ messages.embed_title() }</h2>
                <button class="embed-close" type="button">{ messages.embed_close() }</button>
            </div>
            <p class="embed-intro">{ messages.embed_intro() }</p>
            if is_nowhere {
                <p class="notice">
                    { format(messages.embed_address(), &[("address", messages.embed_placeholder())]) }
                </p>
            }
            <div class="embed-body">
                { options(messages, editions(messages, &number, props.edition)) }
                { snippet(messages) }
                if is_site {
                    <div class="embed-preview">
                        <h3 class="embed-legend" id="embed-preview">{ messages.embed_preview() }</h3>
                        <div class="embed-stage" role="group" aria-labelledby="embed-preview" tabindex="0"></div>
                    </div>
                }
            </div>
        </dialog>
    }
}

fn options(messages: &'static PrintMessages, edition: Html) -> Html {
    let way = html! {
        <>
            { choice("embed-way", "script", messages.embed_script(), note(messages.embed_script_note()), State::Chosen) }
            { choice("embed-way", "frame", messages.embed_frame(), note(messages.embed_frame_note()), State::Offered) }
        </>
    };
    let size = html! {
        <>
            { choice("embed-size", "capped", messages.embed_capped(), None, State::Chosen) }
            { choice("embed-size", "fits", messages.embed_fits(), None, State::Offered) }
            <div class="embed-row">
                { choice("embed-size", "fixed", messages.embed_fixed(), None, State::Offered) }
                <input class="embed-pixels" type="number" min="320" max="4000" step="10" value="640"
                    aria-label={messages.embed_pixels()} />
            </div>
            { choice("embed-size", "box", messages.embed_box(), None, State::Offered) }
        </>
    };
    let theme = html! {
        <>
            { choice("embed-theme", "auto", messages.embed_theme_auto(), None, State::Chosen) }
            { choice("embed-theme", "light", messages.embed_theme_light(), None, State::Offered) }
            { choice("embed-theme", "dark", messages.embed_theme_dark(), None, State::Offered) }
        </>
    };
    let start = html! {
        <>
            { choice("embed-start", "view", messages.embed_start_view(), None, State::Chosen) }
            { choice("embed-start", "overview", messages.embed_start_overview(), None, State::Offered) }
        </>
    };
    html! {
        <div class="embed-options">
            { choices(messages.embed_way(), way) }
            { choices(messages.embed_size(), size) }
            { choices(messages.embed_theme(), theme) }
            { choices(messages.embed_start(), start) }
            { choices(messages.embed_edition(), edition) }
        </div>
    }
}

/// The choice of an edition. One that cannot be chosen says why.
fn editions(messages: &'static PrintMessages, number: &str, offered: OfferedEdition) -> Html {
    let (latest, pinned) = match offered {
        OfferedEdition::Open => (State::Chosen, State::Disabled),
        OfferedEdition::Closed => (State::Chosen, State::Offered),
        OfferedEdition::Pinned => (State::Offered, State::Chosen),
    };
    let about_pinned = match offered {
        OfferedEdition::Open => messages.embed_pinned_open(),
        OfferedEdition::Closed | OfferedEdition::Pinned => messages.embed_pinned_note(),
    };
    let about_pinned = Some(format(about_pinned, &[("number", number)]).into());
    html! {
        <>
            { choice("embed-edition", "latest", messages.embed_latest(), note(messages.embed_latest_note()), latest) }
            { choice("embed-edition", "pinned", messages.embed_pinned(), about_pinned, pinned) }
        </>
    }
}

fn choices(legend: &'static str, choices: Html) -> Html {
    html! {
        <fieldset class="embed-choices">
            <legend class="embed-legend">{ legend }</legend>
            { choices }
        </fieldset>
    }
}

/// How a choice stands when the dialog opens.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Chosen,
    Offered,
    Disabled,
}

fn note(text: &'static str) -> Option<AttrValue> {
    Some(text.into())
}

fn choice(
    name: &'static str,
    value: &'static str,
    text: &'static str,
    note: Option<AttrValue>,
    state: State,
) -> Html {
    let note = note.map(|it| html! { <>{ " " }<span class="embed-note">{ it }</span></> });
    let (is_chosen, is_disabled) = (state == State::Chosen, state == State::Disabled);
    html! {
        <>
            <label class="embed-choice">
                <input type="radio" {name} {value} checked={is_chosen} disabled={is_disabled} />
                <span>{ text }{ note }</span>
            </label>
            { " " }
        </>
    }
}

fn snippet(messages: &'static PrintMessages) -> Html {
    html! {
        <div class="embed-result">
            <label class="embed-legend" for="embed-snippet">{ messages.embed_snippet() }</label>
            <textarea class="embed-snippet" id="embed-snippet" readonly=true rows="9" spellcheck="false" />
            <div class="embed-row">
                <button class="embed-copy" type="button">{ messages.embed_copy() }</button>
                <p class="embed-status" role="status"
                    data-copied={messages.embed_copied()} data-not-copied={messages.embed_not_copied()}></p>
            </div>
        </div>
    }
}
