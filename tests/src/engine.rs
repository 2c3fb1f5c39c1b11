//! The three browsers: how each is found, started and stopped.
//!
//! A missing browser is an error that says what to do, never a test skipped.

use crate::site::project;
use crate::webdriver::{Session, is_up};
use crate::{Failure, Outcome};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome's and Edge's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// Safari's.
    Webkit,
}

/// Which colours the reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
}

/// How much motion the reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// `prefers-reduced-motion: reduce`: the map jumps, so that no trial waits for a flight.
    Reduced,
    /// `prefers-reduced-motion: no-preference`.
    Full,
}

impl Motion {
    /// Its name in CSS.
    pub fn name(self) -> &'static str {
        match self {
            Motion::Reduced => "reduce",
            Motion::Full => "no-preference",
        }
    }
}

/// What the reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// In which colours.
    pub scheme: Scheme,
    /// With how much motion.
    pub motion: Motion,
}

impl Scheme {
    /// Its name in CSS.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    /// Its name in test names and in `BROWSERS`.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// Those that the environment's `BROWSERS` names (as `chromium,firefox`), else all.
    pub fn wanted() -> Outcome<Vec<Engine>> {
        let Ok(names) = std::env::var("BROWSERS") else { return Ok(Engine::ALL.into()) };
        names.split(',').map(|name| Engine::named(name.trim())).collect()
    }

    fn named(name: &str) -> Outcome<Engine> {
        let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        engine.ok_or_else(|| {
            format!("BROWSERS: no browser {name:?}; there are chromium, firefox and webkit").into()
        })
    }

    /// The engine of a browser that calls itself so.
    pub fn of_user_agent(name: &str) -> Option<Engine> {
        // Every browser but Firefox names the ones before it: the latest tells them apart.
        let marks = [("Firefox/", Engine::Firefox), ("Chrome/", Engine::Chromium)];
        let found = marks.into_iter().find(|(mark, _)| name.contains(mark));
        found.map(|(_, engine)| engine).or(name.contains("WebKit").then_some(Engine::Webkit))
    }

    fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::Webkit => "WebKitWebDriver",
        }
    }

    fn capabilities(self, preferences: Preferences, is_traced: bool) -> Outcome<Value> {
        match self {
            Engine::Chromium => Ok(chromium_capabilities(is_traced)),
            Engine::Firefox => Ok(firefox_capabilities(preferences)),
            Engine::Webkit => webkit_capabilities(preferences.scheme),
        }
    }
}

/// Chromium takes its preferences later, see [`Browser::session`].
fn chromium_capabilities(is_traced: bool) -> Value {
    let arguments = [
        "--headless=new",
        // Containers run as root and forbid the sandbox; the only page it meets is ours.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
    ];
    let mut options = json!({ "args": arguments });
    insert_binary(&mut options, "/usr/bin/chromium");
    let logs = if is_traced {
        insert(&mut options, "perfLoggingPrefs", trace_preferences());
        json!({ "browser": "ALL", "performance": "ALL" })
    } else {
        json!({ "browser": "ALL" })
    };
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": logs,
    })
}

/// What is traced: all work of the page's main thread.
fn trace_preferences() -> Value {
    json!({ "enableNetwork": false, "enablePage": false, "traceCategories": "devtools.timeline,blink.user_timing" })
}

fn firefox_capabilities(Preferences { scheme, motion }: Preferences) -> Value {
    let preferences = json!({
        "layout.css.prefers-color-scheme.content-override": i32::from(scheme == Scheme::Light),
        "ui.prefersReducedMotion": i32::from(motion == Motion::Reduced),
    });
    let mut options =
        json!({ "args": ["-headless", "--width=1280", "--height=900"], "prefs": preferences });
    insert_binary(&mut options, "/usr/bin/firefox-esr");
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

fn webkit_capabilities(scheme: Scheme) -> Outcome<Value> {
    let mut arguments = vec!["--automation", "--geometry=1280x900"];
    if scheme == Scheme::Dark {
        arguments.push("--dark-mode");
    }
    let options = json!({ "binary": mini_browser()?, "args": arguments });
    Ok(json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options }))
}

/// Debian's browser, which its driver would not find; elsewhere the driver knows where its browser is.
fn insert_binary(options: &mut Value, binary: &str) {
    if Path::new(binary).exists() {
        insert(options, "binary", binary.into());
    }
}

fn insert(options: &mut Value, name: &str, value: Value) {
    options[name] = value;
}

/// The small browser that comes with WebKit's driver, in a folder named after the processor.
fn mini_browser() -> Outcome<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").map_err(|_| not_installed("MiniBrowser"))?;
    let browsers = folders.flatten().map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"));
    browsers
        .into_iter()
        .find(|browser| browser.exists())
        .ok_or_else(|| not_installed("MiniBrowser"))
}

fn not_installed(program: &str) -> Failure {
    format!("{program} is not installed: run script/setup --tests, or leave its browser out with BROWSERS=…").into()
}

/// A browser that is started when first asked for, and again when it is to have other preferences.
pub struct Browser {
    /// Which.
    pub engine: Engine,
    is_traced: bool,
    // Dropped in this order: the window, its driver, its screen.
    window: Option<(Preferences, Session)>,
    driver: Option<Driver>,
    screen: Option<Screen>,
}

impl Browser {
    /// One that is not running yet.
    pub fn new(engine: Engine) -> Browser {
        Browser { engine, is_traced: false, window: None, driver: None, screen: None }
    }

    /// A Chromium that keeps a trace of its work, which its driver hands out as the log `performance`.
    pub fn traced() -> Browser {
        Browser { is_traced: true, ..Browser::new(Engine::Chromium) }
    }

    /// Its window, with these preferences.
    pub fn session(&mut self, preferences: Preferences) -> Outcome<&Session> {
        let current = self.window.as_ref().map(|(current, _)| *current);
        if current != Some(preferences) {
            // Chromium alone can be told later.
            let window = self.window.take().filter(|_| self.engine == Engine::Chromium);
            let session = match window {
                Some((_, session)) => session,
                None => self.open(preferences).or_else(|error| {
                    // A driver may hang as it starts its browser, which is no fault of the page's.
                    eprintln!("{error}, and is started again");
                    self.open(preferences)
                })?,
            };
            if self.engine == Engine::Chromium {
                emulate(&session, preferences)?;
            }
            self.window = Some((preferences, session));
        }
        self.window.as_ref().map(|(_, session)| session).ok_or_else(|| "no window".into())
    }

    /// Whether its window is gone without having been closed, or does not answer any more.
    pub fn has_crashed(&self) -> bool {
        let has_crashed = |it: &Session| it.get("window").is_err() || it.hangs();
        self.window.as_ref().is_some_and(|(_, session)| has_crashed(session))
    }

    /// Closes its window and its driver, so that the next session starts from nothing.
    pub fn close(&mut self) {
        self.window = None;
        self.driver = None;
    }

    fn open(&mut self, preferences: Preferences) -> Outcome<Session> {
        self.close();
        if self.engine == Engine::Webkit && self.screen.is_none() {
            self.screen = Some(Screen::start()?);
        }
        let driver = Driver::start(self.engine, self.screen.as_ref(), preferences.motion)?;
        let session =
            Session::open(&driver.url, &self.engine.capabilities(preferences, self.is_traced)?)
                .map_err(|error| format!("{} did not start: {error}", self.engine.name()))?;
        self.driver = Some(driver);
        Ok(session)
    }
}

fn emulate(session: &Session, Preferences { scheme, motion }: Preferences) -> Outcome {
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme.name() },
        { "name": "prefers-reduced-motion", "value": motion.name() },
    ]);
    session.devtools("Emulation.setEmulatedMedia", &json!({ "features": features })).map(drop)
}

/// A folder of settings for GTK, which is where WebKit looks for how much motion is asked for.
fn gtk_settings(motion: Motion) -> Outcome<PathBuf> {
    let folder = project().join("target/browser-tests/gtk").join(motion.name());
    std::fs::create_dir_all(folder.join("gtk-3.0"))?;
    let animations = i32::from(motion == Motion::Full);
    let settings = format!("[Settings]\ngtk-enable-animations={animations}\n");
    std::fs::write(folder.join("gtk-3.0/settings.ini"), settings)?;
    Ok(folder.canonicalize()?)
}

/// A process that is stopped when it is dropped.
struct Process(Child);

impl Process {
    fn start(command: &mut Command, program: &str) -> Outcome<Process> {
        Ok(Process(
            command
                .stdin(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .map_err(|_| not_installed(program))?,
        ))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have stopped by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running WebDriver server.
struct Driver {
    url: String,
    _process: Process,
}

impl Driver {
    fn start(engine: Engine, screen: Option<&Screen>, motion: Motion) -> Outcome<Driver> {
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command.arg(format!("--port={port}")).stdout(Stdio::null());
        if let Some(screen) = screen {
            command.env("DISPLAY", &screen.display).env("GDK_BACKEND", "x11");
            command.env("XDG_CONFIG_HOME", gtk_settings(motion)?);
        }
        let process = Process::start(&mut command, engine.driver())?;
        let driver = Driver { url: format!("http://127.0.0.1:{port}"), _process: process };
        driver.wait_until_up()?;
        Ok(driver)
    }

    fn wait_until_up(&self) -> Outcome {
        let start = Instant::now();
        while !is_up(&self.url) {
            if start.elapsed() > Duration::from_secs(20) {
                return Err(format!("the driver at {} does not answer", self.url).into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A screen in memory, for the browser that has no headless mode.
struct Screen {
    display: String,
    _process: Process,
}

impl Screen {
    fn start() -> Outcome<Screen> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]);
        let mut process = Process::start(command.stdout(Stdio::piped()), "Xvfb")?;
        let mut number = String::new();
        let output = process.0.stdout.take().ok_or("Xvfb has no output")?;
        BufReader::new(output).read_line(&mut number)?;
        Ok(Screen { display: format!(":{}", number.trim()), _process: process })
    }
}
