//! Takes pictures of the built page in Chromium, at several sizes, light and dark.
//!
//! `cargo run -p browser-tests --bin shots -- OUT_FOLDER [--full] [QUERY…]`: each query, as `?partner=kor`, else a few
//! views that show every kind of state. `--full` takes the whole height of the page.

use browser_tests::engine::{Browser, Engine, Motion, Preferences, Scheme};
use browser_tests::page::{Page, part};
use browser_tests::site::{Content, Site};
use browser_tests::webdriver::png;
use browser_tests::{Failure, Outcome};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

const VIEWS: [&str; 6] =
    ["", "?pillar=1", "?pillar=2", "?technology=quantum", "?partner=kor", "?partner=jpn"];

/// Widths and heights of windows, in CSS pixels.
const SIZES: [(u32, u32); 4] = [(1440, 900), (1024, 768), (640, 800), (390, 844)];

/// How long the map may take to come to rest.
const REST: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    match Order::read(std::env::args().skip(1)).and_then(|order| shoot(&order)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Order {
    folder: PathBuf,
    is_full: bool,
    views: Vec<String>,
}

impl Order {
    fn read(arguments: impl Iterator<Item = String>) -> Outcome<Order> {
        let (flags, mut rest): (Vec<_>, Vec<_>) = arguments.partition(|it| it.starts_with("--"));
        if let Some(unknown) = flags.iter().find(|it| *it != "--full") {
            return Err(format!("{unknown} is no option: there is --full").into());
        }
        if rest.is_empty() {
            return Err("usage: shots OUT_FOLDER [--full] [QUERY…]".into());
        }
        let folder = PathBuf::from(rest.remove(0));
        let views = if rest.is_empty() { VIEWS.map(str::to_owned).to_vec() } else { rest };
        Ok(Order { folder, is_full: !flags.is_empty(), views })
    }
}

fn shoot(order: &Order) -> Outcome {
    std::fs::create_dir_all(&order.folder)?;
    let folder = Content::Real.folder()?;
    let site = Site::serve(&folder)?;
    let mut browser = Browser::new(Engine::Chromium);
    for scheme in [Scheme::Light, Scheme::Dark] {
        let session = browser.session(Preferences { scheme, motion: Motion::Full })?;
        let page = Page { session, site: &site, folder: &folder, engine: Engine::Chromium };
        for view in &order.views {
            shoot_view(&page, order, scheme, view)?;
        }
    }
    Ok(())
}

fn shoot_view(page: &Page, order: &Order, scheme: Scheme, view: &str) -> Outcome {
    for (width, height) in SIZES {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.session.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        page.open(view)?;
        std::thread::sleep(REST);
        let name = format!("{}-{width}-{}.png", name(view), scheme.name());
        take(page, order.is_full, &order.folder.join(&name))
            .map_err(|error| -> Failure { format!("{name}: {error}").into() })?;
    }
    Ok(())
}

fn take(page: &Page, is_full: bool, file: &Path) -> Outcome {
    let options = if is_full {
        let metrics = page.session.devtools("Page.getLayoutMetrics", &json!({}))?;
        let size = part(&metrics, "/cssContentSize");
        let (width, height) = (part(size, "/width"), part(size, "/height"));
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        json!({ "captureBeyondViewport": true, "clip": clip })
    } else {
        json!({})
    };
    let picture = page.session.devtools("Page.captureScreenshot", &options)?;
    std::fs::write(file, png(part(&picture, "/data"))?)?;
    println!("{}", file.display());
    Ok(())
}

/// A file name for a view: its values, with the key before a bare number, as `pillar-2-kor` for `?pillar=2&partner=kor`.
fn name(view: &str) -> String {
    let pairs = view.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let names: Vec<String> = pairs
        .map(|(key, value)| match value.parse::<u32>() {
            Ok(number) => format!("{key}-{number}"),
            Err(_) => value.to_owned(),
        })
        .collect();
    if names.is_empty() { "overview".to_owned() } else { names.join("-") }
}
