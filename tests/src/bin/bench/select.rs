//! Selections by mouse on a slow processor: how long until the next paint, and how smooth the flight of the map is.

use super::table::{Pair, Samples, Table};
use super::window::{SLOWDOWN, Window, metric, number};
use browser_tests::site::Site;
use browser_tests::{Outcome, ensure};
use serde_json::json;
use std::time::Duration;

/// How long a selection is watched: the flight takes 0.7 s.
const FLIGHT: Duration = Duration::from_millis(1300);

/// How long the hover may take to show.
const HOVER: Duration = Duration::from_millis(150);

/// Scrolls a link into view and returns its middle.
const AIM: &str = include_str!("js/aim.js");

/// What is read of the last selection. Event Timing says nothing of what took less than 16 ms.
const READ: &str = include_str!("js/read_selection.js");

/// What the browser sums up of its own work, in seconds.
const WORK: [&str; 3] = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/// How many things [`READ`] reads, and how many more are reckoned from [`WORK`].
const COUNT: usize = 10;

const NAMES: [&str; COUNT] = [
    "selection: input to after the next frame, ms",
    "selection: Event Timing (steps of 8), ms",
    "selection: input to end of handlers, ms",
    "flight: tasks > 50 ms in 1 s after selection",
    "flight: longest task, ms",
    "flight: frames in 1 s",
    "flight: longest gap between frames, ms",
    "selection and flight: script, ms",
    "selection and flight: style, ms",
    "selection and flight: layout, ms",
];

/// Selects the countries in turn, by mouse, from the list, in both pages in turn.
pub(crate) fn measure(
    sites: &Pair<Site>,
    countries: &[String],
    runs: usize,
    table: &mut Table,
) -> Outcome {
    let mut windows = Pair { ours: Window::open()?, bare: Window::open()? };
    for (site, window) in sites.each().into_iter().zip(windows.each_mut()) {
        window.visit(&format!("{}/", site.origin()))?;
    }
    let mut samples = Pair { ours: Default::default(), bare: Default::default() };
    for (run, country) in (1..=runs).zip(countries.iter().cycle()) {
        if run % 10 == 0 {
            eprintln!("bench: selection {run} of {runs}");
        }
        for (window, samples) in windows.each_mut().into_iter().zip(samples.each_mut()) {
            select(window, country, run, samples)?;
        }
    }
    let Pair::<[Samples; COUNT]> { ours, bare } = samples;
    for ((name, ours), bare) in NAMES.iter().zip(ours).zip(bare) {
        table.add(name, Pair { ours, bare });
    }
    Ok(())
}

fn select(
    window: &mut Window,
    country: &str,
    run: usize,
    samples: &mut [Samples; COUNT],
) -> Outcome {
    let aim = window.session()?.call_async(AIM, &[json!(country)])?;
    let (x, y) = (number(&aim, "/0")?, number(&aim, "/1")?);
    // Slowing down keeps a core busy even when nothing is to be done: only as long as it is needed, and one at a time.
    let before = window.metrics()?;
    window.slow_down(SLOWDOWN)?;
    mouse(window, "mouseMoved", x, y)?;
    std::thread::sleep(HOVER);
    mouse(window, "mousePressed", x, y)?;
    mouse(window, "mouseReleased", x, y)?;
    std::thread::sleep(FLIGHT);
    window.slow_down(1)?;
    let after = window.metrics()?;
    std::thread::sleep(HOVER);
    let read = window.session()?.call(READ, &[])?;
    ensure(number(&read, "/0")? == run as f64, || {
        format!("the click on {country} did not arrive")
    })?;
    let mut readings = Vec::new();
    for index in 1..=COUNT - WORK.len() {
        readings.push(number(&read, &format!("/{index}"))?);
    }
    for name in WORK {
        readings.push((metric(&after, name)? - metric(&before, name)?) * 1000.0);
    }
    samples.iter_mut().zip(readings).for_each(|(it, reading)| it.push(reading));
    Ok(())
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
