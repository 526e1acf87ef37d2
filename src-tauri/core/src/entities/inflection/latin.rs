//! Languages in Latin letters. Which endings are usual depends on the language, so none is
//! believed before the text has said which it is.

use super::{Paradigm, Speech, cut, ends, is_among};

/// Letters of the longest ending below.
pub(super) const LONGEST_ENDING: usize = 5;

/// How the part of a word ends to which endings are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stem {
    /// The whole word, and it ends in a consonant.
    Consonant,
    /// The whole word, and it ends in a vowel.
    Vowel,
    /// The word has lost a final a.
    LostA,
    /// … a final o.
    LostO,
    /// … a final e.
    LostE,
    /// … a final i or y.
    LostI,
    /// It ended in ka, ga or ha, and now in what those become.
    Softened,
    /// The ending -us, -is, -as of Lithuanian or -s of Latvian is gone.
    LostS,
    /// A German adjective has lost its ending: Auswärtig-es, Europäisch-e.
    Adjective,
    /// A vowel fell out before the last consonant: Łódzek, Łódzka.
    LostVowel,
}

impl Stem {
    pub fn allows(self, speech: Speech, ending: &[char]) -> bool {
        is_among(self.endings(speech), ending)
    }

    fn endings(self, speech: Speech) -> &'static [&'static str] {
        match (speech, self) {
            (Speech::Germanic, Self::Consonant | Self::Vowel) => &["s"],
            (Speech::Germanic, Self::Adjective) => &["e", "en", "es", "er", "em"],
            (Speech::Slavic, Self::Consonant | Self::LostVowel) => &[
                "a", "u", "owi", "ovi", "em", "om", "iem", "ie", "e", "ju", "ja", "jem",
            ],
            (Speech::Slavic, Self::LostA) => &[
                "y", "i", "e", "u", "ou", "o", "ie", "ej", "iej", "om", "zie", "oj", "ii", "ji",
                "ne",
            ],
            (Speech::Slavic, Self::LostO) => &["a", "u", "em", "om", "ie", "e", "iem"],
            (Speech::Slavic, Self::LostE) => &[
                "ych", "ym", "ymi", "ih", "im", "imi", "ich", "ho", "mu", "a", "u", "em", "i",
                "ego", "emu", "ima",
            ],
            (Speech::Slavic, Self::LostI) => &[
                "iego", "ego", "eho", "og", "oga", "ega", "iemu", "emu", "omu", "om", "im", "ym",
                "em", "ow", "ami", "ach", "um", "ech", "u", "a", "ima", "ov",
            ],
            (Speech::Slavic, Self::Softened) => &["e", "i"],
            (Speech::Hungarian, Self::Consonant | Self::Vowel) => &[
                "t", "at", "ot", "et", "ban", "ben", "nak", "nek", "ra", "re", "ba", "be", "bol",
                "rol", "tol", "val", "vel", "hoz", "hez", "nal", "nel", "ig", "ert", "n", "on",
                "en", "nal", "nel", "ral", "rel", "nnal", "nnel",
            ],
            (Speech::Finnic, Self::Vowel) => &[
                "n", "a", "ta", "ssa", "sta", "lla", "lta", "lle", "na", "ksi", "an", "en", "in",
                "on", "un", "han", "hen", "hin", "hon", "s", "st", "le", "l", "lt", "ga", "ni",
                "sse",
            ],
            (Speech::Finnic, Self::Consonant) => &[
                "in", "ia", "issa", "ista", "illa", "ilta", "ille", "ina", "iksi", "iin", "i",
                "is", "ist", "ile", "il", "ilt", "iga",
            ],
            (Speech::Turkic, Self::Consonant) => &[
                "in", "un", "i", "u", "a", "e", "da", "de", "ta", "te", "dan", "den", "tan", "ten",
                "la", "le",
            ],
            (Speech::Turkic, Self::Vowel) => &[
                "nin", "nun", "yi", "yu", "ya", "ye", "da", "de", "dan", "den", "yla", "yle",
                "nda", "nde", "ndan", "nden", "na", "ne", "ni", "nu",
            ],
            (Speech::Romanian, Self::Consonant) => &["ul", "ului", "lui"],
            (Speech::Romanian, Self::LostA) => &["ei", "iei"],
            (Speech::Baltic, Self::LostS) => &[
                "o", "ui", "a", "u", "e", "ai", "aus", "iui", "iu", "uje", "yje", "io", "am", "im",
                "um", "i", "es",
            ],
            (Speech::Baltic, Self::LostA) => &["os", "ai", "oje", "as", "u", "s"],
            _ => &[],
        }
    }
}

pub(super) fn paradigms(word: &[char]) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    let mut shorter = Vec::new();
    let Some(last) = word.last() else {
        return (Paradigm::Fixed, shorter);
    };
    let mut lost = |letters, stem| shorter.extend(cut(word, letters, Paradigm::Latin(stem)));
    match last {
        'a' => lost(1, Stem::LostA),
        'o' => lost(1, Stem::LostO),
        'e' => lost(1, Stem::LostE),
        'i' | 'y' => lost(1, Stem::LostI),
        's' if matches!(word, [.., 'u' | 'i' | 'a', _]) => lost(2, Stem::LostS),
        's' => lost(1, Stem::LostS),
        _ => {}
    }
    shorter.extend(adjective(word));
    shorter.extend(softened(word));
    let [.., vowel, consonant] = word else {
        return (Paradigm::Fixed, shorter);
    };
    if *vowel == 'e' && matches!(consonant, 'k' | 'c' | 'l' | 'n') && word.len() > 3 {
        let stem = word[..word.len() - 2].iter().chain([consonant]);
        shorter.push((stem.copied().collect(), Paradigm::Latin(Stem::LostVowel)));
    }
    let whole = match last {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => Stem::Vowel,
        _ => Stem::Consonant,
    };
    (Paradigm::Latin(whole), shorter)
}

/// Deutsches, Deutsche: Deutschen.
fn adjective(word: &[char]) -> Option<(Vec<char>, Paradigm)> {
    let letters = match word {
        [.., 'e', 's'] => 2,
        [.., 'e'] => 1,
        _ => return None,
    };
    let stem = &word[..word.len() - letters];
    let is_one = ["sch", "lich", "ig", "igt"]
        .iter()
        .any(|end| ends(stem, end));
    is_one.then(|| cut(word, letters, Paradigm::Latin(Stem::Adjective)))?
}

/// Ameryka: Ameryce. Praha: Praze. Amerika: Americi.
fn softened(word: &[char]) -> Option<(Vec<char>, Paradigm)> {
    let [.., consonant, 'a'] = word else {
        return None;
    };
    let soft: &[char] = match consonant {
        'k' => &['c'],
        'g' => &['d', 'z'],
        'h' => &['z'],
        'r' => &['r', 'z'],
        'd' => &['d', 'z', 'i'],
        't' => &['c', 'i'],
        'l' => &['l'],
        _ => return None,
    };
    let stem = word[..word.len() - 2].iter().chain(soft);
    Some((stem.copied().collect(), Paradigm::Latin(Stem::Softened)))
}

/// Whether `letters`, folded, may stand before an apostrophe and a name: l'Iran, dell'Iran.
pub(crate) fn is_elided(letters: &[char]) -> bool {
    const ELIDED: &[&str] = &[
        "d", "l", "s", "n", "m", "t", "c", "j", "qu", "dell", "all", "nell", "sull", "dall", "un",
        "quell", "coll", "lorsqu", "puisqu", "jusqu", "quoiqu",
    ];
    is_among(ELIDED, letters)
}

/// Whether `letters`, folded, may stand after a name and an apostrophe: Kim's, Türkiye'nin,
/// НАТО'нун.
pub(crate) fn is_suffix_after_apostrophe(letters: &[char]) -> bool {
    const SUFFIXES: &[&str] = &[
        "s", "a", "e", "i", "u", "in", "un", "nin", "nun", "yi", "yu", "ya", "ye", "da", "de",
        "ta", "te", "dan", "den", "tan", "ten", "na", "ne", "ni", "nu", "nda", "nde", "ndan",
        "nden", "la", "le", "yla", "yle", "ki", "daki", "deki", "taki", "teki", "ndaki", "ndeki",
        "ca", "ce", "li", "lu", "lik", "nca", "nce", "dir", "dur", "ydi", "yse", "il", "el", "et",
        "es", "em", "om", "ov", "ul", "ului", "lar", "ler", "larin", "lerin",
    ];
    is_among(SUFFIXES, letters)
}
