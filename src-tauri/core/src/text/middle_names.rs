//! What stands between a person's first name and surname, and is often left out: `Oleg
//! Petrovich Karpov` is `Oleg Karpov`, and `Antony J. Blinken` is `Antony Blinken`.

use super::is_word_char;

/// Words of one name that may have parts left out. Longer ones are no persons' names.
const MOST_WORDS: usize = 6;

/// Where a father's name is told by its end: `Петрович`, `Petrovych`, `Petrovna`.
const PATRONYMICS: &[&str] = &[
    "ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ович", "евич", "овна", "евна",
    "івна",
];

/// What tells a son from his father, who is another person.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// A folded name as first name and surname, whatever their order, with what is between.
struct Parts<'n> {
    /// In the order of letters.
    ends: [&'n str; 2],
    /// The son's mark behind the surname, if there is one.
    suffix: Option<&'n str>,
    middles: Vec<&'n str>,
}

impl<'n> Parts<'n> {
    fn of(folded: &'n str) -> Option<Self> {
        let mut words: Vec<&str> = folded
            .split(|c: char| !is_word_char(c))
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS + 1)
            .collect();
        if words.len() > MOST_WORDS {
            return None;
        }
        let suffix = words.pop_if(|word| SUFFIXES.contains(word));
        let surname_first = match words.as_slice() {
            [_, given, last] => is_patronymic(last) && !is_patronymic(given),
            _ => false,
        };
        if surname_first {
            words.swap(1, 2);
        }
        let [first, middles @ .., last] = words.as_slice() else {
            return None;
        };
        let mut ends = [*first, *last];
        if ends.iter().any(|word| is_initial(word)) {
            return None;
        }
        ends.sort_unstable();
        Some(Self {
            ends,
            suffix,
            middles: middles.to_vec(),
        })
    }
}

/// The first name and surname of a folded name, as a key; nothing for one that has no two.
pub(super) fn key(folded: &str) -> Option<String> {
    let Parts { ends, suffix, .. } = Parts::of(folded)?;
    let suffix = suffix.unwrap_or_default();
    Some(format!("{} {} {suffix}", ends[0], ends[1]))
}

/// Whether two folded names that have [`key`] in common may be one person's: one has nothing
/// between, or the same, with initials for names.
pub fn middle_names_agree(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (Parts::of(one), Parts::of(other)) else {
        return false;
    };
    let agree = |(one, other): (&&str, &&str)| {
        one == other
            || (is_initial(one) && other.starts_with(*one))
            || (is_initial(other) && one.starts_with(*other))
    };
    one.ends == other.ends
        && one.suffix == other.suffix
        && (one.middles.is_empty()
            || other.middles.is_empty()
            || (one.middles.len() == other.middles.len()
                && one.middles.iter().zip(&other.middles).all(agree)))
}

fn is_patronymic(word: &str) -> bool {
    PATRONYMICS.iter().any(|end| word.ends_with(end))
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}
