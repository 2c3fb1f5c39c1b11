//! What is written on the map: names and the labels of ties, wherever there is room, and never over one another.

use super::{outside, settle};
use crate::case::{Case, cases};
use crate::layout::{load, resize};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    labels_are_apart_at_every_width_and_zoom,
    the_selected_country_is_named,
    a_country_has_its_ties,
    lenses_have_their_ties,
];

const WIDTHS: [u32; 7] = [320, 390, 640, 768, 1024, 1440, 1920];

/// Presses the button that shows the whole view, or closer, in the frame of the empty page.
const PRESS: &str = "
document.querySelector('iframe').contentDocument.querySelector(`[data-map=${arguments[0]}]`).click()";

/// Returns whether the camera of the page in the frame has come to rest.
const IS_AT_REST: &str = "
const { contentDocument, contentWindow } = document.querySelector('iframe');
const frame = contentDocument.querySelector('.map-frame'), now = contentWindow.getComputedStyle(frame);
return !frame.hasAttribute('data-held') && ['--left', '--top', '--width'].every(name =>
  Math.abs(parseFloat(now.getPropertyValue(name)) - parseFloat(frame.style.getPropertyValue(name))) < .5);";

/// Returns which labels lie over one another or beyond the map's frame, and first how many there are.
const CROWDED: &str = "
const page = document.querySelector('iframe').contentDocument;
const edge = page.querySelector('.map-frame').getBoundingClientRect();
const labels = [...page.querySelectorAll('.map-name, .map-capital, .map-tie')]
  .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map(it => ({ text: it.textContent, owner: it.closest('li'), box: it.getBoundingClientRect() }));
const wrong = [];
labels.forEach(({ text, owner, box }, index) => {
  const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
  if (beyond > 1) wrong.push(`${text} is beyond the frame by ${Math.round(beyond)} px`);
  for (const other of labels.slice(index + 1)) {
    // A name and its capital are one label.
    if (other.owner === owner) continue;
    const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    if (x > 1 && y > 1) wrong.push(`${text} and ${other.text}, by ${Math.round(x)} × ${Math.round(y)} px`);
  }
});
return [`${labels.length}`, ...wrong];";

fn labels_are_apart_at_every_width_and_zoom(page: &Page) -> Outcome {
    let (mut crowded, mut seen) = (Vec::new(), 0);
    for view in ["", "?partner=kor", "?pillar=1", "?technology=undersea"] {
        load(page, view)?;
        for width in WIDTHS {
            page.session.run(PRESS, &[json!("whole")])?;
            for zoom in 0..=3 {
                if zoom > 0 {
                    page.session.run(PRESS, &[json!("closer")])?;
                }
                // A slow browser may stand still for a while before it flies, or on the way.
                page.wait("the map to come to rest", IS_AT_REST)?;
                resize(page, width, "100%")?;
                let mut found = page.list(CROWDED)?.into_iter();
                seen += found.next().and_then(|it| it.parse::<usize>().ok()).unwrap_or_default();
                let at = format!("/{view} at {width} px, {zoom} times closer");
                crowded.extend(found.map(|it| format!("{at}: {it}")));
            }
        }
    }
    assert_empty("labels on the map", &crowded)?;
    // Two on each at the least, as a whole.
    ensure(seen > 2 * 4 * 4 * WIDTHS.len(), || format!("there were only {seen} labels in all"))
}

fn the_selected_country_is_named(page: &Page) -> Outcome {
    let script = "
        const page = document.querySelector('iframe').contentDocument;
        const it = page.querySelector('.map-marker[aria-current] .map-name');
        return it?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? [] : [page.title];";
    let mut nameless = Vec::new();
    for country in super::COUNTRIES {
        load(page, &format!("?partner={country}"))?;
        resize(page, 1440, "100%")?;
        nameless.extend(page.list(script)?);
    }
    assert_empty("selected, but without a name on the map", &nameless)
}

/// The ties on the map whose label is seen within the frame, in order.
fn seen_ties(page: &Page) -> Outcome<Vec<String>> {
    settle(page)?;
    page.list(
        "const edge = document.querySelector('.map-frame').getBoundingClientRect();
        return [...document.querySelectorAll('.map-tie')].filter(it => {
          const box = it.getBoundingClientRect();
          return it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.textContent.trim() !== ''
            && box.left >= edge.left && box.right <= edge.right && box.top >= edge.top && box.bottom <= edge.bottom;
        }).map(it => it.dataset.tie).sort()",
    )
}

/// The ties that are drawn as lines of some length, in order.
fn drawn_ties(page: &Page) -> Outcome<Vec<String>> {
    page.list(
        "return [...document.querySelectorAll('.map-line')].filter(it => {
          const { width, height } = it.getBoundingClientRect();
          return width + height > 5;
        }).map(it => it.getAttribute('href').replace('#map-', '')).sort()",
    )
}

fn a_country_has_its_ties(page: &Page) -> Outcome {
    let expected = ["aus-kor", "gbr-kor", "usa-kor"];
    for tie in expected {
        page.open("?partner=kor")?;
        assert_same("labels of ties that are seen", seen_ties(page)?, expected)?;
        assert_same("lines", drawn_ties(page)?, expected)?;
        page.click(&format!(".map-tie[data-tie={tie}]"))?;
        page.expect(&format!("?tie={tie}"), tie)?;
        let claims = page.count(".card .claims > li")?;
        ensure(claims > 0, || format!("the card of {tie} says nothing"))?;
        let unsourced = "return [...document.querySelectorAll('.card .claims > li')]
            .filter(it => !it.querySelector('a')).map(it => it.textContent)";
        assert_empty(&format!("in the card of {tie} without a source"), &page.list(unsourced)?)?;
        let ends: Vec<String> = tie.split('-').map(str::to_owned).collect();
        settle(page)?;
        assert_empty(&format!("an end of {tie}, but not in the frame"), &outside(page, &ends)?)?;
        assert_same("the line that stays", drawn_ties(page)?, [tie])?;
    }
    assert_empty("the page complains", &page.problems()?)
}

fn lenses_have_their_ties(page: &Page) -> Outcome {
    page.open("")?;
    assert_same("lines on the overview", drawn_ties(page)?, [""; 0])?;
    assert_same("labels on the overview", page.count(".map-tie")?, 0)?;
    page.click(".lenses [data-pillar=pillar-1]")?;
    page.expect("?pillar=1", "pillar-1")?;
    let members = ["aus-gbr", "aus-usa", "gbr-usa"];
    assert_same("lines on Pillar I", drawn_ties(page)?, members)?;
    assert_same("labels on Pillar I", seen_ties(page)?, members)?;
    page.open("?technology=undersea")?;
    let (drawn, labels) = (drawn_ties(page)?, page.attributes(".map-tie", "data-tie")?);
    ensure(!drawn.is_empty() && drawn.len() == labels.len(), || {
        format!("undersea capabilities draw {drawn:?} with the labels {labels:?}")
    })?;
    ensure(!seen_ties(page)?.is_empty(), || format!("of {labels:?} no label is seen"))
}
