//! What was merged keeps its row and says who holds it (`merged_into`): rows are trees, of
//! entities and of notes.

use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// A table whose rows may be merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trees {
    Entities,
    Notes,
}

impl Trees {
    fn table(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Notes => "notes",
        }
    }

    /// The one that holds this one now: itself, unless it was merged.
    pub fn root<I: ToSql + FromSql>(self, conn: &Connection, id: I) -> Result<I> {
        let table = self.table();
        let found = conn
            .prepare_cached(&format!(
                "WITH RECURSIVE up (id) AS (
                   SELECT ?1 UNION
                   SELECT t.merged_into FROM up JOIN {table} t ON t.id = up.id
                   WHERE t.merged_into IS NOT NULL)
                 SELECT t.id FROM up JOIN {table} t ON t.id = up.id WHERE t.merged_into IS NULL"
            ))?
            .query_row([&id], |row| row.get(0))
            .optional()?;
        Ok(found.unwrap_or(id))
    }

    /// One and all that it holds.
    pub fn tree<I: ToSql + FromSql>(self, conn: &Connection, id: I) -> Result<Vec<I>> {
        let table = self.table();
        let mut statement = conn.prepare_cached(&format!(
            "WITH RECURSIVE down (id) AS (
               SELECT ?1 UNION
               SELECT t.id FROM down JOIN {table} t ON t.merged_into = down.id)
             SELECT id FROM down"
        ))?;
        let rows = statement.query_map([id], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
