//! A built page: its files, and where on a host it says that it will be.

use browser_tests::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// The briefing as one file.
pub(crate) const FILE: &str = "aukus-briefing.html";

/// A copy of an edition, which is the one file: it is there on every server, whether an edition is closed or not.
pub(crate) const EDITION: &str = "editions/65535/aukus-briefing.html";

/// A built page.
pub(crate) struct Built {
    pub(crate) folder: PathBuf,
    /// The folder on its host that its snippets are for: begins and ends with a slash.
    pub(crate) path: String,
    /// What it is made of: names from its folder on, without what is packed and what is for servers alone.
    pub(crate) files: Vec<String>,
    /// The policy that its page carries.
    pub(crate) policy: String,
}

impl Built {
    /// Reads what `script/build` made.
    pub(crate) fn read(folder: &Path) -> Outcome<Built> {
        let wrong = |what: &str| format!("{}: {what}: run script/build first", folder.display());
        let told = fs::read_to_string(folder.join("_headers")).map_err(|_| wrong("no _headers"))?;
        let path = told.lines().next().and_then(|it| it.strip_suffix('*'));
        let path = path.ok_or_else(|| wrong("a strange _headers"))?.to_owned();
        let page = fs::read_to_string(folder.join("index.html"))?;
        let policy = page.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        let policy = policy.and_then(|(_, rest)| rest.split('"').next());
        let policy = policy.ok_or_else(|| wrong("a page without a policy"))?.to_owned();
        let mut files = Vec::new();
        list(folder, "", &mut files)?;
        files.push(EDITION.to_owned());
        files.sort();
        Ok(Built { folder: folder.canonicalize()?, path, files, policy })
    }

    /// A file as it is.
    pub(crate) fn bytes(&self, file: &str) -> Outcome<Vec<u8>> {
        Ok(fs::read(self.folder.join(source(file)))?)
    }

    /// A file as it was packed beforehand, if it was; `ending` is that of the packed file.
    pub(crate) fn packed(&self, file: &str, ending: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(format!("{}.{ending}", source(file)))).ok()
    }
}

/// What a file on a server is a copy of.
fn source(file: &str) -> &str {
    if file == EDITION { FILE } else { file }
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let is_for_servers = [".br", ".gz"].iter().any(|it| name.ends_with(it))
            || matches!(&*name, "_headers" | "hosting");
        if is_for_servers {
            continue;
        }
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}
