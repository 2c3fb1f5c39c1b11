//! The countries as a list: the same links as on the map, with the status in words.

use explorer::view::{CountryGroup, MapCountry};
use text::Messages;
use yew::prelude::*;

use super::{LinkAttributes, mark};

/// The list of countries, in groups.
pub(crate) fn countries(messages: &Messages, groups: &[CountryGroup]) -> Html {
    html! {
        <nav class="partners" aria-label={messages.partners_label().to_owned()}>
            { for groups.iter().map(group) }
        </nav>
    }
}

fn group(group: &CountryGroup) -> Html {
    html! {
        <div class="partners-group">
            <h2 class="partners-title">{ group.title }</h2>
            <ul>{ for group.countries.iter().map(country) }</ul>
        </div>
    }
}

fn country(country: &MapCountry) -> Html {
    let content = html! {
        <>
            { mark(country.mark) }
            <span class="partner-name">{ country.name }</span>
            { " " }
            <span class="partner-status">{ country.status }</span>
        </>
    };
    html! { <li>{ LinkAttributes::of_class("partner").draw(&country.link, content) }</li> }
}
