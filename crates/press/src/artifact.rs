//! The two artifacts that one page is printed as.

/// What a page is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// The page on a server, which asks for the app, and shows itself as others would embed it.
    Site,
    /// The one file, which asks for nothing.
    File,
}

/// The name of the briefing as one file, beside `index.html`.
pub(crate) const FILE: &str = "aukus-briefing.html";
