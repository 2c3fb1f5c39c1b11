//! Typing errors: a letter too much, too few, another, or two in each other's place.

/// How long a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// Too close to many others.
    Short,
    /// Too close to others, but to few names.
    OfName,
    /// Close to few others.
    Long,
}

/// How long a word is.
#[must_use]
pub(super) fn length(word: &str) -> Length {
    match word.chars().count() {
        0..4 => Length::Short,
        4..6 => Length::OfName,
        _ => Length::Long,
    }
}

/// Whether two words differ by at most one typing error.
#[must_use]
pub(super) fn is_near(typed: &str, word: &str) -> bool {
    let same = typed.chars().zip(word.chars()).take_while(|(one, other)| one == other);
    let same: usize = same.map(|(it, _)| it.len_utf8()).sum();
    let (one, other) = (&typed[same..], &word[same..]);
    let (one_rest, other_rest) = (without_first(one), without_first(other));
    let is_one_letter = one_rest == other_rest || one_rest == other || one == other_rest;
    is_one_letter || is_swapped(one, other)
}

/// Whether a word begins with what was typed but for one typing error.
#[must_use]
pub(super) fn begins_near(typed: &str, word: &str) -> bool {
    let length = typed.chars().count();
    let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let mut ends = ends.skip(length.saturating_sub(1)).take(3);
    ends.any(|end| is_near(typed, &word[..end]))
}

/// By how many typing errors two words differ, if these are at most so many.
#[must_use]
pub(super) fn distance(typed: &str, word: &str, most: usize) -> Option<usize> {
    let is_possible = typed.chars().count().abs_diff(word.chars().count()) <= most;
    is_possible.then(|| strsim::osa_distance(typed, word)).filter(|it| *it <= most)
}

fn without_first(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

/// Whether only the first two letters are in each other's place.
fn is_swapped(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let (first, second) = ((one.next(), one.next()), (other.next(), other.next()));
    first == (second.1, second.0) && one.as_str() == other.as_str()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn near_is_a_distance_of_one(typed in "[abé한]{0,6}", word in "[abé한]{0,6}") {
            prop_assert_eq!(is_near(&typed, &word), strsim::osa_distance(&typed, &word) <= 1);
            let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
            let begins = ends.map(|end| &word[..end]).any(|it| is_near(&typed, it));
            prop_assert_eq!(begins_near(&typed, &word), begins);
        }
    }
}
