//! The built page, worked through in real browsers. A trial is named after its browser, as `firefox::select_by_list`.
//!
//! Trials share one window for each browser, one after the other, and each begins by loading a page. What a trial was
//! looking at when it failed is in `target/browser-tests/`. See `tests/README.md`.

mod access;
mod addresses;
mod agreement;
mod baseline;
mod capture;
mod cards;
mod case;
mod compare;
mod copy;
mod date;
mod dates;
mod dialog;
mod embed;
mod file;
mod find;
mod first_screen;
mod foreign;
mod glossary;
mod growth;
mod head;
mod history;
mod hostile;
mod isolation;
mod keyboard;
mod layout;
mod load;
mod map;
mod matrix;
mod paper;
mod phone;
mod printed;
mod real;
mod schedule;
mod search;
mod select;
mod since;
mod sources;
mod story;
mod theme;
mod timeline;

use browser_tests::engine::Engine;
use browser_tests::site::Content;
use browser_tests::{Outcome, ensure};
use case::Case;
use libtest_mimic::Arguments;
use schedule::{Finished, Worker};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Every trial.
const CASES: &[&[Case]] = &[
    load::CASES,
    head::CASES,
    printed::CASES,
    paper::CASES,
    baseline::CASES,
    file::CASES,
    foreign::CASES,
    embed::CASES,
    embed::capped::CASES,
    embed::place::CASES,
    embed::edition::CASES,
    isolation::CASES,
    dialog::CASES,
    search::CASES,
    select::CASES,
    cards::CASES,
    compare::CASES,
    copy::CASES,
    sources::CASES,
    glossary::CASES,
    capture::CASES,
    theme::CASES,
    find::CASES,
    history::CASES,
    date::CASES,
    dates::CASES,
    story::CASES,
    timeline::CASES,
    since::CASES,
    agreement::CASES,
    hostile::CASES,
    addresses::CASES,
    keyboard::CASES,
    layout::CASES,
    first_screen::CASES,
    map::camera::CASES,
    map::hand::CASES,
    map::keys::CASES,
    map::labels::CASES,
    map::marks::CASES,
    matrix::CASES,
    growth::CASES,
    phone::CASES,
    access::CASES,
    real::CASES,
];

/// How many browsers work at a time: more would only slow one another down.
const THREADS: usize = 2;

/// How many traps in the wasm a run may have that are not on purpose, or loads that lose words. WebKit has trapped at random, in 3 of
/// 960 loads.
fn most_traps(engine: Engine) -> usize {
    usize::from(engine == Engine::Webkit)
}

fn main() -> ExitCode {
    match run(&Arguments::from_args()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome {
    let mut workers = Vec::new();
    let mut count = 0;
    let has_large = Content::Large.folder().is_ok();
    let is_left_out = |case: &&Case| !has_large && case.content == Content::Large;
    let left_out = CASES.iter().copied().flatten().filter(is_left_out).count();
    if left_out > 0 {
        eprintln!(
            "{left_out} trials are left out: the large sample is not built (script/test --large)"
        );
    }
    for engine in Engine::wanted()? {
        let is_built = |case: &Case| has_large || case.content != Content::Large;
        let is_meant = |case: &Case| {
            case.is_for(engine) && is_named(arguments, engine, case) && is_built(case)
        };
        let cases: Vec<Case> = CASES.iter().copied().flatten().copied().filter(is_meant).collect();
        count += cases.len();
        if arguments.list {
            cases.iter().for_each(|case| println!("{}::{}: test", engine.name(), case.name));
        } else if !cases.is_empty() {
            workers.push(Worker::new(engine, cases)?);
        }
    }
    if arguments.list {
        return Ok(());
    }
    let threads = arguments.test_threads.unwrap_or(THREADS);
    let ended = AtomicUsize::new(0);
    let finished = schedule::run(workers, threads, |it| {
        print_trial(it, ended.fetch_add(1, Ordering::Relaxed) + 1, count);
    });
    sum_up(&finished)
}

/// Whether the command line asks for a trial.
fn is_named(arguments: &Arguments, engine: Engine, case: &Case) -> bool {
    let name = format!("{}::{}", engine.name(), case.name);
    let fits = |filter: &String| {
        if arguments.exact { name == *filter } else { name.contains(filter.as_str()) }
    };
    arguments.filter.as_ref().is_none_or(fits) && !arguments.skip.iter().any(fits)
}

fn print_trial(trial: &Finished, number: usize, count: usize) {
    let Finished { name, outcome, time, traps, .. } = trial;
    let result = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("{number:>3}/{count} {name} … {result} ({:.1} s)", time.as_secs_f32());
    for trap in traps {
        println!("        TRAP: {trap}");
    }
    if let Err(error) = outcome {
        println!("        {}", error.to_string().replace('\n', "\n        "));
    }
}

/// Prints the slowest trials, every trap, and what failed and why; fails if anything did.
fn sum_up(finished: &[Finished]) -> Outcome {
    let mut slowest: Vec<&Finished> = finished.iter().collect();
    slowest.sort_by_key(|it| std::cmp::Reverse(it.time));
    println!("\nthe slowest trials:");
    for Finished { name, time, .. } in slowest.into_iter().take(10) {
        println!("{:>7.1} s  {name}", time.as_secs_f32());
    }
    // A report may come when the last trial has ended.
    std::thread::sleep(Duration::from_millis(500));
    let mut too_many = Vec::new();
    for engine in Engine::ALL {
        let late = schedule::traps(engine, 0);
        late.iter().for_each(|trap| println!("trap in {}, late: {trap}", engine.name()));
        let (mut traps, most) = (late.len(), most_traps(engine));
        for trial in finished.iter().filter(|it| it.engine == engine) {
            traps += trial.traps.len();
            trial.traps.iter().for_each(|trap| println!("trap in {}: {trap}", trial.name));
        }
        if traps > most {
            too_many.push(format!("{traps} traps in {}, of at most {most}", engine.name()));
        }
    }
    // Said again, as the beginning of a long report may be cut off.
    let reason = |it: &Finished| {
        let error = it.outcome.as_ref().err()?;
        Some(format!("{}\n    {}", it.name, error.to_string().replace('\n', "\n    ")))
    };
    let failed: Vec<String> = finished.iter().filter_map(reason).collect();
    println!("\n{} trials, {} failed", finished.len(), failed.len());
    let wrong = [failed.join("\n"), too_many.join("\n")].join("\n");
    ensure(wrong.trim().is_empty(), || format!("failed:\n{}", wrong.trim()))
}
