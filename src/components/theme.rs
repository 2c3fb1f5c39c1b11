//! The choice of the page's colours, for one visit: `theme.js` follows it.

use text::PrintMessages;
use yew::prelude::*;

/// A list of the colours to choose from. Browsers that restore what was chosen in forms would say what the page has not.
pub(super) fn theme(messages: &'static PrintMessages) -> Html {
    let choices = [
        ("auto", messages.theme_system()),
        ("light", messages.embed_theme_light()),
        ("dark", messages.embed_theme_dark()),
    ];
    let choice = |(value, name)| html! { <option {value}>{ name }</option> };
    html! {
        <p class="theme">
            <label>
                { messages.embed_theme() }{ " " }
                <select autocomplete="off" data-theme-choice="">{ for choices.map(choice) }</select>
            </label>
        </p>
    }
}
