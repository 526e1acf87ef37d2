//! Keeping clippings where their words are when an article's text changes.
//!
//! The rule is that of mentions (`anchors`): unique and exact in context, or *no longer
//! found*. Shown again in the version that it was last found in, a clipping has its place
//! back.

use rusqlite::Connection;

use crate::Result;
use crate::domain::{Anchor, ArticleId, Block, Span};
use crate::notebook::anchors;
use crate::store::article_table;
use crate::store::clipping_table::{self, ClippingRow};

/// Takes the clippings of the title or standfirst along when it is rewritten.
pub(in super::super) fn follow_line(
    conn: &Connection,
    article: ArticleId,
    line: i32,
    text: &str,
) -> Result<()> {
    let version = article_table::text_version(conn, article)?;
    for row in clipping_table::all_of_article(conn, article)? {
        if row.anchor.span.block == line {
            let place = anchors::find_in_line(&row.anchor, text);
            clipping_table::set_place(conn, row.id, place.as_ref(), version)?;
        }
    }
    Ok(())
}

/// Takes the clippings of the body along to where their words are `now`.
pub(in super::super) fn follow_text(
    conn: &Connection,
    article: ArticleId,
    version: u32,
    before: &[Block],
    now: &[Block],
) -> Result<()> {
    for row in clipping_table::all_of_article(conn, article)? {
        if row.anchor.span.block < 0 {
            continue;
        }
        let place = match row.orphaned {
            true if row.text_version == version && stands(&row, now) => Some(row.anchor.clone()),
            true => anchors::find_again(&row.anchor, now),
            false => anchors::find(&row.anchor, before, now),
        };
        clipping_table::set_place(conn, row.id, place.as_ref(), version)?;
    }
    Ok(())
}

/// Whether exactly its words stand at its place.
fn stands(row: &ClippingRow, blocks: &[Block]) -> bool {
    let span: Span = row.anchor.span;
    let block = usize::try_from(span.block)
        .ok()
        .and_then(|block| blocks.get(block));
    block
        .and_then(|block| Anchor::take(span.block, &block.text, span.start, span.end))
        .is_some_and(|there| there == row.anchor)
}
