//! Finding a query's words in one text.

use super::analyser::{Exact, folded_words, joined};
use super::language::{Alphabet, Language, Stemming};
use super::marker::{Marker, Match};
use super::seen::{ReadWord, Seen, SeenWords};
use super::stem::stems;
use super::words::{Class, Piece, cut, groups, is_initials};
use crate::text::fold_mapped;

/// A text that is looked through.
struct Reading<'r> {
    language: Option<&'r str>,
    seen: &'r mut SeenWords,
    /// Its stems may have lost what its words begin with.
    any_initial: bool,
    units: Vec<Unit>,
    found: Vec<Match>,
}

/// A word of a text, or one character of an unspaced run.
struct Unit {
    start: u32,
    end: u32,
    text: String,
    in_run: bool,
}

impl Marker {
    /// Every place, in order; places may overlap.
    pub(super) fn matches(&self, text: &str, language: Option<&str>) -> Vec<Match> {
        self.matches_in(text, language, &mut Seen::default())
    }

    /// As [`Self::matches`], with the words of texts before.
    pub(super) fn matches_in(
        &self,
        text: &str,
        language: Option<&str>,
        seen: &mut Seen,
    ) -> Vec<Match> {
        let mut reading = Reading {
            language,
            seen: seen.of(language),
            any_initial: self.may_lose_initials(language),
            units: Vec::new(),
            found: Vec::new(),
        };
        let pieces = cut(text);
        for group in groups(&pieces) {
            self.match_group(group, &mut reading);
        }
        let Reading {
            units, mut found, ..
        } = reading;
        self.match_phrases(&units, &mut found);
        found.sort_unstable_by_key(|one| (one.start, one.end));
        found
    }

    /// Indonesian stems have lost what their words begin with.
    fn may_lose_initials(&self, language: Option<&str>) -> bool {
        let takes_prefixes = |language: &Language| language.stemming == Stemming::Indonesian;
        let mut known = self.languages.iter().copied();
        known.any(takes_prefixes)
            && language.is_none_or(|_| {
                let of_latin = Language::of_alphabet(Alphabet::Latin, language);
                takes_prefixes(of_latin)
            })
    }

    fn match_phrases(&self, units: &[Unit], found: &mut Vec<Match>) {
        for (tokens, which) in &self.phrases {
            for at in 0..units.len() {
                if let Some(last) = phrase_end(tokens, units, at) {
                    found.push(Match {
                        start: units[at].start,
                        end: units[last].end,
                        which: *which,
                    });
                }
            }
        }
    }

    fn match_group(&self, group: &[Piece<'_>], reading: &mut Reading<'_>) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            return;
        };
        let has_phrases = !self.phrases.is_empty();
        if first.class != Class::Word {
            if has_phrases {
                push_run(first, &mut reading.units);
            }
            return;
        }
        // What is joined begins as its first part does.
        if (is_initials(group) || self.initials.may_begin(first.text))
            && let Some(whole) = joined(group)
        {
            if let Some(which) = self.words.get(&whole) {
                reading.found.push(Match {
                    start: first.start,
                    end: last.end,
                    which: *which,
                });
            }
            if is_initials(group) {
                reading.units.push(Unit {
                    start: first.start,
                    end: last.end,
                    text: whole,
                    in_run: false,
                });
                return;
            }
        }
        for piece in group {
            let (start, end) = (piece.start, piece.end);
            let units = &mut reading.units;
            let mut push = |text: &str| {
                if has_phrases {
                    units.push(Unit {
                        start,
                        end,
                        text: text.to_owned(),
                        in_run: false,
                    });
                }
            };
            if !reading.any_initial && !self.initials.may_begin(piece.text) {
                // Its place counts, what stands there doesn't.
                push("");
                continue;
            }
            let language = reading.language;
            let read = reading
                .seen
                .word(piece.text, || self.read_word(piece, language));
            for word in read {
                reading
                    .found
                    .extend(word.which.map(|which| Match { start, end, which }));
                push(&word.folded);
            }
        }
    }

    fn read_word(&self, piece: &Piece<'_>, language: Option<&str>) -> Vec<ReadWord> {
        let words = folded_words(piece).into_iter();
        words
            .map(|folded| ReadWord {
                which: self.match_word(&folded, piece.text, language),
                folded,
            })
            .collect()
    }

    fn match_word(&self, folded: &str, written: &str, language: Option<&str>) -> Option<usize> {
        if let Some(which) = self.words.get(folded) {
            return Some(*which);
        }
        if let Some(which) = self.match_stem(folded, written, language) {
            return Some(which);
        }
        self.prefixes
            .iter()
            .find(|(prefix, _)| folded.starts_with(prefix.as_str()))
            .map(|(_, which)| *which)
    }

    fn match_stem(&self, folded: &str, written: &str, language: Option<&str>) -> Option<usize> {
        if self.stems.is_empty() {
            return None;
        }
        let initial = folded.chars().next()?;
        let mut scratch = Vec::new();
        let mut look_up = |language: &Language| {
            let keeps_initial = !matches!(
                language.stemming,
                Stemming::Arabic | Stemming::Hebrew | Stemming::Indonesian
            );
            if keeps_initial && !self.stem_initials.contains(&initial) {
                return None;
            }
            scratch.clear();
            stems(written, language, &mut scratch);
            scratch
                .iter()
                .find_map(|stem| self.stems.get(stem))
                .copied()
        };
        if language.is_some() {
            return look_up(Language::of_word(written, language));
        }
        let alphabet = Alphabet::of(written);
        self.languages
            .iter()
            .filter(|language| language.alphabet == alphabet)
            .find_map(|language| look_up(language))
    }
}

fn push_run(piece: &Piece<'_>, units: &mut Vec<Unit>) {
    let folded = fold_mapped(piece.text);
    for (c, (start, end)) in folded.text.chars().zip(folded.origin) {
        if c != ' ' {
            units.push(Unit {
                start: piece.start + start,
                end: piece.start + end,
                text: c.into(),
                in_run: true,
            });
        }
    }
}

/// The last unit of `tokens` standing at `units[at]`.
fn phrase_end(tokens: &[Exact], units: &[Unit], at: usize) -> Option<usize> {
    let mut last = at;
    for token in tokens {
        let from = at + token.position as usize;
        let unit = units.get(from)?;
        if !unit.in_run {
            if unit.text != token.text {
                return None;
            }
            last = last.max(from);
            continue;
        }
        let mut rest = token.text.as_str();
        let mut next = from;
        while !rest.is_empty() {
            let unit = units.get(next).filter(|unit| unit.in_run)?;
            rest = rest.strip_prefix(unit.text.as_str())?;
            next += 1;
        }
        last = last.max(next - 1);
    }
    Some(last)
}
