//! The table of areas and countries: a grid by keyboard, in which a cell unfolds what it rests on below its row; in the printed
//! text a plain table.

use std::rc::Rc;

use explorer::Briefing;
use explorer::grid_nav::{GridPlace, GridShape};
use explorer::view::{
    COLUMNS_AT_ONCE, Mark, Matrix, MatrixCell, MatrixColumn, MatrixOpened, MatrixRow, NamedLink,
    TermPlace,
};
use model::{Date, LinkKind};
use yew::prelude::*;

use super::claim::{RenderContext, claims};
use super::link::named;
use super::{LinkAttributes, live_text, mark};
use crate::dom;

/// What the grid depends on.
#[derive(Clone, Properties)]
pub(super) struct MatrixGridProps {
    /// What is drawn from.
    pub(super) briefing: &'static Briefing,
    /// The date as of which it is.
    pub(super) date: Date,
    /// Which words the glossary explains.
    pub(super) terms: Vec<TermPlace<'static>>,
    /// The table.
    pub(super) matrix: Rc<Matrix<'static>>,
}

impl PartialEq for MatrixGridProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.matrix, &other.matrix)
    }
}

/// How the table is drawn.
#[derive(Clone, Copy)]
struct Drawing<'a> {
    context: RenderContext<'a>,
    /// How many columns there are.
    columns: usize,
    /// What can be tabbed to; none in a text, which has no grid.
    at: Option<GridPlace>,
}

impl Drawing<'_> {
    fn role(self, role: &'static str) -> Option<&'static str> {
        self.at.map(|_| role)
    }

    fn tab_index(self, row: usize, column: usize, item: usize) -> Option<&'static str> {
        self.at.map(|it| if it == (GridPlace { row, column, item }) { "0" } else { "-1" })
    }

    /// Where a cell is, for what moves the focus.
    fn place(self, row: usize, column: usize) -> Option<String> {
        self.at.map(|_| format!("{row} {column}"))
    }
}

/// The table as a grid: one tab stop, arrows move in it.
#[component]
pub(super) fn MatrixGrid(
    MatrixGridProps { briefing, date, terms, matrix }: &MatrixGridProps,
) -> Html {
    let opened = matrix.opened.as_ref().and_then(opened_place);
    let at = use_state_eq(|| opened.unwrap_or(GridPlace { row: 1, ..GridPlace::default() }));
    let is_unfolded = use_state_eq(|| opened.is_some_and(is_folded));
    let all = matrix.columns.len();
    // What is opened is never folded away.
    let needs_all = opened.is_some_and(is_folded);
    let columns = if *is_unfolded || needs_all { all } else { all.min(COLUMNS_AT_ONCE) };
    let heads = matrix.columns.iter().take(columns).map(|it| it.countries.len());
    let shape =
        GridShape { rows: matrix.rows.len() + 1, heads: std::iter::once(1).chain(heads).collect() };
    let place = shape.nearest(*at);
    let context = RenderContext::of_card(briefing, *date).with_terms(terms);
    let drawing = Drawing { context, columns, at: Some(place) };
    use_effect_with(opened, {
        let (at, is_unfolded) = (at.clone(), is_unfolded.clone());
        move |opened| {
            if let Some(place) = *opened {
                at.set(place);
                is_unfolded.set(*is_unfolded || is_folded(place));
            }
        }
    });
    let onclick = use_closing(matrix, place);
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(place) = dom::grid_place(&event) {
            at.set(place);
        }
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| on_key(&event, &shape));
    html! {
        <div class="matrix" {onclick} {onfocusin} {onkeydown}>
            { before(context, matrix) }
            { table(drawing, matrix) }
            if !needs_all { { more_columns(context, all, &is_unfolded) } }
            { after(context, matrix) }
        </div>
    }
}

/// Where the opened cell is, if it has a place on the date.
fn opened_place(it: &MatrixOpened<'static>) -> Option<GridPlace> {
    Some(GridPlace { row: it.row? + 1, column: it.column? + 1, item: 0 })
}

/// Whether a place is in a column that is only shown when it is asked for.
fn is_folded(place: GridPlace) -> bool {
    place.column > COLUMNS_AT_ONCE
}

/// Escape closes the opened cell, wherever the focus is. Says of each click whether it closes it: then the cell has the focus,
/// as what was clicked may be gone.
#[hook]
fn use_closing(matrix: &Rc<Matrix<'static>>, place: GridPlace) -> Callback<MouseEvent> {
    let is_open = matrix.opened.is_some();
    let is_closing = use_mut_ref(|| false);
    use_effect_with(is_open, |is_open| {
        let listener = is_open.then(|| dom::on_escape(dom::close_opened_cell));
        move || drop(listener)
    });
    use_effect_with(is_open, {
        let is_closing = Rc::clone(&is_closing);
        move |is_open| {
            if is_closing.take() && !is_open {
                dom::return_focus_to_grid(place);
            }
        }
    });
    Callback::from(move |event: MouseEvent| {
        is_closing.replace(dom::closes_cell(&event));
    })
}

/// What shows the columns that there is no room for, and hides them again.
fn more_columns(context: RenderContext, all: usize, is_unfolded: &UseStateHandle<bool>) -> Html {
    let folded = all.saturating_sub(COLUMNS_AT_ONCE);
    if folded == 0 {
        return Html::default();
    }
    let (messages, is_whole) = (context.messages(), **is_unfolded);
    let count = folded.to_string();
    let more = || text::format(messages.matrix_columns(), &[("count", &count)]);
    let text = if is_whole { messages.matrix_fewer().to_owned() } else { more() };
    let is_unfolded = is_unfolded.clone();
    let onclick = Callback::from(move |_: MouseEvent| is_unfolded.set(!is_whole));
    html! {
        <button class="matrix-more" type="button" aria-expanded={if is_whole { "true" } else { "false" }} {onclick}>{ live_text(text) }</button>
    }
}

/// Moves the focus, or opens and closes a cell.
fn on_key(event: &KeyboardEvent, shape: &GridShape) {
    let has_ctrl = event.ctrl_key() || event.meta_key();
    if event.alt_key() {
        return;
    }
    if event.key() == " " && !has_ctrl {
        if dom::toggle_cell(event) {
            event.prevent_default();
        }
    } else if let Some(to) =
        dom::grid_place(event).and_then(|it| shape.after(&event.key(), has_ctrl, it))
    {
        event.prevent_default();
        dom::focus_in_grid(to);
    }
}

/// The table as text.
#[cfg(feature = "ssr")]
pub(super) fn printed_matrix(context: RenderContext, matrix: &Matrix<'static>) -> Html {
    let drawing = Drawing { context, columns: matrix.columns.len(), at: None };
    html! {
        <div class="matrix">
            { before(context, matrix) }
            { table(drawing, matrix) }
            { after(context, matrix) }
        </div>
    }
}

/// How to read it, and what the marks mean.
fn before(context: RenderContext, matrix: &Matrix<'static>) -> Html {
    let messages = context.messages();
    let kind =
        |(kind, name): &(LinkKind, &'static str)| html! { <li>{ kind_mark(*kind) }{ *name }</li> };
    let group = |title: &'static str, kinds: &[(LinkKind, &'static str)]| {
        html! { <div><p>{ title }</p>{ " " }<ul>{ for kinds.iter().map(kind) }</ul></div> }
    };
    html! {
        <>
            <p class="matrix-lead">{ live_text(matrix.lead.clone()) }</p>
            if !matrix.of_aukus.is_empty() {
                <div class="matrix-kinds">
                    { group(messages.matrix_of_aukus(), &matrix.of_aukus) }
                    { group(messages.matrix_others(), &matrix.others) }
                </div>
            }
        </>
    }
}

/// Of whom nothing was found, and the pillars.
fn after(context: RenderContext, matrix: &Matrix<'static>) -> Html {
    let pillar = |it: &NamedLink<'static>| html! { <>{ " " }{ named(it, "") }</> };
    let without = (!matrix.without.is_empty()).then(|| {
        html! { <p key={matrix.without.as_str()} class="matrix-without">{ matrix.without.clone() }</p> }
    });
    html! {
        <>
            { without.unwrap_or_default() }
            <p class="matrix-pillars">{ context.messages().matrix_pillars() }{ ":" }{ for matrix.pillars.iter().map(pillar) }</p>
        </>
    }
}

fn table(drawing: Drawing, matrix: &Matrix<'static>) -> Html {
    let opened = matrix.opened.as_ref();
    if matrix.rows.is_empty() && opened.is_none() {
        return Html::default();
    }
    let columns = matrix.columns.iter().take(drawing.columns);
    let opened_at = |row| opened.filter(|it| it.row == row).map(|it| unfolded(drawing, it));
    let mut rows = Vec::new();
    for (index, it) in matrix.rows.iter().enumerate() {
        rows.push(row(drawing, index + 1, it));
        rows.extend(opened_at(Some(index)));
    }
    rows.extend(opened_at(None));
    html! {
        <table data-matrix="" role={drawing.role("grid")} aria-labelledby={drawing.role("card-title")}>
            <thead role={drawing.role("rowgroup")}>
                <tr role={drawing.role("row")}>
                    <th role={drawing.role("columnheader")} scope="col" data-at={drawing.place(0, 0)} tabindex={drawing.tab_index(0, 0, 0)}>{ drawing.context.messages().matrix_area() }</th>
                    { for columns.enumerate().map(|(index, it)| head(drawing, index + 1, it)) }
                </tr>
            </thead>
            <tbody role={drawing.role("rowgroup")}>{ for rows }</tbody>
        </table>
    }
}

fn head(drawing: Drawing, column: usize, it: &MatrixColumn<'static>) -> Html {
    let ids: String = it.countries.iter().map(|it| it.link.attribute.id()).collect();
    let country = |(item, it): (usize, &NamedLink<'static>)| {
        let tab_index = drawing.tab_index(0, column, item);
        let link = LinkAttributes { tab_index, ..LinkAttributes::default() };
        let comma = if item == 0 { "" } else { ", " };
        html! { <>{ comma }{ link.draw(&it.link, html! { { it.name } }) }</> }
    };
    let unconfirmed = it.is_unconfirmed.then_some("");
    html! {
        <th key={ids} role={drawing.role("columnheader")} scope="col" data-at={drawing.place(0, column)}>
            { mark(it.mark, it.is_unconfirmed) }
            { " " }
            { for it.countries.iter().enumerate().map(country) }
            { " " }
            <span key={it.status.as_str()} class="matrix-status"><span data-unconfirmed={unconfirmed}>{ it.status.clone() }</span></span>
        </th>
    }
}

fn row(drawing: Drawing, row: usize, it: &MatrixRow<'static>) -> Html {
    let tab_index = drawing.tab_index(row, 0, 0);
    let link = LinkAttributes { tab_index, ..LinkAttributes::default() };
    let cells = it.cells.iter().take(drawing.columns);
    let first_without = it.cells.iter().position(|it| it.kind.is_none());
    let cells = cells.enumerate().map(|(index, it)| match it.kind {
        Some(kind) => cell(drawing, (row, index + 1), it, kind),
        None => nothing(drawing, (row, index + 1), it, first_without == Some(index)),
    });
    html! {
        <tr key={it.area.link.attribute.id()} role={drawing.role("row")}>
            <th role={drawing.role("rowheader")} scope="row" data-at={drawing.place(row, 0)}>{ link.draw(&it.area.link, html! { { it.area.name } }) }</th>
            { for cells }
        </tr>
    }
}

fn cell(drawing: Drawing, at: (usize, usize), it: &MatrixCell<'static>, kind: LinkKind) -> Html {
    let (row, column) = at;
    let content = html! {
        <>
            <span class="matrix-country">{ it.countries.clone() }{ " " }</span>
            <span class="matrix-kind">{ kind_mark(kind) }{ it.name }</span>
            { " " }
            <span class="matrix-detail">{ it.detail.clone() }</span>
            { " " }
            <span class="matrix-count">{ it.more.clone() }</span>
        </>
    };
    let attributes = LinkAttributes {
        is_expanded: Some(it.is_open),
        tab_index: drawing.tab_index(row, column, 0),
        ..LinkAttributes::default()
    };
    let key = [&it.countries, it.name, &it.detail, &it.more].concat();
    let content = match it.link.as_ref().filter(|_| drawing.at.is_some()) {
        Some(link) => attributes.draw(link, content),
        None => content,
    };
    html! {
        <td {key} role={drawing.role("gridcell")} data-kind={kind.name()} data-open={it.is_open.then_some("")} data-at={drawing.place(row, column)}>
            { content }
        </td>
    }
}

/// A cell of which nothing was found. Where the table is a list, the first has the words for all of its row.
fn nothing(drawing: Drawing, at: (usize, usize), it: &MatrixCell<'static>, is_first: bool) -> Html {
    let (messages, (row, column)) = (drawing.context.messages(), at);
    let first = is_first.then(
        || html! { <span class="matrix-none-of">{ messages.matrix_none_of() }{ " " }</span> },
    );
    let (key, open) = ([&it.countries, "–"].concat(), it.is_open.then_some(""));
    let content = html! {
        <>
            { first.unwrap_or_default() }
            <span class="matrix-country">{ it.countries.clone() }{ " " }</span>
            <span class="matrix-dash" role="img" aria-label={messages.matrix_none()}>{ "–" }</span>
        </>
    };
    let tab_index = drawing.tab_index(row, column, 0);
    // Opened by an address or for another date, it is closed like any other.
    let (tab_index, content) = match it.link.as_ref().filter(|_| drawing.at.is_some()) {
        Some(link) => {
            let attributes =
                LinkAttributes { is_expanded: Some(true), tab_index, ..LinkAttributes::default() };
            (None, attributes.draw(link, content))
        }
        None => (tab_index, content),
    };
    html! {
        <td {key} role={drawing.role("gridcell")} class={classes!("matrix-nothing", is_first.then_some("matrix-first"))} data-open={open} data-at={drawing.place(row, column)} tabindex={tab_index}>
            { content }
        </td>
    }
}

/// What the opened cell rests on, below its row.
fn unfolded(drawing: Drawing, it: &MatrixOpened<'static>) -> Html {
    let context = drawing.context;
    let part = |(heading, ids): &(String, Vec<model::ClaimId>)| {
        html! { <div key={heading.as_str()} class="matrix-part"><h4>{ heading.clone() }</h4>{ claims(context, ids) }</div> }
    };
    let nothing =
        (!it.nothing.is_empty()).then(|| html! { <p>{ live_text(it.nothing.clone()) }</p> });
    let link =
        |it: &NamedLink<'static>| html! { <li key={it.link.attribute.id()}>{ named(it, "") }</li> };
    html! {
        <tr key={["opened ", &it.title].concat()} role={drawing.role("row")} class="matrix-opened">
            <td role={drawing.role("gridcell")} colspan={(drawing.columns + 1).to_string()}>
                <h3>{ it.title.clone() }</h3>
                { nothing.unwrap_or_default() }
                { for it.parts.iter().map(part) }
                <ul class="links">
                    { for it.cards.iter().map(link) }
                    <li key="close" class="matrix-close">{ named(&it.close, "") }</li>
                </ul>
            </td>
        </tr>
    }
}

/// The mark of a kind of link. Only what is work of AUKUS has one of the map.
fn kind_mark(kind: LinkKind) -> Html {
    let path = match kind {
        LinkKind::JointWork | LinkKind::TookPart | LinkKind::Observed => {
            return mark(Mark::from(kind), false);
        }
        LinkKind::Interest => "M7 2a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z",
        LinkKind::OutsideAukus => "M1 4.5h9.5M8 2l2.5 2.5L8 7M13 9.5H3.5M6 7l-2.5 2.5L6 12",
        LinkKind::OutsideView => "M5.5 3Q2.5 4 2.5 7v3.5H5.5V7H3M12 3Q9 4 9 7v3.5h3V7H9.5",
        LinkKind::Obstacle => "M7 1.5 13 12.5H1ZM7 5.5v3.5M7 10.2v1",
    };
    html! { <svg class="kind-mark" viewBox="0 0 14 14" aria-hidden="true"><path d={path} /></svg> }
}
