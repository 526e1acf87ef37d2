//! Greek, Georgian and Armenian, and the Arabic article.

use super::{Paradigm, cut, ends, is_arabic};

/// Whether words with this last letter take endings.
pub(super) fn inflects(c: char) -> bool {
    is_greek(c) || is_georgian(c) || is_armenian(c)
}

pub(super) fn paradigms(word: &[char], last: char) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    if is_greek(last) {
        greek(word)
    } else if is_georgian(last) {
        georgian(word)
    } else if is_armenian(last) {
        (
            Paradigm::Endings(&["ի", "ը", "ն", "ին", "ում", "ից", "ով", "իս", "ու", "այի"]),
            Vec::new(),
        )
    } else if is_arabic(last) {
        (Paradigm::Fixed, without_article(word))
    } else {
        (Paradigm::Fixed, Vec::new())
    }
}

/// Ρωσία: Ρωσίας. Κόσμος: Κόσμου. ς is σ.
fn greek(word: &[char]) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    if ends(word, "οσ") {
        let case = cut(word, 2, Paradigm::Endings(&["ου", "ο", "ε"]));
        return (Paradigm::Fixed, case.into_iter().collect());
    }
    if ends(word, "ασ") || ends(word, "ησ") {
        return (
            Paradigm::Fixed,
            cut(word, 1, Paradigm::Endings(&[""])).into_iter().collect(),
        );
    }
    if ends(word, "εσ") {
        return (
            Paradigm::Fixed,
            cut(word, 2, Paradigm::Endings(&["ων"]))
                .into_iter()
                .collect(),
        );
    }
    match word.last() {
        Some('α' | 'η') => (Paradigm::Endings(&["σ"]), Vec::new()),
        Some('ο') => (
            Paradigm::Fixed,
            cut(word, 1, Paradigm::Endings(&["ου"]))
                .into_iter()
                .collect(),
        ),
        _ => (Paradigm::Fixed, Vec::new()),
    }
}

/// რუსეთი: რუსეთის, რუსეთში, რუსეთმა.
fn georgian(word: &[char]) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    const AFTER_CONSONANT: Paradigm =
        Paradigm::Endings(&["ის", "მა", "ს", "ში", "ით", "თან", "ზე", "იდან", "ო", "ად"]);
    const AFTER_VOWEL: Paradigm =
        Paradigm::Endings(&["ს", "მ", "ში", "თი", "სთან", "ზე", "დან", "ის", "სა"]);
    match word.last() {
        Some('ი') => (
            Paradigm::Fixed,
            cut(word, 1, AFTER_CONSONANT).into_iter().collect(),
        ),
        _ => (AFTER_VOWEL, Vec::new()),
    }
}

/// الولايات, as it is left after للـ.
fn without_article(word: &[char]) -> Vec<(Vec<char>, Paradigm)> {
    match word {
        ['ا', 'ل', rest @ ..] if rest.len() >= 2 => vec![(rest.to_vec(), Paradigm::AfterArticle)],
        _ => Vec::new(),
    }
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}')
}

fn is_georgian(c: char) -> bool {
    matches!(c, '\u{10D0}'..='\u{10FF}')
}

fn is_armenian(c: char) -> bool {
    matches!(c, '\u{561}'..='\u{587}')
}
