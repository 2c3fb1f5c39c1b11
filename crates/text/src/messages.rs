//! The messages of the page: everything a reader sees that is no text of an entry. One key a line; a key with placeholders
//! is a pattern such as `{country}: {status}`. A language is one content file that fills every key.

/// The key of a message and the placeholders that its pattern must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageKey {
    /// The key.
    pub key: &'static str,
    /// The names of its placeholders, each written `{name}` in the pattern.
    pub placeholders: &'static [&'static str],
}

macro_rules! messages {
    (
        $(#[$doc:meta])*
        $name:ident, $list:ident: $($key:ident $(($($placeholder:ident),*))?),* $(,)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name(pub(crate) Vec<String>);

        #[doc = concat!("Every key of [`", stringify!($name), "`], in the order in which they are stored.")]
        pub const $list: &[MessageKey] =
            &[$(MessageKey { key: stringify!($key), placeholders: &[$($(stringify!($placeholder)),*)?] }),*];

        const _: () = {
            #[allow(non_camel_case_types)]
            enum Key { $($key),* }

            #[allow(missing_docs, reason = "the keys speak for themselves, and the content file shows their text")]
            impl $name {$(
                #[must_use]
                pub fn $key(&self) -> &str {
                    self.get(Key::$key as usize)
                }
            )*}
        };

        impl $name {
            /// Fills every key with what `text` gives for it.
            pub fn from_fn(text: impl FnMut(&'static str) -> String) -> Self {
                Self($list.iter().map(|it| it.key).map(text).collect())
            }

            /// Whether there is a text for each key.
            #[must_use]
            pub fn is_complete(&self) -> bool {
                self.0.len() == $list.len()
            }

            /// Every text, in the order of the keys.
            pub fn texts(&self) -> impl Iterator<Item = &str> {
                self.0.iter().map(String::as_str)
            }

            fn get(&self, index: usize) -> &str {
                self.0.get(index).map_or("", String::as_str)
            }
        }
    };
}

messages! {
    /// The messages that the app draws, a method for each of [`MESSAGES`].
    Messages, MESSAGES:
    // The page.
    title,
    document_title(card, title),
    notice_address,
    // Navigation.
    lenses_label,
    lens_overview,
    lens_technologies,
    partners_label,
    nav_areas,
    nav_map,
    nav_time,
    nav_more,
    nav_sources,
    as_known,
    breadcrumb,
    // Who is in what.
    who_title,
    who_country,
    who_when,
    since,
    cell_closed,
    cell_none,
    dashed(days),
    // Areas and countries.
    finding_before,
    finding_none(members),
    finding_one(members, countries),
    finding_some(members, countries),
    finding_many(members, count),
    matrix_lead(count),
    matrix_lead_some(count, date),
    matrix_lead_one(date),
    matrix_lead_none(date),
    matrix_reading,
    matrix_area,
    matrix_members,
    matrix_of_aukus,
    matrix_others,
    matrix_pillars,
    matrix_none,
    matrix_none_of,
    matrix_detail(detail, date),
    matrix_more(count),
    matrix_columns(count),
    matrix_fewer,
    matrix_without(countries),
    matrix_opened(countries, area),
    matrix_part(kind, countries),
    matrix_nothing(countries, date),
    matrix_close,
    cell_joint_work,
    cell_interest,
    cell_outside_aukus,
    cell_obstacle,
    // The story.
    story_title(count),
    story_place(number, count),
    story_leave,
    story_play,
    story_stop,
    story_previous(step),
    story_next(step),
    story_end,
    story_standings(date),
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
    map_inset,
    map_colours(pillar),
    map_lines(count),
    map_tie,
    map_ties(count),
    map_tie_outside,
    map_ties_outside(count),
    map_tie_with(tie, country),
    map_scope_lines(scope),
    map_scope_ties(scope),
    map_dashed,
    bearing_north(country),
    bearing_east(country),
    bearing_south(country),
    bearing_west(country),
    bearing_none,
    legend_label,
    sheet_read_on,
    sheet_close,
    mark_member,
    mark_participant,
    mark_consultation,
    mark_consideration,
    mark_interest,
    mark_closed,
    mark_mentioned,
    mark_none,
    mark_no_link,
    // Date.
    timeline_label,
    timeline_previous,
    timeline_next,
    timeline_latest,
    timeline_title,
    timeline_changed(countries, status),
    timeline_unchanged,
    timeline_since(date, change),
    timeline_unchanged_of(country, date),
    timeline_members(count),
    timeline_interest,
    timeline_considered,
    timeline_observed,
    timeline_unconfirmed,
    timeline_future,
    timeline_unknown,
    timeline_events,
    timeline_more(count),
    timeline_more_lanes(count),
    timeline_show_more,
    timeline_beyond(count),
    timeline_list,
    date_day(day, month, year),
    date_month(month, year),
    date_period(from, to),
    months,
    months_short,
    // Announcements.
    announce_card(card, date),
    announce_standing(country, pillar, status),
    announce_mark(country, status),
    colours(pillar, date),
    // Status.
    status_member,
    status_participant,
    status_consultation,
    status_consideration,
    status_interest,
    status_closed,
    status_none,
    status_since(status, date),
    status_on(status, date),
    status_unconfirmed(status, date),
    status_over(status),
    unconfirmed(date),
    verdict_none(date),
    over,
    // What a country has to do with an area.
    link_joint_work,
    link_took_part,
    link_observed,
    link_interest,
    link_outside_aukus,
    link_outside_view,
    link_obstacle,
    // Kinds.
    kind_pillar,
    kind_technology,
    kind_function,
    kind_member,
    kind_prospective,
    kind_interested,
    kind_unnamed,
    kind_mentioned,
    kind_tie,
    tie_between(one, other),
    tie_members(year),
    kind_person,
    kind_expected(kind),
    kind_dated(kind, date),
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
    confidence_disputed,
    one_press_source,
    expected,
    // Cards.
    headline(members, prospective),
    headline_one(members),
    headline_members(members),
    headline_before,
    numbers,
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
    section_quote,
    section_record,
    fold_record,
    section_standing,
    section_limits,
    section_for,
    section_against,
    section_why,
    section_strengths,
    section_mentions,
    section_ties,
    section_events,
    section_people,
    section_gap,
    section_linked,
    section_claims,
    section_about,
    section_speaker,
    section_said,
    section_checks,
    explanation_note,
    area_of_pillar,
    area_named,
    area_not_named(area, date),
    quoted_from,
    quoted_also,
    quotation(text),
    show_on_the_day,
    show_latest,
    not_yet_known(count, date),
    later_than_date(known, date),
    fact_date,
    fact_place,
    fact_office,
    fact_as_of,
    fact_verification,
    office_on(role, date),
    card_sources,
    // Sources.
    source_link(number, source),
    source_links(numbers, count, source),
    source_short(publisher, date),
}

messages! {
    /// The messages of what is printed around the app and never drawn by it, a method for each of [`PRINT_MESSAGES`].
    PrintMessages, PRINT_MESSAGES:
    // Around the app.
    description,
    card_picture,
    brand,
    more,
    edition(number, date, latest),
    edition_open(number, date, latest),
    edition_hash(hash),
    pinned(number, date),
    pinned_latest,
    skip_to_card,
    jump_article,
    jump_limits,
    jump_sources,
    jump_about,
    print_view,
    print_all,
    no_script,
    footer_about,
    map_policy,
    open_full,
    save_file,
    theme_system,
    // The whole briefing as text.
    text_title,
    text_intro(date),
    text_pillars,
    // Checks of the article, and limits.
    checks_title,
    checks_intro,
    verdict_corrected,
    verdict_imprecise,
    verdict_unverified,
    article_says,
    record_says,
    article_headline,
    article_place(paragraph, sentence),
    article_title,
    article_intro,
    article_terms_title,
    article_terms_intro,
    limits_title,
    limits_intro,
    // Glossary, and what the briefing is.
    glossary_title,
    glossary_intro,
    about_title,
    about_makers,
    about_method,
    about_errors,
    about_contact,
    about_no_contact,
    about_licence,
    // What changed.
    changes_title(number),
    changes_intro(number, date),
    changes_corrections,
    changes_no_correction(number),
    changes_updates,
    changes_wordings,
    changes_added,
    changes_others,
    changes_claims,
    changes_statuses,
    changes_sources,
    change_correction(number, said, record),
    change_before,
    change_now,
    change_withdrawn,
    change_cards,
    changed_since(number),
    jump_changes(number),
    feed_title,
    feed_edition(number),
    feed_first,
    // Sources.
    sources_title,
    sources_intro,
    caveat_disputed,
    caveat_one_press,
    caveat_expected,
    sentence_sources,
    sentence_close,
    sentence_all,
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
    source_withdrawn,
    // At the lower edge of an embed that is lower than its page.
    show_all,
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
    embed_capped,
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
    embed_edition,
    embed_latest,
    embed_latest_note,
    embed_pinned,
    embed_pinned_note(number),
    embed_pinned_open(number),
    embed_snippet,
    embed_copy,
    embed_copied,
    embed_not_copied,
    embed_preview,
    embed_frame_title,
    embed_fallback,
    embed_close,
}
