//! The query language: from what was typed to a question for the index.

mod excluded;
mod expand;
mod lexer;
mod near;
mod parser;
pub(super) mod plan;
mod terms;

pub(in crate::search) use near::is_one_slip_apart;
pub use parser::{Clause, Prefix, Query, parse};
