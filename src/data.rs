//! The briefing that the build compiled in.

mod reader;

use std::sync::OnceLock;

use ::briefing::Briefing;
#[cfg(feature = "ssr")]
use ::briefing::PrintedWords;

/// What the app draws. What is only printed stands in the page.
#[cfg(not(feature = "ssr"))]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/drawn.bin"));
#[cfg(feature = "ssr")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));
static BRIEFING: OnceLock<Briefing<'static>> = OnceLock::new();

/// Everything the briefing says, read from the bundle once.
#[must_use]
pub fn briefing() -> &'static Briefing<'static> {
    BRIEFING.get_or_init(|| reader::read(BYTES))
}

/// The words of what is only printed, which the wasm is without.
#[cfg(feature = "ssr")]
#[must_use]
pub fn printed_words() -> &'static PrintedWords<'static> {
    static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/printed.bin"));
    static WORDS: OnceLock<PrintedWords<'static>> = OnceLock::new();
    WORDS.get_or_init(|| reader::read(BYTES))
}
