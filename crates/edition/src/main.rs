//! `script/edition`: closes the edition that the content is, or says how it stands.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use edition::{Archive, Change, Difference, Record, Standing, unconfirmed};

const USAGE: &str =
    "script/edition status: what is open, and what differs from the edition closed last
script/edition close: freezes what the edition says, as a file in `editions` beside the content
BRIEFING_CONTENT names another folder of content than assets/content.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // The current folder, so that problems are told with short paths.
    let content = content::folder(Path::new(""));
    let said = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["status"] => status(&content),
        ["close"] => close(&content),
        _ => Err(USAGE.into()),
    };
    match said {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn close(folder: &Path) -> Result<String, Box<dyn Error>> {
    let record = Record::of(&content::read(&content::load(folder)?)?);
    let path = Archive::load(folder)?.close(&record)?;
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
    let stale = unconfirmed(&content.model, record.date);
    lines.push(format!("statuses that are not confirmed on {}: {}", record.date, stale.len()));
    lines.extend(stale.iter().map(|it| format!("  {it}")));
    Ok(lines.join("\n"))
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
