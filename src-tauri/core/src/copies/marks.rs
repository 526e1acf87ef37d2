//! A text as it is compared: a mark for each word, and the seeds that are looked for.
//!
//! Marks are kept with the article, so that a text need not be unpacked, folded and cut
//! into words each time that another one is compared with it.

use super::words::{Word, WordKind, Words, mix};

/// A seed is full at this weight: four words, or seven letters.
const SEED: u32 = 28;
/// Bits of a mark that say what kind of word it is.
const KIND_BITS: u32 = 3;

/// A word as it is compared: the top of its hash, and its kind below. Of two words that
/// differ, one pair in 500 million has the same mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(u32);

impl Mark {
    fn of(word: &Word) -> Self {
        let top = (word.hash >> 32) as u32;
        Self(top >> KIND_BITS << KIND_BITS | word.kind as u32)
    }

    pub fn kind(self) -> WordKind {
        match self.0 & ((1 << KIND_BITS) - 1) {
            1 => WordKind::Letter,
            2 => WordKind::Number,
            3 => WordKind::Weekday,
            4 => WordKind::Month,
            5 => WordKind::Day,
            _ => WordKind::Word,
        }
    }

    /// The word, whatever its kind: a number is the same one beside a month.
    pub fn word(self) -> u32 {
        self.0 >> KIND_BITS
    }
}

/// A text that can be compared with another.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    pub(super) marks: Vec<Mark>,
    /// The seeds in the order of their hashes.
    seeds: Vec<Seed>,
}

/// Words that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seed {
    hash: u64,
    /// Its first word, and the one after its last.
    start: u32,
    end: u32,
}

/// A seed that two texts have in common, and each has once: where it begins and ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    pub one: (usize, usize),
    pub other: (usize, usize),
}

impl Marks {
    pub(super) fn of(words: &Words) -> Self {
        Self::new(words.0.iter().map(Mark::of).collect())
    }

    fn new(marks: Vec<Mark>) -> Self {
        let mut seeds: Vec<Seed> = (0..marks.len()).map_while(|at| seed(&marks, at)).collect();
        seeds.sort_unstable();
        Self { marks, seeds }
    }

    /// Marks as they were kept.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let marks = bytes.as_chunks::<4>().0;
        Self::new(
            marks
                .iter()
                .map(|mark| Mark(u32::from_le_bytes(*mark)))
                .collect(),
        )
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.marks
            .iter()
            .flat_map(|mark| mark.0.to_le_bytes())
            .collect()
    }

    /// In words.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The seeds that both have, each once, in the order of this text. A phrase that a
    /// text repeats says nothing of where it came from.
    pub(super) fn meetings(&self, other: &Self) -> Vec<Meeting> {
        let mut found = Vec::new();
        self.common(other, |mine, theirs| {
            if let ([mine], [theirs]) = (mine, theirs) {
                found.push(Meeting {
                    one: (mine.start as usize, mine.end as usize),
                    other: (theirs.start as usize, theirs.end as usize),
                });
            }
        });
        found.sort_unstable_by_key(|meeting| meeting.one.0);
        found
    }

    /// The part of this text's seeds that the other has too, 0 to 1.
    pub(super) fn part_in(&self, other: &Self) -> f64 {
        let mut hits = 0;
        self.common(other, |mine, _| hits += mine.len());
        hits as f64 / self.seeds.len().max(1) as f64
    }

    /// Hands over each seed that both texts have, with everywhere it stands.
    fn common(&self, other: &Self, mut take: impl FnMut(&[Seed], &[Seed])) {
        let same = |one: &Seed, other: &Seed| one.hash == other.hash;
        let mut theirs = other.seeds.chunk_by(same).peekable();
        for mine in self.seeds.chunk_by(same) {
            let Some(hash) = mine.first().map(|seed| seed.hash) else {
                continue;
            };
            let before = |seeds: &&[Seed]| seeds.first().is_some_and(|seed| seed.hash < hash);
            while theirs.next_if(before).is_some() {}
            let is_same = |seeds: &&[Seed]| seeds.first().is_some_and(|seed| seed.hash == hash);
            if let Some(theirs) = theirs.next_if(is_same) {
                take(mine, theirs);
            }
        }
    }
}

/// The seed that begins with word `at`.
fn seed(marks: &[Mark], at: usize) -> Option<Seed> {
    let (mut hash, mut filled) = (0_u64, 0);
    for (n, mark) in (at..).zip(marks.get(at..)?) {
        hash = mix(hash.rotate_left(7) ^ u64::from(mark.word()));
        filled += mark.kind().weight();
        if filled >= SEED {
            return Some(Seed {
                hash,
                start: u32::try_from(at).ok()?,
                end: u32::try_from(n + 1).ok()?,
            });
        }
    }
    None
}
