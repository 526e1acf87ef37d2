//! The query language: from what was typed to a question for the index.

mod bounds;
mod combine;
pub(super) mod dates;
mod excluded;
mod expand;
pub(super) mod explain;
mod fields;
pub(super) mod filters;
mod forms;
mod function;
mod grams;
mod lexer;
mod names;
mod near;
mod parser;
pub(super) mod plan;
mod required;
mod runs;
mod spellings;
mod terms;
mod tokens;
mod within;

pub(super) use combine::{OnlyWords, constant};
pub(crate) use fields::language_names;
pub use fields::{Filter, State};
pub(crate) use lexer::phrase;
pub use names::{KnownEntity, Names, NoNames};
pub use parser::{Clause, Prefix, Query, parse};
pub use required::requiring_all;
pub use tokens::tokens;
