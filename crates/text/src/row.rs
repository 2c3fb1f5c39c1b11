//! The texts of an entry as a row, in the order of its fields: the form in which the page carries them.

use std::vec::IntoIter;

/// The texts of an entry; one that it may lack is none.
pub type Row = Vec<Option<String>>;

/// What can be written into a row and read from it.
pub(crate) trait Texts: Sized {
    /// Adds its texts to a row.
    fn write(&self, row: &mut Row);

    /// Takes its texts from what is left of a row; `None` if one is missing.
    fn read(row: &mut IntoIter<Option<String>>) -> Option<Self>;

    /// Adds the texts that it has, each with its name, after what stands before that: `status/2/note`.
    fn list(&self, name: &str, texts: &mut Vec<(String, String)>);

    /// Adds the names of the texts that it may have, in the order in which they are written: those of a list once, with `*` for
    /// the number.
    fn layout(name: &str, layout: &mut Vec<String>);

    /// Its texts.
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        self.write(&mut row);
        row
    }

    /// What has these texts and no more.
    fn from_row(row: Row) -> Option<Self> {
        let mut row = row.into_iter();
        let read = Self::read(&mut row)?;
        row.next().is_none().then_some(read)
    }
}

impl Texts for String {
    fn write(&self, row: &mut Row) {
        row.push(Some(self.clone()));
    }

    fn read(row: &mut IntoIter<Option<String>>) -> Option<Self> {
        row.next()?
    }

    fn list(&self, name: &str, texts: &mut Vec<(String, String)>) {
        texts.push((name.to_owned(), self.clone()));
    }

    fn layout(name: &str, layout: &mut Vec<String>) {
        layout.push(name.to_owned());
    }
}

impl Texts for Option<String> {
    fn write(&self, row: &mut Row) {
        row.push(self.clone());
    }

    fn read(row: &mut IntoIter<Option<String>>) -> Option<Self> {
        row.next()
    }

    fn list(&self, name: &str, texts: &mut Vec<(String, String)>) {
        if let Some(text) = self {
            text.list(name, texts);
        }
    }

    fn layout(name: &str, layout: &mut Vec<String>) {
        layout.push(name.to_owned());
    }
}

/// A list begins with its length.
impl<T: Texts> Texts for Vec<T> {
    fn write(&self, row: &mut Row) {
        self.len().to_string().write(row);
        for it in self {
            it.write(row);
        }
    }

    fn read(row: &mut IntoIter<Option<String>>) -> Option<Self> {
        let length: usize = String::read(row)?.parse().ok()?;
        (0..length).map(|_| T::read(row)).collect()
    }

    fn list(&self, name: &str, texts: &mut Vec<(String, String)>) {
        for (number, it) in (1..).zip(self) {
            it.list(&named(name, &format!("{number}")), texts);
        }
    }

    fn layout(name: &str, layout: &mut Vec<String>) {
        T::layout(&named(name, "*"), layout);
    }
}

/// The name of a part after what stands before it.
pub(crate) fn named(before: &str, name: &str) -> String {
    if before.is_empty() { name.to_owned() } else { [before, "/", name].concat() }
}

/// Defines what has texts as its fields.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind),* }

        impl $crate::row::Texts for $name {
            fn write(&self, row: &mut $crate::row::Row) {
                $($crate::row::Texts::write(&self.$field, row);)*
            }

            fn read(row: &mut std::vec::IntoIter<Option<String>>) -> Option<Self> {
                Some(Self { $($field: $crate::row::Texts::read(row)?),* })
            }

            fn list(&self, name: &str, texts: &mut Vec<(String, String)>) {
                $($crate::row::Texts::list(&self.$field, &$crate::row::named(name, stringify!($field)), texts);)*
            }

            fn layout(name: &str, layout: &mut Vec<String>) {
                $(<$kind as $crate::row::Texts>::layout(&$crate::row::named(name, stringify!($field)), layout);)*
            }
        }
    )*};
}
pub(crate) use texts;
