//! The cells of a grid, and the focus in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use explorer::grid_nav::GridPlace;

use super::{all, around, first, is_focus_lost};

/// The place in a grid that an event is about: its cell, and which of the links in that.
pub(crate) fn grid_place(event: &Event) -> Option<GridPlace> {
    let cell = around(event, "[data-at]")?;
    let (row, column) = cell
        .get_attribute("data-at")?
        .split_once(' ')
        .map(|(row, column)| (row.parse().ok(), column.parse().ok()))?;
    let link = around(event, "a");
    let is_link = |it: &Element| link.as_ref() == Some(it);
    let item = links_in(&cell).iter().position(is_link).unwrap_or_default();
    Some(GridPlace { row: row?, column: column?, item })
}

/// Moves the focus to a place in the grid: to the link there, or to a cell without one.
pub(crate) fn focus_in_grid(to: GridPlace) {
    let Some(cell) = first(&format!("[data-matrix] [data-at='{} {}']", to.row, to.column)) else {
        return;
    };
    let link = links_in(&cell).into_iter().nth(to.item);
    let link = link.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let _ = link.unwrap_or(cell).focus();
}

/// Moves the focus to a place in the grid if what had it is gone.
pub(crate) fn return_focus_to_grid(to: GridPlace) {
    if is_focus_lost() {
        focus_in_grid(to);
    }
}

/// Follows the link of the cell that an event is about if it opens or closes that. Whether there was one.
pub(crate) fn toggle_cell(event: &Event) -> bool {
    let opener = around(event, "[data-cell]").and_then(|it| it.dyn_into::<HtmlElement>().ok());
    opener.inspect(HtmlElement::click).is_some()
}

/// Closes the opened cell of the grid, and gives it the focus.
pub(crate) fn close_opened_cell() {
    if let Some(opener) = first("[data-cell][aria-expanded=true]") {
        let _ = opener.focus();
        opener.click();
    } else if let Some(close) = first(CLOSE) {
        close.click();
    }
}

/// Whether a click closes the opened cell.
pub(crate) fn closes_cell(event: &Event) -> bool {
    around(event, "[data-cell][aria-expanded=true]").or_else(|| around(event, CLOSE)).is_some()
}

/// What closes the opened cell, below it.
const CLOSE: &str = ".matrix-opened [data-close]";

fn links_in(cell: &Element) -> Vec<Element> {
    all(cell, "a").collect()
}
