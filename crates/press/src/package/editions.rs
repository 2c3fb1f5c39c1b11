//! Copies of closed editions, each the one file, in `editions/` beside the page. What stands there is never changed: posts
//! that stay with an edition frame it. Trunk empties the folder that it builds into, so each build takes them over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::FILE;
use crate::outcome::Outcome;

const FOLDER: &str = "editions";

/// The copy of an edition, from the folder of the page on.
pub(crate) fn path(number: u16) -> String {
    format!("{FOLDER}/{number}/{FILE}")
}

/// Takes over what stands in the folder that is built anew.
pub(crate) fn take_over(from: &Path, to: &Path) -> Outcome {
    for number in numbers(from)? {
        let copy = new_file(to, number)?;
        fs::copy(from.join(path(number)), copy)?;
    }
    Ok(())
}

/// Writes the copy of an edition that has none yet. Returns whether the folder has this very copy now.
pub(crate) fn add(folder: &Path, number: u16, page: &str) -> Outcome<bool> {
    if let Some(standing) = if_there(fs::read(folder.join(path(number))))? {
        return Ok(standing == page.as_bytes());
    }
    fs::write(new_file(folder, number)?, page)?;
    Ok(true)
}

/// The editions that a folder has copies of, the first one first.
pub(crate) fn numbers(folder: &Path) -> Outcome<Vec<u16>> {
    let mut numbers = Vec::new();
    for entry in if_there(fs::read_dir(folder.join(FOLDER)))?.into_iter().flatten() {
        let name = entry?.file_name();
        // Only as an embed spells it, so without zeros in front.
        let number =
            name.to_str().and_then(|it| it.parse().ok().filter(|n: &u16| n.to_string() == it));
        numbers.extend(number.filter(|it| folder.join(path(*it)).is_file()));
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// What was read; none if it is not there. What cannot be read for another reason must not pass for that: it would be lost.
fn if_there<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}

/// Where the copy of an edition goes, with the folders for it.
fn new_file(folder: &Path, number: u16) -> Outcome<PathBuf> {
    let file = folder.join(path(number));
    fs::create_dir_all(file.with_file_name(""))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder, for one test.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("press-{name}-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn copy_in(folder: &Path, number: u16) -> String {
        fs::read_to_string(folder.join(path(number))).unwrap()
    }

    #[test]
    fn what_stands_there_survives_a_build_and_never_changes() {
        let (old, new) = (folder("editions-old"), folder("editions-new"));
        assert!(add(&old, 10, "ten").unwrap());
        assert!(add(&old, 9, "nine").unwrap());
        take_over(&old, &new).unwrap();
        assert!(!add(&new, 9, "nine, mended").unwrap());
        assert!(add(&new, 10, "ten").unwrap());
        assert!(add(&new, 11, "eleven").unwrap());
        assert_eq!(numbers(&new).unwrap(), [9, 10, 11]);
        assert_eq!([9, 10, 11].map(|it| copy_in(&new, it)), ["nine", "ten", "eleven"]);
        fs::remove_dir_all(old).unwrap();
        fs::remove_dir_all(new).unwrap();
    }

    #[test]
    fn what_cannot_be_read_is_not_taken_for_nothing() {
        let folder = folder("editions-unread");
        fs::write(folder.join(FOLDER), "a file in the place of the folder").unwrap();
        assert!(numbers(&folder).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_copies_of_editions_count() {
        let folder = folder("editions-names");
        assert_eq!(numbers(&folder).unwrap(), [0; 0]);
        for name in ["1", "02", "x", "70000", "-3"] {
            fs::create_dir_all(folder.join(FOLDER).join(name)).unwrap();
            fs::write(folder.join(FOLDER).join(name).join(FILE), name).unwrap();
        }
        fs::create_dir_all(folder.join(FOLDER).join("4")).unwrap();
        assert_eq!(numbers(&folder).unwrap(), [1]);
        fs::remove_dir_all(folder).unwrap();
    }
}
