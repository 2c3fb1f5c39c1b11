//! Where readers can report an error, as `BRIEFING_CONTACT` says; it counts more than what the content names.

use std::env::{self, VarError};

use text::Contact;

/// Names the contact when building.
const VARIABLE: &str = "BRIEFING_CONTACT";

/// The contact that the environment names; none if it names none.
pub(crate) fn from_environment() -> Result<Option<Contact>, String> {
    match env::var(VARIABLE) {
        Ok(text) => read(text.trim()),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(complaint("…")),
    }
}

fn read(text: &str) -> Result<Option<Contact>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    Contact::parse(text).map(Some).ok_or_else(|| complaint(text))
}

fn complaint(text: &str) -> String {
    format!("{VARIABLE}={text} is no address to write to: write errors@example.org or https://…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_address_or_says_what_is_wrong() {
        assert_eq!(read(""), Ok(None));
        let href = |text| read(text).map(|it| it.map(|it| it.href()));
        assert_eq!(href("a@example.org"), Ok(Some("mailto:a@example.org".to_owned())));
        let said = "BRIEFING_CONTACT=nobody is no address to write to: write errors@example.org or https://…";
        assert_eq!(href("nobody"), Err(said.to_owned()));
    }
}
