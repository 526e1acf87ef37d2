//! Taking inflections off words, language by language.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::language::{Alphabet, Language, Stemming};
use crate::text::fold;

/// The stems of `word` (one; two where a prefix may or may not be one), folded
/// and with the language before them: `en:negoti`.
pub(super) fn stems(word: &str, language: &Language, out: &mut Vec<String>) {
    let mut push = |stem: &str| {
        let stem = fold(stem);
        let stem = stem.trim_matches(['\'', '"', ' ']);
        if !stem.is_empty() {
            out.push(format!("{}:{stem}", language.tag));
        }
    };
    match language.stemming {
        Stemming::Endings(algorithm) => {
            let lower = lower(word, language.tag);
            push(&Stemmer::new(algorithm).stem(&lower));
        }
        Stemming::Indonesian => {
            let lower = lower(word, language.tag);
            push(&Stemmer::new(Algorithm::Indonesian).stem(&lower));
        }
        Stemming::Arabic => {
            let bare: String = word.nfc().filter(|c| !is_harakat(*c)).collect();
            push(&Stemmer::new(Algorithm::Arabic).stem(without_article(&bare)));
        }
        Stemming::Hebrew => {
            let folded = fold(word);
            push(&folded);
            if let Some(rest) = without_hebrew_prefix(&folded) {
                push(rest);
            }
        }
        Stemming::AsWritten => {
            let lower = lower(word, language.tag);
            out.push(format!("{}:{lower}", language.tag));
        }
        Stemming::Unknown => push(word),
    }
}

/// `word` has letters or marks that a stem of [`Stemming::AsWritten`] needs.
pub(super) fn is_typed_with_marks(word: &str) -> bool {
    !word.is_ascii()
}

/// Lower case and composed, as Snowball wants it. Turkish has an `I` of its own.
fn lower(word: &str, tag: &str) -> String {
    let turkish = tag == "tr";
    let lowered = |c: char| match c {
        'I' if turkish => 'ı',
        'İ' if turkish => 'i',
        _ => c,
    };
    if word.is_ascii() {
        return word
            .chars()
            .map(|c| lowered(c).to_ascii_lowercase())
            .collect();
    }
    let plain: String = word
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '\'' | '\u{2019}' | '\u{2BC}' | '\u{200C}' | '\u{200D}' | '\u{AD}'
            )
        })
        .map(lowered)
        .flat_map(char::to_lowercase)
        .collect();
    match is_nfc_quick(plain.chars()) {
        IsNormalized::Yes => plain,
        _ => plain.nfc().collect(),
    }
}

/// Every three letters of a folded word, in alphabets whose stems leave much apart: in
/// Arabic, what is written onto a word at both ends stays in part, and verbs and the nouns
/// made of them keep letters in a row (يستخدمون, استخدام).
pub(super) fn word_grams(folded: &str, alphabet: Alphabet) -> Vec<String> {
    const LETTERS: usize = 3;
    if alphabet != Alphabet::Arabic {
        return Vec::new();
    }
    let letters: Vec<char> = folded.chars().collect();
    match letters.len() {
        0..=LETTERS => vec![folded.to_owned()],
        _ => letters
            .windows(LETTERS)
            .map(|gram| gram.iter().collect())
            .collect(),
    }
}

fn is_harakat(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}')
}

/// The conjunctions و and ف, the prepositions ب ك ل and the article ال come off
/// as long as three letters stay.
fn without_article(word: &str) -> &str {
    const PREFIXES: [&str; 8] = ["وال", "فال", "بال", "كال", "ولل", "ال", "لل", "و"];
    PREFIXES
        .iter()
        .filter_map(|prefix| word.strip_prefix(prefix))
        .find(|rest| rest.chars().count() >= 3)
        .unwrap_or(word)
}

/// ו ה ב ל כ מ ש stand before a word as "and", "the", "in", "to" …
fn without_hebrew_prefix(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['ו', 'ה', 'ב', 'ל', 'כ', 'מ', 'ש'])?;
    (rest.chars().count() >= 3).then_some(rest)
}

/// `word` without the particle at its end, when what is left is two syllables
/// or more.
pub(super) fn korean_stem(word: &str) -> &str {
    // Longer ones first: 에서는 before 는.
    const PARTICLES: [&str; 40] = [
        "으로부터",
        "에게서는",
        "에서의",
        "에서는",
        "에서도",
        "으로는",
        "으로써",
        "으로서",
        "이라고",
        "이라는",
        "로부터",
        "에게서",
        "에게는",
        "까지의",
        "까지는",
        "부터는",
        "라고",
        "라는",
        "이나",
        "에서",
        "에게",
        "으로",
        "까지",
        "부터",
        "보다",
        "처럼",
        "이며",
        "이다",
        "에는",
        "과의",
        "와의",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "도",
    ];
    const SHORT: [&str; 3] = ["로", "과", "와"];
    PARTICLES
        .iter()
        .chain(&SHORT)
        .filter_map(|particle| word.strip_suffix(particle))
        .find(|rest| rest.chars().count() >= 2)
        .unwrap_or(word)
}
