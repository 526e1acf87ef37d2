//! The query language: from what was typed to a question for the index.

mod excluded;
mod expand;
mod function;
mod lexer;
mod near;
mod parser;
pub(super) mod plan;
mod runs;
mod spellings;
mod terms;

pub use parser::{Clause, Prefix, Query, parse};
