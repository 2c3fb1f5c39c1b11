//! The dialog that builds a snippet for embedding: by mouse and by key, what it builds, and that it works in a page.

use crate::access::audit;
use crate::case::{Case, cases, js};
use crate::embed::{
    CAP, FRAME, expect_fit, expect_in_frame, expect_size, frame, height_inside, in_frame,
};
use crate::file;
use crate::layout;
use crate::map::numbers;
use browser_tests::page::{Page, string};
use browser_tests::site::{Answer, Site, closed_sample};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    dialog_opens_and_closes,
    dialog_builds_the_snippet.in_chromium(),
    dialog_snippets_work,
    dialog_shows_a_preview,
    dialog_says_what_was_copied,
    dialog_asks_for_nothing_before_it_opens.in_chromium(),
    dialog_in_the_one_file,
    dialog_offers_a_closed_edition,
    dialog_says_why_an_edition_is_not_offered,
    dialog_of_a_closed_edition_in_a_file.in_chromium(),
    dialog_fits,
    dialog_axe_light.in_chromium(),
    dialog_axe_dark.dark().in_chromium(),
];

const VIEW: &str = "?pillar=2&partner=swe&date=2024-06-20";
const PREVIEW: &str = ".embed-stage iframe";

fn open(page: &Page, view: &str) -> Outcome {
    page.open(view)?;
    page.click(".embed-open")?;
    expect_open(page, true)
}

fn expect_open(page: &Page, is_open: bool) -> Outcome {
    page.wait(
        "the dialog to open or close",
        &format!("return document.querySelector('.embed').open === {is_open}"),
    )
}

fn choose(page: &Page, name: &str, value: &str) -> Outcome {
    page.click(&format!(".embed [name=embed-{name}][value={value}]"))
}

fn snippet(page: &Page) -> Outcome<String> {
    string(&page.session.run("return document.querySelector('.embed-snippet').value", &[])?)
}

fn has_focus(page: &Page, selector: &str) -> Outcome {
    let instead = page.session.call(js!("has_focus"), &[json!(selector)])?;
    assert_same(&format!("what has the focus instead of {selector}"), instead, json!(""))
}

fn dialog_opens_and_closes(page: &Page) -> Outcome {
    open(page, VIEW)?;
    has_focus(page, ".embed [name=embed-way]")?;
    let name = page.attribute(".embed", "aria-labelledby")?;
    assert_same("its name", page.text(&format!("[id='{name}']"))?, "Embed this briefing")?;
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    has_focus(page, ".embed-open")?;
    page.expect(VIEW, "swe")?;
    // By keys alone: open, choose, close.
    page.session.press(key::ENTER)?;
    expect_open(page, true)?;
    page.session.press(key::RIGHT)?;
    assert_same("the chosen way", page.count(".embed [value=frame]:checked")?, 1)?;
    let mut visited = Vec::new();
    loop {
        page.session.press(key::TAB)?;
        let focus = string(&page.session.call(js!("focus_in_dialog"), &[])?)?;
        // Further on the keys are the preview's own.
        if focus == "embed-stage" {
            break;
        }
        visited.push(focus);
        ensure(visited.len() < 20, || format!("tab leads round: {visited:?}"))?;
    }
    let stops = ["input", "embed-pixels", "input", "input", "input", "embed-snippet", "embed-copy"];
    assert_same("what tab leads to", visited, stops)?;
    page.focus(".embed [name=embed-way]:checked")?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    has_focus(page, ".embed-close")?;
    page.session.press(key::ENTER)?;
    expect_open(page, false)?;
    has_focus(page, ".embed-open")?;
    page.expect(VIEW, "swe")?;
    assert_empty("the page complains", &page.problems()?)
}

fn dialog_builds_the_snippet(page: &Page) -> Outcome {
    open(page, VIEW)?;
    let home = page.site.origin();
    let link = format!(
        "<a href=\"{home}/aukus-briefing.html#pillar=2&amp;partner=swe&amp;date=2024-06-20\">Open the briefing on AUKUS</a>"
    );
    let element = |attributes: &str, link: &str| {
        format!(
            "<aukus-briefing src=\"{home}/aukus-briefing.html\"{attributes}>\n  {link}\n</aukus-briefing>\n<script src=\"{home}/embed.js\" async></script>"
        )
    };
    let view = " pillar=\"2\" partner=\"swe\" date=\"2024-06-20\"";
    let room = " style=\"display: block; min-height: 720px\"";
    assert_same("as it opens", snippet(page)?, element(&format!("{view}{room}"), &link))?;
    choose(page, "theme", "dark")?;
    let expected = element(&format!("{view} theme=\"dark\"{room}"), &link);
    assert_same("dark", snippet(page)?, expected)?;
    choose(page, "theme", "light")?;
    choose(page, "size", "fits")?;
    let fits = element(&format!("{view} theme=\"light\" height=\"auto\"{room}"), &link);
    assert_same("as high as its content", snippet(page)?, fits)?;
    choose(page, "size", "fixed")?;
    let type_height = |text: &str| page.session.call(js!("type_height"), &[json!(text)]);
    for (typed, height) in [("500", 500), ("12", 320), ("", 640), ("700.6", 701)] {
        type_height(typed)?;
        let fixed = format!(
            "{view} theme=\"light\" height=\"{height}\" style=\"display: block; height: {height}px\""
        );
        assert_same(&format!("a height of {typed:?}"), snippet(page)?, element(&fixed, &link))?;
    }
    choose(page, "size", "box")?;
    choose(page, "theme", "auto")?;
    let room = " style=\"display: block; min-height: 20rem; aspect-ratio: 4 / 3\"";
    let boxed = format!("{view} height=\"box\"{room}");
    assert_same("in a box", snippet(page)?, element(&boxed, &link))?;
    choose(page, "start", "overview")?;
    let link = format!("<a href=\"{home}/aukus-briefing.html\">Open the briefing on AUKUS</a>");
    let boxed = format!(" height=\"box\"{room}");
    assert_same("the overview", snippet(page)?, element(&boxed, &link))?;

    let frame = |fragment: &str, size: &str| {
        format!(
            "<iframe src=\"{home}/aukus-briefing.html{fragment}\" title=\"AUKUS briefing\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" allow=\"clipboard-write\" style=\"display: block; width: 100%; {size}; border: 0\"></iframe>"
        )
    };
    choose(page, "way", "frame")?;
    let boxed = "min-height: 20rem; aspect-ratio: 4 / 3";
    assert_same("a frame in a box", snippet(page)?, frame("", boxed))?;
    choose(page, "theme", "dark")?;
    assert_same("a dark frame", snippet(page)?, frame("#theme=dark", boxed))?;
    choose(page, "start", "view")?;
    let view = "#pillar=2&amp;partner=swe&amp;date=2024-06-20";
    assert_same(
        "a frame of the view",
        snippet(page)?,
        frame(&format!("{view}&amp;theme=dark"), boxed),
    )?;
    choose(page, "theme", "auto")?;
    choose(page, "size", "fixed")?;
    type_height("500")?;
    assert_same("a frame of a height", snippet(page)?, frame(view, "height: 500px"))?;
    // What only the script can do is not offered without it.
    for size in ["capped", "fits"] {
        choose(page, "way", "script")?;
        choose(page, "size", size)?;
        choose(page, "way", "frame")?;
        assert_same("offered", page.count(&format!(".embed [value={size}]:enabled"))?, 0)?;
        assert_same("instead", page.count(".embed [value=fixed]:checked")?, 1)?;
    }
    // The view as it is when the dialog opens, not as it was when the page did.
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    page.choose("[data-technology=tech-string]")?;
    page.expect("?technology=string&date=2024-06-20", "tech-string")?;
    page.click(".embed-open")?;
    let view = "#technology=string&amp;date=2024-06-20";
    assert_same("another view", snippet(page)?, frame(view, "height: 500px"))
}

/// A page of somebody else's with a snippet in it, on an address of its own.
fn host(snippet: &str) -> Outcome<Site> {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><style>body {{ width: 600px }}</style><body><p>Before.</p>{snippet}<p>After.</p>"
    );
    Site::serve_with(move |path| match path {
        "/" => Answer::plain("200 OK", "text/html; charset=utf-8", page.clone().into_bytes()),
        _ => Answer::plain("404 Not Found", "text/plain", Vec::new()),
    })
}

fn dialog_snippets_work(page: &Page) -> Outcome {
    for (way, size, theme) in [
        ("script", "capped", "auto"),
        ("script", "fits", "auto"),
        ("script", "fixed", "dark"),
        ("script", "box", "light"),
        ("frame", "fixed", "auto"),
        ("frame", "box", "dark"),
    ] {
        open(page, VIEW)?;
        choose(page, "way", way)?;
        choose(page, "size", size)?;
        choose(page, "theme", theme)?;
        let host = host(&snippet(page)?)?;
        page.session.go(host.origin())?;
        works(page, size, theme).map_err(|error| format!("{way}, {size}, {theme}: {error}"))?;
    }
    Ok(())
}

/// How a page's colours are asked for in its style.
const SCHEME: &str = "() => getComputedStyle(document.documentElement).colorScheme";

fn works(page: &Page, size: &str, theme: &str) -> Outcome {
    expect_in_frame(page, FRAME, "swe")?;
    let view = "() => document.documentElement.dataset.view";
    let view = in_frame(page, FRAME, view, &[])?;
    assert_same("the view", view, json!(VIEW.trim_start_matches('?')))?;
    let expected = if theme == "auto" { "light dark" } else { theme };
    assert_same("its colours", in_frame(page, FRAME, SCHEME, &[])?, json!(expected))?;
    let content = height_inside(page, FRAME)?;
    ensure(content > CAP, || format!("the content is only {content} px high"))?;
    let offers_all = in_frame(page, FRAME, js!("offers_all"), &[])?;
    assert_same("whether all of it is offered", offers_all, json!(size == "capped"))?;
    let height = match size {
        "capped" => CAP,
        "fits" => content,
        "fixed" => 640,
        _ => 450,
    };
    expect_size(page, FRAME, height, Some(600))
}

fn size_of_preview(page: &Page) -> Outcome<[f64; 2]> {
    let size = "const it = document.querySelector('.embed-stage iframe');
        return [it.clientWidth, it.clientHeight]";
    numbers(page, size, &[])
}

/// Waits until the preview offers to be shown whole, or does not.
fn offers_all(page: &Page, expected: bool) -> Outcome {
    page.session.enter_frame(&frame(page, PREVIEW)?)?;
    let function = format!("expected => ({})() === expected", js!("offers_all"));
    let offered = page.wait_for("the preview's offer", &function, &[json!(expected)]);
    page.session.leave_frame()?;
    offered
}

fn dialog_shows_a_preview(page: &Page) -> Outcome {
    open(page, VIEW)?;
    expect_in_frame(page, PREVIEW, "swe")?;
    let looks_embedded = in_frame(page, PREVIEW, js!("looks_embedded"), &[])?;
    assert_same("the look of an embed", looks_embedded, json!(true))?;
    in_frame(page, PREVIEW, "() => { window.isSame = true; }", &[])?;
    expect_size(page, PREVIEW, CAP, None)?;
    offers_all(page, true)?;
    in_frame(page, PREVIEW, "() => document.querySelector('.show-all').click()", &[])?;
    expect_fit(page, PREVIEW)?;
    offers_all(page, false)?;
    // As the next reader meets it.
    choose(page, "size", "fits")?;
    expect_fit(page, PREVIEW)?;
    choose(page, "size", "capped")?;
    expect_size(page, PREVIEW, CAP, None)?;
    offers_all(page, true)?;
    choose(page, "size", "fixed")?;
    offers_all(page, false)?;
    assert_same("the fixed height", size_of_preview(page)?[1], 640.0)?;
    choose(page, "size", "box")?;
    let [width, height] = size_of_preview(page)?;
    ensure((width / height - 4.0 / 3.0).abs() < 0.02, || format!("the box is {width} × {height}"))?;
    choose(page, "theme", "dark")?;
    let is_same = || in_frame(page, PREVIEW, "() => window.isSame === true", &[]);
    assert_same("its colours", in_frame(page, PREVIEW, SCHEME, &[])?, json!("dark"))?;
    assert_same("it darkens, and is still the same", is_same()?, json!(true))?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    choose(page, "start", "view")?;
    expect_in_frame(page, PREVIEW, "swe")?;
    assert_same("it is still the same", is_same()?, json!(true))?;
    page.click(".embed-close")?;
    expect_open(page, false)?;
    assert_same("frames", page.count("iframe")?, 0)?;
    page.expect(VIEW, "swe")?;
    // Once more, with another choice while it is still loading.
    page.click(".embed-open")?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    assert_same("frames", page.count("iframe")?, 1)?;
    assert_empty("the page complains", &page.problems()?)
}

const REFUSED: &str = "The browser refused to copy. The snippet is selected: copy it by hand.";

fn dialog_says_what_was_copied(page: &Page) -> Outcome {
    open(page, VIEW)?;
    let is_selected = || page.session.call(js!("is_snippet_selected"), &[]);
    let copy = || {
        page.click(".embed-copy")?;
        let is_told = "return document.querySelector('.embed-status').textContent !== ''";
        page.wait("the dialog to say what happened", is_told)?;
        page.text(".embed-status")
    };
    // Whether a browser without a window lets a page copy depends on the browser.
    let said = copy()?;
    let was_selected = is_selected()? == json!(true);
    ensure(said == "Copied." || (said == REFUSED && was_selected), || said.clone())?;
    choose(page, "theme", "dark")?;
    assert_same("said of another snippet", page.text(".embed-status")?, "")?;
    let replace = |kind: &str, has_old_way: bool| {
        page.session.call(js!("replace_clipboard"), &[json!(kind), json!(has_old_way)])
    };
    for kind in ["missing", "refusing"] {
        replace(kind, false)?;
        assert_same("said when it fails", copy()?, REFUSED)?;
        assert_same("the snippet is selected", is_selected()?, json!(true))?;
        replace(kind, true)?;
        assert_same("said when the old way works", copy()?, "Copied.")?;
    }
    replace("working", false)?;
    assert_same("said when it works", copy()?, "Copied.")?;
    let copied = string(&page.session.run("return window.copied", &[])?)?;
    assert_same("copied", copied, snippet(page)?)?;
    assert_same("the status is live", page.attribute(".embed-status", "role")?, "status")
}

fn dialog_asks_for_nothing_before_it_opens(page: &Page) -> Outcome {
    page.open(VIEW)?;
    let asked = || {
        let paths = page.site.take_requests().into_iter().map(|it| it.path);
        paths.filter(|it| !it.starts_with("/icon")).collect::<Vec<_>>()
    };
    asked();
    page.focus(".embed-open")?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_same("asked for before", asked(), Vec::<String>::new())?;
    page.session.press(key::ENTER)?;
    expect_in_frame(page, PREVIEW, "swe")?;
    choose(page, "theme", "dark")?;
    choose(page, "way", "frame")?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    assert_same("asked for", asked(), ["/aukus-briefing.html"])?;
    assert_empty("the page complains", &page.problems()?)
}

fn dialog_in_the_one_file(page: &Page) -> Outcome {
    let site = file::alone(page)?;
    page.session.go(&format!("{}/#partner=swe", site.origin()))?;
    page.wait_until_ready()?;
    page.click(".embed-open")?;
    expect_open(page, true)?;
    let notice = page.text(".embed .notice")?;
    let placeholder = "https://example.org/briefing/";
    ensure(notice.contains(placeholder), || format!("{notice:?} names no address"))?;
    let snippet = snippet(page)?;
    let file = format!("src=\"{placeholder}aukus-briefing.html\" partner=\"swe\"");
    let script = format!("<script src=\"{placeholder}embed.js\" async></script>");
    ensure(snippet.contains(&file) && snippet.ends_with(&script), || snippet.clone())?;
    assert_same("frames", page.count("iframe")?, 0)?;
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    let asked: Vec<String> = site.take_requests().into_iter().map(|it| it.path).collect();
    assert_same("asked for", asked, ["/"])
}

fn is_offered(page: &Page) -> Outcome<bool> {
    Ok(page.count(".embed [name=embed-edition][value=pinned]:enabled")? == 1)
}

fn dialog_offers_a_closed_edition(page: &Page) -> Outcome {
    let folder = closed_sample()?;
    let page = &Page { site: &Site::serve(&folder)?, folder: &folder, ..*page };
    open(page, VIEW)?;
    assert_same("chosen at first", page.count(".embed [value=latest]:checked")?, 1)?;
    expect_in_frame(page, PREVIEW, "swe")?;
    // By key, as in any group of choices.
    page.focus(".embed [name=embed-edition]:checked")?;
    page.session.press(key::RIGHT)?;
    assert_same("chosen by key", page.count(".embed [value=pinned]:checked")?, 1)?;
    expect_edition(page, PREVIEW, Some("7"))?;
    expect_in_frame(page, PREVIEW, "swe")?;
    assert_same("previews", page.count("iframe")?, 1)?;
    let home = page.site.origin();
    let pinned = format!("{home}/editions/7/aukus-briefing.html#pillar=2&amp;partner=swe");
    for (way, start) in [
        ("script", format!("src=\"{home}/aukus-briefing.html\" edition=\"7\" pillar=\"2\"")),
        ("frame", format!("<iframe src=\"{pinned}")),
    ] {
        open(page, VIEW)?;
        choose(page, "way", way)?;
        choose(page, "edition", "pinned")?;
        let snippet = snippet(page)?;
        ensure(snippet.contains(&start) && snippet.contains(&pinned), || snippet.clone())?;
        let host = host(&snippet)?;
        page.session.go(host.origin())?;
        expect_in_frame(page, FRAME, "swe")?;
        expect_edition(page, FRAME, Some("7"))?;
    }
    open(page, VIEW)?;
    choose(page, "edition", "pinned")?;
    expect_edition(page, PREVIEW, Some("7"))?;
    choose(page, "edition", "latest")?;
    expect_edition(page, PREVIEW, None)?;
    let snippet = snippet(page)?;
    ensure(!snippet.contains("edition"), || snippet.clone())?;
    assert_empty("the page complains", &page.problems()?)
}

/// Waits until a frame shows the copy of an edition, or the latest.
fn expect_edition(page: &Page, selector: &str, edition: Option<&str>) -> Outcome {
    let folder = edition.map_or_else(String::new, |it| format!("editions/{it}/"));
    let end = format!("{}/{folder}aukus-briefing.html#", page.site.origin());
    let is_there = format!("part => ({})('{selector}').src.includes(part)", js!("frame"));
    page.wait_for(&format!("a frame of {end}"), &is_there, &[json!(end)])?;
    expect_in_frame(page, selector, "swe")?;
    let says_so =
        in_frame(page, selector, "() => document.querySelector('.pinned') !== null", &[])?;
    assert_same("it says that it stays", says_so, json!(edition.is_some()))
}

fn dialog_says_why_an_edition_is_not_offered(page: &Page) -> Outcome {
    open(page, VIEW)?;
    assert_same("offered", is_offered(page)?, false)?;
    let why = "Edition 7 is not closed yet and may still change, so nothing can stay with it.";
    let said =
        "return [...document.querySelectorAll('.embed-choice:has([value=pinned]) .embed-note')]
        .filter(it => it.checkVisibility()).map(it => it.textContent)";
    assert_same("said of it", page.list(said)?, [why])?;
    page.click(".embed-choice:has([value=pinned])")?;
    page.focus(".embed [name=embed-edition]:checked")?;
    page.session.press(key::RIGHT)?;
    assert_same("chosen", page.count(".embed [value=latest]:checked")?, 1)?;
    // Browsers restore what was chosen, which may have been offered then.
    page.session.run("document.querySelector('[value=pinned]').checked = true", &[])?;
    choose(page, "theme", "dark")?;
    let snippet = snippet(page)?;
    ensure(!snippet.contains("edition"), || snippet.clone())
}

/// A file knows its address if the release does. The copy of an edition offers that edition first.
fn dialog_of_a_closed_edition_in_a_file(page: &Page) -> Outcome {
    let folder = closed_sample()?;
    let home = "https://example.org/briefing/";
    for (of, at_first) in [(folder.clone(), "latest"), (folder.join("editions/7"), "pinned")] {
        let site = file::alone(&Page { folder: &of, ..*page })?;
        page.session.go(&format!("{}/#partner=swe", site.origin()))?;
        page.wait_until_ready()?;
        page.click(".embed-open")?;
        expect_open(page, true)?;
        let chosen = format!(".embed [name=embed-edition][value={at_first}]:checked");
        assert_same(&format!("chosen in {}", of.display()), page.count(&chosen)?, 1)?;
        assert_same("it knows its address", page.count(".embed .notice")?, 0)?;
        choose(page, "edition", "pinned")?;
        let snippet = snippet(page)?;
        let start = format!("src=\"{home}aukus-briefing.html\" edition=\"7\" partner=\"swe\"");
        let link = format!("href=\"{home}editions/7/aukus-briefing.html#partner=swe\"");
        ensure(snippet.contains(&start) && snippet.contains(&link), || snippet.clone())?;
        assert_same("frames", page.count("iframe")?, 0)?;
        page.session.press(key::ESCAPE)?;
    }
    Ok(())
}

fn dialog_fits(page: &Page) -> Outcome {
    layout::load(page, &format!("{VIEW}#embed=off"))?;
    let mut misfits = Vec::new();
    for (width, type_size) in layout::WINDOWS {
        layout::resize(page, width, type_size)?;
        let found = page.call_list(js!("dialog_misfits"), &[])?;
        misfits
            .extend(found.into_iter().map(|it| format!("at {width} px, type {type_size}: {it}")));
    }
    assert_empty("what does not fit", &misfits)
}

fn dialog_axe_light(page: &Page) -> Outcome {
    audit_dialog(page, "light")
}

fn dialog_axe_dark(page: &Page) -> Outcome {
    audit_dialog(page, "dark")
}

fn audit_dialog(page: &Page, scheme: &str) -> Outcome {
    page.open(VIEW)?;
    page.wait_for(&format!("{scheme} colours"), js!("prefers_scheme"), &[json!(scheme)])?;
    page.click(".embed-open")?;
    choose(page, "way", "frame")?;
    expect_in_frame(page, PREVIEW, "swe")?;
    let rules = ["color-contrast", "target-size", "label", "button-name", "frame-title"];
    assert_empty("accessibility violations", &audit(page, &json!(".embed"), &rules)?)
}
