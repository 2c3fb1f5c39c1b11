//! The page before the app runs, and when it never does: what is printed is complete, and the app takes it over as it is.

use crate::case::{Case, cases, js};
use crate::embed::in_frame;
use browser_tests::engine::Engine;
use browser_tests::page::{Page, strings};
use browser_tests::site::{Answer, Site, response};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    the_app_takes_over_what_is_printed,
    without_script_the_page_is_complete,
    without_script_nothing_is_dead,
    without_script_links_lead_to_the_text,
    a_click_before_the_app_is_there_counts,
    a_view_is_not_preceded_by_another,
    before_the_app_is_there_texts_lead_on,
    a_footnote_before_the_app_is_there_keeps_the_view,
    without_the_app_the_text_is_there,
    with_texts_of_another_build_the_text_is_there,
    an_app_that_traps_starts_anew_once.with_traps(2),
    a_trap_in_a_frame_is_reported.with_traps(2),
    the_policy_holds,
    nothing_shifts.real().in_chromium(),
];

pub(crate) fn the_app_takes_over_what_is_printed(page: &Page) -> Outcome {
    page.open("")?;
    let differences = page.session.call_async(js!("compare_with_printed"), &[])?;
    assert_empty("what the app changed", &strings(&differences)?)?;
    assert_empty("the page complains", &page.problems()?)
}

fn load_without_script(page: &Page, address: &str, width: u32) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let address = format!("{}/{address}", page.site.origin());
    let arguments = [json!(address), json!(width), json!("allow-same-origin")];
    page.session.call_async(js!("load_sandboxed"), &arguments)?;
    let has_script = "return document.querySelector('iframe').contentDocument.documentElement.hasAttribute('data-script')";
    assert_same("a script ran", page.session.run(has_script, &[])?, json!(false))
}

/// How many entries of each kind the sample has.
fn sample_counts() -> Value {
    json!({ "pillar": 2, "partner": 4, "technology": 2, "tie": 3, "event": 9, "statement": 4, "person": 2 })
}

/// Fails unless a reader without script misses nothing, at every width.
pub(crate) fn is_complete_without_script(page: &Page, counts: &Value) -> Outcome {
    for width in [390, 1024, 1440] {
        load_without_script(page, "", width)?;
        let missing = page.call_list(js!("incomplete"), std::slice::from_ref(counts))?;
        assert_empty(&format!("without script, at {width} px"), &missing)?;
    }
    Ok(())
}

fn without_script_the_page_is_complete(page: &Page) -> Outcome {
    is_complete_without_script(page, &sample_counts())
}

fn without_script_nothing_is_dead(page: &Page) -> Outcome {
    load_without_script(page, "", 1024)?;
    assert_empty("without script, dead", &page.call_list(js!("dead"), &[])?)
}

fn without_script_links_lead_to_the_text(page: &Page) -> Outcome {
    for (link, id) in [
        ("[data-who] [data-country=swe]", "partner=swe"),
        (".map-marker[data-country=per]", "partner=per"),
        (".lenses [data-lens=areas]", "view=areas"),
        (".card [data-event]", "event="),
    ] {
        load_without_script(page, "", 1024)?;
        page.session.call(js!("follow_in_frame"), &[json!(link)])?;
        let what = format!("{link} to lead to {id}");
        page.wait_for(&what, js!("is_target_in_frame"), &[json!(id)])?;
    }
    Ok(())
}

/// The built page, with something done to the app on its way.
fn with_app(
    page: &Page,
    change: impl Fn(Answer) -> Answer + Send + Sync + 'static,
) -> Outcome<Site> {
    let folder = page.folder.to_owned();
    Site::serve_with(move |path| {
        let answer = response(path, &folder);
        if path.ends_with(".wasm") { change(answer) } else { answer }
    })
}

/// The page on a line that brings the app so late.
pub(crate) fn slow(page: &Page, late: Duration) -> Outcome<Site> {
    with_app(page, move |answer| {
        std::thread::sleep(late);
        answer
    })
}

/// The page on a line that holds the app back until a trial lets it come, however slow the browser is.
pub(crate) struct HeldBack {
    pub(crate) site: Site,
    is_held: Arc<AtomicBool>,
}

impl HeldBack {
    pub(crate) fn serve(page: &Page) -> Outcome<HeldBack> {
        let is_held = Arc::new(AtomicBool::new(true));
        let held = Arc::clone(&is_held);
        let site = with_app(page, move |answer| {
            while held.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(10));
            }
            answer
        })?;
        Ok(HeldBack { site, is_held })
    }

    /// Holds the app back from what is loaded from now on.
    pub(crate) fn hold_back(&self) {
        self.is_held.store(true, Ordering::Relaxed);
    }

    /// Lets the app come.
    fn let_come(&self) {
        self.is_held.store(false, Ordering::Relaxed);
    }
}

impl Drop for HeldBack {
    /// Lets the threads end that wait to answer.
    fn drop(&mut self) {
        self.let_come();
    }
}

/// Loads the page into a frame, with the app held back.
pub(crate) fn load_early(page: &Page, held: &HeldBack, address: &str) -> Outcome {
    held.hold_back();
    let origin = held.site.origin();
    page.session.go(&format!("{origin}/frame"))?;
    let address = format!("{origin}/{address}#embed=off");
    let is_ready = page.session.call_async(js!("load_early"), &[json!(address)])?;
    assert_same("ready before the app is there", is_ready, json!(false))
}

/// Waits until the text of a view is seen in the place of the card, before the app is there.
pub(crate) fn expect_early(page: &Page, title: &str) -> Outcome {
    page.wait_for(&format!("the text of {title:?}"), js!("is_early"), &[json!(title)])
}

/// Lets the app come, and waits until it is there in the frame, and no text stands in the place of a card any more.
pub(crate) fn expect_app(page: &Page, held: &HeldBack) -> Outcome {
    held.let_come();
    let is_ready = "const page = document.querySelector('iframe').contentDocument;
        return page.documentElement.hasAttribute('data-ready') && !page.querySelector('.early')";
    page.wait("the app", is_ready)
}

fn expect_focus(page: &Page, text: &str) -> Outcome {
    let is_focused = "text => document.querySelector('iframe').contentDocument.activeElement.textContent === text";
    page.wait_for(&format!("the focus on {text:?}"), is_focused, &[json!(text)])
}

pub(crate) fn follow(page: &Page, link: &str) -> Outcome {
    page.session.call(js!("follow_in_frame"), &[json!(link)]).map(drop)
}

/// Follows a footnote of the text that stands for a card, and from there the way to the list of all sources.
pub(crate) fn follow_to_sources(page: &Page) -> Outcome {
    follow(page, ".early a[href^='#source-']")?;
    follow(page, ".sentence-sources a[href='#sources']")?;
    let is_there = "return document.querySelector('iframe').contentDocument.querySelector('#sources:target') !== null";
    page.wait("the list of all sources", is_there)
}

/// The open cards of the page in the frame.
pub(crate) fn cards(page: &Page) -> Outcome<Vec<String>> {
    let cards = "const page = document.querySelector('iframe').contentDocument;
        return [...page.querySelectorAll('[data-card]')].map(it => it.dataset.card)";
    page.list(cards)
}

fn a_click_before_the_app_is_there_counts(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "")?;
    follow(page, "[data-who] [data-country=swe]")?;
    expect_early(page, "Sweden")?;
    let is_marked = "return document.querySelector('iframe').contentDocument.querySelectorAll('[data-country=swe][aria-current]').length > 1";
    page.wait("the links to be marked", is_marked)?;
    expect_app(page, &held)?;
    assert_same("open cards", cards(page)?, ["swe"])?;
    let has_address =
        "const { search, hash } = document.querySelector('iframe').contentWindow.location;
        return search + hash === '?partner=swe'";
    page.wait("the address of the view", has_address)?;
    // It was followed once: one step back is the overview.
    page.session.run("document.querySelector('iframe').contentWindow.history.back()", &[])?;
    let is_overview = "return document.querySelector('iframe').contentDocument.querySelector('[data-card]').dataset.card === 'overview'";
    page.wait("the overview", is_overview)
}

/// What is seen of a view of the sample that lacks nothing, sorted.
const A_WHOLE_VIEW: [&str; 7] =
    ["answer", "caption", "card", "map-marker", "map-marker", "map-marker", "timeline-date"];

fn a_view_is_not_preceded_by_another(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "?utm_source=x&partner=swe")?;
    expect_early(page, "Sweden")?;
    assert_same(
        "what is seen of any view",
        page.call_list(js!("views_in_frame"), &[])?,
        ["answer", "card early"],
    )?;
    expect_app(page, &held)?;
    let mut shown = page.call_list(js!("views_in_frame"), &[])?;
    shown.sort();
    assert_same("what is seen then", shown, A_WHOLE_VIEW)?;
    assert_same("open cards", cards(page)?, ["swe"])
}

/// What is clicked in the text that stands for a card, and what the text does not show.
fn before_the_app_is_there_texts_lead_on(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "?partner=swe")?;
    expect_early(page, "Sweden")?;
    let way_back =
        "const it = document.querySelector('iframe').contentDocument.querySelector('.crumb');
        return [it.textContent, it.hash]";
    assert_same("the way back", page.list(way_back)?, ["Who", "#overview"])?;
    follow(page, ".early a[href='#tie=nor-swe']")?;
    expect_early(page, "Norway and Sweden")?;
    expect_focus(page, "Norway and Sweden")?;
    expect_app(page, &held)?;
    expect_focus(page, "Norway and Sweden")?;

    load_early(page, &held, "")?;
    let title = "return [document.querySelector('iframe').contentDocument.querySelector('.card-title').textContent]";
    let overview = page.list(title)?.concat();
    follow(page, ".map-marker[data-country=per]")?;
    expect_early(page, "Peru")?;
    let other_day = "document.querySelector('iframe').contentWindow.location.hash = 'partner=swe&date=2024-06-20'";
    page.session.run(other_day, &[])?;
    // The text knows of no other day.
    expect_early(page, &overview)?;
    expect_app(page, &held)?;
    assert_same(
        "the card and what is marked",
        page.call_list(js!("marked_in_frame"), &[])?,
        ["map-country swe", "map-twin swe", "map-marker swe", "swe"],
    )
}

fn a_footnote_before_the_app_is_there_keeps_the_view(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "")?;
    follow(page, "[data-who] [data-country=swe]")?;
    expect_early(page, "Sweden")?;
    follow_to_sources(page)?;
    expect_app(page, &held)?;
    assert_same("open cards", cards(page)?, ["swe"])
}

fn without_the_app_the_text_is_there(page: &Page) -> Outcome {
    let missing = |_| Answer::plain("404 Not Found", "text/plain", b"not found".into());
    let cut_off = |answer: Answer| Answer {
        body: answer.body.iter().take(1000).copied().collect(),
        ..answer
    };
    let not_wasm = |answer| Answer { body: b"<!doctype html>".into(), ..answer };
    for (how, site) in [
        ("missing", with_app(page, missing)?),
        ("cut off", with_app(page, cut_off)?),
        ("not wasm", with_app(page, not_wasm)?),
    ] {
        for (address, entry) in [("", None), ("?partner=swe", Some("partner=swe"))] {
            page.session.go(&format!("{}/frame", site.origin()))?;
            let url = format!("{}/{address}", site.origin());
            let arguments = [json!(url), json!(1024), json!(null)];
            page.session.call_async(js!("load_sandboxed"), &arguments)?;
            let what = format!("the text, with the app {how} and {address:?}");
            page.wait_for(&what, js!("is_text_shown_in_frame"), &[json!(entry)])?;
        }
    }
    Ok(())
}

/// The catalogue in a page, with what is before and after its element.
fn split_at_catalogue(html: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = html.split_once(CATALOGUE)?;
    let (catalogue, after) = rest.split_once("</script>")?;
    Some((before, catalogue, after))
}

const CATALOGUE: &str = r#"<script type="application/json" id="catalogue">"#;

/// The page with catalogues that are not those of its state, each with what is wrong about it.
fn pages_of_another_build(page: &Page) -> Outcome<[(&'static str, String); 3]> {
    let html = String::from_utf8(response("/", page.folder).body)?;
    let (before, catalogue, after) =
        split_at_catalogue(&html).ok_or("the page has no catalogue")?;
    let mut lists: Value = serde_json::from_str(catalogue)?;
    let claims = lists.pointer_mut("/claims").and_then(Value::as_array_mut);
    claims.and_then(Vec::pop).ok_or("the catalogue has no claims")?;
    let with = |catalogue: &str| [before, CATALOGUE, catalogue, "</script>", after].concat();
    Ok([
        ("without a row", with(&lists.to_string())),
        ("not JSON", with("not JSON")),
        ("missing", [before, after].concat()),
    ])
}

fn with_texts_of_another_build_the_text_is_there(page: &Page) -> Outcome {
    for (how, html) in pages_of_another_build(page)? {
        let site = Site::serve_changed(page.folder, move |_| html.clone())?;
        for (address, entry) in [("", None), ("?partner=swe", Some("partner=swe"))] {
            is_given_up(page, &site, address, entry)
                .map_err(|error| format!("catalogue {how}, at {address:?}: {error}"))?;
        }
    }
    Ok(())
}

/// Fails unless a page whose app cannot start gives it up at once, and stays complete, with this entry of its text in view.
fn is_given_up(page: &Page, site: &Site, address: &str, entry: Option<&str>) -> Outcome {
    page.session.go(&format!("{}/frame", site.origin()))?;
    site.take_requests();
    let url = format!("{}/{address}#embed=off", site.origin());
    page.session.call_async(js!("load_sandboxed"), &[json!(url), json!(1024), json!(null)])?;
    let has_failed = "return document.querySelector('iframe').contentDocument.documentElement.hasAttribute('data-failed')";
    page.wait("the app to be given up", has_failed)?;
    page.wait_for("the text", js!("is_text_shown_in_frame"), &[json!(entry)])?;
    // Long enough for a page that loads itself anew to do so.
    std::thread::sleep(Duration::from_millis(300));
    page.wait_for("the text to stay", js!("is_text_shown_in_frame"), &[json!(entry)])?;
    assert_empty("missing", &page.call_list(js!("incomplete"), &[sample_counts()])?)?;
    let mut seen = page.call_list(js!("views_in_frame"), &[])?;
    seen.sort();
    assert_same("what is seen", seen, A_WHOLE_VIEW)?;
    let loads = site.take_requests().iter().filter(|it| it.path == "/").count();
    // WebKit may trap at random, which is counted elsewhere, and then loads the page once more.
    let most = if page.engine == Engine::Webkit { 2 } else { 1 };
    ensure((1..=most).contains(&loads), || format!("the page was loaded {loads} times"))
}

fn an_app_that_traps_starts_anew_once(page: &Page) -> Outcome {
    page.open("")?;
    page.click("[data-who] [data-country=swe]")?;
    page.expect("?partner=swe", "swe")?;
    page.session.call(js!("trap"), &[])?;
    page.wait("the page to be loaded anew", "return !window.hasTrapped")?;
    page.wait_until_ready()?;
    page.expect("?partner=swe", "swe")?;
    page.session.call(js!("trap"), &[])?;
    page.wait_for("the text of the view", js!("has_given_up"), &[json!("partner=swe")])?;
    page.open("")
}

/// What counts traps sees those in a frame of another page, too, and in a page without an address.
fn a_trap_in_a_frame_is_reported(page: &Page) -> Outcome {
    for wanted in [
        json!({ "src": "/aukus-briefing.html", "width": 600, "height": 600 }),
        json!({ "srcdocOf": "/aukus-briefing.html", "sandbox": "allow-scripts", "width": 600, "height": 600 }),
    ] {
        page.session.go(&format!("{}/frame", page.site.origin()))?;
        page.session.call_async(js!("load_embed"), &[wanted])?;
        in_frame(page, "iframe", js!("trap"), &[])?;
        // It is reported from the frame, wherever the frame goes then.
        std::thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

fn the_policy_holds(page: &Page) -> Outcome {
    page.open("")?;
    let mut stopped = strings(&page.session.call_async(js!("break_policy"), &[])?)?;
    stopped.retain(|it| it != "style-src-attr");
    assert_same("what the policy stops", stopped, ["connect-src", "img-src", "script-src-elem"])
}

fn nothing_shifts(page: &Page) -> Outcome {
    // Late enough for what is printed to be drawn before.
    let site = slow(page, Duration::from_millis(800))?;
    for address in
        ["", "?partner=kor", "?pillar=2&partner=jpn&date=2024-05-01", "#technology=quantum"]
    {
        for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.session.devtools("Emulation.setDeviceMetricsOverride", &size)?;
            page.session.go("about:blank")?;
            page.session.go(&format!("{}/{address}", site.origin()))?;
            page.wait_until_ready()?;
            let shifts = strings(&page.session.call_async(js!("layout_shifts"), &[])?)?;
            assert_empty(&format!("{address:?} at {width} px shifts"), &shifts)?;
        }
    }
    page.session.devtools("Emulation.clearDeviceMetricsOverride", &json!({})).map(drop)
}
