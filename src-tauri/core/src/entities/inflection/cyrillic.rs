//! Russian, Ukrainian, Belarusian, Bulgarian, Macedonian and Serbian: nouns and the
//! adjectives beside them, each in its own cases.
//!
//! Folded: й is и, ё is е, ї is і. A woman's form of a surname is no case of the man's:
//! Зеленская is not Зеленский.

use super::{Paradigm, cut, ends};

/// Путин: Путина, Путину, Путиным, Путине; Путінові; Берлином.
const NOUN: Paradigm = Paradigm::Endings(&[
    "а", "у", "ом", "ем", "ым", "им", "е", "і", "ові", "еві", "єві",
]);
/// Москва: Москвы, Москве, Москву, Москвой; Моріс, Морісою. Женские фамилии: Аной Моревой.
const IN_A: Paradigm = Paradigm::Endings(&["ы", "и", "е", "у", "ои", "ою", "ом", "і", "ею", "еи"]);
/// Россия: России, Россию, Россией; Росія: Росії, Росією.
const IN_YA: Paradigm = Paradigm::Endings(&["и", "е", "ю", "еи", "ею", "і", "єю", "ьою"]);
/// Кремль: Кремля, Кремлю, Кремлём, Кремле; Сибирь: Сибири, Сибирью.
const SOFT: Paradigm =
    Paradigm::Endings(&["я", "ю", "ем", "е", "и", "ью", "і", "еві", "єві", "єм"]);
/// Китай: Китая, Китаю, Китаем, Китае.
const IN_SHORT_I: Paradigm = Paradigm::Endings(&["я", "ю", "ем", "е", "и", "єм", "єві", "і"]);
/// Дмитрий: Дмитрия; Зеленский: Зеленского. Both end in ий.
const IN_IY: Paradigm = Paradigm::Endings(&[
    "ия", "ию", "ием", "ии", "ого", "его", "ому", "ему", "им", "ым", "ом", "ем", "ього", "ьому",
    "ія", "ію", "ієм", "ієві",
]);
/// Народный: народного; Толстой: Толстого.
const ADJECTIVE: Paradigm =
    Paradigm::Endings(&["ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "і"]);
/// Северная: Северной, Северную; Північна: Північної.
const SHE: Paradigm = Paradigm::Endings(&["ои", "ую", "ою", "еи", "юю", "ею"]);
const SHE_SHORT: Paradigm =
    Paradigm::Endings(&["оі", "іи", "у", "ою", "ои", "ы", "е", "и", "ом", "і"]);
/// Чёрное: Чёрного, Чёрным; Ближнее: Ближнего.
const IT: Paradigm = Paradigm::Endings(&["ого", "ому", "ым", "им", "ом", "его", "ему", "ем"]);
/// Соединённые: Соединённых.
const THEY: Paradigm = Paradigm::Endings(&["ых", "их", "ым", "им", "ыми", "ими"]);
/// Штаты: Штатов, Штатам; Афины: Афин.
const PLURAL: Paradigm =
    Paradigm::Endings(&["ов", "ев", "ам", "ями", "ями", "ами", "ах", "ів", ""]);
/// Косово: Косова, Косову, Косовом; Лукашенко: Лукашенка.
const IN_O: Paradigm = Paradigm::Endings(&["а", "у", "ом", "е", "ові", "і"]);
/// Приднестровье: Приднестровья; Содружество.
const IN_E: Paradigm = Paradigm::Endings(&["я", "ю", "ем", "и", "а", "у", "ом", "і"]);
/// День: дня; Череповец: Череповца.
const DROPS_VOWEL: Paradigm =
    Paradigm::Endings(&["а", "у", "ом", "ем", "е", "і", "я", "ю", "и", "ові", "еві"]);
/// Америка: в Америці; Прага: у Празі.
const LOCATIVE: Paradigm = Paradigm::Endings(&["і", "и"]);
/// Київ: Києва; Львів: Львова.
const FROM_IV: Paradigm = Paradigm::Endings(&["а", "у", "ом", "ем", "і"]);

pub(super) fn paradigms(word: &[char], last: char) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    let mut shorter = Vec::new();
    let short_i = matches!(last, 'й' | 'Й');
    let Some(end) = word.last() else {
        return (Paradigm::Fixed, shorter);
    };
    match end {
        'и' if short_i => {
            if ends(word, "ии") {
                shorter.extend(cut(word, 2, IN_IY));
            } else if ends(word, "ыи") || ends(word, "ои") {
                shorter.extend(cut(word, 2, ADJECTIVE));
            }
            if !ends(word, "ии") && !ends(word, "ыи") {
                shorter.extend(cut(word, 1, IN_SHORT_I));
            }
        }
        'а' => {
            shorter.extend(cut(
                word,
                1,
                if is_short_adjective(word) {
                    SHE_SHORT
                } else {
                    IN_A
                },
            ));
            shorter.extend(softened(word));
        }
        'я' if ends(word, "ая") || ends(word, "яя") => shorter.extend(cut(word, 2, SHE)),
        'я' => shorter.extend(cut(word, 1, IN_YA)),
        'ь' => {
            shorter.extend(cut(word, 1, SOFT));
            shorter.extend(without_vowel(word, 1));
        }
        'е' if ends(word, "ое") || ends(word, "ее") => shorter.extend(cut(word, 2, IT)),
        'е' if ends(word, "ые") || ends(word, "ие") => {
            shorter.extend(cut(word, 2, THEY));
            shorter.extend(cut(word, 1, IN_E));
        }
        'е' | 'є' => {
            shorter.extend(cut(word, 1, IN_E));
            shorter.extend(cut(word, 1, IT));
        }
        'о' => shorter.extend(cut(word, 1, IN_O)),
        'ы' | 'и' => shorter.extend(cut(word, 1, PLURAL)),
        'і' => {
            shorter.extend(cut(word, 1, THEY));
            shorter.extend(cut(word, 1, PLURAL));
        }
        'у' | 'ю' | 'э' => {}
        _ => {
            shorter.extend(without_vowel(word, 0));
            if ends(word, "ів") {
                for vowel in ['о', 'є', 'е'] {
                    let stem = word[..word.len() - 2].iter().copied();
                    shorter.push((stem.chain([vowel, 'в']).collect(), FROM_IV));
                }
            }
            return (NOUN, shorter);
        }
    }
    (Paradigm::Fixed, shorter)
}

/// Ukrainian and Serbian adjectives: Північна, Јужна; and women's surnames: Морева.
fn is_short_adjective(word: &[char]) -> bool {
    [
        "на", "ська", "цька", "ска", "ова", "ева", "ина", "іна", "іна",
    ]
    .iter()
    .any(|end| ends(word, end))
}

/// Америка: Америці. Нога: нозі. Муха: мусі.
fn softened(word: &[char]) -> Option<(Vec<char>, Paradigm)> {
    let [.., consonant, _] = word else {
        return None;
    };
    let soft = match consonant {
        'к' => 'ц',
        'г' => 'з',
        'х' => 'с',
        _ => return None,
    };
    let stem = word[..word.len() - 2].iter().copied();
    Some((stem.chain([soft]).collect(), LOCATIVE))
}

/// A word whose last vowel falls out before endings, `dropped` letters following its last
/// consonant.
fn without_vowel(word: &[char], dropped: usize) -> Option<(Vec<char>, Paradigm)> {
    let word = &word[..word.len() - dropped];
    let fleeting = ["ен", "ец", "ок", "ек", "ел", "он", "єц"];
    if word.len() < 3 || !fleeting.iter().any(|end| ends(word, end)) {
        return None;
    }
    let stem = word[..word.len() - 2].iter();
    Some((stem.chain(word.last()).copied().collect(), DROPS_VOWEL))
}
