//! From characters on a page to its lines in the order of reading.

mod bidi;
mod columns;
mod fragments;
mod lines;
mod old_encodings;
mod strips;
mod vertical;

pub(super) use bidi::Brackets;
pub(super) use lines::{Line, lines};
pub(super) use old_encodings::Tally;
