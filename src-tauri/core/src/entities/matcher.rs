//! All names of all kept entities, looked for at once.
//!
//! A trie over folded letters, walked from every place where a name may start.
//! The longest name wins; where two entities share it, both are found and
//! neither is certain. Cost: a few steps for each word of the text, whatever
//! the number of names.

use foldhash::HashMap;

use super::inflection;
use crate::domain::{EntityId, NameId, NameStrength};
use crate::text::{self, Folded};

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundName {
    /// Unicode scalar values from the start of the text.
    pub start: u32,
    pub end: u32,
    pub name: NameId,
    pub entity: EntityId,
    pub strength: NameStrength,
    /// Another entity has the same name.
    pub ambiguous: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    name: NameId,
    entity: EntityId,
    strength: NameStrength,
    /// The name begins with a capital, so the words must too.
    capital: bool,
    /// The name is all capitals and short: `US` is not `us`.
    acronym: bool,
    /// Letters of the last word.
    letters: usize,
    /// Reached at the stem: an ending has to follow.
    stem: bool,
}

/// Names ready to be found. Cheap to build from some hundred thousand names.
#[derive(Debug, Default)]
pub struct NameMatcher {
    steps: HashMap<(u32, char), u32>,
    nodes: u32,
    entries: HashMap<u32, Vec<Entry>>,
}

/// Names this short and in capitals are taken for acronyms.
const ACRONYM_LETTERS: usize = 6;

impl NameMatcher {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds a name to look for.
    pub fn add(&mut self, name: NameId, entity: EntityId, text: &str, strength: NameStrength) {
        let folded = text::fold(text);
        if !folded.chars().any(text::is_word_char) {
            return;
        }
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        let last_word = folded.rsplit(' ').next().unwrap_or_default();
        let entry = Entry {
            name,
            entity,
            strength,
            capital: letters.first().is_some_and(|c| c.is_uppercase()),
            acronym: letters.len() <= ACRONYM_LETTERS && letters.iter().all(|c| c.is_uppercase()),
            letters: last_word.chars().count(),
            stem: false,
        };
        if let Some(stem) = inflection::stem(&folded) {
            let inflected = Entry {
                stem: true,
                letters: entry.letters - 1,
                ..entry.clone()
            };
            self.add_entry(stem, inflected);
        }
        self.add_entry(&folded, entry);
    }

    fn add_entry(&mut self, folded: &str, entry: Entry) {
        let mut node = 0;
        for c in folded.chars() {
            node = match self.steps.get(&(node, c)) {
                Some(next) => *next,
                None => {
                    self.nodes += 1;
                    self.steps.insert((node, c), self.nodes);
                    self.nodes
                }
            };
        }
        self.entries.entry(node).or_default().push(entry);
    }

    /// Every known name in `text`, in order, none overlapping another except
    /// where several entities share one.
    pub fn find(&self, text: &str) -> Vec<FoundName> {
        if self.is_empty() {
            return Vec::new();
        }
        let view = View::of(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < view.folded.len() {
            match self.longest_at(&view, at) {
                Some((end, entries)) => {
                    push_found(&mut found, &view, at, end, &entries);
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest name that starts at folded letter `at`: where it ends, and whose it is.
    fn longest_at(&self, view: &View, at: usize) -> Option<(usize, Vec<&Entry>)> {
        let before = view.start_of_word_before(at)?;
        let mut node = 0;
        let mut best = None;
        for (offset, c) in view.folded[at..].iter().enumerate() {
            let Some(next) = self.steps.get(&(node, *c)) else {
                break;
            };
            node = *next;
            let end = at + offset + 1;
            let Some(entries) = self.entries.get(&node) else {
                continue;
            };
            let mut reach = end;
            let fitting: Vec<&Entry> = entries
                .iter()
                .filter(|entry| match view.fits(entry, at, end, &before) {
                    Some(to) => {
                        reach = reach.max(to);
                        true
                    }
                    None => false,
                })
                .collect();
            if !fitting.is_empty() {
                best = Some((reach, fitting));
            }
        }
        best
    }
}

fn push_found(found: &mut Vec<FoundName>, view: &View, at: usize, end: usize, entries: &[&Entry]) {
    let first = entries.first().map(|entry| entry.entity);
    let ambiguous = entries.iter().any(|entry| Some(entry.entity) != first);
    let mut seen: Vec<EntityId> = Vec::new();
    for entry in entries {
        if seen.contains(&entry.entity) {
            continue;
        }
        seen.push(entry.entity);
        found.push(FoundName {
            start: view.origin[at].0,
            end: view.original_end(end),
            name: entry.name,
            entity: entry.entity,
            strength: entry.strength,
            ambiguous,
        });
    }
}

/// A text as the matcher walks it: folded letters and the original ones.
struct View {
    original: Vec<char>,
    folded: Vec<char>,
    origin: Vec<(u32, u32)>,
}

impl View {
    fn of(text: &str) -> Self {
        let Folded {
            text: folded,
            origin,
        } = text::fold_mapped(text);
        Self {
            original: text.chars().collect(),
            folded: folded.chars().collect(),
            origin,
        }
    }

    /// Where the name that ends before folded letter `end` ends in the original.
    /// Folding joins an apostrophe to the letter before it: it is no part of a name.
    fn original_end(&self, end: usize) -> u32 {
        let (start, mut to) = self.origin[end - 1];
        while to > start + 1 && !text::is_word_char(self.original[to as usize - 1]) {
            to -= 1;
        }
        to
    }

    /// The folded letters between the start of the word and `at`: empty where a
    /// name can start freely, `None` where none can.
    fn start_of_word_before(&self, at: usize) -> Option<String> {
        let c = self.folded[at];
        if !text::is_word_char(c) {
            return None;
        }
        let from = self.origin[at].0 as usize;
        let free = from == 0
            || !text::is_word_char(self.original[from - 1])
            || text::is_unspaced_script(c)
            || text::is_unspaced_script(self.original[from - 1]);
        if free {
            return Some(String::new());
        }
        if !inflection::is_arabic(c) {
            return None;
        }
        // Only so far as a prefix reaches: a word without end is not walked for each letter.
        let reach = at.saturating_sub(inflection::LONGEST_PREFIX + 1);
        let start = match self.folded[reach..at]
            .iter()
            .rposition(|c| !text::is_word_char(*c))
        {
            Some(space) => reach + space + 1,
            None if reach == 0 => 0,
            None => return None,
        };
        Some(self.folded[start..at].iter().collect())
    }

    /// Whether the entry's name really stands at `at..end`; if so, the end with
    /// its ending, in folded letters.
    fn fits(&self, entry: &Entry, at: usize, end: usize, before: &str) -> Option<usize> {
        let length = end - at;
        if !before.is_empty() && !inflection::is_prefix(self.folded[at], length, before) {
            return None;
        }
        let surface = &self.original[self.origin[at].0 as usize..self.original_end(end) as usize];
        let mut letters = surface.iter().filter(|c| c.is_alphabetic());
        if entry.acronym && letters.clone().any(|c| c.is_lowercase()) {
            return None;
        }
        if entry.capital && letters.next().is_some_and(|c| c.is_lowercase()) {
            return None;
        }
        self.end_of_word(entry, end)
    }

    fn end_of_word(&self, entry: &Entry, end: usize) -> Option<usize> {
        let last = self.folded[end - 1];
        let after = self.original_end(end) as usize;
        let closed = self.original.get(after).is_none_or(|c| {
            !text::is_word_char(*c)
                || text::is_unspaced_script(*c)
                || text::is_unspaced_script(last)
        });
        if closed && !entry.stem {
            return Some(end);
        }
        let word_end = self.folded[end..]
            .iter()
            .position(|c| !text::is_word_char(*c))
            .map_or(self.folded.len(), |n| end + n);
        let rest: String = self.folded[end..word_end].iter().collect();
        if rest.is_empty() || !inflection::is_ending(last, entry.letters, &rest) {
            return None;
        }
        // A Korean particle is not part of the name; a case ending is.
        Some(if inflection::is_hangul(last) {
            end
        } else {
            word_end
        })
    }
}
