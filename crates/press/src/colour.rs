//! The colours of the page, read from its own style sheet, so that each is written down once.

const TOKENS: &str = include_str!("../../../assets/style/tokens.css");

/// A colour of the page in light and in dark, as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour<'a> {
    pub(crate) light: &'a str,
    pub(crate) dark: &'a str,
}

/// The colour that the style sheet calls `--name`.
pub(crate) fn colour(name: &str) -> Result<Colour<'static>, String> {
    find(TOKENS, name).ok_or_else(|| {
        format!("tokens.css has no `--{name}: light-dark(#rrggbb, #rrggbb)`: put it back")
    })
}

fn find<'a>(css: &'a str, name: &str) -> Option<Colour<'a>> {
    let (_, rest) = css.split_once(&format!("--{name}: light-dark("))?;
    let (light, dark) = rest.split_once(')')?.0.split_once(", ")?;
    [light, dark].iter().all(|it| is_hex(it)).then_some(Colour { light, dark })
}

fn is_hex(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_colour_in_light_and_in_dark() {
        let css =
            ":root { --a-b: light-dark(#000000, #111111); --b: light-dark(#abcdef, #fedcba); }";
        assert_eq!(find(css, "b"), Some(Colour { light: "#abcdef", dark: "#fedcba" }));
        assert_eq!(find(css, "c"), None);
        assert_eq!(find("--b: light-dark(red, #fedcba)", "b"), None);
    }

    #[test]
    fn says_which_colour_is_missing() {
        let problem = colour("mauve").unwrap_err();
        assert_eq!(
            problem,
            "tokens.css has no `--mauve: light-dark(#rrggbb, #rrggbb)`: put it back"
        );
    }
}
