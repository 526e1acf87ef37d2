//! What words begin with, so that most words of a text are passed over.

/// Letters of ASCII, in which folding a word changes nothing but its case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Initials(u128);

impl Initials {
    pub fn add(&mut self, folded: &str) {
        if let Some(first @ 0..=127) = folded.bytes().next() {
            self.0 |= 1 << first;
        }
    }

    /// A word that is written so may be one of those that were added, folded.
    pub fn may_begin(self, written: &str) -> bool {
        let first = written.bytes().next().map(|byte| byte.to_ascii_lowercase());
        !written.is_ascii() || first.is_none_or(|first| self.0 & (1 << first) != 0)
    }
}
