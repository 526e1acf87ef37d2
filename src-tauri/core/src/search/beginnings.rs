//! The most frequent words by their first one and two letters.
//!
//! Those are what a search is asked first, letter by letter, and what takes longest to
//! read from a dictionary: a letter begins thousands of words. A segment never changes,
//! so this is read once for each, by the thread that writes the index.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use tantivy::SegmentReader;
use tantivy::schema::Field;

use crate::text::is_unspaced_script;

/// Words kept of each beginning.
const KEPT: usize = 24;

type Words = Vec<(Box<str>, u32)>;

/// See above.
#[derive(Debug, Default)]
pub(super) struct Beginnings(HashMap<Box<str>, Words>);

/// Words as they are read, the rarest first.
#[derive(Default)]
struct Reading {
    start: String,
    heap: BinaryHeap<Reverse<(u32, Box<str>)>>,
}

impl Beginnings {
    /// Reads the words of a segment.
    pub fn read(segment: &SegmentReader, field: Field) -> tantivy::Result<Self> {
        let mut all = Self::default();
        let mut reading = [Reading::default(), Reading::default()];
        let inverted = segment.inverted_index(field)?;
        let mut words = inverted.terms().stream()?;
        while let Some((word, info)) = words.next() {
            let Ok(word) = std::str::from_utf8(word) else {
                continue;
            };
            let Some(first) = word.chars().next() else {
                continue;
            };
            if is_unspaced_script(first) {
                continue;
            }
            for (letters, reading) in (1..).zip(&mut reading) {
                let end = word.char_indices().nth(letters).map(|(end, _)| end);
                let start = end.map_or(word, |end| &word[..end]);
                if reading.start != start {
                    all.keep(reading, start);
                }
                // The beginning itself doesn't go on.
                if end.is_some() {
                    reading.add(word, info.doc_freq);
                }
            }
        }
        for reading in &mut reading {
            all.keep(reading, "");
        }
        Ok(all)
    }

    /// The most frequent words that go on from `start`; `None` where that is not known
    /// from here.
    pub fn of(&self, start: &str) -> Option<&[(Box<str>, u32)]> {
        let letters = start.chars().count();
        let first = start.chars().next()?;
        if letters > 2 || is_unspaced_script(first) {
            return None;
        }
        Some(self.0.get(start).map_or(&[], Vec::as_slice))
    }

    fn keep(&mut self, reading: &mut Reading, next: &str) {
        let heap = std::mem::take(&mut reading.heap).into_iter();
        let words: Words = heap.map(|Reverse((often, word))| (word, often)).collect();
        let start = std::mem::replace(&mut reading.start, next.to_owned());
        if !words.is_empty() {
            self.0.insert(start.into(), words);
        }
    }
}

impl Reading {
    fn add(&mut self, word: &str, documents: u32) {
        let rarest = self.heap.peek().map_or(0, |rarest| rarest.0.0);
        if self.heap.len() == KEPT {
            if documents <= rarest {
                return;
            }
            self.heap.pop();
        }
        self.heap.push(Reverse((documents, word.into())));
    }
}
