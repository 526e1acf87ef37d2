//! Finding the names of known entities in text, and proposing those that are not known.

mod gazetteer;
mod inflection;
mod letters_hash;
pub mod linking;
mod matcher;
pub mod proposing;

pub use gazetteer::{Gazetteer, GazetteerEntry, GazetteerError, GazetteerFound, GazetteerSource};
pub use matcher::{FoundName, NameMatcher};
