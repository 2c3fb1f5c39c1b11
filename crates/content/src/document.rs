//! Parses content files as TOML and sorts their tables by kind.

use std::ops::Range;

use model::EntityKind;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::File;
use crate::fields::{Fields, Problems, SourcePosition, suggestion};

/// The tables of what has no view of its own.
const OTHER_TABLES: [&str; 12] = [
    "edition",
    "standfirst",
    "words",
    "claim",
    "source",
    "check",
    "limit",
    "step",
    "term",
    "about",
    "change",
    "moved",
];

/// The tables that content consists of. Each may stand in any file, so that a long list can be one file an entry.
fn table_names() -> impl Iterator<Item = &'static str> {
    OTHER_TABLES.into_iter().chain(EntityKind::ALL.into_iter().map(EntityKind::key))
}

/// A parsed file.
pub(crate) struct Document<'a> {
    file: &'a File,
    root: Spanned<DeTable<'a>>,
}

/// Parses every file, reporting every syntax error.
pub(crate) fn parse<'a>(files: &'a [File], problems: &Problems) -> Vec<Document<'a>> {
    let parse = |file| parse_one(file, problems);
    files.iter().map(parse).collect()
}

fn parse_one<'a>(file: &'a File, problems: &Problems) -> Document<'a> {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let position = SourcePosition { file, at: error.span().map_or(0, |span| span.start) };
        problems
            .report(position, format!("not TOML: {}", error.message().trim().replace('\n', ", ")));
    }
    let document = Document { file, root };
    for (key, value) in document.root.get_ref() {
        document.check_kind(key, value, problems);
    }
    document
}

impl<'a> Document<'a> {
    fn check_kind(
        &self,
        key: &Spanned<std::borrow::Cow<'a, str>>,
        value: &Spanned<DeValue<'a>>,
        problems: &Problems,
    ) {
        let name = key.get_ref().as_ref();
        let position = SourcePosition { file: self.file, at: key.span().start };
        if !table_names().any(|it| it == name) {
            let hint = suggestion(name, table_names(), "content consists of");
            problems.report(position, format!("unknown table `{name}`: {hint}"));
            return;
        }
        let fits = match (is_single(name), value.get_ref()) {
            (true, DeValue::Table(_)) => true,
            (false, DeValue::Array(list)) => {
                list.iter().all(|entry| matches!(entry.get_ref(), DeValue::Table(_)))
            }
            _ => false,
        };
        if !fits {
            let header = if is_single(name) { format!("[{name}]") } else { format!("[[{name}]]") };
            problems.report(
                position,
                format!("`{name}` is not a table here: write {header} on a line of its own"),
            );
        }
    }
}

fn is_single(kind: &str) -> bool {
    matches!(kind, "edition" | "words" | "about")
}

/// The tables of a kind in all files, in order.
pub(crate) fn tables<'t, 'a>(
    documents: &'t [Document<'a>],
    kind: &'static str,
    problems: &'t Problems,
) -> Vec<Fields<'t, 'a>> {
    let fields = |file: &'a File, table: &'t DeTable<'a>, span: Range<usize>| {
        Fields::new(problems, file, kind, table, span)
    };
    let mut found = Vec::new();
    for Document { file, root } in documents {
        match root.get_ref().get(kind).map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Table(table), span)) => found.push(fields(file, table, span)),
            Some((DeValue::Array(list), _)) => {
                let entries = list
                    .iter()
                    .filter_map(|entry| Some((entry.get_ref().as_table()?, entry.span())));
                found.extend(entries.map(|(table, span)| fields(file, table, span)));
            }
            _ => {}
        }
    }
    found
}
