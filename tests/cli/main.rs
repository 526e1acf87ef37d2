//! The real binary, run as a person or a program runs it.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test says that it failed by panicking.

mod dossiers;
mod durability;
mod entities;
mod extracting;
mod files;
mod gazetteer;
mod indexing;
mod notes;
mod quotes;
mod run;
mod tagging;
