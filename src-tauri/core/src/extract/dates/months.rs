//! Which month or day of the week a word names.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::names::{CROATIAN, GREGORIAN, HEBREW, HIJRI, SOLAR_HIJRI, WEEKDAYS};
use super::token::{Kind, Token, fold};

/// Months by their [folded](fold) names.
type Months = LazyLock<HashMap<String, u8>>;

fn by_name(table: &[(u8, &str)]) -> HashMap<String, u8> {
    let mut names = HashMap::new();
    for (month, forms) in table {
        for form in forms.split_whitespace() {
            names.entry(fold(&form.replace('-', " "))).or_insert(*month);
        }
    }
    names
}

static GREGORIAN_NAMES: Months = LazyLock::new(|| by_name(GREGORIAN));
static CROATIAN_NAMES: Months = LazyLock::new(|| by_name(CROATIAN));
static SOLAR_HIJRI_NAMES: Months = LazyLock::new(|| by_name(SOLAR_HIJRI));
static HIJRI_NAMES: Months = LazyLock::new(|| by_name(HIJRI));
static HEBREW_NAMES: Months = LazyLock::new(|| by_name(HEBREW));

static WEEKDAY_NAMES: LazyLock<HashSet<String>> =
    LazyLock::new(|| WEEKDAYS.split_whitespace().map(fold).collect());

/// The calendar that a month's name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    SolarHijri,
    Hijri,
    Hebrew,
}

/// The Gregorian month that a folded word names, 1 to 12.
pub(super) fn gregorian(word: &str, language: Option<&str>) -> Option<u8> {
    if language == Some("hr")
        && let Some(month) = CROATIAN_NAMES.get(word)
    {
        return Some(*month);
    }
    GREGORIAN_NAMES
        .get(word)
        // Hebrew writes "in May" as one word: במאי.
        .or_else(|| GREGORIAN_NAMES.get(word.strip_prefix('ב')?))
        .copied()
}

/// The month whose name begins at token `at`, its calendar, and the token after it.
pub(super) fn at_token(
    tokens: &[Token],
    at: usize,
    language: Option<&str>,
) -> Option<(Calendar, u8, usize)> {
    let word = tokens.get(at)?.word()?;
    // Vietnamese numbers its months: tháng 5.
    if word == "thang"
        && let Some((month @ 1..=12, 1 | 2)) = tokens.get(at + 1).and_then(Token::number)
    {
        return Some((Calendar::Gregorian, u8::try_from(month).ok()?, at + 2));
    }
    for (calendar, names) in [
        (Calendar::Gregorian, &GREGORIAN_NAMES),
        (Calendar::Hijri, &HIJRI_NAMES),
        (Calendar::Hebrew, &HEBREW_NAMES),
    ] {
        if let Some((month, after)) = two_words(tokens, at, word, names) {
            return Some((calendar, month, after));
        }
    }
    if let Some(month) = gregorian(word, language) {
        return Some((Calendar::Gregorian, month, at + 1));
    }
    [
        (Calendar::SolarHijri, &SOLAR_HIJRI_NAMES),
        (Calendar::Hijri, &HIJRI_NAMES),
        (Calendar::Hebrew, &HEBREW_NAMES),
    ]
    .into_iter()
    .find_map(|(calendar, names)| {
        let month = names
            .get(word)
            .or_else(|| names.get(word.strip_prefix('ב')?))?;
        Some((calendar, *month, at + 1))
    })
}

/// A name of two words (كانون الثاني) or of two letters with a point between (พ.ค).
fn two_words(
    tokens: &[Token],
    at: usize,
    word: &str,
    names: &HashMap<String, u8>,
) -> Option<(u8, usize)> {
    let next = tokens.get(at + 1)?;
    match &next.kind {
        Kind::Word(second) => {
            let month = names
                .get(&format!("{word} {second}"))
                .or_else(|| names.get(&format!("{} {second}", word.strip_prefix('ב')?)))?;
            Some((*month, at + 2))
        }
        Kind::Mark('.') => {
            let second = tokens.get(at + 2)?.word()?;
            Some((*names.get(&format!("{word}.{second}"))?, at + 3))
        }
        _ => None,
    }
}

/// True for names of days of the week, which stand beside a date and say nothing more.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAY_NAMES.contains(word)
}
