//! The folder of the records of closed editions: `1.json`, `2.json` and so on, beside the folder of content.

use std::error::Error;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::{Difference, Record};

/// How many keys a message names.
const NAMED_KEYS: usize = 5;

/// The records of closed editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    folder: PathBuf,
    /// The records, in the order of their numbers, none of which is left out.
    pub records: Vec<Record>,
}

/// What content is to the closed editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the last of them.
    Closed,
    /// It is the next edition.
    Open,
}

impl Archive {
    /// The folder of the records for a folder of content: `editions` beside it.
    #[must_use]
    pub fn folder(content: &Path) -> PathBuf {
        content.with_file_name("editions")
    }

    /// Reads the records for a folder of content. There may be none.
    ///
    /// # Errors
    /// A folder that cannot be read; a file that is no record, with its line; a name that is not its number; a number that is left out.
    pub fn load(content: &Path) -> Result<Self, Box<dyn Error>> {
        let folder = Self::folder(content);
        let mut records = Vec::new();
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{}: {error}", folder.display()).into()),
            Ok(entries) => Some(entries),
        };
        for entry in entries.into_iter().flatten() {
            let path = entry?.path();
            if path.extension().is_some_and(|it| it == "json") {
                records.push(Self::read(&path)?);
            }
        }
        records.sort_by_key(|it| it.number);
        let gap = records.windows(2).find(|it| !follows(it));
        match gap {
            None => Ok(Self { folder, records }),
            Some(_) => Err(format!("{}: an edition is missing", folder.display()).into()),
        }
    }

    /// Reads the record in a file that is named after its number.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn read(path: &Path) -> Result<Record, Box<dyn Error>> {
        let of_file = |it: &dyn std::fmt::Display| format!("{}: {it}", path.display());
        let record = Record::parse(&fs::read_to_string(path).map_err(|it| of_file(&it))?)
            .map_err(|it| of_file(&it))?;
        let name = format!("{}.json", record.number);
        if path.file_name().is_some_and(|it| it == &*name) {
            Ok(record)
        } else {
            Err(of_file(&format!("it holds edition {}, so its name is {name}", record.number))
                .into())
        }
    }

    /// The edition that was closed last.
    #[must_use]
    pub fn last(&self) -> Option<&Record> {
        self.records.last()
    }

    /// The edition before that of a number; none if none is kept.
    #[must_use]
    pub fn before(&self, number: u16) -> Option<&Record> {
        self.records.iter().rfind(|it| it.number < number)
    }

    /// The records of the editions before one, that stand beside its own.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn beside(path: &Path, number: u16) -> Result<Vec<Record>, Box<dyn Error>> {
        let paths = (1..number).map(|it| path.with_file_name(format!("{it}.json")));
        paths.filter(|it| it.exists()).map(|it| Self::read(&it)).collect()
    }

    /// What content is to the closed editions.
    ///
    /// # Errors
    /// Where a closed edition was edited, or numbers are left out; with what to do about it.
    pub fn standing(&self, content: &Record) -> Result<Standing, String> {
        // The first edition that is kept can have any number.
        let Some(last) = self.last() else { return Ok(Standing::Open) };
        if content == last {
            return Ok(Standing::Closed);
        }
        let (closed, next) = (last.number, last.number.saturating_add(1));
        match content.number {
            number if number == next && content.date < last.date => Err(format!(
                "edition {closed} is of {}, and this one is to be of {}: set a later `date` in edition.toml",
                last.date, content.date
            )),
            number if number == next => Ok(Standing::Open),
            number if number > next => Err(format!(
                "edition {closed} was closed last, and this is {number}: set `number = {next}` in edition.toml"
            )),
            number if number < closed => Err(format!(
                "edition {number} is closed, and so is {closed}: set `number = {next}` in edition.toml"
            )),
            _ => Err(format!(
                "edition {closed} is closed, and the content is not what it says ({}): set `number = {next}` and the date in edition.toml, or take the change back",
                difference(last, content)
            )),
        }
    }

    /// Closes the edition that content is: writes its record, and says where.
    ///
    /// # Errors
    /// Where it is closed already, or may not follow; or the file cannot be written.
    pub fn close(&self, content: &Record) -> Result<PathBuf, Box<dyn Error>> {
        if self.standing(content)? == Standing::Closed {
            return Err(format!("edition {} is closed already", content.number).into());
        }
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(format!("{}.json", content.number));
        // Never over a file that is there.
        fs::File::create_new(&path)?.write_all(content.print().as_bytes())?;
        Ok(path)
    }
}

fn follows(pair: &[Record]) -> bool {
    matches!(pair, [one, other] if one.number.checked_add(1) == Some(other.number))
}

/// What differs, in a few words.
fn difference(last: &Record, content: &Record) -> String {
    let Difference(changes) = Difference::between(last, content);
    let mut keys: Vec<&str> = changes.keys().take(NAMED_KEYS).map(String::as_str).collect();
    match changes.len().saturating_sub(NAMED_KEYS) {
        0 if keys.is_empty() => "date".to_owned(),
        0 => keys.join(", "),
        more => {
            let more = format!("{more} more");
            keys.push(&more);
            keys.join(", ")
        }
    }
}
