//! The briefing as a reader meets it: open a view, select, press keys, see what is shown.
//!
//! Knows the attributes that the page gives to the world, and nothing of how it is made.

use crate::engine::Engine;
use crate::site::Site;
use crate::webdriver::{Session, key};
use crate::{Outcome, assert_same, ensure};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long the page may take to show what it was asked for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often the driver is asked for a click before it counts as lost.
const CLICKS: usize = 3;

/// The page in a browser window.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The window.
    pub session: &'a Session,
    /// What serves it.
    pub site: &'a Site,
    /// The folder that it serves.
    pub folder: &'a Path,
    /// Whose window it is.
    pub engine: Engine,
}

/// What a reader sees of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The query of the address; empty for none.
    pub query: String,
    /// The id of the open card.
    pub card: String,
    /// All text of the open card, its head first.
    pub text: String,
    /// The title of the window.
    pub title: String,
}

impl Page<'_> {
    /// Loads the page at a query, as `?partner=kor`, with or without a fragment, and waits until it reacts.
    pub fn open(&self, address: &str) -> Outcome {
        if address.contains('#') {
            // A change of the fragment alone would load nothing.
            self.session.go("about:blank")?;
        }
        self.logged()?;
        self.session.go(&format!("{}/{address}", self.site.origin()))?;
        self.wait_until_ready()
    }

    /// Waits until the page says that it reacts.
    pub fn wait_until_ready(&self) -> Outcome {
        self.wait(
            "the page to be ready",
            "return document.documentElement.hasAttribute('data-ready')",
        )
    }

    /// Waits until a function body returns something true.
    pub fn wait(&self, what: &str, script: &str) -> Outcome {
        let start = Instant::now();
        while self.session.run(script, &[])? != json!(true) {
            if start.elapsed() > PATIENCE {
                return Err(format!("waited in vain for {what}; {}", self.complaints()?).into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Waits until a function, given as its source, returns true for these arguments.
    pub fn wait_for(&self, what: &str, function: &str, arguments: &[Value]) -> Outcome {
        let start = Instant::now();
        while self.session.call(function, arguments)? != json!(true) {
            if start.elapsed() > PATIENCE {
                return Err(format!("waited in vain for {what}; {}", self.complaints()?).into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Waits until the address has this query and this card is open, alone.
    pub fn expect(&self, query: &str, card: &str) -> Outcome {
        let expected = (query.to_owned(), vec![card.to_owned()]);
        let start = Instant::now();
        loop {
            let actual = (self.query()?, self.attributes("[data-card]", "data-card")?);
            // A card is busy until all of it is there.
            if actual == expected && self.count("[aria-busy]")? == 0 {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let what = format!("address and open cards; {}", self.complaints()?);
                return assert_same(&what, actual, expected);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The query of the address; empty for none.
    pub fn query(&self) -> Outcome<String> {
        string(&self.session.run("return location.search", &[])?)
    }

    /// What is shown now.
    pub fn shown(&self) -> Outcome<Snapshot> {
        Ok(Snapshot {
            query: self.query()?,
            card: self.attribute("[data-card]", "data-card")?,
            text: self.card_text()?,
            title: string(&self.session.run("return document.title", &[])?)?,
        })
    }

    /// All text of the open card: its head, which stands above the map, and the rest of it.
    pub fn card_text(&self) -> Outcome<String> {
        Ok([self.text(".answer")?, self.text("[data-card]")?].join(" "))
    }

    /// The text of the first element that matches.
    pub fn text(&self, selector: &str) -> Outcome<String> {
        let text = self
            .session
            .run("return document.querySelector(arguments[0])?.textContent", &[json!(selector)])?;
        string(&text).map_err(|_| missing(selector))
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Outcome<String> {
        let first = self.attributes(selector, name)?.into_iter().next();
        first.ok_or_else(|| missing(selector))
    }

    /// An attribute of every element that matches and has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter(it => it.hasAttribute(arguments[1])).map(it => it.getAttribute(arguments[1]))";
        strings(&self.session.run(script, &[json!(selector), json!(name)])?)
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> Outcome<u64> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let count = self.session.run(script, &[json!(selector)])?;
        count.as_u64().ok_or_else(|| "a count is not a number".into())
    }

    /// Runs a function body that returns a list of texts.
    pub fn list(&self, script: &str) -> Outcome<Vec<String>> {
        strings(&self.session.run(script, &[])?)
    }

    /// Calls a function, given as its source, that returns a list of texts.
    pub fn call_list(&self, function: &str, arguments: &[Value]) -> Outcome<Vec<String>> {
        strings(&self.session.call(function, arguments)?)
    }

    /// Goes to a pillar or an area by the view of all areas, as a reader does: two steps of Back.
    pub fn choose(&self, link: &str) -> Outcome {
        self.click("[data-lens=areas]")?;
        self.wait("the areas", "return document.querySelector('[data-matrix]') !== null")?;
        self.click(&format!("[data-card=areas] {link}"))
    }

    /// Clicks an element as a mouse would, once it stands still; what it is folded away in is unfolded first.
    pub fn click(&self, selector: &str) -> Outcome {
        self.reach(selector)?;
        self.press(selector, || self.session.click(selector))
    }

    /// Clicks a country's shape on the map, where neither marker nor label lies over it.
    pub fn click_shape(&self, country: &str) -> Outcome {
        let (x, y) = self.point_on_shape(country)?;
        self.press(country, || self.session.click_at(x, y))
    }

    /// Has the driver click until the page has seen anything of it: WebKit's driver sometimes loses a click. One that the page
    /// has seen is not made again, whatever came of it.
    fn press(&self, what: &str, click: impl Fn() -> Outcome) -> Outcome {
        let presses = || self.session.run("return window.presses?.length", &[]);
        let click = || click().map_err(|error| format!("clicking {what}: {error}"));
        let before = presses()?;
        if before.is_null() {
            // Nobody counts on a page that is not the site's.
            return Ok(click()?);
        }
        for _ in 0..CLICKS {
            click()?;
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(1) {
                if presses().is_ok_and(|now| now != before) {
                    return Ok(());
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            eprintln!("{}: a click on {what} was lost", self.engine.name());
        }
        Err(format!("{CLICKS} clicks on {what} were lost").into())
    }

    /// A point of the window on a country's shape on the map, where neither marker nor label lies over it.
    pub fn point_on_shape(&self, country: &str) -> Outcome<(i64, i64)> {
        let selector = format!(".map a.map-country[data-country={country}]");
        self.reach(&selector)?;
        let function = include_str!("js/point_on_shape.js");
        let point = self.session.call(function, &[json!(selector)])?;
        let at = |pointer| point.pointer(pointer).and_then(Value::as_i64);
        at("/0")
            .zip(at("/1"))
            .ok_or_else(|| format!("no point of {selector} can be clicked").into())
    }

    /// Scrolls to an element and waits until it stands still; what it is folded away in is unfolded first.
    pub fn reach(&self, selector: &str) -> Outcome {
        let is_there = self.session.call_async(include_str!("js/reach.js"), &[json!(selector)])?;
        ensure(is_there == json!(true), || format!("there is no {selector}"))
    }

    /// Puts the focus on an element and follows it by key.
    pub fn enter(&self, selector: &str) -> Outcome {
        self.focus(selector)?;
        self.session.press(key::ENTER)
    }

    /// Puts the focus on an element; what it is folded away in is unfolded first.
    pub fn focus(&self, selector: &str) -> Outcome {
        self.reach(selector)?;
        let script = "const it = document.querySelector(arguments[0]); it?.focus();
            return it !== null && document.activeElement === it";
        let has_focus = self.session.run(script, &[json!(selector)])?;
        ensure(has_focus == json!(true), || format!("{selector} cannot take the focus"))
    }

    /// What the page complained of since it was loaded.
    pub fn problems(&self) -> Outcome<Vec<String>> {
        let problems = "return window.problems ?? ['the page has no collector of problems']";
        Ok([self.list(problems)?, self.logged()?].concat())
    }

    /// Forgets what pages before have left in the browser's log.
    pub fn forget_problems(&self) -> Outcome {
        self.logged().map(drop)
    }

    /// What else to tell of a page that does not do what it should.
    fn complaints(&self) -> Outcome<String> {
        let presses = self.list("return (window.presses ?? []).slice(-6)")?;
        Ok(format!("the page complains of {:?}; last came {presses:?}", self.problems()?))
    }

    /// The errors that Chromium itself logged of the page since the last call; other drivers keep no log.
    fn logged(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.session.post("se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().ok_or("the driver returned no log")?;
        let is_problem = |it: &&Value| part(it, "/level") == "SEVERE";
        entries.iter().filter(is_problem).map(|it| string(part(it, "/message"))).collect()
    }

    /// The status by which the shape of each country with a status is drawn on the map, as `kor interest`, in order.
    pub fn statuses(&self) -> Outcome<Vec<String>> {
        self.list(
            "return [...document.querySelectorAll('.map a.map-country')]
                .map(it => `${it.dataset.country} ${it.dataset.status}`).sort()",
        )
    }

    /// The status by which a country's shape on the map is drawn; `land` where it is drawn as any other land.
    pub fn status(&self, country: &str) -> Outcome<String> {
        let land = format!(".map use.map-land[href='#map-{country}']");
        // Once on the map, and once in the inset if there is one.
        if self.count(&land)? > 0 {
            return Ok("land".to_owned());
        }
        self.attribute(&format!(".map a.map-country[data-country={country}]"), "data-status")
    }
}

impl Snapshot {
    /// Fails unless both are the same to a reader.
    pub fn same_as(&self, other: &Snapshot) -> Outcome {
        assert_same("address", &self.query, &other.query)?;
        assert_same("open card", &self.card, &other.card)?;
        assert_same("title", &self.title, &other.title)?;
        ensure(self.text == other.text, || {
            format!("the text of card {} differs:\n  {}\n  {}", self.card, self.text, other.text)
        })
    }
}

fn missing(selector: &str) -> crate::Failure {
    format!("there is no {selector}").into()
}

/// A text that a script returned.
pub fn string(value: &Value) -> Outcome<String> {
    Ok(value.as_str().ok_or_else(|| format!("{value} is not a text"))?.to_owned())
}

/// A part of what a script returned, by its JSON pointer, as `/1`; null if it is missing.
pub fn part<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

/// A list of texts that a script returned.
pub fn strings(value: &Value) -> Outcome<Vec<String>> {
    value.as_array().ok_or_else(|| format!("{value} is not a list"))?.iter().map(string).collect()
}
