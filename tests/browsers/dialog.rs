//! The dialog that builds a snippet for embedding: by mouse and by key, what it builds, and that it works in a page.

use crate::access::audit;
use crate::case::{Case, cases};
use crate::embed::{FRAME, expect_in_frame, in_frame};
use crate::file;
use crate::layout;
use browser_tests::page::{Page, string, strings};
use browser_tests::site::{Answer, Site};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    dialog_opens_and_closes,
    dialog_builds_the_snippet,
    dialog_snippets_work,
    dialog_shows_a_preview,
    dialog_says_what_was_copied,
    dialog_asks_for_nothing_before_it_opens,
    dialog_in_the_one_file,
    dialog_fits,
    dialog_axe_light,
];
pub(crate) const DARK_CASES: &[Case] = &[Case::new("dialog_axe_dark", dialog_axe_dark).dark()];

const VIEW: &str = "?pillar=2&partner=kor&date=2024-05-01";
const PREVIEW: &str = "return document.querySelector('.embed-stage iframe')";

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
    let focus = "return document.activeElement?.matches(arguments[0]) ? '' : document.activeElement?.outerHTML.slice(0, 80)";
    assert_same(
        &format!("what has the focus instead of {selector}"),
        page.session.run(focus, &[json!(selector)])?,
        json!(""),
    )
}

fn dialog_opens_and_closes(page: &Page) -> Outcome {
    open(page, VIEW)?;
    has_focus(page, ".embed [name=embed-way]")?;
    let name = "const it = document.querySelector('.embed'); return document.getElementById(it.getAttribute('aria-labelledby')).textContent";
    assert_same("its name", page.session.run(name, &[])?, json!("Embed this briefing"))?;
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    has_focus(page, ".embed-open")?;
    page.expect(VIEW, "kor")?;
    // By keys alone: open, choose, close.
    page.session.press(key::ENTER)?;
    expect_open(page, true)?;
    page.session.press(key::RIGHT)?;
    assert_same("the chosen way", page.count(".embed [value=frame]:checked")?, 1)?;
    let mut visited = Vec::new();
    loop {
        page.session.press(key::TAB)?;
        let focus = "const it = document.activeElement;
            return document.querySelector('.embed').contains(it) ? it.className || it.localName : it.outerHTML.slice(0, 80)";
        let focus = string(&page.session.run(focus, &[])?)?;
        // Further on the keys are the preview's own.
        if focus == "embed-stage" {
            break;
        }
        visited.push(focus);
        ensure(visited.len() < 20, || format!("tab leads round: {visited:?}"))?;
    }
    let stops = ["input", "embed-pixels", "input", "input", "embed-snippet", "embed-copy"];
    assert_same("what tab leads to", visited, stops)?;
    page.focus(".embed [name=embed-way]:checked")?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    has_focus(page, ".embed-close")?;
    page.session.press(key::ENTER)?;
    expect_open(page, false)?;
    has_focus(page, ".embed-open")?;
    page.expect(VIEW, "kor")?;
    assert_empty("the page complains", &page.problems()?)
}

fn dialog_builds_the_snippet(page: &Page) -> Outcome {
    open(page, VIEW)?;
    let home = page.site.origin();
    let link = format!(
        "<a href=\"{home}/aukus-briefing.html#pillar=2&amp;partner=kor&amp;date=2024-05-01\">Open the briefing on AUKUS</a>"
    );
    let element = |attributes: &str, link: &str| {
        format!(
            "<aukus-briefing src=\"{home}/aukus-briefing.html\"{attributes}>\n  {link}\n</aukus-briefing>\n<script src=\"{home}/embed.js\" async></script>"
        )
    };
    let view = " pillar=\"2\" partner=\"kor\" date=\"2024-05-01\"";
    let room = " style=\"display: block; min-height: 20rem; aspect-ratio: 4 / 3\"";
    assert_same("as it opens", snippet(page)?, element(&format!("{view}{room}"), &link))?;
    choose(page, "theme", "dark")?;
    let expected = element(&format!("{view} theme=\"dark\"{room}"), &link);
    assert_same("dark", snippet(page)?, expected)?;
    choose(page, "theme", "light")?;
    choose(page, "size", "fixed")?;
    let set = "const it = document.querySelector('.embed-pixels');
        it.value = arguments[0]; it.dispatchEvent(new Event('input', { bubbles: true }))";
    for (typed, height) in [("500", 500), ("12", 320), ("", 640), ("700.6", 701)] {
        page.session.run(set, &[json!(typed)])?;
        let fixed = format!(
            "{view} theme=\"light\" height=\"{height}\" style=\"display: block; height: {height}px\""
        );
        assert_same(&format!("a height of {typed:?}"), snippet(page)?, element(&fixed, &link))?;
    }
    choose(page, "size", "box")?;
    choose(page, "theme", "auto")?;
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
    let view = "#pillar=2&amp;partner=kor&amp;date=2024-05-01";
    assert_same(
        "a frame of the view",
        snippet(page)?,
        frame(&format!("{view}&amp;theme=dark"), boxed),
    )?;
    choose(page, "theme", "auto")?;
    choose(page, "size", "fixed")?;
    page.session.run(set, &[json!("500")])?;
    assert_same("a frame of a height", snippet(page)?, frame(view, "height: 500px"))?;
    // What only the script can do is not offered without it.
    choose(page, "way", "script")?;
    choose(page, "size", "fits")?;
    choose(page, "way", "frame")?;
    assert_same("offered", page.count(".embed [value=fits]:disabled")?, 1)?;
    assert_same("instead", page.count(".embed [value=fixed]:checked")?, 1)?;
    // The view as it is when the dialog opens, not as it was when the page did.
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    page.click(".lenses [data-technology=tech-quantum]")?;
    page.expect("?technology=quantum&date=2024-05-01", "tech-quantum")?;
    page.click(".embed-open")?;
    let view = "#technology=quantum&amp;date=2024-05-01";
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
        let has_frame = FRAME.replacen("return ", "return (", 1) + ") !== null";
        page.wait("a frame in the host", &has_frame)?;
        works(page, size, theme).map_err(|error| format!("{way}, {size}, {theme}: {error}"))?;
    }
    Ok(())
}

fn works(page: &Page, size: &str, theme: &str) -> Outcome {
    expect_in_frame(page, FRAME, "kor")?;
    let view = "return document.documentElement.dataset.view";
    assert_same("the view", in_frame(page, FRAME, view)?, json!(VIEW.trim_start_matches('?')))?;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    let expected = if theme == "auto" { "light dark" } else { theme };
    assert_same("its colours", in_frame(page, FRAME, scheme)?, json!(expected))?;
    let inside = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let content = in_frame(page, FRAME, inside)?.as_i64().unwrap_or_default();
    let height = match size {
        "fits" => content,
        "fixed" => 640,
        _ => 450,
    };
    ensure(content > 700, || format!("the content is only {content} px high"))?;
    let frame = FRAME.replacen("return ", "const frame = ", 1);
    page.wait(
        &format!("the frame to be {height} px high"),
        &format!(
            "{frame}; return Math.abs(frame.clientHeight - {height}) <= 2 && frame.clientWidth === 600
                && frame.checkVisibility({{ opacityProperty: true }}) && document.body.scrollWidth <= 600"
        ),
    )
}

fn size_of_preview(page: &Page) -> Outcome<Value> {
    let size = PREVIEW.replacen("return ", "const it = ", 1)
        + "; return [it.clientWidth, it.clientHeight]";
    page.session.run(&size, &[])
}

fn dialog_shows_a_preview(page: &Page) -> Outcome {
    open(page, VIEW)?;
    expect_in_frame(page, PREVIEW, "kor")?;
    let look = "window.isSame = true;
        const isSeen = it => document.querySelector(it).checkVisibility();
        return document.documentElement.hasAttribute('data-embedded') && isSeen('.open-full') && !isSeen('.embed-open')";
    assert_same("the look of an embed", in_frame(page, PREVIEW, look)?, json!(true))?;
    let inside = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let content = in_frame(page, PREVIEW, inside)?;
    let frame = PREVIEW.replacen("return ", "const it = ", 1);
    page.wait(
        "the preview to be as high as its content",
        &format!("{frame}; return Math.abs(it.clientHeight - {content}) <= 2"),
    )?;
    choose(page, "size", "fixed")?;
    assert_same("the fixed height", size_of_preview(page)?.pointer("/1"), Some(&json!(640)))?;
    choose(page, "size", "box")?;
    let size = size_of_preview(page)?;
    let [width, height] = ["/0", "/1"].map(|it| size.pointer(it).and_then(Value::as_f64));
    let ratio = width.unwrap_or_default() / height.unwrap_or(1.0);
    ensure((ratio - 4.0 / 3.0).abs() < 0.02, || format!("the box is {ratio} to 1"))?;
    choose(page, "theme", "dark")?;
    let scheme = "return getComputedStyle(document.documentElement).colorScheme === 'dark' && window.isSame === true";
    assert_same(
        "it darkens, and is still the same",
        in_frame(page, PREVIEW, scheme)?,
        json!(true),
    )?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    choose(page, "start", "view")?;
    expect_in_frame(page, PREVIEW, "kor")?;
    let is_same = "return window.isSame === true";
    assert_same("it is still the same", in_frame(page, PREVIEW, is_same)?, json!(true))?;
    page.click(".embed-close")?;
    expect_open(page, false)?;
    assert_same("frames", page.count("iframe")?, 0)?;
    page.expect(VIEW, "kor")?;
    // Once more, with another choice while it is still loading.
    page.click(".embed-open")?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    assert_same("frames", page.count("iframe")?, 1)?;
    assert_empty("the page complains", &page.problems()?)
}

const STATUS: &str = "return document.querySelector('.embed-status').textContent";
const SELECTED: &str = "const it = document.querySelector('.embed-snippet');
    return document.activeElement === it && it.selectionStart === 0 && it.selectionEnd === it.value.length";
const REFUSED: &str = "The browser refused to copy. The snippet is selected: copy it by hand.";

fn dialog_says_what_was_copied(page: &Page) -> Outcome {
    open(page, VIEW)?;
    let is_told = STATUS.replacen("return ", "return '' !== ", 1);
    let copy = || {
        page.click(".embed-copy")?;
        page.wait("the dialog to say what happened", &is_told)?;
        string(&page.session.run(STATUS, &[])?)
    };
    // Whether a browser without a window lets a page copy is its own affair.
    let said = copy()?;
    let is_selected = page.session.run(SELECTED, &[])? == json!(true);
    ensure(said == "Copied." || (said == REFUSED && is_selected), || said.clone())?;
    choose(page, "theme", "dark")?;
    assert_same("said of another snippet", page.session.run(STATUS, &[])?, json!(""))?;
    let replace = |write: &str, old: &str| {
        page.session.run(
            &format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {write} }});
                document.execCommand = () => {old}"
            ),
            &[],
        )
    };
    for missing in ["undefined", "{ writeText: () => Promise.reject(new Error('no')) }"] {
        replace(missing, "false")?;
        page.session.run("document.querySelector('.embed-status').textContent = ''", &[])?;
        assert_same("said when it fails", copy()?, REFUSED)?;
        assert_same("the snippet is selected", page.session.run(SELECTED, &[])?, json!(true))?;
        replace(missing, "true")?;
        page.session.run("document.querySelector('.embed-status').textContent = ''", &[])?;
        assert_same("said when the old way works", copy()?, "Copied.")?;
    }
    replace("{ writeText: async text => { window.copied = text } }", "false")?;
    page.session.run("document.querySelector('.embed-status').textContent = ''", &[])?;
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
    expect_in_frame(page, PREVIEW, "kor")?;
    choose(page, "theme", "dark")?;
    choose(page, "way", "frame")?;
    choose(page, "start", "overview")?;
    expect_in_frame(page, PREVIEW, "overview")?;
    assert_same("asked for", asked(), ["/aukus-briefing.html"])?;
    assert_empty("the page complains", &page.problems()?)
}

fn dialog_in_the_one_file(page: &Page) -> Outcome {
    let site = file::alone()?;
    page.session.go(&format!("{}/#partner=kor", site.origin()))?;
    page.wait_until_ready()?;
    page.click(".embed-open")?;
    expect_open(page, true)?;
    let notice = page.text(".embed .notice")?;
    let placeholder = "https://example.org/briefing/";
    ensure(notice.contains(placeholder), || format!("{notice:?} names no address"))?;
    let snippet = snippet(page)?;
    let file = format!("src=\"{placeholder}aukus-briefing.html\" partner=\"kor\"");
    let script = format!("<script src=\"{placeholder}embed.js\" async></script>");
    ensure(snippet.contains(&file) && snippet.ends_with(&script), || snippet.clone())?;
    assert_same("frames", page.count("iframe")?, 0)?;
    page.session.press(key::ESCAPE)?;
    expect_open(page, false)?;
    let asked: Vec<String> = site.take_requests().into_iter().map(|it| it.path).collect();
    assert_same("asked for", asked, ["/"])
}

/// Opens the dialog in the frame and returns what does not fit into it, or is hard to hit with a thumb.
const MISFITS: &str = "
const page = document.querySelector('iframe').contentDocument, dialog = page.querySelector('.embed'), wrong = [];
if (!dialog.open) page.querySelector('.embed-open').click();
if (!dialog.open) wrong.push('it does not open');
const { left, right } = dialog.getBoundingClientRect(), isPhone = page.documentElement.clientWidth <= 400;
if (left < 0 || right > page.documentElement.clientWidth) wrong.push('it is wider than the page');
if (dialog.scrollWidth > dialog.clientWidth) wrong.push(`it scrolls sideways: ${dialog.scrollWidth} in ${dialog.clientWidth}`);
for (const it of dialog.querySelectorAll('*')) {
  const box = it.getBoundingClientRect();
  if (box.left < left - 1 || box.right > right + 1) wrong.push(`${it.className || it.localName} from ${box.left} to ${box.right}`);
}
for (const it of page.querySelectorAll('.embed-choice, .embed-close, .embed-copy, .embed-pixels, .embed-open'))
  if (isPhone && it.getBoundingClientRect().height < 44) wrong.push(`${it.className} is ${it.getBoundingClientRect().height} px high`);
dialog.close();
return wrong;";

fn dialog_fits(page: &Page) -> Outcome {
    layout::load(page, &format!("{VIEW}#embed=off"))?;
    let mut misfits = Vec::new();
    for (width, type_size) in [
        (320, "100%"),
        (390, "100%"),
        (768, "100%"),
        (1024, "100%"),
        (1440, "100%"),
        (320, "200%"),
        (1440, "200%"),
    ] {
        layout::resize(page, width, type_size)?;
        let found = strings(&page.session.run(MISFITS, &[])?)?;
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
    page.wait(
        &format!("{scheme} colours"),
        &format!("return matchMedia('(prefers-color-scheme: {scheme})').matches"),
    )?;
    page.click(".embed-open")?;
    choose(page, "way", "frame")?;
    expect_in_frame(page, PREVIEW, "kor")?;
    let rules = ["color-contrast", "target-size", "label", "button-name", "frame-title"];
    assert_empty("accessibility violations", &audit(page, &json!(".embed"), &rules)?)
}
