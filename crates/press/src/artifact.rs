//! The artifacts that one page is printed as.

/// What a page is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// The page on a server, which asks for the app, and shows itself as others would embed it.
    Site,
    /// The one file, which asks for nothing.
    File,
    /// The one file of a closed edition, which stays as it is when there are later ones.
    Edition,
}

/// The name of the briefing as one file, beside `index.html` and in the folder of an edition.
pub(crate) const FILE: &str = "aukus-briefing.html";
