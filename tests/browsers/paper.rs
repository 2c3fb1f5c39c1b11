//! On paper: the view that is shown on a few pages, with what it cites; everything where that is asked for, and without the app.

use crate::case::{Case, cases, js};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use browser_tests::engine::Engine;
use browser_tests::page::{Page, string};
use browser_tests::{Outcome, assert_empty, ensure};
use flate2::read::ZlibDecoder;
use serde_json::{Value, json};
use std::io::Read;

pub(crate) const CASES: &[Case] = cases![
    a_view_is_a_few_pages.real(),
    everything_is_many_pages.real(),
    without_script_everything_is_printed.real().in_chromium(),
    a_view_is_printed_with_its_folds_and_sources.real(),
    a_view_is_printed_in_light_colours.real().dark().in_chromium(),
    nothing_printed_is_empty_or_faint.real().in_chromium(),
];

/// Widths and heights of paper in cm.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

const VIEWS: [&str; 4] = ["", "?partner=kor", "?pillar=2", "?event=2024-05-01-rok-aus-2plus2"];

/// How many pages a view has at most.
const MOST_PAGES: usize = 3;

/// Which engines print: WebKit's driver has no such command.
fn prints(page: &Page) -> bool {
    page.engine != Engine::Webkit
}

/// The page as a PDF.
fn print(page: &Page, (_, width, height): (&str, f64, f64)) -> Outcome<Vec<u8>> {
    let paper = json!({ "page": { "width": width, "height": height }, "shrinkToFit": false });
    let pdf = string(&page.session.post("print", &paper)?)?;
    Ok(BASE64_STANDARD.decode(pdf)?)
}

/// How many pages a PDF has: each is an object of its own, which may be within a stream of packed objects.
fn page_count(pdf: &[u8]) -> usize {
    let count = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).replace("/Type /Pages", "");
        text.matches("/Type /Page").count()
    };
    const BEGIN: &[u8] = b"stream\n";
    let begins = pdf.windows(BEGIN.len()).enumerate().filter(|(_, it)| *it == BEGIN);
    let streams = begins.filter_map(|(at, _)| pdf.get(at + BEGIN.len()..));
    let unpack = |packed: &[u8]| {
        let mut bytes = Vec::new();
        // What is not packed so, as a picture, has no pages.
        let _ = ZlibDecoder::new(packed).read_to_end(&mut bytes);
        bytes
    };
    count(pdf) + streams.map(|it| count(&unpack(it))).sum::<usize>()
}

fn a_view_is_a_few_pages(page: &Page) -> Outcome {
    if !prints(page) {
        return Ok(());
    }
    let mut wrong = Vec::new();
    for view in VIEWS {
        page.open(view)?;
        for paper in PAPERS {
            let count = page_count(&print(page, paper)?);
            if !(1..=MOST_PAGES).contains(&count) {
                wrong.push(format!("{view:?} has {count} pages of {}", paper.0));
            }
        }
    }
    assert_empty("not on a few pages", &wrong)
}

fn everything_is_many_pages(page: &Page) -> Outcome {
    if !prints(page) {
        return Ok(());
    }
    page.open("?partner=kor")?;
    // The button does this, and then asks the browser to print.
    page.session.run("document.documentElement.setAttribute('data-print-all', '')", &[])?;
    let count = page_count(&print(page, PAPERS[0])?);
    ensure(count > 3 * MOST_PAGES, || format!("everything has {count} pages"))
}

fn without_script_everything_is_printed(page: &Page) -> Outcome {
    let disable = |is_disabled: bool| {
        page.session
            .devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": is_disabled }))
    };
    disable(true)?;
    let pdf =
        page.session.go(&format!("{}/", page.site.origin())).and_then(|()| print(page, PAPERS[0]));
    disable(false)?;
    let count = page_count(&pdf?);
    ensure(count > 3 * MOST_PAGES, || format!("without script {count} pages are printed"))
}

/// What is seen between the two events of printing.
fn a_view_is_printed_with_its_folds_and_sources(page: &Page) -> Outcome {
    for view in VIEWS {
        page.open(view)?;
        let wrong = page.session.call_async(js!("printed_view"), &[])?;
        assert_empty(&format!("{view:?} on paper"), &browser_tests::page::strings(&wrong)?)?;
    }
    Ok(())
}

fn a_view_is_printed_in_light_colours(page: &Page) -> Outcome {
    for theme in [Value::Null, json!("dark")] {
        page.open("?partner=kor")?;
        page.session.call(
            "theme => theme && document.documentElement.setAttribute('data-theme', theme)",
            &[theme],
        )?;
        let media = json!({ "media": "print" });
        page.session.devtools("Emulation.setEmulatedMedia", &media)?;
        let colours = page.list(
            "return ['body', '.verdict', '.card', '.headline'].map(it => getComputedStyle(document.querySelector(it)).color).filter(it => it !== 'rgb(0, 0, 0)')",
        );
        let dark = json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": "dark" }, { "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.session.devtools("Emulation.setEmulatedMedia", &dark)?;
        assert_empty("not black on paper", &colours?)?;
    }
    Ok(())
}

/// Folds that are too long are left out whole, words on map and timeline keep the colours that they need on their ground, and what only
/// works on a screen is left out.
fn nothing_printed_is_empty_or_faint(page: &Page) -> Outcome {
    let areas = "?view=areas&technology=undersea&partner=jpn";
    for view in VIEWS.iter().copied().chain([areas, "?q=korea"]) {
        page.open(view)?;
        page.session.run("dispatchEvent(new Event('beforeprint'))", &[])?;
        page.session.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
        let wrong = page.list(
            "const seen = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility({ opacityProperty: true }));
            const faint = it => getComputedStyle(it).printColorAdjust !== 'exact';
            const missing = ['.map', '.card'].filter(it => seen(it).length === 0 && !location.search.includes('view=areas'));
            if (missing.length) return missing;
            return [...seen('.card-fold:not([open])'), ...seen('.matrix-close'), ...[...document.querySelectorAll('.map-name, .timeline-word, .timeline-flag')].filter(faint)]
                .map(it => `${it.className}: ${it.textContent}`)",
        );
        let screen = json!({ "media": "", "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.session.devtools("Emulation.setEmulatedMedia", &screen)?;
        page.session.run("dispatchEvent(new Event('afterprint'))", &[])?;
        assert_empty(&format!("{view:?} on paper"), &wrong?)?;
    }
    Ok(())
}
