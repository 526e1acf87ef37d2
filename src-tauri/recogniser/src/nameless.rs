//! Sentences that hold no name, which the encoder need not read: about every fifth word of
//! English news stands in one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What sentences begin with, small, in languages that begin names alone with a capital: a
/// line for each, English, Polish, Spanish, Portuguese, Italian, French and Dutch. A word may
/// be another language's surname: `ma`, `su`, `son`. What is a name in its own language as
/// well (`may`, `will`) is none of these. Russian is left out: names are found a little worse
/// there without such sentences around theirs.
static BEGINNINGS: LazyLock<HashMap<&str, Languages>> = LazyLock::new(|| {
    let mut beginnings = HashMap::new();
    for (language, line) in include_str!("beginnings.txt").lines().enumerate() {
        for word in line.split_whitespace() {
            *beginnings.entry(word).or_default() |= 1 << language;
        }
    }
    beginnings
});

/// A bit for each line.
type Languages = u8;
/// The first line's.
const ENGLISH: Languages = 1;

/// Beginnings that are surnames as well; before a verb of saying they are read. Pronouns
/// (`he`, `you`) are not: the rules take them for nobody.
const SURNAMES: &[&str] = &[
    "al", "an", "au", "da", "de", "di", "do", "du", "in", "la", "le", "lei", "lo", "ma", "na",
    "no", "on", "per", "so", "son", "su", "to", "van",
];
/// Verbs of saying, and those they are made with, as they follow a subject.
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "asked",
    "denied",
    "called",
    "wrote",
    "powiedział",
    "powiedziała",
    "dodał",
    "mówi",
    "dijo",
    "dice",
    "afirmó",
    "declaró",
    "añadió",
    "explicó",
    "disse",
    "diz",
    "afirmou",
    "declarou",
    "ha",
    "a",
    "dit",
    "zei",
    "zegt",
    "heeft",
];

/// How a text is written, which says what its sentences without a name look like.
pub(crate) struct Writing {
    /// Those that most of its words belong to: one, but for a short text.
    languages: Languages,
    has_capitals: bool,
}

impl Writing {
    pub(crate) fn of(text: &str) -> Self {
        let mut counts = [0_usize; Languages::BITS as usize];
        for found in words(text).filter_map(|word| BEGINNINGS.get(word)) {
            for (language, count) in counts.iter_mut().enumerate() {
                *count += usize::from(found >> language & 1);
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        let languages = (0..).zip(counts).filter(|(_, count)| *count == most);
        Self {
            languages: languages.fold(0, |all, (language, _)| all | 1 << language),
            has_capitals: text.chars().any(char::is_uppercase),
        }
    }

    pub(crate) fn is_english(&self) -> bool {
        self.languages == ENGLISH
    }

    /// Whether a sentence holds no name: its letters are Latin, and only its beginning,
    /// which no name has in the language of the text, is written with a capital. A text
    /// without any capital shows no names by them.
    pub(crate) fn is_nameless(&self, sentence: &str) -> bool {
        let mut words = words(sentence).peekable();
        let Some(first) = words.next() else {
            return false;
        };
        let begins = match is_small(first) {
            true => self.has_capitals || !first.contains(char::is_alphabetic),
            false => self.begins(first, words.peek().copied()),
        };
        begins && words.all(|word| is_small(word) || is_i(word))
    }

    /// Whether a word with a capital begins sentences of the text, and is nobody before the
    /// next word.
    fn begins(&self, first: &str, next: Option<&str>) -> bool {
        // `WHO said so`: the rest of an acronym is written with capitals too.
        let is_word = first.chars().skip(1).all(|c| !c.is_uppercase());
        let first = first.to_lowercase();
        let languages = BEGINNINGS.get(first.as_str()).copied().unwrap_or(0);
        let says = next.is_some_and(|next| SAYING.contains(&next));
        is_word
            && languages & self.languages == self.languages
            && !(says && SURNAMES.contains(&first.as_str()))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
}

/// Digits and small Latin letters.
fn is_small(word: &str) -> bool {
    word.chars()
        .all(|c| (c.is_lowercase() && c < '\u{370}') || !c.is_alphabetic())
}

/// The English pronoun, with what is written onto it.
fn is_i(word: &str) -> bool {
    let rest = word.strip_prefix('I');
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’']))
}

#[cfg(test)]
mod tests {
    use super::Writing;

    const ENGLISH: &str = "It was late when they left, and nobody who was there had the key. ";
    const ITALIAN: &str = "Era tardi quando sono usciti, e non c’era più nessuno con la chiave. ";
    const SPANISH: &str = "Era tarde cuando salieron, y no había nadie que tuviera la llave. ";

    fn is_nameless(around: &str, sentence: &str) -> bool {
        Writing::of(&format!("{around}{sentence}")).is_nameless(sentence)
    }

    #[test]
    fn a_sentence_without_capitals_but_its_first_holds_no_name() {
        assert!(is_nameless(
            "",
            "The talks ended late, and I’m told that nobody won. "
        ));
        for sentence in ["The talks ended.", "I said so.", "So nobody won.", "— 5 —"] {
            assert!(is_nameless(ENGLISH, sentence), "{sentence}");
        }
        assert!(is_nameless(SPANISH, "“pero eso no es así”, dijo en 2014."));
        assert!(is_nameless(SPANISH, "Su padre llegó tarde."));
        assert!(is_nameless(ITALIAN, "Ma nessuno lo sapeva."));
    }

    #[test]
    fn a_sentence_may_begin_with_a_name_or_have_no_capitals_to_show_one() {
        for sentence in [
            "Putin said so.",
            "May said so.",
            "WHO said so.",
            "The talks in Geneva ended.",
            "Но это не так, сказал он.",
            "他说谈判已经结束。",
            "the iPhone sold",
            "وقال إن المحادثات انتهت",
        ] {
            assert!(!is_nameless(ENGLISH, sentence), "{sentence}");
        }
        assert!(!is_nameless("", "putin and macron spoke about it."));
    }

    #[test]
    fn what_begins_sentences_in_another_language_is_a_surname() {
        for sentence in [
            "Ma said the deal was off.",
            "Su left before noon.",
            "Son scored late.",
            "Do was late.",
            "Le told nobody.",
            "Van won.",
        ] {
            assert!(!is_nameless(ENGLISH, sentence), "{sentence}");
        }
        assert!(!is_nameless("", "Ma said so."));
        assert!(!is_nameless(SPANISH, "Ma llegó tarde."));
    }

    #[test]
    fn what_is_a_surname_and_begins_sentences_is_read_where_it_speaks() {
        assert!(!is_nameless(ENGLISH, "An said the deal was off."));
        assert!(is_nameless(ENGLISH, "An offer said the deal was off."));
        assert!(!is_nameless(SPANISH, "Su dijo que no."));
        assert!(!is_nameless(ITALIAN, "Ma ha detto di no."));
    }
}
