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

/// A year printed with two digits: `22` is 2022, `98` is 1998.
pub(super) fn full_year(value: u32, digits: u8) -> Option<u32> {
    match digits {
        4 if (EARLIEST_YEAR..=LATEST_YEAR).contains(&value) => Some(value),
        2 => Some(if value < 70 {
            2000 + value
        } else {
            1900 + value
        }),
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
    let anchor = Date::constant(2021, 3, 21);
    anchor
        .checked_add(jiff::Span::new().try_days(distance).ok()?)
        .ok()
}
