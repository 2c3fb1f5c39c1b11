//! A WebDriver session: one browser window that does as it is told.
//!
//! Only what the tests need of <https://www.w3.org/TR/webdriver2/>. Must not know the page.

use crate::{Failure, Outcome};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How W3C WebDriver spells a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a document may take to come once the driver says that it is there.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a browser may take to start.
const START: Duration = Duration::from_secs(40);

/// How often the history of a window has been forgotten.
static LAST: AtomicU32 = AtomicU32::new(0);

/// Keys that have no character, as WebDriver spells them.
pub mod key {
    /// Moves the focus on.
    pub const TAB: char = '\u{E004}';
    /// Follows the focused link.
    pub const ENTER: char = '\u{E007}';
    /// One step down on a range.
    pub const LEFT: char = '\u{E012}';
    /// One step up on a range.
    pub const RIGHT: char = '\u{E014}';
    /// The lowest value of a range.
    pub const HOME: char = '\u{E011}';
    /// The highest value of a range.
    pub const END: char = '\u{E010}';
    /// Leaves, closes.
    pub const ESCAPE: char = '\u{E00C}';
    /// Held with another.
    pub const SHIFT: char = '\u{E008}';
    /// Held with another.
    pub const CONTROL: char = '\u{E009}';
}

/// An open browser window. Dropping it closes the browser.
pub struct Session {
    agent: ureq::Agent,
    url: String,
}

impl Session {
    /// Asks the driver at `driver` (as `http://host:port`) for a browser with these capabilities.
    pub fn open(driver: &str, capabilities: &Value) -> Outcome<Session> {
        // Somewhat longer than what the driver itself gives up after: see below.
        let agent = agent(Duration::from_secs(75));
        let asked = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = post(&self::agent(START), &format!("{driver}/session"), &asked)?;
        let id = text(&opened, "/sessionId").ok_or("the driver opened no session")?;
        let session = Session { agent, url: format!("{driver}/session/{id}") };
        session.post("timeouts", &json!({ "pageLoad": 60_000, "script": 60_000 }))?;
        Ok(session)
    }

    /// Sends one command of the protocol and returns its value.
    pub fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        post(&self.agent, &format!("{}/{command}", self.url), body)
    }

    /// Asks for one value of the protocol.
    pub fn get(&self, command: &str) -> Outcome<Value> {
        value(self.agent.get(format!("{}/{command}", self.url)).call()?)
    }

    /// Loads a page and waits for its `load` event.
    pub fn go(&self, url: &str) -> Outcome {
        self.load("url", &json!({ "url": url }))
    }

    /// The browser's Back button.
    pub fn back(&self) -> Outcome {
        self.post("back", &json!({})).map(drop)
    }

    /// The browser's Forward button.
    pub fn forward(&self) -> Outcome {
        self.post("forward", &json!({})).map(drop)
    }

    /// Runs a function body in the page; `arguments` are its arguments.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a function body in the page whose last argument is the callback that ends it.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        self.post("execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Calls a function in the page, given as its source.
    pub fn call(&self, function: &str, arguments: &[Value]) -> Outcome<Value> {
        self.run(&format!("return ({function})(...arguments)"), arguments)
    }

    /// Calls an asynchronous function in the page, given as its source, and waits for what it returns.
    pub fn call_async(&self, function: &str, arguments: &[Value]) -> Outcome<Value> {
        let script = format!(
            "const given = [...arguments], done = given.pop();
            ({function})(...given).then(value => done({{ value }}), error => done({{ error: String(error) }}))"
        );
        let mut answer = self.run_async(&script, arguments)?;
        match answer.get("error") {
            Some(error) => Err(error.to_string().into()),
            None => Ok(answer.pointer_mut("/value").map(Value::take).unwrap_or_default()),
        }
    }

    /// Clicks the first element that matches, scrolled into view, as a mouse would: what covers it gets in the way.
    pub fn click(&self, selector: &str) -> Outcome {
        let found = self.post("element", &json!({ "using": "css selector", "value": selector }))?;
        let id =
            text(&found, &format!("/{ELEMENT}")).ok_or("the driver found no element")?.to_owned();
        self.post(&format!("element/{id}/click"), &json!({})).map(drop)
    }

    /// Clicks a point of the viewport, in CSS pixels.
    pub fn click_at(&self, x: i64, y: i64) -> Outcome {
        self.act(&json!({
            "type": "pointer",
            "id": "mouse",
            "parameters": { "pointerType": "mouse" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }))
    }

    /// Goes on in a frame, given as the page refers to it.
    pub fn enter_frame(&self, frame: &Value) -> Outcome {
        self.post("frame", &json!({ "id": frame })).map(drop)
    }

    /// Goes on in the page itself.
    pub fn leave_frame(&self) -> Outcome {
        self.post("frame", &json!({ "id": null })).map(drop)
    }

    /// Presses and releases a key, wherever the focus is.
    pub fn press(&self, key: char) -> Outcome {
        self.act(&json!({
            "type": "key",
            "id": "keyboard",
            "actions": [{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }],
        }))
    }

    /// Presses a key while another is held.
    pub fn press_with(&self, held: char, key: char) -> Outcome {
        self.act(&json!({
            "type": "key",
            "id": "keyboard",
            "actions": [
                { "type": "keyDown", "value": held },
                { "type": "keyDown", "value": key },
                { "type": "keyUp", "value": key },
                { "type": "keyUp", "value": held },
            ],
        }))
    }

    fn act(&self, device: &Value) -> Outcome {
        self.perform(std::slice::from_ref(device))
    }

    /// Has devices act at the same time, each as the protocol spells it.
    pub fn perform(&self, devices: &[Value]) -> Outcome {
        self.post("actions", &json!({ "actions": devices })).map(drop)
    }

    /// Goes back to the first entry of the window's history, so that the next page drops all others. Browsers keep 50 or 100
    /// entries: once there are so many, nobody can tell how many a page adds.
    pub fn forget_history(&self) -> Outcome {
        // A page that was not there before, as going to the same one again would keep the entries after it.
        let last = format!("about:blank?{}", LAST.fetch_add(1, Ordering::Relaxed));
        self.go(&last)?;
        let go_back = "const { length } = history; history.go(1 - length); return length";
        if self.run(go_back, &[])? == 1 {
            return Ok(());
        }
        let has_left =
            "return location.href !== arguments[0] && document.readyState === 'complete'";
        let start = Instant::now();
        while !matches!(self.run(has_left, &[Value::from(&*last)]), Ok(Value::Bool(true))) {
            if start.elapsed() > PATIENCE {
                return Err("the first entry of the history did not load".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Loads the page again and waits for its `load` event.
    pub fn reload(&self) -> Outcome {
        self.load("refresh", &json!({}))
    }

    /// Has another document loaded. WebKit's driver sometimes answers while the page before is still there, and what is
    /// asked of the page next is asked of the wrong one.
    fn load(&self, command: &str, body: &Value) -> Outcome {
        // A frame that is gone has no document to leave.
        let _ = self.run("document.isLeft = true", &[]);
        self.post(command, body)?;
        let start = Instant::now();
        loop {
            let is_loaded = "return !document.isLeft && document.readyState === 'complete'";
            match self.run(is_loaded, &[]) {
                Ok(Value::Bool(true)) => return Ok(()),
                // An error is no news: in a document that is just being left nothing can be run.
                answer if start.elapsed() > PATIENCE => {
                    return Err(format!("{command} {body} did not load: {answer:?}").into());
                }
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Whether nothing answers for the page. An error that the driver answers with is an answer.
    pub fn hangs(&self) -> bool {
        let answer = self.run("return true", &[]);
        answer.is_err_and(|it| matches!(it.downcast_ref(), Some(ureq::Error::Timeout(_))))
    }

    /// What the window shows, as a PNG.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        png(&self.get("screenshot")?)
    }

    /// A command of the Chrome DevTools protocol; Chromium only.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Nobody is left to tell if it fails, and the driver is stopped next.
        let _ = self.agent.delete(&self.url).call();
    }
}

/// Whether the driver at this address takes commands yet.
pub fn is_up(driver: &str) -> bool {
    agent(START).get(format!("{driver}/status")).call().is_ok()
}

/// The bytes of a picture as drivers spell it.
pub fn png(base64: &Value) -> Outcome<Vec<u8>> {
    Ok(BASE64_STANDARD.decode(base64.as_str().ok_or("the driver returned no picture")?)?)
}

fn agent(patience: Duration) -> ureq::Agent {
    // A driver says what went wrong in the body of an error.
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.timeout_global(Some(patience)).build().into()
}

fn post(agent: &ureq::Agent, url: &str, body: &Value) -> Outcome<Value> {
    value(agent.post(url).send_json(body)?)
}

/// The value in a driver's answer, or its error.
fn value(mut answer: ureq::http::Response<ureq::Body>) -> Outcome<Value> {
    let is_success = answer.status().is_success();
    let mut body: Value = answer.body_mut().with_config().limit(100 << 20).read_json()?;
    let value = body.pointer_mut("/value").map(Value::take).unwrap_or_default();
    if is_success { Ok(value) } else { Err(driver_error(&value)) }
}

fn driver_error(value: &Value) -> Failure {
    let message = text(value, "/message").unwrap_or_default();
    let first_line = message.lines().next().unwrap_or_default();
    format!("{}: {first_line}", text(value, "/error").unwrap_or("driver error")).into()
}

/// The text at a JSON pointer.
fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer)?.as_str()
}
