//! Rows that have an anchor: where in an article's text they stand, and the words.

use rusqlite::{Connection, Row, ToSql, params};

use crate::Result;
use crate::domain::{Anchor, Span};

/// The anchor in the six columns from `at` on: `block, start, "end", exact, prefix, suffix`.
pub(super) fn anchor(row: &Row<'_>, at: usize) -> rusqlite::Result<Anchor> {
    Ok(Anchor {
        span: Span {
            block: row.get(at)?,
            start: row.get(at + 1)?,
            end: row.get(at + 2)?,
        },
        exact: row.get(at + 3)?,
        prefix: row.get(at + 4)?,
        suffix: row.get(at + 5)?,
    })
}

/// Puts a row of `table` where its words are now in this version of the text, with what stands
/// around them there. `None`: they are not there; the place and the version that it had are kept, for the day that they are
/// shown again.
pub(super) fn set_place(
    conn: &Connection,
    table: &'static str,
    id: &dyn ToSql,
    place: Option<&Anchor>,
    text_version: u32,
) -> Result<()> {
    match place {
        Some(Anchor {
            span,
            prefix,
            suffix,
            ..
        }) => conn
            .prepare_cached(&format!(
                "UPDATE {table} SET block = ?2, start = ?3, \"end\" = ?4, orphaned = 0,
                   text_version = ?5, prefix = ?6, suffix = ?7 WHERE id = ?1"
            ))?
            .execute(params![
                id,
                span.block,
                span.start,
                span.end,
                text_version,
                prefix,
                suffix
            ])?,
        None => conn
            .prepare_cached(&format!("UPDATE {table} SET orphaned = 1 WHERE id = ?1"))?
            .execute([id])?,
    };
    Ok(())
}
