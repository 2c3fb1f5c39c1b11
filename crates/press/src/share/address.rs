//! Where the briefing will be on the web, as `BRIEFING_URL` says. What needs a full address, such as the picture that
//! social networks show, is printed only if that is known.

use std::env::{self, VarError};
use std::fmt;

/// Names the address when building.
const VARIABLE: &str = "BRIEFING_URL";

/// The address of the folder that holds the briefing; ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    text: String,
    /// Where the scheme ends and the host begins, and where the host ends and the path begins.
    host: (usize, usize),
}

impl Address {
    /// The address that the environment names; none if it names none.
    pub(crate) fn from_environment() -> Result<Option<Self>, String> {
        match env::var(VARIABLE) {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => Self::read(text.trim()).map(Some),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(complaint("…", "is not text")),
        }
    }

    /// Reads an address; the last slash may be missing.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let wrong = |why: &str| Err(complaint(text, why));
        let Some((scheme @ ("https" | "http"), rest)) = text.split_once("://") else {
            return wrong("does not begin with https:// or http://");
        };
        if rest.contains(['?', '#']) {
            return wrong("has a query or a fragment: leave out what begins with `?` or `#`");
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if !is_host(host) {
            return wrong("names no host, such as `example.org` or `example.org:8080`");
        }
        if !path.bytes().all(|it| it.is_ascii_alphanumeric() || b"/-._~".contains(&it)) {
            return wrong("has a path of other characters than letters, digits and `/-._~`");
        }
        if path.split('/').any(|it| matches!(it, "." | "..")) || format!("/{path}").contains("//") {
            return wrong("has a path with `//`, `.` or `..` in it: write the folder itself");
        }
        if path.ends_with(".html") {
            return wrong("names a file: write the folder that it is in");
        }
        let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
        let start = scheme.len() + "://".len();
        Ok(Self {
            text: format!("{scheme}://{host}/{path}{slash}"),
            host: (start, start + host.len()),
        })
    }

    /// The address of a file in the folder.
    pub(crate) fn of(&self, file: &str) -> String {
        [&self.text, file].concat()
    }

    /// Scheme and host.
    pub(crate) fn origin(&self) -> &str {
        self.text.get(..self.host.1).unwrap_or_default()
    }

    /// The host, with the port if there is one.
    pub(crate) fn host(&self) -> &str {
        self.text.get(self.host.0..self.host.1).unwrap_or_default()
    }

    /// The folder on its host: begins and ends with a slash.
    pub(crate) fn path(&self) -> &str {
        self.text.get(self.host.1..).unwrap_or_default()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn complaint(text: &str, why: &str) -> String {
    format!(
        "{VARIABLE}={text} {why}. Set it to the address that the built folder will have, such as https://example.org/briefing/, or unset it"
    )
}

/// Whether this is a name or a number of a host, with or without a port.
fn is_host(text: &str) -> bool {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (text, "0"),
    };
    let is_in_brackets = |it: &str| {
        let inner = it.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        inner.is_some_and(|it| it.bytes().all(|it| it.is_ascii_hexdigit() || b":.".contains(&it)))
    };
    let is_name = |it: &str| {
        let is_label = |it: &str| {
            !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
        };
        it.split('.').all(is_label)
    };
    (is_name(name) || is_in_brackets(name)) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, &str>) {
        match (Address::read(text), expected) {
            (Ok(address), Ok(expected)) => assert_eq!(address.to_string(), expected),
            (Err(problem), Err(expected)) => {
                assert!(problem.contains(expected), "{problem}");
                assert!(problem.starts_with(&format!("BRIEFING_URL={text} ")), "{problem}");
                assert!(problem.contains("https://example.org/briefing/"), "{problem}");
            }
            (actual, _) => panic!("{text}: {actual:?}"),
        }
    }

    #[test]
    fn reads_an_address_and_adds_the_slash() {
        check("https://example.org/briefing/", Ok("https://example.org/briefing/"));
        check("https://example.org/a/b_c", Ok("https://example.org/a/b_c/"));
        check("https://example.org", Ok("https://example.org/"));
        check("http://127.0.0.1:8080/", Ok("http://127.0.0.1:8080/"));
        check("http://[::1]:8080/x", Ok("http://[::1]:8080/x/"));
    }

    #[test]
    fn says_what_is_wrong_and_what_to_do() {
        check("example.org/briefing", Err("does not begin with"));
        check("ftp://example.org/", Err("does not begin with"));
        check("//example.org/", Err("does not begin with"));
        check("https://", Err("names no host"));
        check("https:///briefing", Err("names no host"));
        check("https://me:secret@example.org/", Err("names no host"));
        check("https://example..org/", Err("names no host"));
        check("https://example.org:port/", Err("names no host"));
        check("https://example.org/?pillar=2", Err("has a query or a fragment"));
        check("https://example.org/#card", Err("has a query or a fragment"));
        check("https://example.org/a b", Err("has a path of other characters"));
        check("https://example.org/\"><script>", Err("has a path of other characters"));
        check("https://example.org/a/../b", Err("has a path with"));
        check("https://example.org//b", Err("has a path with"));
        check("https://example.org/index.html", Err("names a file"));
    }

    #[test]
    fn tells_its_parts() {
        let address = Address::read("https://example.org:81/a/b").unwrap();
        assert_eq!(address.origin(), "https://example.org:81");
        assert_eq!(address.host(), "example.org:81");
        assert_eq!(address.path(), "/a/b/");
        assert_eq!(address.of("card.png"), "https://example.org:81/a/b/card.png");
    }
}
