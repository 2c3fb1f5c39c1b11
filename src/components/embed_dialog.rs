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
}

/// The dialog, closed.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let (messages, is_site) = (props.print.messages(), props.is_site);
    html! {
        <dialog class="embed" aria-labelledby="embed-title" closedby="any"
            data-home={(!is_site).then_some(messages.embed_placeholder())}
            data-title={messages.embed_frame_title()} data-fallback={messages.embed_fallback()}>
            <div class="embed-head">
                <h2 class="embed-title" id="embed-title">{ messages.embed_title() }</h2>
                <button class="embed-close" type="button">{ messages.embed_close() }</button>
            </div>
            <p class="embed-intro">{ messages.embed_intro() }</p>
            if !is_site {
                <p class="notice">
                    { format(messages.embed_address(), &[("address", messages.embed_placeholder())]) }
                </p>
            }
            <div class="embed-body">
                { options(messages) }
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

fn options(messages: &'static PrintMessages) -> Html {
    let way = html! {
        <>
            { choice("embed-way", "script", messages.embed_script(), Some(messages.embed_script_note()), true) }
            { choice("embed-way", "frame", messages.embed_frame(), Some(messages.embed_frame_note()), false) }
        </>
    };
    let size = html! {
        <>
            { choice("embed-size", "fits", messages.embed_fits(), None, true) }
            <div class="embed-row">
                { choice("embed-size", "fixed", messages.embed_fixed(), None, false) }
                <input class="embed-pixels" type="number" min="320" max="4000" step="10" value="640"
                    aria-label={messages.embed_pixels()} />
            </div>
            { choice("embed-size", "box", messages.embed_box(), None, false) }
        </>
    };
    let theme = html! {
        <>
            { choice("embed-theme", "auto", messages.embed_theme_auto(), None, true) }
            { choice("embed-theme", "light", messages.embed_theme_light(), None, false) }
            { choice("embed-theme", "dark", messages.embed_theme_dark(), None, false) }
        </>
    };
    let start = html! {
        <>
            { choice("embed-start", "view", messages.embed_start_view(), None, true) }
            { choice("embed-start", "overview", messages.embed_start_overview(), None, false) }
        </>
    };
    html! {
        <div class="embed-options">
            { choices(messages.embed_way(), way) }
            { choices(messages.embed_size(), size) }
            { choices(messages.embed_theme(), theme) }
            { choices(messages.embed_start(), start) }
        </div>
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

fn choice(
    name: &'static str,
    value: &'static str,
    text: &'static str,
    note: Option<&'static str>,
    is_first: bool,
) -> Html {
    let note = note.map(|it| html! { <>{ " " }<span class="embed-note">{ it }</span></> });
    html! {
        <>
            <label class="embed-choice">
                <input type="radio" {name} {value} checked={is_first} />
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
