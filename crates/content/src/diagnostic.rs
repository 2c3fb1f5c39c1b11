//! What is wrong with the content, where, and what to do about it.

use std::error::Error;
use std::fmt;

/// One problem. Ordered by file and position.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file.
    pub path: String,
    /// Line and column, both from 1; none where the whole file is meant. Columns count characters.
    pub position: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub message: String,
}

/// `path:line:column: message`, as editors and terminals link it.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// A place in a content file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: String,
    /// Line and column, both from 1.
    pub position: (usize, usize),
}

impl Place {
    /// A problem there.
    #[must_use]
    pub fn problem(&self, message: String) -> Diagnostic {
        Diagnostic { path: self.path.clone(), position: Some(self.position), message }
    }
}

/// All problems, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

/// One a line.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl Error for Diagnostics {}
