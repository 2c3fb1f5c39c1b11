//! Marks and statuses: the legend, the tip, and that map and cards say the same; and how little it takes to select.

use super::{frame_box, middle, settle};
use crate::case::{Case, cases, js};
use crate::keyboard::{is_focused, tab_to};
use browser_tests::page::{Page, strings};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    the_legend_filters.in_chromium(),
    the_legend_counts.in_chromium(),
    a_pointer_brings_a_tip,
    a_pointer_reaches_the_tip,
    the_focus_brings_a_tip,
    selecting_is_cheap.moving().in_chromium(),
    map_and_cards_agree_at_every_event.in_chromium(),
];

/// Each shape's status and opacity.
fn opacities(page: &Page) -> Outcome<Vec<(String, f64)>> {
    let script = "return [...document.querySelectorAll('.map-country')]
        .map(it => [it.dataset.status, parseFloat(getComputedStyle(it).opacity)])";
    let shapes = page.session.run(script, &[])?;
    let shape = |it: &Value| {
        let status = it.pointer("/0").and_then(Value::as_str)?;
        Some((status.to_owned(), it.pointer("/1").and_then(Value::as_f64)?))
    };
    let shapes = shapes.as_array().ok_or("no shapes")?;
    Ok(shapes.iter().filter_map(shape).collect())
}

fn the_legend_filters(page: &Page) -> Outcome {
    for (query, count) in [("?pillar=2", 2), ("?pillar=1", 2), ("?technology=string", 2)] {
        page.open(query)?;
        let marks = page.attributes(".legend-item", "data-mark")?;
        assert_same(&format!("marks in the legend of {query}"), marks.len(), count)?;
        for mark in &marks {
            let item = format!(".legend [value={mark}]");
            page.click(&item)?;
            assert_same("chosen", page.attributes(".legend :checked", "value")?, [mark.as_str()])?;
            let shapes = opacities(page)?;
            assert_same("shapes", shapes.len(), 3)?;
            for (status, opacity) in shapes {
                ensure((status == *mark) == (opacity > 0.8), || {
                    format!("{query}, {mark} chosen: {status} has an opacity of {opacity}")
                })?;
            }
            page.click(&item)?;
            assert_same("chosen after another click", page.count(".legend :checked")?, 0)?;
            let dimmed = opacities(page)?.iter().filter(|(_, opacity)| *opacity < 1.0).count();
            assert_same("dimmed shapes", dimmed, 0)?;
        }
    }
    assert_empty("the page complains", &page.problems()?)
}

fn the_legend_counts(page: &Page) -> Outcome {
    for (query, expected) in [
        ("?date=2021-03-01", &["member 2"]),
        ("?pillar=1", &["closed 1", "member 2"]),
        ("?pillar=2&date=2024-06-20", &["consideration 1", "member 2"]),
        ("?technology=string", &["member 2", "participant 1"]),
    ] as [(&str, &[&str]); 4]
    {
        page.open(query)?;
        let mut counts = page.call_list(js!("legend_counts"), &[])?;
        counts.sort();
        assert_same(&format!("the legend of {query}"), counts, expected)?;
    }
    Ok(())
}

/// Moves the mouse over points of the window.
pub(super) fn point_along(page: &Page, points: &[(i64, i64)]) -> Outcome {
    let to = |(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 10, "origin": "viewport", "x": x, "y": y });
    let moves: Vec<Value> = points.iter().map(to).collect();
    page.session.perform(&[json!({
        "type": "pointer",
        "id": "mouse",
        "parameters": { "pointerType": "mouse" },
        "actions": moves,
    })])
}

/// Waits for the tip of a country, and checks that it says what marker and legend say.
fn expect_tip(page: &Page, country: &str) -> Outcome {
    let is_there = "country => document.querySelector('.map-tip')?.dataset.country === country";
    page.wait_for(&format!("the tip of {country}"), is_there, &[json!(country)])?;
    assert_same("tips", page.count(".map-tip")?, 1)?;
    let tip = page.text(".map-tip")?;
    let marker = format!(".map-marker[data-country={country}]");
    let status = page.attribute(&marker, "data-status")?;
    for part in [
        format!("{marker} .map-name"),
        format!(".legend-item[data-mark={status}] > :not([aria-hidden], .legend-count)"),
    ] {
        let said = page.text(&part)?;
        ensure(!said.is_empty() && tip.contains(&said), || {
            format!("the tip of {country} says {tip:?}, {part} says {said:?}")
        })?;
    }
    Ok(())
}

fn no_tip(page: &Page) -> Outcome {
    page.wait("the tip to go", "return !document.querySelector('.map-tip')")
}

fn a_pointer_brings_a_tip(page: &Page) -> Outcome {
    for (query, country) in [
        ("?pillar=2&partner=swe", "nor"),
        ("?pillar=2&partner=swe", "swe"),
        ("?pillar=2&partner=per", "per"),
    ] {
        page.open(query)?;
        settle(page)?;
        let at = page.point_on_shape(country)?;
        point_along(page, &[at])?;
        expect_tip(page, country)?;
    }
    let [left, top, ..] = frame_box(page)?;
    point_along(page, &[(super::px(left) + 30, super::px(top) - 10)])?;
    no_tip(page)
}

/// From a country's marker over to its tip, px by px, as a slow hand would; and then it is the country's link.
fn a_pointer_reaches_the_tip(page: &Page) -> Outcome {
    for country in super::COUNTRIES {
        page.open("?pillar=2")?;
        settle(page)?;
        let (x, y) = middle(page, &format!(".map-marker[data-country={country}]"))?;
        point_along(page, &[(x, y)])?;
        expect_tip(page, country)?;
        let (tip_x, tip_y) = tip_middle(page)?;
        let (right, down) = (tip_x - x, tip_y - y);
        let steps = right.abs().max(down.abs()).max(1);
        for step in 1..=steps {
            point_along(page, &[(x + right * step / steps, y + down * step / steps)])?;
            let tips = page.attributes(".map-tip", "data-country")?;
            ensure(tips == [country], || {
                format!(
                    "{step} of {steps} px from {country}'s marker to its tip, the tip is {tips:?}"
                )
            })?;
        }
        page.session.click_at(tip_x, tip_y)?;
        page.expect(&format!("?pillar=2&partner={country}"), country)?;
    }
    Ok(())
}

/// The middle of the tip, wherever the page is scrolled to: scrolling would take the pointer elsewhere.
fn tip_middle(page: &Page) -> Outcome<(i64, i64)> {
    let script = "const { x, y, width, height } = document.querySelector('.map-tip').getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    let [x, y] = super::numbers(page, script, &[])?;
    Ok((super::px(x), super::px(y)))
}

fn the_focus_brings_a_tip(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    settle(page)?;
    tab_to(page, ".map-marker")?;
    let first = page.attribute(":focus", "data-country")?;
    expect_tip(page, &first)?;
    page.session.press(key::RIGHT)?;
    let country = page.attribute(":focus", "data-country")?;
    expect_tip(page, &country)?;
    page.session.press(key::ESCAPE)?;
    no_tip(page)?;
    ensure(is_focused(page, &format!(".map-marker[data-country={country}]"))?, || {
        "dismissing the tip moved the focus".into()
    })?;
    page.expect("?pillar=2", "pillar-2")?;
    // It goes with the focus, too.
    page.session.press(key::LEFT)?;
    page.wait("a tip", "return document.querySelector('.map-tip') !== null")?;
    page.session.press(key::TAB)?;
    no_tip(page)
}

/// More nodes than this and a selection draws what it need not. Each tie has a name on the map and one below, a number, and a line to
/// press.
const MOST_MUTATED: usize = 150;

fn selecting_is_cheap(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    settle(page)?;
    for country in ["nor", "per", "swe"] {
        let mutated =
            strings(&page.session.call_async(js!("mutated_by_selecting"), &[json!(country)])?)?;
        page.expect(&format!("?partner={country}"), country)?;
        ensure(!mutated.contains(&"NOT KEPT".to_owned()), || {
            format!("the shapes are drawn again for {country}")
        })?;
        ensure((1..=MOST_MUTATED).contains(&mutated.len()), || {
            format!(
                "selecting {country} changes {} nodes:\n  {}",
                mutated.len(),
                mutated.join("\n  ")
            )
        })?;
    }
    Ok(())
}

/// What cards call each status.
fn status_words() -> Value {
    json!({
        "member": "member",
        "participant": "joined a trial",
        "consultation": "in consultation",
        "consideration": "under consideration",
        "interest": "said it was interested",
        "closed": "closed to non-members",
        "none": "no status",
    })
}

/// The overview's card has the table 'who is in what', a pillar's a list of who is in and who is not.
fn map_and_cards_agree_at_every_event(page: &Page) -> Outcome {
    for (query, stops, maps) in [("", 8, 5), ("?pillar=2", 8, 5), ("?pillar=1", 7, 3)] {
        page.open(query)?;
        // Seven events have happened, and a status of Pillar II began on another day; and there is the day of the edition.
        let mut seen = Vec::new();
        for stop in (0..=stops).rev() {
            let wrong = page.call_list(js!("disagreements"), &[status_words()])?;
            assert_empty(&format!("{} on stop {stop}", page.query()?), &wrong)?;
            seen.push(page.statuses()?);
            if stop > 0 {
                step_back(page)?;
            }
        }
        seen.dedup();
        assert_same(&format!("different maps of {query}"), seen.len(), maps)?;
        let step = page.attribute("[data-step=previous]", "aria-disabled")?;
        assert_same("before the first date there is none", &*step, "true")?;
    }
    Ok(())
}

/// To the event before, by its link; no click of the mouse, which would have to scroll there each time.
fn step_back(page: &Page) -> Outcome {
    let to = page.attribute("[data-step=previous]", "href")?;
    page.session.run("document.querySelector('[data-step=previous]').click()", &[])?;
    let is_shown = "to => `#${document.documentElement.dataset.view}` === to";
    page.wait_for("the date before", is_shown, &[json!(to)])
}
