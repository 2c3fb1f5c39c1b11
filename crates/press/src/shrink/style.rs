//! Minifies style sheets with lightningcss, and lowers what it can write for older browsers at the cost of a few bytes
//! ([`LOWERED`]). No browsers are named as its targets, so it lowers nothing else; of two values of a property in one rule it
//! keeps the last, so any other fallback needs `@supports`.

use lightningcss::error::Error;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};

/// Colours for light and dark, which become two custom properties that follow the reader's wish and the page's theme; and
/// ranges of widths, which the minifier itself would write in the newer way.
const LOWERED: Features = Features::LightDark.union(Features::MediaRangeSyntax);

/// The style sheet without comments and space, and with its rules and values written as short as they can be.
///
/// # Errors
/// Says where a style sheet cannot be read, or that there is nothing in it.
pub(crate) fn minified(css: &str) -> Result<String, String> {
    let mut sheet =
        StyleSheet::parse(css, ParserOptions::default()).map_err(|it| problem(css, &it))?;
    let targets = Targets { include: LOWERED, ..Targets::default() };
    let options = MinifyOptions { targets, ..MinifyOptions::default() };
    sheet.minify(options).map_err(|it| problem(css, &it))?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    let printed = sheet.to_css(options).map_err(|it| problem(css, &it))?.code;
    if printed.is_empty() {
        return Err("the page's style has no rule in it".into());
    }
    Ok(printed)
}

/// What is wrong, and the line where it is: the page holds all style sheets as one, so a number says little.
fn problem<T: std::fmt::Display>(css: &str, error: &Error<T>) -> String {
    let what = &error.kind;
    let Some(at) = &error.loc else { return format!("the page's style: {what}") };
    let line = usize::try_from(at.line).ok().and_then(|it| css.lines().nth(it));
    let line = line.unwrap_or_default().trim();
    format!("the page's style: {what}, in column {} of the line `{line}`", at.column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(minified(css).unwrap(), expected);
    }

    #[test]
    fn leaves_out_comments_and_space() {
        check(
            "/* a\n   b */\na { b: c; }\n@media print {\n  d > e,\n  f { g: h; }\n}\n",
            "a{b:c}@media print{d>e,f{g:h}}",
        );
    }

    #[test]
    fn lowers_colours_and_ranges() {
        check(
            ":root { color-scheme: light dark; --a: light-dark(#112233, #445566); }",
            ":root{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light dark;--a:var(--lightningcss-light,#123)var(--lightningcss-dark,#456)}@media (prefers-color-scheme:dark){:root{--lightningcss-light: ;--lightningcss-dark:initial}}",
        );
        check(
            "a { color-scheme: dark; }",
            "a{--lightningcss-light: ;--lightningcss-dark:initial;color-scheme:dark}",
        );
        check("@media (min-width: 60rem) { a { b: c; } }", "@media (min-width:60rem){a{b:c}}");
    }

    #[test]
    fn lowers_nothing_else() {
        check("a { &:hover { color: var(--b); } }", "a{&:hover{color:var(--b)}}");
        check("a:has(> b:checked) { inset: 0 1px; }", "a:has(>b:checked){inset:0 1px}");
    }

    #[test]
    fn says_where_it_cannot_be_read() {
        let problem = minified("a {}\n  b, { c: d; }\n").unwrap_err();
        assert!(problem.ends_with(" of the line `b, { c: d; }`"), "{problem}");
    }

    #[test]
    fn wants_a_rule() {
        assert!(minified("/* a */").is_err());
    }
}
