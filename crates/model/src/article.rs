//! Places in the article that the briefing began from.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The headline of the article, or a sentence of it. Ordered as a reader meets them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ArticlePlace {
    /// The paragraph, from 1; 0 for the headline.
    pub paragraph: u8,
    /// The sentence of the paragraph, from 1; 0 for the headline.
    pub sentence: u8,
}

impl ArticlePlace {
    /// The headline.
    pub const HEADLINE: Self = Self { paragraph: 0, sentence: 0 };

    /// Reads `title`, or `p2s1` for paragraph 2, sentence 1; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "title" {
            return Some(Self::HEADLINE);
        }
        let (paragraph, sentence) = text.strip_prefix('p')?.split_once('s')?;
        let number = |text: &str| {
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|it| is_plain && *it > 0)
        };
        Some(Self { paragraph: number(paragraph)?, sentence: number(sentence)? })
    }
}

/// As it is read: `title`, or `p2s1`.
impl fmt::Display for ArticlePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::HEADLINE => f.write_str("title"),
            Self { paragraph, sentence } => write!(f, "p{paragraph}s{sentence}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_places_in_order() {
        let places = ["title", "p1s1", "p2s1", "p10s2"].map(|it| ArticlePlace::parse(it).unwrap());
        assert!(places.is_sorted());
        assert_eq!(places.map(|it| it.to_string()), ["title", "p1s1", "p2s1", "p10s2"]);
    }

    #[test]
    fn refuses_what_is_no_place() {
        for text in ["", "Title", "p0s1", "p1s0", "p1", "s1", "p1s+1", "p1s1 ", "p999s1", "1s1"] {
            assert_eq!(ArticlePlace::parse(text), None, "{text}");
        }
    }
}
