//! Takes the content files from their folder.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::{Diagnostic, Diagnostics, File};

/// The environment variable that names another folder of content than `assets/content`.
const VARIABLE: &str = "BRIEFING_CONTENT";

/// The folder of content of the project in a folder: `assets/content`, or what `BRIEFING_CONTENT` names.
#[must_use]
pub fn folder(project: &Path) -> PathBuf {
    let named = env::var_os(VARIABLE).filter(|it| !it.is_empty());
    project.join(named.map_or_else(|| "assets/content".into(), PathBuf::from))
}

/// The `.toml` files of a folder, by name.
///
/// # Errors
/// A folder that is not there or holds no such file; a file that cannot be read or is not UTF-8.
pub fn load(folder: &Path) -> Result<Vec<File>, Diagnostics> {
    let listed =
        fs::read_dir(folder).map_err(|error| one(folder, &format!("cannot be read: {error}")))?;
    let mut paths: Vec<PathBuf> =
        listed.flatten().map(|entry| entry.path()).filter(|path| is_content(path)).collect();
    paths.sort();
    if paths.is_empty() {
        return Err(one(folder, "holds no .toml file: put the content here"));
    }
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match fs::read_to_string(&path) {
            Ok(text) => files.push(File { path: path.display().to_string(), text }),
            Err(error) => {
                problems.push(diagnostic(&path, &format!("cannot be read as UTF-8 text: {error}")));
            }
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(Diagnostics(problems)) }
}

/// Editors keep locks and backups of their own beside a file, under names that begin with a dot.
fn is_content(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".toml") && !name.starts_with('.')
}

fn one(path: &Path, message: &str) -> Diagnostics {
    Diagnostics(vec![diagnostic(path, message)])
}

fn diagnostic(path: &Path, message: &str) -> Diagnostic {
    Diagnostic { path: path.display().to_string(), position: None, message: message.to_owned() }
}
