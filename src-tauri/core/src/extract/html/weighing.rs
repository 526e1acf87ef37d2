//! The times that a page gives, weighed against each other.

use crate::domain::{Field, Origin, PrintedTime};
use crate::extract::provenance::Fields;

/// The last word on the time of publication, when all that says so is known.
pub(super) fn settle(fields: &mut Fields) {
    doubt_later_than_change(fields);
    trust_address(fields);
    sharpen(fields, Field::Published);
    sharpen(fields, Field::Updated);
}

fn key(iso: &str) -> Option<i64> {
    let time = PrintedTime {
        iso: iso.to_owned(),
        zone: None,
    };
    time.sort_key()
}

/// What the clocks of two zones can differ by, mostly, in milliseconds.
const ZONES: i64 = 14 * 3_600_000;

/// What was published after it was last changed was moved or copied since: then an
/// earlier date that the page gives is the right one.
fn doubt_later_than_change(fields: &mut Fields) {
    let at = |field: Field, fields: &Fields| fields.best(field).and_then(|best| key(&best.value));
    let (Some(published), Some(updated)) =
        (at(Field::Published, fields), at(Field::Updated, fields))
    else {
        return;
    };
    if published <= updated + ZONES {
        return;
    }
    let earlier = fields
        .candidates(Field::Published)
        .iter()
        .position(|rival| {
            rival.value.len() >= 10 && key(&rival.value).is_some_and(|time| time <= updated + ZONES)
        });
    if let Some(earlier) = earlier {
        fields.promote(Field::Published, earlier);
    }
}

/// A site that writes the time of the last change as the time of publication too may have
/// kept the first one in another place.
pub(super) fn doubt_same_as_change(fields: &mut Fields) {
    let (Some(published), Some(updated)) =
        (fields.best(Field::Published), fields.best(Field::Updated))
    else {
        return;
    };
    let Some(same) = key(&published.value).filter(|_| published.value.len() > 10) else {
        return;
    };
    if key(&updated.value) != Some(same) {
        return;
    }
    let declared =
        |origin: &Origin| !matches!(origin, Origin::Element { .. } | Origin::Line { .. });
    let earlier = fields
        .candidates(Field::Published)
        .iter()
        .position(|rival| {
            declared(&rival.origin)
                && rival.value.len() >= 10
                && key(&rival.value).is_some_and(|time| time + ZONES < same)
        });
    if let Some(earlier) = earlier {
        fields.promote(Field::Published, earlier);
    }
}

/// What stands on the page as text or in a `<time>` can be another story's; what agrees
/// with the address is the page's own.
fn trust_address(fields: &mut Fields) {
    let candidates = fields.candidates(Field::Published);
    let weak = |origin: &Origin| matches!(origin, Origin::Element { .. } | Origin::Line { .. });
    let Some(address) = candidates
        .iter()
        .find(|rival| rival.origin == Origin::Url)
        .map(|rival| rival.value.clone())
    else {
        return;
    };
    let Some(best) = candidates.first().filter(|best| weak(&best.origin)) else {
        return;
    };
    if best.value.starts_with(&address) {
        return;
    }
    let near = |value: &str| match (key(value), key(&address)) {
        // A day either way is a zone's doing.
        (Some(a), Some(b)) if address.len() == 10 => a.abs_diff(b) <= 2 * ZONES.unsigned_abs(),
        _ => value.starts_with(&address),
    };
    if near(&best.value) {
        return;
    }
    let agreeing = candidates
        .iter()
        .position(|rival| rival.value.len() >= 10 && near(&rival.value));
    if let Some(agreeing) = agreeing {
        fields.promote(Field::Published, agreeing);
    }
}

/// Of two candidates for one day, the one with the time of day is worth more.
fn sharpen(fields: &mut Fields, field: Field) {
    let candidates = fields.candidates(field);
    let Some(best) = candidates.first().filter(|best| best.value.len() == 10) else {
        return;
    };
    let timed = candidates
        .iter()
        .position(|rival| rival.value.len() > 10 && rival.value.starts_with(&best.value));
    if let Some(timed) = timed {
        fields.promote(field, timed);
    }
}
