//! A first visit on a phone with a slow line.

use super::table::{Aim, Pair, Samples, Table};
use super::window::{SLOWDOWN, Window, number};
use browser_tests::Outcome;
use browser_tests::site::Site;
use serde_json::json;
use std::time::Duration;

/// How long a page is watched after it reacts: late paints and late work count.
const AFTERWARDS: Duration = Duration::from_millis(1500);

/// What is read of a page that has loaded. A task longer than 50 ms blocks by the rest.
const READ: &str = include_str!("js/read_load.js");

const NAMES: [&str; 8] = [
    "load: first contentful paint, ms",
    "load: largest contentful paint, ms",
    "load: ready to react, ms",
    "load: total blocking time, ms",
    "load: longest task, ms",
    "load: longest task once all is received, ms",
    "load: index.html received, ms",
    "load: html, js and wasm received, ms",
];

/// Loads both pages in turn, each time in a new browser.
pub(crate) fn measure(sites: &Pair<Site>, runs: usize, table: &mut Table) -> Outcome {
    // Those so far were of making the bare page.
    sites.each().into_iter().for_each(|it| drop(it.take_requests()));
    let mut samples = Pair { ours: Default::default(), bare: Default::default() };
    for run in 1..=runs {
        eprintln!("bench: load {run} of {runs}");
        for (site, samples) in sites.each().into_iter().zip(samples.each_mut()) {
            load(site, samples)?;
        }
    }
    let requests = sites.each().map(|it| it.take_requests().len() as f64 / runs as f64);
    let Pair::<[Samples; 8]> { ours, bare } = samples;
    for ((name, ours), bare) in NAMES.iter().zip(ours).zip(bare) {
        let is_first_paint = *name == NAMES[0];
        let aim =
            if is_first_paint { Aim { goal: "≤ 1.05×", gate: "≤ 1.05×" } } else { Aim::NONE };
        table.add_with_aim(name, Pair { ours, bare }, aim);
    }
    let [ours, bare] = requests;
    table.add_one("load: requests", &Pair { ours, bare });
    Ok(())
}

/// Clicks on a country in every frame from the first paint on, and keeps when its name is the title of the card that is seen.
const CLICK: &str = include_str!("js/click_early.js");

/// Loads both pages in turn and clicks as soon as there is something to click on, until it is answered.
pub(crate) fn answer(sites: &Pair<Site>, runs: usize, table: &mut Table) -> Outcome {
    let mut samples: Pair<Samples> = Pair { ours: Samples::default(), bare: Samples::default() };
    for run in 1..=runs {
        eprintln!("bench: answer {run} of {runs}");
        for (site, samples) in sites.each().into_iter().zip(samples.each_mut()) {
            let mut window = Window::open()?;
            let click = json!({ "source": CLICK });
            window.command("Page.addScriptToEvaluateOnNewDocument", &click)?;
            visit(&mut window, site)?;
            samples.push(number(&window.run("return [window.answered ?? null]")?, "/0")?);
        }
    }
    table.add("load: a click on a country answered, ms", samples);
    Ok(())
}

fn load(site: &Site, samples: &mut [Samples; 8]) -> Outcome {
    let mut window = Window::open()?;
    visit(&mut window, site)?;
    let read = window.session()?.call(READ, &[])?;
    for (index, samples) in samples.iter_mut().enumerate() {
        samples.push(number(&read, &format!("/{index}"))?);
    }
    Ok(())
}

/// Loads a page on a slow line and a slow processor, in a browser that has just been opened.
fn visit(window: &mut Window, site: &Site) -> Outcome {
    // It is busy with itself at first.
    std::thread::sleep(Duration::from_millis(500));
    window.slow_line()?;
    window.slow_down(SLOWDOWN)?;
    window.visit(&format!("{}/", site.origin()))?;
    std::thread::sleep(AFTERWARDS);
    Ok(())
}
