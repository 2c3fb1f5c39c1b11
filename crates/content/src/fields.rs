//! Reads the keys of one table: what is missing, unknown, empty or of the wrong type is reported where it stands, and
//! reading goes on with a stand-in, so that one run finds every problem.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use model::{Date, Precision, When};
use toml::de::{DeTable, DeValue};

use crate::index::Index;
use crate::{Diagnostic, Diagnostics, File, Place};

/// A position in a content file.
#[derive(Clone, Copy)]
pub(crate) struct SourcePosition<'a> {
    /// The file.
    pub(crate) file: &'a File,
    /// The byte.
    pub(crate) at: usize,
}

impl SourcePosition<'_> {
    /// Line and column, from 1.
    fn line_and_column(self) -> (usize, usize) {
        let before = self.file.text.get(..self.at).unwrap_or(&self.file.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}

/// `path:line`.
impl fmt::Display for SourcePosition<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.path, self.line_and_column().0)
    }
}

/// The problems found so far.
#[derive(Default)]
pub(crate) struct Problems(RefCell<Vec<Diagnostic>>);

impl Problems {
    /// Adds a problem at a position.
    pub(crate) fn report(&self, position: SourcePosition<'_>, message: String) {
        let found = Diagnostic {
            path: position.file.path.clone(),
            position: Some(position.line_and_column()),
            message,
        };
        self.0.borrow_mut().push(found);
    }

    /// Adds a problem of the content as a whole.
    pub(crate) fn report_of(&self, path: &str, message: String) {
        self.0.borrow_mut().push(Diagnostic { path: path.to_owned(), position: None, message });
    }

    /// Fails with all problems in order, if there are any.
    pub(crate) fn stop_if_any(&self) -> Result<(), Diagnostics> {
        let mut found = self.0.take();
        found.sort();
        found.dedup();
        if found.is_empty() { Ok(()) } else { Err(Diagnostics(found)) }
    }
}

/// "did you mean …?" where a known name is close, else which names there are.
pub(crate) fn suggestion<'n>(
    wrong: &str,
    known: impl Iterator<Item = &'n str>,
    all: &str,
) -> String {
    let known: Vec<&str> = known.collect();
    let distance = |name: &&&str| strsim::damerau_levenshtein(wrong, name);
    let nearest = known
        .iter()
        .min_by_key(distance)
        .filter(|name| distance(name) <= wrong.chars().count().max(3) / 3);
    match nearest {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.len() > 24 || known.is_empty() => {
            "correct it, or add what it names".to_owned()
        }
        None => format!("{all} `{}`", known.join("`, `")),
    }
}

/// The keys of one table.
pub(crate) struct Fields<'t, 'a> {
    problems: &'t Problems,
    file: &'a File,
    kind: &'static str,
    table: &'t DeTable<'a>,
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t, 'a> Fields<'t, 'a> {
    /// The table of a kind that stands at `span` of a file.
    pub(crate) fn new(
        problems: &'t Problems,
        file: &'a File,
        kind: &'static str,
        table: &'t DeTable<'a>,
        span: Range<usize>,
    ) -> Self {
        Self { problems, file, kind, table, span, asked: RefCell::default() }
    }

    /// Where a key stands, or its value where it is a list's; where the table begins if the key is missing.
    pub(crate) fn position(&self, key: &str) -> SourcePosition<'a> {
        let at = self.table.get_key_value(key).map_or(self.span.start, |(key, _)| key.span().start);
        SourcePosition { file: self.file, at }
    }

    /// Reports a problem at a key.
    pub(crate) fn report(&self, key: &str, message: String) {
        self.problems.report(self.position(key), message);
    }

    /// The place of a byte of the file.
    pub(crate) fn place(&self, at: usize) -> Place {
        let position = SourcePosition { file: self.file, at }.line_and_column();
        Place { path: self.file.path.clone(), position }
    }

    fn report_at(&self, at: usize, message: String) {
        self.problems.report(SourcePosition { file: self.file, at }, message);
    }

    /// Reports every key that nobody has asked for. Call it when the table has been read.
    pub(crate) fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let hint = suggestion(name, asked.iter().copied(), "the keys here are");
                self.report_at(key.span().start, format!("unknown key `{name}`: {hint}"));
            }
        }
    }

    fn value(&self, key: &'static str) -> Option<(&'t DeValue<'a>, usize)> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        self.table.get(key).map(|value| (value.get_ref(), value.span().start))
    }

    fn needed(&self, key: &'static str) -> Option<(&'t DeValue<'a>, usize)> {
        let found = self.value(key);
        if found.is_none() {
            self.report(key, format!("missing key `{key}`: it is needed"));
        }
        found
    }

    fn wrong_type(&self, key: &str, at: usize, wanted: &str, found: &DeValue<'_>) {
        self.report_at(at, format!("`{key}` is {}: write {wanted}", type_name(found)));
    }

    fn as_text(&self, key: &str, value: &'t DeValue<'a>, at: usize) -> Option<&'t str> {
        let DeValue::String(text) = value else {
            self.wrong_type(key, at, "a text in quotes", value);
            return None;
        };
        if text.trim().is_empty() {
            self.report_at(
                at,
                format!("`{key}` is an empty text: fill it in, or remove it if it is optional"),
            );
        }
        if text.contains(char::is_control) {
            let problem = "has a line break or another control character: write it on one line";
            self.report_at(at, format!("`{key}` {problem}"));
        }
        Some(text)
    }

    /// A text that must be there.
    pub(crate) fn text(&self, key: &'static str) -> &'t str {
        self.needed(key).and_then(|(value, at)| self.as_text(key, value, at)).unwrap_or_default()
    }

    /// A text that may be there.
    pub(crate) fn optional_text(&self, key: &'static str) -> Option<&'t str> {
        self.value(key).and_then(|(value, at)| self.as_text(key, value, at))
    }

    /// A text whose problems have been reported before.
    pub(crate) fn known_text(&self, key: &'static str) -> &'t str {
        match self.value(key) {
            Some((DeValue::String(text), _)) => text,
            _ => "",
        }
    }

    /// True or false; `otherwise` where it is missing.
    pub(crate) fn flag(&self, key: &'static str, otherwise: bool) -> bool {
        match self.value(key) {
            Some((DeValue::Boolean(flag), _)) => *flag,
            Some((other, at)) => {
                self.wrong_type(key, at, "true or false", other);
                otherwise
            }
            None => otherwise,
        }
    }

    /// A number that must be there and lie in a range.
    pub(crate) fn number(&self, key: &'static str, range: std::ops::RangeInclusive<f64>) -> f64 {
        let Some((value, at)) = self.needed(key) else { return 0.0 };
        let number = match value {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        number.filter(|number| range.contains(number)).unwrap_or_else(|| {
            self.report_at(
                at,
                format!("`{key}` must be a number from {} to {}", range.start(), range.end()),
            );
            0.0
        })
    }

    /// A date that must be there, as precise as it is known.
    pub(crate) fn when(&self, key: &'static str) -> When {
        let Some((text, at)) =
            self.needed(key).and_then(|(value, at)| Some((self.as_text(key, value, at)?, at)))
        else {
            return Date::MIN.into();
        };
        When::parse(text).unwrap_or_else(|| {
            self.report_at(at, date_problem(text));
            Date::MIN.into()
        })
    }

    /// A date that may be there.
    pub(crate) fn optional_when(&self, key: &'static str) -> Option<When> {
        self.value(key).map(|_| self.when(key))
    }

    /// A day that must be there.
    pub(crate) fn date(&self, key: &'static str) -> Date {
        let when = self.when(key);
        if when.precision != Precision::Day {
            self.report(key, format!("`{key}` is only {when}: give the day, as in 2024-05-01"));
        }
        when.date
    }

    /// One of the values of a list that has a name for each. `otherwise` stands in after a report.
    pub(crate) fn choice<T: Copy>(
        &self,
        key: &'static str,
        choices: &[(T, &'static str)],
        otherwise: T,
    ) -> T {
        let Some((text, at)) =
            self.needed(key).and_then(|(value, at)| Some((self.as_text(key, value, at)?, at)))
        else {
            return otherwise;
        };
        let found = choices.iter().find(|(_, name)| *name == text).map(|(value, _)| *value);
        found.unwrap_or_else(|| {
            let hint = suggestion(text, choices.iter().map(|(_, name)| *name), "it is one of");
            self.report_at(at, format!("unknown {key} `{text}`: {hint}"));
            otherwise
        })
    }

    fn list(&self, key: &'static str) -> Vec<(&'t DeValue<'a>, usize)> {
        match self.value(key) {
            Some((DeValue::Array(list), _)) => {
                list.iter().map(|value| (value.get_ref(), value.span().start)).collect()
            }
            Some((other, at)) => {
                self.wrong_type(key, at, "a list in square brackets", other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The texts of a list, none where it is missing.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<(&'t str, usize)> {
        let texts = self
            .list(key)
            .into_iter()
            .filter_map(|(value, at)| Some((self.as_text(key, value, at)?, at)));
        let mut found: Vec<(&str, usize)> = Vec::new();
        for (text, at) in texts {
            if found.iter().any(|(other, _)| *other == text) {
                self.report_at(at, format!("`{text}` is listed twice in `{key}`: once will do"));
            } else {
                found.push((text, at));
            }
        }
        found
    }

    /// What the ids of a list stand for, none where it is missing.
    pub(crate) fn refs<I: Copy>(&self, key: &'static str, index: &Index<'_, I>) -> Vec<I> {
        self.resolve(key, index.kind, |id| index.get(id), || index.names().collect())
    }

    /// What the ids of a list stand for that must not be empty.
    pub(crate) fn needed_refs<I: Copy>(&self, key: &'static str, index: &Index<'_, I>) -> Vec<I> {
        let is_empty = self.list(key).is_empty()
            && !matches!(self.value(key), Some((value, _)) if !value.is_array());
        if is_empty {
            let (owner, kind) = (self.kind, index.kind);
            self.report(
                key,
                format!("{owner} without a {kind}: name at least one {kind} in `{key}`"),
            );
        }
        self.refs(key, index)
    }

    /// What one id stands for that must be there.
    pub(crate) fn needed_reference<I: Copy>(
        &self,
        key: &'static str,
        index: &Index<'_, I>,
    ) -> Option<I> {
        self.needed(key).and_then(|_| self.reference(key, index))
    }

    /// What one id stands for, if there is one.
    pub(crate) fn reference<I: Copy>(&self, key: &'static str, index: &Index<'_, I>) -> Option<I> {
        let (value, at) = self.value(key)?;
        let id = self.as_text(key, value, at)?;
        let found = index.get(id);
        if found.is_none() {
            self.report_dangling(id, at, index.kind, index.names().collect());
        }
        found
    }

    /// What the ids of a list stand for by `get`; `names` are all that would do.
    pub(crate) fn resolve<T>(
        &self,
        key: &'static str,
        kind: &str,
        get: impl Fn(&str) -> Option<T>,
        names: impl Fn() -> Vec<&'t str>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (id, at) in self.texts(key) {
            match get(id) {
                Some(value) => found.push(value),
                None => self.report_dangling(id, at, kind, names()),
            }
        }
        found
    }

    /// Reports that the id at a key stands for nothing; `names` are all that would do.
    pub(crate) fn report_unknown(&self, key: &str, id: &str, kind: &str, names: Vec<&str>) {
        let at = self.table.get(key).map_or(self.span.start, |value| value.span().start);
        self.report_dangling(id, at, kind, names);
    }

    fn report_dangling(&self, id: &str, at: usize, kind: &str, names: Vec<&str>) {
        self.report_at(
            at,
            format!(
                "no {kind} is called `{id}`: {}",
                suggestion(id, names.into_iter(), "there are")
            ),
        );
    }

    /// The tables of a list, none where it is missing.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Fields<'t, 'a>> {
        let tables =
            self.list(key).into_iter().filter_map(|(value, at)| self.as_table(key, value, at));
        tables.collect()
    }

    /// A table that must be there.
    pub(crate) fn table(&self, key: &'static str) -> Option<Fields<'t, 'a>> {
        self.needed(key).and_then(|(value, at)| self.as_table(key, value, at))
    }

    /// A table that may be there.
    pub(crate) fn optional_table(&self, key: &'static str) -> Option<Fields<'t, 'a>> {
        self.value(key).and_then(|(value, at)| self.as_table(key, value, at))
    }

    fn as_table(
        &self,
        key: &'static str,
        value: &'t DeValue<'a>,
        at: usize,
    ) -> Option<Fields<'t, 'a>> {
        let DeValue::Table(table) = value else {
            self.wrong_type(key, at, "keys and values in braces", value);
            return None;
        };
        Some(Fields::new(self.problems, self.file, key, table, at..at))
    }
}

fn date_problem(text: &str) -> String {
    let is_date_like = text.len() <= 10
        && text.split('-').map(str::len).eq([4, 2, 2].into_iter().take(text.split('-').count()));
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_date_like && is_digits {
        format!("the calendar has no `{text}`: correct it")
    } else {
        format!("`{text}` is not a date: write 2024-05-01, 2024-05 or 2024")
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
