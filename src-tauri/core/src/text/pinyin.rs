//! Chinese names in Han characters and in Latin letters: 赵乐际 is Zhao Leji.

use any_ascii::any_ascii_char;

use super::is_word_char;

/// Characters, and syllables, of a name.
const SHORTEST: usize = 2;
const LONGEST: usize = 4;
/// Letters that two syllables have at least, and four at most.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;

/// Surnames that are said otherwise than the character is elsewhere.
const SURNAMES: &[(char, &str)] = &[
    ('曾', "zeng"),
    ('单', "shan"),
    ('單', "shan"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('查', "zha"),
    ('翟', "zhai"),
    ('区', "ou"),
    ('區', "ou"),
    ('覃', "qin"),
    ('朴', "piao"),
    ('盖', "gai"),
    ('长', "chang"),
];

/// The keys of a folded name by its letters in pinyin, in the order of the characters. A name
/// of two words in Latin letters may have its surname last.
pub(super) fn keys(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded
        .split(|c: char| !is_word_char(c))
        .filter(|word| !word.is_empty())
        .take(LONGEST + 1)
        .collect();
    let letters: usize = words.iter().map(|word| word.len()).sum();
    if words.len() == 1 && words.iter().all(|word| word.chars().all(is_han)) {
        return words.iter().filter_map(|word| said(word)).collect();
    }
    if !LETTERS.contains(&letters) || !words.iter().all(|word| is_pinyin(word)) {
        return Vec::new();
    }
    let mut keys = vec![words.concat()];
    if let [first, last] = words.as_slice()
        && first != last
    {
        keys.push(format!("{last}{first}"));
    }
    keys
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn said(word: &str) -> Option<String> {
    if !(SHORTEST..=LONGEST).contains(&word.chars().count()) {
        return None;
    }
    let mut letters = String::new();
    for (at, c) in word.chars().enumerate() {
        let surname = SURNAMES.iter().find(|(name, _)| at == 0 && *name == c);
        letters.push_str(surname.map_or_else(|| any_ascii_char(c), |(_, said)| said));
    }
    letters.make_ascii_lowercase();
    Some(letters)
}

/// What syllables begin and end with, the longest first; ISO 7098.
const ONSETS: &[&str] = &[
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w", "",
];
const RHYMES: &[&str] = &[
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an",
    "ao", "ei", "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e",
    "i", "o", "u",
];

/// Whether a word can be cut into syllables of Mandarin.
fn is_pinyin(word: &str) -> bool {
    // Bit n: the first n letters can be cut.
    let mut cut = 1_u32;
    for from in 0..word.len().min(*LETTERS.end()) {
        let Some(rest) = word.get(from..).filter(|_| cut >> from & 1 == 1) else {
            continue;
        };
        for onset in ONSETS {
            let Some(behind) = rest.strip_prefix(onset) else {
                continue;
            };
            for rhyme in RHYMES.iter().filter(|rhyme| behind.starts_with(*rhyme)) {
                cut |= 1 << (from + onset.len() + rhyme.len());
            }
        }
    }
    word.len() <= *LETTERS.end() && cut >> word.len() & 1 == 1
}
