//! Which paragraph a quote is in, as a reader counts them: a caption or a subheading above it
//! is none.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::Connection;

use crate::Result;
use crate::domain::{Anchor, ArticleId, BlockKind};
use crate::store::article_table;

/// The kinds of the blocks of texts, each read once for all clippings of a list.
#[derive(Default)]
pub(super) struct Paragraphs(HashMap<(ArticleId, u32), Vec<BlockKind>>);

impl Paragraphs {
    /// The number of the paragraph where an anchor stands in this version of an article's
    /// text, from one. None where that is no paragraph, or the version is not kept.
    pub(super) fn number(
        &mut self,
        conn: &Connection,
        article: ArticleId,
        version: u32,
        anchor: &Anchor,
    ) -> Result<Option<u32>> {
        let Ok(block) = usize::try_from(anchor.span.block) else {
            return Ok(None);
        };
        let kinds = match self.0.entry((article, version)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                place.insert(article_table::block_kinds(conn, article, version)?)
            }
        };
        if !kinds.get(block).is_some_and(|kind| kind.is_paragraph()) {
            return Ok(None);
        }
        let before = kinds.iter().take(block).filter(|kind| kind.is_paragraph());
        Ok(u32::try_from(before.count() + 1).ok())
    }
}
