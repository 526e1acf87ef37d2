//! Times as printed: with their offset and no more precision than was given.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When something was published or updated, exactly as precisely as it is known.
///
/// `iso` is one of `2022`, `2022-05`, `2022-05-10`, `2022-05-10T16:14`,
/// `2022-05-10T16:14+01:00` or `2022-05-10T16:14:30+01:00`: its length says its
/// precision, and a missing offset means that none was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintedTime {
    pub iso: String,
    /// The zone as the page names it: `BST`, `KST`, `МСК`.
    pub zone: Option<String>,
}

impl PrintedTime {
    /// Milliseconds since 1970 in UTC for sorting; what is not known counts as
    /// the start of its period, and no offset counts as UTC. `None` when `iso`
    /// is not one of the shapes above.
    pub fn sort_key(&self) -> Option<i64> {
        use jiff::{Timestamp, civil};
        let iso = self.iso.as_str();
        if !is_written_right(iso) {
            return None;
        }
        let padded = match iso.len() {
            4 => format!("{iso}-01-01"),
            7 => format!("{iso}-01"),
            _ => iso.to_owned(),
        };
        if let Ok(timestamp) = padded.parse::<Timestamp>() {
            return Some(timestamp.as_millisecond());
        }
        let local: civil::DateTime = match padded.parse::<civil::Date>() {
            Ok(date) if padded.len() == 10 => date.at(0, 0, 0, 0),
            _ => padded.parse().ok()?,
        };
        let utc = jiff::tz::TimeZone::UTC.to_timestamp(local).ok()?;
        Some(utc.as_millisecond())
    }
}

/// When the year, month or day `iso` begins and ends, in milliseconds since 1970 in UTC.
/// `None` for anything else.
pub(crate) fn period(iso: &str) -> Option<(i64, i64)> {
    use jiff::{Span, civil::Date};
    let (first, length) = match iso.len() {
        4 => (format!("{iso}-01-01"), Span::new().years(1)),
        7 => (format!("{iso}-01"), Span::new().months(1)),
        10 => (iso.to_owned(), Span::new().days(1)),
        _ => return None,
    };
    if !is_written_right(iso) {
        return None;
    }
    let first: Date = first.parse().ok()?;
    let start = |day: Date| {
        let utc = jiff::tz::TimeZone::UTC;
        let time = utc.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
        Some(time.as_millisecond())
    };
    Some((start(first)?, start(first.checked_add(length).ok()?)?))
}

/// Whether `iso` has one of the shapes of [`PrintedTime`]. What jiff reads besides
/// (`20220510`, fractions of a second, named zones) the window would not.
fn is_written_right(iso: &str) -> bool {
    let shape: String = iso
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let (local, offset) = shape.split_at_checked(16).unwrap_or((&shape, ""));
    match local {
        "0000" | "0000-00" | "0000-00-00" => offset.is_empty(),
        "0000-00-00T00:00" => matches!(
            offset,
            "" | "+00:00" | "-00:00" | ":00" | ":00+00:00" | ":00-00:00"
        ),
        _ => false,
    }
}
