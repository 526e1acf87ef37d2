//! Foreign names as Mandarin writes them: syllable by syllable, a vowel behind most
//! consonants. 索尔海姆 is Solheim, 沙克尔顿 is Shackleton. What both keep is the order of
//! their consonants, in one letter for those that Mandarin does not part.
//!
//! Where a syllable or a Latin spelling stands for several sounds, a word has several keys.

use any_ascii::any_ascii_char;

/// Keys of a word at most; where there would be more, the likelier sounds are taken.
const MOST_KEYS: usize = 8;
/// Characters of one word of a foreign name at most. A longer run is a part of a sentence.
const LONGEST: usize = 8;

/// What a part of a word may be heard as; empty for what leaves no consonant.
type Sounds = &'static [&'static str];

/// What a word in Han characters is heard as, in Mandarin.
pub(super) fn heard(word: &str) -> Vec<String> {
    if word.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let mut keys = Keys::new();
    for c in word.chars() {
        let syllable = any_ascii_char(c).to_ascii_lowercase();
        keys.add(onset(&syllable));
        if syllable.ends_with('n') || syllable.ends_with("ng") {
            keys.add(&["n"]);
        }
    }
    keys.telling()
}

/// What stands behind a name: sir, Mr, Ms, doctor, professor, president, minister, general.
const TITLES: &[&str] = &[
    "爵士", "先生", "女士", "博士", "教授", "总统", "总理", "主席", "部长", "首相", "将军",
];

/// A folded word without the title behind it.
pub(super) fn without_title(word: &str) -> &str {
    let bare = TITLES.iter().find_map(|title| word.strip_suffix(title));
    bare.filter(|bare| !bare.is_empty()).unwrap_or(word)
}

/// What begins a syllable in pinyin.
fn onset(syllable: &str) -> Sounds {
    let mut letters = syllable.bytes();
    let (first, second) = (letters.next(), letters.next());
    match first {
        // 尔.
        Some(b'e') if syllable == "er" => &["l"],
        Some(b'b' | b'p') => &["p"],
        Some(b'd' | b't') => &["t"],
        Some(b'g' | b'k') => &["k"],
        Some(b'f') => &["f"],
        Some(b'l') => &["l"],
        Some(b'm') => &["m"],
        Some(b'n') => &["n"],
        Some(b's' | b'z' | b'c' | b'q') => &["s"],
        // 基辛格, 吉姆; 希拉里, 西蒙; 瑞安, 让.
        Some(b'j') => &["s", "k"],
        Some(b'x') => &["s", ""],
        Some(b'r') => &["l", "s"],
        // 乌 is a vowel; 华特, 惠特曼.
        Some(b'w') if syllable != "wu" => &["f"],
        Some(b'h') if second == Some(b'u') && syllable.len() > 2 => &["", "f"],
        _ => &[""],
    }
}

/// As what a word in Latin letters, folded, is heard by who writes it in Mandarin.
pub(super) fn written(latin: &str) -> Vec<String> {
    let mut keys = Keys::new();
    let mut rest = latin;
    while let Some(first) = rest.chars().next() {
        let found = SPELLINGS.iter().find(|(spelt, behind, _)| {
            rest.strip_prefix(spelt)
                .is_some_and(|after| behind.fits(after))
        });
        let (length, sounds) = match found {
            Some((spelt, _, sounds)) => (spelt.len(), *sounds),
            None => (first.len_utf8(), &[""][..]),
        };
        keys.add(sounds);
        rest = rest.get(length..).unwrap_or_default();
    }
    keys.telling()
}

/// What stands behind a spelling.
#[derive(Clone, Copy)]
enum Behind {
    Any,
    Vowel,
    Front,
    Lips,
    /// A consonant, or the word's end.
    NoVowel,
}

impl Behind {
    fn fits(self, after: &str) -> bool {
        let next = after.bytes().next();
        match self {
            Self::Any => true,
            Self::Vowel => matches!(next, Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y')),
            Self::NoVowel => !Self::Vowel.fits(after),
            Self::Front => matches!(next, Some(b'e' | b'i' | b'y')),
            Self::Lips => matches!(next, Some(b'b' | b'p')),
        }
    }
}

/// Spellings, what stands behind them, and what they are heard as, in the order that they are
/// looked for. Vowels and `h` leave nothing.
const SPELLINGS: &[(&str, Behind, Sounds)] = &[
    ("tsch", Behind::Any, &["s"]),
    ("sch", Behind::Any, &["s"]),
    ("tch", Behind::Any, &["s"]),
    ("sh", Behind::Any, &["s"]),
    ("ch", Behind::Any, &["s", "k"]),
    ("ck", Behind::Any, &["k"]),
    ("ph", Behind::Any, &["f"]),
    // Smith, Thomas.
    ("th", Behind::Any, &["s", "t"]),
    ("kh", Behind::Any, &["", "k"]),
    ("gh", Behind::Any, &["", "k"]),
    ("zh", Behind::Any, &["s"]),
    ("cz", Behind::Any, &["s"]),
    ("ts", Behind::Any, &["s"]),
    ("tz", Behind::Any, &["s"]),
    ("dz", Behind::Any, &["s"]),
    ("dj", Behind::Any, &["s"]),
    ("ng", Behind::NoVowel, &["n"]),
    ("x", Behind::Any, &["ks", "s"]),
    ("q", Behind::Any, &["k"]),
    ("c", Behind::Front, &["s"]),
    ("c", Behind::Any, &["k"]),
    ("k", Behind::Any, &["k"]),
    ("g", Behind::Front, &["k", "s"]),
    ("g", Behind::Any, &["k"]),
    // George, José.
    ("j", Behind::Any, &["s", ""]),
    ("s", Behind::Any, &["s"]),
    ("z", Behind::Any, &["s"]),
    ("b", Behind::Any, &["p"]),
    ("p", Behind::Any, &["p"]),
    ("d", Behind::Any, &["t"]),
    ("t", Behind::Any, &["t"]),
    ("f", Behind::Any, &["f"]),
    ("v", Behind::Any, &["f"]),
    ("w", Behind::Vowel, &["f"]),
    ("l", Behind::Any, &["l"]),
    ("r", Behind::Vowel, &["l"]),
    // Burgoyne, Wolmar.
    ("r", Behind::Any, &["", "l"]),
    // Campbell.
    ("m", Behind::Lips, &["n", "m"]),
    ("m", Behind::Any, &["m"]),
    ("n", Behind::Any, &["n"]),
];

/// A word's keys while its sounds are read.
struct Keys(Vec<String>);

impl Keys {
    fn new() -> Self {
        Self(vec![String::new()])
    }

    fn add(&mut self, sounds: Sounds) {
        let many = self.0.len() * sounds.len() > MOST_KEYS;
        let taken = if many { 1 } else { sounds.len() };
        let before = std::mem::take(&mut self.0);
        for key in &before {
            for sound in sounds.iter().take(taken) {
                let mut key = key.clone();
                for letter in sound.chars().filter(|_| !sound.is_empty()) {
                    // Anna, 安妮: one consonant, whether written twice or parted.
                    if !key.ends_with(letter) {
                        key.push(letter);
                    }
                }
                if !self.0.contains(&key) {
                    self.0.push(key);
                }
            }
        }
    }

    /// Those that say something: one consonant is that of many.
    fn telling(mut self) -> Vec<String> {
        self.0.retain(|key| key.len() > 1);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_name_is_heard_as_it_is_written() {
        for (latin, han) in [
            ("solheim", "索尔海姆"),
            ("shackleton", "沙克爾頓"),
            ("burgoyne", "伯戈因"),
            ("wolmar", "沃尔马尔"),
            ("mcneilly", "麦克尼利"),
            ("kissinger", "基辛格"),
            ("campbell", "坎贝尔"),
            ("smith", "史密斯"),
            ("gutierrez", "古铁雷斯"),
            ("zelensky", "泽连斯基"),
            ("hitler", "希特勒"),
        ] {
            let written = written(latin);
            let heard = heard(han);
            let shared = written.iter().any(|key| heard.contains(key));
            assert!(shared, "{latin} {written:?}, {han} {heard:?}");
        }
    }

    #[test]
    fn another_name_is_not() {
        for (latin, han) in [
            ("solheim", "沙克尔顿"),
            ("burgoyne", "伯恩斯"),
            ("smith", "施密特尔"),
            ("wolmar", "沃森"),
            ("merkel", "马克龙"),
        ] {
            let written = written(latin);
            let heard = heard(han);
            let shared = written.iter().any(|key| heard.contains(key));
            assert!(!shared, "{latin} {written:?}, {han} {heard:?}");
        }
    }
}
