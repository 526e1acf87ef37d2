//! A text in a few numbers, so that its copies are found among all texts by what
//! they share: MinHash (Broder 1997) over shingles of telling words.
//!
//! A shingle is three words that follow each other once the small words are left
//! out, or six letters where words are not parted by spaces. It spans about six words
//! of running text, and yet an outlet has to change one of three to lose it.

use super::words::{Word, Words, mix};

/// Numbers in a sketch. Two texts that share the fraction `j` of their shingles share
/// none of their numbers with a chance of `(1 - j) ^ SKETCH`: 0.2 % for a copy that
/// was cut to 60 % and had three of ten words changed (`j` = 0.15).
pub const SKETCH: usize = 40;

/// A text with fewer shingles says too little to be known by.
const FEWEST: usize = 12;

/// The sketch of a text; nothing when it is too short. Stored: never change what is
/// computed here without making all sketches anew.
pub(super) fn sketch(words: &Words) -> Option<[u32; SKETCH]> {
    let shingles = shingles(&words.0);
    if shingles.len() < FEWEST {
        return None;
    }
    let mut numbers = [0; SKETCH];
    for (number, seed) in numbers.iter_mut().zip(1_u64..) {
        let salt = mix(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let least = shingles
            .iter()
            .map(|shingle| (shingle ^ salt).wrapping_mul(salt | 1))
            .map(|x| x ^ (x >> 32))
            .map(|x| x.wrapping_mul(0xd6e8_feb8_6659_fd93))
            .min()
            .unwrap_or_default();
        // Which number of the sketch it is goes in: each is looked up by itself.
        *number = (mix(least ^ salt) >> 32) as u32;
    }
    Some(numbers)
}

fn shingles(words: &[Word]) -> Vec<u64> {
    let telling: Vec<&Word> = words.iter().filter(|word| word.telling).collect();
    let mut shingles: Vec<u64> = (0..telling.len())
        .filter_map(|at| shingle(telling.get(at..)?))
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

fn shingle(words: &[&Word]) -> Option<u64> {
    const FULL: u32 = 21;
    let (mut hash, mut filled) = (0_u64, 0);
    for word in words {
        hash = mix(hash.rotate_left(5) ^ word.hash);
        filled += word.kind.weight();
        // Six letters of four fill a little more than three words of seven.
        if filled >= FULL {
            return Some(hash);
        }
    }
    None
}
