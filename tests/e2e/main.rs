//! Journeys through the real window. `cargo xtask e2e` builds the program and runs them.

#[path = "journeys/by_hand.rs"]
mod by_hand;
#[path = "journeys/doors.rs"]
mod doors;
#[path = "journeys/dossier.rs"]
mod dossier;
#[path = "journeys/first_day.rs"]
mod first_day;
#[path = "journeys/formats.rs"]
mod formats;
#[path = "journeys/hostile_page.rs"]
mod hostile_page;
#[path = "journeys/mends.rs"]
mod mends;
#[path = "journeys/merging.rs"]
mod merging;
#[path = "journeys/opens.rs"]
mod opens;
#[path = "journeys/quoting.rs"]
mod quoting;
#[path = "journeys/reading.rs"]
mod reading;
#[path = "journeys/reviewing.rs"]
mod reviewing;
#[path = "journeys/screens.rs"]
mod screens;
#[path = "journeys/searching.rs"]
mod searching;
#[path = "journeys/steps.rs"]
mod steps;
#[path = "journeys/writing.rs"]
mod writing;
