//! A number for the letters of a word, made letter by letter: so that each beginning of a
//! word has its number when the whole has.

/// What a number begins with.
pub(super) const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number of the letters so far and one more. Multiply and fold the halves together:
/// short, and every bit counts.
#[inline]
pub(super) fn hash_on(hash: u64, c: char) -> u64 {
    let product = u128::from(hash ^ u64::from(u32::from(c))) * 0xA076_1D64_78BD_642F_u128;
    (product as u64) ^ ((product >> 64) as u64)
}

pub(super) fn hash_of(letters: impl IntoIterator<Item = char>) -> u64 {
    letters.into_iter().fold(SEED, hash_on)
}
