//! Finding the names of known entities in text.

mod gazetteer;
mod inflection;
mod matcher;

pub use gazetteer::{Gazetteer, GazetteerEntry, GazetteerError, GazetteerFound, GazetteerSource};
pub use matcher::{FoundName, NameMatcher};
