//! Runs trials, of different browsers at a time: each browser has one window, and works through its trials in order.

use crate::case::Case;
use browser_tests::Outcome;
use browser_tests::engine::{Browser, Engine};
use browser_tests::page::Page;
use browser_tests::site::{Content, Site, project, take_traps};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a report of a trap may be on its way.
const REPORT: Duration = Duration::from_secs(2);

/// A browser, the sites that it is shown, and the trials that it has yet to work through.
pub(crate) struct Worker {
    browser: Browser,
    sample: Served,
    real: Served,
    /// None where it is not built.
    large: Option<Served>,
    waiting: VecDeque<Case>,
    /// What it has done wrong itself in the trial that is run.
    faults: Vec<String>,
}

/// A built page and its server. Each browser has its own, which remembers what this browser asked for.
struct Served {
    folder: PathBuf,
    site: Site,
}

/// A trial that has been run.
pub(crate) struct Finished {
    pub(crate) name: String,
    pub(crate) engine: Engine,
    pub(crate) outcome: Outcome,
    pub(crate) time: Duration,
    /// The traps in the wasm that are not on purpose, and what else the browser has done wrong.
    pub(crate) traps: Vec<String>,
}

impl Served {
    fn new(content: Content) -> Outcome<Served> {
        let folder = content.folder()?;
        Ok(Served { site: Site::serve(&folder)?, folder })
    }
}

impl Worker {
    /// A browser with its trials, in which those with the same preferences stand together: it starts anew to change them.
    pub(crate) fn new(engine: Engine, mut cases: Vec<Case>) -> Outcome<Worker> {
        let mut order = Vec::new();
        for case in &cases {
            if !order.contains(&case.preferences) {
                order.push(case.preferences);
            }
        }
        cases.sort_by_key(|case| order.iter().position(|it| *it == case.preferences));
        Ok(Worker {
            browser: Browser::new(engine),
            sample: Served::new(Content::Sample)?,
            real: Served::new(Content::Real)?,
            large: Served::new(Content::Large).ok(),
            waiting: cases.into(),
            faults: Vec::new(),
        })
    }

    fn run(&mut self, case: Case) -> Finished {
        let engine = self.browser.engine;
        let name = format!("{}::{}", engine.name(), case.name);
        let start = Instant::now();
        let mut outcome = self.run_unless_it_crashes(case).map_err(|error| {
            let picture = self.picture(case);
            // It may have left the window as no other trial expects it.
            self.browser.close();
            format!("{error}\n{picture}").into()
        });
        let time = start.elapsed();
        let mut traps = traps(engine, case.traps);
        if outcome.is_ok() && traps.len() < case.traps {
            let reported = traps.len();
            outcome = Err(format!("of {} traps only {reported} were reported", case.traps).into());
        }
        traps.drain(..case.traps.min(traps.len()));
        traps.append(&mut self.faults);
        Finished { name, engine, outcome, time, traps }
    }

    /// Runs a trial, and once more in a new browser if the browser has crashed or hangs, as WebKit does at random, also on an empty
    /// page between two trials, or if it has lost words, which counts as a trap. What goes wrong twice is a failure.
    fn run_unless_it_crashes(&mut self, case: Case) -> Outcome {
        self.run_once(case).or_else(|error| {
            if self.browser.has_crashed() {
                eprintln!("{} has crashed in {}: {error}", self.browser.engine.name(), case.name);
            } else if self.has_lost_words(case) {
                self.faults.push(format!("words were lost: {error}"));
            } else {
                return Err(error);
            }
            self.browser.close();
            self.run_once(case)
        })
    }

    /// Whether a way in the bar has no name. In one of some 600 loads of WebKit on a busy machine the texts of two of them are empty,
    /// though what they are drawn from is not.
    fn has_lost_words(&mut self, case: Case) -> bool {
        let is_nameless = "return [...document.querySelectorAll('nav.lenses a')].some(it => it.textContent === '')";
        let session = self.browser.session(case.preferences);
        session.and_then(|it| it.run(is_nameless, &[])).is_ok_and(|it| it == true)
    }

    fn run_once(&mut self, case: Case) -> Outcome {
        let Served { folder, site } = match case.content {
            Content::Sample => &self.sample,
            Content::Real => &self.real,
            Content::Large => self.large.as_ref().ok_or("the large sample is not built")?,
        };
        let engine = self.browser.engine;
        // A window that cannot go back is closed: a new one has no history.
        if self.browser.session(case.preferences)?.forget_history().is_err() {
            self.browser.close();
        }
        let session = self.browser.session(case.preferences)?;
        let page = Page { session, site, folder, engine };
        page.forget_problems()?;
        catch_unwind(AssertUnwindSafe(|| (case.run)(&page)))
            .unwrap_or_else(|_| Err("the trial panicked, see above".into()))
    }

    /// Keeps what the window shows, and says where. A window that cannot even show is closed, for the next trial's sake.
    fn picture(&mut self, case: Case) -> String {
        match self.take_picture(case) {
            Ok(path) => format!("screenshot: {path}"),
            Err(error) => {
                self.browser.close();
                format!("no screenshot: {error}")
            }
        }
    }

    fn take_picture(&mut self, case: Case) -> Outcome<String> {
        let folder = project().join("target/browser-tests");
        std::fs::create_dir_all(&folder)?;
        let name = format!("{}-{}.png", self.browser.engine.name(), case.name);
        let path = folder.canonicalize()?.join(name);
        std::fs::write(&path, self.browser.session(case.preferences)?.screenshot()?)?;
        Ok(path.display().to_string())
    }
}

/// The traps that were reported in an engine since the last call; waits a while until there are as many as expected.
pub(crate) fn traps(engine: Engine, expected: usize) -> Vec<String> {
    let start = Instant::now();
    let mut found = Vec::new();
    loop {
        found.extend(take_traps(engine).into_iter().map(|it| it.text));
        if found.len() >= expected || start.elapsed() > REPORT {
            return found;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The browsers that wait for a thread, and those whose trials are done.
struct Queue {
    idle: Vec<Worker>,
    busy: usize,
}

/// Runs the trials of all browsers in so many threads, and reports each as it ends.
pub(crate) fn run(
    workers: Vec<Worker>,
    threads: usize,
    report: impl Fn(&Finished) + Sync,
) -> Vec<Finished> {
    let queue = Mutex::new(Queue { idle: workers, busy: 0 });
    let (is_free, finished) = (Condvar::new(), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while let Some((mut worker, case)) = next(&queue, &is_free) {
                    let done = worker.run(case);
                    report(&done);
                    lock(&finished).push(done);
                    let mut queue = lock(&queue);
                    queue.busy -= 1;
                    queue.idle.push(worker);
                    is_free.notify_all();
                }
            });
        }
    });
    finished.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The next trial of the idle browser that has the most of them left; none if no trial waits for any browser. It is run
/// by whoever asks.
fn next(queue: &Mutex<Queue>, is_free: &Condvar) -> Option<(Worker, Case)> {
    let mut queue = lock(queue);
    loop {
        let longest = (0..queue.idle.len())
            .max_by_key(|at| queue.idle.get(*at).map_or(0, |it| it.waiting.len()));
        if let Some(at) = longest {
            let mut worker = queue.idle.swap_remove(at);
            if let Some(case) = worker.waiting.pop_front() {
                queue.busy += 1;
                return Some((worker, case));
            }
            queue.idle.push(worker);
        }
        if queue.busy == 0 {
            return None;
        }
        queue = is_free.wait(queue).unwrap_or_else(PoisonError::into_inner);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
