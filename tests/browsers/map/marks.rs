//! Marks and statuses: the legend, the tip, and that map, list and table say the same; and how little it takes to select.

use super::{frame_box, middle, settle, word, words};
use crate::case::{Case, cases};
use crate::keyboard::{is_focused, tab_to};
use browser_tests::page::{Page, strings};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    the_legend_filters,
    the_legend_counts,
    a_pointer_brings_a_tip,
    a_pointer_reaches_the_tip,
    the_focus_brings_a_tip,
    selecting_is_cheap,
    map_list_and_table_agree_at_every_event,
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
    for query in ["?pillar=2", "?pillar=1", "?technology=quantum"] {
        page.open(query)?;
        let marks = page.attributes(".legend-item", "data-mark")?;
        ensure(marks.len() >= 3, || format!("{query}: only {marks:?} in the legend"))?;
        for mark in &marks {
            let item = format!(".legend [value={mark}]");
            page.click(&item)?;
            assert_same("chosen", page.attributes(".legend :checked", "value")?, [mark.as_str()])?;
            let shapes = opacities(page)?;
            assert_same("shapes", shapes.len(), 8)?;
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
    let miscounts = "
        const shapes = [...document.querySelectorAll('.map-country')].map(it => it.dataset.status);
        const counts = [...document.querySelectorAll('.legend-item')]
          .map(it => [it.dataset.mark, parseInt(it.querySelector('.legend-count').textContent)]);
        const wrong = counts.filter(([mark, count]) => count !== shapes.filter(it => it === mark).length).map(it => it.join(' × '));
        const total = counts.reduce((sum, [, count]) => sum + count, 0);
        return total === 8 && shapes.length === 8 ? wrong : [...wrong, `${total} in all, for ${shapes.length} shapes`];";
    for lens in ["?", "?pillar=1&", "?technology=undersea&"] {
        for date in ["2021-09-15", "2024-04-08", "2024-05-01", "2025-07-16", "2026-05-30"] {
            let query = format!("{lens}date={date}");
            page.open(&query)?;
            assert_empty(&format!("counts in the legend of {query}"), &page.list(miscounts)?)?;
        }
    }
    Ok(())
}

/// Moves the mouse over points of the window.
fn point_along(page: &Page, points: &[(i64, i64)]) -> Outcome {
    let to = |(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 10, "origin": "viewport", "x": x, "y": y });
    let moves: Vec<Value> = points.iter().map(to).collect();
    page.session.perform(&[json!({
        "type": "pointer",
        "id": "mouse",
        "parameters": { "pointerType": "mouse" },
        "actions": moves,
    })])
}

/// Waits for the tip of a country, and checks that it says what the list says.
fn expect_tip(page: &Page, country: &str) -> Outcome {
    let is_there =
        format!("return document.querySelector('.map-tip')?.dataset.country === '{country}'");
    page.wait(&format!("the tip of {country}"), &is_there)?;
    assert_same("tips", page.count(".map-tip")?, 1)?;
    let tip = page.text(".map-tip")?;
    for part in [".partner-name", ".partner-status"] {
        let said = page.text(&format!(".partners [data-country={country}] {part}"))?;
        ensure(!said.is_empty() && tip.contains(&said), || {
            format!("the tip of {country} says {tip:?}, the list {said:?}")
        })?;
    }
    Ok(())
}

fn no_tip(page: &Page) -> Outcome {
    page.wait("the tip to go", "return !document.querySelector('.map-tip')")
}

fn a_pointer_brings_a_tip(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    settle(page)?;
    for country in ["aus", "can", "chn"] {
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
    // Washington and Ottawa are too close to one another for this.
    for country in ["aus", "nzl", "kor", "jpn"] {
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

/// More nodes than this and a selection draws what it need not.
const MOST_MUTATED: usize = 60;

/// Selects a country by the list and returns the nodes beside the card that changed, a line each; the last argument ends it.
const MUTATED: &str = "
const [country, done] = arguments;
const nodes = new Map(), shapes = [...document.querySelectorAll('.map-country')];
const isInCard = node => (node instanceof Element ? node : node.parentElement)?.closest('.card') != null;
const say = node => node instanceof Element ? `${node.localName}.${node.getAttribute('class') ?? ''}` : `“${node.data}”`;
const note = (node, how) => nodes.has(node) || nodes.set(node, `${how} ${say(node)}`);
const observer = new MutationObserver(records => {
  for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
    if (isInCard(target)) continue;
    if (type !== 'childList') note(target, attributeName ?? 'text');
    for (const [how, list] of [['added', addedNodes], ['removed', removedNodes]]) {
      for (const top of list) {
        if (top instanceof Element && top.matches('.card')) continue;
        note(top, how);
        const walker = document.createTreeWalker(top);
        while (walker.nextNode()) note(walker.currentNode, how);
      }
    }
  }
});
observer.observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
document.querySelector(`.partners a[data-country=${country}]`).click();
const started = Date.now();
(function look() {
  const frame = document.querySelector('.map-frame');
  const isThere = document.querySelector(`.card[data-card=${country}], .card [data-card=${country}]`);
  const isAtRest = ['--left', '--top', '--width'].every(name =>
    Math.abs(getComputedStyle(frame).getPropertyValue(name) - frame.style.getPropertyValue(name)) < .5);
  if (!(isThere && isAtRest) && Date.now() - started < 10_000) return setTimeout(look, 50);
  const kept = [...document.querySelectorAll('.map-country')].every((it, index) => it === shapes[index]);
  done([...(kept && isThere ? [] : ['NOT KEPT']), ...nodes.values()]);
})();";

fn selecting_is_cheap(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    settle(page)?;
    for country in ["jpn", "aus", "kor"] {
        let mutated = strings(&page.session.run_async(MUTATED, &[json!(country)])?)?;
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

/// What the words for a status are in the list and in the table.
const STATUS_WORDS: [(&str, &str, &str); 8] = [
    ("member", "mark_member", "status_member"),
    ("participant", "mark_participant", "status_participant"),
    ("consultation", "mark_consultation", "status_consultation"),
    ("consideration", "mark_consideration", "status_consideration"),
    ("interest", "mark_interest", "status_interest"),
    ("closed", "mark_closed", "status_closed"),
    ("mentioned", "mark_mentioned", "kind_mentioned"),
    ("none", "mark_none", "status_none"),
];

/// Returns where list or table do not say of a country what the map shows; the argument are the words for each status.
const DISAGREEMENTS: &str = "
const [words, column] = arguments, wrong = [];
const shapes = [...document.querySelectorAll('.map-country')];
if (shapes.length !== 8) wrong.push(`${shapes.length} shapes`);
for (const { dataset: { country, status } } of shapes) {
  const [listed, tabled] = words[status] ?? [];
  const marker = document.querySelector(`.map-marker[data-country=${country}]`);
  const entry = document.querySelector(`.partners a[data-country=${country}]`);
  const row = document.querySelector(`.table a[data-country=${country}]`).closest('tr');
  const names = [marker.querySelector('.map-name'), entry.querySelector('.partner-name'), row.querySelector('th')].map(it => it.textContent);
  if (new Set(names).size !== 1) wrong.push(`${country} is called ${names}`);
  const [said, cell] = [entry.querySelector('.partner-status').textContent, row.querySelectorAll('td')[column].textContent];
  if (said !== listed) wrong.push(`${country} is ${status}, the list says ${said}`);
  if (!tabled || !cell.startsWith(tabled)) wrong.push(`${country} is ${status}, the table says ${cell}`);
  if (marker.dataset.status !== status) wrong.push(`${country} is ${status}, its marker ${marker.dataset.status}`);
}
return wrong;";

fn map_list_and_table_agree_at_every_event(page: &Page) -> Outcome {
    let words = words()?;
    let pairs: Vec<_> = STATUS_WORDS
        .iter()
        .map(|(status, listed, tabled)| {
            Ok(((*status).to_owned(), json!([word(&words, listed)?, word(&words, tabled)?])))
        })
        .collect::<Outcome<_>>()?;
    let pairs = Value::Object(pairs.into_iter().collect());
    for (query, column) in [("?pillar=2", 1), ("?pillar=1", 0)] {
        page.open(query)?;
        let last = page.attribute(".timeline-range", "max")?.parse::<usize>()?;
        ensure(last >= 10, || format!("there are only {last} dates before the latest"))?;
        let mut maps = Vec::new();
        for stop in (0..=last).rev() {
            let wrong = page.session.run(DISAGREEMENTS, &[pairs.clone(), json!(column)])?;
            assert_empty(&format!("{} on stop {stop}", page.query()?), &strings(&wrong)?)?;
            maps.push(page.statuses()?);
            if stop > 0 {
                step_back(page)?;
            }
        }
        maps.dedup();
        ensure(maps.len() >= 2, || format!("{query} has the same map on all dates"))?;
        let step = page.attribute("[data-step=previous]", "aria-disabled")?;
        assert_same("before the first date there is none", &*step, "true")?;
    }
    Ok(())
}

/// To the event before, by its link; no click of the mouse, which would have to scroll there each time.
fn step_back(page: &Page) -> Outcome {
    let script = "const step = document.querySelector('[data-step=previous]'), to = step.getAttribute('href');
        step.click();
        return to";
    let to = page.session.run(script, &[])?;
    page.wait("the date before", &format!("return '#' + location.search.slice(1) === {to} && document.querySelector('[data-step=previous]').getAttribute('href') !== {to} || document.querySelector('[data-step=previous][aria-disabled]') !== null"))
}
