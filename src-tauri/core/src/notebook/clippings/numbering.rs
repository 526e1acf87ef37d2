//! Which paragraph a quote is in, as a reader counts them: a caption or a subheading above it
//! is none. And whether it is of a table's row.

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
    /// Which paragraph of this version of an article's text an anchor stands in.
    pub(super) fn place(
        &mut self,
        conn: &Connection,
        article: ArticleId,
        version: u32,
        anchor: &Anchor,
    ) -> Result<Place> {
        let Ok(block) = usize::try_from(anchor.span.block) else {
            return Ok(Place::default());
        };
        let kinds = match self.0.entry((article, version)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                place.insert(article_table::block_kinds(conn, article, version)?)
            }
        };
        let kind = kinds.get(block).copied();
        let before = kinds.iter().take(block).filter(|kind| kind.is_paragraph());
        Ok(Place {
            number: match kind.is_some_and(BlockKind::is_paragraph) {
                true => u32::try_from(before.count() + 1).ok(),
                false => None,
            },
            row: kind == Some(BlockKind::TableRow),
        })
    }
}

/// Where in a text words stand.
#[derive(Default)]
pub(super) struct Place {
    /// The number of the paragraph, from one. None where that is no paragraph, or the version
    /// is not kept.
    pub number: Option<u32>,
    /// It is a row of a table.
    pub row: bool,
}
