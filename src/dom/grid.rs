//! The cells of a grid, and the focus in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use explorer::grid_nav::GridPlace;

use super::around;

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

/// Moves the focus to a place in the grid that an event is about: to the link there, or to a cell without one.
pub(crate) fn focus_in_grid(event: &Event, to: GridPlace) {
    let selector = format!("[data-at='{} {}']", to.row, to.column);
    let grid = around(event, "[data-matrix]");
    let Some(cell) = grid.and_then(|it| it.query_selector(&selector).ok().flatten()) else {
        return;
    };
    let link = links_in(&cell).into_iter().nth(to.item);
    if let Ok(place) = link.unwrap_or(cell).dyn_into::<HtmlElement>() {
        let _ = place.focus();
    }
}

/// Closes the opened cell of the grid that an event is about, and gives it the focus. Whether there was one.
pub(crate) fn close_opened_cell(event: &Event) -> bool {
    let grid = around(event, "[data-matrix]");
    let opener = grid.and_then(|it| it.query_selector("[aria-expanded=true]").ok().flatten());
    let opener = opener.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(opener) = &opener {
        let _ = opener.focus();
        opener.click();
    }
    opener.is_some()
}

fn links_in(cell: &Element) -> Vec<Element> {
    let Ok(links) = cell.query_selector_all("a") else { return Vec::new() };
    let links = (0..links.length()).filter_map(|it| links.item(it));
    links.filter_map(|it| it.dyn_into().ok()).collect()
}
