//! The words of the page itself: everything a reader sees that is not a fact. One key a line; a key with holes is a
//! pattern such as `{country}: {status}`. A language is one content file that fills every key.

use serde::{Serialize, Serializer};

use crate::{Packed, Unpack};

/// A key of [`Words`] or [`PrintedWords`] and the holes that its pattern must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The key.
    pub key: &'static str,
    /// The names of its holes, each written `{name}` in the pattern.
    pub holes: &'static [&'static str],
}

macro_rules! words {
    (
        $(#[$doc:meta])*
        $name:ident, $list:ident: $($key:ident $(($($hole:ident),*))?),* $(,)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name<'a>([&'a str; $list.len()]);

        #[doc = concat!("Every key of [`", stringify!($name), "`], in the order of the content file.")]
        pub const $list: &[Word] =
            &[$(Word { key: stringify!($key), holes: &[$($(stringify!($hole)),*)?] }),*];

        const _: () = {
            #[allow(non_camel_case_types)]
            enum Key { $($key),* }

            #[allow(missing_docs, reason = "the keys speak for themselves, and the content file shows their text")]
            #[allow(clippy::indexing_slicing, reason = "there is a text for each key")]
            impl<'a> $name<'a> {$(
                #[must_use]
                pub fn $key(&self) -> &'a str {
                    self.0[Key::$key as usize]
                }
            )*}
        };

        impl<'a> $name<'a> {
            /// Fills every key with what `text` gives for it.
            pub fn from_fn(mut text: impl FnMut(&'static str) -> &'a str) -> Self {
                let mut words = Self::default();
                for (it, word) in words.0.iter_mut().zip($list) {
                    *it = text(word.key);
                }
                words
            }
        }

        impl Default for $name<'_> {
            fn default() -> Self {
                Self([""; $list.len()])
            }
        }

        impl Serialize for $name<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.as_slice().serialize(serializer)
            }
        }

        impl<'a> Unpack<'a> for $name<'a> {
            fn unpack(&mut self, from: &mut Packed<'a>) {
                // How many there are, which is known.
                from.number();
                for it in &mut self.0 {
                    it.unpack(from);
                }
            }
        }
    };
}

words! {
    /// The words of the page in one language, a method for each of [`WORDS`].
    Words, WORDS:
    // The page.
    title,
    document_title(card, title),
    notice_address,
    // Navigation.
    lenses_label,
    lens_overview,
    lens_technologies,
    lens_functions,
    partners_label,
    group_members,
    group_prospective,
    group_mentioned,
    close,
    back_to_overview,
    // Map.
    map_label,
    map_zoom_in,
    map_zoom_out,
    map_reset,
    map_north,
    map_east,
    map_south,
    map_west,
    map_keys_title,
    map_keys,
    bearing_north(country),
    bearing_east(country),
    bearing_south(country),
    bearing_west(country),
    bearing_none,
    table_title,
    table_country,
    legend_label,
    mark_member,
    mark_participant,
    mark_consultation,
    mark_consideration,
    mark_interest,
    mark_closed,
    mark_joint_work,
    mark_linked,
    mark_mentioned,
    mark_none,
    mark_no_link,
    // Date.
    timeline_label,
    timeline_previous,
    timeline_next,
    timeline_latest,
    timeline_today,
    timeline_no_event,
    date_day(day, month, year),
    date_month(month, year),
    months,
    // Announcements.
    announce_card(card, date),
    announce_country(country, status, pillar, date),
    announce_none(country, pillar),
    announce_mark(country, status),
    // Status.
    status_member,
    status_participant,
    status_consultation,
    status_consideration,
    status_interest,
    status_closed,
    status_none,
    status_since(status, date),
    // Kinds.
    kind_overview,
    kind_pillar,
    kind_technology,
    kind_function,
    kind_member,
    kind_prospective,
    kind_mentioned,
    kind_event,
    kind_tie,
    tie_between(one, other),
    tie_statements(count),
    kind_person,
    kind_expected(kind),
    event_founding,
    event_announcement,
    event_meeting,
    event_treaty,
    event_law,
    event_review,
    event_exercise,
    event_milestone,
    mode_quote,
    mode_paraphrase,
    verification_partly,
    verification_opinion,
    // How sure.
    confidence_reported,
    confidence_disputed,
    expected,
    interpretation,
    article_corrected,
    article_imprecise,
    article_unverified,
    correction_link(verdict, record),
    // Cards.
    overview_title,
    open_pillar,
    section_latest,
    section_ahead,
    section_what,
    section_members,
    section_others,
    section_closed,
    section_open,
    section_progress,
    section_obstacles,
    section_milestones,
    section_statements,
    section_record,
    section_limits,
    section_confirmed,
    section_why,
    section_strengths,
    section_mentions,
    section_ties,
    section_events,
    section_people,
    section_area,
    section_activity,
    section_linked,
    section_links,
    section_see_also,
    section_terms,
    section_claims,
    section_about,
    section_speaker,
    section_said,
    section_name,
    last_confirmed,
    explanation_note,
    area_of_pillar,
    name_established,
    quoted_from,
    quotation(text),
    show_on_the_day,
    not_yet_known(count, date),
    later_than_date(known, date),
    fact_date,
    fact_kind,
    fact_place,
    fact_office,
    fact_as_of,
    fact_verification,
    fact_article,
    in_article,
    office_on(role, date),
    card_sources,
    // Sources.
    source_link(number, source),
    source_short(publisher, date),
}

words! {
    /// Words of what is printed around the app and never drawn by it: they stay out of the wasm.
    PrintedWords, PRINTED_WORDS:
    // Around the app.
    description,
    card_picture,
    kicker,
    standfirst,
    edition(number, date, latest),
    skip_to_card,
    jump_corrections,
    jump_limits,
    jump_sources,
    no_script,
    footer_about,
    map_policy,
    open_full,
    save_file,
    // The whole briefing as text.
    text_title,
    text_intro(date),
    text_pillars,
    // Corrections and limits.
    corrections_title,
    corrections_intro,
    verdict_corrected,
    verdict_imprecise,
    verdict_unverified,
    article_says,
    record_says,
    article_headline,
    article_place(paragraph, sentence),
    article_title,
    article_intro,
    limits_title,
    limits_intro,
    // Sources.
    sources_title,
    sources_intro,
    source_official,
    source_parliamentary,
    source_news,
    source_article,
    hosting_republication,
    hosting_copy,
    source_language(language),
    language_ko,
    language_ja,
    language_zh,
    source_title_inferred,
    source_date_inferred,
    // The dialog that builds a snippet for embedding.
    embed_open,
    embed_title,
    embed_intro,
    embed_address(address),
    embed_placeholder,
    embed_way,
    embed_script,
    embed_script_note,
    embed_frame,
    embed_frame_note,
    embed_size,
    embed_fits,
    embed_fixed,
    embed_pixels,
    embed_box,
    embed_theme,
    embed_theme_auto,
    embed_theme_light,
    embed_theme_dark,
    embed_start,
    embed_start_view,
    embed_start_overview,
    embed_snippet,
    embed_copy,
    embed_copied,
    embed_not_copied,
    embed_preview,
    embed_frame_title,
    embed_fallback,
    embed_close,
}

/// A number in digits. The formatting of the standard library can do more, and is twenty times as much code in the wasm.
#[must_use]
pub fn digits(number: impl TryInto<i32>) -> String {
    let number = number.try_into().unwrap_or(i32::MAX);
    let mut text = String::from(if number < 0 { "-" } else { "" });
    let mut rest = number.unsigned_abs();
    let mut place = 1;
    while rest / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
    text
}

/// Fills the holes of a pattern: `fill("since {date}", &[("date", "May")])` is `since May`. A hole without a value stays.
#[must_use]
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((hole, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(name, _)| *name == hole) {
            Some((_, value)) => text.push_str(value),
            None => text.extend(["{", hole, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_digits() {
        for number in [0, 7, 10, -10, 1905, i32::MAX, i32::MIN] {
            assert_eq!(digits(number), number.to_string());
        }
        assert_eq!(digits(150_usize), "150");
    }

    #[test]
    fn fills_holes_and_leaves_the_rest() {
        let values = [("country", "Japan"), ("date", "May {status}")];
        assert_eq!(
            fill("{country}: {status} since {date}", &values),
            "Japan: {status} since May {status}"
        );
        assert_eq!(fill("no holes", &values), "no holes");
        assert_eq!(fill("open { end", &values), "open { end");
        assert_eq!(fill("{", &[]), "{");
    }
}
