//! Where articles stand on the pages of outlets, as persons pointed at them.

use rusqlite::{Connection, OptionalExtension, params};

use super::{from_json, to_json};
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{OutletPick, Pick};

/// Format of the JSON in `outlet_picks`. Picks of a later one are left alone.
const PICK_FORMAT: u32 = 1;

/// What is remembered for an outlet.
pub(crate) fn get(conn: &Connection, host: &str) -> Result<Option<Pick>> {
    conn.prepare_cached("SELECT pick FROM outlet_picks WHERE host = ?1 AND format = ?2")?
        .query_row(params![host, PICK_FORMAT], |row| row.get::<_, String>(0))
        .optional()?
        .map(|json| from_json("a pick", &json))
        .transpose()
}

/// Remembers a pick, or forgets it.
pub(crate) fn set(conn: &Connection, host: &str, pick: Option<&Pick>, now_ms: i64) -> Result<()> {
    let Some(pick) = pick else {
        conn.prepare_cached("DELETE FROM outlet_picks WHERE host = ?1")?
            .execute([host])?;
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT OR REPLACE INTO outlet_picks (host, format, pick, made_ms) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![host, PICK_FORMAT, to_json("a pick", pick)?, now_ms])?;
    Ok(())
}

/// All that is remembered, by host.
pub(crate) fn all(conn: &Connection) -> Result<Vec<(String, Pick)>> {
    let mut statement =
        conn.prepare_cached("SELECT host, pick FROM outlet_picks WHERE format = ?1")?;
    let mut rows = statement.query([PICK_FORMAT])?;
    let mut picks = Vec::new();
    while let Some(row) = rows.next()? {
        let json: String = row.get(1)?;
        picks.push((row.get(0)?, from_json("a pick", &json)?));
    }
    Ok(picks)
}

/// The outlets that something is remembered for, in the order of their names.
pub(crate) fn outlets(conn: &Connection) -> Result<Vec<OutletPick>> {
    let mut statement =
        conn.prepare_cached("SELECT host, made_ms FROM outlet_picks ORDER BY host")?;
    let rows = statement.query_map([], |row| {
        Ok(OutletPick {
            host: row.get(0)?,
            made_at: rfc3339(row.get(1)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
