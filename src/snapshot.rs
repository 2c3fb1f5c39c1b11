//! What is shown at one moment: the briefing, and the view of a selection.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use explorer::view::{Card, View, view, whole_card};
use explorer::{Briefing, Selection};
use model::Date;

/// The briefing and the view of a selection. Compared by identity: another one is made only for another selection.
#[derive(Clone, Debug)]
pub struct Snapshot {
    briefing: &'static Briefing,
    derived: Rc<Derived>,
}

/// A view, and the whole card once it has been asked for.
#[derive(Debug)]
struct Derived {
    view: View<'static>,
    whole_card: OnceCell<Card<'static>>,
}

impl Snapshot {
    /// What is shown for a selection.
    #[must_use]
    pub fn of(briefing: &'static Briefing, selection: &Selection) -> Self {
        let derived = Derived { view: view(briefing, selection), whole_card: OnceCell::new() };
        Self { briefing, derived: Rc::new(derived) }
    }

    /// The briefing.
    #[must_use]
    pub fn briefing(&self) -> &'static Briefing {
        self.briefing
    }

    /// The date as of which it is shown.
    #[must_use]
    pub fn date(&self) -> Date {
        self.selection.day(&self.briefing.model)
    }

    /// The whole card, of which the view has the beginning. Derived when it is first asked for, which is after the answer to a
    /// click.
    #[must_use]
    pub fn whole_card(&self) -> &Card<'static> {
        let Derived { view, whole_card: card } = &*self.derived;
        card.get_or_init(|| whole_card(self.briefing, &view.selection))
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.derived, &other.derived)
    }
}

impl Deref for Snapshot {
    type Target = View<'static>;

    fn deref(&self) -> &Self::Target {
        &self.derived.view
    }
}
