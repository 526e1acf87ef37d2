//! The file as objects: where they are, unpacked and decrypted.

mod budget;
mod cache;
mod crypt;
mod file;
mod filter;
mod lexer;
mod object;
mod pages;
mod repair;
mod xref;

pub(super) use budget::Budget;
pub(super) use file::{File, OpenError};
pub(super) use lexer::{Lexer, Token, is_space};
pub(super) use object::{Dict, Object, Stream};
pub(super) use pages::{Page, pages};
