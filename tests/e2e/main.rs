//! Journeys through the real window. `cargo xtask e2e` builds the program and runs them.

#[path = "journeys/opens.rs"]
mod opens;
