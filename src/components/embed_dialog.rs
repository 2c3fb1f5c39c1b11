//! The dialog that builds a snippet for embedding. What it does is in `assets/embed-dialog.js`, which finds its parts by
//! their classes, names and values.

use model::{PrintedWords, fill};
use yew::prelude::*;

use crate::data;

/// What opens the dialog.
pub(super) fn opener() -> Html {
    let words = data::printed_words();
    html! {
        <button class="embed-open" type="button" aria-haspopup="dialog">{ words.embed_open() }</button>
    }
}

/// What the dialog depends on.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct EmbedDialogProps {
    /// Whether the page has the briefing as one file beside it. If not, it is that file itself: it may frame nothing, and
    /// where it lies is nobody's address.
    pub is_site: bool,
}

/// The dialog, closed.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let words = data::printed_words();
    let is_site = props.is_site;
    html! {
        <dialog class="embed" aria-labelledby="embed-title" closedby="any"
            data-home={(!is_site).then_some(words.embed_placeholder())}
            data-title={words.embed_frame_title()} data-fallback={words.embed_fallback()}>
            <div class="embed-head">
                <h2 class="embed-title" id="embed-title">{ words.embed_title() }</h2>
                <button class="embed-close" type="button">{ words.embed_close() }</button>
            </div>
            <p class="embed-intro">{ words.embed_intro() }</p>
            if !is_site {
                <p class="notice">
                    { fill(words.embed_address(), &[("address", words.embed_placeholder())]) }
                </p>
            }
            <div class="embed-body">
                { options(words) }
                { snippet(words) }
                if is_site {
                    <div class="embed-preview">
                        <h3 class="embed-legend" id="embed-preview">{ words.embed_preview() }</h3>
                        <div class="embed-stage" role="group" aria-labelledby="embed-preview" tabindex="0"></div>
                    </div>
                }
            </div>
        </dialog>
    }
}

fn options(words: &PrintedWords<'static>) -> Html {
    let way = html! {
        <>
            { choice("embed-way", "script", words.embed_script(), Some(words.embed_script_note()), true) }
            { choice("embed-way", "frame", words.embed_frame(), Some(words.embed_frame_note()), false) }
        </>
    };
    let size = html! {
        <>
            { choice("embed-size", "fits", words.embed_fits(), None, true) }
            <div class="embed-row">
                { choice("embed-size", "fixed", words.embed_fixed(), None, false) }
                <input class="embed-pixels" type="number" min="320" max="4000" step="10" value="640"
                    aria-label={words.embed_pixels()} />
            </div>
            { choice("embed-size", "box", words.embed_box(), None, false) }
        </>
    };
    let theme = html! {
        <>
            { choice("embed-theme", "auto", words.embed_theme_auto(), None, true) }
            { choice("embed-theme", "light", words.embed_theme_light(), None, false) }
            { choice("embed-theme", "dark", words.embed_theme_dark(), None, false) }
        </>
    };
    let start = html! {
        <>
            { choice("embed-start", "view", words.embed_start_view(), None, true) }
            { choice("embed-start", "overview", words.embed_start_overview(), None, false) }
        </>
    };
    html! {
        <div class="embed-options">
            { choices(words.embed_way(), way) }
            { choices(words.embed_size(), size) }
            { choices(words.embed_theme(), theme) }
            { choices(words.embed_start(), start) }
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
    let note = note.map(|it| html! { <span class="embed-note">{ it }</span> });
    html! {
        <label class="embed-choice">
            <input type="radio" {name} {value} checked={is_first} />
            <span>{ text }{ note }</span>
        </label>
    }
}

fn snippet(words: &PrintedWords<'static>) -> Html {
    html! {
        <div class="embed-result">
            <label class="embed-legend" for="embed-snippet">{ words.embed_snippet() }</label>
            <textarea class="embed-snippet" id="embed-snippet" readonly=true rows="9" spellcheck="false" />
            <div class="embed-row">
                <button class="embed-copy" type="button">{ words.embed_copy() }</button>
                <p class="embed-status" role="status"
                    data-copied={words.embed_copied()} data-not-copied={words.embed_not_copied()}></p>
            </div>
        </div>
    }
}
