#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test says that it failed by panicking.

//! The recogniser on small texts in many languages, on its own model.

mod bodies;
mod hostile;
mod languages;
mod rules;
mod support;
