//! Names that begin with the surname: Xi Jinping, Kim Jong Un. Told by what Wikidata has of
//! their words (`data/name-forms/eastern.txt`): a Chinese or Korean surname, and behind it
//! one or two syllables of these languages. `Lin Wood` has such a surname, and no such
//! syllable; `Nguyen Phu Trong` neither, and is called by the last word.

use std::sync::OnceLock;

use foldhash::HashSet;

/// Lines of words: surnames, syllables of given names, and what reads like two of these
/// and is another language's (Salah).
static EASTERN: &str = include_str!("../../../data/name-forms/eastern.txt");
/// Syllables of a given name, at most.
const GIVEN: usize = 2;

struct Eastern {
    surnames: HashSet<&'static str>,
    syllables: HashSet<&'static str>,
    others: HashSet<&'static str>,
}

/// Which words of a person's name stand for it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    First,
    Last,
    /// Both words are surnames: Ang Lee is written as in the West, To Lam as in Vietnam.
    Either,
    At(u8),
    Nobody,
}

/// Which words of a folded name its person is called by.
pub(super) fn called(words: &[String]) -> Called {
    let Some((surname, given)) = words.split_first() else {
        return Called::Last;
    };
    let eastern = eastern();
    let comes_first = (1..=GIVEN).contains(&given.len())
        && eastern.surnames.contains(surname.as_str())
        && (eastern.syllables_of(given)).is_some_and(|syllables| syllables <= GIVEN);
    match given {
        _ if !comes_first => Called::Last,
        [only] if eastern.surnames.contains(only.as_str()) => Called::Either,
        _ => Called::First,
    }
}

impl Eastern {
    /// `None` where one of the words is no such name.
    fn syllables_of(&self, given: &[String]) -> Option<usize> {
        let each = given.iter().map(|word| self.syllables_of_word(word));
        each.sum()
    }

    fn syllables_of_word(&self, word: &str) -> Option<usize> {
        let is_one = |part: &str| self.syllables.contains(part);
        let are_two = |at: usize| {
            word.split_at_checked(at)
                .is_some_and(|(a, b)| is_one(a) && is_one(b))
        };
        match word {
            _ if self.others.contains(word) => None,
            _ if is_one(word) => Some(1),
            _ => (1..word.len()).any(are_two).then_some(2),
        }
    }
}

fn eastern() -> &'static Eastern {
    static READ: OnceLock<Eastern> = OnceLock::new();
    READ.get_or_init(|| {
        let mut lines = EASTERN.lines();
        let mut words = || lines.next().unwrap_or("").split(' ').collect();
        Eastern {
            surnames: words(),
            syllables: words(),
            others: words(),
        }
    })
}
