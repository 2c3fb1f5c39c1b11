//! Starts the briefing in the page.

/// A small allocator, with the same short time for each request; the standard one is three times as large.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    aukus_briefing::start();
}
