//! For Caddy: directives for the site's block.

use super::{EDITION, FOLDER, FOREVER, FRESH, HASHED, everywhere, literal};

/// Directives for the folder `path`. Each header is set by one of them for each file, so that their order does not matter.
pub(super) fn of(policy: &str, path: &str) -> String {
    let common = everywhere(|name, value| format!("\t{name} {value}"));
    let pattern = literal(path);
    format!(
        r#"# The briefing on Caddy, for the block of the site that serves it under {path}, which says where its `root` is:
#     import /path/to/{FOLDER}/Caddyfile

@briefing path {path}*
header @briefing {{
{common}
}}
file_server @briefing {{
	precompressed br gzip
}}
header @briefing {{
	Vary Accept-Encoding
	defer
}}

@briefing_page path {path} {path}index.html
header @briefing_page Content-Security-Policy "{policy}"

@briefing_forever {{
	path_regexp ^{pattern}({HASHED}|{EDITION})$
	file
}}
header @briefing_forever Cache-Control "{FOREVER}"

@briefing_fresh {{
	path {path}*
	not {{
		path_regexp ^{pattern}({HASHED}|{EDITION})$
		file
	}}
}}
header @briefing_fresh Cache-Control {FRESH}

@briefing_wasm path {path}*.wasm
header @briefing_wasm Content-Type application/wasm
@briefing_feed path {path}*.atom
header @briefing_feed Content-Type application/atom+xml
"#
    )
}
