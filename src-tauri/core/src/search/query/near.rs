//! Words of the index that are one slip of the finger away from a typed one.

use std::collections::HashMap;

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::search::language::Alphabet;

/// Words read at most in one segment of the index.
const MOST_READ: usize = 20_000;

/// One letter more, less, other, or two changed over.
pub(in crate::search) fn is_one_slip_apart(a: &[char], b: &[char]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    match (a, b) {
        ([], []) | ([_], [] | [_]) | ([], [_]) => true,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}

/// The words one slip away from `word`, with how many documents have each.
///
/// A slip in the second half leaves the first half as it is: those are read from
/// the dictionary. Slips in the first half are tried one by one. Both take far
/// less time than building an automaton for the word.
pub(super) fn near(
    searcher: &Searcher,
    field: Field,
    word: &str,
) -> tantivy::Result<Vec<(Term, u64)>> {
    let letters: Vec<char> = word.chars().collect();
    let half = letters.len() / 2;
    let mut found: HashMap<String, u64> = HashMap::new();
    let start: String = letters[..half].iter().collect();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut words = inverted
            .terms()
            .range()
            .ge(start.as_bytes())
            .into_stream()?;
        let mut read = 0;
        while let Some((other, info)) = words.next() {
            if !other.starts_with(start.as_bytes()) || read == MOST_READ {
                break;
            }
            read += 1;
            // A letter takes at most four bytes.
            if other.len().abs_diff(word.len()) > 4 {
                continue;
            }
            let Ok(other) = std::str::from_utf8(other) else {
                continue;
            };
            if is_one_slip_apart(&letters, &other.chars().collect::<Vec<char>>()) {
                *found.entry(other.to_owned()).or_default() += u64::from(info.doc_freq);
            }
        }
    }
    for other in slips(&letters, half) {
        let documents = searcher.doc_freq(&Term::from_field_text(field, &other))?;
        if documents > 0 {
            found.insert(other, documents);
        }
    }
    Ok(found
        .into_iter()
        .map(|(other, documents)| (Term::from_field_text(field, &other), documents))
        .collect())
}

/// All words that a slip within the first `half` letters makes.
fn slips(letters: &[char], half: usize) -> Vec<String> {
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
