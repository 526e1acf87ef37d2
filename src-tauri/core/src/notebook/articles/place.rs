//! Where a person stopped reading an article.

use rusqlite::Connection;

use super::Articles;
use crate::Result;
use crate::domain::{ArticleId, Block, ReadingPlace};
use crate::store::article_table;
use crate::store::reading_table::{self, KeptPlace};

impl Articles<'_> {
    /// Keeps where a person is in an article; `None` at its beginning. That is no step,
    /// and nothing that anyone is told of.
    ///
    /// # Errors
    /// `NotFound` when there is no such article. A place outside its text is not kept.
    pub fn keep_place(&self, id: ArticleId, place: Option<ReadingPlace>) -> Result<()> {
        self.0.shared().store.write("keep a place", |tx| {
            let version = article_table::text_version(tx, id)?;
            let Some(place) = place else {
                return reading_table::set(tx, id, None);
            };
            let blocks = article_table::blocks(tx, id, version)?;
            let Some(block) = at(&blocks, place.block) else {
                return Ok(());
            };
            let kept = KeptPlace {
                words: reading_table::words_of(&block.text),
                place,
            };
            reading_table::set(tx, id, Some(&kept))
        })
    }
}

fn at(blocks: &[Block], block: u32) -> Option<&Block> {
    blocks.get(usize::try_from(block).ok()?)
}

/// Where that is in the text of now: in the block that begins as it did, the nearest of
/// them; about there, when none does.
pub(super) fn find(
    conn: &Connection,
    id: ArticleId,
    blocks: &[Block],
) -> Result<Option<ReadingPlace>> {
    let Some(KeptPlace { place, words }) = reading_table::get(conn, id)? else {
        return Ok(None);
    };
    let same = (0..)
        .zip(blocks)
        .filter(|(_, block)| block.text.starts_with(&words))
        .min_by_key(|(n, _)| place.block.abs_diff(*n));
    let last = u32::try_from(blocks.len().saturating_sub(1)).unwrap_or(u32::MAX);
    Ok(Some(match same {
        Some((block, _)) => ReadingPlace { block, ..place },
        None => ReadingPlace {
            block: place.block.min(last),
            at: 0,
        },
    }))
}
