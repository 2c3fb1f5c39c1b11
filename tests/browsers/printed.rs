//! The page before the app runs, and when it never does: what is printed is complete, and the app takes it over as it is.

use crate::case::Case;
use browser_tests::engine::Engine;
use browser_tests::page::{Page, strings};
use browser_tests::site::{Answer, Site, dist, response};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;
use std::time::Duration;

pub(crate) const CASES: &[Case] = &[
    Case::new("the_app_takes_over_what_is_printed", the_app_takes_over_what_is_printed),
    Case::new("the_prose_is_the_text_of_the_page", the_prose_is_the_text_of_the_page),
    Case::new("without_script_the_page_is_complete", without_script_the_page_is_complete),
    Case::new("without_script_nothing_is_dead", without_script_nothing_is_dead),
    Case::new("without_script_links_lead_to_the_text", without_script_links_lead_to_the_text),
    Case::new("a_click_before_the_app_is_there_counts", a_click_before_the_app_is_there_counts),
    Case::new("a_view_is_not_preceded_by_another", a_view_is_not_preceded_by_another),
    Case::new("before_the_app_is_there_texts_lead_on", before_the_app_is_there_texts_lead_on),
    Case::new(
        "a_footnote_before_the_app_is_there_keeps_the_view",
        a_footnote_before_the_app_is_there_keeps_the_view,
    ),
    Case::new("without_the_app_the_text_is_there", without_the_app_the_text_is_there),
    Case::new("an_app_that_traps_starts_anew_once", an_app_that_traps_starts_anew_once),
    Case::new("the_policy_holds", the_policy_holds),
    Case::new("nothing_shifts", nothing_shifts).only(Engine::Chromium),
];

/// Compares the markup that came with the page with what the app made of it; where names go on the map is measured only
/// in a browser, as is the camera.
const COMPARE: &str = "
const [done] = arguments;
const measured = /^(data-(side|full|room|shift)|style|tabindex)$/;
function lines(root) {
  const list = [];
  (function walk(node, depth) {
    if (node.nodeType === 8) return;
    if (node.nodeType === 3) return list.push([depth, node.data].join(' '));
    const names = [...node.attributes].filter(it => !(measured.test(it.name) && node.closest('.map-frame')));
    list.push([depth, node.localName, ...names.map(it => `${it.name}=${it.value}`).sort()].join(' '));
    node.childNodes.forEach(it => walk(it, depth + 1));
  })(root, 0);
  return list;
}
(async () => {
  const text = await (await fetch(location.pathname)).text();
  const printed = lines(new DOMParser().parseFromString(text, 'text/html').getElementById('app'));
  // The parser joins neighbouring texts, the app keeps them apart.
  const wrong = [];
  document.getElementById('app').normalize();
  const again = lines(document.getElementById('app'));
  if (printed.length < 500) wrong.push(`only ${printed.length} nodes are printed`);
  for (let at = 0; at < Math.max(printed.length, again.length) && wrong.length < 5; at++)
    if (printed[at] !== again[at]) wrong.push(`printed ${printed[at]}, drawn ${again[at]}`);
  done(wrong);
})();";

fn the_app_takes_over_what_is_printed(page: &Page) -> Outcome {
    page.open("")?;
    let compare = page.session.run_async(COMPARE, &[])?;
    assert_empty("what the app changed", &strings(&compare)?)?;
    assert_empty("the page complains", &page.problems()?)
}

/// Loads the page into a frame in which no script runs, and waits for it.
const LOAD: &str = "
const [address, width, sandbox, done] = arguments;
const frame = document.createElement('iframe');
if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
frame.style.cssText = `width:${width}px;height:800px;border:0`;
frame.onload = () => done(true);
frame.src = address;
document.body.replaceChildren(frame);";

/// What is wrong with the texts that the app takes from the page: places where there is no text, and claims that are not
/// among them.
const PROSE: &str = "
const prose = document.getElementById('prose').textContent.split('\\n');
const wrong = prose.filter(it => !it || it === 'undefined' || it[0] === '=' || /^-?\\d+$/.test(it));
const claims = [...document.querySelectorAll('#text .claims > li > p')].map(it => it.firstChild.data);
if (claims.length < 100) wrong.push(`only ${claims.length} claims`);
return [...wrong, ...claims.filter(it => !prose.includes(it))];";

fn the_prose_is_the_text_of_the_page(page: &Page) -> Outcome {
    page.open("")?;
    assert_empty("what is wrong with the prose", &page.list(PROSE)?)
}

fn load_without_script(page: &Page, address: &str, width: u32) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let address = format!("{}/{address}", page.site.origin());
    let load = [json!(address), json!(width), json!("allow-same-origin")];
    page.session.run_async(LOAD, &load).map(drop)
}

/// What a reader without script sees: the note, every card, every source, every correction, the map with its names.
const INCOMPLETE: &str = "
const page = document.querySelector('iframe').contentDocument, root = page.documentElement, wrong = [];
const visible = it => it?.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().height > 0;
if (root.hasAttribute('data-script')) wrong.push('a script ran');
if (!visible(page.querySelector('.no-script'))) wrong.push('nothing says that there is no script');
if (!visible(page.querySelector('.card'))) wrong.push('there is no card');
const entries = [...page.querySelectorAll('.entry')];
const count = kind => entries.filter(it => it.id.startsWith(`${kind}=`)).length;
for (const [kind, least] of Object.entries({ pillar: 2, partner: 8, technology: 8, tie: 10, event: 40, statement: 40, person: 30 }))
  if (count(kind) < least) wrong.push(`only ${count(kind)} entries of kind ${kind}`);
for (const it of entries) if (!visible(it) || it.textContent.trim().length < 40) wrong.push(`no text of ${it.id}`);
for (const section of ['corrections', 'limits', 'sources'])
  if (!visible(page.getElementById(section))) wrong.push(`no ${section}`);
const cited = new Set([...page.querySelectorAll('.text a[href^=\"#source-\"], .corrections a[href^=\"#source-\"]')].map(it => it.hash.slice(1)));
for (const it of page.querySelectorAll('#sources li')) if (!cited.has(it.id)) wrong.push(`${it.id} is never cited`);
const shapes = [...page.querySelectorAll('.map-country use')];
if (shapes.length !== 8 || shapes.some(it => it.getBoundingClientRect().width < 2)) wrong.push('the map is not drawn');
const names = [...page.querySelectorAll('.map-name')].filter(visible);
if (names.length < 6) wrong.push(`only ${names.length} names on the map`);
names.forEach((one, index) => names.slice(index + 1).forEach(other => {
  const [a, b] = [one, other].map(it => it.getBoundingClientRect());
  if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
    wrong.push(`${one.textContent} lies over ${other.textContent}`);
}));
if (page.querySelectorAll('.legend li').length < 3) wrong.push('no legend');
if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways');
return wrong;";

fn without_script_the_page_is_complete(page: &Page) -> Outcome {
    for width in [390, 1024, 1440] {
        load_without_script(page, "", width)?;
        assert_empty(&format!("without script, at {width} px"), &page.list(INCOMPLETE)?)?;
    }
    Ok(())
}

/// Everything that looks as if it could be used can be.
const DEAD: &str = "
const page = document.querySelector('iframe').contentDocument, wrong = [];
for (const it of page.querySelectorAll('button, input:not([type=checkbox]), select, [role=button]'))
  if (it.checkVisibility({ visibilityProperty: true })) wrong.push(it.outerHTML.slice(0, 80));
for (const it of page.querySelectorAll('a[href^=\"#\"]')) {
  const id = decodeURIComponent(it.getAttribute('href').slice(1));
  if (id && !page.getElementById(id) && it.checkVisibility({ visibilityProperty: true })) wrong.push(`a link to ${id}`);
}
const opacity = status => getComputedStyle(page.querySelector(`.map-country[data-status=${status}]`)).opacity;
const box = page.querySelector('.legend [value=member]');
box.click();
if (!box.checked || opacity('member') !== '1' || opacity('consultation') === '1') wrong.push('the legend does not filter');
return wrong;";

fn without_script_nothing_is_dead(page: &Page) -> Outcome {
    load_without_script(page, "", 1024)?;
    assert_empty("without script, dead", &page.list(DEAD)?)
}

fn without_script_links_lead_to_the_text(page: &Page) -> Outcome {
    for (link, id) in [
        (".partners [data-country=kor]", "partner=kor"),
        (".map-marker[data-country=jpn]", "partner=jpn"),
        (".lenses [data-technology=tech-quantum]", "technology=quantum"),
        (".card [data-event]", "event="),
    ] {
        load_without_script(page, "", 1024)?;
        let follow =
            "document.querySelector('iframe').contentDocument.querySelector(arguments[0]).click()";
        page.session.run(follow, &[json!(link)])?;
        page.wait(
            &format!("{link} to lead to {id}"),
            &format!(
                "const page = document.querySelector('iframe').contentDocument, target = page.querySelector(':target');
                const box = target?.getBoundingClientRect();
                return target !== null && target.id.startsWith('{id}') && target.matches('.entry') && box.top > -5 && box.top < 800"
            ),
        )?;
    }
    Ok(())
}

/// The built page, with something done to the app on its way.
fn with_app(change: impl Fn(Answer) -> Answer + Send + Sync + 'static) -> Outcome<Site> {
    let folder = dist()?;
    Site::serve_with(move |path| {
        let answer = response(path, &folder);
        if path.ends_with(".wasm") { change(answer) } else { answer }
    })
}

/// How late a slow line brings the app.
const LATE: Duration = Duration::from_millis(2500);

fn slow() -> Outcome<Site> {
    with_app(|answer| {
        std::thread::sleep(LATE);
        answer
    })
}

/// Loads the page into a frame and waits until it is printed, not until it reacts.
const LOAD_EARLY: &str = "
const [address, done] = arguments;
const frame = document.createElement('iframe');
frame.style.cssText = 'width:1200px;height:800px;border:0';
frame.src = address;
document.body.replaceChildren(frame);
(function look() {
  const page = frame.contentDocument;
  if (page?.querySelector('.footer') && page.querySelector('.card')) done(page.documentElement.hasAttribute('data-ready'));
  else setTimeout(look, 10);
})();";

fn load_early(page: &Page, site: &Site, address: &str) -> Outcome {
    page.session.go(&format!("{}/frame", site.origin()))?;
    let address = format!("{}/{address}#embed=off", site.origin());
    let is_ready = page.session.run_async(LOAD_EARLY, &[json!(address)])?;
    assert_same("ready before the app is there", is_ready, json!(false))
}

const READY: &str = "return document.querySelector('iframe').contentDocument.documentElement.hasAttribute('data-ready')";

/// Whether the app is not there yet, and the text of a view is seen in the place of the card.
fn early(title: &str) -> String {
    format!(
        "const page = document.querySelector('iframe').contentDocument;
        const isSeen = it => it?.checkVisibility({{ visibilityProperty: true }});
        const titles = [...page.querySelectorAll('.card-title')].filter(isSeen).map(it => it.textContent);
        return !page.documentElement.hasAttribute('data-ready') && titles.join() === '{title}'"
    )
}

const EARLY_COUNT: &str = "return [String(document.querySelector('iframe').contentDocument.querySelectorAll('.early').length)]";

fn a_click_before_the_app_is_there_counts(page: &Page) -> Outcome {
    let site = slow()?;
    load_early(page, &site, "")?;
    let click = "document.querySelector('iframe').contentDocument.querySelector('.partners [data-country=kor]').click()";
    page.session.run(click, &[])?;
    page.wait("an answer before the app is there", &early("South Korea"))?;
    let marked = "return document.querySelector('iframe').contentDocument.querySelectorAll('[data-country=kor][aria-current]').length > 1";
    page.wait("the links to be marked", marked)?;
    page.wait("the app", READY)?;
    assert_same("texts in the place of cards", page.list(EARLY_COUNT)?, ["0"])?;
    let cards = "const page = document.querySelector('iframe').contentDocument;
        return [...page.querySelectorAll('[data-card]')].map(it => it.dataset.card)";
    assert_same("open cards", page.list(cards)?, ["kor"])?;
    page.wait(
        "the address of the view",
        "const { search, hash } = document.querySelector('iframe').contentWindow.location;
            return search + hash === '?partner=kor'",
    )?;
    // It was followed once: one step back is the overview.
    page.session.run("document.querySelector('iframe').contentWindow.history.back()", &[])?;
    page.wait("the overview", "return document.querySelector('iframe').contentDocument.querySelector('[data-card]').dataset.card === 'overview'")
}

fn a_view_is_not_preceded_by_another(page: &Page) -> Outcome {
    let site = slow()?;
    load_early(page, &site, "?utm_source=x&partner=kor")?;
    page.wait("the text of the view", &early("South Korea"))?;
    let seen = "const page = document.querySelector('iframe').contentDocument;
        const isSeen = it => it.checkVisibility({ visibilityProperty: true });
        return [...page.querySelectorAll('.card, .caption, .map-marker, .timeline-date')].filter(isSeen).map(it => it.className)";
    assert_same("what is seen of any view", page.list(seen)?, ["card early"])?;
    page.wait("the app", READY)?;
    let shown = page.list(seen)?;
    ensure(shown.contains(&"card".to_owned()) && shown.len() > 8, || {
        format!("then only {shown:?} is seen")
    })?;
    let card = "return [document.querySelector('iframe').contentDocument.querySelector('[data-card]').dataset.card]";
    assert_same("the card", page.list(card)?, ["kor"])?;
    assert_same("texts in the place of cards", page.list(EARLY_COUNT)?, ["0"])
}

/// What is clicked in the text that stands for a card, and what the text does not show.
fn before_the_app_is_there_texts_lead_on(page: &Page) -> Outcome {
    let site = slow()?;
    load_early(page, &site, "?partner=kor")?;
    page.wait("the text of the view", &early("South Korea"))?;
    let follow = "const page = document.querySelector('iframe').contentDocument;
        const link = page.querySelector(`.early a[href='${arguments[0]}']`);
        link.focus();
        link.click();";
    page.session.run(follow, &[json!("#tie=aus-kor")])?;
    page.wait("the text of the tie", &early("Australia and South Korea"))?;
    let focused = "return document.querySelector('iframe').contentDocument.activeElement.textContent === 'Australia and South Korea'";
    page.wait("the focus on its title", focused)?;
    page.wait("the app", READY)?;
    page.wait("the focus on the title of its card", focused)?;

    load_early(page, &site, "")?;
    page.session.run(
        "document.querySelector('iframe').contentDocument.querySelector('.map-marker[data-country=jpn]').click()",
        &[],
    )?;
    page.wait("the text of the country", &early("Japan"))?;
    page.session.run(
        "document.querySelector('iframe').contentWindow.location.hash = 'partner=kor&date=2024-05-01'",
        &[],
    )?;
    page.wait("no text of another day", &early("Two pillars, three members, four candidates"))?;
    page.wait("the app", READY)?;
    let current = "return [...document.querySelector('iframe').contentDocument.querySelectorAll('[data-card], [aria-current]')]
        .map(it => it.dataset.card ?? `${it.getAttribute('class')} ${it.dataset.country ?? it.textContent}`)";
    assert_same(
        "the card and what is marked",
        page.list(current)?,
        ["lens Overview", "map-country kor", "map-marker kor", "partner kor", "null kor", "kor"],
    )
}

fn a_footnote_before_the_app_is_there_keeps_the_view(page: &Page) -> Outcome {
    let site = slow()?;
    load_early(page, &site, "")?;
    let click =
        "document.querySelector('iframe').contentDocument.querySelector(arguments[0]).click()";
    page.session.run(click, &[json!(".partners [data-country=kor]")])?;
    page.wait("the text of the view", &early("South Korea"))?;
    page.session.run(click, &[json!(".early a[href^='#source-']")])?;
    page.wait("the source", "return document.querySelector('iframe').contentDocument.querySelector('#sources :target') !== null")?;
    page.wait("the app", READY)?;
    let card = "return [document.querySelector('iframe').contentDocument.querySelector('[data-card]').dataset.card]";
    assert_same("the card", page.list(card)?, ["kor"])
}

fn without_the_app_the_text_is_there(page: &Page) -> Outcome {
    let broken: [(&str, Site); 3] = [
        (
            "missing",
            with_app(|_| Answer::plain("404 Not Found", "text/plain", b"not found".into()))?,
        ),
        (
            "cut off",
            with_app(|answer| Answer {
                body: answer.body.iter().take(1000).copied().collect(),
                ..answer
            })?,
        ),
        ("not wasm", with_app(|answer| Answer { body: b"<!doctype html>".into(), ..answer })?),
    ];
    for (how, site) in broken {
        for address in ["", "?partner=kor"] {
            page.session.go(&format!("{}/frame", site.origin()))?;
            let url = format!("{}/{address}", site.origin());
            page.session.run_async(LOAD, &[json!(url), json!(1024), json!(null)])?;
            page.wait(
                &format!("the text, with the app {how} and {address:?}"),
                "const page = document.querySelector('iframe').contentDocument;
                const seen = selector => page.querySelector(selector).checkVisibility({ visibilityProperty: true });
                return seen('.no-script') && seen('.card') && seen('.text') && !page.documentElement.hasAttribute('data-ready')",
            )?;
        }
        let in_view = "const top = document.querySelector('iframe').contentDocument.getElementById('partner=kor').getBoundingClientRect().top;
            return top > -5 && top < 800";
        page.wait("the text that the address asks for", in_view)?;
    }
    Ok(())
}

fn an_app_that_traps_starts_anew_once(page: &Page) -> Outcome {
    let trap = "window.hasTrapped = true;
        const error = new WebAssembly.RuntimeError('unreachable');
        setTimeout(() => dispatchEvent(new ErrorEvent('error', { error })));";
    page.open("")?;
    page.click(".partners [data-country=kor]")?;
    page.expect("?partner=kor", "kor")?;
    page.session.run(trap, &[])?;
    page.wait("the page to be loaded anew", "return !window.hasTrapped")?;
    page.wait_until_ready()?;
    page.expect("?partner=kor", "kor")?;
    page.session.run(trap, &[])?;
    page.wait(
        "the text that the address asks for",
        "const root = document.documentElement, text = document.getElementById('partner=kor');
        const top = text.getBoundingClientRect().top;
        return window.hasTrapped && root.hasAttribute('data-failed') && !root.hasAttribute('data-ready')
            && text.checkVisibility({ visibilityProperty: true }) && top > -5 && top < 800",
    )?;
    page.open("")
}

fn the_policy_holds(page: &Page) -> Outcome {
    page.open("")?;
    let hacked = "
        const [done] = arguments, seen = [];
        addEventListener('securitypolicyviolation', it => seen.push(it.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.hacked = 1';
        document.body.append(script);
        const image = new Image();
        image.src = 'http://127.0.0.1:9/x.png';
        document.body.append(image);
        const styled = document.createElement('p');
        styled.setAttribute('style', 'color:red');
        document.body.append(styled);
        fetch('http://127.0.0.1:9/').catch(() => {});
        setTimeout(() => done([...new Set([...seen, ...(window.hacked ? ['hacked'] : [])])].sort()), 300);";
    let mut stopped = strings(&page.session.run_async(hacked, &[])?)?;
    stopped.retain(|it| it != "style-src-attr");
    assert_same("what the policy stops", stopped, ["connect-src", "img-src", "script-src-elem"])
}

/// The sum of layout shifts since the page was loaded.
const SHIFTS: &str = "
const [done] = arguments;
let sum = 0;
const seen = [];
new PerformanceObserver(list => list.getEntries().forEach(it => {
  sum += it.value;
  seen.push(`${it.value.toFixed(4)} ${it.sources.map(at => at.node?.className ?? at.node?.nodeName).join(' ')}`);
})).observe({ type: 'layout-shift', buffered: true });
setTimeout(() => done(sum < 0.01 ? [] : seen), 300);";

fn nothing_shifts(page: &Page) -> Outcome {
    let site = slow()?;
    for address in
        ["", "?partner=kor", "?pillar=2&partner=jpn&date=2024-05-01", "#technology=quantum"]
    {
        for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.session.devtools("Emulation.setDeviceMetricsOverride", &size)?;
            page.session.go("about:blank")?;
            page.session.go(&format!("{}/{address}", site.origin()))?;
            page.wait_until_ready()?;
            let shifts = strings(&page.session.run_async(SHIFTS, &[])?)?;
            assert_empty(&format!("{address:?} at {width} px shifts"), &shifts)?;
        }
    }
    page.session.devtools("Emulation.clearDeviceMetricsOverride", &json!({})).map(drop)
}
