//! A Chromium window with the probe in every page, and the knobs that slow it down.

use browser_tests::engine::{Browser, Engine, Motion, Preferences, Scheme};
use browser_tests::page::part;
use browser_tests::webdriver::Session;
use browser_tests::{Outcome, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How much slower the processor of a phone is taken to be.
pub(crate) const SLOWDOWN: u32 = 4;

/// How long a page may take to be ready.
const PATIENCE: Duration = Duration::from_secs(30);

/// Keeps in `window.bench` what the browser says of the page, in ms of the page's own clock.
const PROBE: &str = include_str!("js/probe.js");

/// A browser of its own, so that nothing of an earlier page is at hand: neither compiled code nor a warm renderer.
pub(crate) struct Window {
    browser: Browser,
}

impl Window {
    /// Opens one.
    pub(crate) fn open() -> Outcome<Window> {
        Window::of(Browser::new(Engine::Chromium))
    }

    /// One that keeps a trace of its work.
    pub(crate) fn traced() -> Outcome<Window> {
        Window::of(Browser::traced())
    }

    fn of(browser: Browser) -> Outcome<Window> {
        let mut window = Window { browser };
        let session = window.session()?;
        let probe = json!({ "source": PROBE });
        session.devtools("Page.addScriptToEvaluateOnNewDocument", &probe)?;
        Ok(window)
    }

    /// What drives it.
    pub(crate) fn session(&mut self) -> Outcome<&Session> {
        self.browser.session(Preferences { scheme: Scheme::Light, motion: Motion::Full })
    }

    /// Loads a page and waits until it reacts.
    pub(crate) fn visit(&mut self, url: &str) -> Outcome {
        self.session()?.go(url)?;
        let start = Instant::now();
        while self.run("return window.bench.ready !== null")? != json!(true) {
            ensure(start.elapsed() < PATIENCE, || format!("{url} does not become ready"))?;
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Runs a function body in the page.
    pub(crate) fn run(&mut self, script: &str) -> Outcome<Value> {
        self.session()?.run(script, &[])
    }

    /// Makes the processor this many times slower for the page.
    pub(crate) fn slow_down(&mut self, factor: u32) -> Outcome {
        self.command("Emulation.setCPUThrottlingRate", &json!({ "rate": factor })).map(drop)
    }

    /// A slow 4G line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
    pub(crate) fn slow_line(&mut self) -> Outcome {
        self.command("Network.enable", &json!({}))?;
        let line = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": 1_600_000 / 8,
            "uploadThroughput": 750_000 / 8,
        });
        self.command("Network.emulateNetworkConditions", &line).map(drop)
    }

    /// What the browser counts of itself, since the page was loaded.
    pub(crate) fn metrics(&mut self) -> Outcome<Value> {
        self.command("Performance.enable", &json!({}))?;
        self.command("Performance.getMetrics", &json!({}))
    }

    /// A command of the DevTools protocol.
    pub(crate) fn command(&mut self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.session()?.devtools(command, parameters)
    }
}

/// One of the browser's own metrics, out of what `Performance.getMetrics` returned.
pub(crate) fn metric(metrics: &Value, name: &str) -> Outcome<f64> {
    let all = part(metrics, "/metrics").as_array().ok_or("the browser has no metrics")?;
    let metric = all.iter().find(|it| part(it, "/name") == name);
    number(metric.unwrap_or(&Value::Null), "/value")
}

/// The number at a place of what a script returned.
pub(crate) fn number(value: &Value, pointer: &str) -> Outcome<f64> {
    part(value, pointer).as_f64().ok_or_else(|| format!("no number at {pointer} of {value}").into())
}
