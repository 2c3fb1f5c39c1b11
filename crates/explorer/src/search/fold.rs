//! Texts as they are compared: words without case, accents and apostrophes, with the place of each in its text.

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands in the text, in bytes.
    pub(super) range: Range<usize>,
    /// Which word of the text it is.
    pub(super) place: u16,
    /// The word as it is compared.
    pub(super) word: String,
    /// Whether it is one more spelling of a word with hyphens, without these. It stands before the first of its parts.
    pub(super) is_joined: bool,
}

/// The words of a text, in order. Where a script has no spaces between words, or is searched by parts of them, each character
/// is one.
#[must_use]
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut is_hyphenated = false;
    let mut compound = 0;
    let mut place: u16 = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            let follows = found.last().is_some_and(|it| it.range.end == start);
            is_hyphenated = is_hyphen(first) && follows;
            continue;
        }
        let mut end = start + first.len_utf8();
        let is_alone = is_character(first);
        while let Some((at, next)) = chars.peek().copied() {
            if !goes_on(is_alone, next, &text[at + next.len_utf8()..]) {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        if !is_hyphenated {
            compound = found.len();
        }
        let word = fold(without_possessive(&text[start..end]));
        found.push(Token { range: start..end, place, word, is_joined: false });
        if is_hyphenated {
            join(&mut found, compound);
        }
        is_hyphenated = false;
        // Longer texts than there are numbers have no phrases at their end.
        place = place.saturating_add(1);
    }
    found
}

/// Whether a word goes on with a character.
fn goes_on(is_alone: bool, next: char, after: &str) -> bool {
    if is_mark(next) {
        return true;
    }
    let is_letter = |it: char| it.is_alphanumeric() && !is_character(it);
    !is_alone && (is_letter(next) || is_apostrophe(next) && after.starts_with(is_letter))
}

/// A word without the ending of "Korea's".
fn without_possessive(word: &str) -> &str {
    let owner = word.strip_suffix(['s', 'S']).and_then(|it| it.strip_suffix(is_apostrophe));
    owner.unwrap_or(word)
}

/// Adds the spelling without hyphens of the compound that begins at an index, or makes the one that is there longer.
fn join(found: &mut Vec<Token>, compound: usize) {
    let Some(last) = found.last().cloned() else { return };
    match found.get_mut(compound) {
        Some(it) if it.is_joined => {
            it.word.push_str(&last.word);
            it.range.end = last.range.end;
        }
        Some(it) => {
            let word = [&*it.word, &last.word].concat();
            let range = it.range.start..last.range.end;
            let joined = Token { range, word, is_joined: true, ..*it };
            found.insert(compound, joined);
        }
        None => (),
    }
}

/// A text without case, accents and apostrophes.
#[must_use]
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for lower in text.chars().flat_map(char::to_lowercase) {
        match lower {
            _ if lower.is_ascii() && !is_apostrophe(lower) => folded.push(lower),
            // Letters that Unicode does not take apart.
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            _ => decompose_canonical(lower, |it| {
                if !is_accent(it) && !is_apostrophe(it) {
                    folded.push(it);
                }
            }),
        }
    }
    folded
}

/// A folded English word without the ending of its plural; others as they are.
#[must_use]
pub(super) fn stem(word: &str) -> String {
    let keeps = ["ss", "us", "is"];
    let is_short = word.len() < 4 || !word.is_ascii();
    if is_short || !word.ends_with('s') || keeps.iter().any(|it| word.ends_with(it)) {
        return word.to_owned();
    }
    let without = |ending: &str, instead: &str| {
        word.strip_suffix(ending).map(|root| [root, instead].concat())
    };
    let sibilants = ["sses", "xes", "zes", "ches", "shes"];
    let of_ies = without("ies", "y").filter(|it| it.len() > 3);
    let of_es = || sibilants.iter().any(|it| word.ends_with(it)).then(|| without("es", ""));
    of_ies.or_else(|| of_es().flatten()).or_else(|| without("s", "")).unwrap_or_default()
}

/// Whether a character is a word by itself: of a script that puts no spaces between words, or adds endings to them.
pub(super) fn is_character(it: char) -> bool {
    matches!(it,
        '\u{0e00}'..='\u{0eff}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character belongs to the one before it.
fn is_mark(it: char) -> bool {
    is_accent(it) || matches!(it, '\u{3099}' | '\u{309a}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether a character is an accent of Latin, Greek or Cyrillic letters.
fn is_accent(it: char) -> bool {
    matches!(it, '\u{0300}'..='\u{036f}')
}

fn is_apostrophe(it: char) -> bool {
    matches!(it, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

fn is_hyphen(it: char) -> bool {
    matches!(it, '-' | '‐' | '‑' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|it| it.word).collect()
    }

    #[test]
    fn words_have_neither_case_nor_accents_nor_apostrophes() {
        assert_eq!(words("Korea’s CAFÉ, Łódź!"), ["korea", "cafe", "lodz"]);
        assert_eq!(words("O'Brien ‘quoted’ Straße"), ["obrien", "quoted", "strasse"]);
        assert_eq!(words("e\u{301}tat"), ["etat"]);
    }

    #[test]
    fn a_compound_is_found_with_and_without_hyphens() {
        assert_eq!(words("Indo-Pacific"), ["indopacific", "indo", "pacific"]);
        assert_eq!(
            words("a state-of-the-art net"),
            ["a", "stateoftheart", "state", "of", "the", "art", "net"]
        );
        assert_eq!(words("19.9 per cent – so"), ["19", "9", "per", "cent", "so"]);
        let places: Vec<_> = tokens("an Indo-Pacific net").iter().map(|it| it.place).collect();
        assert_eq!(places, [0, 1, 1, 2, 3]);
    }

    #[test]
    fn other_scripts_are_searched_by_characters() {
        assert_eq!(words("日本の AI").len(), 4);
        assert_eq!(words("한국은").len(), 3);
        // Composed or not, it is the same; what is typed so far is how it begins.
        assert_eq!(words("한"), [fold("\u{1112}\u{1161}\u{11ab}")]);
        assert!(words("한")[0].starts_with(&words("하")[0]));
        assert_ne!(words("が"), words("か"));
    }

    #[test]
    fn plurals_are_found_by_their_singular() {
        for (plural, singular) in [
            ("submarines", "submarine"),
            ("countries", "country"),
            ("classes", "class"),
            ("agendas", "agenda"),
            ("ties", "tie"),
            ("launches", "launch"),
        ] {
            assert_eq!(stem(plural), stem(singular), "{plural}");
        }
        for word in ["aukus", "class", "this", "has", "s", "us", "analysis"] {
            assert_eq!(stem(word), word);
        }
    }
}
