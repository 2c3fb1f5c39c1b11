//! What is shown at one moment: the briefing, and the view of a selection.

use std::ops::Deref;
use std::rc::Rc;

use explorer::view::{Card, View, view, whole_card};
use explorer::{Briefing, Selection};

/// The briefing and the view of a selection. Compared by identity: another one is made only for another selection.
#[derive(Clone, Debug)]
pub struct Snapshot {
    briefing: &'static Briefing,
    view: Rc<View<'static>>,
}

impl Snapshot {
    /// What is shown for a selection.
    #[must_use]
    pub fn of(briefing: &'static Briefing, selection: &Selection) -> Self {
        Self { briefing, view: Rc::new(view(briefing, selection)) }
    }

    /// The briefing.
    #[must_use]
    pub fn briefing(&self) -> &'static Briefing {
        self.briefing
    }

    /// The whole card, of which the view has the beginning.
    #[must_use]
    pub fn whole_card(&self) -> Rc<Card<'static>> {
        Rc::new(whole_card(self.briefing, &self.view.selection))
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view)
    }
}

impl Deref for Snapshot {
    type Target = View<'static>;

    fn deref(&self) -> &Self::Target {
        &self.view
    }
}
