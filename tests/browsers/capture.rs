//! Pictures of the whole page, as tools take them without scrolling.

use crate::case::{Case, cases, js};
use browser_tests::engine::Engine;
use browser_tests::page::{Page, part};
use browser_tests::{Outcome, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![a_picture_of_the_whole_page_has_its_sections];

/// The whole page as a PNG in base64; none in WebKit, whose driver takes no such picture.
fn picture(page: &Page) -> Outcome<Option<Value>> {
    match page.engine {
        Engine::Chromium => {
            let wanted = json!({ "captureBeyondViewport": true, "clip": {
                "x": 0, "y": 0, "width": 1200, "height": page.session.run("return document.documentElement.scrollHeight", &[])?, "scale": 1,
            } });
            let taken = page.session.devtools("Page.captureScreenshot", &wanted)?;
            Ok(Some(part(&taken, "/data").clone()))
        }
        Engine::Firefox => Ok(Some(page.session.get("moz/screenshot/full")?)),
        Engine::Webkit => Ok(None),
    }
}

fn a_picture_of_the_whole_page_has_its_sections(page: &Page) -> Outcome {
    page.open("")?;
    let is_laid_out = "return ['changes', 'checks', 'limits', 'glossary', 'sources'].every(it => document.querySelector(`.${it}[data-laid-out]`))";
    page.wait("the sections to be laid out", is_laid_out)?;
    let parts = page.session.call(js!("ends_of_sections"), &[])?;
    let Some(picture) = picture(page)? else { return Ok(()) };
    // The page's policy lets no script draw a picture.
    page.session.go("about:blank")?;
    for end in parts.as_array().into_iter().flatten() {
        let dark = page.session.call_async(js!("dark_points"), &[picture.clone(), end.clone()])?;
        ensure(dark.as_u64() > Some(100), || format!("{end} has {dark} dark points"))?;
    }
    Ok(())
}
