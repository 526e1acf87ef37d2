//! The real binary, run as a person or a program runs it.

#![allow(clippy::unwrap_used)] // A test says that it failed by panicking.

mod durability;
mod files;
mod run;
