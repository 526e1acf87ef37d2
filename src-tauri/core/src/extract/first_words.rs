//! Which words phrases begin with, so that most words are told off without a look-up.

/// Bits of the table.
const BITS: usize = 4096;

/// A set of words that says no for certain, and yes for some words that it doesn't hold.
pub(super) struct FirstWords([u64; BITS / 64]);

impl FirstWords {
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut bits = [0; BITS / 64];
        for place in words.map(place) {
            bits[place / 64] |= 1 << (place % 64);
        }
        Self(bits)
    }

    /// False for a word that is not in the set.
    pub(super) fn may_have(&self, word: &str) -> bool {
        let place = place(word);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// The bit of a word: by its length, its first two bytes and its last.
fn place(word: &str) -> usize {
    let byte = |at: usize| word.as_bytes().get(at).map_or(0, |byte| usize::from(*byte));
    let last = byte(word.len().saturating_sub(1));
    (byte(0) ^ byte(1) << 4 ^ last << 7 ^ word.len() << 2) % BITS
}
