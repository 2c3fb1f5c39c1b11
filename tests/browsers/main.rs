//! The built page, worked through in real browsers. A trial is named after its browser, as `firefox::select_by_list`.
//!
//! Trials share one window for each browser, one after the other, and each begins by loading a page. What a trial was
//! looking at when it failed is in `target/browser-tests/`.

mod access;
mod agreement;
mod cards;
mod case;
mod date;
mod dialog;
mod embed;
mod file;
mod head;
mod history;
mod hostile;
mod keyboard;
mod layout;
mod load;
mod map;
mod printed;
mod select;

use browser_tests::Outcome;
use browser_tests::engine::{Browser, Engine};
use browser_tests::page::Page;
use browser_tests::site::{Site, dist, project};
use case::Case;
use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// Every case. Those in the dark come last, because a browser starts anew to change its colours.
const CASES: [&[Case]; 22] = [
    load::CASES,
    head::CASES,
    printed::CASES,
    file::CASES,
    embed::CASES,
    dialog::CASES,
    select::CASES,
    cards::CASES,
    history::CASES,
    date::CASES,
    agreement::CASES,
    hostile::CASES,
    keyboard::CASES,
    layout::CASES,
    map::camera::CASES,
    map::hand::CASES,
    map::keys::CASES,
    map::labels::CASES,
    map::marks::CASES,
    access::CASES,
    access::DARK_CASES,
    dialog::DARK_CASES,
];

type SharedBrowser = Arc<Mutex<Browser>>;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // One window for each browser, and few cores: more threads would only wait for one another.
    arguments.test_threads = arguments.test_threads.or(Some(1));
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Outcome<Vec<Trial>> {
    let site = Site::serve(&dist()?)?;
    let mut trials = Vec::new();
    for engine in Engine::wanted()? {
        let browser = Arc::new(Mutex::new(Browser::new(engine)));
        let cases = CASES.into_iter().flatten().filter(|case| case.is_for(engine));
        trials.extend(cases.map(|case| trial(engine, *case, browser.clone(), site.clone())));
    }
    Ok(trials)
}

fn trial(engine: Engine, case: Case, browser: SharedBrowser, site: Site) -> Trial {
    let name = format!("{}::{}", engine.name(), case.name);
    let picture_name = format!("{}-{}.png", engine.name(), case.name);
    Trial::test(name, move || {
        let mut browser = browser.lock().unwrap_or_else(PoisonError::into_inner);
        run_unless_it_crashes(case, &mut browser, &site).map_err(|error| {
            let picture = picture(case, &mut browser, &picture_name);
            Failed::from(format!("{error}\n{picture}"))
        })
    })
}

/// Runs a trial, and once more in a new browser if the browser has crashed, as WebKit has at random. What crashes it
/// twice is a failure.
fn run_unless_it_crashes(case: Case, browser: &mut Browser, site: &Site) -> Outcome {
    run(case, browser, site).or_else(|error| {
        if !browser.has_crashed() {
            return Err(error);
        }
        eprintln!("{} has crashed in {}: {error}", browser.engine.name(), case.name);
        browser.close();
        run(case, browser, site)
    })
}

fn run(case: Case, browser: &mut Browser, site: &Site) -> Outcome {
    let engine = browser.engine;
    let session = browser.session(case.scheme)?;
    (case.run)(&Page { session, site, engine })
}

/// Keeps what the window shows, and says where. A window that cannot even show is closed, for the next trial's sake.
fn picture(case: Case, browser: &mut Browser, name: &str) -> String {
    match take_picture(case, browser, name) {
        Ok(path) => format!("screenshot: {path}"),
        Err(error) => {
            browser.close();
            format!("no screenshot: {error}")
        }
    }
}

fn take_picture(case: Case, browser: &mut Browser, name: &str) -> Outcome<String> {
    let folder = project().join("target/browser-tests");
    std::fs::create_dir_all(&folder)?;
    let path = folder.canonicalize()?.join(name);
    std::fs::write(&path, browser.session(case.scheme)?.screenshot()?)?;
    Ok(path.display().to_string())
}
