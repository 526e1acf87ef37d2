//! Full-text search over articles, notes and entities, offline.
//!
//! Knows documents and queries; knows no database. Two fields carry it: `exact`
//! (folded words; grams where a script has no spaces) for names, phrases and
//! prefixes, and `stem` for inflected words, language by language. A third, `grams`, ranks words in
//! Arabic letters by their parts. The index keeps no text: [`Marker`] finds a query's words again in
//! the text that is shown.

mod analyser;
mod askers;
mod beginnings;
mod bits;
mod collect;
mod columns;
mod counting;
mod cutting;
mod document;
mod entry;
mod error;
mod facets;
mod function_words;
mod generations;
mod health;
mod index;
mod initials;
mod language;
mod latest;
mod lexicon;
mod library;
mod limits;
mod marker;
mod matches;
mod naming;
mod newer;
mod packed;
pub mod query;
mod ranked;
mod ranking;
mod related;
mod results;
mod schema;
mod scoring;
mod seen;
mod snippet;
mod stem;
mod top;
mod values;
mod words;
mod writing;

pub use document::{DocumentFacts, DocumentKey, IndexChange, IndexDocument};
pub use error::SearchError;
pub use facets::IndexFacets;
pub use generations::{IndexFolder, OpenedIndex};
pub use index::SearchIndex;
pub use limits::Limits;
pub use marker::Marker;
pub use naming::{named, note};
pub(crate) use query::dates::days;
pub use results::{IndexHit, IndexResults};
pub use schema::VERSION as INDEX_VERSION;
pub use seen::Seen;
pub use snippet::Shown;
pub use values::ValuesOf;
