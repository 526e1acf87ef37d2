//! What two texts have in common: whether one is a copy of the other, and what
//! differs between them.
//!
//! Works on words as they are folded everywhere; knows no article and no notebook.

mod alike;
mod calendar;
mod changes;
mod paragraphs;
mod sketch;
mod words;

pub use alike::{Likeness, likeness, overlap, shared};
pub use changes::{Compared, diff};
pub use sketch::{SKETCH, sketch};
pub use words::Words;

/// Whether two texts are the same but for white space.
pub fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
