//! `SHA256SUMS`: the hash of every file of a release, as `sha256sum` writes it and `sha256sum -c` reads it. What was packed
//! beforehand is left out: it is unpacked to a file that is there, and hosts that pack by themselves go without.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::packed;
use crate::outcome::Outcome;

/// The name of the file, beside `index.html`.
const NAME: &str = "SHA256SUMS";

/// Writes the hashes of the files of a folder and of those within it.
pub(crate) fn write(folder: &Path) -> Outcome {
    let mut sums = String::new();
    for file in files(folder)? {
        let hash: String =
            Sha256::digest(fs::read(&file)?).iter().map(|it| format!("{it:02x}")).collect();
        let names = file.strip_prefix(folder)?.components();
        let names: Vec<_> = names.map(|it| it.as_os_str().to_string_lossy()).collect();
        sums.extend([&*hash, "  ", &names.join("/"), "\n"]);
    }
    Ok(fs::write(folder.join(NAME), sums)?)
}

/// The files that are listed, in order.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !packed::is_packed(&path) && !path.ends_with(NAME) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn lists_every_file_but_packed_ones() {
        let folder = std::env::temp_dir().join(format!("press-sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("editions/2")).unwrap();
        for name in
            ["index.html", "index.html.br", "index.html.gz", "_headers", "editions/2/a.html"]
        {
            fs::write(folder.join(name), "abc").unwrap();
        }
        write(&folder).unwrap();
        // A second time, it does not list itself.
        write(&folder).unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            fs::read_to_string(folder.join(NAME)).unwrap(),
            format!("{abc}  _headers\n{abc}  editions/2/a.html\n{abc}  index.html\n")
        );
        // Not every system has it.
        let check = || {
            let mut run = Command::new("sha256sum");
            let run = run.args(["--quiet", "-c", NAME]).current_dir(&folder);
            run.output().map(|it| it.status.success()).ok()
        };
        assert_ne!(check(), Some(false));
        fs::write(folder.join("index.html"), "abd").unwrap();
        assert_ne!(check(), Some(true));
        fs::remove_dir_all(folder).unwrap();
    }
}
