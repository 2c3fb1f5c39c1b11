//! The briefing in other people's pages: it shows, takes its height, follows its host, and is not to be hurt.

use crate::case::{Case, cases};
use browser_tests::page::{Page, string, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    every_host_page_shows_the_briefing,
    host_and_embed_follow_each_other,
    two_embeds_keep_in_step,
    a_host_keeps_the_view_in_its_address,
    a_hidden_embed_takes_its_height_when_shown,
    without_the_frame_the_fallback_stays,
    messages_that_make_no_sense_change_nothing,
    heights_come_to_rest,
    an_embed_without_an_address_works,
    a_small_box_shows_the_map,
];

/// The frame of the first embed, however its host has put it in.
pub(crate) const FRAME: &str = "return document.querySelector('aukus-briefing')?.shadowRoot?.querySelector('iframe') ?? document.querySelector('iframe')";

/// How a host gives the frame its height.
#[derive(Clone, Copy, PartialEq)]
enum Height {
    /// It keeps a box of its own, in which the frame scrolls.
    Fixed,
    /// It makes the frame as high as its page.
    Fitted,
}

/// Host page, the card that it opens, and how it gives the frame its height.
const HOSTS: [(&str, &str, Height); 11] = [
    ("plain", "overview", Height::Fitted),
    ("iframe", "kor", Height::Fixed),
    ("wordpress", "pillar-2", Height::Fixed),
    ("ghost", "pillar-2", Height::Fitted),
    ("hugo", "kor", Height::Fitted),
    ("docusaurus", "tech-quantum", Height::Fitted),
    ("medium", "overview", Height::Fitted),
    ("amp", "pillar-2", Height::Fitted),
    ("two", "overview", Height::Fitted),
    ("strict-csp", "jpn", Height::Fitted),
    ("share", "overview", Height::Fitted),
];

fn open_host(page: &Page, name: &str) -> Outcome {
    // What earlier pages complained of is theirs.
    page.problems().ok();
    page.session.go(&format!("{}/embed/{name}.html", page.site.origin()))?;
    let has_frame = FRAME.replacen("return ", "return (", 1) + ") !== null";
    page.wait(&format!("a frame in {name}.html"), &has_frame)?;
    let into_view = FRAME.replacen("return ", "(", 1) + ").scrollIntoView()";
    page.session.run(&into_view, &[]).map(drop)
}

/// Waits in the frame until the briefing there shows a card.
pub(crate) fn expect_in_frame(page: &Page, frame: &str, card: &str) -> Outcome {
    page.session.enter_frame(frame)?;
    let shown = page.wait(
        &format!("{card} in the frame"),
        &format!(
            "return document.documentElement?.hasAttribute('data-ready') && document.querySelector('[data-card]')?.dataset.card === '{card}'"
        ),
    );
    page.session.leave_frame()?;
    shown
}

/// What a function body that runs in the frame returns.
pub(crate) fn in_frame(page: &Page, frame: &str, script: &str) -> Outcome<Value> {
    page.session.enter_frame(frame)?;
    let value = page.session.run(script, &[]);
    page.session.leave_frame()?;
    value
}

/// Follows a link in a frame. By script, as not every driver finds the points of a frame that is scrolled.
fn click_in(page: &Page, frame: &str, selector: &str) -> Outcome {
    let click = format!("document.querySelector(`{selector}`).click()");
    in_frame(page, frame, &click).map(drop)
}

fn every_host_page_shows_the_briefing(page: &Page) -> Outcome {
    for (name, card, height) in HOSTS {
        open_host(page, name)?;
        shows(page, card, height).map_err(|error| format!("{name}.html: {error}"))?;
    }
    Ok(())
}

fn shows(page: &Page, card: &str, height: Height) -> Outcome {
    expect_in_frame(page, FRAME, card)?;
    let is_embedded = in_frame(
        page,
        FRAME,
        "const isSeen = it => document.querySelector(it).checkVisibility();
        return document.documentElement.hasAttribute('data-embedded') && isSeen('.open-full') && !isSeen('.header-standfirst') && !isSeen('.sources')",
    )?;
    assert_same("the look of an embed", is_embedded, json!(true))?;
    if height == Height::Fitted {
        let inside = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
        page.wait("the frame to be as high as its page", &{
            let height = in_frame(page, FRAME, inside)?;
            let frame = FRAME.replacen("return ", "const frame = ", 1);
            format!("{frame}; return frame.checkVisibility({{ opacityProperty: true }}) && Math.abs(frame.clientHeight - {height}) <= 2")
        })?;
    }
    let sideways =
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_same("the host scrolls sideways", page.session.run(sideways, &[])?, json!(false))?;
    assert_same("the frame scrolls sideways", in_frame(page, FRAME, sideways)?, json!(false))?;
    let mut problems = page.problems()?;
    // Browsers ask for an icon by themselves, against the policy of a page that has none.
    problems.retain(|it| !it.ends_with("/favicon.ico"));
    assert_empty("the host page complains", &problems)
}

fn host_and_embed_follow_each_other(page: &Page) -> Outcome {
    open_host(page, "plain")?;
    expect_in_frame(page, FRAME, "overview")?;
    page.session.run(
        "window.told = [];
        addEventListener('briefing-selection', ({ detail }) => told.push(detail.query));",
        &[],
    )?;
    let wait_for_told = |expected: &str| {
        page.wait(
            &format!("the host to be told of {expected}"),
            &format!("return window.told.at(-1) === '{expected}'"),
        )
    };
    click_in(page, FRAME, ".partners [data-country=can]")?;
    wait_for_told("partner=can")?;
    assert_same("the attribute", page.attribute("aukus-briefing", "partner")?, "can")?;
    page.session.run(
        "const embed = document.querySelector('aukus-briefing');
        embed.setAttribute('partner', 'jpn');
        embed.setAttribute('pillar', '2');
        embed.setAttribute('theme', 'dark');",
        &[],
    )?;
    expect_in_frame(page, FRAME, "jpn")?;
    page.wait(
        "the attributes",
        "return document.querySelector('aukus-briefing').selection === 'pillar=2&partner=jpn'",
    )?;
    let dark = "return getComputedStyle(document.documentElement).colorScheme + ' ' + document.documentElement.dataset.view";
    page.wait("the theme", "return true")?;
    assert_same(
        "theme and view",
        in_frame(page, FRAME, dark)?,
        json!("dark pillar=2&partner=jpn"),
    )?;
    page.session.run("document.querySelector('aukus-briefing').removeAttribute('partner')", &[])?;
    expect_in_frame(page, FRAME, "pillar-2")?;
    // The host asked for these: it is not told of what it knows.
    assert_same("told", page.list("return window.told")?, ["partner=can"])?;
    let steps = "return history.length";
    let before = page.session.run(steps, &[])?;
    click_in(page, FRAME, ".partners [data-country=kor]")?;
    wait_for_told("pillar=2&partner=kor")?;
    assert_same("steps of Back", page.session.run(steps, &[])?, before)
}

fn two_embeds_keep_in_step(page: &Page) -> Outcome {
    open_host(page, "two")?;
    let frame = |id: &str| {
        format!("return document.getElementById('{id}').shadowRoot.querySelector('iframe')")
    };
    expect_in_frame(page, &frame("before"), "overview")?;
    page.session.run("document.getElementById('after').scrollIntoView()", &[])?;
    expect_in_frame(page, &frame("after"), "overview")?;
    click_in(page, &frame("after"), ".partners [data-country=kor]")?;
    expect_in_frame(page, &frame("before"), "kor")?;
    click_in(page, &frame("before"), ".lenses [data-technology=tech-quantum]")?;
    expect_in_frame(page, &frame("after"), "tech-quantum")?;
    assert_empty("the host page complains", &page.problems()?)
}

fn a_host_keeps_the_view_in_its_address(page: &Page) -> Outcome {
    page.session.go(&format!(
        "{}/embed/share.html?ref=mail&briefing=partner%3Djpn#reply",
        page.site.origin()
    ))?;
    page.wait("a frame", &(FRAME.replacen("return ", "return (", 1) + ") !== null"))?;
    page.session.run("document.querySelector('aukus-briefing').scrollIntoView()", &[])?;
    expect_in_frame(page, FRAME, "jpn")?;
    click_in(page, FRAME, ".partners [data-country=kor]")?;
    page.wait(
        "the view in the host's address",
        "const { searchParams, hash } = new URL(location);
        return searchParams.get('briefing') === 'partner=kor' && searchParams.get('ref') === 'mail' && hash === '#reply'",
    )?;
    page.session.reload()?;
    page.wait("a frame", &(FRAME.replacen("return ", "return (", 1) + ") !== null"))?;
    page.session.run("document.querySelector('aukus-briefing').scrollIntoView()", &[])?;
    expect_in_frame(page, FRAME, "kor")
}

fn a_hidden_embed_takes_its_height_when_shown(page: &Page) -> Outcome {
    page.session.go(&format!("{}/embed/accordion.html", page.site.origin()))?;
    page.wait("the elements", "return document.querySelectorAll('aukus-briefing').length === 2 && document.querySelector('aukus-briefing').shadowRoot !== null")?;
    for (at, show) in [
        (0, "document.querySelector('summary').click()"),
        (1, "document.getElementById('tab-briefing').click()"),
    ] {
        let height = format!(
            "return document.querySelectorAll('aukus-briefing')[{at}].shadowRoot.querySelector('iframe').clientHeight"
        );
        let seen = height.replace("clientHeight", "checkVisibility()");
        assert_same("seen before it is shown", page.session.run(&seen, &[])?, json!(false))?;
        page.session.run(show, &[])?;
        // Again and again: what is above it takes its height meanwhile, and a frame out of sight is not loaded.
        let into_view =
            format!("document.querySelectorAll('aukus-briefing')[{at}].scrollIntoView();");
        page.wait(
            "its height",
            &(into_view + &height.replace("clientHeight", "clientHeight > 900")),
        )?;
    }
    // Folded and unfolded again it has the same height.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let height = "return document.querySelector('aukus-briefing').getBoundingClientRect().height";
    let before = page.session.run(height, &[])?;
    page.session.run("document.querySelector('details').open = false", &[])?;
    std::thread::sleep(std::time::Duration::from_millis(200));
    page.session.run("document.querySelector('details').open = true", &[])?;
    page.wait("the same height", &format!("{height} === {before}"))
}

fn without_the_frame_the_fallback_stays(page: &Page) -> Outcome {
    open_host(page, "plain")?;
    expect_in_frame(page, FRAME, "overview")?;
    page.session
        .run("document.querySelector('aukus-briefing').setAttribute('src', 'nowhere.html')", &[])?;
    std::thread::sleep(std::time::Duration::from_millis(500));
    let seen = "return document.querySelector('aukus-briefing a').checkVisibility({ visibilityProperty: true, opacityProperty: true })";
    assert_same("the fallback is seen", page.session.run(seen, &[])?, json!(true))
}

/// Sends a frame many messages of all kinds, none of which it may take: wrong in version, nonce, type, form or size, and some
/// that only another page could have sent. Ends with what it heard from the frame meanwhile; that the
/// page takes its height as it settles is no answer.
const FUZZ: &str = "
const [nonce, done] = arguments;
const frame = document.querySelector('iframe'), heard = [];
addEventListener('message', ({ source, data }) => {
  if (source === frame.contentWindow && data?.['aukus-briefing'] === 1 && data.type !== 'height') heard.push(data.type);
});
let seed = 7;
const random = count => (seed = (seed * 16807) % 2147483647) % count;
const pick = list => list[random(list.length)];
const names = ['select', 'theme', 'language', 'height', 'ready', '__proto__', 'constructor', '', 'SELECT', 1, null];
const texts = ['', 'partner=kor', 'partner=', 'x'.repeat(5000), '../../', 'javascript:alert(1)', '<img src=x onerror=alert(1)>',
  'partner=kor#sources', '%00', '\\u0000', '🦘', 'https://example.org/', 'partner=kor&'.repeat(500), '__proto__', 'sources'];
const values = [...texts, 0, 1, -1, NaN, Infinity, 1e308, null, undefined, true, [], {}, [['select']], new Date(0), new Map(),
  JSON.parse('{\"__proto__\":{\"hacked\":1}}'), new Uint8Array(8)];
const polluted = JSON.parse('{\"__proto__\":{\"hacked\":1,\"type\":\"select\",\"query\":\"partner=kor\"},\"aukus-briefing\":1}');
for (let sent = 0; sent < 10_000; sent++) {
  const right = { 'aukus-briefing': 1, nonce, type: 'select', query: 'partner=kor', theme: 'dark', language: 'ko' };
  const kind = random(8);
  let message;
  if (kind === 0) message = pick(values);
  else if (kind === 1) message = { ...right, 'aukus-briefing': pick([0, 2, '1', null, true, [1], undefined]) };
  else if (kind === 2) message = { ...right, nonce: pick(['', 'x', null, undefined, 0, [nonce], `${nonce} `]) };
  else if (kind === 3) message = { ...right, type: pick(names.filter(it => it !== 'select' && it !== 'theme')) };
  else if (kind === 4) message = { ...right, query: pick(values.filter(it => !/^(partner=kor|partner=|)$/.test(it) && it !== 'sources' && it !== '__proto__')) };
  else if (kind === 5) message = { ...right, type: 'theme', theme: pick(values) };
  else if (kind === 6) message = polluted;
  else message = { ...right, query: pick(['partner=atlantis', 'pillar=9', 'date=2024-02-30', 'tie=x-y']) };
  frame.contentWindow.postMessage(message, '*');
}
setTimeout(() => done(heard), 1500);";

fn messages_that_make_no_sense_change_nothing(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let load = "
        const [done] = arguments, frame = document.querySelector('iframe');
        frame.style.cssText = 'width:1000px;height:700px';
        addEventListener('message', ({ source, data }) => {
          if (source === frame.contentWindow && data?.['aukus-briefing'] === 1 && data.type === 'ready') done(data);
        });
        frame.src = '/aukus-briefing.html#partner=jpn&embed=n0nce&theme=light';";
    let ready = page.session.run_async(load, &[])?;
    assert_same(
        "ready",
        (ready.pointer("/query"), ready.pointer("/nonce")),
        (Some(&json!("partner=jpn")), Some(&json!("n0nce"))),
    )?;
    let frame = "return document.querySelector('iframe')";
    let shown = "return [document.querySelector('[data-card]').dataset.card, document.documentElement.dataset.theme, document.documentElement.dataset.view, location.hash,
        String(({}).hacked), document.querySelector('#app .notice').textContent, document.querySelectorAll('img').length, document.documentElement.lang]";
    let before = in_frame(page, frame, shown)?;
    let heard = page.session.run_async(FUZZ, &[json!("n0nce")])?;
    assert_same("what the frame answered", strings(&heard)?, Vec::<String>::new())?;
    assert_same("what it shows", in_frame(page, frame, shown)?, before)?;
    // A page that is not its host is no host: here the frame's own.
    in_frame(
        page,
        frame,
        "window.postMessage({ 'aukus-briefing': 1, nonce: 'n0nce', type: 'select', query: 'partner=kor' }, '*')",
    )?;
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_same(
        "what it shows",
        string(&in_frame(page, frame, "return document.documentElement.dataset.view")?)?,
        "partner=jpn",
    )?;
    // And it still listens.
    page.session.run("document.querySelector('iframe').contentWindow.postMessage({ 'aukus-briefing': 1, nonce: 'n0nce', type: 'select', query: 'partner=kor' }, '*')", &[])?;
    expect_in_frame(page, frame, "kor")
}

/// Gives the frame a size and returns the heights that it then says, until it is silent.
const HEIGHTS: &str = "
const [width, height, done] = arguments;
const frame = document.querySelector('iframe'), said = [];
const hear = ({ source, data }) => source === frame.contentWindow && data?.type === 'height' && said.push(data.height);
addEventListener('message', hear);
frame.style.width = `${width}px`;
frame.style.height = `${height}px`;
setTimeout(() => { removeEventListener('message', hear); done(said); }, 450);";

fn heights_come_to_rest(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let load = "
        const [done] = arguments, frame = document.querySelector('iframe');
        frame.style.cssText = 'width:640px;height:500px';
        frame.onload = () => setTimeout(done, 1000);
        frame.src = '/aukus-briefing.html#pillar=2&embed=n';";
    page.session.run_async(load, &[])?;
    let heights = |width: u32, height: u32| -> Outcome<Vec<u64>> {
        let said = page.session.run_async(HEIGHTS, &[json!(width), json!(height)])?;
        Ok(said.as_array().ok_or("no heights")?.iter().filter_map(Value::as_u64).collect())
    };
    for height in (0..20).map(|step| 200 + step * 90) {
        assert_same(
            &format!("said of a box {height} px high"),
            heights(640, height)?,
            Vec::<u64>::new(),
        )?;
    }
    for width in (0..20).map(|step| 320 + step * 55) {
        let said = heights(width, 500)?;
        ensure(said.len() <= 3 && said.iter().all(|it| *it > 500), || {
            format!("at {width} px the frame says {said:?}")
        })?;
    }
    let there = heights(500, 500)?;
    let back = (heights(900, 500)?, heights(500, 500)?).1;
    assert_same("the height at a width", there.last(), back.last())?;
    // Out of sight it is silent.
    let hidden = "document.querySelector('iframe').style.display = arguments[0]";
    page.session.run(hidden, &[json!("none")])?;
    assert_same("said while it is hidden", heights(700, 500)?, Vec::<u64>::new())?;
    page.session.run(hidden, &[json!("block")])?;
    ensure(heights(700, 500)?.len() <= 2, || "shown again it does not come to rest".into())
}

fn an_embed_without_an_address_works(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let load = "
        const [done] = arguments, frame = document.querySelector('iframe');
        frame.style.cssText = 'width:1000px;height:700px';
        frame.setAttribute('sandbox', 'allow-scripts');
        addEventListener('message', ({ source, data }) => {
          if (source === frame.contentWindow && data?.type === 'ready') done(data.query);
        });
        fetch('/aukus-briefing.html').then(it => it.text()).then(it => { frame.srcdoc = it; });";
    assert_same("ready at", page.session.run_async(load, &[])?, json!(""))?;
    let frame = "return document.querySelector('iframe')";
    click_in(page, frame, ".partners [data-country=kor]")?;
    expect_in_frame(page, frame, "kor")?;
    page.session.run("document.querySelector('iframe').contentWindow.postMessage({ 'aukus-briefing': 1, nonce: '', type: 'select', query: 'technology=quantum' }, '*')", &[])?;
    expect_in_frame(page, frame, "tech-quantum")?;
    page.session.run("document.querySelector('iframe').contentWindow.postMessage({ 'aukus-briefing': 1, nonce: '', type: 'select', query: '' }, '*')", &[])?;
    expect_in_frame(page, frame, "overview")
}

/// In the smallest box, without a script of the host's: the map is seen, nothing scrolls sideways, and it scrolls down.
fn a_small_box_shows_the_map(page: &Page) -> Outcome {
    let frame = "return document.querySelector('iframe')";
    for (width, height) in [(320, 320), (320, 640), (640, 480), (1200, 400)] {
        page.session.go(&format!("{}/frame", page.site.origin()))?;
        let load = "
            const [width, height, done] = arguments, frame = document.querySelector('iframe');
            frame.style.cssText = `width:${width}px;height:${height}px`;
            frame.onload = () => done(true);
            frame.src = '/aukus-briefing.html#partner=kor';";
        page.session.run_async(load, &[json!(width), json!(height)])?;
        expect_in_frame(page, frame, "kor")?;
        let wrong = "
            const wrong = [], root = document.documentElement, map = document.querySelector('.map-frame').getBoundingClientRect();
            if (map.top > innerHeight / 2) wrong.push(`the map begins at ${map.top} of ${innerHeight}`);
            if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways');
            scrollTo(0, 500);
            if (scrollY < 400) wrong.push('does not scroll down');
            return wrong;";
        assert_empty(
            &format!("in a box of {width} by {height} px"),
            &strings(&in_frame(page, frame, wrong)?)?,
        )?;
    }
    Ok(())
}
