//! Words of the index that are one slip of the finger away from a typed one.

use std::collections::HashMap;

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::expand::each_beginning_with;
use crate::search::language::Alphabet;

/// Words read at most in one segment of the index.
const MOST_READ: usize = 20_000;

/// Words shorter than this have one slip at most.
const LONG: usize = 7;
/// Words kept at most.
const MOST_KEPT: usize = 32;

/// The least number of slips between two words; `None` when there are more than two.
fn slips(a: &[char], b: &[char]) -> Option<usize> {
    if a.len().abs_diff(b.len()) > 2 {
        return None;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev());
    let back = back.take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    // What differs begins and ends differently: two slips reach over no more.
    if a.is_empty() && b.is_empty() {
        return Some(0);
    }
    let least = distance(a, b);
    (least <= 2).then_some(least)
}

/// Optimal string alignment: two letters changed over are one slip.
fn distance(a: &[char], b: &[char]) -> usize {
    const LONGEST: usize = 64;
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// The words one slip away from `word` (a letter more, less, other, or two changed
/// over), with how many documents have each; for a long word that has none, or
/// with `farther`, those two slips away too.
///
/// Slips after the beginning leave the beginning as it is: those are read from
/// the dictionary. Slips in the first half are tried one by one. Both take far
/// less time than building an automaton for the word.
pub(super) fn near(
    searcher: &Searcher,
    field: Field,
    word: &str,
    farther: bool,
) -> tantivy::Result<Vec<(String, u64)>> {
    let letters: Vec<char> = word.chars().collect();
    let half = letters.len() / 2;
    let most = if letters.len() < LONG { 1 } else { 2 };
    let same = if most == 1 { half } else { letters.len() / 3 };
    let mut found: HashMap<String, (usize, u64)> = HashMap::new();
    let start: String = letters[..same].iter().collect();
    for segment in searcher.segment_readers() {
        each_beginning_with(segment, field, &start, MOST_READ, |other, documents| {
            // A letter takes at most four bytes.
            if other.len().abs_diff(word.len()) > 4 * most {
                return;
            }
            let Ok(other) = std::str::from_utf8(other) else {
                return;
            };
            let others: Vec<char> = other.chars().collect();
            if let Some(slips @ 1..) = slips(&letters, &others)
                && slips <= most
            {
                found.entry(other.to_owned()).or_insert((slips, 0)).1 += u64::from(documents);
            }
        })?;
    }
    for other in slipped(&letters, half) {
        let documents = searcher.doc_freq(&Term::from_field_text(field, &other))?;
        if documents > 0 && other != word {
            found.insert(other, (1, documents));
        }
    }
    let least = found.values().map(|(slips, _)| *slips).min().unwrap_or(0);
    let mut nearest: Vec<(String, u64)> = found
        .into_iter()
        .filter(|(_, (slips, _))| farther || *slips == least)
        .map(|(other, (_, documents))| (other, documents))
        .collect();
    nearest.sort_unstable_by(|(a, often), (b, oftener)| oftener.cmp(often).then_with(|| a.cmp(b)));
    nearest.truncate(MOST_KEPT);
    Ok(nearest)
}

/// All words that a slip within the first `half` letters makes.
fn slipped(letters: &[char], half: usize) -> Vec<String> {
    let word: String = letters.iter().collect();
    let alphabet = alphabet(Alphabet::of(&word));
    let mut slips = Vec::new();
    let mut push = |front: &[char], between: &[char], back: &[char]| {
        slips.push(front.iter().chain(between).chain(back).collect::<String>());
    };
    for at in 0..=half {
        let (front, back) = letters.split_at(at);
        for letter in alphabet.chars() {
            push(front, &[letter], back);
        }
        let [first, rest @ ..] = back else {
            continue;
        };
        push(front, &[], rest);
        for letter in alphabet.chars().filter(|letter| letter != first) {
            push(front, &[letter], rest);
        }
        if let [second, rest @ ..] = rest {
            push(front, &[*second, *first], rest);
        }
    }
    slips
}

/// Letters as they are folded.
fn alphabet(alphabet: Alphabet) -> &'static str {
    match alphabet {
        Alphabet::Latin => "abcdefghijklmnopqrstuvwxyz",
        Alphabet::Cyrillic => "абвгдежзиклмнопрстуфхцчшщъыьэюяіє",
        Alphabet::Greek => "αβγδεζηθικλμνξοπρστυφχψω",
        Alphabet::Hebrew => "אבגדהוזחטיכלמנסעפצקרשת",
        Alphabet::Arabic => "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ",
        Alphabet::Armenian | Alphabet::Devanagari | Alphabet::Tamil | Alphabet::Other => "",
    }
}
