//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use std::collections::BTreeMap;

use aukus_briefing::{
    Answer, AnswerProps, App, AppProps, Board, BoardProps, Card, CardProps, EmbedDialog,
    EmbedDialogProps, Footer, FooterProps, FullLink, Header, HeaderProps, OfferedEdition, Pinned,
    PrintProps, Sections, SentenceSources, Snapshot, Time, TimeProps,
};
use edition::{Mark, Standing, printed_sha256};
use explorer::Selection;
use text::Catalogue;
use yew::AttrValue;

use super::markup::{fixed, hydratable};
use super::shape::shape;
use super::{keys, places};
use crate::artifact::{Artifact, FILE};
use crate::escape::{escape, json_in_script};
use crate::html;
use crate::outcome::Outcome;
use crate::share::address::Address;
use crate::share::head::{head, linked_data};
use crate::source::PageSource;
use crate::template;

/// What is printed into each slot of a page; `address` is where the site will be, if that is known.
fn slots(
    source: PageSource,
    of: Artifact,
    address: Option<&Address>,
) -> Outcome<Vec<(&'static str, String)>> {
    let PageSource { print, sheet, .. } = source;
    let messages = &print.text.messages;
    let is_site = of == Artifact::Site;
    let footer = FooterProps { print, file: is_site.then(|| FILE.into()) };
    let public = address.map(|it| AttrValue::from(it.to_string()));
    let is_pinned = of == Artifact::Edition;
    let header = HeaderProps {
        print,
        pinned: is_pinned.then(|| Pinned { file: FILE.into(), latest: public.clone() }),
    };
    let edition = OfferedEdition::of(source.is_closed(), is_pinned);
    let dialog = EmbedDialogProps { print, is_site, address: public, edition };
    let snapshot = Snapshot::of(print.briefing, &Selection::default());
    let views = hydratable::<App>(AppProps { snapshot: snapshot.clone() })?;
    let answer = hydratable::<Answer>(AnswerProps::prerendered(snapshot.clone()))?;
    let board = hydratable::<Board>(BoardProps::prerendered(snapshot.clone()))?;
    let card = hydratable::<Card>(CardProps::prerendered(snapshot.clone()))?;
    let time = hydratable::<Time>(TimeProps::prerendered(snapshot))?;
    Ok(vec![
        keys::slot(),
        ("head", head(source, of, address)?),
        ("linked-data", linked_data(print, of, address)?),
        ("show-all", escape(messages.show_all())),
        ("skip", escape(messages.skip_to_card())),
        ("no-script", escape(messages.no_script())),
        ("places", places::rules(print.briefing)),
        ("full", fixed::<FullLink>(header.clone())?),
        ("header", fixed::<Header>(header)?),
        ("views-shape", shape(&views)?.to_string()),
        ("views", views),
        ("answer-shape", shape(&answer)?.to_string()),
        ("answer", answer),
        ("board-shape", shape(&board)?.to_string()),
        ("board", board),
        ("card-shape", shape(&card)?.to_string()),
        ("card", card),
        ("time-shape", shape(&time)?.to_string()),
        ("time", time),
        ("footer", fixed::<Footer>(footer)?),
        ("dialog", fixed::<EmbedDialog>(dialog)?),
        ("sentence-sources", fixed::<SentenceSources>(PrintProps { print })?),
        ("sheet", sheet.to_owned()),
        ("catalogue", catalogue(&print.briefing.text)?),
        ("sections", fixed::<Sections>(PrintProps { print })?),
    ])
}

/// The catalogue as the text of a script element, once it has been read back as the app reads it.
fn catalogue(catalogue: &Catalogue) -> Outcome<String> {
    let mut lists: BTreeMap<_, _> = catalogue.to_rows().into_iter().collect();
    let json = json_in_script(&lists)?;
    let read = Catalogue::from_rows(|name| lists.remove(name).unwrap_or_default());
    if read.as_ref() == Some(catalogue) {
        Ok(json)
    } else {
        Err("the app would not read the texts as they are".into())
    }
}

/// The page with its slots filled, each of which must be there, and no other; and with what it says of its edition.
pub(crate) fn print(
    page: &str,
    source: PageSource,
    of: Artifact,
    address: Option<&Address>,
) -> Outcome<String> {
    let slots = slots(source, of, address)?;
    let page = template::filled(page, "index.html, or a script in it,", &slots)?;
    let standing = if source.is_closed() { Standing::Closed } else { Standing::Open };
    // Last of all, as it has the hash of what is printed.
    let mark = Mark::new(source.record, standing, printed_sha256(&page)?);
    html::with_text(&page, edition::ELEMENT, &json_in_script(&mark)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "https://example.org/briefing/";

    /// A slot of the sample.
    fn slot(name: &str, of: Artifact, is_closed: bool, address: Option<&str>) -> String {
        let source = if is_closed { PageSource::closed_sample() } else { PageSource::sample() };
        let address = address.map(|it| Address::read(it).unwrap());
        let slots = slots(source, of, address.as_ref()).unwrap();
        slots.into_iter().find(|it| it.0 == name).unwrap().1
    }

    #[test]
    fn a_pinned_copy_gives_its_edition_and_the_latest_if_it_knows_where() {
        let header = |address| slot("header", Artifact::Edition, true, address);
        let said = "This copy stays with edition 7 of 30 June 2026.";
        let known = header(Some(HOME));
        assert!(known.contains(said), "{known}");
        let link = html::only_element(&known, ".pinned a").unwrap();
        assert_eq!(link.attribute("href"), Some(HOME));
        let unknown = header(None);
        assert!(unknown.contains(said), "{unknown}");
        assert!(html::elements(&unknown, ".pinned a").is_err(), "{unknown}");
        let full = slot("full", Artifact::Edition, true, None);
        let full = html::only_element(&full, ".open-full").unwrap();
        assert_eq!(full.attribute("href"), Some(FILE), "its folder is no page");
    }

    #[test]
    fn no_other_copy_says_that_it_stays() {
        for of in [Artifact::Site, Artifact::File] {
            let header = slot("header", of, true, Some(HOME));
            assert!(!header.contains("pinned"), "{header}");
        }
    }

    /// Which edition the dialog has chosen, and whether the other choice is there.
    fn offered(of: Artifact, is_closed: bool) -> (Option<String>, bool) {
        let dialog = slot("dialog", of, is_closed, None);
        let choices = html::elements(&dialog, "[name=embed-edition]").unwrap();
        let chosen = choices.iter().find(|it| it.attribute("checked").is_some());
        let is_disabled = choices.iter().any(|it| it.attribute("disabled").is_some());
        let says_why = dialog.contains("Edition 7 is not closed yet");
        assert_eq!(is_disabled, says_why, "{dialog}");
        (chosen.and_then(|it| it.attribute("value")).map(str::to_owned), !is_disabled)
    }

    #[test]
    fn the_dialog_offers_an_edition_once_it_is_closed() {
        let (latest, pinned) = (Some("latest".to_owned()), Some("pinned".to_owned()));
        for of in [Artifact::Site, Artifact::File] {
            assert_eq!(offered(of, false), (latest.clone(), false));
            assert_eq!(offered(of, true), (latest.clone(), true));
        }
        assert_eq!(offered(Artifact::Edition, true), (pinned, true));
    }

    #[test]
    fn the_dialog_of_a_file_has_the_address_that_is_known() {
        let home = |of, address| {
            let dialog = slot("dialog", of, true, address);
            let home = html::only_element(&dialog, ".embed")
                .unwrap()
                .attribute("data-home")
                .map(str::to_owned);
            (home, dialog.contains("does not know its public address"))
        };
        assert_eq!(home(Artifact::Site, Some("https://example.org/a/")), (None, false));
        for of in [Artifact::File, Artifact::Edition] {
            let known = "https://example.org/a/";
            assert_eq!(home(of, Some(known)), (Some(known.to_owned()), false));
            assert_eq!(home(of, None), (Some(HOME.to_owned()), true), "the placeholder");
        }
    }
}
