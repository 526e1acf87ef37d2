//! Finding a query's words again in the text that is shown.
//!
//! The index keeps no text and no places; what is shown comes from the notebook
//! and is analysed here as it was for the index, so that what was found is what
//! is marked.

use std::collections::{HashMap, HashSet};

use super::analyser::{Exact, folded_words, joined};
use super::cutting::{cut_at, merged};
use super::initials::Initials;
use super::language::{Alphabet, LANGUAGES, Language, Stemming};
use super::stem::stems;
use super::words::{Class, Piece, cut, groups, is_initials};
use crate::domain::{EntityId, Marked, SearchedName};
use crate::text::fold_mapped;

/// One word or phrase of a query, as it may stand in a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub words: HashSet<String>,
    /// With their languages: `en:negoti`.
    pub stems: HashSet<String>,
    pub prefixes: Vec<String>,
    pub phrases: Vec<Vec<Exact>>,
    /// How much it tells.
    pub rarity: f32,
    /// The name of an entity that it is.
    pub name: Option<NameOf>,
}

/// A name of an entity, as a query looks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameOf {
    pub entity: EntityId,
    pub name: SearchedName,
}

impl Wanted {
    pub fn phrase(tokens: Vec<Exact>) -> Self {
        const AS_RARE_AS_A_NAME: f32 = 8.0;
        Self {
            phrases: vec![tokens],
            rarity: AS_RARE_AS_A_NAME,
            ..Self::default()
        }
    }

    /// A name, in the forms that are looked for.
    pub fn name(phrases: Vec<Vec<Exact>>, entity: EntityId, name: &SearchedName) -> Self {
        let name = name.clone();
        Self {
            phrases,
            name: Some(NameOf { entity, name }),
            ..Self::phrase(Vec::new())
        }
    }

    /// A run of a script without spaces: itself, and its grams when it is long
    /// enough to be more than one word.
    pub fn add_run(&mut self, tokens: Vec<Exact>, length: usize, class: Class) {
        const ONE_WORD: usize = 3;
        let most = if class == Class::Syllables {
            6
        } else {
            ONE_WORD
        };
        if length > most {
            for token in &tokens {
                self.phrases.push(vec![Exact {
                    position: 0,
                    text: token.text.clone(),
                }]);
            }
        }
        self.phrases.push(tokens);
    }
}

/// A place where something of the query stands, in chars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub start: u32,
    pub end: u32,
    /// Which of the query's words.
    pub which: usize,
}

/// Knows a query's words and finds them in text.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    words: HashMap<String, usize>,
    stems: HashMap<String, usize>,
    /// First letters of stems: most words can't match and aren't stemmed.
    stem_initials: HashSet<char>,
    /// First letters of all that is looked for: most words of a text begin otherwise and
    /// aren't even folded.
    initials: Initials,
    languages: Vec<&'static Language>,
    prefixes: Vec<(String, usize)>,
    pub(super) phrases: Vec<(Vec<Exact>, usize)>,
    pub(super) rarities: Vec<f32>,
    /// Those of the query's words that are names of entities.
    pub(super) names: Vec<(usize, NameOf)>,
}

/// A word of a text, or one character of an unspaced run.
struct Unit {
    start: u32,
    end: u32,
    text: String,
    in_run: bool,
}

impl Marker {
    pub(super) fn new(wanted: Vec<Wanted>) -> Self {
        let rarest = wanted.iter().map(|one| one.rarity).fold(0.0, f32::max);
        let mut marker = Self::default();
        for (which, one) in wanted.into_iter().enumerate() {
            marker.rarities.push(one.rarity);
            marker.names.extend(one.name.map(|name| (which, name)));
            if is_noise(one.rarity, rarest) {
                continue;
            }
            for word in one.words {
                marker.initials.add(&word);
                marker.words.entry(word).or_insert(which);
            }
            for stem in one.stems {
                let (tag, bare) = stem.split_once(':').unwrap_or(("", &stem));
                marker.stem_initials.extend(bare.chars().next());
                marker.initials.add(bare);
                let language = LANGUAGES.iter().find(|language| language.tag == tag);
                if let Some(language) = language
                    && !marker.languages.contains(&language)
                {
                    marker.languages.push(language);
                }
                marker.stems.entry(stem).or_insert(which);
            }
            let prefixes = one.prefixes.into_iter().map(|prefix| (prefix, which));
            let prefixes = prefixes.inspect(|(prefix, _)| marker.initials.add(prefix));
            marker.prefixes.extend(prefixes);
            let phrases = one.phrases.into_iter().filter(|tokens| !tokens.is_empty());
            for tokens in phrases {
                marker.add_phrase(tokens, which);
            }
        }
        marker
    }

    pub(super) fn add_phrase(&mut self, tokens: Vec<Exact>, which: usize) {
        for token in &tokens {
            self.initials.add(&token.text);
        }
        self.phrases.push((tokens, which));
    }

    /// Where the query's words stand in `text`: ranges of chars, sorted and apart.
    /// `language` is the text's, as BCP 47; without it all languages are tried.
    pub fn mark(&self, text: &str, language: Option<&str>) -> Vec<(u32, u32)> {
        let matches = self.matches(text, language);
        merged(&matches, text)
    }

    /// `text` in runs, every second one marked.
    pub fn marked(&self, text: &str, language: Option<&str>) -> Marked {
        cut_at(text, &self.mark(text, language))
    }

    pub(super) fn rarity(&self, which: usize) -> f32 {
        self.rarities.get(which).copied().unwrap_or(0.0)
    }

    /// Every place, in order; places may overlap.
    pub(super) fn matches(&self, text: &str, language: Option<&str>) -> Vec<Match> {
        let mut found = Vec::new();
        let mut units = Vec::new();
        let pieces = cut(text);
        for group in groups(&pieces) {
            self.match_group(group, language, &mut units, &mut found);
        }
        self.match_phrases(&units, &mut found);
        found.sort_unstable_by_key(|one| (one.start, one.end));
        found
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

    fn match_group(
        &self,
        group: &[Piece<'_>],
        language: Option<&str>,
        units: &mut Vec<Unit>,
        found: &mut Vec<Match>,
    ) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            return;
        };
        if first.class != Class::Word {
            if !self.phrases.is_empty() {
                push_run(first, units);
            }
            return;
        }
        if let Some(whole) = joined(group) {
            if let Some(which) = self.words.get(&whole) {
                found.push(Match {
                    start: first.start,
                    end: last.end,
                    which: *which,
                });
            }
            if is_initials(group) {
                units.push(Unit {
                    start: first.start,
                    end: last.end,
                    text: whole,
                    in_run: false,
                });
                return;
            }
        }
        for piece in group {
            if !self.may_match(piece.text, language) {
                // Its place counts, what stands there doesn't.
                if !self.phrases.is_empty() {
                    units.push(Unit {
                        start: piece.start,
                        end: piece.end,
                        text: String::new(),
                        in_run: false,
                    });
                }
                continue;
            }
            for word in folded_words(piece) {
                if let Some(which) = self.match_word(&word, piece.text, language) {
                    found.push(Match {
                        start: piece.start,
                        end: piece.end,
                        which,
                    });
                }
                if !self.phrases.is_empty() {
                    units.push(Unit {
                        start: piece.start,
                        end: piece.end,
                        text: word,
                        in_run: false,
                    });
                }
            }
        }
    }

    /// `written` begins as something that is looked for, or as nobody knows.
    fn may_match(&self, written: &str, language: Option<&str>) -> bool {
        if self.initials.may_begin(written) {
            return true;
        }
        // Indonesian stems have lost what their words begin with.
        let takes_prefixes = |language: &Language| language.stemming == Stemming::Indonesian;
        !self.stems.is_empty()
            && match language {
                Some(_) => takes_prefixes(Language::of_word(written, language)),
                None => self
                    .languages
                    .iter()
                    .any(|language| takes_prefixes(language)),
            }
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

/// Words in half of all documents aren't worth marking beside a rare one.
fn is_noise(rarity: f32, rarest: f32) -> bool {
    const IN_HALF: f32 = 0.7;
    const RARE: f32 = 2.0;
    rarity < IN_HALF && rarest > RARE
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
