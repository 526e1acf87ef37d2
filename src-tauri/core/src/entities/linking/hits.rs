//! Which words of kept names a word of a text can be.

use foldhash::HashMap;

use super::effort::Effort;
use super::index::{Index, Place};
use super::mandarin;
use super::sound::{self, Writing};
use super::tables::{self, SHORTEST_BODY};
use super::words;
use crate::domain::{EntityId, EntityKind};
use crate::text;

/// A word of a kept name that a word of a text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub place: Place,
    pub near: Near,
}

impl Hit {
    /// Its spelling or its sound agrees; otherwise only its consonants, or some of them.
    pub fn same(&self) -> bool {
        self.near < Near::Consonants
    }
}

/// How near a word of a text is to a word of a kept name, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// It is written so, or another script writes it so.
    Written,
    /// It sounds the same.
    Sound,
    /// It does without a case ending.
    Ending,
    /// Both do without one.
    Endings,
    /// Its consonants are the same, and its vowels nearly.
    Consonants,
    /// Mandarin, which parts few consonants, may write it so.
    Heard,
    /// The same, of two consonants alone: another word of the name has to say more.
    Faint,
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
/// Consonants that say something of a surname that stands alone.
const CONSONANTS_ALONE: usize = 3;
/// Consonants in Hangul or Han that are as good as a spelling.
const LONG_HEARD: usize = 4;
/// Letters of a name that may be believed without its other words; with an ending; where
/// its vowels differ.
const SHORTEST_ALONE: usize = 3;
const SHORTEST_INFLECTED: usize = 4;
const SHORTEST_ALIKE: usize = 5;
/// Sounds of a stem whose vowels may differ.
const SHORTEST_STEM: usize = 5;
/// No name's word has as many letters. One Latin word is looked up by each of its beginnings,
/// so a key or a dump of a megabyte would take minutes.
const LONGEST_WORD: usize = 60;

impl Index {
    /// Words of kept names that `word` can be, by the names' numbers, each once; none where it
    /// can't be a name's.
    pub fn hits(&self, word: &str, effort: &Effort) -> Vec<Hit> {
        let mut hits = self.all_hits(word, effort);
        hits.sort_unstable_by_key(|hit| (hit.place, hit.near));
        hits.dedup_by_key(|hit| hit.place);
        effort.spend(hits.len());
        hits
    }

    fn all_hits(&self, word: &str, effort: &Effort) -> Vec<Hit> {
        let mut hits = Vec::new();
        if !words::may_name(word) || word.chars().nth(LONGEST_WORD).is_some() {
            return hits;
        }
        let folded = text::fold(word);
        for number in self.written(&folded) {
            self.push_word(&mut hits, number, Near::Written, &folded);
        }
        let writing = sound::writing(&folded);
        if writing != Writing::Latin {
            self.push(&mut hits, self.forms().get(&folded), Near::Written, &folded);
        }
        match writing {
            Writing::Latin => self.push_latin(&mut hits, &folded, effort),
            Writing::Alphabet => {
                let key = sound::key(&folded);
                let stem = sound::stem(&key);
                self.push_sounds(&mut hits, &key, stem, &folded);
                for key in [key.as_str(), stem] {
                    self.push_alike(&mut hits, key, &folded, effort);
                }
                // Коуми, Ноубл: the long o of English.
                if folded.contains("оу") {
                    let key = sound::key(&folded.replace("оу", "о"));
                    self.push_sounds(&mut hits, &key, sound::stem(&key), &folded);
                    for key in [key.as_str(), sound::stem(&key)] {
                        self.push_alike(&mut hits, key, &folded, effort);
                    }
                }
            }
            Writing::Consonants => {
                for prefix in PREFIXES {
                    let Some(rest) = folded.strip_prefix(prefix) else {
                        continue;
                    };
                    for number in self.written(rest) {
                        self.push_word(&mut hits, number, Near::Written, &folded);
                    }
                    self.push(&mut hits, self.forms().get(rest), Near::Written, &folded);
                }
                let consonants = sound::consonants(&sound::key(&folded));
                if consonants.len() >= 2 {
                    let words = self.consonants().get(&consonants);
                    self.push(&mut hits, words, Near::Consonants, &folded);
                }
            }
            Writing::Hangul => {
                let heard = sound::in_hangul(&sound::latin(&folded));
                if heard.len() >= SHORTEST_SKELETON {
                    let near = match heard.len() >= LONG_HEARD {
                        true => Near::Endings,
                        false => Near::Consonants,
                    };
                    self.push(&mut hits, self.hangul().get(&heard), near, &folded);
                }
            }
            Writing::Han => {
                let bare = mandarin::without_title(&folded);
                if bare != folded {
                    self.push(&mut hits, self.forms().get(bare), Near::Written, &folded);
                }
                let heard = match self.is_tabled(bare) {
                    true => Vec::new(),
                    false => mandarin::heard(bare),
                };
                for heard in heard {
                    let near = match heard.len() {
                        LONG_HEARD.. => Near::Endings,
                        CONSONANTS_ALONE.. => Near::Heard,
                        _ => Near::Faint,
                    };
                    self.push(&mut hits, self.mandarin().get(&heard), near, &folded);
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
        let Some(words) = self.sounds().skeletons.get(&skeleton) else {
            return;
        };
        if !effort.spend(words.len()) {
            return;
        }
        for number in words {
            let said = self.words.get(*number as usize).map(tables::said);
            let mut said = said.unwrap_or_default().into_iter();
            let is_close = |kept: &str| {
                let stem = sound::stem(kept);
                let both = stem.len() >= SHORTEST_STEM && sound::are_close(stem, key);
                both || sound::are_close(kept, key)
            };
            if said.any(|kept| is_close(&kept)) {
                self.push_word(hits, *number, Near::Consonants, folded);
            }
        }
    }

    /// A Latin word is another only with a case ending; `Smyth` is not `Smith`. It begins
    /// with what the other is without the vowels at its end.
    fn push_latin(&self, hits: &mut Vec<Hit>, folded: &str, effort: &Effort) {
        let written = folded.replace('w', "v");
        let key = sound::key(folded);
        let stem = sound::stem(&key);
        for end in (SHORTEST_BODY..=written.len()).filter(|end| written.is_char_boundary(*end)) {
            let body = written.get(..end).unwrap_or("");
            let Some(words) = self.bodies().get(body) else {
                continue;
            };
            if !effort.spend(words.len()) {
                return;
            }
            for number in words {
                let kept = self.words.get(*number as usize);
                let near = kept
                    .filter(|kept| is_inflected(&kept.text, folded))
                    .and_then(|kept| nearest(&tables::said(kept), &key, stem));
                if let Some(near) = near {
                    self.push_word(hits, *number, near, folded);
                }
            }
        }
    }

    /// Words that sound like a key, with a case ending or without.
    fn push_sounds(&self, hits: &mut Vec<Hit>, key: &str, stem: &str, folded: &str) {
        let sounds = self.sounds();
        self.push(hits, sounds.whole.get(key), Near::Sound, folded);
        self.push(hits, sounds.whole.get(stem), Near::Ending, folded);
        self.push(hits, sounds.stems.get(key), Near::Endings, folded);
        self.push(hits, sounds.stems.get(stem), Near::Endings, folded);
    }

    fn push(&self, hits: &mut Vec<Hit>, words: Option<&Vec<u32>>, near: Near, folded: &str) {
        for number in words.into_iter().flatten() {
            self.push_word(hits, *number, near, folded);
        }
    }

    fn push_word(&self, hits: &mut Vec<Hit>, number: u32, near: Near, folded: &str) {
        let Some(kept) = self.words.get(number as usize) else {
            return;
        };
        let other_sex = FEMININE.iter().any(|ending| folded.ends_with(ending))
            && MASCULINE.iter().any(|ending| kept.text.ends_with(ending));
        if !other_sex {
            let all = kept.places.iter().copied();
            hits.extend(all.map(|place| Hit { place, near }));
        }
    }

    fn word(&self, place: Place) -> Option<&str> {
        let name = self.name(place.name)?;
        name.words.get(usize::from(place.word)).map(String::as_str)
    }

    /// Whether a hit is the surname of this person, or this entity's only word.
    pub fn ends(&self, hit: &Hit, entity: EntityId) -> bool {
        self.name(hit.place.name)
            .is_some_and(|name| name.entity == entity && name.is_called_by(hit.place.word))
    }

    /// Whose a name of one word is: of one whom the article has by full name, or, where
    /// it may stand alone, of the only one whom it can be, no farther than `alone`.
    pub fn of_one_word(
        &self,
        hits: &[Hit],
        kind: EntityKind,
        present: &dyn Fn(EntityId) -> bool,
        alone: Option<Near>,
    ) -> Option<EntityId> {
        // How near each entity is; one whose whole name it is comes before one whose surname.
        let mut entities: HashMap<EntityId, (Near, bool)> = HashMap::default();
        for hit in hits {
            let Some(name) = self.name(hit.place.name) else {
                continue;
            };
            let is_called = name.is_called_by(hit.place.word);
            let is_whole = name.words.len() == 1;
            if name.kind == kind && is_called && (kind == EntityKind::Person || is_whole) {
                let near = (hit.near, !is_whole);
                let known = entities.entry(name.entity).or_insert(near);
                *known = near.min(*known);
            }
        }
        let nearest = |here: &dyn Fn(EntityId) -> bool, least: Near| {
            let among = entities
                .iter()
                .filter(|(id, (near, _))| here(**id) && *near <= least);
            let best = among.clone().map(|(_, near)| *near).min()?;
            let mut all = among.filter(|(_, near)| **near == best).map(|(id, _)| *id);
            let only = all.next()?;
            Some(all.next().is_none().then_some(only))
        };
        let is_heard = hits.iter().any(|hit| hit.near == Near::Heard);
        let least = if is_heard { Near::Heard } else { Near::Endings };
        if let Some(here) = nearest(present, least) {
            return here;
        }
        let only = nearest(&|_| true, alone?).flatten()?;
        let hit = hits.iter().find(|hit| self.ends(hit, only))?;
        let name = self.name(hit.place.name)?;
        if name.words.len() > 1 && hit.place.word == 0 {
            // Few surnames serve all of China and Korea.
            return None;
        }
        let word = self.word(hit.place)?;
        let letters = word.chars().count();
        let enough = match entities.get(&only)?.0 {
            Near::Written | Near::Sound => SHORTEST_ALONE,
            Near::Ending | Near::Endings => SHORTEST_INFLECTED,
            // Two consonants are those of many: Досс is no Diess.
            Near::Consonants if sound::consonants(&sound::key(word)).len() < CONSONANTS_ALONE => {
                return None;
            }
            Near::Consonants => SHORTEST_ALIKE,
            Near::Heard | Near::Faint => return None,
        };
        (letters >= enough).then_some(only)
    }

    /// Whose a name is that Han or Hangul writes as one word.
    pub fn whole(&self, word: &str, kind: EntityKind) -> Option<EntityId> {
        let latin = sound::latin(word);
        let names = match text::script_of(word) {
            "Hani" => self.whole_names().mandarin.get(&latin),
            "Hang" if word.chars().count() >= 3 => {
                self.whole_names().korean.get(&sound::korean(&latin))
            }
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

/// How near a word is, by its key and that key's stem, to one that is said in these ways.
fn nearest(said: &[String], key: &str, stem: &str) -> Option<Near> {
    let telling = || said.iter().filter(|kept| tables::is_telling(kept));
    let sounds = |sound: &str| telling().any(|kept| kept == sound);
    let stems = |sound: &str| telling().any(|kept| sound::stem(kept) == sound);
    match () {
        () if sounds(key) => Some(Near::Sound),
        () if sounds(stem) => Some(Near::Ending),
        () if stems(key) || stems(stem) => Some(Near::Endings),
        () => None,
    }
}

/// Whether `word` is `kept` with a Slavic case ending, or another spelling of -sky.
fn is_inflected(kept: &str, word: &str) -> bool {
    let body = tables::body(kept);
    let word = word.replace('w', "v");
    let Some(ending) = word.strip_prefix(&body) else {
        return false;
    };
    body.len() >= SHORTEST_BODY
        && (ending.is_empty()
            || ending.chars().all(|c| matches!(c, 'i' | 'y' | 'j'))
            || LATIN_ENDINGS.contains(&ending))
}

/// Endings of Polish, Czech, Croatian and their like, folded.
const LATIN_ENDINGS: &[&str] = &[
    "a", "u", "e", "em", "iem", "om", "owi", "ovi", "y", "i", "iego", "ego", "iemu", "emu", "im",
    "ym", "ho", "mu", "ou", "ej", "o",
];
