//! Finding a query's words again in the text that is shown.
//!
//! The index keeps no text and no places; what is shown comes from the notebook
//! and is analysed here as it was for the index, so that what was found is what
//! is marked.

use std::collections::{HashMap, HashSet};

use super::analyser::Exact;
use super::cutting::{cut_at, merged};
use super::initials::Initials;
use super::language::{LANGUAGES, Language};
use super::words::Class;
use crate::domain::{EntityId, Marked, SearchedName};

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
    pub(super) words: HashMap<String, usize>,
    pub(super) stems: HashMap<String, usize>,
    /// First letters of stems: most words can't match and aren't stemmed.
    pub(super) stem_initials: HashSet<char>,
    /// First letters of all that is looked for: most words of a text begin otherwise and
    /// aren't even folded.
    pub(super) initials: Initials,
    pub(super) languages: Vec<&'static Language>,
    pub(super) prefixes: Vec<(String, usize)>,
    pub(super) phrases: Vec<(Vec<Exact>, usize)>,
    pub(super) rarities: Vec<f32>,
    /// Those of the query's words that are names of entities.
    pub(super) names: Vec<(usize, NameOf)>,
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
}

/// Words in half of all documents aren't worth marking beside a rare one.
fn is_noise(rarity: f32, rarest: f32) -> bool {
    const IN_HALF: f32 = 0.7;
    const RARE: f32 = 2.0;
    rarity < IN_HALF && rarest > RARE
}
