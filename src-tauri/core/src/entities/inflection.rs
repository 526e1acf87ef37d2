//! What may stand around a name and still be that name.
//!
//! Only endings and prefixes that are common in news text; the exact form always
//! wins where both fit.

/// Case endings of Russian, Ukrainian, Bulgarian and Serbian names.
const CYRILLIC_ENDINGS: &[&str] = &[
    "а", "я", "у", "ю", "ом", "ем", "ым", "им", "е", "и", "ы", "ой", "ей", "ою", "ею", "ого",
    "его", "ому", "ему", "ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях", "і", "ї", "ові", "еві",
    "єві", "єм",
];

/// Korean particles and forms of address that follow a name without a space.
const KOREAN_PARTICLES: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "에게",
    "에게서",
    "께",
    "께서",
    "과",
    "와",
    "도",
    "로",
    "으로",
    "만",
    "부터",
    "까지",
    "보다",
    "처럼",
    "이나",
    "나",
    "이며",
    "며",
    "이고",
    "이라고",
    "라고",
    "이라는",
    "라는",
    "씨",
    "측",
    "간",
    "발",
    "산",
    "식",
];

/// Arabic particles written together with the next word, folded.
const ARABIC_PREFIXES: &[&str] = &[
    "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "بال", "لل", "كال",
    "فال",
];

/// Letters of the longest of [`ARABIC_PREFIXES`].
pub(super) const LONGEST_PREFIX: usize = 3;

/// Letters of a Cyrillic name that give way to an ending: `Россия`, `Россию`.
const CYRILLIC_DROPPED: &[char] = &['а', 'я', 'й', 'ь', 'о', 'е', 'и'];

pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}')
}

/// Whether `rest`, the folded letters between a name's last letter and the end
/// of the word, can be an ending of it.
pub(super) fn is_ending(last: char, name_letters: usize, rest: &str) -> bool {
    if is_cyrillic(last) {
        return name_letters >= 4 && CYRILLIC_ENDINGS.contains(&rest);
    }
    if is_hangul(last) {
        // A full name of three syllables is told from longer words even before
        // a title written together with it (`김정은동지께서`).
        return name_letters >= 3 || KOREAN_PARTICLES.contains(&rest);
    }
    false
}

/// Whether `before`, the folded letters from a word's start to a name's first
/// letter, can stand before it.
pub(super) fn is_prefix(first: char, name_letters: usize, before: &str) -> bool {
    is_arabic(first) && name_letters >= 4 && ARABIC_PREFIXES.contains(&before)
}

/// The part of a folded name that its inflected forms share, when it is shorter.
pub(super) fn stem(folded: &str) -> Option<&str> {
    let last = folded.chars().next_back()?;
    let word = folded.rsplit(' ').next()?;
    let inflects = is_cyrillic(last) && CYRILLIC_DROPPED.contains(&last);
    (inflects && word.chars().count() >= 5).then(|| &folded[..folded.len() - last.len_utf8()])
}
