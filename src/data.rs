//! The briefing that the build compiled in.

use std::sync::OnceLock;

use ::briefing::Briefing;
#[cfg(feature = "ssr")]
use ::briefing::PrintedWords;

/// What the app draws. What is only printed stands in the page.
#[cfg(not(feature = "ssr"))]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/drawn.bin"));
#[cfg(feature = "ssr")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));
static BRIEFING: OnceLock<Option<Briefing<'static>>> = OnceLock::new();

/// Everything the briefing says, read from the bundle once; `None` only if the bundle is damaged.
#[must_use]
pub fn briefing() -> Option<&'static Briefing<'static>> {
    BRIEFING.get_or_init(|| postcard::from_bytes(BYTES).ok()).as_ref()
}

/// The words of what is only printed, which the wasm is without.
#[cfg(feature = "ssr")]
#[must_use]
pub fn printed_words() -> Option<&'static PrintedWords<'static>> {
    static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/printed.bin"));
    static WORDS: OnceLock<Option<PrintedWords<'static>>> = OnceLock::new();
    WORDS.get_or_init(|| postcard::from_bytes(BYTES).ok()).as_ref()
}
