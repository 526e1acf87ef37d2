//! Finding the names of known entities in text.

mod inflection;
mod matcher;

pub use matcher::{FoundName, NameMatcher};
