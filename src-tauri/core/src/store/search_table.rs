//! Saved searches, and what was searched for last.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{from_json, of_word, to_json, word_of};
use crate::domain::{SavedSearch, SavedSearchId, SearchQuery};
use crate::{Error, Result};

/// Adds a search at the end of the list.
pub(crate) fn insert(
    conn: &Connection,
    id: SavedSearchId,
    name: &str,
    query: &SearchQuery,
    seen: u64,
    now_ms: i64,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO saved_searches (id, name, text, kinds, sort, seen, made_ms, names, place)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
           (SELECT coalesce(max(place), 0) + 1 FROM saved_searches))",
    )?
    .execute(params![
        id,
        name,
        query.text,
        to_json("kinds of results", &query.kinds)?,
        word_of(query.sort.unwrap_or_default())?,
        seen.cast_signed(),
        now_ms,
        query
            .names
            .as_ref()
            .map(|names| to_json("names that are searched", names))
            .transpose()?
    ])?;
    Ok(())
}

const COLUMNS: &str = "id, name, text, kinds, sort, seen, names";

/// A search without its kinds and names, and these as they are kept.
type Kept = (SavedSearch, String, Option<String>);

fn read_row(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let search = SavedSearch {
        id: row.get(0)?,
        name: row.get(1)?,
        text: row.get(2)?,
        kinds: Vec::new(),
        sort: of_word(row.get(4)?)?,
        names: None,
        seen: format!("{:016x}", row.get::<_, i64>(5)?.cast_unsigned()),
    };
    Ok((search, row.get(3)?, row.get(6)?))
}

fn whole((search, kinds, names): Kept) -> Result<SavedSearch> {
    let kinds = from_json("kinds of results", &kinds)?;
    let names = names
        .map(|names| from_json("names that are searched", &names))
        .transpose()?;
    Ok(SavedSearch {
        kinds,
        names,
        ..search
    })
}

/// Those that are not deleted, in the person's order.
pub(crate) fn all(conn: &Connection) -> Result<Vec<SavedSearch>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM saved_searches WHERE deleted_ms IS NULL ORDER BY place, id"
    ))?;
    let rows = statement.query_map([], read_row)?;
    rows.map(|row| whole(row?)).collect()
}

pub(crate) fn get(conn: &Connection, id: SavedSearchId) -> Result<SavedSearch> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM saved_searches WHERE id = ?1 AND deleted_ms IS NULL"
    ))?
    .query_row([id], read_row)
    .optional()?
    .map_or_else(
        || Err(Error::not_found(format_args!("saved search {id}"))),
        whole,
    )
}

pub(crate) fn rename(conn: &Connection, id: SavedSearchId, name: &str) -> Result<()> {
    conn.prepare_cached("UPDATE saved_searches SET name = ?2 WHERE id = ?1")?
        .execute(params![id, name])?;
    Ok(())
}

pub(crate) fn set_deleted(
    conn: &Connection,
    id: SavedSearchId,
    deleted_ms: Option<i64>,
) -> Result<()> {
    conn.prepare_cached("UPDATE saved_searches SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    Ok(())
}

pub(crate) fn set_place(conn: &Connection, id: SavedSearchId, place: usize) -> Result<()> {
    conn.prepare_cached("UPDATE saved_searches SET place = ?2 WHERE id = ?1")?
        .execute(params![id, place])?;
    Ok(())
}

/// Its results up to this id were looked at; never less than before.
pub(crate) fn set_seen(conn: &Connection, id: SavedSearchId, seen: u64) -> Result<bool> {
    let moved = conn
        .prepare_cached("UPDATE saved_searches SET seen = ?2 WHERE id = ?1 AND seen < ?2")?
        .execute(params![id, seen.cast_signed()])?;
    Ok(moved > 0)
}

/// The last texts searched for, the latest first.
pub(crate) fn history(conn: &Connection, limit: u32) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT text FROM search_history ORDER BY searched_ms DESC, text LIMIT ?1",
    )?;
    let rows = statement.query_map([limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps a text as the latest of at most `most`. One kept within `meanwhile`
/// milliseconds of which it is the continuation was on the way to it, and goes.
pub(crate) fn remember(
    conn: &Connection,
    text: &str,
    now_ms: i64,
    meanwhile: i64,
    most: u32,
) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM search_history
         WHERE searched_ms >= ?2 AND substr(?1, 1, length(text)) = text",
    )?
    .execute(params![text, now_ms - meanwhile])?;
    conn.prepare_cached(
        "INSERT OR REPLACE INTO search_history (text, searched_ms) VALUES (?1, ?2)",
    )?
    .execute(params![text, now_ms])?;
    conn.prepare_cached(
        "DELETE FROM search_history WHERE text NOT IN
           (SELECT text FROM search_history ORDER BY searched_ms DESC, text LIMIT ?1)",
    )?
    .execute([most])?;
    Ok(())
}

pub(crate) fn clear_history(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM search_history")?
        .execute([])?;
    Ok(())
}
