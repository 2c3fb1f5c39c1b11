//! `script/edition` closes the edition that the content is, or says how it stands; `script/verify` compares a copy with the
//! record of its edition.

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use content::{Content, Diagnostics};
use edition::{
    Archive, Change, Difference, Mark, Record, Standing, changes_since, diagnostics, unconfirmed,
    verify,
};

/// How many differences of a copy are told one by one.
const MOST: usize = 50;

const USAGE: &str =
    "script/edition status: what is open, and what differs from the edition closed last
script/edition close: freezes what the edition says, as a file in `editions` beside the content
script/verify FILE [--record RECORD]: whether a copy, index.html or the one file, says what the record of its edition says
BRIEFING_CONTENT names another folder of content than assets/content.";

/// What `script/verify` ends with where there is nothing to compare a copy with.
const OPEN: u8 = 2;

/// Says something. That nobody listens to the end of it is no failure.
macro_rules! say {
    ($($said:tt)*) => {
        // What would be told of an error has nowhere to go.
        let _ = writeln!(std::io::stdout(), $($said)*);
    };
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // The current folder, so that problems are told with short paths.
    let content = content::folder(Path::new(""));
    let said = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["status"] => status(&content),
        ["close"] => close(&content),
        ["verify", copy] => return verified(copy, None, &content),
        ["verify", copy, "--record", record] | ["verify", "--record", record, copy] => {
            return verified(copy, Some(record.into()), &content);
        }
        _ => Err(USAGE.into()),
    };
    match said {
        Ok(said) => {
            say!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Says whether a copy is what the record of its edition says.
fn verified(copy: &str, record: Option<PathBuf>, content: &Path) -> ExitCode {
    match verify_file(copy, record, content) {
        Ok(Outcome::Same(mark)) => {
            say!(
                "{copy}: verified, edition {} of {}, SHA-256 {}",
                mark.number,
                printable(&mark.date),
                printable(&mark.sha256)
            );
            ExitCode::SUCCESS
        }
        Ok(Outcome::Open(number)) => {
            say!("{copy}: this copy is of an open edition, {number}, which has no record");
            ExitCode::from(OPEN)
        }
        Ok(Outcome::Different(found)) => {
            let said: Vec<String> = found.iter().take(MOST).map(|it| printable(it)).collect();
            say!("{copy}: not what its edition says:\n{}", said.join("\n"));
            if found.len() > MOST {
                say!("… and {} more", found.len() - MOST);
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{copy}: {}", printable(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}

/// Without what a terminal would obey or show in another order: a copy can be of anybody.
fn printable(text: &str) -> String {
    let is_hidden = |it: char| {
        it.is_control()
            || matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let shown = |it: char| {
        if is_hidden(it) { it.escape_unicode().to_string() } else { it.to_string() }
    };
    text.chars().map(shown).collect()
}

/// What came of a comparison.
enum Outcome {
    Same(Mark),
    Open(u16),
    Different(Vec<String>),
}

fn verify_file(
    copy: &str,
    named: Option<PathBuf>,
    content: &Path,
) -> Result<Outcome, Box<dyn Error>> {
    let html = fs::read_to_string(copy)?;
    let mark = Mark::of(&html)?;
    let kept = Archive::folder(content).join(format!("{}.json", mark.number));
    let record = match &named {
        Some(path) => Record::parse(&fs::read_to_string(path)?)?,
        None if mark.open && !kept.exists() => return Ok(Outcome::Open(mark.number)),
        None => Archive::read(&kept)?,
    };
    let earlier = Archive::beside(&named.unwrap_or(kept), record.number)?;
    let found = verify(&html, &record, &earlier)?;
    Ok(if found.is_empty() { Outcome::Same(mark) } else { Outcome::Different(found) })
}

fn close(folder: &Path) -> Result<String, Box<dyn Error>> {
    let content = content::read(&content::load(folder)?)?;
    let (archive, record) = (Archive::load(folder)?, Record::of(&content));
    let missing = reasons(&archive, &record, &content);
    if !missing.0.is_empty() {
        return Err(missing.into());
    }
    let path = archive.close(&record)?;
    Ok(format!("edition {} is closed: commit {}", record.number, path.display()))
}

fn status(folder: &Path) -> Result<String, Box<dyn Error>> {
    let content = content::read(&content::load(folder)?)?;
    let record = Record::of(&content);
    let archive = Archive::load(folder)?;
    let mut lines = vec![match archive.standing(&record)? {
        Standing::Closed => format!("edition {} of {} is closed", record.number, record.date),
        Standing::Open => format!("edition {} of {} is open", record.number, record.date),
    }];
    lines.push(format!("sha256 {}", record.sha256()));
    if let Some(last) = archive.last() {
        lines.extend(difference(last, &record));
    }
    let Diagnostics(missing) = reasons(&archive, &record, &content);
    lines.push(format!("reasons of changes to be written or corrected: {}", missing.len()));
    lines.extend(missing.iter().map(|it| format!("  {it}")));
    let stale = unconfirmed(&content.model, record.date);
    lines.push(format!("statuses that are not confirmed on {}: {}", record.date, stale.len()));
    lines.extend(stale.iter().map(|it| format!("  {it}")));
    Ok(lines.join("\n"))
}

/// What is wrong with the reasons that content gives for what changed.
fn reasons(archive: &Archive, record: &Record, content: &Content) -> Diagnostics {
    let since = changes_since(archive, record, &content.model);
    since.map_or_else(Diagnostics::default, |(changes, problems)| {
        diagnostics(&problems, content, changes.since)
    })
}

/// What differs from the edition closed last: how much of each kind of entry, and each key.
fn difference(last: &Record, record: &Record) -> Vec<String> {
    let difference = Difference::between(last, record);
    let mut lines =
        vec![format!("keys that differ from edition {}: {}", last.number, difference.0.len())];
    let count = |(kind, [added, removed, changed]): (&str, [usize; 3])| {
        format!("  {kind}: {added} added, {removed} removed, {changed} changed")
    };
    lines.extend(difference.counts().into_iter().map(count));
    lines.extend(difference.0.iter().map(|(key, change)| {
        let sign = match change {
            Change::Added => '+',
            Change::Removed => '-',
            Change::Changed => '~',
        };
        format!("  {sign} {key}")
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_terminal_is_told_nothing_by_a_copy() {
        assert_eq!(printable("a \u{1b}[2Jé\u{202e}\n"), "a \\u{1b}[2Jé\\u{202e}\\u{a}");
    }
}
