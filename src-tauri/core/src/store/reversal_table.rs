//! Work of taking steps back that is not done yet, in the order in which it was asked for.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{from_json, to_json};
use crate::Result;

pub(crate) fn push(conn: &Connection, work: &impl Serialize) -> Result<()> {
    conn.prepare_cached("INSERT INTO pending_reversals (work) VALUES (?1)")?
        .execute([to_json("work put off", work)?])?;
    Ok(())
}

/// The oldest, with its number.
pub(crate) fn first<T: DeserializeOwned>(conn: &Connection) -> Result<Option<(i64, T)>> {
    let found: Option<(i64, String)> = conn
        .prepare_cached("SELECT n, work FROM pending_reversals ORDER BY n LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found
        .map(|(n, work)| Ok((n, from_json("work put off", &work)?)))
        .transpose()
}

/// Puts what is left of it in its place.
pub(crate) fn replace(conn: &Connection, n: i64, work: &impl Serialize) -> Result<()> {
    conn.prepare_cached("UPDATE pending_reversals SET work = ?2 WHERE n = ?1")?
        .execute(params![n, to_json("work put off", work)?])?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, n: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM pending_reversals WHERE n = ?1")?
        .execute([n])?;
    Ok(())
}
