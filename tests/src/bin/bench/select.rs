//! Selections by mouse on a slow processor: how long until the next paint, what all of it costs until it is at rest, and how
//! smooth the flight of the map is. Each begins at the overview, by a link of its table, so that every one is of the same kind.

use super::table::{Aim, Pair, Samples, Table};
use super::trace::{self, KINDS};
use super::window::{SLOWDOWN, Window, metric, number};
use browser_tests::site::Site;
use browser_tests::{Outcome, ensure};
use serde_json::{Value, json};
use std::time::Duration;

/// How long a selection is watched: the flight takes 0.7 s.
const FLIGHT: Duration = Duration::from_millis(1500);

/// How long the hover may take to show.
const HOVER: Duration = Duration::from_millis(150);

/// Goes back to the overview, scrolls a link of its table into view and returns its middle.
const AIM: &str = include_str!("js/aim.js");

/// What is read of the last selection. Event Timing says nothing of what took less than 16 ms.
const READ: &str = include_str!("js/read_selection.js");

/// What the browser sums up of its own work, in seconds.
const WORK: [&str; 4] = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration"];

/// How many things [`READ`] reads.
const READ_COUNT: usize = 7;

/// How many things are measured: what is read, script, style and layout, and all work.
const COUNT: usize = READ_COUNT + 3;

const ROWS: [(&str, Aim); COUNT] = [
    ("selection: input to after the next frame, ms", Aim { goal: "≤ 0.6×", gate: "≤ 1.0×" }),
    ("selection: Event Timing (steps of 8), ms", Aim::NONE),
    ("selection: input to end of handlers, ms", Aim::NONE),
    ("flight: tasks > 50 ms in 1 s after selection", Aim { goal: "none", gate: "none" }),
    ("flight: longest task, ms", Aim { goal: "≤ 50 ms", gate: "≤ 50 ms" }),
    ("flight: frames in 1 s", Aim { goal: "≥ 0.95×", gate: "" }),
    ("flight: longest gap between frames, ms", Aim::NONE),
    ("selection to rest: script, ms", Aim { goal: "≤ 1.5×", gate: "" }),
    ("selection to rest: style and layout, ms", Aim { goal: "≤ 1.2×", gate: "" }),
    ("selection to rest: all of the main thread, ms", Aim { goal: "≤ 1.5×", gate: "" }),
];

/// Selects the countries in turn, by mouse, in both pages in turn.
pub(crate) fn measure(
    sites: &Pair<Site>,
    countries: &[String],
    runs: usize,
    table: &mut Table,
) -> Outcome {
    let mut windows = Pair { ours: Window::open()?, bare: Window::open()? };
    visit(sites, &mut windows)?;
    let mut samples: Pair<[Samples; COUNT]> =
        Pair { ours: Default::default(), bare: Default::default() };
    for (run, country) in (1..=runs).zip(countries.iter().cycle()) {
        if run % 10 == 0 {
            eprintln!("bench: selection {run} of {runs}");
        }
        for (window, samples) in windows.each_mut().into_iter().zip(samples.each_mut()) {
            let readings = select(window, country)?;
            samples.iter_mut().zip(readings).for_each(|(it, reading)| it.push(reading));
        }
    }
    for (((name, aim), ours), bare) in ROWS.into_iter().zip(samples.ours).zip(samples.bare) {
        table.add_with_aim(name, Pair { ours, bare }, aim);
    }
    Ok(())
}

/// The sums of a trace of each selection, by kind of work.
pub(crate) fn trace(sites: &Pair<Site>, countries: &[String], table: &mut Table) -> Outcome {
    let mut windows = Pair { ours: Window::traced()?, bare: Window::traced()? };
    visit(sites, &mut windows)?;
    for country in countries {
        for window in windows.each_mut() {
            let aim = aim(window, country)?;
            trace::mark(window, trace::FROM)?;
            click(window, aim)?;
            trace::mark(window, trace::TO)?;
        }
    }
    let [ours, bare] = windows.each_mut().map(trace::samples);
    let (ours, bare) = (ours?, bare?);
    let names = KINDS.map(|(name, _)| format!("trace: {name}, ms"));
    let names = names.into_iter().chain(["trace: elements restyled".to_owned()]);
    for ((name, ours), bare) in names.zip(ours).zip(bare) {
        table.add(&name, Pair { ours, bare });
    }
    Ok(())
}

pub(crate) fn visit(sites: &Pair<Site>, windows: &mut Pair<Window>) -> Outcome {
    for (site, window) in sites.each().into_iter().zip(windows.each_mut()) {
        window.visit(&format!("{}/", site.origin()))?;
    }
    Ok(())
}

/// Where to click for a country, from the overview.
fn aim(window: &mut Window, country: &str) -> Outcome<(f64, f64)> {
    let aim = window.session()?.call_async(AIM, &[json!(country)])?;
    Ok((number(&aim, "/0")?, number(&aim, "/1")?))
}

/// Clicks, on a slow processor, and watches what follows. Slowing down keeps a core busy even when nothing is to be done: only
/// as long as it is needed, and one page at a time.
fn click(window: &mut Window, (x, y): (f64, f64)) -> Outcome {
    window.slow_down(SLOWDOWN)?;
    mouse(window, "mouseMoved", x, y)?;
    std::thread::sleep(HOVER);
    mouse(window, "mousePressed", x, y)?;
    mouse(window, "mouseReleased", x, y)?;
    std::thread::sleep(FLIGHT);
    window.slow_down(1)
}

/// Selects a country, and returns what [`ROWS`] names.
fn select(window: &mut Window, country: &str) -> Outcome<Vec<f64>> {
    let aim = aim(window, country)?;
    let work = watch(window, aim)?;
    let read = window.session()?.call(READ, &[json!(country)])?;
    ensure(read != Value::Null, || format!("the click on {country} did not open its card"))?;
    let mut readings = Vec::new();
    for index in 0..READ_COUNT {
        readings.push(number(&read, &format!("/{index}"))?);
    }
    readings.extend(work);
    Ok(readings)
}

/// Clicks, and returns what the browser worked until the page was at rest: script, style with layout, and all, in ms.
pub(crate) fn watch(window: &mut Window, at: (f64, f64)) -> Outcome<[f64; 3]> {
    let before = window.metrics()?;
    click(window, at)?;
    let after = window.metrics()?;
    std::thread::sleep(HOVER);
    let mut work = [0.0; WORK.len()];
    for (work, name) in work.iter_mut().zip(WORK) {
        *work = (metric(&after, name)? - metric(&before, name)?) * 1000.0;
    }
    let [script, style, layout, all] = work;
    Ok([script, style + layout, all])
}

fn mouse(window: &mut Window, kind: &str, x: f64, y: f64) -> Outcome {
    let is_press = kind != "mouseMoved";
    let event = json!({
        "type": kind,
        "x": x,
        "y": y,
        "button": if is_press { "left" } else { "none" },
        "clickCount": i32::from(is_press),
    });
    window.command("Input.dispatchMouseEvent", &event).map(drop)
}
