//! Layout: at every width and with large type, nothing scrolls sideways and no text is cut off.

use crate::case::{Case, cases};
use browser_tests::page::{Page, strings};
use browser_tests::{Outcome, assert_empty, ensure};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const CASES: &[Case] = cases![
    layout_fits,
    layout_fits_with_large_type,
    names_on_the_map_are_apart,
    no_country_lacks_its_name
];

const WIDTHS: [u32; 6] = [320, 390, 768, 1024, 1440, 1920];
const VIEWS: [&str; 4] =
    ["", "?partner=kor", "?pillar=2", "?event=2024-05-01-rok-aus-2plus2#sources"];

/// Loads a view into the frame of the empty page, because not every browser's window can be as narrow as a phone.
const LOAD: &str = "
const [address, done] = arguments;
const frame = document.querySelector('iframe');
frame.style.height = '800px';
frame.src = address;
const started = Date.now();
(function look() {
  const isReady = frame.contentDocument?.documentElement?.hasAttribute('data-ready');
  if (isReady || Date.now() - started > 10_000) done(isReady ? [] : [`${address} did not load in a frame`]);
  else setTimeout(look, 20);
})();";

/// Gives the frame a width and its page a size of type, and waits until the map has come to rest: a busy browser may take
/// a while to draw the frame at its new size, and until then nothing moves.
const RESIZE: &str = "
const [width, type, done] = arguments;
const frame = document.querySelector('iframe');
frame.style.width = `${width}px`;
frame.contentDocument.documentElement.style.fontSize = type;
const places = () => [...frame.contentDocument.querySelectorAll('.map *')].map(it => {
  const { x, y, width, height } = it.getBoundingClientRect();
  return [x, y, width, height].join();
}).join(';');
const started = Date.now();
(function look(before, still) {
  const now = places(), times = now === before ? still + 1 : 0;
  if (times >= 3 || Date.now() - started > 10_000) done(times >= 3);
  else setTimeout(() => frame.contentWindow.requestAnimationFrame(() => look(now, times)), 50);
})('', 0);";

/// Returns what does not fit into the frame.
const MISFITS: &str = "
const frame = document.querySelector('iframe');
const page = frame.contentDocument, root = page.documentElement, view = frame.contentWindow;
const wrong = [];
if (root.scrollWidth > root.clientWidth) wrong.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
const edges = new Map();
function clippers(element) {
  if (!element || element === root) return [];
  if (!edges.has(element)) {
    const { overflowX, overflowY } = view.getComputedStyle(element);
    const clips = overflowX !== 'visible' || overflowY !== 'visible';
    edges.set(element, [...clippers(element.parentElement), ...(clips ? [element] : [])]);
  }
  return edges.get(element);
}
const range = page.createRange(), walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
for (let text; (text = walker.nextNode()); ) {
  const parent = text.parentElement;
  if (!text.data.trim() || parent.closest('script, style, noscript, .visually-hidden') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  range.selectNodeContents(text);
  for (const box of range.getClientRects()) {
    if (box.width === 0) continue;
    const say = what => wrong.push(`${what}: ${parent.className || parent.localName} “${text.data.trim().slice(0, 40)}”`);
    if (box.left < -1 || box.right > root.clientWidth + 1) say(`beyond the page (${Math.round(box.left)} to ${Math.round(box.right)})`);
    for (const clipper of clippers(parent)) {
      const edge = clipper.getBoundingClientRect();
      // One pixel: for screen readers only, on purpose.
      if (edge.width <= 1 && edge.height <= 1) continue;
      const [x, y] = [Math.max(edge.left - box.left, box.right - edge.right), Math.max(edge.top - box.top, box.bottom - edge.bottom)];
      if (x > 1 || y > 3) say(`cut off by ${clipper.className || clipper.localName}, ${Math.round(Math.max(x, y))} px`);
    }
  }
}
return wrong.slice(0, 20);";

/// Returns which names on the map lie over one another.
const CROWDED: &str = "
const frame = document.querySelector('iframe');
const names = [...frame.contentDocument.querySelectorAll('.map-name, .map-capital')]
  .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })).map(it => [it.textContent, it.getBoundingClientRect()]);
const wrong = names.length < 3 ? [`only ${names.length} names`] : [];
names.forEach(([name, a], index) => {
  for (const [other, b] of names.slice(index + 1)) {
    const [x, y] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
    if (x > 1 && y > 2) wrong.push(`${name} and ${other}, by ${Math.round(x)} × ${Math.round(y)} px`);
  }
});
return wrong;";

pub(crate) fn load(page: &Page, view: &str) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    // On its own, and not as part of another page.
    let fragment = if view.contains('#') { "&embed=off" } else { "#embed=off" };
    let address = format!("{}/{view}{fragment}", page.site.origin());
    assert_empty("frame", &strings(&page.session.run_async(LOAD, &[json!(address)])?)?)
}

pub(crate) fn resize(page: &Page, width: u32, type_size: &str) -> Outcome {
    let is_at_rest = page.session.run_async(RESIZE, &[json!(width), json!(type_size)])?;
    ensure(is_at_rest == json!(true), || format!("at {width} px the map does not come to rest"))
}

fn fits(page: &Page, widths: &[u32], type_size: &str) -> Outcome {
    let mut misfits = Vec::new();
    for view in VIEWS {
        load(page, view)?;
        for width in widths {
            resize(page, *width, type_size)?;
            let found = page.list(MISFITS)?;
            misfits.extend(found.into_iter().map(|it| (format!("at {width} px: {it}"), view)));
        }
    }
    // What does not fit on every view is told once.
    let mut told = BTreeMap::new();
    for (misfit, view) in misfits {
        told.entry(misfit).or_insert(view);
    }
    let told: Vec<String> = told.iter().map(|(it, view)| format!("{it} (/{view})")).collect();
    assert_empty("what does not fit", &told)
}

fn layout_fits(page: &Page) -> Outcome {
    fits(page, &WIDTHS, "100%")
}

fn layout_fits_with_large_type(page: &Page) -> Outcome {
    fits(page, &[320, 768, 1440], "200%")
}

/// Countries without a name.
const NAMELESS: &str = "
const { contentDocument: page, contentWindow: { getComputedStyle } } = document.querySelector('iframe');
return [...page.querySelectorAll('.map-marker')]
  .filter(it => getComputedStyle(it.querySelector('.map-name')).visibility === 'hidden' || !it.querySelector('.map-name').offsetWidth)
  .map(it => it.dataset.country);";

/// Where the whole world is shown. What is said of ties gives way to the names of countries.
fn no_country_lacks_its_name(page: &Page) -> Outcome {
    let mut nameless = Vec::new();
    for view in ["", "?pillar=1", "?pillar=2", "?technology=undersea", "?technology=quantum"] {
        load(page, view)?;
        for width in WIDTHS {
            resize(page, width, "100%")?;
            let found = page.list(NAMELESS)?;
            nameless.extend(found.into_iter().map(|it| format!("{it} in {view:?} at {width} px")));
        }
    }
    assert_empty("countries without their names", &nameless)
}

fn names_on_the_map_are_apart(page: &Page) -> Outcome {
    load(page, "")?;
    let mut crowded = Vec::new();
    for width in WIDTHS {
        resize(page, width, "100%")?;
        let found = page.list(CROWDED)?;
        crowded.extend(found.into_iter().map(|it| format!("at {width} px: {it}")));
    }
    assert_empty("names on the map that lie over one another", &crowded)
}
