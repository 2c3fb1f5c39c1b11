//! The colours of the page, read from its own style sheet, so that each is written down once.

use lightningcss::declaration::DeclarationBlock;
use lightningcss::properties::Property;
use lightningcss::properties::custom::{CustomProperty, TokenList, TokenOrValue};
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::values::color::{CssColor, RGBA};

const TOKENS: &str = include_str!("../../../../assets/style/tokens.css");

/// A colour of the page in light and in dark, as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Colour {
    pub(crate) light: String,
    pub(crate) dark: String,
}

/// The colour that the style sheet calls `--name`.
pub(crate) fn colour(name: &str) -> Result<Colour, String> {
    find(TOKENS, name)?.ok_or_else(|| {
        format!("tokens.css has no `--{name}: light-dark(#rrggbb, #rrggbb)`: put it back")
    })
}

fn find(css: &str, name: &str) -> Result<Option<Colour>, String> {
    let sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|it| format!("tokens.css: {it}"))?;
    let declarations = sheet.rules.0.iter().filter_map(|it| match it {
        CssRule::Style(rule) => Some(&rule.declarations),
        _ => None,
    });
    let mut values = declarations.filter_map(|it| value(it, name));
    Ok(values.next().and_then(light_and_dark))
}

/// The value of the custom property `--name`.
fn value<'a, 'i>(declarations: &'a DeclarationBlock<'i>, name: &str) -> Option<&'a TokenList<'i>> {
    declarations.declarations.iter().find_map(|it| match it {
        Property::Custom(CustomProperty { name: found, value })
            if found.as_ref().strip_prefix("--") == Some(name) =>
        {
            Some(value)
        }
        _ => None,
    })
}

fn light_and_dark(value: &TokenList) -> Option<Colour> {
    let [TokenOrValue::Color(CssColor::LightDark(light, dark))] = value.0.as_slice() else {
        return None;
    };
    Some(Colour { light: hex(light)?, dark: hex(dark)? })
}

/// An opaque colour as `#rrggbb`.
fn hex(colour: &CssColor) -> Option<String> {
    match colour {
        CssColor::RGBA(RGBA { red, green, blue, alpha: 255 }) => {
            Some(format!("#{red:02x}{green:02x}{blue:02x}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: Option<(&str, &str)>) {
        let colour =
            |(light, dark): (&str, &str)| Colour { light: light.into(), dark: dark.into() };
        assert_eq!(find(css, "b"), Ok(expected.map(colour)), "{css}");
    }

    #[test]
    fn reads_a_colour_in_light_and_in_dark() {
        check(
            ":root { --a-b: light-dark(#000000, #111111); --b: light-dark(#abcdef, #fedcba); }",
            Some(("#abcdef", "#fedcba")),
        );
        check("a { --b: light-dark( #fff,red ) }", Some(("#ffffff", "#ff0000")));
        check(":root { --a: light-dark(#000000, #111111); }", None);
        check(":root { --b: #123456; }", None);
        check(":root { --b: light-dark(#12345678, #123456); }", None);
        assert!(find("b, {}", "b").is_err());
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
