//! Writes the state of the briefing to where the app includes it from, if it has changed. Trunk runs it before each build:
//! so an edited text compiles nothing anew, and an edited state the app.

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Box<dyn std::error::Error>> {
    // The current folder, so that problems are told with short paths.
    let project = Path::new("");
    let compiled = compile::compile(&compile::content_folder(project), project)?;
    Ok(write_if_changed(&project.join(compile::STATE_FILE), &compile::state(&compiled.model)?)?)
}

/// A file that is written is newer than what was compiled from it.
fn write_if_changed(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(file).is_ok_and(|it| it == bytes) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}
