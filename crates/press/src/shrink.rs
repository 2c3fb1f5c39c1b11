//! Makes scripts and styles small for a release, and styles fit for older browsers. Nothing else depends on it: without its two
//! calls in `main` the page works as well in new ones.

use std::fs;
use std::path::Path;

use crate::html;
use crate::outcome::Outcome;

mod script;
mod style;

use script::Kind;

/// The page with its style and its inline scripts minified.
pub(crate) fn page(page: &str) -> Outcome<String> {
    let page = html::with_texts(page, "style", style::minified)?;
    html::with_texts(&page, "script:not([type])", |it| script::minified(it, Kind::Classic))
}

/// Minifies a module where it lies.
pub(crate) fn module(path: &Path) -> Outcome {
    let minified = script::minified(&fs::read_to_string(path)?, Kind::Module)?;
    Ok(fs::write(path, minified)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minifies_styles_and_scripts_and_leaves_data_alone() {
        let before = "<style>/* a */\na { b: c; }\n</style><script>\n// j\n  k('//l'); // m\n</script><script type=\"text/plain\">// n</script><!--<[]>-->";
        assert_eq!(
            page(before).unwrap(),
            "<style>a{b:c}</style><script>k(`//l`);</script><script type=\"text/plain\">// n</script><!--<[]>-->"
        );
    }

    #[test]
    fn misses_a_style() {
        let problem = page("<script>a()</script>").unwrap_err().to_string();
        assert!(problem.contains("`style`"), "{problem}");
    }
}
