//! What web servers are told: `_headers` for Netlify and Cloudflare Pages, and snippets for nginx and Caddy. All say the
//! same: the policy of the page as a header, since only a header can rule who may frame it, and everybody may; that what is
//! named by its hash never changes and all else is asked for anew; and that other sites may read everything, for a frame
//! in a sandbox counts as one.

/// The folder of the snippets, beside `index.html`.
pub(crate) const FOLDER: &str = "hosting";

const FOREVER: &str = "public, max-age=31536000, immutable";

/// For Netlify and Cloudflare Pages, which read it at the root of what is published. They join what two rules say of one
/// header, so of each file only one may.
pub(crate) fn headers(policy: &str) -> String {
    let page = |path: &str| {
        format!("{path}\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n")
    };
    let file = |path: &str, caching: &str| format!("{path}\n  Cache-Control: {caching}\n");
    [
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Access-Control-Allow-Origin: *\n".to_owned(),
        page("/"),
        page("/index.html"),
        file("/aukus-briefing.html", "no-cache"),
        file("/embed.js", "no-cache"),
        file("/aukus-briefing-*", FOREVER),
    ]
    .concat()
}

/// For nginx: locations for the `server` block. `path` is the folder on its host.
pub(crate) fn nginx(policy: &str, path: &str) -> String {
    let pattern = path.replace('.', "\\.");
    // What a location adds takes the place of what is added around it, so each says everything.
    let common = "add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy no-referrer always;
    add_header Access-Control-Allow-Origin * always;
    gzip on;
    gzip_vary on;
    gzip_types application/json application/wasm image/svg+xml text/css text/javascript application/javascript;";
    format!(
        r#"# The briefing on nginx, for the `server` block that serves it under {path} and has no
# `location {path}` of its own:
#     include /path/to/{FOLDER}/nginx.conf;

location {path} {{
    index index.html;
    add_header Cache-Control no-cache always;
    {common}
}}

location = {path}index.html {{
    add_header Content-Security-Policy "{policy}" always;
    add_header Cache-Control no-cache always;
    {common}
}}

location ~ "^{pattern}aukus-briefing-[0-9a-f]+\.js$" {{
    add_header Cache-Control "{FOREVER}";
    {common}
}}

location ~ "^{pattern}aukus-briefing-[0-9a-f]+_bg\.wasm$" {{
    types {{ }}
    default_type application/wasm;
    add_header Cache-Control "{FOREVER}";
    {common}
}}
"#
    )
}

/// For Caddy: directives for the site's block. `path` is the folder on its host.
pub(crate) fn caddy(policy: &str, path: &str) -> String {
    let pattern = path.replace('.', "\\.");
    // Each header is set by one directive for each file, so that their order does not matter.
    format!(
        r#"# The briefing on Caddy, for the block of the site that serves it under {path}:
#     import /path/to/{FOLDER}/Caddyfile

@briefing path {path}*
header @briefing {{
	X-Content-Type-Options nosniff
	Referrer-Policy no-referrer
	Access-Control-Allow-Origin *
}}
encode @briefing {{
	zstd
	gzip
	match {{
		header Content-Type application/json*
		header Content-Type application/wasm*
		header Content-Type image/svg*
		header Content-Type text/*
	}}
}}

@briefing_page path {path} {path}index.html
header @briefing_page Content-Security-Policy "{policy}"

@briefing_hashed path_regexp ^{pattern}aukus-briefing-[0-9a-f]+(_bg\.wasm|\.js)$
header @briefing_hashed Cache-Control "{FOREVER}"

@briefing_fresh {{
	path {path}*
	not path_regexp ^{pattern}aukus-briefing-[0-9a-f]+(_bg\.wasm|\.js)$
}}
header @briefing_fresh Cache-Control no-cache

@briefing_wasm path {path}*.wasm
header @briefing_wasm Content-Type application/wasm
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Artifact;
    use crate::package::policy;

    const PAGE: &str = "<meta charset=\"utf-8\"><script>a()</script><style>b{}</style>";

    #[test]
    fn send_the_policy_of_the_page() {
        let page = policy::with_policy(PAGE, Artifact::Site).unwrap();
        let policy = &policy::carried(&page).unwrap();
        assert!(page.contains(&format!("content=\"{policy}\"")));
        // Nothing in it means anything to a server.
        assert!(!policy.contains(['"', '\\', '$', '{', '\n']), "{policy}");
        let headers = headers(policy);
        assert_eq!(
            headers.matches(&format!("\n  Content-Security-Policy: {policy}\n")).count(),
            2,
            "{headers}"
        );
        assert!(nginx(policy, "/").contains(&format!("Content-Security-Policy \"{policy}\" ")));
        assert!(caddy(policy, "/").contains(&format!("Content-Security-Policy \"{policy}\"\n")));
    }

    #[test]
    fn hold_for_ever_what_is_named_by_its_hash_and_nothing_else() {
        let headers = headers("none");
        let rules: Vec<&str> = headers
            .split("\n/")
            .filter(|it| it.contains("immutable"))
            .filter_map(|it| it.lines().next())
            .collect();
        assert_eq!(rules, ["aukus-briefing-*"]);
        for snippet in [nginx("none", "/"), caddy("none", "/")] {
            assert!(snippet.contains("^/aukus-briefing-[0-9a-f]+"), "{snippet}");
            assert!(snippet.contains("application/wasm"), "{snippet}");
            for header in ["X-Content-Type-Options", "Referrer-Policy", "no-cache"] {
                assert!(snippet.contains(header), "{header} in {snippet}");
            }
        }
    }

    #[test]
    fn rule_the_folder_of_the_briefing_alone() {
        let nginx = nginx("none", "/a.b/");
        assert!(nginx.contains("\nlocation /a.b/ {\n"), "{nginx}");
        assert!(nginx.contains("\nlocation = /a.b/index.html {\n"), "{nginx}");
        assert!(nginx.contains("\"^/a\\.b/aukus-briefing-"), "{nginx}");
        let caddy = caddy("none", "/a.b/");
        assert!(caddy.contains("@briefing path /a.b/*\n"), "{caddy}");
        assert!(caddy.contains("^/a\\.b/aukus-briefing-"), "{caddy}");
    }
}
