//! Reads the messages of the page and checks the placeholders of their patterns.

use text::{MESSAGES, MessageKey, Messages, PRINT_MESSAGES, PrintMessages};

use crate::fields::Fields;

/// How many months the list of their names must have.
const MONTHS: usize = 12;

/// The messages of a language: those that the app has, and those that are only printed.
pub(crate) fn read(fields: &Fields<'_, '_>) -> (Messages, PrintMessages) {
    let messages = Messages::from_fn(|key| fields.text(key).to_owned());
    let printed = PrintMessages::from_fn(|key| fields.text(key).to_owned());
    for message in MESSAGES.iter().chain(PRINT_MESSAGES) {
        check_placeholders(message, fields);
    }
    for (key, names) in [("months", messages.months()), ("months_short", messages.months_short())] {
        let months = names.split_whitespace().count();
        if months != MONTHS && months > 0 {
            fields.report(
                key,
                format!("`{key}` names {months} months: name all {MONTHS}, with a space between"),
            );
        }
    }
    (messages, printed)
}

fn check_placeholders(message: &MessageKey, fields: &Fields<'_, '_>) {
    let text = fields.known_text(message.key);
    if text.is_empty() {
        return;
    }
    let found = placeholders(text);
    for name in message.placeholders.iter().filter(|name| !found.contains(*name)) {
        fields.report(
            message.key,
            format!("`{}` leaves out {{{name}}}: put it where its value belongs", message.key),
        );
    }
    for name in found.iter().filter(|name| !message.placeholders.contains(*name)) {
        let key = message.key;
        let problem = match message.placeholders {
            [] => format!("`{key}` is never filled in, and has {{{name}}}: remove it"),
            names => format!(
                "`{key}` is not filled in with {{{name}}}: it can have {{{}}}",
                names.join("}, {")
            ),
        };
        fields.report(key, problem);
    }
}

/// The names in braces.
fn placeholders(pattern: &str) -> Vec<&str> {
    let rests = pattern.split('{').skip(1);
    rests.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
