//! The Atom feed of the editions (RFC 4287). An edition has an entry once it is closed, from when on it never changes: a reader
//! of the feed is told of nothing twice, and of nothing that becomes something else.

use std::path::Path;

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use aukus_briefing::Print;
use compile::Closed;
use explorer::view::{change_in_short, changed_cards, versions};
use model::Date;
use text::{Change, ChangeKind, Changed, Changes, format};

use super::address::Address;
use crate::escape::escape;
use crate::outcome::Outcome;
use crate::package::editions;

/// The name of the feed, beside `index.html`.
pub(crate) const NAME: &str = "changes.atom";

/// The type of the feed.
pub(crate) const TYPE: &str = "application/atom+xml";

/// The feed, the latest edition first; none while no edition is closed. `folder` is that of the site.
pub(crate) fn feed(
    print: Print,
    closed: &[Closed],
    address: &Address,
    folder: &Path,
) -> Outcome<Option<String>> {
    let Some(latest) = closed.last() else { return Ok(None) };
    let entry = |it| entry(print, it, address, folder);
    let feed = Feed {
        title: Text::plain(print.text.messages.feed_title()),
        id: address.of(NAME),
        updated: midnight(latest.date)?,
        authors: vec![Person { name: address.host().to_owned(), ..Person::default() }],
        links: vec![
            link("self", address.of(NAME), TYPE),
            link("alternate", address.to_string(), "text/html"),
        ],
        entries: closed.iter().rev().map(entry).collect::<Outcome<_>>()?,
        ..Feed::default()
    };
    Ok(Some(feed.to_string()))
}

fn entry(print: Print, edition: &Closed, address: &Address, folder: &Path) -> Outcome<Entry> {
    let number = edition.number.to_string();
    let title = format(print.text.messages.feed_edition(), &[("number", &number)]);
    let content = match &edition.changes {
        Some(changes) => content(print, changes),
        None => format!("<p>{}</p>", escape(print.text.messages.feed_first())),
    };
    let when = midnight(edition.date)?;
    Ok(Entry {
        title: Text::plain(title),
        // It names the edition, and need not lead anywhere.
        id: address.of(&["#edition-", &number].concat()),
        updated: when,
        published: Some(when),
        links: vec![link("alternate", place(edition.number, address, folder), "text/html")],
        content: Some(Content {
            value: Some(content),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    })
}

/// The copy of the edition, if the site has one.
fn place(number: u16, address: &Address, folder: &Path) -> String {
    let copy = editions::path(number);
    if folder.join(&copy).is_file() { address.of(&copy) } else { address.to_string() }
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    let mime_type = Some(mime_type.to_owned());
    Link { href, rel: rel.to_owned(), mime_type, ..Link::default() }
}

/// An edition has a day and no hour.
fn midnight(date: Date) -> Outcome<FixedDateTime> {
    // Without its feature `std` the error of chrono is only text.
    let text = format!("{date}T00:00:00Z");
    let parsed: Result<FixedDateTime, _> = text.parse();
    Ok(parsed.map_err(|it| it.to_string())?)
}

/// What changed, as HTML: corrections first.
fn content(print: Print, changes: &Changes) -> String {
    let messages = &print.text.messages;
    let of_kinds = |kinds: &[ChangeKind]| -> Vec<String> {
        let chosen = changes.changes.iter().filter(|it| kinds.contains(&it.kind));
        let short = |it: &Change| change_in_short(print.briefing, messages, changes.since, it);
        chosen.map(short).collect()
    };
    let said = |it: &Changed| versions(print.briefing, it).into_iter().find_map(|it| it.after);
    let brief = |it: &Changed| {
        let text = said(it).or_else(|| it.after.clone()).filter(|it| !it.is_empty())?;
        // An entry of a list does not say whose it is.
        let owner = changed_cards(print.briefing, &it.cards).first().map(|it| it.name);
        let owner = owner.filter(|_| it.thing.matches('/').count() > 1);
        Some(owner.map_or_else(|| text.clone(), |owner| format!("{owner}: {text}")))
    };
    let brief = |it: &[Changed]| it.iter().filter_map(brief).collect::<Vec<_>>();
    [
        list(messages.changes_corrections(), &of_kinds(&[ChangeKind::Correction])),
        list(messages.changes_updates(), &of_kinds(&[ChangeKind::Update])),
        list(messages.changes_wordings(), &of_kinds(&[ChangeKind::Wording, ChangeKind::Structure])),
        list(messages.changes_added(), &brief(&changes.added)),
        list(messages.changes_others(), &brief(&changes.others)),
    ]
    .concat()
}

fn list(heading: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|it| format!("<li>{}</li>", escape(it))).collect();
    format!("<h3>{}</h3><ul>{lines}</ul>", escape(heading))
}

#[cfg(test)]
mod tests {
    use feed_rs::model::FeedType;

    use super::*;
    use crate::artifact::FILE;
    use crate::source::PageSource;

    /// The feed as if the sample were closed, too.
    fn sample() -> (String, Vec<Closed>) {
        let source = PageSource::sample();
        let edition = source.print.briefing.model.edition;
        let own = Closed {
            number: edition.number,
            date: edition.date,
            changes: source.print.changes.cloned(),
        };
        let closed = [source.closed, &[own]].concat();
        let address = Address::read("https://example.org/briefing/").unwrap();
        let feed = feed(source.print, &closed, &address, Path::new("/nowhere")).unwrap().unwrap();
        (feed, closed)
    }

    /// How many elements of a name are in an element.
    fn count(of: roxmltree::Node, name: &str) -> usize {
        const ATOM: &str = "http://www.w3.org/2005/Atom";
        of.children().filter(|it| it.has_tag_name((ATOM, name))).count()
    }

    #[test]
    fn keeps_to_the_rules_of_the_format() {
        let (feed, closed) = sample();
        let document = roxmltree::Document::parse(&feed).unwrap();
        let root = document.root_element();
        let entries: Vec<_> =
            root.children().filter(|it| it.tag_name().name() == "entry").collect();
        assert_eq!(entries.len(), closed.len());
        for of in std::iter::once(root).chain(entries) {
            for name in ["id", "title", "updated"] {
                assert_eq!(count(of, name), 1, "{name} in {of:?}");
            }
        }
        assert!(count(root, "author") > 0, "entries have no author of their own: {feed}");
    }

    #[test]
    fn is_understood_by_a_reader_that_others_wrote() {
        let (feed, closed) = sample();
        let read = feed_rs::parser::parse(feed.as_bytes()).unwrap();
        assert_eq!(read.feed_type, FeedType::Atom);
        assert_eq!(read.id, "https://example.org/briefing/changes.atom");
        assert!(
            read.links.iter().any(|it| it.rel.as_deref() == Some("self") && it.href == read.id)
        );
        let numbers: Vec<_> = closed.iter().rev().map(|it| it.number).collect();
        assert_eq!(numbers, [7, 6]);
        for (entry, edition) in read.entries.iter().zip(closed.iter().rev()) {
            assert_eq!(
                entry.id,
                format!("https://example.org/briefing/#edition-{}", edition.number)
            );
            let day = entry.updated.unwrap().date_naive().to_string();
            assert_eq!(day, edition.date.to_string());
            assert!(!entry.title.as_ref().unwrap().content.is_empty());
            assert_eq!(entry.links[0].href, "https://example.org/briefing/");
        }
        assert!(read.updated.unwrap() >= read.entries[0].updated.unwrap());
        let content = read.entries[0].content.as_ref().unwrap().body.as_ref().unwrap();
        for part in [
            "<h3>Corrections</h3><ul><li>Edition 6 said: the accord was founded on 2 March 2021; the record says: its charter was signed on 1 March 2021. 2 March was the day of the first report.</li>",
            "<li>Withdrawn: Sweden flies a kite of its own. The weekly took a Norwegian kite for a Swedish one.</li>",
            "a trial, &lt; 2 km &amp; dry.</li>",
        ] {
            assert!(content.contains(part), "{part} in {content}");
        }
    }

    #[test]
    fn says_what_is_new_as_the_page_does() {
        let status = Changed {
            thing: "country/swe/status/pillar-2-2025-09-05".into(),
            after: Some("in-consultation 2024-11-30".into()),
            ..Changed::default()
        };
        let changes =
            Changes { added: vec![status.clone()], others: vec![status], ..Changes::default() };
        let content = content(PageSource::sample().print, &changes);
        assert_eq!(content.matches("30 November 2024").count(), 2, "{content}");
        assert!(!content.contains("in-consultation"), "{content}");
    }

    #[test]
    fn has_no_entry_that_is_not_closed() {
        let source = PageSource::sample();
        let address = Address::read("https://example.org/").unwrap();
        let feed = |closed| feed(source.print, closed, &address, Path::new("/nowhere")).unwrap();
        assert_eq!(feed(&[]), None);
        let own = format!("#edition-{}", source.print.briefing.model.edition.number);
        assert!(!feed(source.closed).unwrap().contains(&own));
    }

    #[test]
    fn leads_to_the_copy_of_an_edition() {
        let folder = std::env::temp_dir().join(format!("press-feed-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("editions/6")).unwrap();
        std::fs::write(folder.join("editions/6").join(FILE), "").unwrap();
        let address = Address::read("https://example.org/").unwrap();
        assert_eq!(
            place(6, &address, &folder),
            "https://example.org/editions/6/aukus-briefing.html"
        );
        assert_eq!(place(7, &address, &folder), "https://example.org/");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
