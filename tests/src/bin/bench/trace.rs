//! What the browser did on the main thread, by kind, from a trace that it keeps.

use super::table::Samples;
use super::window::Window;
use browser_tests::page::part;
use browser_tests::{Outcome, page::string};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Kinds of work, and the events of a trace that are of them.
pub(crate) const KINDS: [(&str, &[&str]); 7] = [
    (
        "script",
        &[
            "EvaluateScript",
            "EventDispatch",
            "FireAnimationFrame",
            "FireIdleCallback",
            "FunctionCall",
            "HandlePostMessage",
            "RunMicrotasks",
            "TimerFire",
        ],
    ),
    ("style", &["UpdateLayoutTree"]),
    ("layout", &["Layout"]),
    ("pre-paint", &["PrePaint"]),
    ("paint", &["Paint"]),
    ("composite", &["Layerize", "Commit"]),
    ("hit test", &["HitTest"]),
];

/// An event of the main thread; times in µs.
struct Span {
    kind: usize,
    start: f64,
    end: f64,
}

/// Where a selection begins in a trace, and where it has come to rest.
pub(crate) const FROM: &str = "bench-from";
pub(crate) const TO: &str = "bench-to";

/// Marks a place in the trace.
pub(crate) fn mark(window: &mut Window, name: &str) -> Outcome {
    window.run(&format!("performance.mark('{name}')")).map(drop)
}

/// The sums of what was traced from each mark to the next, a list for each kind and one for the elements restyled.
pub(crate) fn samples(window: &mut Window) -> Outcome<Vec<Samples>> {
    let events = taken(window)?;
    let mut samples = vec![Samples::default(); KINDS.len() + 1];
    for (from, to) in marks(&events, FROM).into_iter().zip(marks(&events, TO)) {
        let within = |it: &&Value| (from..to).contains(&start(it));
        let of_selection: Vec<&Value> = events.iter().filter(within).collect();
        samples.iter_mut().zip(sums(&of_selection)).for_each(|(it, sum)| it.push(sum));
    }
    Ok(samples)
}

fn marks(events: &[Value], name: &str) -> Vec<f64> {
    let mut marks: Vec<f64> =
        events.iter().filter(|it| part(it, "/name") == name).map(start).collect();
    marks.sort_by(f64::total_cmp);
    marks
}

fn start(event: &Value) -> f64 {
    part(event, "/ts").as_f64().unwrap_or_default()
}

/// All that has been traced.
fn taken(window: &mut Window) -> Outcome<Vec<Value>> {
    let log = window.session()?.post("se/log", &json!({ "type": "performance" }))?;
    let mut events = Vec::new();
    for entry in log.as_array().into_iter().flatten() {
        let entry: Value = serde_json::from_str(&string(part(entry, "/message"))?)?;
        if part(&entry, "/message/method") == "Tracing.dataCollected" {
            events.push(part(&entry, "/message/params").clone());
        }
    }
    Ok(events)
}

/// How many ms went into each of [`KINDS`], without what is of another kind within; then how many elements were restyled.
fn sums(events: &[&Value]) -> Vec<f64> {
    let Some(thread) = busiest(events) else { return vec![0.0; KINDS.len() + 1] };
    let of_thread = || events.iter().copied().filter(|it| self::thread(it) == thread);
    let mut spans: Vec<Span> = of_thread().filter_map(span).collect();
    spans.sort_by(|one, other| {
        one.start.total_cmp(&other.start).then(other.end.total_cmp(&one.end))
    });
    let mut sums = vec![0.0; KINDS.len() + 1];
    let mut around: Vec<(usize, f64)> = Vec::new();
    for Span { kind, start, end } in spans {
        while around.last().is_some_and(|it| it.1 <= start) {
            around.pop();
        }
        add(&mut sums, kind, end - start);
        if let Some((outer, _)) = around.last() {
            add(&mut sums, *outer, start - end);
        }
        around.push((kind, end));
    }
    sums.iter_mut().for_each(|it| *it /= 1000.0);
    let restyled = of_thread().filter_map(|it| part(it, "/args/elementCount").as_f64());
    if let Some(last) = sums.last_mut() {
        *last = restyled.sum();
    }
    sums
}

fn add(sums: &mut [f64], kind: usize, duration: f64) {
    if let Some(sum) = sums.get_mut(kind) {
        *sum += duration;
    }
}

/// Process and thread of an event.
fn thread(event: &Value) -> (u64, u64) {
    let number = |pointer| part(event, pointer).as_u64().unwrap_or_default();
    (number("/pid"), number("/tid"))
}

/// The thread that lays out most: the main thread of the page.
fn busiest(events: &[&Value]) -> Option<(u64, u64)> {
    let mut counts = BTreeMap::new();
    for event in events.iter().filter(|it| part(it, "/name") == "PrePaint") {
        *counts.entry(thread(event)).or_insert(0) += 1;
    }
    Some(counts.into_iter().max_by_key(|it| it.1)?.0)
}

fn span(event: &Value) -> Option<Span> {
    let name = part(event, "/name").as_str()?;
    let kind = KINDS.iter().position(|(_, names)| names.contains(&name))?;
    let start = start(event);
    Some(Span { kind, start, end: start + part(event, "/dur").as_f64()? })
}
