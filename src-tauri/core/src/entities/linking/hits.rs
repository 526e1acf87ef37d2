//! Which words of kept names a word of a text can be.

use foldhash::HashSet;

use super::effort::Effort;
use super::index::{Index, Place};
use super::sound::{self, Writing};
use super::words;
use crate::domain::{EntityId, EntityKind};
use crate::text;

/// A word of a kept name that a word of a text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub place: Place,
    /// Its spelling or its sound agrees; otherwise only its consonants.
    pub same: bool,
}

/// Arabic and Hebrew particles written together with the next word.
const PREFIXES: &[&str] = &[
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "ו", "ה", "ב", "ל", "מ", "ש", "כ",
];
/// Feminine endings of names that end in -sky or -ski for men.
const FEMININE: &[&str] = &[
    "ская",
    "цкая",
    "скую",
    "цкую",
    "ська",
    "цька",
    "ську",
    "цьку",
    "ською",
    "цькою",
];
const MASCULINE: &[&str] = &["sky", "ski", "skii", "skiy", "skyi", "skyy", "skij", "skyj"];
/// Consonants that say something on their own.
const SHORTEST_SKELETON: usize = 2;
/// Consonants in Hangul that are as good as a spelling.
const LONG_HANGUL: usize = 4;
/// Letters of a name that may be believed without its other words.
const SHORTEST_ALONE: usize = 4;

impl Index {
    /// Words of kept names that `word` can be, by the names' numbers, each once; none where it
    /// can't be a name's.
    pub fn hits(&self, word: &str, effort: &Effort) -> Vec<Hit> {
        let mut hits = self.all_hits(word, effort);
        hits.sort_unstable_by_key(|hit| (hit.place, !hit.same));
        hits.dedup_by_key(|hit| hit.place);
        effort.spend(hits.len());
        hits
    }

    fn all_hits(&self, word: &str, effort: &Effort) -> Vec<Hit> {
        let mut hits = Vec::new();
        if !words::may_name(word) {
            return hits;
        }
        let folded = text::fold(word);
        self.push(&mut hits, self.written.get(&folded), true, &folded);
        match sound::writing(&folded) {
            Writing::Latin => self.push_latin(&mut hits, &folded),
            Writing::Alphabet => {
                let key = sound::key(&folded);
                let stem = sound::stem(&key);
                self.push(&mut hits, self.sounds.get(&key), true, &folded);
                self.push(&mut hits, self.sounds.get(stem), true, &folded);
                for key in [key.as_str(), stem] {
                    self.push_alike(&mut hits, key, &folded, effort);
                }
            }
            Writing::Consonants => {
                for prefix in PREFIXES {
                    let rest = folded.strip_prefix(prefix);
                    let rest = rest.and_then(|rest| self.written.get(rest));
                    self.push(&mut hits, rest, true, &folded);
                }
                let consonants = sound::consonants(&sound::key(&folded));
                if consonants.len() >= 2 {
                    self.push(&mut hits, self.consonants.get(&consonants), false, &folded);
                }
            }
            Writing::Hangul => {
                let heard = sound::in_hangul(&sound::latin(&folded));
                if heard.len() >= SHORTEST_SKELETON {
                    let same = heard.len() >= LONG_HANGUL;
                    self.push(&mut hits, self.hangul.get(&heard), same, &folded);
                }
            }
            Writing::Other => {}
        }
        hits
    }

    /// Words with the consonants of a key, and nearly its vowels.
    fn push_alike(&self, hits: &mut Vec<Hit>, key: &str, folded: &str, effort: &Effort) {
        let skeleton = sound::skeleton(key);
        if skeleton.len() < SHORTEST_SKELETON {
            return;
        }
        let Some(places) = self.skeletons.get(&skeleton) else {
            return;
        };
        if !effort.spend(places.len()) {
            return;
        }
        let mut places = places.clone();
        places.retain(|place| {
            self.word(*place)
                .is_some_and(|kept| sound::are_close(&sound::key(kept), key))
        });
        self.push(hits, Some(&places), false, folded);
    }

    /// A Latin word is another only with a case ending; `Smyth` is not `Smith`.
    fn push_latin(&self, hits: &mut Vec<Hit>, folded: &str) {
        let key = sound::key(folded);
        let mut sounding = Vec::new();
        for sound in [key.as_str(), sound::stem(&key)] {
            self.push(&mut sounding, self.sounds.get(sound), true, folded);
        }
        sounding.retain(|hit| {
            self.word(hit.place)
                .is_some_and(|kept| is_inflected(kept, folded))
        });
        hits.extend(sounding);
    }

    fn push(&self, hits: &mut Vec<Hit>, places: Option<&Vec<Place>>, same: bool, folded: &str) {
        for place in places.into_iter().flatten() {
            let other_sex = FEMININE.iter().any(|ending| folded.ends_with(ending))
                && self
                    .word(*place)
                    .is_some_and(|kept| MASCULINE.iter().any(|ending| kept.ends_with(ending)));
            if !other_sex {
                hits.push(Hit {
                    place: *place,
                    same,
                });
            }
        }
    }

    fn word(&self, place: Place) -> Option<&str> {
        let name = self.name(place.name)?;
        name.words.get(usize::from(place.word)).map(String::as_str)
    }

    /// Whether a hit is the surname of this person, or this entity's only word.
    pub fn ends(&self, hit: &Hit, entity: EntityId) -> bool {
        self.name(hit.place.name).is_some_and(|name| {
            let last = usize::from(hit.place.word) + 1 == name.words.len();
            name.entity == entity && last
        })
    }

    /// Whose a name of one word is: of one whom the article has by full name, or, where
    /// it may stand alone, of the only one whom it can be.
    pub fn of_one_word(
        &self,
        hits: &[Hit],
        kind: EntityKind,
        present: &dyn Fn(EntityId) -> bool,
        alone: bool,
    ) -> Option<EntityId> {
        let mut entities: HashSet<EntityId> = HashSet::default();
        for hit in hits.iter().filter(|hit| hit.same) {
            let Some(name) = self.name(hit.place.name) else {
                continue;
            };
            let last = usize::from(hit.place.word) + 1 == name.words.len();
            let whole = kind == EntityKind::Person || name.words.len() == 1;
            if name.kind == kind && last && whole {
                entities.insert(name.entity);
            }
        }
        let mut here = entities.iter().copied().filter(|entity| present(*entity));
        match (here.next(), here.next()) {
            (Some(entity), None) => return Some(entity),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
        }
        let mut all = entities.into_iter();
        match (all.next(), all.next()) {
            (Some(entity), None) if alone => {
                let hit = hits.iter().find(|hit| self.ends(hit, entity))?;
                let kept = self.word(hit.place)?;
                (kept.chars().count() >= SHORTEST_ALONE).then_some(entity)
            }
            _ => None,
        }
    }

    /// Whose a name is that Han or Hangul writes as one word.
    pub fn whole(&self, word: &str, kind: EntityKind) -> Option<EntityId> {
        let latin = sound::latin(word);
        let names = match text::script_of(word) {
            "Hani" => self.mandarin.get(&latin),
            "Hang" if word.chars().count() >= 3 => self.korean.get(&sound::korean(&latin)),
            _ => None,
        };
        let mut entities = names
            .into_iter()
            .flatten()
            .filter_map(|name| self.name(*name))
            .filter(|name| name.kind == kind)
            .map(|name| name.entity);
        let first = entities.next()?;
        entities.all(|other| other == first).then_some(first)
    }
}

/// Whether `word` is `kept` with a Slavic case ending, or another spelling of -sky.
fn is_inflected(kept: &str, word: &str) -> bool {
    let (kept, word) = (kept.replace('w', "v"), word.replace('w', "v"));
    let body = kept.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y', 'j']);
    let Some(ending) = word.strip_prefix(body) else {
        return false;
    };
    body.len() >= 3
        && (ending.is_empty()
            || ending.chars().all(|c| matches!(c, 'i' | 'y' | 'j'))
            || LATIN_ENDINGS.contains(&ending))
}

/// Endings of Polish, Czech, Croatian and their like, folded.
const LATIN_ENDINGS: &[&str] = &[
    "a", "u", "e", "em", "iem", "om", "owi", "ovi", "y", "i", "iego", "ego", "iemu", "emu", "im",
    "ym", "ho", "mu", "ou", "ej", "o",
];
