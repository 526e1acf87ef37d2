//! The recogniser on small texts in many languages, on its own model.

mod hostile;
mod languages;
mod rules;
mod support;
