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

/// Watches for the frame that answers the next letter.
const WATCH: &str = "window.listed = new Promise(done => addEventListener('input', () =>
    requestAnimationFrame(() => scheduler.postTask(() => done(0), { priority: 'user-blocking' })), { once: true, capture: true }))";

/// Waits until that frame has been made.
const AWAIT_FRAME: &str = "async () => window.listed";

/// Empties the search.
const CLEAR: &str = "const field = document.querySelector('[role=combobox]');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));";

/// The page beside ours.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Other {
    /// It has no views: each is compared with the selection of its run.
    Bare,
    /// The briefing, which opens the same.
    Briefing,
}

type Readings = Pair<[Samples; ROWS.len()]>;

/// In each run, selects a country and opens each view in turn: what disturbs the machine for a while disturbs all of them.
pub(crate) fn measure(
    sites: &Pair<Site>,
    other: Other,
    countries: &[String],
    runs: usize,
    table: &mut Table,
) -> Outcome {
    let mut windows = Pair { ours: Window::open()?, bare: Window::open()? };
    select::visit(sites, &mut windows)?;
    let mut selections = Readings::default();
    let mut views = VIEWS.map(|it| (it, Readings::default()));
    for (run, country) in (1..=runs).zip(countries.iter().cycle()) {
        eprintln!("bench: views, run {run} of {runs}");
        let selection = format!("partner={country}");
        let ours = open(&mut windows.ours, &selection, None)?;
        let bare = Some(country.as_str()).filter(|_| other == Other::Bare);
        let selected = open(&mut windows.bare, &selection, bare)?;
        selections.keep(&ours, &selected);
        for ((_, view), readings) in &mut views {
            let ours = open(&mut windows.ours, view, None)?;
            match other {
                Other::Bare => readings.keep(&ours, &selected),
                Other::Briefing => readings.keep(&ours, &open(&mut windows.bare, view, None)?),
            }
        }
    }
    let views = views.into_iter().map(|((name, _), readings)| (name, readings));
    for (name, Pair { ours, bare }) in [("selected", selections)].into_iter().chain(views) {
        for (((row, aim), ours), bare) in ROWS.into_iter().zip(ours).zip(bare) {
            table.add_with_aim(&format!("{name}: {row}"), Pair { ours, bare }, aim);
        }
    }
    Ok(())
}

impl Readings {
    fn keep(&mut self, ours: &[f64], bare: &[f64]) {
        for (samples, readings) in self.each_mut().into_iter().zip([ours, bare]) {
            samples.iter_mut().zip(readings).for_each(|(it, reading)| it.push(*reading));
        }
    }
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
    window.run(WATCH)?;
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

/// Opens a view by a link, which is of the same kind in all pages; in the bare page, whose only views are its cards, by that of a
/// country.
fn open(window: &mut Window, view: &str, country: Option<&str>) -> Outcome<Vec<f64>> {
    let names = [json!(view), json!(country)];
    let at = window.session()?.call_async(AIM, &names)?;
    let at = (number(&at, "/0")?, number(&at, "/1")?);
    let work = select::watch(window, at)?;
    let read = window.session()?.call(READ, &names)?;
    ensure(read != Value::Null, || format!("{view} was not opened"))?;
    let mut readings = Vec::new();
    for index in 0..4 {
        readings.push(number(&read, &format!("/{index}"))?);
    }
    readings.extend(work);
    Ok(readings)
}
