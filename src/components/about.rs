//! Who makes the briefing and how, where to report an error, and what may be done with it.

use text::Contact;
use yew::prelude::*;

use crate::print::Print;

/// The section about the briefing.
pub(super) fn about(print: Print) -> Html {
    let (messages, about) = (print.messages(), &print.text.about);
    let sentence = |text: &'static String| html! { <li>{ text.as_str() }</li> };
    html! {
        <section class="about" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{ messages.about_title() }</h2>
            <dl>
                { entry(messages.about_makers(), html! { <p>{ about.makers.as_str() }</p> }) }
                { entry(messages.about_method(), html! { <ol>{ for about.method.iter().map(sentence) }</ol> }) }
                { entry(messages.about_errors(), errors(print)) }
                { entry(messages.about_licence(), html! { <p>{ about.licence.as_str() }</p> }) }
            </dl>
        </section>
    }
}

fn entry(name: &'static str, text: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> }
}

/// What to report, and where, as far as this copy knows.
fn errors(print: Print) -> Html {
    let (messages, about) = (print.messages(), &print.text.about);
    let link = |contact: &'static Contact| {
        html! {
            <p>{ messages.about_contact() }{ " " }<a href={contact.href()} rel="noopener noreferrer">{ contact.text() }</a></p>
        }
    };
    let nobody = || html! { <p>{ messages.about_no_contact() }</p> };
    html! {
        <>
            <p>{ about.errors.as_str() }</p>
            { about.contact.as_ref().map_or_else(nobody, link) }
        </>
    }
}
