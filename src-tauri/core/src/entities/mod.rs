//! Finding the names of known entities in text, proposing those that are not known, and
//! lists of entities.

mod gazetteer;
mod inflection;
mod letters_hash;
pub mod linking;
mod listed;
mod matcher;
pub mod proposing;

pub use gazetteer::{Gazetteer, GazetteerEntry, GazetteerError, GazetteerFound, GazetteerSource};
pub use listed::{Listed, read as read_list};
pub(crate) use listed::{Written, header as list_header, write as write_listed};
pub use matcher::{FoundName, NameMatcher};
