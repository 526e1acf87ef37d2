//! A text as it is compared: a mark for each word, and the seeds that are looked for.
//!
//! Marks are kept with the article, so that a text need not be unpacked, folded and cut
//! into words each time that another one is compared with it.

use std::sync::OnceLock;

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
    /// Made when it is first asked for: of two texts that are compared, one has to have it,
    /// and a new text is compared with several.
    table: OnceLock<Table>,
}

/// A text's seeds, to look up another's.
#[derive(Debug, Clone)]
struct Table {
    /// In the order of their hashes.
    seeds: Vec<Seed>,
    /// A bit for the end of each hash: most seeds of another text are not here.
    bits: Vec<u64>,
}

/// Bits of a hash that have a bit in [`Table::bits`].
const TABLE_BITS: u32 = 16;

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
        Self {
            marks,
            table: OnceLock::new(),
        }
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::of(self.seeds().collect()))
    }

    fn seeds(&self) -> impl Iterator<Item = Seed> {
        (0..self.marks.len()).map_while(|at| seed(&self.marks, at))
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
        let turned = self.table.get().is_none() && other.table.get().is_some();
        let (looked_up, read) = match turned {
            true => (other, self),
            false => (self, other),
        };
        let mut found = Vec::new();
        looked_up.table().common(read, |here, there| {
            if let ([here], [there]) = (here, there) {
                let (one, other) = match turned {
                    true => (there, here),
                    false => (here, there),
                };
                found.push(Meeting {
                    one: (one.start as usize, one.end as usize),
                    other: (other.start as usize, other.end as usize),
                });
            }
        });
        found.sort_unstable_by_key(|meeting| meeting.one.0);
        found
    }

    /// The part of this text's seeds that the other has too, 0 to 1.
    pub(super) fn part_in(&self, other: &Self) -> f64 {
        let mut hits = 0;
        self.table().common(other, |mine, _| hits += mine.len());
        hits as f64 / self.table().seeds.len().max(1) as f64
    }
}

impl Table {
    fn of(mut seeds: Vec<Seed>) -> Self {
        seeds.sort_unstable();
        let mut bits = vec![0_u64; 1 << (TABLE_BITS - u64::BITS.trailing_zeros())];
        for seed in &seeds {
            let (word, bit) = place(seed.hash);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Self { seeds, bits }
    }

    /// Hands over each seed that this and another text have, with everywhere it stands.
    fn common(&self, text: &Marks, mut take: impl FnMut(&[Seed], &[Seed])) {
        let may_be_here = |seed: &Seed| {
            let (word, bit) = place(seed.hash);
            self.bits.get(word).is_some_and(|word| word & bit != 0)
        };
        let mut others: Vec<Seed> = text.seeds().filter(may_be_here).collect();
        others.sort_unstable();
        let same = |one: &Seed, other: &Seed| one.hash == other.hash;
        for there in others.chunk_by(same) {
            let Some(hash) = there.first().map(|seed| seed.hash) else {
                continue;
            };
            let from = self.seeds.partition_point(|seed| seed.hash < hash);
            let from = self.seeds.get(from..).unwrap_or_default();
            let here = from.partition_point(|seed| seed.hash == hash);
            match from.get(..here) {
                Some(here) if !here.is_empty() => take(here, there),
                _ => {}
            }
        }
    }
}

/// Where the bit of a hash is.
fn place(hash: u64) -> (usize, u64) {
    let end = hash & ((1 << TABLE_BITS) - 1);
    (
        (end / u64::from(u64::BITS)) as usize,
        1 << (end % u64::from(u64::BITS)),
    )
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
