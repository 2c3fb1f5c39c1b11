//! The choice of the page's colours: light, dark or as the system, for one visit.

use crate::case::{Case, cases, js};
use crate::embed::in_frame;
use browser_tests::Outcome;
use browser_tests::page::Page;
use serde_json::json;

pub(crate) const CASES: &[Case] =
    cases![a_reader_chooses_the_colours, a_reader_s_colours_count_more_than_a_host_s];

fn has_colours(page: &Page, scheme: &str) -> Outcome {
    let is_dark = json!(scheme == "dark");
    page.wait_for(&format!("{scheme} colours"), js!("is_dark"), &[is_dark])
}

fn a_reader_chooses_the_colours(page: &Page) -> Outcome {
    page.open("")?;
    has_colours(page, "light")?;
    for (choice, scheme) in
        [("dark", "dark"), ("light", "light"), ("dark", "dark"), ("auto", "light")]
    {
        page.session.call(js!("choose_colours"), &[json!(choice)])?;
        has_colours(page, scheme)?;
    }
    page.session.call(js!("choose_colours"), &[json!("dark")])?;
    page.session.reload()?;
    page.wait_until_ready()?;
    has_colours(page, "light")
}

fn a_reader_s_colours_count_more_than_a_host_s(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let wanted = json!({ "src": "/#embed=x&theme=dark", "width": 640, "height": 600 });
    page.session.call_async(js!("load_embed"), &[wanted])?;
    let ask = |theme: &str| {
        let message = json!({ "aukus-briefing": 1, "nonce": "x", "type": "theme", "theme": theme });
        page.session.run(
            "document.querySelector('iframe').contentWindow.postMessage(arguments[0], '*')",
            &[message],
        )
    };
    let waits = |is_dark: bool| {
        let script = format!(
            "return ({})({is_dark}, document.querySelector('iframe').contentDocument)",
            js!("is_dark")
        );
        page.wait("the colours of the frame", &script)
    };
    waits(true)?;
    ask("light")?;
    waits(false)?;
    in_frame(page, "iframe", js!("choose_colours"), &[json!("dark")])?;
    waits(true)?;
    ask("light")?;
    std::thread::sleep(std::time::Duration::from_millis(200));
    waits(true)
}
