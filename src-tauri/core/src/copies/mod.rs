//! What two texts have in common: whether one is a copy of the other, and what
//! differs between them.
//!
//! Works on words as they are folded everywhere; knows no article and no notebook.

mod alike;
mod calendar;
mod changes;
mod marks;
mod paragraphs;
mod sketch;
mod words;

pub use alike::{Likeness, likeness, overlap, shared};
pub use changes::{Compared, diff};
pub use marks::Marks;
pub use sketch::SKETCH;

/// What a text is found by among all texts, and what it is compared by then.
#[derive(Debug, Clone)]
pub struct Fingerprint {
    /// Nothing when the text is too short to be known by it.
    pub sketch: Option<[u32; SKETCH]>,
    pub marks: Marks,
}

impl Fingerprint {
    pub fn of(text: &str) -> Self {
        let words = words::Words::of(text);
        Self {
            sketch: sketch::sketch(&words),
            marks: Marks::of(&words),
        }
    }
}

/// Whether two texts are the same but for white space.
pub fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
