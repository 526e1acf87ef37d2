//! Time zones as printed beside a time, and the offsets that they stand for.
//!
//! Abbreviations are ambiguous in principle (IST, CST, BST); the table holds the
//! meaning usual on news pages, and the language of the page decides between two.

use jiff::civil::{Date, Weekday};

/// The offset in minutes east of UTC that a zone's abbreviation, in any case, stands
/// for on `date`.
pub(super) fn offset(word: &str, date: Date, language: Option<&str>) -> Option<i16> {
    let upper = word.to_uppercase();
    match (upper.as_str(), language) {
        ("CST", Some("zh")) => return Some(480),
        ("IST", Some("he")) => return Some(120),
        _ => {}
    }
    let fixed = FIXED
        .iter()
        .find(|(name, _)| *name == upper)
        .map(|&(_, minutes)| minutes);
    fixed.or_else(|| {
        let &(_, winter, summer) = CHANGING.iter().find(|(name, ..)| *name == upper)?;
        let is_summer = match summer {
            Summer::UnitedStates => united_states_summer(date),
            Summer::Europe => european_summer(date),
        };
        Some(if is_summer { winter + 60 } else { winter })
    })
}

/// True for an abbreviation of a zone, printed in capitals.
pub(super) fn is_name(printed: &str) -> bool {
    let fixed = FIXED.iter().any(|(name, _)| *name == printed);
    fixed || CHANGING.iter().any(|(name, ..)| *name == printed)
}

/// Whose rule says when summer time is.
#[derive(Clone, Copy)]
enum Summer {
    UnitedStates,
    Europe,
}

/// Names of zones that do not say whether it is summer time.
#[rustfmt::skip]
const CHANGING: &[(&str, i16, Summer)] = &[
    ("ET", -300, Summer::UnitedStates), ("CT", -360, Summer::UnitedStates), ("MT", -420, Summer::UnitedStates), ("PT", -480, Summer::UnitedStates),
    ("LONDON", 0, Summer::Europe), ("PARIS", 60, Summer::Europe), ("KYIV", 120, Summer::Europe),
];

/// Second Sunday of March to first Sunday of November (15 U.S.C. 260a).
fn united_states_summer(date: Date) -> bool {
    between(date, sunday(date, 3, 2), sunday(date, 11, 1))
}

/// Last Sunday of March to last Sunday of October (Directive 2000/84/EC).
fn european_summer(date: Date) -> bool {
    between(date, sunday(date, 3, -1), sunday(date, 10, -1))
}

fn sunday(date: Date, month: i8, nth: i8) -> Option<Date> {
    Date::new(date.year(), month, 1)
        .ok()?
        .nth_weekday_of_month(nth, Weekday::Sunday)
        .ok()
}

fn between(date: Date, start: Option<Date>, end: Option<Date>) -> bool {
    match (start, end) {
        (Some(start), Some(end)) => date >= start && date < end,
        _ => false,
    }
}

#[rustfmt::skip]
const FIXED: &[(&str, i16)] = &[
    ("UTC", 0), ("GMT", 0), ("Z", 0), ("WET", 0), ("TU", 0), ("UT", 0), ("BST", 60), ("WEST", 60), ("CET", 60), ("MEZ", 60), ("HEC", 60), ("OEZ", 120),
    ("CEST", 120), ("MESZ", 120), ("HAEC", 120), ("EET", 120), ("SAST", 120), ("CAT", 120), ("EEST", 180), ("MSK", 180), ("МСК", 180), ("MSD", 240),
    ("TRT", 180), ("TSİ", 180), ("TSI", 180), ("EAT", 180), ("WAT", 60), ("IDT", 180), ("AST", -240), ("ADT", -180),
    ("GST", 240), ("IRST", 210), ("AFT", 270), ("PKT", 300), ("IST", 330), ("NPT", 345), ("BDT", 360), ("MMT", 390), ("ICT", 420), ("WIB", 420),
    ("WITA", 480), ("WIT", 540), ("HKT", 480), ("SGT", 480), ("MYT", 480), ("PHT", 480), ("AWST", 480), ("KST", 540),
    ("JST", 540), ("ACST", 570), ("ACDT", 630), ("AEST", 600), ("AEDT", 660), ("NZST", 720), ("NZDT", 780),
    ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420), ("MDT", -360), ("PST", -480),
    ("PDT", -420), ("AKST", -540), ("AKDT", -480), ("HST", -600), ("NST", -210), ("NDT", -150), ("BRT", -180),
    ("ART", -180), ("CLT", -240), ("COT", -300), ("PET", -300), ("VET", -240), ("ALMT", 300), ("MAKKAH", 180), ("BEIJING", 480),
];

/// Folded words of a zone that is spelled out, and the abbreviation.
#[rustfmt::skip]
pub(super) const SPELLED: &[(&[&str], &str)] = &[
    (&["eastern"], "ET"), (&["pacific", "time"], "PT"), (&["central", "time"], "CT"),
    (&["uk", "time"], "LONDON"), (&["london", "time"], "LONDON"), (&["beijing", "time"], "BEIJING"), (&["moscow", "time"], "MSK"),
    (&["heure", "de", "paris"], "PARIS"), (&["heures", "de", "paris"], "PARIS"), (&["heure", "francaise"], "PARIS"), (&["uhr", "mesz"], "MESZ"),
    (&["hora", "peninsular"], "PARIS"), (&["hora", "de", "brasilia"], "BRT"), (&["horario", "de", "brasilia"], "BRT"),
    (&["по", "московскому", "времени"], "МСК"), (&["по", "мск"], "МСК"), (&["мск"], "МСК"),
    (&["по", "киеву"], "KYIV"), (&["за", "києвом"], "KYIV"), (&["за", "киівом"], "KYIV"),
    (&["توقيت", "غرينتش"], "GMT"), (&["بتوقيت", "غرينتش"], "GMT"), (&["بتوقيت", "جرينتش"], "GMT"),
    (&["بتوقيت", "مكة", "المكرمة"], "MAKKAH"), (&["بتوقيت", "مكة"], "MAKKAH"), (&["توقيت", "مكة"], "MAKKAH"),
    (&["גריניץ"], "GMT"), (&["北", "京", "时", "间"], "BEIJING"), (&["北", "京", "時", "間"], "BEIJING"),
    (&["日", "本", "時", "間"], "JST"), (&["한국시간"], "KST"), (&["한국", "시간"], "KST"),
];
