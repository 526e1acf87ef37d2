//! Which originals are kept.

use rusqlite::{Connection, OptionalExtension, params};

use super::Sha256;
use crate::Result;

pub(crate) fn put(conn: &Connection, sha256: Sha256, size: u64, media_type: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO originals (sha256, size, media_type) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![sha256, size as i64, media_type])?;
    Ok(())
}

/// Size in bytes as received, and media type.
pub(crate) fn get(conn: &Connection, sha256: Sha256) -> Result<Option<(u64, String)>> {
    Ok(conn
        .prepare_cached("SELECT size, media_type FROM originals WHERE sha256 = ?1")?
        .query_row([sha256], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get(1)?))
        })
        .optional()?)
}

/// The hash of every original.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Sha256>> {
    let mut statement = conn.prepare("SELECT sha256 FROM originals ORDER BY sha256")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
