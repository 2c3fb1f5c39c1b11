//! Puts values into texts.

/// Puts values in the place of a pattern's placeholders: `format("since {date}", &[("date", "May")])` is `since May`. A
/// placeholder without a value stays.
#[must_use]
pub fn format(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((placeholder, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(name, _)| *name == placeholder) {
            Some((_, value)) => text.push_str(value),
            None => text.extend(["{", placeholder, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_values_in_and_leaves_the_rest() {
        let values = [("country", "Japan"), ("date", "May {status}")];
        assert_eq!(
            format("{country}: {status} since {date}", &values),
            "Japan: {status} since May {status}"
        );
        assert_eq!(format("no placeholders", &values), "no placeholders");
        assert_eq!(format("open { end", &values), "open { end");
        assert_eq!(format("{", &[]), "{");
    }
}
