//! Time zones as printed beside a time, and the offsets that they stand for.
//!
//! Abbreviations are ambiguous in principle (IST, CST, BST); the table holds the
//! meaning usual on news pages.

use jiff::civil::{Date, Weekday};

/// The offset in minutes east of UTC that `word` stands for on `date`.
/// `word` is as printed, upper or lower case.
pub(super) fn offset(word: &str, date: Date) -> Option<i16> {
    let upper = word.to_uppercase();
    let fixed = FIXED
        .iter()
        .find(|(name, _)| *name == upper)
        .map(|&(_, minutes)| minutes);
    fixed.or_else(|| {
        let winter = UNITED_STATES
            .iter()
            .find(|(name, _)| *name == upper)
            .map(|&(_, minutes)| minutes)?;
        Some(if united_states_summer(date) {
            winter + 60
        } else {
            winter
        })
    })
}

/// `ET` and its kin name the zone without saying whether it is summer time.
const UNITED_STATES: &[(&str, i16)] = &[("ET", -300), ("CT", -360), ("MT", -420), ("PT", -480)];

/// Second Sunday of March to first Sunday of November (15 U.S.C. 260a).
fn united_states_summer(date: Date) -> bool {
    let change = |month: i8, nth: i8| {
        Date::new(date.year(), month, 1)
            .ok()?
            .nth_weekday_of_month(nth, Weekday::Sunday)
            .ok()
    };
    match (change(3, 2), change(11, 1)) {
        (Some(start), Some(end)) => date >= start && date < end,
        _ => false,
    }
}

#[rustfmt::skip]
const FIXED: &[(&str, i16)] = &[
    ("UTC", 0), ("GMT", 0), ("Z", 0), ("WET", 0), ("BST", 60), ("WEST", 60), ("CET", 60), ("MEZ", 60), ("HEC", 60),
    ("CEST", 120), ("MESZ", 120), ("EET", 120), ("SAST", 120), ("CAT", 120), ("EEST", 180), ("MSK", 180), ("МСК", 180),
    ("TRT", 180), ("TSİ", 180), ("TSI", 180), ("EAT", 180), ("WAT", 60), ("IDT", 180), ("AST", -240), ("ADT", -180),
    ("GST", 240), ("IRST", 210), ("PKT", 300), ("IST", 330), ("NPT", 345), ("BDT", 360), ("ICT", 420), ("WIB", 420),
    ("WITA", 480), ("WIT", 540), ("HKT", 480), ("SGT", 480), ("MYT", 480), ("PHT", 480), ("AWST", 480), ("KST", 540),
    ("JST", 540), ("ACST", 570), ("ACDT", 630), ("AEST", 600), ("AEDT", 660), ("NZST", 720), ("NZDT", 780),
    ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420), ("MDT", -360), ("PST", -480),
    ("PDT", -420), ("AKST", -540), ("AKDT", -480), ("HST", -600), ("NST", -210), ("NDT", -150), ("BRT", -180),
    ("ART", -180), ("CLT", -240), ("COT", -300), ("PET", -300), ("VET", -240),
];

/// Words of a zone that is spelled out, in lower case, with the abbreviation.
#[rustfmt::skip]
pub(super) const SPELLED: &[(&[&str], &str)] = &[
    (&["eastern"], "ET"),
    (&["по", "московскому", "времени"], "МСК"),
    (&["мск"], "МСК"),
    (&["توقيت", "غرينتش"], "GMT"),
    (&["بتوقيت", "غرينتش"], "GMT"),
    (&["גריניץ"], "GMT"),
];
