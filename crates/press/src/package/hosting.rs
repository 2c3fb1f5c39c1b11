//! What web servers are told: `_headers` for Netlify and Cloudflare Pages, and snippets for nginx, Caddy and Apache. All say
//! the same: the policy of the page as a header, since only a header can rule who may frame it, and everybody may; that
//! what is named by its hash or kept as an edition never changes and all else is asked for anew; that other sites may read and
//! embed everything,
//! for a frame in a sandbox counts as one; and, to those who ask, what was packed beforehand.

use std::fs;
use std::path::Path;

use crate::outcome::Outcome;

mod apache;
mod caddy;
mod headers;
mod nginx;

/// The folder of the snippets, beside `index.html`.
pub(crate) const FOLDER: &str = "hosting";

/// What every file gets. A host that takes in only what agrees to it (COEP) asks for the last two.
const EVERYWHERE: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
];

const FRESH: &str = "no-cache";
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The names of the files that are named by their hash, as a regular expression without its end.
const HASHED: &str = r"aukus-briefing-[0-9a-f]+(_bg\.wasm|\.js)";

/// The same of the copies of editions.
const EDITION: &str = r"editions/[0-9]+/aukus-briefing\.html";

/// Writes it all, for a page of this policy in the folder `path` of its host, with copies of these editions.
pub(crate) fn tell(folder: &Path, policy: &str, path: &str, editions: &[u16]) -> Outcome {
    let snippets = folder.join(FOLDER);
    fs::create_dir_all(&snippets)?;
    fs::write(folder.join("_headers"), headers::of(policy, path, editions))?;
    fs::write(snippets.join("nginx.conf"), nginx::of(policy, path))?;
    fs::write(snippets.join("Caddyfile"), caddy::of(policy, path))?;
    Ok(fs::write(snippets.join("apache.conf"), apache::of(policy))?)
}

/// A line for each header that every file gets.
fn everywhere(line: impl Fn(&str, &str) -> String) -> String {
    EVERYWHERE.iter().map(|(name, value)| line(name, value)).collect::<Vec<_>>().join("\n")
}

/// A path in a regular expression that stands for itself.
fn literal(path: &str) -> String {
    path.replace('.', "\\.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Artifact;
    use crate::package::policy;

    const PAGE: &str = "<meta charset=\"utf-8\"><script>a()</script><style>b{}</style>";

    fn all(policy: &str, path: &str) -> [String; 4] {
        let of = |server: fn(&str, &str) -> String| server(policy, path);
        let headers = headers::of(policy, path, &[2, 10]);
        [headers, of(nginx::of), of(caddy::of), apache::of(policy)]
    }

    #[test]
    fn send_the_policy_of_the_page() {
        let page = policy::with_policy(PAGE, Artifact::Site).unwrap();
        let policy = &policy::carried(&page).unwrap();
        assert!(page.contains(&format!("content=\"{policy}\"")));
        // Nothing in it means anything to a server.
        assert!(!policy.contains(['"', '\\', '$', '{', '%', '\n']), "{policy}");
        let [headers, snippets @ ..] = all(policy, "/");
        let line = format!("\n  Content-Security-Policy: {policy}\n");
        assert_eq!(headers.matches(&line).count(), 2, "{headers}");
        for snippet in snippets {
            assert!(
                snippet.contains(&format!("Content-Security-Policy \"{policy}\"")),
                "{snippet}"
            );
        }
    }

    #[test]
    fn say_the_same_of_every_file() {
        for told in all("none", "/") {
            for (name, value) in EVERYWHERE {
                let is_said = |it: &str| {
                    it.contains(name) && it.replace(';', "").contains(&format!(" {value}"))
                };
                assert!(told.lines().any(is_said), "{name} in {told}");
            }
        }
    }

    #[test]
    fn hold_for_ever_what_never_changes_and_nothing_else() {
        let [headers, snippets @ ..] = all("none", "/");
        let rules: Vec<&str> = headers
            .split("\n/")
            .filter(|it| it.contains("immutable"))
            .filter_map(|it| it.lines().next())
            .collect();
        assert_eq!(rules, ["aukus-briefing-*", "editions/2/*", "editions/10/*"]);
        for snippet in snippets {
            assert!(snippet.contains(HASHED) && snippet.contains(EDITION), "{snippet}");
            assert!(snippet.matches("immutable").count() <= 2, "{snippet}");
            for said in ["no-cache", "application/wasm"] {
                assert!(snippet.contains(said), "{said} in {snippet}");
            }
        }
    }

    #[test]
    fn rule_the_folder_of_the_briefing_alone() {
        let [headers, nginx, caddy, _] = all("none", "/a.b/");
        let is_within = |it: &str| it.starts_with(['#', ' ']) || it.starts_with("/a.b/");
        assert!(headers.lines().all(is_within), "{headers}");
        assert!(nginx.contains("\nlocation /a.b/ {\n"), "{nginx}");
        assert!(nginx.contains("location = /a.b/index.html {\n"), "{nginx}");
        assert!(nginx.contains("\"^/a\\.b/aukus-briefing-"), "{nginx}");
        assert!(caddy.contains("@briefing path /a.b/*\n"), "{caddy}");
        assert!(caddy.contains("^/a\\.b/(aukus-briefing-"), "{caddy}");
    }
}
