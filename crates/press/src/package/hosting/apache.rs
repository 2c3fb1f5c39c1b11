//! For Apache: directives for the folder, wherever it is.

use super::{EDITION, FOLDER, FOREVER, FRESH, HASHED, everywhere};

/// The files that are packed beforehand and their types, which the ending of the packed file would hide.
const TYPES: [(&str, &str); 6] = [
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];

/// Directives for the folder's `.htaccess` or its `<Directory>` block.
pub(super) fn of(policy: &str) -> String {
    let common = everywhere(|name, value| format!("Header always set {name} {value}"));
    let packed = [packed("br", "br"), packed("gzip", "gz")].concat();
    let types: String = TYPES.into_iter().map(typed).collect();
    format!(
        r#"# The briefing on Apache, with its modules `headers` and `rewrite`: copy this beside index.html as .htaccess, or
#     Include /path/to/{FOLDER}/apache.conf
# in the <Directory> block of the folder.

{common}
Header always set Cache-Control {FRESH}
<FilesMatch "^index\.html(\.br|\.gz)?$">
    Header always set Content-Security-Policy "{policy}"
</FilesMatch>
<FilesMatch "^{HASHED}(\.br|\.gz)?$">
    Header always set Cache-Control "{FOREVER}" "expr=%{{REQUEST_STATUS}} -lt 400"
</FilesMatch>
Header always set Cache-Control "{FOREVER}" "expr=%{{REQUEST_URI}} =~ m#/{EDITION}(\.br|\.gz)?$# && %{{REQUEST_STATUS}} -lt 400"

# What was packed beforehand. Apache takes .br for a language, and .gz for a type.
RewriteEngine on
{packed}RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
<FilesMatch "\.(html|js|css|json|svg|wasm)(\.br|\.gz)?$">
    Header merge Vary Accept-Encoding
</FilesMatch>
{types}"#
    )
}

/// Leads to the packed file, if there is one, those who take it.
fn packed(coding: &str, ending: &str) -> String {
    format!(
        r#"RewriteCond %{{HTTP:Accept-Encoding}} "(^|,) *{coding} *(,|$|; *q=(1|0\.0*[1-9]))"
RewriteCond "%{{REQUEST_FILENAME}}.{ending}" -f
RewriteRule ^ "%{{REQUEST_URI}}.{ending}" [L]
"#
    )
}

fn typed((ending, kind): (&str, &str)) -> String {
    format!("<FilesMatch \"\\.{ending}(\\.br|\\.gz)?$\">\n    ForceType {kind}\n</FilesMatch>\n")
}
