//! Journeys through the real window. `cargo xtask e2e` builds the program and runs them.

#[path = "journeys/alike.rs"]
mod alike;
#[path = "journeys/by_hand.rs"]
mod by_hand;
#[path = "journeys/composing.rs"]
mod composing;
#[path = "journeys/doors.rs"]
mod doors;
#[path = "journeys/dossier.rs"]
mod dossier;
#[path = "journeys/first_day.rs"]
mod first_day;
#[path = "journeys/format_pages.rs"]
mod format_pages;
#[path = "journeys/formats.rs"]
mod formats;
#[path = "journeys/hostile_page.rs"]
mod hostile_page;
#[path = "journeys/joined_letters.rs"]
mod joined_letters;
#[path = "journeys/killing.rs"]
mod killing;
#[path = "journeys/known_names.rs"]
mod known_names;
#[path = "journeys/linking.rs"]
mod linking;
#[path = "journeys/lists.rs"]
mod lists;
#[path = "journeys/mends.rs"]
mod mends;
#[path = "journeys/merging.rs"]
mod merging;
#[path = "journeys/note_lines.rs"]
mod note_lines;
#[path = "journeys/opens.rs"]
mod opens;
#[path = "journeys/printing.rs"]
mod printing;
#[path = "journeys/quote_box.rs"]
mod quote_box;
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
#[path = "journeys/splitting.rs"]
mod splitting;
#[path = "journeys/steps.rs"]
mod steps;
#[path = "journeys/undoing.rs"]
mod undoing;
#[path = "journeys/writing.rs"]
mod writing;
