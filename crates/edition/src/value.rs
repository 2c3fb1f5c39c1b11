//! How a record writes what a field of the model holds; nothing for what is not there.

use content::Content;
use model::{
    ArticlePlace, ClaimId, Confidence, CountryId, Date, EntityId, EventKind, Group, Hosting,
    LinkKind, Mode, PersonId, PillarId, SourceId, SourceKind, StatementId, Status, TechnologyGroup,
    Topic, Verdict, Verification, When,
};

/// What can stand in a record.
pub(crate) trait Value {
    /// The value as text, with ids as content files write them; empty where there is nothing to say.
    fn write(&self, content: &Content) -> String;
}

macro_rules! written {
    ($($type:ty: |$it:ident, $content:ident| $text:expr;)*) => {$(
        impl Value for $type {
            fn write(&self, $content: &Content) -> String {
                let $it = self;
                $text
            }
        }
    )*};
}

/// The id at an index of a list.
macro_rules! id_in {
    ($list:expr, $id:ident) => {
        $list.get($id.index()).map(|it| it.id.clone()).unwrap_or_default()
    };
}

written! {
    String: |it, _content| it.clone();
    u16: |it, _content| it.to_string();
    bool: |it, _content| if *it { "yes".into() } else { String::new() };
    Date: |it, _content| it.to_string();
    When: |it, _content| it.to_string();
    ArticlePlace: |it, _content| it.to_string();
    Status: |it, _content| it.content_name().into();
    ClaimId: |it, content| content.names.claims.get(it.index()).cloned().unwrap_or_default();
    SourceId: |it, content| content.names.sources.get(it.index()).cloned().unwrap_or_default();
    PillarId: |it, content| id_in!(content.model.pillars, it);
    CountryId: |it, content| id_in!(content.model.countries, it);
    EntityId: |it, content| it.name(&content.model).unwrap_or_default().to_owned();
    PersonId: |it, content| id_in!(content.model.people, it);
    StatementId: |it, content| id_in!(content.model.statements, it);
    Topic: |it, content| match it {
        Topic::Country(id) => id_in!(content.model.countries, id),
        Topic::Pillar(id) => id_in!(content.model.pillars, id),
        Topic::Technology(id) => id_in!(content.model.technologies, id),
        Topic::Event(id) => id_in!(content.model.events, id),
    };
}

/// What content files name by a word from a list.
macro_rules! named {
    ($($type:ty),* $(,)?) => {$(
        impl Value for $type {
            fn write(&self, _: &Content) -> String {
                Self::ALL.iter().find(|it| it.0 == *self).map_or("", |it| it.1).into()
            }
        }
    )*};
}

named!(
    Confidence,
    EventKind,
    Group,
    Hosting,
    LinkKind,
    Mode,
    SourceKind,
    TechnologyGroup,
    Verdict,
    Verification
);

impl<T: Value> Value for Option<T> {
    fn write(&self, content: &Content) -> String {
        self.as_ref().map(|it| it.write(content)).unwrap_or_default()
    }
}

/// With a space between.
impl<T: Value> Value for [T] {
    fn write(&self, content: &Content) -> String {
        self.iter().map(|it| it.write(content)).collect::<Vec<_>>().join(" ")
    }
}

impl<T: Value> Value for Vec<T> {
    fn write(&self, content: &Content) -> String {
        self.as_slice().write(content)
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    fn write(&self, content: &Content) -> String {
        self.as_slice().write(content)
    }
}
