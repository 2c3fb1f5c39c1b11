//! What is said of content with one fault, word for word.

use proptest::prelude::*;

use super::{SAMPLE, WORDS, check, files, problems, problems_of, real_files};
use crate::File;

#[test]
fn the_sample_has_no_fault() {
    assert_eq!(problems_of(&files(SAMPLE)), "");
}

#[test]
fn syntax() {
    check(
        "number = 1",
        "number = ",
        "sample.toml:2:10: not TOML: string values must be quoted, expected literal string",
    );
}

#[test]
fn every_syntax_error_of_every_file() {
    let broken = [
        File { path: "a.toml".into(), text: "[edition\n".into() },
        File { path: "b.toml".into(), text: "x = \"\n".into() },
    ];
    let said = problems_of(&broken);
    assert!(said.starts_with("a.toml:1:9: not TOML: "), "{said}");
    assert!(said.contains("\nb.toml:1:"), "{said}");
}

#[test]
fn unknown_table() {
    check(
        "[[limit]]",
        "[[limits]]",
        "sample.toml:106:3: unknown table `limits`: did you mean `limit`?",
    );
}

#[test]
fn table_of_the_wrong_shape() {
    check(
        "[edition]",
        "[[edition]]",
        "sample.toml:1:3: `edition` is not a table here: write [edition] on a line of its own",
    );
}

#[test]
fn no_edition_and_two() {
    let without: String = SAMPLE.lines().skip(6).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(problems_of(&files(&without)), "content: no file has a table [edition]: add it");
    let again = "[edition]\nnumber = 2\n";
    let second = File { path: "second.toml".into(), text: again.into() };
    let said = problems_of(&[files(SAMPLE), vec![second]].concat());
    assert_eq!(said, "second.toml:1:1: a second [edition]: the briefing has one, remove this");
}

#[test]
fn unknown_key() {
    check(
        "place = \"Canberra\"",
        "place = \"Canberra\"\nplcae = \"Perth\"",
        "sample.toml:58:1: unknown key `plcae`: did you mean `place`?",
    );
    check(
        "about = [\"aus\"]",
        "about = [\"aus\"]\nwhatever = 1",
        "sample.toml:41:1: unknown key `whatever`: the keys here are `id`, `date`, `expected`, `sources`, `kind`, `about`, `claims`, `title`, `short_name`, `summary`, `editor_note`, `note`",
    );
}

#[test]
fn unknown_key_in_braces() {
    check(
        "lon = 149.13",
        "lng = 149.13, lon = 149.13",
        "sample.toml:17:46: unknown key `lng`: the keys here are `name`, `lat`, `lon`",
    );
}

#[test]
fn missing_key() {
    check("text = \"It began.\"\n", "", "sample.toml:70:1: missing key `text`: it is needed");
}

#[test]
fn dangling_id() {
    check(
        "overview = [\"c-one\"]",
        "overview = [\"c-on\"]",
        "sample.toml:5:13: no claim is called `c-on`: did you mean `c-one`?",
    );
    check(
        "who = \"p-one\"",
        "who = \"p-somebody\"",
        "sample.toml:54:7: no person is called `p-somebody`: there are `p-one`",
    );
    check(
        "\"ev-founding\"]",
        "\"ev-fuonding\"]",
        "sample.toml:74:29: no country, pillar, technology or event is called `ev-fuonding`: did you mean `ev-founding`?",
    );
}

#[test]
fn duplicate_id() {
    check(
        "id = \"ev-sale\"",
        "id = \"ev-founding\"",
        "sample.toml:44:1: the id `ev-founding` is taken, at sample.toml:35: choose another",
    );
}

#[test]
fn malformed_id() {
    check(
        "id = \"st-one\"",
        "id = \"One\"",
        "sample.toml:53:1: `One` cannot be the id of a statement: write `st-` and then small letters, digits and hyphens",
    );
    check(
        "id = \"copied-2022\"",
        "id = \"copied'2022\"",
        "sample.toml:89:1: `copied'2022` cannot be the id of a source: write small letters, digits and hyphens\n\
         sample.toml:89:1: nothing cites the source `copied'2022`: cite it, or mark it withdrawn = true, as its number stays\n\
         sample.toml:103:12: no source is called `copied-2022`: did you mean `copied'2022`?",
    );
}

#[test]
fn claim_without_source() {
    let sourced = "sources = [\"agency-2021\"]\nconfidence";
    check(
        sourced,
        "sources = []\nconfidence",
        "sample.toml:75:1: claim without a source: name at least one source in `sources`",
    );
    check(
        sourced,
        "confidence",
        "sample.toml:70:1: claim without a source: name at least one source in `sources`",
    );
}

#[test]
fn source_that_nobody_cites() {
    check(
        "sources = [\"copied-2022\"]",
        "sources = [\"agency-2021\"]",
        "sample.toml:89:1: nothing cites the source `copied-2022`: cite it, or mark it withdrawn = true, as its number stays",
    );
}

#[test]
fn listed_twice() {
    check(
        "[\"copied-2022\"]",
        "[\"copied-2022\", \"copied-2022\"]",
        "sample.toml:103:27: `copied-2022` is listed twice in `sources`: once will do",
    );
}

#[test]
fn dates() {
    check(
        "as_of = \"2021-09\"",
        "as_of = \"September 2021\"",
        "sample.toml:66:9: `September 2021` is not a date: write 2024-05-01, 2024-05 or 2024",
    );
    check(
        "as_of = \"2021-09\"",
        "as_of = \"2021-02-29\"",
        "sample.toml:66:9: the calendar has no `2021-02-29`: correct it",
    );
    check(
        "as_of = \"2021-09\"",
        "as_of = 2021-09-15",
        "sample.toml:66:9: `as_of` is a date without quotes: write a text in quotes",
    );
    check(
        "latest_source = \"2026-06-01\"",
        "latest_source = \"2026-06\"",
        "sample.toml:4:1: `latest_source` is only 2026-06: give the day, as in 2024-05-01",
    );
}

#[test]
fn status_out_of_order() {
    check(
        "from = \"2022-03\"",
        "from = \"2021-03\"",
        "sample.toml:22:5: the status of 2021-03-01 stands after one of 2021-09-15: put them in order of date",
    );
}

#[test]
fn event_out_of_order() {
    check(
        "date = \"2032\"",
        "date = \"2020-12\"\nnote = \"Sold.\"",
        "sample.toml:45:1: the event of 2020-12-01 stands after one of 2021-09-15: put them in order of date",
    );
}

#[test]
fn a_short_name_has_room_beside_its_square() {
    let named = |name: &str| format!("date = \"2032\"\nshort_name = \"{name}\"");
    let long = "x".repeat(29);
    check("date = \"2032\"", &named(&long[1..]), "");
    let problem = "sample.toml:46:1: 29 characters, of 28 at most: shorten it";
    check("date = \"2032\"", &named(&long), problem);
}

#[test]
fn a_wrong_date_is_not_also_out_of_order() {
    check(
        "date = \"2032\"",
        "date = \"2032-13\"",
        "sample.toml:45:8: the calendar has no `2032-13`: correct it",
    );
}

#[test]
fn withdrawn_source() {
    let part = "title = \"A statement\"";
    let withdrawn = "title = \"A statement\"\nwithdrawn = true";
    check(
        part,
        withdrawn,
        "sample.toml:92:1: the withdrawn source `copied-2022` is cited: cite another, or remove `withdrawn`",
    );
    let uncited = SAMPLE.replace("sources = [\"copied-2022\"]", "sources = [\"agency-2021\"]");
    assert_eq!(problems_of(&files(&uncited.replace(part, withdrawn))), "");
}

#[test]
fn claim_that_rests_on_the_article_alone() {
    let article = SAMPLE.replace("kind = \"news\"", "kind = \"article\"");
    let said = "sample.toml:72:1: rests on the article alone and does not say so: begin, say, “The article says”";
    assert_eq!(problems_of(&files(&article)), said);
    let named =
        article.replace("text = \"It began.\"", "text = \"The article says that it began.\"");
    assert_eq!(problems_of(&files(&named)), "");
    let opinion = article.replace("article_refs = [\"p1s1\"]", "interpretation = true");
    assert_eq!(problems_of(&files(&opinion)), "");
}

#[test]
fn check_without_the_words_of_the_article() {
    let part = "quotes = [\"began in 2022\"]";
    check(
        part,
        "",
        "sample.toml:96:1: a check without the article’s words: quote them in `quotes`, or say in `article_says` what they come to",
    );
    check(part, "article_says = \"It began in 2022.\"", "");
    let quotes =
        |words: usize| format!("quotes = [\"{}\", \"and one\"]", vec!["word"; words].join(" "));
    check(part, &quotes(28), "");
    check(
        part,
        &quotes(29),
        "sample.toml:99:1: a quotation of 31 words: shorten it to 30, or give it in own words",
    );
}

#[test]
fn note_that_speaks_to_editors() {
    let part = "title = \"A statement\"";
    check(part, "title = \"A statement\"\nnote = \"Its title is the ministry’s.\"", "");
    check(part, "title = \"A statement\"\neditor_note = \"Do not link to it.\"", "");
    let said = problems(part, "title = \"A statement\"\nnote = \"A repost; do not link to it.\"");
    assert!(
        said.ends_with("a note with “do not link” speaks to editors: move that into `editor_note`")
    );
}

#[test]
fn view_that_has_moved() {
    let moved =
        |from: &str, to: &str| format!("{SAMPLE}\n[[moved]]\nfrom = \"{from}\"\nto = \"{to}\"\n");
    let said = |from, to| problems_of(&files(&moved(from, to)));
    assert_eq!(said("event=start", "ev-founding"), "");
    assert_eq!(
        said("ev-start", "ev-founding"),
        "sample.toml:110:1: `ev-start` is no address of a view: write, say, `event=2024-05-01-meeting`"
    );
    assert_eq!(
        said("event=sale", "ev-founding"),
        "sample.toml:110:1: `event=sale` is still an address: remove this, or the entry"
    );
    assert_eq!(
        said("event=start", "ev-foundign"),
        "sample.toml:111:6: no entry with a card is called `ev-foundign`: did you mean `ev-founding`?"
    );
}

#[test]
fn quotation_of_over_30_words() {
    let text = |words: usize| format!("text = \"{}\"", vec!["word"; words].join(" "));
    let part = "text = \"Quoted in seven words or even fewer.\"";
    check(part, &text(30), "");
    check(
        part,
        &text(31),
        "sample.toml:59:1: a quotation of 31 words: shorten it to 30, or give it in own words",
    );
}

#[test]
fn empty_text() {
    check(
        "title = \"Founding\"",
        "title = \" \"",
        "sample.toml:37:9: `title` is an empty text: fill it in, or remove it if it is optional",
    );
}

#[test]
fn expected_event_in_the_past() {
    let date = "date = \"2032\"";
    check(date, "date = \"2026-11\"", "");
    check(
        date,
        "date = \"2026-10\"",
        "sample.toml:49:1: expected for 2026-10, before this edition of 2026-11-23: say in `note` what became of it, or remove `expected`",
    );
    check(date, "date = \"2026-10\"\nnote = \"Not sold.\"", "");
}

#[test]
fn unknown_values() {
    check(
        "status = \"member\"",
        "status = \"membre\"",
        "sample.toml:22:53: unknown status `membre`: did you mean `member`?",
    );
    check(
        "kind = \"founding\"",
        "kind = \"party\"",
        "sample.toml:39:8: unknown kind `party`: it is one of `founding`, `announcement`, `meeting`, `treaty`, `law`, `review`, `exercise`, `milestone`",
    );
    check(
        "confidence = \"official\"",
        "confidence = \"offical\"",
        "sample.toml:76:14: unknown confidence `offical`: did you mean `official`?",
    );
}

#[test]
fn wrong_types() {
    check(
        "expected = true",
        "expected = \"yes\"",
        "sample.toml:49:12: `expected` is a text: write true or false",
    );
    check(
        "about = [\"aus\"]",
        "about = \"aus\"",
        "sample.toml:40:9: `about` is a text: write a list in square brackets",
    );
    check("lat = -35.28", "lat = 135", "sample.toml:17:38: `lat` must be a number from -90 to 90");
    check(
        "number = 1",
        "number = 0",
        "sample.toml:2:10: `number` must be a number from 1 to 65535",
    );
}

#[test]
fn addresses() {
    let url = "url = \"https://agency.example/begins\"";
    check(
        url,
        "url = \"javascript:alert(1)\"",
        "sample.toml:84:1: `javascript:alert(1)` is no web address: write https://… without spaces",
    );
    check(
        &format!("{url}\n"),
        "",
        "sample.toml:79:1: missing key `url`: say where it was read, or mark it hosting = \"copy\"",
    );
    check(
        "hosting = \"copy\"",
        "hosting = \"copy\"\nurl = \"https://copy.example/\"",
        "sample.toml:95:1: a copy on somebody else’s site is named, never linked: remove `url`",
    );
}

#[test]
fn source_after_the_edition() {
    check(
        "date = \"2022-05\"",
        "date = \"2026-07\"",
        "sample.toml:92:1: a source of 2026-07, after `latest_source` of the edition, 2026-06-01: correct one of them",
    );
}

#[test]
fn places_in_the_article() {
    check(
        "[\"p1s1\"]",
        "[\"p1\"]",
        "sample.toml:77:1: `p1` is no place in the article: write `title`, or `p2s1` for paragraph 2, sentence 1",
    );
}

#[test]
fn ties() {
    let tie = |id: &str| {
        format!("{SAMPLE}\n[[tie]]\nid = \"{id}\"\nlabel = \"A treaty\"\nclaims = [\"c-one\"]\n")
    };
    let said = "sample.toml:110:1: `aus-nzl` does not name two countries in the order of partners: write, say, `aus-kor`";
    assert_eq!(problems_of(&files(&tie("aus-nzl"))), said);
    assert_eq!(problems_of(&files(&tie("aus-aus"))), said.replace("nzl", "aus"));
}

#[test]
fn words() {
    let said = |part: &str, by: &str| {
        assert_eq!(WORDS.matches(part).count(), 1, "{part}");
        let [sample, words, about] = <[File; 3]>::try_from(files(SAMPLE)).unwrap();
        let line = WORDS.get(..WORDS.find(part).unwrap()).unwrap().matches('\n').count() + 1;
        let words = File { text: words.text.replace(part, by), ..words };
        let said = problems_of(&[sample, words, about]);
        said.replace(&format!("words.toml:{line}:"), "words.toml:LINE:")
    };
    let close = "sentence_close = \"Close\"";
    assert_eq!(
        said(&format!("{close}\n"), ""),
        "words.toml:4:1: missing key `sentence_close`: it is needed"
    );
    assert_eq!(
        said(close, &format!("{close} \nsentence_clsoe = \"\"")).split_once(": ").unwrap().1,
        "unknown key `sentence_clsoe`: did you mean `sentence_close`?"
    );
    assert_eq!(
        said(close, "sentence_close = \"Close {card}\""),
        "words.toml:LINE:1: `sentence_close` is never filled in, and has {card}: remove it"
    );
    assert_eq!(
        said("date_month = \"{month} {year}\"", "date_month = \"{month} {yaer}\""),
        "words.toml:LINE:1: `date_month` is not filled in with {yaer}: it can have {month}, {year}\n\
         words.toml:LINE:1: `date_month` leaves out {year}: put it where its value belongs"
    );
    assert_eq!(
        said(" November December", " November"),
        "words.toml:LINE:1: `months` names 11 months: name all 12, with a space between"
    );
}

#[test]
fn all_problems_at_once_in_order() {
    let broken = SAMPLE
        .replace("kind = \"founding\"", "kind = \"x\"")
        .replace("number = 1", "number = 0")
        .replace("\"aus\", ", "\"auz\", ");
    let said = problems_of(&files(&broken));
    let places: Vec<&str> = said.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(places, ["sample.toml:2:10", "sample.toml:39:8", "sample.toml:74:10"]);
}

#[test]
fn columns_count_characters() {
    let said = problems(
        "summary = { text = \"A member.\", claims = [\"c-one\"] }",
        "summary = { text = \"Ä – ‘x’.\", claims = [\"c-two\"] }",
    );
    assert_eq!(said, "sample.toml:19:42: no claim is called `c-two`: there are `c-one`");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is done to a file, reading it ends, with or without problems, each of which has a place in it.
    #[test]
    fn never_panics(at in 0..SAMPLE.len(), length in 0..40_usize, by in "\\PC{0,12}") {
        let (start, end) = (SAMPLE.floor_char_boundary(at), SAMPLE.floor_char_boundary((at + length).min(SAMPLE.len())));
        let mutated = format!("{}{by}{}", &SAMPLE[..start], &SAMPLE[end..]);
        let lines = mutated.matches('\n').count() + 1;
        if let Err(problems) = crate::read(&files(&mutated)) {
            prop_assert!(!problems.0.is_empty());
            prop_assert!(problems.0.iter().all(|problem| problem.position.is_none_or(|(line, _)| line <= lines.max(WORDS.len()))));
        }
    }

    #[test]
    fn never_panics_on_anything(text in "\\PC{0,200}") {
        let _ = crate::read(&[File { path: "any.toml".into(), text }]);
    }
}

#[test]
fn a_folder_without_content() {
    let said = crate::load(std::path::Path::new("no/such/folder")).unwrap_err().to_string();
    assert!(said.starts_with("no/such/folder: cannot be read: "), "{said}");
    assert!(!real_files().is_empty());
}

/// An editor's lock is a link that leads nowhere.
#[test]
fn a_lock_of_an_editor_is_no_content() {
    let folder = std::env::temp_dir().join(format!("content-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.toml"), "[edition]\n").unwrap();
    std::fs::write(folder.join(".#a.toml"), b"\xff").unwrap();
    let names = crate::load(&folder).map(|files| files.len());
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(names, Ok(1));
}

#[test]
fn a_text_is_one_plain_line() {
    check(
        "place = \"Canberra\"",
        "place = \"\"\"Canber\nra\"\"\"",
        "sample.toml:57:9: `place` has a line break or another control character: write it on one line",
    );
}

/// A prospective country and an area with a link, added to the sample, with `part` of them replaced by `by`.
#[track_caller]
fn check_link(part: &str, by: &str, expected: &str) {
    let added = "
[[partner]]
id = \"jpn\"
name = \"Japan\"
group = \"prospective\"
capital = { name = \"Tokyo\", lat = 35.68, lon = 139.69 }
atlas = { code = \"392\", name = \"Japan\" }
summary = { text = \"Weighed.\", claims = [\"c-trial\"] }
status = [{ from = \"2025-07\", pillar = \"pillar-1\", status = \"in-consultation\", claims = [\"c-trial\"], verdict = { text = \"No.\", claims = [\"c-trial\"] } }]
reasons_for = [{ text = \"It tried.\", claims = [\"c-trial\"] }]
reasons_against = []

[[technology]]
id = \"tech-undersea\"
name = \"Undersea\"
short_name = \"Undersea\"
group = \"technology\"
explanation = \"Below the waves.\"
article_note = \"The same word.\"
sources = [\"agency-2021\"]
links = [{ countries = [\"jpn\"], kind = \"took-part\", from = \"2025-07-16\", to = \"2025-07-17\", claims = [\"c-trial\"] }]

[[claim]]
id = \"c-trial\"
text = \"It tried.\"
date = \"2025-07-16\"
about = [\"jpn\", \"tech-undersea\"]
sources = [\"ministry-2025\"]
confidence = \"official\"

[[source]]
id = \"ministry-2025\"
publisher = \"A ministry\"
title = \"A trial\"
date = \"2025-07-17\"
url = \"https://ministry.example/trial\"
kind = \"official\"
country = \"jpn\"
hosting = \"own\"
";
    assert_eq!(added.matches(part).count(), 1, "the addition must hold {part:?} once");
    let sample = [SAMPLE, &added.replace(part, by)].concat();
    let said = problems_of(&files(&sample));
    let said: Vec<&str> = said.lines().filter_map(|it| it.splitn(4, ':').nth(3)).collect();
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(said.iter().map(|it| it.trim()).collect::<Vec<_>>(), expected);
}

#[test]
fn links_say_no_more_than_their_claims() {
    let took_part = "kind = \"took-part\"";
    check_link(took_part, took_part, "");
    check_link(
        took_part,
        "kind = \"interest\"",
        "unknown key `from`: the keys here are `kind`, `claims`, `countries`\nunknown key `to`: the keys here are `kind`, `claims`, `countries`",
    );
    check_link(
        took_part,
        "kind = \"joint-work\"",
        "joint work is of members: choose another `kind`\nunknown key `from`: the keys here are `kind`, `claims`, `countries`\nunknown key `to`: the keys here are `kind`, `claims`, `countries`",
    );
    let unsupported = "none of its claims is more than a plan and rests on an official source of a member or of the country, or on two independent reports: choose a weaker `kind`, or add a source";
    check_link("country = \"jpn\"\n", "", unsupported);
    check_link(
        "confidence = \"official\"\n",
        "confidence = \"official\"\nexpected = true\n",
        unsupported,
    );
    check_link("country = \"jpn\"\nhosting", "country = \"aus\"\nhosting", "");
    check_link(
        "about = [\"jpn\", \"tech-undersea\"]",
        "about = [\"jpn\"]",
        "a claim of it is not `about` the area and each of its countries: correct one",
    );
    check_link(
        "to = \"2025-07-17\"",
        "to = \"2025-07-15\"",
        "it ends on 2025-07-15, before it begins on 2025-07-16: correct one",
    );
    let link = "kind = \"took-part\", from = \"2025-07-16\", to = \"2025-07-17\"";
    check_link(
        link,
        "kind = \"outside-view\"",
        "a claim of it is official: that is no outsider’s view",
    );
    check_link(link, "kind = \"outside-aukus\"", "");
    check_link(link, "kind = \"obstacle\"", "");
}

#[test]
fn details_are_short_and_of_the_links() {
    let end = "claims = [\"c-trial\"] }]\n";
    let with = |claim: &str, text: &str| {
        format!("{end}details = [{{ claim = \"{claim}\", text = \"{text}\" }}]\n")
    };
    let link = "kind = \"took-part\", from = \"2025-07-16\", to = \"2025-07-17\", ";
    let long = "x".repeat(37);
    let check_detail = |claim: &str, text: &str, problem: &str| {
        check_link(&[link, end].concat(), &[link, &with(claim, text)].concat(), problem);
    };
    check_detail("c-trial", &long[1..], "");
    check_detail("c-trial", &long, "37 characters, of 36 at most: shorten it");
    let message = "no link of the area rests on this claim: add it to one, or remove this";
    check_detail("c-one", "a trial", message);
}

#[test]
fn each_status_has_a_verdict_of_its_time() {
    let verdict = ", verdict = { text = \"No.\", claims = [\"c-trial\"] } }]";
    check_link(verdict, " }]", "missing key `verdict`: it is needed");
    check_link("from = \"2025-07\"", "from = \"2025-08\"", "");
    let confirmed = |id: &str| format!(", confirmed_by = [\"{id}\"]{verdict}");
    check_link(verdict, &confirmed("c-trial"), "");
    check_link(
        verdict,
        &confirmed("c-one"),
        "only claims about the country confirm its status, and neither plans nor opinions: remove the others",
    );
    check_link(
        "status = [{ from = \"2025-07\", pillar = \"pillar-1\", status = \"in-consultation\", claims = [\"c-trial\"], verdict = { text = \"No.\", claims = [\"c-trial\"] } }]\n",
        "",
        "no status for `pillar-1`: add one, with its verdict",
    );
    check_link(
        "group = \"prospective\"",
        "group = \"mentioned\"",
        "a country that is only mentioned has no status: remove it, or choose another `group`",
    );
    check(
        "status = \"member\", claims = [\"c-one\"], verdict",
        "status = \"excluded\", claims = [\"c-one\"], verdict",
        "sample.toml:22:53: unknown status `excluded`: it is one of `member`, `project-participant`, `in-consultation`, `under-consideration`, `expressed-interest`",
    );
}

#[test]
fn reasons_are_few_short_and_of_several_voices() {
    let none = "reasons_against = []";
    let reason = |text: &str| format!("{{ text = \"{text}\", claims = [\"c-trial\"] }}");
    let long = "x".repeat(76);
    let with = |reasons: &[String]| format!("reasons_against = [{}]", reasons.join(", "));
    check_link(none, &with(&[reason(&long)]), "a reason of 76 characters: shorten it to 75");
    check_link(none, &with(&[reason(&long[1..])]), "");
    let two = [reason("One."), reason("Two.")];
    check_link(none, &with(&two), "all of them rest on one publisher: add another voice");
    let four = ["One.", "Two.", "Three.", "Four."]
        .map(|it| format!("{{ text = \"{it}\", claims = [\"c-trial\", \"c-one\"] }}"));
    check_link(none, &with(&four), "4 reasons: keep the 3 weightiest");
}

#[test]
fn a_standfirst_says_what_was_known_on_its_day() {
    let standfirst =
        "\n[[standfirst]]\nfrom = \"2021-09-01\"\ntext = \"It began.\"\nclaims = [\"c-one\"]\n";
    check(
        "[[limit]]",
        &[standfirst, "\n[[limit]]"].concat(),
        "sample.toml:110:1: it is said from 2021-09-01 on, and rests on a claim that became known on 2021-09-15: leave out what came later",
    );
}

#[test]
fn reasons_of_changes() {
    let said = |change: &str| {
        let file = File { path: "changes.toml".into(), text: format!("[[change]]\n{change}\n") };
        problems_of(&[files(SAMPLE), vec![file]].concat())
    };
    let plain = "of = [\"claim/c-a\"]\nkind = \"wording\"\nreason = \"Shorter.\"";
    assert_eq!(said(plain), "");
    assert_eq!(
        said(&plain.replace("[\"claim/c-a\"]", "[]")),
        "changes.toml:2:1: a change of nothing: name what changed in `of`, as in [\"claim/c-founded\"]"
    );
    assert_eq!(
        said(&plain.replace("wording", "typo")),
        "changes.toml:3:8: unknown kind `typo`: it is one of `correction`, `update`, `wording`, `structure`"
    );
    assert_eq!(
        said(&format!("{plain}\nsaid = \"a\"\nrecord = \"b\"")),
        "changes.toml:5:1: `said` belongs to a correction: remove it, or correct `kind`
changes.toml:6:1: `record` belongs to a correction: remove it, or correct `kind`"
    );
    let correction = plain.replace("wording", "correction");
    assert_eq!(said(&format!("{correction}\nsaid = \"a\"\nrecord = \"b\"")), "");
    assert_eq!(
        said(&format!("{correction}\nsaid = \"a\"\nrecord = \"b.\"")),
        "changes.toml:6:1: `record` is a part of a sentence: leave out the full stop"
    );
    assert_eq!(
        said(&format!("{correction}\nsaid = \"a\"")),
        "changes.toml:5:1: `said` and `record` belong together: write both, or neither"
    );
    assert_eq!(
        said(&format!("{plain}\n[[change]]\n{plain}")),
        "changes.toml:6:1: another change names `claim/c-a`, too: a thing has one reason"
    );
}

/// A step without a fault.
const STEP: &str = r#"[[step]]
title = "It begins"
text = "In 2021 it began."
quote = "st-one"
pillar = "1"
event = "founding"
date = "2022-01-01"
claims = ["c-one"]
"#;

/// What is said of a step with `part` replaced by `by`.
#[track_caller]
fn check_step(part: &str, by: &str, expected: &str) {
    assert_eq!(STEP.matches(part).count(), 1, "{part}");
    let story = File { path: "story.toml".into(), text: STEP.replace(part, by) };
    assert_eq!(problems_of(&[files(SAMPLE), vec![story]].concat()), expected);
}

#[test]
fn a_step_shows_what_there_is() {
    let unknown = |line, what: &str| format!("story.toml:{line}: no {what}?");
    check_step(
        "st-one",
        "st-onee",
        &unknown("4:9", "statement is called `st-onee`: did you mean `st-one`"),
    );
    check_step(
        "founding",
        "fuonding",
        &unknown("6:9", "event is called `fuonding`: did you mean `founding`"),
    );
    check_step("\"1\"", "\"2\"", &unknown("5:10", "pillar is called `2`: did you mean `1`"));
    check_step("c-one", "c-on", &unknown("8:11", "claim is called `c-on`: did you mean `c-one`"));
    check_step(
        "claims = [\"c-one\"]",
        "",
        "story.toml:1:1: step without a claim: name at least one claim in `claims`",
    );
    check_step(
        "pillar = \"1\"",
        "partner = \"aus\"",
        "story.toml:6:1: a step shows one pillar or area, and one card within it: remove the rest",
    );
    check_step(
        "pillar = \"1\"",
        "compare = [\"aus\"]",
        "story.toml:5:1: 1 countries: compare two to four\nstory.toml:5:1: a step that compares shows no card: remove `event`",
    );
}

#[test]
fn a_step_is_short() {
    let words = "word ".repeat(26);
    let said = "story.toml:3:1: 26 words, of 25 at most: shorten it";
    check_step("In 2021 it began.", words.trim(), said);
    check_step("In 2021 it began.", words[5..].trim(), "");
}

#[test]
fn a_step_says_what_was_known_on_its_day() {
    let date = "date = \"2022-01-01\"";
    for (day, said) in [
        ("2021-09-01", "story.toml:7:1: before the first event: give a later day"),
        ("2026-11-23", "story.toml:7:1: the edition is of 2026-11-23: leave the date out"),
        ("2022-01", "story.toml:7:1: `date` is only 2022-01: give the day, as in 2024-05-01"),
        ("soon", "story.toml:7:8: `soon` is not a date: write 2024-05-01, 2024-05 or 2024"),
        ("2022-01-02", ""),
    ] {
        check_step("2022-01-01", day, said);
    }
    check_step(date, "", "");
    let later = |key: &str| {
        let said_on = |day| format!("date = \"{day}\"\nplace");
        let sample = SAMPLE.replacen(&said_on("2021-09-15"), &said_on("2023-09-15"), 1);
        let story =
            File { path: "story.toml".into(), text: STEP.replace("event = \"founding\"", key) };
        problems_of(&[files(&sample), vec![story]].concat())
    };
    let said =
        "it became known on 2023-09-15, after the step’s own date, 2022-01-01: correct one of them";
    assert_eq!(later(""), format!("story.toml:4:1: {said}"));
    assert_eq!(
        later("statement = \"one\""),
        format!("story.toml:4:1: {said}\nstory.toml:6:1: {said}")
    );
}
