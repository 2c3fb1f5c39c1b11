//! The records of the sample and of the real content.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use content::Content;

use crate::{Archive, Change, Difference, Record, Standing};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn content_of(folder: &Path) -> Content {
    content::read(&content::load(folder).unwrap()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn sample() -> Record {
    Record::of(&content_of(&project().join("tests/content")))
}

/// The gate: a closed edition is never edited.
#[test]
fn the_content_is_an_open_edition_or_that_closed_last() {
    let folder = project().join("assets/content");
    let archive = Archive::load(&folder).unwrap_or_else(|problem| panic!("{problem}"));
    let standing = archive.standing(&Record::of(&content_of(&folder)));
    standing.unwrap_or_else(|problem| panic!("{problem}"));
}

#[test]
fn a_record_has_every_text_and_every_state() {
    let record = sample();
    for (key, value) in [
        ("claim/c-founded/text", "Norway and Peru founded the kite accord on 1 March 2021."),
        ("claim/c-founded/date", "2021-03-01"),
        ("claim/c-founded/about", "nor per pillar-1 pillar-2 ev-2021-03-01-founding"),
        ("claim/c-founded/sources", "charter"),
        ("claim/c-founded/confidence", "official"),
    ] {
        assert_eq!(record.get(key), Some(value), "{key}");
    }
    assert!(record.order("claim").next().is_some_and(|it| it == "c-founded"));
    assert!(
        record.texts.contains_key("message/title") && record.texts.contains_key("message/brand")
    );
}

/// Each text of the catalogues has a key of its own.
#[test]
fn no_text_is_lost() {
    for folder in ["tests/content", "assets/content"] {
        let content = content_of(&project().join(folder));
        let entries = content.text.to_named().into_iter().flat_map(|it| it.1).flatten().count();
        let rows = entries + content.text.messages.texts().count();
        let print = &content.print_text;
        let sources = print.sources.iter().map(|it| 1 + usize::from(it.note.is_some()));
        let checks =
            print.checks.iter().map(|it| 1 + it.quotes.len() + it.article_says.iter().count());
        let named = print.article_terms.iter().map(|it| 1 + it.terms.len());
        let printed = print.messages.texts().count() + checks.chain(named).sum::<usize>();
        let terms = 2 * print.glossary.len();
        let about = 3 + print.about.method.len();
        let reasons = content.changes.iter();
        let reasons = reasons.map(|it| 1 + it.said.iter().count() + it.record.iter().count());
        let texts =
            rows + printed + sources.sum::<usize>() + terms + about + reasons.sum::<usize>();
        assert_eq!(Record::of(&content).texts.len(), texts, "{folder}");
    }
}

#[test]
fn a_record_is_read_as_it_was_printed() {
    let record = sample();
    assert_eq!(Record::parse(&record.print()), Ok(record.clone()));
    assert_eq!(Record::parse(&Record::default().print()), Ok(Record::default()));
}

/// `sed '/^"sha256"/d' 7.json | sha256sum` gives it, too.
#[test]
fn the_hash_is_that_of_the_file_without_its_line() {
    let record = Record { number: 1, ..Record::default() };
    let expected =
        "{\n\"number\": 1,\n\"date\": \"0001-01-01\",\n\"state\": {\n},\n\"texts\": {\n}\n}\n";
    let file = record.print();
    let rest: String = file
        .lines()
        .filter(|it| !it.starts_with("\"sha256\""))
        .map(|it| format!("{it}\n"))
        .collect();
    assert_eq!(rest, expected);
    assert!(file.contains(&record.sha256()));
    assert_ne!(record.sha256(), Record::default().sha256());
}

#[track_caller]
fn refused(file: &str, line: usize, message: &str) {
    let problem = Record::parse(file).unwrap_err();
    assert_eq!(problem.line, line, "{problem}");
    assert!(problem.message.contains(message), "{problem}");
}

#[test]
fn says_what_is_wrong_with_a_file_and_where() {
    let file = sample().print();
    refused("", 1, "EOF");
    refused("[[[[", 1, "invalid type");
    refused(&"[".repeat(100_000), 1, "");
    refused(&file.replace("\"number\": 7", "\"number\": 70000"), 2, "invalid value");
    refused(&file.replace("\"number\": 7", "\"number\": 8"), 4, "sha256");
    refused(&file.replace("2026-06-30", "2026-06-31"), 3, "date");
    refused(
        &file.replace("\"texts\"", "\"words\""),
        file.lines().position(|it| it.starts_with("\"texts")).unwrap() + 1,
        "unknown field",
    );
    refused(&file.replace("kite accord on", "kite accord 0n"), 4, "sha256");
    refused(&format!("{file} "), file.matches('\n').count() + 1, "");
    let line = file.lines().find(|it| it.contains("c-founded/text")).unwrap();
    let at = file.lines().position(|it| it == line).unwrap() + 1;
    refused(&file.replace(line, &format!("{line}\n{line}")), at + 1, "expected");
}

proptest::proptest! {
    #[test]
    fn takes_any_file(file in "\\PC*") {
        let _ = Record::parse(&file);
    }
}

#[test]
fn tells_what_differs() {
    let (one, mut other) = (sample(), sample());
    other.texts.insert("claim/c-founded/text".into(), "Otherwise.".into());
    other.texts.insert("claim/c-new/text".into(), "New.".into());
    other.state.remove("claim/c-founded/date");
    let difference = Difference::between(&one, &other);
    let expected = [
        ("claim/c-founded/date", Change::Removed),
        ("claim/c-founded/text", Change::Changed),
        ("claim/c-new/text", Change::Added),
    ];
    assert_eq!(difference.0, expected.map(|it| (it.0.to_owned(), it.1)).into());
    assert_eq!(difference.counts(), [("claim", [1, 1, 1])].into());
}

/// A project folder of a test's own, with the sample as its content.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("edition-{name}-{}", process::id()));
        let content = folder.join("content");
        fs::create_dir_all(&content).unwrap();
        for entry in fs::read_dir(project().join("tests/content")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, content.join(path.file_name().unwrap())).unwrap();
        }
        Self(content)
    }

    fn edit(&self, file: &str, part: &str, by: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(part), "{file} has no {part:?}");
        fs::write(path, text.replace(part, by)).unwrap();
    }

    fn standing(&self) -> Result<Standing, String> {
        Archive::load(&self.0).unwrap().standing(&Record::of(&content_of(&self.0)))
    }

    fn close(&self) -> Result<PathBuf, String> {
        let archive = Archive::load(&self.0).unwrap();
        archive.close(&Record::of(&content_of(&self.0))).map_err(|it| it.to_string())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.0.parent().unwrap());
    }
}

#[test]
fn an_edition_is_closed_once_and_then_followed_by_the_next() {
    let folder = Folder::new("close");
    assert_eq!(folder.standing(), Ok(Standing::Open));
    let path = folder.close().unwrap();
    assert!(path.ends_with("editions/7.json"), "{}", path.display());
    assert_eq!(folder.standing(), Ok(Standing::Closed));
    assert_eq!(folder.close().unwrap_err(), "edition 7 is closed already");

    folder.edit("claims.toml", "founded the kite accord on", "founded a kite accord on");
    let problem = folder.standing().unwrap_err();
    assert_eq!(
        problem,
        "edition 7 is closed, and the content is not what it says (claim/c-founded/text): set `number = 8` and the date in edition.toml, or take the change back"
    );
    assert_eq!(folder.close().unwrap_err(), problem);

    folder.edit("edition.toml", "number = 7", "number = 9");
    assert!(folder.standing().unwrap_err().contains("set `number = 8`"));
    folder.edit("edition.toml", "number = 9", "number = 6");
    assert!(folder.close().unwrap_err().contains("set `number = 8`"));
    folder.edit("edition.toml", "number = 6", "number = 8");
    folder.edit("edition.toml", "2026-06-30", "2026-06-29");
    assert!(folder.standing().unwrap_err().contains("set a later `date`"));
    folder.edit("edition.toml", "2026-06-29", "2026-06-30");
    assert_eq!(folder.standing(), Ok(Standing::Open));
    folder.close().unwrap();
    assert_eq!(Archive::load(&folder.0).unwrap().records.len(), 2);

    fs::remove_file(path).unwrap();
    assert_eq!(Archive::load(&folder.0).unwrap().records.len(), 1);
}

#[test]
fn a_date_alone_is_a_change_too() {
    let folder = Folder::new("date");
    folder.close().unwrap();
    folder.edit("edition.toml", "2026-06-30", "2026-07-01");
    assert!(folder.standing().unwrap_err().contains("not what it says (date)"));
}

#[test]
fn the_archive_is_whole() {
    let folder = Folder::new("whole");
    let path = folder.close().unwrap();
    let record = Record::parse(&fs::read_to_string(&path).unwrap()).unwrap();
    fs::rename(&path, path.with_file_name("9.json")).unwrap();
    let problem = Archive::load(&folder.0).unwrap_err().to_string();
    assert!(problem.ends_with("it holds edition 7, so its name is 7.json"), "{problem}");
    fs::rename(path.with_file_name("9.json"), &path).unwrap();
    fs::write(path.with_file_name("9.json"), Record { number: 9, ..record }.print()).unwrap();
    assert!(Archive::load(&folder.0).unwrap_err().to_string().ends_with("an edition is missing"));
    fs::write(&path, "{").unwrap();
    assert!(Archive::load(&folder.0).unwrap_err().to_string().contains("7.json: line 1: "));
}

#[test]
fn a_folder_that_cannot_be_read_is_not_one_without_records() {
    let folder = env::temp_dir().join(format!("edition-unreadable-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let content = folder.join("content");
    assert_eq!(Archive::load(&content).unwrap().records, []);
    fs::write(folder.join("editions"), "a file").unwrap();
    let problem = Archive::load(&content).unwrap_err().to_string();
    assert!(problem.contains("editions: "), "{problem}");
    fs::remove_dir_all(folder).unwrap();
}
