//! What a text is written in, and whose query may mean it.

use super::analyser::{IDEOGRAPHS, KOREAN, SYLLABLES};
use super::language::{Alphabet, Language};

/// The letters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Words, parted by spaces.
    Words(Alphabet),
    /// Unbroken runs, by the tag of their script.
    Runs(&'static str),
}

/// Scripts without spaces, and the languages written in them.
pub(super) const UNBROKEN: [(&str, &[&str]); 3] = [
    (KOREAN, &["ko"]),
    (IDEOGRAPHS, &["zh", "ja", "yue"]),
    (SYLLABLES, &["th", "lo", "km", "my"]),
];

impl Writing {
    /// Of texts in a language (BCP 47), as far as it is known. Serbian has two.
    pub fn of_language(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        let script = UNBROKEN
            .iter()
            .find(|(_, languages)| languages.contains(&primary));
        match script {
            Some((script, _)) => Some(Self::Runs(script)),
            None if primary == "sr" => None,
            None => Language::tagged(primary).map(|language| Self::Words(language.alphabet)),
        }
    }
}
