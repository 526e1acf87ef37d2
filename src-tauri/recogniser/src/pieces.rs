//! Cuts text into the pieces that the model knows: SentencePiece's unigram model, whose
//! best cut is the one with the highest sum of scores.
//!
//! `training/pieces.py` does the same. What differs between them costs accuracy, so a
//! test compares the two on texts in many scripts.

use std::hash::Hasher;

use crate::error::Error;
use crate::han::{Traditional, has_kana};
use crate::hangul;
use crate::normalise::{Letter, is_han, is_hangul, normalise};
use crate::table::Reader;

/// Marks the beginning of a word.
const WORD: char = '\u{2581}';
/// Parts are cut here at the latest, so that a text without spaces stays cheap.
const LONGEST_PART: usize = 64;
/// Added to the lowest score for a character that no piece has (SentencePiece's own).
const UNKNOWN_PENALTY: f32 = -10.0;

/// A piece of text: its row in the table, and the bytes that it stands for. A lone mark
/// for the beginning of a word stands for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub row: u32,
    pub start: usize,
    pub end: usize,
}

/// The row of what no piece has.
pub(crate) const UNKNOWN_ROW: u32 = 2;
/// Rows before the pieces' own: begin, end, unknown.
pub(crate) const FIRST_ROW: u32 = 3;

pub(crate) struct Pieces {
    text: String,
    /// Where each piece begins in `text`; one more than there are pieces.
    starts: Vec<u32>,
    scores: Vec<f32>,
    /// Open addressing: a piece's number and one, or 0.
    slots: Vec<u32>,
    longest: usize,
    unknown: f32,
    traditional: Traditional,
}

impl Pieces {
    pub fn read(reader: &mut Reader) -> Result<Self, Error> {
        let count = reader.number()?;
        let scores = reader.halves(count)?;
        let lengths = reader.bytes(count)?.to_vec();
        let whole: usize = lengths.iter().map(|length| usize::from(*length)).sum();
        let text = String::from_utf8(reader.bytes(whole)?.to_vec())
            .map_err(|_| Error::Model("pieces that are not UTF-8"))?;
        let mut starts = vec![0_u32];
        let mut at = 0_u32;
        for length in &lengths {
            at += u32::from(*length);
            if !text.is_char_boundary(at as usize) {
                return Err(Error::Model("a piece that ends inside a character"));
            }
            starts.push(at);
        }
        let lowest = scores.iter().copied().fold(0.0, f32::min);
        let mut pieces = Self {
            text,
            starts,
            scores,
            slots: vec![0; (count * 2 + 1).next_power_of_two()],
            longest: lengths.iter().map(|l| usize::from(*l)).max().unwrap_or(0),
            unknown: lowest + UNKNOWN_PENALTY,
            traditional: Traditional::default(),
        };
        pieces.fill_slots(count);
        Ok(pieces)
    }

    fn fill_slots(&mut self, count: usize) {
        let mask = self.slots.len() - 1;
        for number in 0..count {
            let mut hash = Hash::default();
            hash.write(self.piece(number).as_bytes());
            let mut slot = hash.place(mask);
            while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let (Some(place), Ok(number)) = (self.slots.get_mut(slot), u32::try_from(number)) {
                *place = number + 1;
            }
        }
    }

    fn piece(&self, number: usize) -> &str {
        let start = self.starts.get(number).copied().unwrap_or(0) as usize;
        let end = self.starts.get(number + 1).copied().unwrap_or(0) as usize;
        self.text.get(start..end).unwrap_or("")
    }

    fn find(&self, text: &str, hash: &Hash) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash.place(mask);
        loop {
            let number = self.slots.get(slot).copied()?.checked_sub(1)? as usize;
            if self.piece(number) == text {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The pieces of a text whose first byte is at `offset` of the whole.
    pub fn cut(&self, text: &str, offset: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut word = Vec::new();
        let mut cutter = PartCutter::default();
        let is_japanese = has_kana(text);
        normalise(text, offset, |mut letter| {
            if !is_japanese {
                letter.letter = self.traditional.of(letter.letter);
            }
            if letter.letter == ' ' {
                self.cut_word(&word, &mut cutter, &mut pieces);
                word.clear();
            } else {
                word.push(letter);
            }
        });
        self.cut_word(&word, &mut cutter, &mut pieces);
        pieces
    }

    fn cut_word(&self, word: &[Letter], cutter: &mut PartCutter, pieces: &mut Vec<Piece>) {
        let Some(first) = word.first() else { return };
        let cuts = part_ends(word);
        let mut cuts = cuts.iter().copied().peekable();
        cutter.begin(WORD, first.start, first.start);
        for (number, letter) in word.iter().enumerate() {
            let at_cut = cuts.next_if_eq(&number).is_some();
            if at_cut || cutter.letters.len() == LONGEST_PART {
                self.cut_part(cutter, pieces);
            }
            cutter.push(*letter);
        }
        self.cut_part(cutter, pieces);
    }

    /// Viterbi over the letters of one part; empties it.
    fn cut_part(&self, part: &mut PartCutter, pieces: &mut Vec<Piece>) {
        let count = part.letters.len();
        part.best.clear();
        part.best.push(Step {
            score: 0.0,
            row: UNKNOWN_ROW,
            from: 0,
        });
        let none = Step {
            score: f32::NEG_INFINITY,
            row: UNKNOWN_ROW,
            from: 0,
        };
        part.best.resize(count + 1, none);
        for from in 0..count {
            let (Some(begun), Some(&first)) = (part.best.get(from), part.starts.get(from)) else {
                break;
            };
            let score = begun.score;
            let mut hash = Hash::default();
            for to in from + 1..=count {
                let start = part.starts.get(to - 1).copied().unwrap_or(0);
                let end = part.starts.get(to).copied().unwrap_or(part.text.len());
                if end - first > self.longest {
                    break;
                }
                hash.write(part.text.as_bytes().get(start..end).unwrap_or(&[]));
                let known = part
                    .text
                    .get(first..end)
                    .and_then(|text| self.find(text, &hash));
                let Some(number) = known else { continue };
                let score = score + self.scores.get(number).copied().unwrap_or(self.unknown);
                let row = FIRST_ROW + u32::try_from(number).unwrap_or(0);
                part.reach(to, Step { score, row, from });
            }
            let unknown = Step {
                score: score + self.unknown,
                row: UNKNOWN_ROW,
                from,
            };
            part.reach(from + 1, unknown);
        }
        part.finish(pieces);
    }
}

/// Where a word is cut before pieces are looked for: around Han, before particles.
fn part_ends(word: &[Letter]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(letter) = word.get(at) {
        if is_han(letter.letter) {
            cuts.extend([at, at + 1]);
        } else if is_hangul(letter.letter) {
            let run: Vec<char> = word[at..]
                .iter()
                .map(|letter| letter.letter)
                .take_while(|c| is_hangul(*c))
                .collect();
            cuts.extend(hangul::cuts(&run).iter().map(|cut| at + cut));
            at += run.len();
            continue;
        }
        at += 1;
    }
    cuts.dedup();
    cuts
}

#[derive(Clone, Copy)]
struct Step {
    score: f32,
    row: u32,
    from: usize,
}

/// A part with its letters, kept so that its memory is used again.
#[derive(Default)]
struct PartCutter {
    text: String,
    /// Where each letter begins in `text`.
    starts: Vec<usize>,
    letters: Vec<Letter>,
    best: Vec<Step>,
}

impl PartCutter {
    fn begin(&mut self, letter: char, start: usize, end: usize) {
        self.clear();
        self.push(Letter { letter, start, end });
    }

    fn push(&mut self, letter: Letter) {
        self.starts.push(self.text.len());
        self.text.push(letter.letter);
        self.letters.push(letter);
    }

    fn clear(&mut self) {
        self.text.clear();
        self.starts.clear();
        self.letters.clear();
    }

    fn reach(&mut self, to: usize, step: Step) {
        if let Some(best) = self.best.get_mut(to)
            && step.score > best.score
        {
            *best = step;
        }
    }

    /// Reads the best cut from its end, and empties the part.
    fn finish(&mut self, pieces: &mut Vec<Piece>) {
        let begun = pieces.len();
        let mut to = self.letters.len();
        while to > 0 {
            let Some(step) = self.best.get(to) else { break };
            let inside = self.letters.get(step.from..to).unwrap_or(&[]);
            let mut real = inside.iter().filter(|letter| letter.letter != WORD);
            let first = real.next();
            let last = real.next_back().or(first);
            let place = inside.first().map_or(0, |letter| letter.start);
            pieces.push(Piece {
                row: step.row,
                start: first.map_or(place, |letter| letter.start),
                end: last.map_or(place, |letter| letter.end),
            });
            to = step.from;
        }
        if let Some(own) = pieces.get_mut(begun..) {
            own.reverse();
        }
        self.clear();
    }
}

/// FNV-1a: grows with each byte, so that one pass serves all lengths of a piece.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn place(&self, mask: usize) -> usize {
        // The high half is mixed in: the low bits alone repeat on short pieces.
        usize::try_from((self.0 ^ (self.0 >> 32)) & 0xffff_ffff).unwrap_or(0) & mask
    }
}

impl Hasher for Hash {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
#[path = "../../../tests/recogniser/pieces.rs"]
mod tests;
