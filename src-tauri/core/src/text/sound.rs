//! How a name sounds, roughly: one rule for names that may be of the same person or place
//! though they are spelt in another way, in another order or in another script.
//!
//! A name is cut down to classes of consonants (`Jong`, `Chong`, `Чен` and `정` are all
//! `SN`). Scripts that don't write sounds, such as Han, give nothing but their pinyin.

use super::{fold, is_word_char, middle_names, pinyin};

/// Rises when the rule changes: keys that were kept are then made anew.
pub const SOUND_RULE: u32 = 2;

/// Classes that a name needs before its sound says anything.
const TELLING: usize = 4;
/// For one word alone.
const TELLING_WORD: usize = 5;
/// Words of one name that are looked at.
const MOST_WORDS: usize = 8;

/// The keys by which a name meets names that may be the same: its words whatever their
/// order (`w:`), its first and last (`m:`), what it is in pinyin (`h:`), and its sound, in
/// order (`s:`) and whatever the order (`o:`).
pub fn sound_keys(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !is_word_char(c))
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .collect();
    let mut keys = Vec::new();
    let mut sorted = words.clone();
    sorted.sort_unstable();
    if !sorted.is_empty() {
        keys.push(format!("w:{}", sorted.join(" ")));
    }
    keys.extend(middle_names::key(&folded).map(|key| format!("m:{key}")));
    keys.extend(pinyin::keys(&folded).iter().map(|key| format!("h:{key}")));
    let sounds: Vec<String> = words.iter().map(|word| sound(word)).collect();
    if sounds.iter().any(String::is_empty) {
        return keys;
    }
    let whole: String = sounds.concat();
    let many = words.len() > 1 || words.iter().any(|word| word.chars().any(is_hangul));
    let needed = if many { TELLING } else { TELLING_WORD };
    if whole.chars().count() >= needed {
        keys.push(format!("s:{whole}"));
        if words.len() > 1 {
            let mut sorted = sounds;
            sorted.sort_unstable();
            keys.push(format!("o:{}", sorted.join(" ")));
        }
    }
    keys
}

/// Letters that are one sound together, the longest first.
const TOGETHER: &[(&str, &str)] = &[
    ("tsch", "S"),
    ("shch", "S"),
    ("sch", "S"),
    ("tch", "S"),
    ("dzh", "S"),
    ("ch", "S"),
    ("sh", "S"),
    ("zh", "S"),
    ("ts", "S"),
    ("tz", "S"),
    ("dz", "S"),
    ("dj", "S"),
    ("cz", "S"),
    ("sz", "S"),
    ("kh", ""),
    ("gh", "K"),
    ("ph", "F"),
    ("th", "T"),
    ("ng", "N"),
    ("ck", "K"),
    ("ks", "KS"),
];

/// The classes of a folded word's consonants. Empty where the script says nothing of
/// sounds, or there are none.
fn sound(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    let mut before = "";
    while let Some(c) = rest.chars().next() {
        let together = TOGETHER
            .iter()
            .find(|(letters, _)| rest.starts_with(letters));
        let (class, taken) = match together {
            Some((letters, class)) => (*class, letters.len()),
            None => {
                let after = rest[c.len_utf8()..].chars().next();
                if is_hangul(c) {
                    push_hangul(&mut out, c);
                    ("", c.len_utf8())
                } else {
                    (class_of(c, after), c.len_utf8())
                }
            }
        };
        // A doubled letter is one sound.
        if class != before {
            out.push_str(class);
        }
        before = class;
        rest = &rest[taken..];
    }
    out
}

fn class_of(c: char, after: Option<char>) -> &'static str {
    match c {
        'c' if matches!(after, Some('e' | 'i' | 'y')) => "S",
        'j' if after.is_none_or(|next| !"aeiou".contains(next)) => "",
        'x' | 'ξ' => "KS",
        'ψ' => "PS",
        'b' | 'p' | 'б' | 'п' | 'π' | 'ب' | 'پ' | 'ば' | 'ぱ' => "P",
        'f' | 'v' | 'w' | 'в' | 'ф' | 'ў' | 'β' | 'φ' | 'ف' => "F",
        'd' | 't' | 'д' | 'т' | 'δ' | 'θ' | 'τ' | 'ت' | 'ط' | 'د' | 'ذ' | 'ض' | 'ث' => {
            "T"
        }
        'c' | 'g' | 'k' | 'q' | 'г' | 'ґ' | 'к' | 'γ' | 'κ' | 'ق' | 'ك' | 'ک' | 'گ' | 'غ' => {
            "K"
        }
        'j' | 's' | 'z' | 'ж' | 'з' | 'с' | 'ц' | 'ч' | 'ш' | 'щ' | 'ђ' | 'ћ' | 'џ' | 'ζ' | 'σ'
        | 'ς' | 'ج' | 'چ' | 'ز' | 'س' | 'ش' | 'ص' | 'ظ' => "S",
        'm' | 'м' | 'μ' | 'م' => "M",
        'n' | 'н' | 'њ' | 'ν' | 'ن' => "N",
        'l' | 'r' | 'л' | 'р' | 'љ' | 'λ' | 'ρ' | 'ل' | 'ر' => "L",
        _ => "",
    }
}

fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// The sounds of a syllable: where it stands in the block says which letters it is made of
/// (The Unicode Standard, 3.12).
fn push_hangul(out: &mut String, syllable: char) {
    const FIRST: [&str; 19] = [
        "K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "S", "S", "S", "K", "T", "P", "",
    ];
    const LAST: [&str; 28] = [
        "", "K", "K", "K", "N", "N", "N", "T", "L", "L", "L", "L", "L", "L", "L", "L", "M", "P",
        "P", "T", "T", "N", "T", "T", "K", "T", "P", "T",
    ];
    let at = (syllable as usize).saturating_sub(0xAC00);
    out.push_str(FIRST.get(at / 588).copied().unwrap_or_default());
    out.push_str(LAST.get(at % 28).copied().unwrap_or_default());
}
