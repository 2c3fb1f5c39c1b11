//! Starts the briefing in the page.

/// A small allocator that takes about the same short time for each request: 2 kB less to transfer than the standard one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    aukus_briefing::start();
}
