//! One typing error: a letter too much, too few, another, or two in each other's place.

/// Words shorter than this are too close to others.
pub(super) const SHORTEST: usize = 6;

/// Whether two words differ by at most one typing error.
#[must_use]
pub(super) fn is_near(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    is_near_chars(&typed, &word)
}

/// Whether a word begins with what was typed but for one typing error.
#[must_use]
pub(super) fn begins_near(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let lengths = typed.len().saturating_sub(1)..=typed.len() + 1;
    lengths.filter_map(|it| word.get(..it)).any(|it| is_near_chars(&typed, it))
}

fn is_near_chars(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    match (one, other) {
        ([], rest) | (rest, []) => rest.len() <= 1,
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c && one == other => true,
        ([_, rest @ ..], [_, others @ ..]) => rest == others || rest == other || one == others,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_near_and_two_are_not() {
        for typed in ["hanwha", "hanhwa", "hanwa", "hanwhaa", "xanwha", "hanwhx", "anwha", "ahnwha"]
        {
            assert!(is_near(typed, "hanwha"), "{typed}");
        }
        for typed in ["hnawah", "hanw", "hanwhaaa", "", "xanwhx"] {
            assert!(!is_near(typed, "hanwha"), "{typed}");
        }
        assert!(begins_near("submra", "submarine") && begins_near("subarin", "submarine"));
        assert!(!begins_near("sbmra", "submarine"));
    }
}
