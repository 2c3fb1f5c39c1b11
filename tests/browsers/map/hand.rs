//! The map by hand: wheel, mouse and fingers, which the page and its links need too.

use super::{Camera, frame_box, middle, numbers, px, settle};
use crate::case::{Case, cases, js};
use browser_tests::engine::Engine;
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    the_wheel_scrolls_the_page,
    the_wheel_with_ctrl_zooms,
    the_wheel_at_its_limit_is_the_pages,
    // It takes a large country beside a small one.
    a_drag_moves_the_map.real(),
    a_drag_leaves_the_overview_alone,
    a_drag_beyond_the_map_leaves_the_keys,
    two_fingers_zoom,
    two_fingers_at_the_limit_are_the_pages,
    on_a_zoomed_page_a_pinch_is_the_pages,
    one_finger_leaves_the_map_alone,
    // Only Chromium makes clicks of the touches that its driver sends.
    a_tap_selects.in_chromium(),
];

/// A pointer that presses at the first point, moves over the others, and lets go at the last.
fn stroke(kind: &str, id: &str, points: &[(i64, i64)]) -> Value {
    let to = |(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 30, "origin": "viewport", "x": x, "y": y });
    let first = points.iter().take(1).map(to);
    let others = points.iter().skip(1).map(to);
    let actions: Vec<Value> = first
        .chain([json!({ "type": "pointerDown", "button": 0 })])
        .chain(others)
        .chain([json!({ "type": "pointerUp", "button": 0 })])
        .collect();
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": actions })
}

/// A point of the frame, by shares of its size.
fn point(page: &Page, (across, down): (f64, f64)) -> Outcome<(i64, i64)> {
    page.reach(".map-frame")?;
    let [left, top, width, height] = frame_box(page)?;
    Ok((px(left + width * across), px(top + height * down)))
}

/// Turns the wheel, with Ctrl held or not.
fn turn(page: &Page, (x, y): (i64, i64), delta_y: i64, with_ctrl: bool) -> Outcome {
    let pause = json!({ "type": "pause", "duration": 0 });
    let held = |kind| json!({ "type": kind, "value": key::CONTROL });
    let keys = if with_ctrl {
        json!([held("keyDown"), pause, held("keyUp")])
    } else {
        json!([pause, pause, pause])
    };
    let scroll = json!({ "type": "scroll", "origin": "viewport", "x": x, "y": y, "deltaX": 0, "deltaY": delta_y, "duration": 0 });
    page.session.perform(&[
        json!({ "type": "key", "id": "keyboard", "actions": keys }),
        json!({ "type": "wheel", "id": "wheel", "actions": [pause, scroll, pause] }),
    ])
}

/// Whether the driver can turn a wheel. WebKit's turns it there and back again, and knows of no keys that are held.
fn has_wheel(page: &Page) -> bool {
    page.engine != Engine::Webkit
}

/// Sends the page a wheel event, of which the browser makes nothing, and returns whether the page kept it for itself.
fn spin(page: &Page, (x, y): (i64, i64), delta_y: i64, with_ctrl: bool) -> Outcome<bool> {
    let arguments = [json!(x), json!(y), json!(delta_y), json!(with_ctrl)];
    let is_kept = page.session.call(js!("spin"), &arguments)?;
    is_kept.as_bool().ok_or_else(|| format!("{is_kept} is neither true nor false").into())
}

fn scroll_y(page: &Page) -> Outcome<f64> {
    let [y] = numbers(page, "return [scrollY]", &[])?;
    Ok(y)
}

fn the_wheel_scrolls_the_page(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let home = settle(page)?;
    let at = point(page, (0.5, 0.5))?;
    ensure(!spin(page, at, 120, false)?, || "the map keeps the wheel from the page".into())?;
    if has_wheel(page) {
        let before = scroll_y(page)?;
        turn(page, at, 120, false)?;
        page.wait("the page to scroll", &format!("return scrollY > {before}"))?;
    }
    assert_same("the camera", settle(page)?, home)
}

fn the_wheel_with_ctrl_zooms(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let share = (0.3, 0.4);
    for is_turned in [true, false] {
        if is_turned && !has_wheel(page) {
            continue;
        }
        let (at, before) = (point(page, share)?, settle(page)?);
        let scrolled = scroll_y(page)?;
        if is_turned {
            turn(page, at, -120, true)?;
        } else {
            ensure(spin(page, at, -120, true)?, || "the browser may zoom the page too".into())?;
        }
        let narrower = format!(
            "return parseFloat(document.querySelector('.map-frame').dataset.camera.split(' ')[2]) < {}",
            before.width
        );
        page.wait("the map to zoom", &narrower)?;
        let after = settle(page)?;
        assert_same("where the page is scrolled to", scroll_y(page)?, scrolled)?;
        holds(page, share, before, after)?;
    }
    Ok(())
}

/// How far the wheel turns in one step, farther out.
const OUT: i64 = 600;

/// A gesture that began on the map stays its own where it can go no farther; the next is the page's.
fn the_wheel_at_its_limit_is_the_pages(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let at = point(page, (0.4, 0.4))?;
    settle(page)?;
    for (limit, delta_y) in [("closest", -OUT), ("whole", OUT)] {
        let turns = page
            .session
            .call_async(js!("spin_to_limit"), &[json!(at.0), json!(at.1), json!(delta_y)])?;
        assert_same(&format!("turns kept on the way to the {limit} view"), turns, json!(true))?;
        let before = settle(page)?;
        std::thread::sleep(PAUSE);
        ensure(!spin(page, at, delta_y, true)?, || {
            format!("at the {limit} view the map keeps the wheel from the page")
        })?;
        assert_same("the camera", settle(page)?, before)?;
        // Back is the map's at once.
        ensure(spin(page, at, -delta_y / 6, true)?, || {
            format!("from the {limit} view the wheel does not lead back")
        })?;
        settle(page)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

/// Longer than between two turns of the wheel in one gesture.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(500);

/// Fails unless two cameras show the same point of the sheet at these shares of the frame.
fn holds(page: &Page, share: (f64, f64), before: Camera, after: Camera) -> Outcome {
    let [_, _, width, height] = frame_box(page)?;
    let at =
        |it: Camera| (it.left + share.0 * it.width, it.top + share.1 * it.width * height / width);
    let (one, other) = (at(before), at(after));
    // Two px of the frame.
    let near = 2.0 * before.width / width;
    ensure((one.0 - other.0).abs() <= near && (one.1 - other.1).abs() <= near, || {
        format!(
            "the point under the pointer went from {one:?} to {other:?} ({before:?}, {after:?})"
        )
    })
}

fn a_drag_moves_the_map(page: &Page) -> Outcome {
    page.open("?partner=nzl")?;
    for _ in 0..2 {
        settle(page)?;
        page.click("[data-map=closer]")?;
    }
    let before = settle(page)?;
    // Begins and ends on Australia, which is a link.
    let (x, y) = page.point_on_shape("aus")?;
    let path = [(x, y), (x + 6, y + 2), (x + 20, y + 10), (x + 46, y + 22)];
    page.session.perform(&[stroke("mouse", "mouse", &path)])?;
    let after = settle(page)?;
    let [_, _, width, _] = frame_box(page)?;
    let unit = before.width / width;
    let (right, down) = ((before.left - after.left) / unit, (before.top - after.top) / unit);
    // The first px decide that it is a drag.
    ensure((36.0..=47.0).contains(&right) && (14.0..=23.0).contains(&down), || {
        format!("dragged by (46, 22) px, the map moved by ({right}, {down})")
    })?;
    assert_same("the zoom", after.width, before.width)?;
    page.expect("?partner=nzl", "nzl")?;
    // A press that stays where it is follows the link, also right after a drag.
    page.click_shape("aus")?;
    page.expect("?partner=aus", "aus")?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_drag_leaves_the_overview_alone(page: &Page) -> Outcome {
    page.open("")?;
    let before = settle(page)?;
    let (x, y) = point(page, (0.6, 0.4))?;
    let (far_x, far_y) = point(page, (0.5, 0.95))?;
    page.session.perform(&[stroke("mouse", "mouse", &[(x, y), (x - 30, y), (far_x, far_y)])])?;
    assert_same("the camera", settle(page)?, before)?;
    page.expect("", "overview")
}

fn a_drag_beyond_the_map_leaves_the_keys(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let before = settle(page)?;
    let (x_beyond, y_beyond) = middle(page, ".caption")?;
    let [left, top, width, height] = frame_box(page)?;
    let (x, y) = (px(left + width * 0.5), px(top + height * 0.8));
    let path = [(x, y), (x - 20, y), (x_beyond, y_beyond)];
    page.session.perform(&[stroke("mouse", "mouse", &path)])?;
    let after = settle(page)?;
    ensure(after != before, || format!("the drag moved nothing: {before:?}"))?;
    // Nothing of the drag may be left for the next click, which here comes from a key.
    page.enter(".map-marker[data-country=swe]")?;
    page.enter(".map-marker[data-country=nor]")?;
    page.expect("?partner=nor", "nor")
}

/// Counts the moves of fingers that the page kept from the browser, and those that it did not.
const COUNT_MOVES: &str = "window.moves = { kept: 0, left: 0 };
    addEventListener('touchmove', it => window.moves[it.defaultPrevented ? 'kept' : 'left']++)";

/// Moves fingers, each along its own path.
fn touch(page: &Page, fingers: &[Vec<(i64, i64)>]) -> Outcome {
    page.session.run(COUNT_MOVES, &[])?;
    if page.engine == Engine::Webkit {
        let steps = fingers.iter().map(Vec::len).min().unwrap_or_default();
        let at = |step| fingers.iter().filter_map(move |path| path.get(step)).collect::<Vec<_>>();
        let together: Vec<_> = (0..steps).map(at).collect();
        return page.session.call(js!("touch"), &[json!(together)]).map(drop);
    }
    let finger =
        |(index, path): (usize, &Vec<_>)| stroke("touch", &format!("finger-{index}"), path);
    let devices: Vec<Value> = fingers.iter().enumerate().map(finger).collect();
    page.session.perform(&devices)
}

/// How many moves of fingers the page kept from the browser, and how many it did not.
fn moves(page: &Page) -> Outcome<(f64, f64)> {
    let [kept, left] = numbers(page, "return [moves.kept, moves.left]", &[])?;
    Ok((kept, left))
}

fn two_fingers_zoom(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let before = settle(page)?;
    let (x, y) = point(page, (0.5, 0.5))?;
    // From 100 px apart to 200.
    let apart = |by: i64| vec![(x + by * 5, y), (x + by * 7, y), (x + by * 8, y), (x + by * 10, y)];
    touch(page, &[apart(-10), apart(10)])?;
    let after = settle(page)?;
    let factor = before.width / after.width;
    ensure((1.8..=2.2).contains(&factor), || {
        format!("fingers twice as far apart zoom by {factor}: {before:?}, {after:?}")
    })?;
    holds(page, (0.5, 0.5), before, after)?;
    let (kept, left) = moves(page)?;
    ensure(kept > 0.0 && left == 0.0, || {
        format!("of the fingers' moves, {kept} were kept from the browser, and {left} not")
    })?;
    page.expect("?partner=fji", "fji")?;
    assert_empty("the page complains", &page.problems()?)
}

/// Two fingers beside a point, which move from one distance to another.
fn pinch(page: &Page, (x, y): (i64, i64), from: i64, to: i64) -> Outcome {
    let path = |side: i64| {
        let at = |share: i64| (x + side * (from + (to - from) * share / 4) / 2, y);
        (0..=4).map(at).collect::<Vec<_>>()
    };
    touch(page, &[path(-1), path(1)])
}

fn two_fingers_at_the_limit_are_the_pages(page: &Page) -> Outcome {
    page.open("")?;
    let at = point(page, (0.5, 0.5))?;
    page.session.call_async(js!("spin_to_limit"), &[json!(at.0), json!(at.1), json!(OUT)])?;
    let whole = settle(page)?;
    pinch(page, at, 200, 100)?;
    page.wait("the fingers to move", "return moves.kept + moves.left > 0")?;
    assert_same("moves kept from the browser at the whole view", moves(page)?.0, 0.0)?;
    assert_same("the camera", settle(page)?, whole)?;
    // The page may be zoomed now, or the browser at it.
    page.open("?partner=fji")?;
    let at = point(page, (0.5, 0.5))?;
    page.session.call_async(js!("spin_to_limit"), &[json!(at.0), json!(at.1), json!(-OUT)])?;
    let closest = settle(page)?;
    pinch(page, at, 100, 200)?;
    page.wait("the fingers to move", "return moves.kept + moves.left > 0")?;
    assert_same("moves kept from the browser at the closest view", moves(page)?.0, 0.0)?;
    assert_same("the camera", settle(page)?, closest)?;
    page.open("?partner=fji")?;
    // A pinch that has begun on the map does not become the page's on the way.
    let (at, before) = (point(page, (0.5, 0.5))?, settle(page)?);
    pinch(page, at, 20, 400)?;
    let after = settle(page)?;
    ensure(after.width < before.width, || format!("{before:?} became {after:?}"))?;
    let (kept, left) = moves(page)?;
    ensure(kept > 0.0 && left == 0.0, || {
        format!("of the moves, {kept} were kept from the browser, and {left} not")
    })
}

/// The zoom of the page is imitated where no driver has one.
fn on_a_zoomed_page_a_pinch_is_the_pages(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let (at, before) = (point(page, (0.5, 0.5))?, settle(page)?);
    let zoom = "Object.defineProperty(visualViewport, 'scale', { value: arguments[0], configurable: true })";
    page.session.run(zoom, &[json!(2)])?;
    for delta_y in [-120, 120] {
        ensure(!spin(page, at, delta_y, true)?, || "the map keeps the wheel from the page".into())?;
    }
    pinch(page, at, 100, 200)?;
    page.wait("the fingers to move", "return moves.kept + moves.left > 0")?;
    assert_same("moves kept from the browser", moves(page)?.0, 0.0)?;
    assert_same("the camera", settle(page)?, before)?;
    page.open("?partner=fji")?;
    let at = point(page, (0.5, 0.5))?;
    page.session.run(zoom, &[json!(1)])?;
    ensure(spin(page, at, -120, true)?, || "on a page as it is the map does not zoom".into())
}

fn one_finger_leaves_the_map_alone(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let before = settle(page)?;
    let (x, y) = point(page, (0.5, 0.6))?;
    touch(page, &[vec![(x, y), (x, y - 12), (x, y - 40), (x, y - 80)]])?;
    page.wait("the finger to move", "return moves.kept + moves.left > 0")?;
    assert_same("moves kept from the browser", moves(page)?.0, 0.0)?;
    assert_same("the camera", settle(page)?, before)?;
    page.expect("?partner=fji", "fji")
}

fn a_tap_selects(page: &Page) -> Outcome {
    page.open("")?;
    settle(page)?;
    let at = page.point_on_shape("per")?;
    page.session.perform(&[stroke("touch", "finger-0", &[at])])?;
    page.expect("?partner=per", "per")?;
    settle(page)?;
    assert_same("tips after a tap on Peru", page.count(".map-tip")?, 0)?;
    page.open("")?;
    settle(page)?;
    let at = middle(page, ".map-marker[data-country=nor]")?;
    page.session.perform(&[stroke("touch", "finger-0", &[at])])?;
    page.expect("?partner=nor", "nor")?;
    settle(page)?;
    assert_same("tips after a tap on the marker of Norway", page.count(".map-tip")?, 0)?;
    assert_empty("the page complains", &page.problems()?)
}
