//! The ways in which a word in Latin letters may be said: its spelling does not say whose
//! language it is. `Chirac` begins as in *she*, `Bach` ends as in *loch*, `Giscard` begins
//! as in *measure*.

use super::sound;

/// A spelling, what stands behind it, and how else it is said. Sounds are spelt as English
/// spells them, for [`sound::key`].
const OTHERWISE: &[(&str, Behind, &[&str])] = &[
    // German and Slavic; Spanish; Mandarin.
    ("j", Behind::Any, &["y", "kh", "ts"]),
    // German, Scottish, Greek; French.
    ("ch", Behind::Any, &["kh", "sh"]),
    ("g", Behind::Front, &["zh"]),
    // Italian; Slavic without its marks, and Hungarian.
    ("c", Behind::Single, &["ch", "ts"]),
    // German and Italian; Spanish.
    ("z", Behind::Any, &["ts", "s"]),
    // Mandarin; Mexican.
    ("x", Behind::Any, &["s", "kh"]),
    ("q", Behind::Any, &["ts"]),
    // Hungarian.
    ("sz", Behind::Any, &["s"]),
    ("cs", Behind::Any, &["ch"]),
    // German.
    ("eu", Behind::Any, &["oy", "e"]),
    ("oe", Behind::Any, &["e"]),
    ("ae", Behind::Any, &["e"]),
    ("ue", Behind::Any, &["u"]),
    // French.
    ("oi", Behind::Any, &["ua"]),
    ("au", Behind::Any, &["o"]),
    ("gu", Behind::Front, &["g"]),
    ("qu", Behind::Front, &["k"]),
    ("gn", Behind::Any, &["n"]),
    // English.
    ("ow", Behind::Any, &["au", "ou"]),
    ("ou", Behind::Any, &["au"]),
    ("ew", Behind::Any, &["yu"]),
    // Mandarin, as Slavic languages write it.
    ("uo", Behind::Any, &["o"]),
    ("ong", Behind::Any, &["un"]),
    ("ng", Behind::Any, &["n"]),
];

/// How a word begins, and how else that is said.
const BEGINNINGS: &[(&str, &str)] = &[
    ("sp", "shp"),
    ("st", "sht"),
    ("sa", "za"),
    ("se", "ze"),
    ("si", "zi"),
    ("so", "zo"),
    ("su", "zu"),
    ("h", ""),
    ("wr", "r"),
    ("kn", "n"),
];

/// How a word ends, and how else that is said: French, then Latin and Greek names, which
/// Slavic languages have without the ending.
const ENDS: &[(&str, &str)] = &[
    ("eault", "o"),
    ("eaux", "o"),
    ("eau", "o"),
    ("ault", "o"),
    ("aut", "o"),
    ("aud", "o"),
    ("aux", "o"),
    ("eux", "e"),
    ("ieu", "e"),
    ("et", "e"),
    ("ez", "e"),
    ("er", "e"),
    ("ot", "o"),
    ("at", "a"),
    ("ard", "ar"),
    ("art", "ar"),
    ("ert", "er"),
    ("and", "an"),
    ("ant", "an"),
    ("ent", "an"),
    ("ourt", "our"),
    ("os", "o"),
    ("ond", "on"),
    ("ont", "on"),
    ("ois", "ua"),
    ("is", "i"),
    ("in", "en"),
    ("ain", "en"),
    ("ius", "i"),
    ("us", ""),
    ("as", ""),
    ("es", ""),
    // Slavic, as the West wrote it once.
    ("eff", "ev"),
    ("off", "ov"),
];
/// Letters that a word has besides such an end.
const BEFORE_END: usize = 3;
/// Readings of a word that are kept, with its first.
const MOST: usize = 16;

#[derive(Clone, Copy)]
enum Behind {
    Any,
    /// A vowel said at the front of the mouth.
    Front,
    /// No letter that makes one sound with it.
    Single,
}

/// Keys of all ways to say a folded word; the first is how English says it.
pub(super) fn readings(word: &str) -> Vec<String> {
    let mut spelt = vec![word.to_owned()];
    if word.is_ascii() {
        // Ends change a word most, and there is room for so many.
        each(&mut spelt, |word, more| {
            for (end, other) in ENDS {
                let body = word.strip_suffix(end);
                let body = body.filter(|body| body.len() >= BEFORE_END);
                more.extend(body.map(|body| format!("{body}{other}")));
            }
        });
        for (start, other) in BEGINNINGS {
            each(&mut spelt, |word, more| {
                more.extend(
                    word.strip_prefix(start)
                        .map(|rest| format!("{other}{rest}")),
                );
            });
        }
        for (spelling, behind, others) in OTHERWISE {
            each(&mut spelt, |word, more| {
                for other in *others {
                    more.extend(replaced(word, spelling, *behind, other));
                }
            });
        }
    }
    let mut keys: Vec<String> = Vec::with_capacity(spelt.len());
    for key in spelt.iter().map(|word| sound::key(word)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Adds to the spellings what `make` makes of each, as long as there is room.
fn each(spelt: &mut Vec<String>, make: impl Fn(&str, &mut Vec<String>)) {
    let mut more = Vec::new();
    for word in spelt.iter() {
        make(word, &mut more);
    }
    more.truncate(MOST.saturating_sub(spelt.len()));
    spelt.extend(more);
}

/// The word with another spelling at all places of one; `None` where it has none.
fn replaced(word: &str, spelling: &str, behind: Behind, other: &str) -> Option<String> {
    let mut said = String::with_capacity(word.len());
    let mut rest = word;
    let mut any = false;
    while let Some(at) = rest.find(spelling) {
        let (before, from) = rest.split_at(at);
        let next = from.get(spelling.len()..).unwrap_or("");
        let fits = match behind {
            Behind::Any => true,
            Behind::Front => next.starts_with(['e', 'i', 'y']),
            Behind::Single => !next.starts_with(['h', 'k', 'z']),
        };
        said.push_str(before);
        said.push_str(if fits { other } else { spelling });
        any |= fits;
        rest = next;
    }
    said.push_str(rest);
    any.then_some(said)
}
