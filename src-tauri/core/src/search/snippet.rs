//! The passage that shows best why something was found.

use std::collections::{BTreeMap, HashSet};

use super::cutting::{cut_at, merged};
use super::marker::{Marker, Match};
use super::seen::Seen;
use crate::domain::Marked;
use crate::text::fold;

/// A passage may begin this far before its first match, to begin with a sentence.
const LEAD: usize = 60;
/// A passage at the end of a text may begin this far before it: a narrow list shows some
/// hundred characters of a passage.
const FARTHEST: usize = 90;

/// What is shown of a result.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    pub title: Marked,
    /// The best passage, which text it is from, and where in that text (in chars) its
    /// first match stands. `None` when only the title matches.
    pub snippet: Option<(Marked, usize, (u32, u32))>,
    /// Words of the query as they stand in the title or the texts, each once.
    pub words: Vec<String>,
}

struct Passage {
    block: usize,
    /// Indices of the first match and the one after the last, among the block's.
    matches: std::ops::Range<usize>,
    worth: f32,
}

impl Marker {
    /// What is shown of a result with these texts: a passage of `max_chars` characters at
    /// most. A title may be in no language. `seen` knows the words of the rows before.
    pub fn show(
        &self,
        (title, title_language): (&str, Option<&str>),
        texts: &[&str],
        (language, max_chars): (Option<&str>, usize),
        seen: &mut Seen,
    ) -> Shown {
        let in_title = self.matches_in(title, title_language, seen);
        let in_texts: Vec<Vec<Match>> = texts
            .iter()
            .map(|text| self.matches_in(text, language, seen))
            .collect();
        let places = std::iter::once((title, &in_title));
        let places = places.chain(texts.iter().copied().zip(&in_texts));
        Shown {
            title: cut_at(title, &merged(&in_title, title)),
            words: words_at(places),
            snippet: self.best_passage(texts, &in_texts, max_chars),
        }
    }

    /// The best passage of `blocks` of at most `max_chars` characters (and two
    /// ellipses): the one with the most, and the rarest, of the query's words.
    ///
    /// Gives the passage, which block it is from, and where in that block (in
    /// chars) its first match stands. `None` when nothing matches.
    pub fn snippet(
        &self,
        blocks: &[&str],
        language: Option<&str>,
        max_chars: usize,
    ) -> Option<(Marked, usize, (u32, u32))> {
        let mut seen = Seen::default();
        let matches = blocks.iter();
        let matches = matches.map(|text| self.matches_in(text, language, &mut seen));
        let matches: Vec<Vec<Match>> = matches.collect();
        self.best_passage(blocks, &matches, max_chars)
    }

    /// Where a word that was searched stands in another passage alone, a second one follows.
    fn best_passage(
        &self,
        blocks: &[&str],
        matches: &[Vec<Match>],
        max_chars: usize,
    ) -> Option<(Marked, usize, (u32, u32))> {
        let whole = self.best(matches, &[], max_chars)?;
        let cut = |passage: &Passage, max_chars: usize| {
            let (text, matches) = (blocks.get(passage.block)?, matches.get(passage.block)?);
            let first = merged(matches.get(passage.matches.clone())?, text)
                .first()
                .copied()?;
            let (from, to) = around(text, first, max_chars);
            let shown = cut_out(text, matches, from, to);
            Some((shown, passage.block, first, from..to))
        };
        let Some((first, second)) = self.two_passages(matches, &whole, max_chars) else {
            let (shown, block, place, _) = cut(&whole, max_chars)?;
            return Some((shown, block, place));
        };
        let (shown, block, place, range) = cut(&first, max_chars / 2)?;
        let (further, other_block, _, other) = cut(&second, max_chars / 2)?;
        if block == other_block && range.start < other.end && other.start < range.end {
            // The same words would stand there twice.
            let (shown, block, place, _) = cut(&whole, max_chars)?;
            return Some((shown, block, place));
        }
        Some((put_behind(shown, further), block, place))
    }

    /// Two passages of half the length, where the best one lacks a word that another has.
    fn two_passages(
        &self,
        matches: &[Vec<Match>],
        whole: &Passage,
        max_chars: usize,
    ) -> Option<(Passage, Passage)> {
        /// A question of more words is answered by a passage, and not by each of its words.
        const FEW: usize = 4;
        /// Less room than this says nothing.
        const SHORTEST: usize = 160;
        if max_chars < SHORTEST || self.rarities.len() > FEW {
            return None;
        }
        let known = which_of(matches, whole);
        let is_missing = |one: &Match| {
            // An entity that goes by several names is found by each of them.
            let is_name = self.names.iter().any(|(which, _)| *which == one.which);
            !is_name && !known.contains(&one.which)
        };
        if !matches.iter().flatten().any(is_missing) {
            return None;
        }
        let first = self.best(matches, &[], max_chars / 2)?;
        let shown = which_of(matches, &first);
        let second = self.best(matches, &shown, max_chars / 2)?;
        let both: HashSet<usize> = shown
            .into_iter()
            .chain(which_of(matches, &second))
            .collect();
        let in_whole: HashSet<usize> = known.into_iter().collect();
        // A passage is torn only for more words than it has.
        (second.worth > 0.5 && both.len() > in_whole.len()).then_some((first, second))
    }

    /// The best passage of all blocks; words that are `known` count as seen.
    fn best(&self, matches: &[Vec<Match>], known: &[usize], max_chars: usize) -> Option<Passage> {
        let mut best: Option<Passage> = None;
        for (block, matches) in matches.iter().enumerate() {
            let passage = self.best_of_block(block, matches, known, max_chars);
            let is_better = |passage: &Passage| {
                best.as_ref()
                    .is_none_or(|known| passage.worth > known.worth)
            };
            best = passage.filter(is_better).or(best);
        }
        best
    }

    fn best_of_block(
        &self,
        block: usize,
        matches: &[Match],
        known: &[usize],
        max_chars: usize,
    ) -> Option<Passage> {
        let room = max_chars.saturating_sub(LEAD.min(max_chars / 3)) as u32;
        let mut best: Option<Passage> = None;
        for (from, first) in matches.iter().enumerate() {
            let mut seen: Vec<usize> = known.to_vec();
            let mut worth = 0.0;
            let mut to = from;
            for next in &matches[from..] {
                if next.end > first.start + room && to > from {
                    break;
                }
                to += 1;
                // Once more is worth a little; a further word, much.
                if seen.contains(&next.which) {
                    worth += 0.01;
                } else {
                    seen.push(next.which);
                    worth += 0.5 + self.rarity(next.which) + (next.end - next.start) as f32 * 0.02;
                }
            }
            if best.as_ref().is_none_or(|known| worth > known.worth) {
                best = Some(Passage {
                    block,
                    matches: from..to,
                    worth,
                });
            }
        }
        best
    }
}

/// Which of the query's words a passage has.
fn which_of(matches: &[Vec<Match>], passage: &Passage) -> Vec<usize> {
    let block = matches.get(passage.block);
    let inside = block.and_then(|block| block.get(passage.matches.clone()));
    inside
        .unwrap_or_default()
        .iter()
        .map(|one| one.which)
        .collect()
}

/// Two passages as one: every second run stays a match.
fn put_behind(mut first: Marked, further: Marked) -> Marked {
    let mut further = further.into_iter();
    let begins = further.next().unwrap_or_default();
    let ends = first.last().is_some_and(|run| run.ends_with('…'));
    let between = match ends || begins.starts_with('…') {
        true => " ",
        false => " … ",
    };
    // After an even number of runs, the last one is a match.
    if first.len().is_multiple_of(2) {
        first.push(String::new());
    }
    if let Some(last) = first.last_mut() {
        last.push_str(between);
        last.push_str(&begins);
    }
    first.extend(further);
    first
}

/// Where a passage around `first` begins and ends: at a sentence where one begins
/// near, else at a word.
fn around(text: &str, first: (u32, u32), max_chars: usize) -> (usize, usize) {
    let (start, end) = (first.0 as usize, first.1 as usize);
    // No more of a long text is looked at than may be shown.
    let chars: Vec<char> = text.chars().take(start + 2 * max_chars + 1).collect();
    let length = match text.len() > chars.len() {
        true => text.chars().count(),
        false => chars.len(),
    };
    let lead = LEAD.min(max_chars / 3);
    let earliest = start.saturating_sub(lead);
    let from = if earliest == 0 {
        0
    } else {
        begin_of_sentence(&chars, earliest, start)
            .or_else(|| begin_of_word(&chars, earliest, start))
            .unwrap_or(earliest)
    };
    let latest = (from + max_chars)
        .max(end.min(from + 2 * max_chars))
        .min(length);
    if latest == length {
        // Near the end there is room for more before.
        let earliest = length.saturating_sub(max_chars);
        let earliest = earliest.max(start.saturating_sub(FARTHEST.max(lead)));
        let from = begin_of_word(&chars, earliest, from).unwrap_or(from);
        return (from.min(start), latest);
    }
    let to = (end..=latest)
        .rev()
        .find(|to| is_break(&chars, *to))
        .unwrap_or(latest);
    (from, to.max(end))
}

fn begin_of_sentence(chars: &[char], from: usize, to: usize) -> Option<usize> {
    (from..=to).find(|at| {
        let before = chars[..*at].iter().rev();
        match chars.get(at.wrapping_sub(1)) {
            Some('。' | '！' | '？' | '\n') => true,
            Some(' ') => matches!(
                before
                    .clone()
                    .find(|c| !matches!(c, ' ' | '”' | '"' | '’' | '»')),
                Some('.' | '!' | '?' | '؟' | '।' | '…' | ':')
            ),
            _ => false,
        }
    })
}

fn begin_of_word(chars: &[char], from: usize, to: usize) -> Option<usize> {
    (from..=to).find(|at| is_break(chars, *at))
}

/// A line may break before `chars[at]`.
fn is_break(chars: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| chars.get(before)) else {
        return true;
    };
    let Some(after) = chars.get(at) else {
        return true;
    };
    let unspaced = |c: &char| crate::text::is_unspaced_script(*c) && *c >= '\u{2000}';
    (before.is_whitespace() && !after.is_whitespace()) || (unspaced(before) && unspaced(after))
}

fn cut_out(text: &str, matches: &[Match], from: usize, to: usize) -> Marked {
    let length = text.chars().count();
    let (start, end) = (from as u32, to as u32);
    let inside: Vec<Match> = matches
        .iter()
        .filter(|one| one.start >= start && one.end <= end)
        .copied()
        .collect();
    let mut passage: String = text.chars().skip(from).take(to - from).collect();
    passage.truncate(passage.trim_end().len());
    let ranges: Vec<(u32, u32)> = merged(&inside, text)
        .iter()
        .map(|(a, b)| (a - start, b - start))
        .collect();
    let mut marked = cut_at(&passage, &ranges);
    if from > 0 {
        match marked.first_mut() {
            Some(run) => run.insert(0, '…'),
            None => marked.push("…".to_owned()),
        }
    }
    if to < length {
        // Every second run is a match: an ellipsis must not become one.
        match marked.len() % 2 {
            1 => marked
                .iter_mut()
                .next_back()
                .into_iter()
                .for_each(|run| run.push('…')),
            _ => marked.push("…".to_owned()),
        }
    }
    marked
}

/// The words that stand at these matches, for each word of the query the first, in the
/// query's order.
fn words_at<'t>(places: impl Iterator<Item = (&'t str, &'t Vec<Match>)>) -> Vec<String> {
    /// More are listed nowhere.
    const MOST: usize = 32;
    let mut found: BTreeMap<usize, &str> = BTreeMap::new();
    for (text, matches) in places {
        for (at, first) in matches.iter().enumerate() {
            if found.len() >= MOST || found.contains_key(&first.which) {
                continue;
            }
            // The pairs of characters that a run is found by lie over each other.
            let rest = matches.get(at..).unwrap_or_default().iter();
            let same = rest.filter(|one| one.which == first.which);
            let end = same.fold(first.end, |end, one| match one.start <= end {
                true => end.max(one.end),
                false => end,
            });
            found.insert(first.which, between(text, first.start, end));
        }
    }
    let mut said = HashSet::new();
    let words = found.into_values();
    words
        .filter(|word| said.insert(fold(word)))
        .map(str::to_owned)
        .collect()
}

/// The characters of `text` from `start` to `end`.
fn between(text: &str, start: u32, end: u32) -> &str {
    let byte = |at: u32| {
        let found = text.char_indices().nth(at as usize);
        found.map_or(text.len(), |(byte, _)| byte)
    };
    text.get(byte(start)..byte(end)).unwrap_or_default()
}
