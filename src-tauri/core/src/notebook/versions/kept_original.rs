//! The kept original of an article, read once more.

use super::super::imports::{self, Again, Needs};
use super::super::{Shared, originals};
use super::rereading::{Reading, shown_reading};
use super::showing;
use crate::domain::ArticleId;
use crate::import::{Format, Held};
use crate::store::article_table::{self, ByHand};
use crate::store::version_table::VersionRow;
use crate::store::{Sha256, original_table};
use crate::{Error, Result};

/// What the original of an article gives now, after `decide` has said what is to be done
/// by hand; `None` where there is none to read.
pub(in super::super) fn read_original(
    shared: &Shared,
    needs: Needs<'_>,
    id: ArticleId,
    decide: impl FnOnce(ByHand) -> ByHand,
) -> Result<Option<Reading>> {
    let original = match original_of(shared, id) {
        // The trash may have been emptied since it was listed.
        Err(Error::NotFound { .. }) => None,
        found => found?,
    };
    let Some(original) = original else {
        return Ok(None);
    };
    let Some(held) = held(shared, &original) else {
        return Ok(None);
    };
    let by_hand = decide(original.by_hand.clone());
    let again = original.again(&by_hand);
    let number = original.row.original_part.unwrap_or(1);
    let parts = imports::read_again(held, number, &again, needs);
    // A reading without a text never takes the place of one that has it.
    Ok(parts.filter(|parts| !parts.blocks.is_empty()).map(|parts| {
        let origin = parts.text_origin.clone();
        let by_hand = ByHand { origin, ..by_hand };
        Reading {
            of: Some(original.shown),
            parts,
            by_hand,
        }
    }))
}

/// Hands the original of an article to `work` as it was read last; `None` where there is
/// none to read.
pub(in super::super) fn with_original<T>(
    shared: &Shared,
    id: ArticleId,
    work: impl FnOnce(&Held, &Again<'_>) -> T,
) -> Result<Option<T>> {
    let Some(original) = original_of(shared, id)? else {
        return Ok(None);
    };
    let held = held(shared, &original);
    Ok(held.map(|held| work(&held, &original.again(&original.by_hand))))
}

/// The kept original of an article, and how it was read last.
struct KeptOriginal {
    row: VersionRow,
    /// The version of the reading that was shown.
    shown: u32,
    by_hand: ByHand,
    sha256: Sha256,
    /// In bytes.
    size: u64,
    format: Format,
}

impl KeptOriginal {
    fn again<'a>(&'a self, by_hand: &'a ByHand) -> Again<'a> {
        Again {
            name: &self.row.original_name,
            location: self.row.original_location.as_deref(),
            sha256: self.sha256,
            size: self.size,
            format: self.format,
            saved: self.row.saved.as_deref(),
            encoding: by_hand.encoding.as_deref(),
            pick: by_hand.pick.as_ref(),
        }
    }
}

fn original_of(shared: &Shared, id: ArticleId) -> Result<Option<KeptOriginal>> {
    shared.store.read("open an original", |conn| {
        let row = showing::only_version(conn, id)?;
        let Some(sha256) = row.original else {
            return Ok(None);
        };
        let shown = shown_reading(conn, id)?;
        let by_hand = article_table::by_hand(conn, id, shown)?;
        let Some((size, media_type)) = original_table::get(conn, sha256)? else {
            return Ok(None);
        };
        Ok(
            Format::of_media_type(&media_type).map(|format| KeptOriginal {
                row,
                shown,
                by_hand,
                sha256,
                size,
                format,
            }),
        )
    })
}

fn held(shared: &Shared, original: &KeptOriginal) -> Option<Held> {
    let row = &original.row;
    let (sha256, format) = (original.sha256, original.format);
    let name = &row.original_name;
    match originals::held(shared, sha256, format, row.original_part, name) {
        Ok(held) => held,
        Err(error) => {
            tracing::warn!(%error, "an original could not be read again");
            None
        }
    }
}
