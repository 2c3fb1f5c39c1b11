//! For Netlify and Cloudflare Pages, which read it at the root of what is published. They join what two rules say of one
//! header, so of each file only one may.

use super::{FOREVER, FRESH, everywhere};

/// Rules for the folder `path` of the host, with copies of these editions. Each has a rule of its own, as one for all of them
/// would have browsers hold for ever that an edition is not there yet.
pub(super) fn of(policy: &str, path: &str, editions: &[u16]) -> String {
    let page = |name: &str| {
        format!("{path}{name}\n  Content-Security-Policy: {policy}\n  Cache-Control: {FRESH}\n")
    };
    let file = |name: &str, caching: &str| format!("{path}{name}\n  Cache-Control: {caching}\n");
    // Cloudflare leads to the name without its ending, so the rule is for both.
    let edition = |number: &u16| file(&format!("editions/{number}/*"), FOREVER);
    [
        format!("{path}*\n{}\n", everywhere(|name, value| format!("  {name}: {value}"))),
        page(""),
        page("index.html"),
        file("aukus-briefing.html", FRESH),
        file("embed.js", FRESH),
        file("aukus-briefing-*", FOREVER),
        editions.iter().map(edition).collect(),
    ]
    .concat()
}
