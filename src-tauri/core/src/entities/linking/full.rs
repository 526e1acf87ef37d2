//! Full names: words that stand together and are those of one kept name.

use std::rc::Rc;

use super::LinkedName;
use super::effort::Effort;
use super::hits::{Hit, Near};
use super::index::{Index, KeptName};
use super::sound;
use super::words::{self, Word};
use crate::domain::EntityKind;
use crate::text;

/// Words that a name spans at most.
const LONGEST: usize = 6;

/// How much of a name stands somewhere: its words, the last of the text's, and whether that is
/// all of it. John Adams comes before John Quincy Adams.
type Reach = (usize, usize, bool);

/// A full name that begins at a word.
pub(super) struct Full {
    /// `None` where two entities have the name.
    pub name: Option<LinkedName>,
    /// The word behind it.
    pub next: usize,
}

/// The longest full name that begins at the word `at`.
pub(super) fn longest(
    index: &Index,
    text: &str,
    words: &[Word],
    hits: &[Rc<[Hit]>],
    at: usize,
    effort: &Effort,
) -> Option<Full> {
    let first = words.get(at)?;
    let mut best: Vec<(Reach, &KeptName)> = Vec::new();
    for number in candidates(words::is_initial(first.of(text)), hits, at, effort) {
        let Some(name) = index.name(number) else {
            continue;
        };
        let walk = Walk::of(number, name, text, words, hits, at);
        if walk.is_full(name) {
            let is_whole = walk.met.count_ones() as usize == name.words.len();
            best.push(((walk.matched, walk.last, is_whole), name));
        }
    }
    let (reach, name) = *best.iter().max_by_key(|(reach, _)| *reach)?;
    let others = best
        .iter()
        .any(|(other, of)| *other == reach && of.entity != name.entity);
    let (_, last, _) = reach;
    let end = words.get(last)?.end;
    Some(Full {
        name: (!others).then_some(LinkedName {
            start: first.start,
            end,
            entity: name.entity,
        }),
        next: last + 1,
    })
}

/// The names that may begin at a word, each once: two of its words have to stand here. Looked
/// through is the shorter of what the first word and what those behind it can be.
fn candidates(initial: bool, hits: &[Rc<[Hit]>], at: usize, effort: &Effort) -> Vec<u32> {
    let of = |from: usize, to: usize| hits.get(from..to.min(hits.len())).unwrap_or(&[]);
    let names = |lists: &[Rc<[Hit]>]| -> Vec<u32> {
        let all = lists.iter().flat_map(|hits| hits.iter());
        let mut names: Vec<u32> = all.map(|hit| hit.place.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let count = |lists: &[Rc<[Hit]>]| lists.iter().map(|hits| hits.len()).sum::<usize>();
    let has =
        |lists: &[Rc<[Hit]>], name: u32| lists.iter().any(|hits| !of_name(hits, name).is_empty());
    if initial {
        // An initial is nobody's; the word behind it says whose name may begin here.
        let begins = of(at + 1, at + 3);
        return match effort.spend(count(begins)) {
            true => names(begins),
            false => Vec::new(),
        };
    }
    let (own, behind) = (of(at, at + 1), of(at + 1, at + LONGEST));
    let (fewer, others) = match count(own) <= count(behind) {
        true => (own, behind),
        false => (behind, own),
    };
    if !effort.spend(count(fewer)) {
        return Vec::new();
    }
    let mut found = names(fewer);
    found.retain(|name| has(others, *name));
    found
}

/// The hits that are of a name.
fn of_name(hits: &[Hit], name: u32) -> &[Hit] {
    let from = hits.partition_point(|hit| hit.place.name < name);
    let to = hits.partition_point(|hit| hit.place.name <= name);
    hits.get(from..to).unwrap_or(&[])
}

/// What agrees between a kept name and the words from a place on.
struct Walk {
    /// Bits of the name's words that were met, and of those met by spelling or sound.
    met: u16,
    same: u16,
    /// Of those met, the ones that say little, and the ones that sound alike and are long.
    faint: u16,
    long: u16,
    matched: usize,
    last: usize,
}

impl Walk {
    fn of(
        number: u32,
        name: &KeptName,
        text: &str,
        words: &[Word],
        hits: &[Rc<[Hit]>],
        at: usize,
    ) -> Self {
        let mut walk = Self {
            met: 0,
            same: 0,
            faint: 0,
            long: 0,
            matched: 0,
            last: at,
        };
        let mut before: Option<Word> = None;
        for (place, word) in words.iter().enumerate().skip(at).take(LONGEST) {
            if before.is_some_and(|before| !words::are_joined(text, before, *word)) {
                break;
            }
            before = Some(*word);
            let own = hits
                .get(place)
                .map_or(&[][..], |hits| of_name(hits, number));
            let fresh = |hit: &&Hit| walk.met & bit(hit) == 0;
            let hit = own.iter().filter(fresh).min_by_key(|hit| hit.near).copied();
            if let Some(hit) = hit {
                walk.met |= bit(&hit);
                walk.same |= if hit.same() { bit(&hit) } else { 0 };
                walk.faint |= if hit.near == Near::Faint {
                    bit(&hit)
                } else {
                    0
                };
                walk.long |= if hit.near == Near::Endings {
                    bit(&hit)
                } else {
                    0
                };
                walk.matched += 1;
                walk.last = place;
            } else if !walk.passes(name, word.of(text)) {
                break;
            }
        }
        walk
    }

    /// Whether a word may stand inside the name: an initial that fits its first word, a
    /// patronymic, a particle.
    fn passes(&mut self, name: &KeptName, word: &str) -> bool {
        if words::is_initial(word) {
            let first = name.words.first().map(|first| sound::key(first));
            let own = sound::key(&text::fold(word));
            let fits = first.is_some_and(|first| first.chars().next() == own.chars().next());
            if self.met == 0 {
                // As good as consonants: the surname has to be the same.
                self.met |= u16::from(fits);
                self.matched += usize::from(fits);
                return fits;
            }
            return true;
        }
        is_patronymic(word) || words::is_particle(&word.to_lowercase())
    }

    fn is_full(&self, name: &KeptName) -> bool {
        let count = name.words.len();
        if name.kind != EntityKind::Person {
            return count > 1 && self.same.count_ones() as usize == count;
        }
        let last = 1_u16.checked_shl(u32::try_from(count).unwrap_or(u32::MAX).wrapping_sub(1));
        let surname = last.unwrap_or(0);
        // 莱恩 may be Alan, but Ryan as well: beside a common surname that is too little.
        let all = match self.long & surname {
            0 => self.met & !self.faint,
            _ => self.met,
        };
        let met = all.count_ones() as usize;
        let begins_and_ends = all & 1 != 0 && self.same != 0;
        count > 1
            && met >= 2
            && met + 1 >= count
            && all & surname != 0
            && (self.same & surname != 0 || begins_and_ends)
    }
}

fn bit(hit: &Hit) -> u16 {
    1_u16.checked_shl(u32::from(hit.place.word)).unwrap_or(0)
}

/// Russian and Ukrainian patronymics, in any case.
fn is_patronymic(word: &str) -> bool {
    let word = word.to_lowercase();
    ["вич", "вна", "вны", "вне", "вну", "вной", "вни", "вні"]
        .iter()
        .any(|ending| {
            word.ends_with(ending)
                || (*ending == "вич"
                    && ["вича", "вичу", "вичем", "виче"]
                        .iter()
                        .any(|ending| word.ends_with(ending)))
        })
}
