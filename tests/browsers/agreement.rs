//! Map, markers, list and legend say the same, through every lens and on every date.

use crate::case::{Case, cases};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, ensure};

pub(crate) const CASES: &[Case] = cases![map_and_list_agree];

const LENSES: [&str; 5] =
    ["?", "?pillar=1&", "?pillar=2&", "?technology=quantum&", "?technology=information-sharing&"];

const DATES: [&str; 5] = ["2021-09-15", "2024-04-01", "2024-05-01", "2025-07-16", "2026-11-23"];

/// Returns where the page contradicts itself.
const CONTRADICTIONS: &str = r#"
const all = selector => [...document.querySelectorAll(selector)];
const table = (selector, status) =>
  new Map(all(selector).map(it => [it.dataset.country, status(it)]).sort());
const marked = it => it.querySelector('.mark')?.dataset.mark;
const shapes = table('.map a.map-country', it => it.dataset.status);
const wrong = [];
if (shapes.size !== all('.map a.map-country').length || shapes.size < 8) wrong.push(`${shapes.size} countries on the map`);
const compare = (name, others) => {
  const text = map => JSON.stringify([...map]);
  if (text(others) !== text(shapes)) wrong.push(`${name} ${text(others)}, but the map ${text(shapes)}`);
};
compare('markers say', table('.map-marker', marked));
compare('the list says', table('.partners a', marked));
const words = new Map();
for (const entry of all('.partners a')) {
  const [mark, text] = [marked(entry), entry.querySelector('.partner-status').textContent];
  if (!text) wrong.push(`${entry.dataset.country} has no status in words`);
  if (words.has(mark) && words.get(mark) !== text) wrong.push(`${mark} is called ${text} and ${words.get(mark)}`);
  words.set(mark, text);
}
const legend = all('.legend-item').map(it => [marked(it), ...[...it.children].slice(1).map(part => part.textContent)].join('|'));
const counted = [...words].map(([mark, text]) => [mark, text, [...shapes.values()].filter(it => it === mark).length].join('|'));
if (legend.sort().join() !== counted.sort().join()) wrong.push(`the legend says ${legend}, but the list ${counted}`);
return wrong;"#;

fn map_and_list_agree(page: &Page) -> Outcome {
    let mut maps = Vec::new();
    for lens in LENSES {
        for date in DATES {
            let query = format!("{lens}date={date}");
            page.open(&query)?;
            assert_empty(&format!("{query} contradicts itself"), &page.list(CONTRADICTIONS)?)?;
            maps.push(page.statuses()?);
        }
    }
    maps.sort();
    maps.dedup();
    // At the least: each pillar at first and now, and a technology.
    ensure(maps.len() >= 5, || format!("there are only {} different maps", maps.len()))
}
