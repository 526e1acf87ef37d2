//! Watched folders, and which of their files were met.

use rusqlite::{Connection, params};

use crate::Result;

/// A file as it was when it was met.
pub(crate) struct SeenFile {
    pub path: String,
    /// In bytes.
    pub size: u64,
    pub modified_ms: i64,
}

/// The paths, in the order in which they were chosen.
pub(crate) fn folders(conn: &Connection) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT path FROM watched_folders ORDER BY added_ms, path")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_folder(conn: &Connection, path: &str, now_ms: i64) -> Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO watched_folders (path, added_ms) VALUES (?1, ?2)")?
        .execute(params![path, now_ms])?;
    Ok(())
}

pub(crate) fn remove_folder(conn: &Connection, path: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM watched_files WHERE folder = ?1")?
        .execute([path])?;
    conn.prepare_cached("DELETE FROM watched_folders WHERE path = ?1")?
        .execute([path])?;
    Ok(())
}

/// Whether this file was met, and as it is now.
pub(crate) fn is_known(conn: &Connection, folder: &str, file: &SeenFile) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM watched_files
             WHERE folder = ?1 AND path = ?2 AND size = ?3 AND modified_ms = ?4",
        )?
        .exists(params![
            folder,
            file.path,
            file.size as i64,
            file.modified_ms
        ])?)
}

pub(crate) fn remember(conn: &Connection, folder: &str, file: &SeenFile) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO watched_files (folder, path, size, modified_ms)
         VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        folder,
        file.path,
        file.size as i64,
        file.modified_ms
    ])?;
    Ok(())
}
