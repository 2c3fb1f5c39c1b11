//! The briefing that the build compiled in.

use std::process::abort;
use std::sync::OnceLock;

#[cfg(feature = "ssr")]
use ::model::PrintedWords;
use ::model::{Briefing, unpack};

/// In a browser, without the prose, which stands in the page.
#[cfg(target_family = "wasm")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/drawn.bin"));
#[cfg(not(target_family = "wasm"))]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));
static BRIEFING: OnceLock<Briefing<'static>> = OnceLock::new();

/// Everything the briefing says, read from bundle and page once.
#[must_use]
pub fn briefing() -> &'static Briefing<'static> {
    BRIEFING.get_or_init(|| {
        let briefing = unpack(BYTES);
        if cfg!(target_family = "wasm") {
            with_prose(briefing, crate::browser::prose())
        } else {
            briefing
        }
    })
}

/// The briefing with the prose of the page that was built with it.
fn with_prose(mut briefing: Briefing<'static>, prose: String) -> Briefing<'static> {
    let mut lines = Box::leak(prose.into_boxed_str()).split('\n');
    briefing.each_prose(&mut |text| *text = lines.next().unwrap_or_else(|| abort()));
    briefing
}

/// The words of what is only printed, which the wasm is without.
#[cfg(feature = "ssr")]
#[must_use]
pub fn printed_words() -> &'static PrintedWords<'static> {
    static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/printed.bin"));
    static WORDS: OnceLock<PrintedWords<'static>> = OnceLock::new();
    WORDS.get_or_init(|| unpack(BYTES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_prose_from_the_page() {
        let drawn = unpack(include_bytes!(concat!(env!("OUT_DIR"), "/drawn.bin")));
        let prose = include_str!(concat!(env!("OUT_DIR"), "/prose.txt"));
        let found = with_prose(drawn, prose.to_owned());
        let whole = briefing();
        assert_eq!(found.countries, whole.countries);
        assert_eq!(found.events, whole.events);
    }
}
