//! Checks days and turns other calendars' days into Gregorian ones.

use jiff::civil::Date;

/// The last year that a page can plausibly have been published in.
const LATEST_YEAR: u32 = 2099;
const EARLIEST_YEAR: u32 = 1800;

/// A Gregorian day, when it exists and its year is plausible.
pub(super) fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    if !(EARLIEST_YEAR..=LATEST_YEAR).contains(&year) {
        return None;
    }
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// A year as printed: with two digits `22` is 2022 and `98` is 1998; a year of the
/// Buddhist era (Thailand) is 543 ahead.
pub(super) fn full_year(value: u32, digits: u8) -> Option<u32> {
    match digits {
        4 if (EARLIEST_YEAR..=LATEST_YEAR).contains(&value) => Some(value),
        4 if (2400..=2642).contains(&value) => Some(value - 543),
        2 => Some(if value < 70 {
            2000 + value
        } else {
            1900 + value
        }),
        _ => None,
    }
}

/// The Gregorian year before the first one of an era, by the character that ends its
/// name: 令和, 平成, 昭和, 大正, 明治, and 民國 of the Republic of China.
pub(super) fn before_era(first: &str, second: &str) -> Option<u32> {
    match (first, second) {
        ("令", "和") => Some(2018),
        ("平", "成") => Some(1988),
        ("昭", "和") => Some(1925),
        ("大", "正") => Some(1911),
        ("明", "治") => Some(1867),
        ("民", "國" | "国") => Some(1911),
        _ => None,
    }
}

/// A day of the Solar Hijri calendar (Iran, Afghanistan) as a Gregorian one.
///
/// Arithmetic rule of 33-year cycles with leap years 1, 5, 9, 13, 17, 22, 26, 30,
/// which agrees with the official calendar from 1244 to 1472 (1865 to 2093).
pub(super) fn solar_hijri(year: u32, month: u32, day: u32) -> Option<Date> {
    let longest = match month {
        1..=6 => 31,
        7..=12 => 30,
        _ => return None,
    };
    if !(1244..=1472).contains(&year) || !(1..=longest).contains(&day) {
        return None;
    }
    const LEAP: [u32; 8] = [1, 5, 9, 13, 17, 22, 26, 30];
    let leaps_before = |year: u32| {
        let (cycles, rest) = ((year - 1) / 33, (year - 1) % 33 + 1);
        cycles * 8 + LEAP.iter().filter(|&&leap| leap < rest).count() as u32
    };
    let days_before = |year: u32| (year - 1) * 365 + leaps_before(year);
    let in_year = if month <= 7 {
        (month - 1) * 31
    } else {
        186 + (month - 7) * 30
    } + day
        - 1;
    // 1 Farvardin 1400 was 21 March 2021.
    let distance = i64::from(days_before(year) + in_year) - i64::from(days_before(1400));
    after(Date::constant(2021, 3, 21), distance)
}

/// A day of the Hebrew calendar as a Gregorian one; months count from Nisan.
///
/// The arithmetic of the fixed calendar: Reingold and Dershowitz, Calendrical Calculations.
pub(super) fn hebrew(year: u32, month: u32, day: u32) -> Option<Date> {
    if !(5560..=5859).contains(&year) || !(1..=13).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let year = i64::from(year);
    let leap = (7 * year + 1) % 19 < 7;
    if month == 13 && !leap {
        return None;
    }
    let length = hebrew_new_year(year + 1) - hebrew_new_year(year);
    let days_in = |month: u32| match month {
        2 | 4 | 6 | 10 | 13 => 29,
        8 if length % 10 != 5 => 29,
        9 if length % 10 == 3 => 29,
        12 if !leap => 29,
        _ => 30,
    };
    if day > days_in(month) {
        return None;
    }
    let last = if leap { 13 } else { 12 };
    // The year begins with Tishri, month 7.
    let before: u32 = if month >= 7 {
        (7..month).map(days_in).sum()
    } else {
        (7..=last).chain(1..month).map(days_in).sum()
    };
    let distance = hebrew_new_year(year) + i64::from(before + day) - 1;
    // 1 Tishri 5782 was 7 September 2021.
    after(Date::constant(2021, 9, 7), distance - hebrew_new_year(5782))
}

/// The day that a Hebrew year begins on, counted from one day for all years.
fn hebrew_new_year(year: i64) -> i64 {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 {
            day + 1
        } else {
            day
        }
    };
    let (before, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let correction = if next - this == 356 {
        2
    } else {
        i64::from(this - before == 382)
    };
    this + correction
}

/// The number that Hebrew letters stand for: ט׳ is 9, כ״ג is 23, תשפ״ב is 782.
pub(super) fn hebrew_number(letters: &str) -> Option<u32> {
    let mut total = 0;
    for c in letters.chars() {
        total += match c {
            'א'..='ט' => u32::from(c) - u32::from('א') + 1,
            'י' => 10,
            'כ' | 'ך' => 20,
            'ל' => 30,
            'מ' | 'ם' => 40,
            'נ' | 'ן' => 50,
            'ס' => 60,
            'ע' => 70,
            'פ' | 'ף' => 80,
            'צ' | 'ץ' => 90,
            'ק' => 100,
            'ר' => 200,
            'ש' => 300,
            'ת' => 400,
            _ => return None,
        };
    }
    (total > 0 && total < 1000).then_some(total)
}

pub(super) fn after(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
