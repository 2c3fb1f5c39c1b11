//! Loading the page: it comes up whole, complains of nothing, and then asks for nothing more.

use crate::case::{Case, cases};
use browser_tests::page::Page;
use browser_tests::site::Request;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

const TITLE: &str = "AUKUS and its second pillar";
const HEADLINE: &str = "AUKUS: two members, one prospective partner";

pub(crate) const CASES: &[Case] = cases![load, a_tour_makes_no_request];

fn load(page: &Page) -> Outcome {
    page.site.take_requests();
    page.open("")?;
    assert_same("title", page.shown()?.title, TITLE)?;
    assert_same("heading", page.text("h1")?, HEADLINE)?;
    assert_same("address", page.query()?, "")?;
    let (edition, date) = (page.text(".edition-dates")?, page.text(".timeline-date")?);
    let is_of_edition = edition.contains("Edition") && !date.is_empty() && edition.contains(&date);
    ensure(is_of_edition, || format!("{edition:?} does not say the edition of {date:?}"))?;
    assert_same("the note on the address", page.text("#app .notice")?, "")?;
    assert_empty("the page complains", &page.problems()?)?;
    let requests = page.site.take_requests();
    ensure(requests.iter().any(|it| it.path.ends_with(".wasm")), || {
        format!("the app was not asked for: {requests:?}")
    })?;
    assert_empty("requests that failed", &paths(&requests, |it| it.status != "200 OK"))
}

/// Everything a reader can do on the page, in one visit.
fn a_tour_makes_no_request(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    page.site.take_requests();
    page.click_shape("nor")?;
    page.expect("?partner=nor", "nor")?;
    page.choose("[data-pillar=pillar-1]")?;
    page.expect("?pillar=1", "pillar-1")?;
    page.choose("[data-pillar=pillar-2]")?;
    page.expect("?pillar=2", "pillar-2")?;
    page.click(".map-marker[data-country=swe]")?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    // An event sets the date.
    page.click(".card [data-event=ev-2024-06-20-meeting]")?;
    page.expect("?pillar=2&event=2024-06-20-meeting&date=2024-06-20", "ev-2024-06-20-meeting")?;
    page.click(".map-marker[data-country=nor]")?;
    page.expect("?pillar=2&partner=nor&date=2024-06-20", "nor")?;
    page.click(".card [data-statement]")?;
    page.choose("[data-technology=tech-string]")?;
    page.expect("?technology=string&date=2024-06-20", "tech-string")?;
    page.focus(".timeline-range")?;
    page.session.press(key::HOME)?;
    page.expect("?technology=string&date=2021-03-01", "tech-string")?;
    page.click("[data-step=next]")?;
    page.click("[data-step=latest]")?;
    page.expect("?technology=string", "tech-string")?;
    page.click(".more a[href='#sources']")?;
    page.session.back()?;
    page.click(".lenses [data-lens=overview]")?;
    page.expect("", "overview")?;
    assert_empty("the page complains", &page.problems()?)?;
    // A browser with a visible window asks for the icon of its tab when it pleases.
    let asked = paths(&page.site.take_requests(), |it| !it.path.starts_with("/icon"));
    assert_empty("requests after the page had loaded", &asked)
}

fn paths(requests: &[Request], is_wanted: impl Fn(&Request) -> bool) -> Vec<String> {
    let wanted = requests.iter().filter(|it| is_wanted(it));
    wanted.map(|it| format!("{} {}", it.status, it.path)).collect()
}
