//! The content security policy: nothing but what is in the page, by its hash, and on a server the app beside it.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// What a policy is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// The page on a server, which asks for the app, and shows itself as others would embed it.
    Site,
    /// The one file, which asks for nothing.
    File,
}

/// Where the policy goes in: before anything that it is to rule.
const PLACE: &str = "<meta charset=\"utf-8\">";

/// The page with its policy.
pub(crate) fn with_policy(page: &str, of: Of) -> Result<String, String> {
    let (before, after) =
        page.split_once(PLACE).ok_or_else(|| format!("index.html has no {PLACE}: put it back"))?;
    let policy = policy(page, of);
    Ok(format!(
        "{before}{PLACE}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

fn policy(page: &str, of: Of) -> String {
    let scripts = hashes(contents(page, "script").iter().filter(|it| it.is_run).map(|it| it.text));
    let styles = hashes(contents(page, "style").iter().map(|it| it.text));
    let (own, asked) = match of {
        Of::Site => ("'self' ", "; connect-src 'self'; frame-src 'self'"),
        Of::File => ("", ""),
    };
    format!(
        "default-src 'none'; script-src {own}{scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src {own}data:{asked}; base-uri 'none'; form-action 'none'"
    )
}

/// The policy that a page carries.
pub(crate) fn carried(page: &str) -> Result<&str, &'static str> {
    page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(policy, _)| policy)
        .ok_or("the page has no policy")
}

struct Content<'a> {
    text: &'a str,
    /// Whether the browser runs it; a block of data is no script.
    is_run: bool,
}

/// What stands in the elements of a name. They do not nest, and none of ours holds its own end tag.
fn contents<'a>(page: &'a str, name: &str) -> Vec<Content<'a>> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let content = |rest: &'a str| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once(&end)?;
        let is_run = !attributes.contains("type=") || attributes.contains("\"module\"");
        Some(Content { text, is_run })
    };
    page.split(&start).skip(1).filter_map(content).collect()
}

fn hashes<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    texts.filter(|it| !it.is_empty()).map(hash).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=\"utf-8\"><script>a()</script><script type=\"module\">b()</script><script type=\"application/json\">{}</script><style>c{}</style>";

    #[test]
    fn names_what_runs_by_its_hash() {
        let page = with_policy(PAGE, Of::File).unwrap();
        let policy = page.split("content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(policy.matches("sha256-").count(), 3, "{policy}");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn the_site_may_ask_for_its_own() {
        let page = with_policy(PAGE, Of::Site).unwrap();
        for own in ["script-src 'self' ", "connect-src 'self'", "frame-src 'self'"] {
            assert!(page.contains(own), "{page}");
        }
        assert!(carried(&page).unwrap().starts_with("default-src 'none'; "));
    }
}
