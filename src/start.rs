//! Starts the app in the page: reads the state from the wasm and the texts from the page, then hydrates the first part.

#[cfg(all(target_family = "wasm", feature = "csr"))]
pub use self::wasm::start;

/// Natively the app is only prerendered.
#[cfg(not(all(target_family = "wasm", feature = "csr")))]
pub fn start() {}

#[cfg(all(target_family = "wasm", feature = "csr"))]
mod wasm {
    use explorer::{Briefing, Selection};
    use text::Catalogue;

    use crate::islands::{hydrate, post_task};
    use crate::{App, AppProps, Snapshot, dom};

    /// The state of the briefing. The crate `compile` writes it, which trunk runs before each build.
    static STATE: &[u8] =
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/briefing/state.bin"));

    /// Starts the app over what is prerendered of it, in a task for each step. A page that is not of this build stays the
    /// text that it is: the exception fails the start, of which `boot.js` is told.
    pub fn start() {
        let Some(briefing) = read() else {
            wasm_bindgen::throw_str("the page does not hold the texts of this briefing");
        };
        post_task(move || {
            let snapshot = Snapshot::of(briefing, &Selection::default());
            post_task(move || {
                dom::announce_hydration();
                hydrate::<App>("views", AppProps { snapshot });
            });
        });
    }

    /// The briefing; none if the texts in the page are not those of the state. It is needed as long as the page lives, so
    /// its memory is never freed.
    fn read() -> Option<&'static Briefing> {
        let model = postcard::from_bytes(STATE).ok()?;
        let lists = dom::catalogue()?;
        let text = Catalogue::from_rows(|name| dom::rows(&lists, name))?;
        Some(Box::leak(Box::new(Briefing::new(model, text)?)))
    }
}
