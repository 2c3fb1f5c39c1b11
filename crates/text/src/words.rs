//! Where words begin and end.

/// Whether what stands in a text from `start` to `end` stands there by itself, and is no part of a longer word.
#[must_use]
pub fn stands_apart(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|it| it.chars().next_back());
    let after = text.get(end..).and_then(|it| it.chars().next());
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_word_stands_apart() {
        let text = "boats, boat; ‘boat’ é-boat boaté";
        let apart =
            text.match_indices("boat").map(|(at, it)| stands_apart(text, at, at + it.len()));
        assert_eq!(apart.collect::<Vec<_>>(), [false, true, true, true, false]);
        assert!(stands_apart("boat", 0, 4));
    }
}
