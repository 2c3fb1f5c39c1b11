//! Opening what has a view of its own (search, comparison, period, story), beside a selection in the bare page, and typing into
//! the search.

use super::select;
use super::table::{Aim, Pair, Samples, Table};
use super::window::{SLOWDOWN, Window, metric, number};
use browser_tests::site::Site;
use browser_tests::{Outcome, ensure};
use serde_json::{Value, json};
use std::time::Duration;

/// Views of the real content, by what the table calls them.
const VIEWS: [(&str, &str); 4] = [
    ("search", "q=submarine"),
    ("compare", "compare=jpn,kor"),
    ("period", "from=2024-04-01&date=2024-09-30"),
    ("story", "story=5"),
];

/// What is measured of each.
const ROWS: [(&str, Aim); 7] = [
    ("input to after the next frame, ms", Aim { goal: "≤ 0.6×", gate: "≤ 1.0×" }),
    ("tasks > 50 ms in 1 s", Aim { goal: "none", gate: "none" }),
    ("longest task, ms", Aim { goal: "≤ 50 ms", gate: "≤ 50 ms" }),
    ("frames in 1 s", Aim { goal: "≥ 0.95×", gate: "" }),
    ("script to rest, ms", Aim { goal: "≤ 1.5×", gate: "" }),
    ("style and layout to rest, ms", Aim { goal: "≤ 1.2×", gate: "" }),
    ("main thread to rest, ms", Aim { goal: "≤ 1.5×", gate: "" }),
];

/// What is typed, a letter at a time.
const WORD: &str = "submarine";

/// How long a letter may take to be answered.
const ANSWER: Duration = Duration::from_millis(600);

const AIM: &str = include_str!("js/aim_tool.js");

const READ: &str = include_str!("js/read_tool.js");

/// Waits until the frame has been made that answers what was done last.
const AWAIT_FRAME: &str = "async () => new Promise(done =>
    requestAnimationFrame(() => scheduler.postTask(() => done(0), { priority: 'user-blocking' })))";

/// Empties the search.
const CLEAR: &str = "const field = document.querySelector('[role=combobox]');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));";

/// Opens each view in our page, and in the other one, in turn, selects a country of these or, for none, opens it there too.
pub(crate) fn measure(
    sites: &Pair<Site>,
    countries: &[String],
    runs: usize,
    table: &mut Table,
) -> Outcome {
    let mut windows = Pair { ours: Window::open()?, bare: Window::open()? };
    select::visit(sites, &mut windows)?;
    for (name, view) in VIEWS {
        eprintln!("bench: opening {view}");
        let mut samples: Pair<[Samples; ROWS.len()]> =
            Pair { ours: Default::default(), bare: Default::default() };
        for run in 0..runs {
            let ours = open(&mut windows.ours, view)?;
            let bare = match countries.get(run % countries.len().max(1)) {
                Some(country) => of_selection(&select::select(&mut windows.bare, country)?),
                None => open(&mut windows.bare, view)?,
            };
            for (samples, readings) in samples.each_mut().into_iter().zip([ours, bare]) {
                samples.iter_mut().zip(readings).for_each(|(it, reading)| it.push(reading));
            }
        }
        for (((row, aim), ours), bare) in ROWS.into_iter().zip(samples.ours).zip(samples.bare) {
            table.add_with_aim(&format!("{name}: {row}"), Pair { ours, bare }, aim);
        }
    }
    Ok(())
}

/// What is measured here, of what is measured of a selection.
fn of_selection(readings: &[f64]) -> Vec<f64> {
    [0, 3, 4, 5, 7, 8, 9].iter().filter_map(|it| readings.get(*it).copied()).collect()
}

/// Types a word into the search of our page, and of the other one if it has one, and says what a letter costs.
pub(crate) fn type_word(
    ours: &Site,
    other: Option<&Site>,
    runs: usize,
    table: &mut Table,
) -> Outcome {
    let ours = letters(ours, runs)?;
    let bare = other.map(|it| letters(it, runs)).transpose()?.unwrap_or_default();
    for ((name, aim), (ours, bare)) in LETTER_ROWS.into_iter().zip(ours.into_iter().zip(bare)) {
        table.add_with_aim(name, Pair { ours, bare }, aim);
    }
    Ok(())
}

/// What is measured of each letter.
const LETTER_ROWS: [(&str, Aim); 3] = [
    ("search: script from a letter to its list, ms", Aim { goal: "≤ 16 ms", gate: "≤ 50 ms" }),
    ("search: script of a letter to rest, ms", Aim::NONE),
    ("search: main thread of a letter to rest, ms", Aim::NONE),
];

/// What [`LETTER_ROWS`] names, of each letter.
fn letters(site: &Site, runs: usize) -> Outcome<[Samples; LETTER_ROWS.len()]> {
    let mut window = Window::open()?;
    window.visit(&format!("{}/#q=", site.origin()))?;
    let mut samples: [Samples; LETTER_ROWS.len()] = Default::default();
    for _ in 0..runs {
        for letter in WORD.chars() {
            let spent = press(&mut window, letter)?;
            samples.iter_mut().zip(spent).for_each(|(it, spent)| it.push(spent));
        }
        window.run(CLEAR)?;
        std::thread::sleep(ANSWER);
    }
    Ok(samples)
}

/// Presses a key in the search, on a slow processor.
fn press(window: &mut Window, letter: char) -> Outcome<[f64; LETTER_ROWS.len()]> {
    window.run("document.querySelector('[role=combobox]').focus()")?;
    let before = window.metrics()?;
    window.slow_down(SLOWDOWN)?;
    let key = json!({ "type": "char", "text": letter.to_string() });
    window.command("Input.dispatchKeyEvent", &key)?;
    window.session()?.call_async(AWAIT_FRAME, &[])?;
    let listed = window.metrics()?;
    std::thread::sleep(ANSWER);
    window.slow_down(1)?;
    let rested = window.metrics()?;
    let spent = |until: &_, name| -> Outcome<f64> {
        Ok((metric(until, name)? - metric(&before, name)?) * 1000.0)
    };
    Ok([
        spent(&listed, "ScriptDuration")?,
        spent(&rested, "ScriptDuration")?,
        spent(&rested, "TaskDuration")?,
    ])
}

fn open(window: &mut Window, view: &str) -> Outcome<Vec<f64>> {
    let at = window.session()?.call_async(AIM, &[json!(view)])?;
    let at = (number(&at, "/0")?, number(&at, "/1")?);
    let work = select::watch(window, at)?;
    let read = window.session()?.call(READ, &[json!(view)])?;
    ensure(read != Value::Null, || format!("{view} was not opened"))?;
    let mut readings = Vec::new();
    for index in 0..4 {
        readings.push(number(&read, &format!("/{index}"))?);
    }
    readings.extend(work);
    Ok(readings)
}
