//! The content security policy: nothing but what is in the page, by its hash, and on a server the app beside it.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lol_html::html_content::ContentType;
use sha2::{Digest, Sha256};

use crate::artifact::Artifact;
use crate::html;
use crate::html::TextElement;
use crate::outcome::Outcome;

/// Where the policy goes in: before anything that it is to rule.
const PLACE: &str = "meta[charset]";
const POLICY: &str = "meta[http-equiv=Content-Security-Policy]";

/// The page with its policy.
pub(crate) fn with_policy(page: &str, of: Artifact) -> Outcome<String> {
    let policy = policy(page, of)?;
    html::with_elements(page, PLACE, |it| {
        let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        it.after(&meta, ContentType::Html);
        Ok(())
    })
}

fn policy(page: &str, of: Artifact) -> Outcome<String> {
    let scripts = hashes(html::elements(page, "script")?.iter().filter(|it| is_run(it)));
    let styles = hashes(html::elements(page, "style")?.iter());
    let (own, asked) = match of {
        Artifact::Site => ("'self' ", "; connect-src 'self'; frame-src 'self'"),
        Artifact::File | Artifact::Edition => ("", ""),
    };
    Ok(format!(
        "default-src 'none'; script-src {own}{scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src {own}data:{asked}; base-uri 'none'; form-action 'none'"
    ))
}

/// The policy that a page carries.
pub(crate) fn carried(page: &str) -> Outcome<String> {
    let meta = html::only_element(page, POLICY)?;
    Ok(meta.attribute("content").ok_or("the page's policy says nothing")?.to_owned())
}

/// Whether the browser runs a script; a block of data is none.
fn is_run(script: &TextElement) -> bool {
    script.attribute("type").is_none_or(|it| it == "module")
}

/// The hashes of the texts, by which a policy allows them.
fn hashes<'a>(elements: impl Iterator<Item = &'a TextElement>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let texts = elements.map(|it| it.text.as_str()).filter(|it| !it.is_empty());
    texts.map(hash).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=\"utf-8\"><script>a()</script><script type=\"module\">b()</script><script type=\"application/json\">{}</script><style>c{}</style>";

    #[test]
    fn names_what_runs_by_its_hash() {
        let page = with_policy(PAGE, Artifact::File).unwrap();
        let policy = carried(&page).unwrap();
        assert_eq!(policy.matches("sha256-").count(), 3, "{policy}");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn the_site_may_ask_for_its_own() {
        let page = with_policy(PAGE, Artifact::Site).unwrap();
        for own in ["script-src 'self' ", "connect-src 'self'", "frame-src 'self'"] {
            assert!(page.contains(own), "{page}");
        }
        assert!(carried(&page).unwrap().starts_with("default-src 'none'; "));
    }

    #[test]
    fn misses_its_place_and_itself() {
        assert!(with_policy("<script>a()</script><style>b{}</style>", Artifact::File).is_err());
        assert!(carried(PAGE).is_err());
    }
}
