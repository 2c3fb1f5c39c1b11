//! The countries and their statuses as a table.

use explorer::view::{Row, Table};
use text::Messages;
use yew::prelude::*;

use super::link::named;
use super::live_text;

/// The table, folded: it says what map and list say.
pub(crate) fn table(messages: &Messages, table: &Table) -> Html {
    let pillar = |name: &&str| html! { <th key={*name} scope="col">{ *name }</th> };
    html! {
        <details class="table">
            <summary>{ messages.table_title() }</summary>
            <table>
                <thead><tr><th scope="col">{ messages.table_country() }</th>{ for table.pillars.iter().map(pillar) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </details>
    }
}

fn row(row: &Row) -> Html {
    let standing = |text: &String| html! { <td>{ live_text(text.clone()) }</td> };
    html! {
        <tr key={row.country.link.attribute.id()}>
            <th scope="row">{ named(&row.country, "") }</th>
            { for row.standings.iter().map(standing) }
        </tr>
    }
}
