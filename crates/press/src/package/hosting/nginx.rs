//! For nginx: a location for the `server` block.

use super::{EDITION, FOLDER, FOREVER, FRESH, HASHED, everywhere, literal};

/// The location of the folder `path`, with those within it that say something else.
pub(super) fn of(policy: &str, path: &str) -> String {
    // What a location adds takes the place of what is added around it, so each says everything.
    let common = |indent: &str| {
        everywhere(|name, value| format!("{indent}add_header {name} {value} always;"))
    };
    let (outer, inner) = (common("    "), common("        "));
    let pattern = literal(path);
    format!(
        r#"# The briefing on nginx, for the `server` block that serves it under {path} and has no
# `location {path}` of its own:
#     include /path/to/{FOLDER}/nginx.conf;

location {path} {{
    index index.html;
    # What was packed beforehand, through proxies too. The second line needs a module (on Debian
    # libnginx-mod-http-brotli-static): take away its `#` where that is loaded.
    gzip_static on;
    #brotli_static on;
    gzip_proxied any;
    gzip_vary on;
    add_header Cache-Control {FRESH} always;
{outer}

    location = {path}index.html {{
        add_header Content-Security-Policy "{policy}" always;
        add_header Cache-Control {FRESH} always;
{inner}
    }}

    location ~ "^{pattern}{HASHED}$" {{
        types {{
            application/wasm wasm;
            text/javascript js;
        }}
        add_header Cache-Control "{FOREVER}";
{inner}
    }}

    location ~ "^{pattern}{EDITION}$" {{
        add_header Cache-Control "{FOREVER}";
{inner}
    }}
}}
"#
    )
}
