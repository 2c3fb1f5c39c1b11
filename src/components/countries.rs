//! The countries as a list: the same links as on the map, with the status in words.

use explorer::view::{CountryGroup, MapCountry};
use text::Messages;
use yew::prelude::*;

use super::{LinkAttributes, live_text, mark};

/// The list of countries, in groups.
pub(crate) fn countries(messages: &Messages, groups: &[CountryGroup<'static>]) -> Html {
    html! {
        <nav class="partners" aria-label={messages.partners_label().to_owned()}>
            { for groups.iter().map(group) }
        </nav>
    }
}

fn group(group: &CountryGroup<'static>) -> Html {
    html! {
        <div key={group.title} class="partners-group">
            <h2 class="partners-title">{ group.title }</h2>
            <ul>{ for group.countries.iter().map(country) }</ul>
        </div>
    }
}

fn country(country: &MapCountry<'static>) -> Html {
    let content = html! {
        <>
            { mark(country.mark, country.is_unconfirmed) }
            <span class="partner-name">{ country.name }</span>
            { " " }
            <span class="partner-status">{ live_text(country.status) }</span>
        </>
    };
    html! { <li key={country.id}>{ LinkAttributes::of_class("partner").draw(&country.link, content) }</li> }
}
