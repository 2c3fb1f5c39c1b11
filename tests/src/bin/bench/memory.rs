//! What many selections leave behind.

use super::table::{Pair, Table};
use super::window::{Window, metric, number};
use browser_tests::Outcome;
use browser_tests::site::Site;
use serde_json::json;

/// How many selections a script makes at a time; WebDriver waits for a script only so long.
const BATCH: usize = 100;

/// Selects a number of countries in turn, from the one at a place on, a frame each.
const SELECT: &str = include_str!("js/select_in_turn.js");

/// What is counted: the name in the table, and the browser's, if it is the browser that counts.
const COUNTS: [(&str, Option<&str>); 4] = [
    ("DOM nodes", Some("Nodes")),
    ("event listeners", Some("JSEventListeners")),
    ("JS heap, kB", Some("JSHeapUsedSize")),
    ("wasm memory, kB", None),
];

/// Counts at first, after a round of selections and after many more: rounds end on the same card, so that what has grown
/// between them was left behind.
pub(crate) fn measure(
    sites: &Pair<Site>,
    countries: &[String],
    rounds: usize,
    table: &mut Table,
) -> Outcome {
    let stops = [0, countries.len(), (rounds + 1) * countries.len()];
    let [ours, bare] = sites.each().map(|it| grown(it, countries, &stops));
    for (((name, _), ours), bare) in COUNTS.iter().zip(ours?).zip(bare?) {
        for ((stop, ours), bare) in stops.iter().zip(ours).zip(bare) {
            table.add_one(&format!("memory: {name}, {stop} selections"), &Pair { ours, bare });
        }
    }
    Ok(())
}

/// What is counted at each stop, in the order of [`COUNTS`].
fn grown(site: &Site, countries: &[String], stops: &[usize]) -> Outcome<[Vec<f64>; 4]> {
    let mut window = Window::open()?;
    window.visit(&format!("{}/", site.origin()))?;
    let mut grown = [const { Vec::new() }; 4];
    let mut done = 0;
    for stop in stops {
        eprintln!("bench: memory after {stop} selections");
        while done < *stop {
            let count = BATCH.min(stop - done);
            window.session()?.call_async(SELECT, &[json!(countries), json!(done), json!(count)])?;
            done += count;
        }
        for (counts, count) in grown.iter_mut().zip(count(&mut window)?) {
            counts.push(count);
        }
    }
    Ok(grown)
}

fn count(window: &mut Window) -> Outcome<Vec<f64>> {
    // What the probe keeps is not the page's.
    window
        .run("for (const list of Object.values(bench)) if (Array.isArray(list)) list.length = 0")?;
    window.command("HeapProfiler.collectGarbage", &json!({}))?;
    let wasm = window.run("return window.bench.memory?.buffer.byteLength ?? 0")?;
    let metrics = window.metrics()?;
    let count = |(name, counted): (&str, Option<&str>)| {
        let count = counted.map_or_else(|| number(&wasm, ""), |it| metric(&metrics, it))?;
        Ok(if name.ends_with("kB") { count / 1000.0 } else { count })
    };
    COUNTS.into_iter().map(count).collect()
}
