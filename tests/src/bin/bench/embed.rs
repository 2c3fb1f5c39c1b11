//! How soon an embedded page has its new height: from what the host asks for to the last height that the frame reports.

use super::sizes::{self, File};
use super::table::{Pair, Samples, Table};
use super::window::{SLOWDOWN, Window};
use browser_tests::site::Site;
use browser_tests::{Outcome, ensure};
use serde_json::{Value, json};

/// A post with the script's embed.
const HOST: &str =
    "<!doctype html><meta charset=utf-8><title>Post</title><script src=embed.js></script>
<p>Before.</p><aukus-briefing></aukus-briefing><p>After.</p>";

/// Selects the countries in turn, and returns after how many ms the height came to rest, for each.
const SELECT: &str = include_str!("js/select_in_embed.js");

/// Measures on a slow processor.
pub(crate) fn measure(
    mut files: Vec<File>,
    countries: &[String],
    rounds: usize,
    table: &mut Table,
) -> Outcome {
    files.push(sizes::file("post.html", HOST.as_bytes()));
    let site = Site::serve_with(sizes::server(files))?;
    let mut window = Window::open()?;
    window.session()?.go(&format!("{}/post.html", site.origin()))?;
    std::thread::sleep(std::time::Duration::from_secs(2));
    let is_ready =
        window.run("return document.querySelector('aukus-briefing').hasAttribute('data-ready')")?;
    ensure(is_ready == json!(true), || "the embed does not become ready".to_owned())?;
    let mut pauses = Samples::default();
    window.slow_down(SLOWDOWN)?;
    for _ in 0..rounds {
        let measured = window.session()?.call_async(SELECT, &[json!(countries)])?;
        let measured = measured.as_array().into_iter().flatten();
        measured.filter_map(Value::as_f64).for_each(|it| pauses.push(it));
    }
    window.slow_down(1)?;
    table.add(
        "embed: selection to its last height, ms",
        Pair { ours: pauses, bare: Samples::default() },
    );
    Ok(())
}
