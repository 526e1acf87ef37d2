//! How a word sounds, in few letters, so that the same name meets itself in another
//! script: Путин and Putin, Ердоган and Erdogan.
//!
//! Words come folded (`crate::text::fold`).

use any_ascii::any_ascii_char;

/// Spellings of one sound, in the order that they are looked for. Capitals are sounds
/// that have no letter of their own: S as in she, C as in church, J as in judge or
/// measure. G and H are one, since Ukrainian and Russian part them differently.
const SPELLINGS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("szcz", "S"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "S"),
    ("chzh", "J"),
    ("dzh", "J"),
    ("dj", "J"),
    ("cz", "C"),
    ("sz", "S"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "J"),
    ("j", "J"),
    ("ph", "f"),
    ("ck", "k"),
    ("kh", "h"),
    ("gh", "h"),
    ("g", "h"),
    ("x", "ks"),
    ("qu", "kv"),
    ("q", "k"),
    ("wh", "v"),
    ("w", "v"),
    ("th", "t"),
    ("tz", "ts"),
    ("tsz", "ts"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ea", "e"),
    ("ie", "e"),
    ("ye", "e"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("yo", "e"),
    ("y", "i"),
    ("ai", "e"),
    ("ei", "e"),
];

/// Case endings of Slavic names as [`key`] writes them, the longest first.
const ENDINGS: &[&str] = &[
    "oho", "eho", "oiu", "omu", "emu", "omi", "imi", "ami", "ovi", "evi", "oi", "om", "em", "im",
    "am", "ah", "u", "a", "e", "o", "i",
];
/// Letters that a stem keeps at least.
const SHORTEST_STEM: usize = 3;
/// Sounds of a key in which two may differ.
const LONG_KEY: usize = 8;

/// How a folded word sounds.
pub(super) fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut letters = word.chars();
    if word.starts_with('у') && letters.clone().nth(1).is_some_and(is_cyrillic_vowel) {
        // Уилер, Уотсон: an English w.
        key.push('w');
        letters.next();
    }
    key.extend(letters.map(romanised));
    key.retain(|c| c.is_ascii_alphabetic());
    key.make_ascii_lowercase();
    for (spelt, sound) in SPELLINGS {
        if key.contains(spelt) {
            key = key.replace(spelt, sound);
        }
    }
    let mut sounds = String::with_capacity(key.len());
    let mut letters = key.chars().peekable();
    while let Some(letter) = letters.next() {
        let before = sounds.chars().next_back();
        let mute = letter == 'h'
            && before.is_some_and(is_vowel)
            && letters.peek().is_some_and(|next| !is_vowel(*next));
        if before != Some(letter) && !mute {
            sounds.push(letter);
        }
    }
    sounds
}

/// A key without a case ending.
pub(super) fn stem(key: &str) -> &str {
    stem_from(key, SHORTEST_STEM)
}

/// [`stem`], of so many letters at least.
pub(super) fn stem_from(key: &str, shortest: usize) -> &str {
    let short = |ending: &&str| {
        let stem = key.strip_suffix(*ending)?;
        (stem.len() >= shortest).then_some(stem)
    };
    ENDINGS.iter().find_map(short).unwrap_or(key)
}

/// The consonants of a key, those that scripts confuse taken as one. What begins with a
/// vowel keeps that it does.
pub(super) fn skeleton(key: &str) -> String {
    let sound = |(place, letter): (usize, char)| match letter {
        'a' | 'e' | 'i' | 'o' | 'u' if place == 0 => Some('a'),
        'a' | 'e' | 'i' | 'o' | 'u' | 'h' => None,
        'C' | 'S' | 'J' | 'z' => Some('s'),
        letter => Some(letter),
    };
    key.chars().enumerate().filter_map(sound).collect()
}

/// Whether keys with the same skeleton differ in one sound, or in two of a long name.
pub(super) fn are_close(one: &str, other: &str) -> bool {
    let allowed = if one.len().min(other.len()) >= LONG_KEY {
        2
    } else {
        1
    };
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    distance(&one, &other) <= allowed
}

/// Levenshtein's distance.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in one.iter().enumerate() {
        let mut diagonal = number;
        let mut left = number + 1;
        for (cell, against) in row.iter_mut().skip(1).zip(other) {
            let changed = diagonal + usize::from(letter != against);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = number + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// What Arabic and Hebrew write of a word: no vowels, and one letter for sounds that
/// they do not part.
pub(super) fn consonants(key: &str) -> String {
    let mut consonants = String::new();
    for letter in key.chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'v' => continue,
            'p' => 'b',
            'C' | 'S' | 'J' | 'z' => 's',
            'k' | 'h' => 'h',
            letter => letter,
        };
        if !consonants.ends_with(sound) {
            consonants.push(sound);
        }
    }
    consonants
}

/// What Korean keeps of a foreign word: its consonants, those that Hangul does not part
/// taken as one. Vowels come between any two of them.
pub(super) fn in_hangul(latin: &str) -> String {
    let mut heard = String::new();
    for letter in key(latin).chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'h' => continue,
            'b' | 'f' | 'v' => 'p',
            'd' => 't',
            'l' => 'r',
            'C' | 'J' | 'z' => 'J',
            letter => letter,
        };
        if !heard.ends_with(sound) {
            heard.push(sound);
        }
    }
    heard
}

/// Spellings of Korean sounds in Latin letters, as [`SPELLINGS`]. The round vowels are
/// one: 석 is seok or suk, 정 jeong or jung.
const KOREAN: &[(&str, &str)] = &[
    ("ae", "e"),
    ("ai", "e"),
    ("oi", "e"),
    ("oe", "e"),
    ("eo", "u"),
    ("eu", "u"),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("wo", "u"),
    ("wu", "u"),
    ("o", "u"),
    ("ch", "j"),
    ("sh", "s"),
    ("g", "k"),
    ("q", "k"),
    ("d", "t"),
    ("b", "p"),
    ("l", "r"),
    ("w", "v"),
];

/// A Korean name in Latin letters, however it is spelt.
pub(super) fn korean(latin: &str) -> String {
    let mut sounds = latin.to_owned();
    for (spelt, sound) in KOREAN {
        sounds = sounds.replace(spelt, sound);
    }
    let mut heard = String::with_capacity(sounds.len());
    let mut letters = sounds.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        // Ahn, Park, Lee: written for English ears, or not heard at the beginning.
        let mute = (matches!(letter, 'h' | 'r') && next.is_some_and(|next| !is_vowel(next)))
            || (letter == 'r' && heard.is_empty() && next == Some('i'));
        if !mute && !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    heard
}

/// Plain Latin letters of a word in any script; Han as Mandarin reads it.
pub(super) fn latin(word: &str) -> String {
    let mut latin: String = word.chars().map(any_ascii_char).collect();
    latin.retain(|c| c.is_ascii_alphabetic());
    latin.make_ascii_lowercase();
    latin
}

fn is_cyrillic_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'і' | 'о' | 'э' | 'є' | 'ы')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Cyrillic as English newspapers write it; other scripts as `any_ascii` does.
fn romanised(c: char) -> &'static str {
    match c {
        'г' | 'ґ' | 'ғ' => "g",
        'е' | 'ё' | 'є' | 'э' => "e",
        'ж' => "zh",
        'и' | 'і' | 'ї' | 'й' | 'ы' => "i",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "u",
        'я' => "a",
        c => any_ascii_char(c),
    }
}

/// How a script writes words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    Latin,
    /// With vowels.
    Alphabet,
    /// Consonants above all: Arabic, Hebrew.
    Consonants,
    Hangul,
    Han,
    Other,
}

pub(super) fn writing(word: &str) -> Writing {
    match crate::text::script_of(word) {
        "Latn" => Writing::Latin,
        "Cyrl" | "Grek" | "Geor" | "Armn" => Writing::Alphabet,
        "Arab" | "Hebr" => Writing::Consonants,
        "Hang" => Writing::Hangul,
        "Hani" => Writing::Han,
        _ => Writing::Other,
    }
}

/// Whether keys of a word's form say how it sounds.
pub(super) fn is_alphabetic(word: &str) -> bool {
    writing(word) == Writing::Alphabet
}
