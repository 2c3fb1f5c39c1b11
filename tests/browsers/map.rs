//! The map in the reader's hands: where its camera is, what moves it, and what is written on it.

pub(crate) mod camera;
pub(crate) mod hand;
pub(crate) mod keys;
pub(crate) mod labels;
pub(crate) mod marks;

use crate::case::js;
use browser_tests::Outcome;
use browser_tests::page::Page;
use serde_json::{Value, json};

/// The countries of the sample that the map marks; one more is only mentioned, and land unless its card is open.
pub(crate) const COUNTRIES: [&str; 3] = ["nor", "per", "swe"];

/// Returns what the camera shows: left, top, width.
const CAMERA: &str =
    "return document.querySelector('.map-frame').dataset.camera.split(' ').map(Number)";

/// Returns whether nothing on the map moves any more.
const IS_AT_REST: &str = "const frame = document.querySelector('.map-frame');
    return !frame.hasAttribute('data-held') && frame.getAnimations({ subtree: true }).length === 0";

/// The part of the sheet that the map shows, in sheet units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
}

/// Where the camera is, or flies to.
fn camera(page: &Page) -> Outcome<Camera> {
    let [left, top, width] = numbers(page, CAMERA, &[])?;
    Ok(Camera { left, top, width })
}

/// Where the camera is once it has come to rest.
pub(crate) fn settle(page: &Page) -> Outcome<Camera> {
    page.wait("the map to come to rest", IS_AT_REST)?;
    camera(page)
}

/// The box of the frame in the window: left, top, width, height.
pub(crate) fn frame_box(page: &Page) -> Outcome<[f64; 4]> {
    let script = "const { x, y, width, height } = document.querySelector('.map-frame').getBoundingClientRect();
        return [x, y, width, height]";
    numbers(page, script, &[])
}

/// The middle of an element, in whole px of the window.
pub(crate) fn middle(page: &Page, selector: &str) -> Outcome<(i64, i64)> {
    page.reach(selector)?;
    let script = "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    let [x, y] = numbers(page, script, &[json!(selector)])?;
    Ok((px(x), px(y)))
}

/// Drivers want whole px.
pub(crate) fn px(value: f64) -> i64 {
    value.round() as i64
}

/// So many numbers that a function body returns.
pub(crate) fn numbers<const COUNT: usize>(
    page: &Page,
    script: &str,
    arguments: &[Value],
) -> Outcome<[f64; COUNT]> {
    let returned = page.session.run(script, arguments)?;
    let list = returned.as_array().ok_or_else(|| format!("{returned} is not a list"))?;
    let numbers: Vec<f64> = list.iter().filter_map(Value::as_f64).collect();
    numbers.try_into().map_err(|_| format!("{returned} is not {COUNT} numbers").into())
}

/// Those countries of which the marker is not in the frame.
pub(crate) fn outside(page: &Page, countries: &[impl AsRef<str>]) -> Outcome<Vec<String>> {
    let countries: Vec<&str> = countries.iter().map(AsRef::as_ref).collect();
    page.call_list(js!("countries_outside"), &[json!(countries)])
}
