//! The query language: from what was typed to a question for the index.

mod expand;
mod lexer;
mod parser;
pub(super) mod plan;
mod terms;

pub use parser::{Clause, Query, parse};
