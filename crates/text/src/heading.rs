//! What a list of entries of one kind is called.

use model::EntityKind;

use crate::{Messages, PrintMessages};

/// The heading over all entries of a kind.
#[must_use]
pub fn heading<'t>(
    kind: EntityKind,
    messages: &'t Messages,
    print_messages: &'t PrintMessages,
) -> &'t str {
    match kind {
        EntityKind::Pillar => print_messages.text_pillars(),
        EntityKind::Country => messages.partners_label(),
        EntityKind::Technology => messages.lens_technologies(),
        EntityKind::Tie => messages.section_ties(),
        EntityKind::Event => messages.section_events(),
        EntityKind::Statement => messages.section_statements(),
        EntityKind::Person => messages.section_people(),
    }
}
