#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test says that it failed by panicking.

mod copies;
mod entities;
mod extract;
mod import;
mod notebook;
mod quoting;
mod search;
mod support;
mod text;
mod types;
