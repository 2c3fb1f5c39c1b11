//! Packs files beforehand: beside each that gains by it one for servers to hand out in its place, `.gz` and `.br`.

use std::fs;
use std::io;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::thread;

use super::hosting;
use crate::outcome::Outcome;

/// What browsers ask for and is not packed already; the snippets for servers know these types.
const ENDINGS: [&str; 6] = ["html", "js", "css", "json", "svg", "wasm"];

/// A coding: the ending of its files, and how to pack.
type Coding = (&'static str, fn(&[u8]) -> io::Result<Vec<u8>>);

const CODINGS: [Coding; 2] = [("gz", gzip), ("br", brotli)];

/// Writes the packed files of a folder and of those within it.
pub(crate) fn write_beside(folder: &Path) -> Outcome {
    let files = files(folder)?;
    // The few large ones take seconds each.
    let packed: Vec<io::Result<()>> = thread::scope(|scope| {
        let packing: Vec<_> = files.iter().map(|file| scope.spawn(|| pack(file))).collect();
        let failed = |_| Err(io::Error::other("packing a file failed"));
        packing.into_iter().map(|it| it.join().unwrap_or_else(failed)).collect()
    });
    Ok(packed.into_iter().collect::<io::Result<()>>()?)
}

/// The files that are worth a try.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with(hosting::FOLDER) {
            found.extend(files(&path)?);
        } else if is_meant(&path) {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_meant(file: &Path) -> bool {
    file.extension().and_then(|it| it.to_str()).is_some_and(|it| ENDINGS.contains(&it))
}

/// Whether a file is one that was packed.
pub(super) fn is_packed(file: &Path) -> bool {
    let ending = file.extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| CODINGS.iter().any(|(coding, _)| *coding == it))
}

fn pack(file: &Path) -> io::Result<()> {
    let bytes = fs::read(file)?;
    for (ending, pack) in CODINGS {
        let packed = pack(&bytes)?;
        if is_worth_it(packed.len(), bytes.len()) {
            fs::write(with_ending(file, ending), packed)?;
        }
    }
    Ok(())
}

/// Whether a tenth or more is saved.
fn is_worth_it(packed: usize, whole: usize) -> bool {
    packed < whole - whole / 10
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Packs in one pass: more take four times as long and save a three-hundredth.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: NonZeroU64::MIN, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// Packs at the highest quality, within the window that every browser takes.
fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let size_hint = bytes.len();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &params)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_what_gains_and_leaves_the_rest() {
        let folder = std::env::temp_dir().join(format!("press-packed-{}", std::process::id()));
        for name in ["embed", hosting::FOLDER] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        let text = "The same again. ".repeat(100);
        for name in ["index.html", "embed/a.js", "card.png", "hosting/a.html"] {
            fs::write(folder.join(name), &text).unwrap();
        }
        fs::write(folder.join("icon.svg"), "<svg/>").unwrap();
        write_beside(&folder).unwrap();
        let has = |name: &str| folder.join(name).exists();
        for name in ["index.html", "embed/a.js"] {
            assert!(has(&format!("{name}.gz")) && has(&format!("{name}.br")), "{name}");
        }
        for name in ["card.png", "hosting/a.html", "icon.svg"] {
            assert!(!has(&format!("{name}.gz")) && !has(&format!("{name}.br")), "{name}");
        }
        let packed = fs::read(folder.join("index.html.br")).unwrap();
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*packed, &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        assert!(fs::read(folder.join("index.html.gz")).unwrap().starts_with(&[0x1f, 0x8b]));
        fs::remove_dir_all(folder).unwrap();
    }
}
