//! What looks like a name and is nobody's: pronouns, weekdays, forms of address alone,
//! numbers, syllables out of a Korean word, and agencies where they only sign.

use std::ops::Range;

use super::articled;
use crate::hangul::is_torn;
use crate::span::{Kind, Span};

const NOBODY: &[&str] = &[
    "i",
    "he",
    "she",
    "it",
    "we",
    "they",
    "you",
    "his",
    "her",
    "its",
    "our",
    "their",
    "who",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "madam",
    "president",
    "prime minister",
    "minister",
    "king",
    "queen",
    "pope",
    "god",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "government",
    "internet",
    "covid-19",
    "covid",
    "english",
    "он",
    "она",
    "они",
    "президент",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "präsident",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "président",
    "presidente",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "총통",
    "대통령",
    "总统",
    "總統",
    "主席",
    "الرئيس",
];
/// Titles that are none of a name's words, and no name where one follows: `Sheikh | Hassan`.
const TITLES: &[&str] = &[
    "ayatollah",
    "emperor",
    "general",
    "lord",
    "mufti",
    "mullah",
    "prince",
    "princess",
    "prophet",
    "sheikh",
    "sultan",
];
/// What a line begins with that says who made a picture or a text.
const CREDITS: &[&str] = &[
    "photo",
    "image",
    "picture",
    "file photo",
    "source:",
    "credit",
    "reporting by",
    "editing by",
    "additional reporting",
    "writing by",
    "©",
    "(c)",
    "copyright",
    "by ap",
    "fotografía",
    "foto",
    "фото",
    "источник:",
    "джерело:",
    "источник —",
];
const AGENCIES: &[&str] = &[
    "ap",
    "associated press",
    "the associated press",
    "reuters",
    "afp",
    "agence france-presse",
    "dpa",
    "tass",
    "тасс",
    "xinhua",
    "yonhap",
    "kyodo",
    "efe",
    "ansa",
    "epa",
    "getty images",
    "getty",
    "ria novosti",
    "риа новости",
    "shutterstock",
    "bloomberg",
    "pap",
    "укринформ",
    "укрінформ",
    "interfax",
    "интерфакс",
    "anadolu",
    "kcna",
];
/// Letters of a line that is looked at for a credit: longer ones are paragraphs.
const CREDIT_LINE: usize = 300;

/// The spans without those that name nobody.
pub(super) fn without(text: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut kept = spans;
    kept.retain(|span| {
        let part = |range| text.get::<Range<usize>>(range).unwrap_or("");
        let name = part(span.start..span.end);
        let torn = is_torn(part(0..span.start), name, part(span.end..text.len()));
        let is_nobody = match span.kind {
            Kind::Person => is_title(name, part(span.end..text.len())),
            Kind::Organisation => signs(text, span, name),
            Kind::Place => articled::is_month(name),
            Kind::Event => false,
        };
        !torn && !is_nobody && names_somebody(name)
    });
    kept
}

fn names_somebody(name: &str) -> bool {
    let has_letters = name.chars().any(char::is_alphabetic);
    let is_one_small_letter = name.len() == 1;
    has_letters
        && !is_one_small_letter
        && !NOBODY.contains(&name.to_lowercase().as_str())
        && !articled::is_common(name)
}

fn is_title(name: &str, rest: &str) -> bool {
    let goes_on = rest.strip_prefix(' ').unwrap_or("");
    TITLES.contains(&name.to_lowercase().as_str()) && goes_on.starts_with(char::is_uppercase)
}

/// True for an agency in a line of credits.
fn signs(text: &str, span: &Span, name: &str) -> bool {
    if !AGENCIES.contains(&name.to_lowercase().as_str()) {
        return false;
    }
    let before = text.get(..span.start).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let after = text.get(span.end..).unwrap_or("");
    let end = span.end + after.find('\n').unwrap_or(after.len());
    let line = text
        .get(start..end)
        .unwrap_or("")
        .trim_start_matches(['(', '[', ' ']);
    let beginning: String = line.chars().take(30).flat_map(char::to_lowercase).collect();
    end - start <= CREDIT_LINE && CREDITS.iter().any(|credit| beginning.starts_with(credit))
}
