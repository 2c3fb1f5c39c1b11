//! The table 'who is in what'.

use explorer::view::{Who, WhoCell, WhoOthers, WhoPillar, WhoRow};
use yew::prelude::*;

use super::claim::RenderContext;
use super::compare::{tick, tray};
use super::link::named;
use super::{live_text, mark};

/// The table, what its dashes mean, and who is not in it. Its roles are said, as a narrow window lays it out as lines.
pub(super) fn who(context: RenderContext, who: &Who<'static>) -> Html {
    let messages = context.messages();
    html! {
        <div class="who">
            { for who.tray.as_ref().map(|it| tray(messages, it)) }
            <table data-who="" role="table" aria-labelledby="card-title">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ messages.who_country() }</th>
                        { for who.pillars.iter().map(pillar) }
                        <th role="columnheader" scope="col" class="who-when">{ messages.who_when() }</th>
                    </tr>
                </thead>
                { for who.groups.iter().map(|rows| group(context, rows)) }
            </table>
            <p class="who-note">
                <span class="who-dashed">{ live_text(who.dashed.clone()) }</span>
                { for who.others.iter().map(others) }
            </p>
        </div>
    }
}

fn pillar(it: &WhoPillar<'static>) -> Html {
    html! {
        <th key={it.pillar.link.attribute.id()} role="columnheader" scope="col">
            { named(&it.pillar, "") }
            { " " }
            <span class="who-subject">{ it.subject }</span>
        </th>
    }
}

fn group(context: RenderContext, rows: &[WhoRow<'static>]) -> Html {
    let key: String = rows.iter().map(|it| it.country.link.attribute.id()).collect();
    html! { <tbody {key} role="rowgroup">{ for rows.iter().map(|it| row(context, it)) }</tbody> }
}

fn row(context: RenderContext, row: &WhoRow<'static>) -> Html {
    let since = row
        .is_lasting
        .then(|| html! { <span class="who-since">{ context.messages().since() }{ " " }</span> });
    html! {
        <tr key={row.country.link.attribute.id()} role="row">
            <th role="rowheader" scope="row">
                { tick_of(context, row) }
                { mark(row.mark, row.is_unconfirmed) }
                { named(&row.country, "who-country") }
            </th>
            { for row.cells.iter().map(cell) }
            <td role="cell" class="who-when" key={[if row.is_lasting { "since " } else { "" }, &*row.when].concat()}>{ since.unwrap_or_default() }{ row.when.clone() }</td>
        </tr>
    }
}

/// The printed text has nothing that reacts.
fn tick_of(context: RenderContext, row: &WhoRow<'static>) -> Html {
    if context.is_text() { Html::default() } else { tick(&row.tick) }
}

fn cell(cell: &WhoCell<'static>) -> Html {
    let swatch = cell
        .mark
        .map(|it| html! { <span class="swatch" data-mark={it.name()} aria-hidden="true"></span> });
    let unconfirmed = cell.is_unconfirmed.then_some("");
    html! {
        <td role="cell" data-mark={cell.mark.map(explorer::view::Mark::name)}>
            { swatch.unwrap_or_default() }
            <span class="who-status" data-unconfirmed={unconfirmed}>{ live_text(cell.status) }</span>
        </td>
    }
}

fn others(others: &WhoOthers<'static>) -> Html {
    let comma = |index| if index == 0 { "" } else { ", " };
    let countries = others.countries.iter().enumerate();
    let ids: String = others.countries.iter().map(|it| it.link.attribute.id()).collect();
    html! {
        <span key={ids}>
            { " " }{ others.role }{ ": " }
            { for countries.map(|(index, it)| html! { <>{ comma(index) }{ named(it, "") }</> }) }
            { "." }
        </span>
    }
}
