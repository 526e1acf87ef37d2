//! Which versions of a note's history stay as it grows old.

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// A version as far as thinning out cares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aged {
    pub version: u32,
    pub made_ms: i64,
    /// Never thinned out: the last of a sitting, and what stood before a step.
    pub stays: bool,
}

/// How far apart versions of this age are, in milliseconds; nothing: none stays. All of
/// the last hour stay: what was pasted over must not be lost to what was typed next.
fn apart(age_ms: i64) -> Option<i64> {
    match age_ms {
        age if age < HOUR => Some(1),
        age if age < DAY => Some(HOUR / 4),
        age if age < 30 * DAY => Some(2 * HOUR),
        _ => None,
    }
}

/// Of `versions`, oldest first, those that go. The newest of each stretch of time stays.
pub(crate) fn thinned(versions: &[Aged], now_ms: i64) -> Vec<u32> {
    let mut going = Vec::new();
    let mut kept: Option<i64> = None;
    for aged in versions.iter().rev() {
        // A clock that went back makes versions of the future: they count as new.
        let age = (now_ms - aged.made_ms).max(0);
        // In the last hour also two of one millisecond stay.
        let near =
            |apart: i64| apart > 1 && kept.is_some_and(|kept| kept / apart == aged.made_ms / apart);
        let goes = apart(age).is_none_or(near);
        if goes && !aged.stays {
            going.push(aged.version);
        } else {
            kept = Some(aged.made_ms);
        }
    }
    going
}
