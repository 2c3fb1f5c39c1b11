//! What others do to the page: translators replace its texts, extensions and hosts add elements and scripts, savers keep a
//! copy. The page never says what a fresh load of its address would not.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, string, strings};
use browser_tests::site::{Answer, Site, response, without_policy};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;
use std::time::{Duration, Instant};

pub(crate) const CASES: &[Case] = cases![
    a_translated_page_says_what_it_should,
    a_page_translated_before_the_app_is_there_says_what_it_should,
    parts_that_are_not_as_printed_are_drawn_anew,
    errors_of_others_leave_the_app_alone,
    a_verdict_is_taken_back_when_the_app_is_there,
    a_reader_below_the_text_stays_when_the_app_comes,
    a_start_that_is_blocked_is_known_at_once,
    a_saved_copy_works_or_is_the_text,
];

/// The built page with something put in before a tag, and without its policy, which would stop what others add.
fn with(page: &Page, tag: &'static str, added: &str) -> Outcome<Site> {
    let added = [added, tag].concat();
    Site::serve_changed(page.folder, move |html| without_policy(html).replacen(tag, &added, 1))
}

/// Loads a page of another server and waits until it reacts.
fn open(page: &Page, site: &Site, address: &str) -> Outcome {
    page.session.go("about:blank")?;
    page.session.go(&format!("{}/{address}", site.origin()))?;
    page.wait_until_ready()
}

/// What every part of the page says, all of it unfolded, once it rests.
fn said(page: &Page) -> Outcome<Vec<String>> {
    page.wait("the card to be whole", "return !document.querySelector('[aria-busy]')")?;
    strings(&page.session.call_async(js!("said"), &[])?)
}

/// Fails unless what was said at an address is what a fresh load of it says.
fn says_what_a_fresh_load_says(
    page: &Page,
    address: &str,
    was_said: &[String],
    after: &str,
) -> Outcome {
    page.open(address)?;
    let expected = said(page)?;
    let differ =
        |(was, now): (&String, &String)| (was != now).then(|| format!("{was:?}, not {now:?}"));
    let mut wrong: Vec<String> =
        was_said.iter().zip(&expected).filter_map(differ).take(5).collect();
    if was_said.len() != expected.len() {
        wrong.push(format!("{} entries, not {}", was_said.len(), expected.len()));
    }
    assert_empty(&format!("said at {address:?}, after {after}"), &wrong)
}

/// How many links a tour follows.
const TOUR: usize = 16;

/// A number that looks random, and is the same in each run.
fn scrambled(number: usize) -> usize {
    number.wrapping_mul(2_654_435_761) >> 7
}

/// Follows links at random, on a page all of whose texts are replaced before each step.
fn a_translated_page_says_what_it_should(page: &Page) -> Outcome {
    page.open("")?;
    let mut visited = Vec::new();
    for step in 1..=TOUR {
        page.session.call(js!("translate"), &[])?;
        let link = string(&page.session.call(js!("follow_any"), &[json!(scrambled(step))])?)?;
        page.wait("the view", "return window.isWanted(document.documentElement.dataset.view)")?;
        visited.push((page.query()?, said(page)?, link));
    }
    assert_empty("the page complains", &page.problems()?)?;
    for (address, said, link) in visited {
        says_what_a_fresh_load_says(page, &address, &said, &format!("following {link}"))?;
    }
    Ok(())
}

fn a_page_translated_before_the_app_is_there_says_what_it_should(page: &Page) -> Outcome {
    let translate =
        format!("<script>addEventListener('DOMContentLoaded', {});</script>", js!("translate"));
    let site = with(page, "</body>", &translate)?;
    open(page, &site, "?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    page.click("[data-step=previous]")?;
    page.wait("the date", "return location.search.includes('date=')")?;
    says_what_a_fresh_load_says(page, &page.query()?, &said(page)?, "a step")
}

/// What others may have done to the markup before the app takes it over: a name, and the script that does it.
const CHANGES: [(&str, &str); 7] = [
    ("an element more in the card", "document.querySelector('[data-card]').prepend(document.createElement('p'))"),
    ("an element more in each part", "document.querySelectorAll('[data-shape]').forEach(it => it.append(document.createElement('ins')))"),
    (
        "a wrapped date",
        "const date = document.querySelector('.timeline-date'), link = document.createElement('a');
         link.href = 'x-apple-data-detectors://0'; link.append(...date.childNodes); date.append(link)",
    ),
    ("an icon after links", "document.querySelectorAll('[data-shape] a').forEach(it => it.after(document.createElement('img')))"),
    ("a mark around words", "document.querySelectorAll('#app li').forEach(it => it.firstChild.before(document.createElement('mark')))"),
    (
        "comments dropped",
        "const all = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT), list = [];
         while (all.nextNode()) list.push(all.currentNode); list.forEach(it => it.remove())",
    ),
    ("all of it gone", "document.querySelectorAll('[data-shape]').forEach(it => it.replaceChildren())"),
];

fn parts_that_are_not_as_printed_are_drawn_anew(page: &Page) -> Outcome {
    for (what, change) in CHANGES {
        let script =
            format!("<script>addEventListener('DOMContentLoaded', () => {{ {change} }});</script>");
        let site = with(page, "</body>", &script)?;
        open(page, &site, "?partner=swe")?;
        site.take_requests();
        page.expect("?partner=swe", "swe").map_err(|error| format!("{what}: {error}"))?;
        page.choose("[data-pillar=pillar-2]")?;
        page.expect("?pillar=2", "pillar-2")?;
        page.click("[data-step=previous]")?;
        page.wait("the date", "return location.search.includes('date=')")?;
        let (address, said) = (page.query()?, said(page)?);
        let is_reloaded = site.take_requests().iter().any(|it| it.path == "/");
        ensure(!is_reloaded, || format!("{what}: the page was loaded anew"))?;
        says_what_a_fresh_load_says(page, &address, &said, what)?;
    }
    page.open("")?;
    assert_same("parts that are not as printed", page.count("[data-anew]")?, 0)
}

/// What others may do before the app is there that ends in an error.
const ERRORS: &str = "<script>
  setTimeout(() => { throw new Error('of an archive') });
  Promise.reject(new Error('of an extension'));
  reportError('of a host');
  document.head.append(Object.assign(document.createElement('script'), { src: '/beacon.js', defer: true }));
  new Image().src = '/missing.png';
</script><script src='/blocked.js'></script><script type=module src='/other.js'></script><link rel=stylesheet href='/x.css'>";

fn errors_of_others_leave_the_app_alone(page: &Page) -> Outcome {
    let site = with(page, "</head>", ERRORS)?;
    open(page, &site, "?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    works(page)
}

/// Fails unless the page looks as it does while the app works.
fn works(page: &Page) -> Outcome {
    assert_same("given up", page.count("[data-failed]")?, 0)?;
    for control in [".map-controls", ".timeline-steps", ".timeline-range", ".embed-open"] {
        let is_seen = "it => document.querySelector(it).checkVisibility()";
        assert_same(control, page.session.call(is_seen, &[json!(control)])?, json!(true))?;
    }
    for text in [".no-script", ".text .entry p"] {
        let is_seen =
            "it => document.querySelector(it).checkVisibility({ contentVisibilityAuto: true })";
        assert_same(text, page.session.call(is_seen, &[json!(text)])?, json!(false))?;
    }
    page.enter(".map-marker[data-country=nor]")?;
    page.wait("the card", "return document.querySelector('[data-card]').dataset.card === 'nor'")
}

fn a_verdict_is_taken_back_when_the_app_is_there(page: &Page) -> Outcome {
    let early = "<script>addEventListener('DOMContentLoaded', () => {
        dispatchEvent(new CustomEvent('briefing-failed', { detail: new Error('too early') }));
        window.wasGivenUp = document.documentElement.hasAttribute('data-failed');
    });</script>";
    let site = with(page, "</body>", early)?;
    open(page, &site, "?partner=swe")?;
    assert_same("given up", page.session.run("return window.wasGivenUp", &[])?, json!(true))?;
    works(page)
}

/// Whoever reads what is below the text, at a place that the address named long before.
fn a_reader_below_the_text_stays_when_the_app_comes(page: &Page) -> Outcome {
    let folder = page.folder.to_owned();
    let early = "<script>addEventListener('DOMContentLoaded', () =>
        dispatchEvent(new CustomEvent('briefing-failed', { detail: new Error('too early') })));
    </script></body>";
    let site = Site::serve_with(move |path| {
        let answer = response(path, &folder);
        if path.ends_with(".wasm") {
            // Longer than the place is kept by itself.
            std::thread::sleep(Duration::from_secs(4));
        }
        if path != "/" {
            return answer;
        }
        let html = without_policy(&String::from_utf8_lossy(&answer.body));
        Answer { body: html.replacen("</body>", early, 1).into(), ..answer }
    })?;
    open(page, &site, "?partner=swe#limits")?;
    page.expect("?partner=swe", "swe")?;
    let top = "return Math.round(document.getElementById('limits').getBoundingClientRect().top)";
    let top = page.session.run(top, &[])?.as_i64().ok_or("no place")?;
    ensure((0..100).contains(&top), || format!("the place is at {top} px"))
}

macro_rules! policy {
    ($rule:literal) => {
        concat!("<meta http-equiv=\"Content-Security-Policy\" content=\"", $rule, "\"><title>")
    };
}

/// What stops the app on a host: what is replaced in the page, and by what. A second policy can only forbid more.
const STOPS: [(&str, &str, &str); 4] = [
    ("a script rewritten, so that its hash is another", "import(", "/* minified */ import("),
    ("no files", "<title>", policy!("script-src 'unsafe-inline' 'wasm-unsafe-eval'")),
    ("no wasm", "<title>", policy!("script-src 'self' 'unsafe-inline'")),
    ("no requests", "<title>", policy!("connect-src 'none'")),
];

fn a_start_that_is_blocked_is_known_at_once(page: &Page) -> Outcome {
    for (what, from, to) in STOPS {
        let site = Site::serve_changed(page.folder, move |html| html.replacen(from, to, 1))?;
        page.session.go(&format!("{}/?partner=swe", site.origin()))?;
        let start = Instant::now();
        page.wait_for("the text", js!("has_given_up"), &[json!("partner=swe")])
            .map_err(|error| format!("{what}: {error}"))?;
        ensure(start.elapsed() < Duration::from_secs(5), || format!("{what}: known too late"))?;
    }
    Ok(())
}

/// The page as it is now, as a saver writes it.
fn copy(page: &Page) -> Outcome<String> {
    string(&page.session.run("return '<!doctype html>' + document.documentElement.outerHTML", &[])?)
}

fn a_saved_copy_works_or_is_the_text(page: &Page) -> Outcome {
    for file in ["", "aukus-briefing.html"] {
        let original = Site::serve_changed(page.folder, without_policy)?;
        open(page, &original, &format!("{file}?pillar=2&partner=per&date=2024-06-20"))?;
        page.wait("the card to be whole", "return !document.querySelector('[aria-busy]')")?;
        let saved = copy(page)?;
        let site = Site::serve_changed(page.folder, move |_| saved.clone())?;
        open(page, &site, "?partner=swe")?;
        let was_said = said(page)?;
        works(page).map_err(|error| format!("a copy of {file:?}: {error}"))?;
        says_what_a_fresh_load_says(page, "?partner=swe", &was_said, &format!("saving {file:?}"))?;
    }
    page.open("?partner=swe")?;
    let saved = copy(page)?;
    let folder = page.folder.to_owned();
    let without_app = Site::serve_with(move |path| match path {
        "/" => Answer::plain("200 OK", "text/html; charset=utf-8", saved.clone().into()),
        _ if path.ends_with(".js") => {
            Answer::plain("404 Not Found", "text/plain", b"not found".into())
        }
        _ => response(path, &folder),
    })?;
    page.session.go(&format!("{}/?partner=swe", without_app.origin()))?;
    page.wait_for("the text", js!("has_given_up"), &[json!("partner=swe")])
}
