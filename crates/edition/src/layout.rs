//! Which keys of a record the texts in a row of the catalogue have.

use text::Catalogue;

use crate::Record;
use crate::list::LISTS;

/// What a record calls by a name, and the catalogue by a number.
const NAMED: (&str, &str) = ("statuses/", "status/");

/// What stands in a row of a list of the catalogue: the kind of its entries, and the names of their texts. Those of each part
/// of a list within the row have `*` for the part: `status/*/note`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The kind of the entries.
    pub(crate) kind: String,
    fields: Vec<String>,
}

impl Layout {
    /// The layout of each list of entries.
    pub(crate) fn all() -> impl Iterator<Item = (&'static str, Self)> {
        Catalogue::layout().into_iter().filter_map(|(list, fields)| {
            let (_, kind, only) = LISTS.into_iter().find(|it| it.0 == list)?;
            let name = |it: String| match it.strip_prefix(NAMED.0) {
                Some(rest) => [NAMED.1, rest].concat(),
                None if it.is_empty() => only.to_owned(),
                None => it,
            };
            let fields = fields.into_iter().map(name).collect();
            Some((list, Self { kind: kind.to_owned(), fields }))
        })
    }

    /// Reads what [`print`](Self::print) has written.
    pub(crate) fn parse(text: &str) -> Self {
        let mut words = text.split(' ').map(str::to_owned);
        Self { kind: words.next().unwrap_or_default(), fields: words.collect() }
    }

    /// Kind and names, with spaces between.
    pub(crate) fn print(&self) -> String {
        format!("{} {}", self.kind, self.fields.join(" "))
    }

    /// The texts that the row of an entry has, by key. A list of parts begins with how many there are, which has no key.
    pub(crate) fn row(&self, record: &Record, name: &str) -> Vec<(Option<String>, String)> {
        let entry = format!("{}/{name}", self.kind);
        let mut row = Vec::new();
        let mut fields = self.fields.iter().peekable();
        while let Some(field) = fields.next() {
            let Some((list, _)) = field.split_once("/*") else {
                row.extend(text_at(record, format!("{entry}/{field}")));
                continue;
            };
            let mut of_part = vec![field];
            while let Some(next) =
                fields.next_if(|it| it.split_once("/*").is_some_and(|it| it.0 == list))
            {
                of_part.push(next);
            }
            let parts = parts(record, &entry, list);
            row.push((None, parts.len().to_string()));
            for part in parts {
                let keys = of_part.iter().map(|it| format!("{entry}/{}", it.replace('*', &part)));
                row.extend(keys.filter_map(|it| text_at(record, it)));
            }
        }
        row
    }
}

/// The parts of a list of an entry: their names, where they have some, else numbers.
fn parts(record: &Record, entry: &str, list: &str) -> Vec<String> {
    if let Some(names) = record.state.get(&format!("order/{entry}/{list}")) {
        return names.split_whitespace().map(str::to_owned).collect();
    }
    let is_there = |number: &String| {
        let key = format!("{entry}/{list}/{number}");
        let below = format!("{key}/");
        record.texts.contains_key(&key)
            || record.texts.range(below.clone()..).next().is_some_and(|it| it.0.starts_with(&below))
    };
    (1..).map(|number: usize| number.to_string()).take_while(is_there).collect()
}

fn text_at(record: &Record, key: String) -> Option<(Option<String>, String)> {
    let text = record.texts.get(&key)?.clone();
    Some((Some(key), text))
}
