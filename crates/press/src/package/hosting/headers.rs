//! For Netlify and Cloudflare Pages, which read it at the root of what is published. They join what two rules say of one
//! header, so of each file only one may.

use super::{FOREVER, FRESH, everywhere};

/// Rules for the folder `path` of the host.
pub(super) fn of(policy: &str, path: &str) -> String {
    let page = |name: &str| {
        format!("{path}{name}\n  Content-Security-Policy: {policy}\n  Cache-Control: {FRESH}\n")
    };
    let file = |name: &str, caching: &str| format!("{path}{name}\n  Cache-Control: {caching}\n");
    [
        format!("{path}*\n{}\n", everywhere(|name, value| format!("  {name}: {value}"))),
        page(""),
        page("index.html"),
        file("aukus-briefing.html", FRESH),
        file("embed.js", FRESH),
        file("aukus-briefing-*", FOREVER),
    ]
    .concat()
}
