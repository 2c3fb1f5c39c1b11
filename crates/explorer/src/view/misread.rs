//! What a reader is told of an address of which not all is shown.

use super::Formatter;
use crate::Briefing;
use crate::address::Misread;

/// What is not shown of an address, in a sentence or two.
#[must_use]
pub fn misread(briefing: &Briefing, misread: Misread) -> String {
    let Briefing { model, text } = briefing;
    let (messages, formats) = (&text.messages, Formatter::new(&text.messages));
    match misread {
        Misread::Value(key) => text::format(messages.notice_value(), &[("key", key)]),
        Misread::LeftOut(key) => text::format(messages.notice_left_out(), &[("key", key)]),
        Misread::TooMany => messages.notice_too_many().to_owned(),
        Misread::Day => {
            let [first, latest] = [model.first_date(), model.edition.date];
            let days = [first, latest].map(|it| formats.date(it));
            text::format(messages.notice_day(), &[("first", &*days[0]), ("latest", &*days[1])])
        }
    }
}
