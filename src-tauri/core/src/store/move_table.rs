//! Moves to the trash and back that are not done yet, in the order they were asked for.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{from_json, to_json};
use crate::Result;
use crate::domain::{ArticleId, ImportId, ImportItemId};

/// Things that go or come back together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Moved {
    pub articles: Vec<ArticleId>,
    /// Texts of articles that other imports have a part in.
    pub versions: Vec<(ArticleId, u32)>,
    /// Import problems.
    pub problems: Vec<ImportItemId>,
    /// The import of which they are all that is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}

impl Moved {
    pub fn len(&self) -> usize {
        self.articles.len() + self.versions.len() + self.problems.len()
    }
}

/// What one transaction moves: to the trash (`Some`) or back (`None`).
#[derive(Debug)]
pub(crate) struct PendingMove {
    pub n: i64,
    pub moved: Moved,
    pub gone_ms: Option<i64>,
}

pub(crate) fn push(conn: &Connection, moved: &Moved, gone_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("INSERT INTO pending_moves (moved, things, gone_ms) VALUES (?1, ?2, ?3)")?
        .execute(params![
            to_json("a pending move", moved)?,
            moved.len() as i64,
            gone_ms
        ])?;
    Ok(())
}

/// The oldest.
pub(crate) fn first(conn: &Connection) -> Result<Option<PendingMove>> {
    let found: Option<(i64, String, Option<i64>)> = conn
        .prepare_cached("SELECT n, moved, gone_ms FROM pending_moves ORDER BY n LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    found
        .map(|(n, moved, gone_ms)| {
            Ok(PendingMove {
                n,
                moved: from_json("a pending move", &moved)?,
                gone_ms,
            })
        })
        .transpose()
}

pub(crate) fn remove(conn: &Connection, n: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM pending_moves WHERE n = ?1")?
        .execute([n])?;
    Ok(())
}

/// How many things are still to be moved.
pub(crate) fn waiting(conn: &Connection) -> Result<u32> {
    Ok(conn
        .prepare_cached("SELECT coalesce(sum(things), 0) FROM pending_moves")?
        .query_row([], |row| row.get(0))?)
}
