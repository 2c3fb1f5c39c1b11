//! What is printed of the briefing itself: its glossary, who makes it and how.

use model::SourceId;

/// A word that a general reader may not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermText {
    /// The word as the glossary has it.
    pub term: String,
    /// What it means, in one plain sentence.
    pub gloss: String,
    /// What the gloss rests on; none where it is general knowledge.
    pub sources: Vec<SourceId>,
}

/// Who makes the briefing, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutText {
    /// Who makes it.
    pub makers: String,
    /// How it is made, a sentence each.
    pub method: Vec<String>,
    /// What to tell who finds an error.
    pub errors: String,
    /// What may be done with its text, data and program.
    pub licence: String,
    /// Where to report errors.
    pub contact: Option<Contact>,
}

/// Where the makers can be reached: a web address or one for mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact(String);

impl Contact {
    /// Reads `https://example.org/errors` or `errors@example.org`; `None` if it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_known = match web_rest(text) {
            Some(rest) => rest.contains('.') && rest.chars().all(is_plain),
            None => is_mail(text),
        };
        is_known.then(|| Self(text.to_owned()))
    }

    /// As it is read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Where a link to it leads.
    #[must_use]
    pub fn href(&self) -> String {
        let scheme = if web_rest(&self.0).is_some() { "" } else { "mailto:" };
        [scheme, &self.0].concat()
    }
}

fn web_rest(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

fn is_plain(character: char) -> bool {
    !character.is_whitespace() && !character.is_control() && !"\"<>\\^`{|}".contains(character)
}

/// One name before the `@`, one host with a dot behind it, in the characters that need no escape in a link.
fn is_mail(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+".contains(&byte);
        !part.is_empty() && part.bytes().all(is_allowed)
    };
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| {
        is_part(name) && is_part(host) && host.trim_matches('.').contains('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_address_of_the_web_or_for_mail() {
        let href = |text| Contact::parse(text).map(|it| it.href());
        let web = "https://example.org/errors?of=aukus";
        assert_eq!(href(web).as_deref(), Some(web));
        assert_eq!(href("errors@example.org").as_deref(), Some("mailto:errors@example.org"));
        let wrong = [
            "",
            "somebody",
            "@example.org",
            "a@b",
            "a@b.",
            "a@b@c.org",
            "a b@c.org",
            "a@c.org?subject=x",
            "mailto:a@c.org",
            "https://",
            "https://a b.org",
            "javascript:alert(1)",
        ];
        for text in wrong {
            assert_eq!(href(text), None, "{text}");
        }
    }
}
