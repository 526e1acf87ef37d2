//! From where on documents are many.

/// How many documents are each looked at. With more, passing over most of them takes less
/// time. Fewer can be set, so that small libraries have many, too.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Of those that are found.
    pub found: u32,
    /// Of those with one of the words in their titles.
    pub titled: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            found: 4_000,
            titled: 2_000,
        }
    }
}
