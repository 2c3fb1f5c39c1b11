//! Writes the content of the sample's larger sibling: `large FOLDER`.

use browser_tests::large::enlarge;
use browser_tests::site::project;
use browser_tests::{Failure, Outcome};
use std::path::PathBuf;

fn main() -> Outcome {
    let to = std::env::args_os().nth(1).map(PathBuf::from);
    enlarge(&project().join("tests/content"), &to.ok_or_else(|| Failure::from("name a folder"))?)
}
