//! Puts numbers and values into texts.

/// A number in digits. The formatting of the standard library can do more, and is twenty times as much code in the wasm.
#[must_use]
pub fn digits(number: impl TryInto<i32>) -> String {
    let number = number.try_into().unwrap_or(i32::MAX);
    let mut text = String::from(if number < 0 { "-" } else { "" });
    let mut rest = number.unsigned_abs();
    let mut place = 1;
    while rest / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
    text
}

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
    fn writes_digits() {
        for number in [0, 7, 10, -10, 1905, i32::MAX, i32::MIN] {
            assert_eq!(digits(number), number.to_string());
        }
        assert_eq!(digits(150_usize), "150");
    }

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
