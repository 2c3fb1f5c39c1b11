//! Starts the briefing in the page.

fn main() {
    aukus_briefing::start();
}
