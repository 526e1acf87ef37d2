//! The list of all entities that may be the same as another one: worked out once, and then
//! given in stretches for as long as nothing is written.

use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use crate::Result;
use crate::domain::{EntityQuery, EntityRow};
use crate::store::{Store, alike_table, entity_list, lock};

/// The list that was asked for last.
#[derive(Default)]
pub(super) struct AlikeList(Mutex<Option<Made>>);

struct Made {
    query: EntityQuery,
    /// See [`Store::writes`].
    writes: u64,
    rows: Arc<Vec<EntityRow>>,
}

impl AlikeList {
    /// How many rows there are, and a stretch of them with whom each may be the same.
    pub fn stretch(
        &self,
        store: &Store,
        query: &EntityQuery,
        offset: u32,
        limit: u32,
    ) -> Result<(u32, Vec<EntityRow>)> {
        // Asked before the snapshot is taken: rows may be newer than this says, never older.
        let writes = store.writes();
        store.read("list entities that may be the same", |conn| {
            let all = self.rows(conn, query, writes)?;
            let mut rows: Vec<EntityRow> = all
                .iter()
                .skip(offset as usize)
                .take(limit as usize)
                .cloned()
                .collect();
            for row in &mut rows {
                row.alike = alike_table::with_whom(conn, row.id)?;
            }
            Ok((u32::try_from(all.len()).unwrap_or(u32::MAX), rows))
        })
    }

    fn rows(
        &self,
        conn: &Connection,
        query: &EntityQuery,
        writes: u64,
    ) -> Result<Arc<Vec<EntityRow>>> {
        // Who asks for the next stretch meanwhile waits for this one.
        let mut made = lock(&self.0);
        if let Some(made) = made.as_ref()
            && made.writes == writes
            && made.query == *query
        {
            return Ok(Arc::clone(&made.rows));
        }
        let rows = Arc::new(entity_list::all(conn, query)?);
        *made = Some(Made {
            query: query.clone(),
            writes,
            rows: Arc::clone(&rows),
        });
        Ok(rows)
    }
}
