//! Notes and the links in them.

use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};

use super::change_table::{self, Changed};
pub(crate) use super::completing::notes as complete;
use super::{merge_table, note_merge_table, words};
use crate::domain::{LinkTarget, NoteId};
use crate::{Error, Result};

/// A note's row, whole.
pub(crate) struct NoteRecord {
    pub id: NoteId,
    pub title: String,
    pub body: String,
    pub created_ms: i64,
    pub edited_ms: i64,
    pub revision: u32,
    pub deleted: bool,
    /// Typed and deleted since a text was last kept as a version.
    pub changed_bytes: u32,
    pub template: bool,
}

/// A link found in a note's body.
pub(crate) struct NewLink {
    pub target: LinkTarget,
    /// The sentence around it, as Markdown.
    pub context: String,
}

pub(crate) fn insert(
    conn: &Connection,
    id: NoteId,
    title: &str,
    body: &str,
    excerpt: &str,
    now_ms: i64,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO notes (id, title, body, excerpt, created_ms, edited_ms, revision)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)",
    )?
    .execute(params![id, title, body, excerpt, now_ms])?;
    words::put_note(conn, id, title)?;
    change_table::record(conn, Changed::Note(id))
}

/// Writes the next revision.
pub(crate) fn update(
    conn: &Connection,
    id: NoteId,
    title: &str,
    body: &str,
    excerpt: &str,
    now_ms: i64,
    changed_bytes: u32,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE notes SET title = ?2, body = ?3, excerpt = ?4, edited_ms = ?5,
           changed_bytes = ?6, revision = revision + 1 WHERE id = ?1",
    )?
    .execute(params![id, title, body, excerpt, now_ms, changed_bytes])?;
    words::put_note(conn, id, title)?;
    change_table::record(conn, Changed::Note(id))
}

pub(crate) fn record(conn: &Connection, id: NoteId) -> Result<NoteRecord> {
    find_record(conn, id)?.ok_or_else(|| Error::not_found(format_args!("note {id}")))
}

/// What a note is called, without reading its text.
pub(crate) fn title(conn: &Connection, id: NoteId) -> Result<String> {
    Ok(find_title(conn, id)?.unwrap_or_default().0)
}

/// What a note is called, and whether it is deleted.
pub(crate) fn find_title(conn: &Connection, id: NoteId) -> Result<Option<(String, bool)>> {
    Ok(conn
        .prepare_cached("SELECT title, deleted_ms IS NOT NULL FROM notes WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(crate) fn find_record(conn: &Connection, id: NoteId) -> Result<Option<NoteRecord>> {
    Ok(conn
        .prepare_cached(
            "SELECT title, body, created_ms, edited_ms, revision, deleted_ms IS NOT NULL,
               changed_bytes, template
             FROM notes WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(NoteRecord {
                id,
                title: row.get(0)?,
                body: row.get(1)?,
                created_ms: row.get(2)?,
                edited_ms: row.get(3)?,
                revision: row.get(4)?,
                deleted: row.get(5)?,
                changed_bytes: row.get(6)?,
                template: row.get(7)?,
            })
        })
        .optional()?)
}

/// What is shown of a note beside others: its title, the beginning of its text, and whether
/// it is in the trash.
pub(crate) fn heading(conn: &Connection, id: NoteId) -> Result<Option<(String, String, bool)>> {
    Ok(conn
        .prepare_cached("SELECT title, excerpt, deleted_ms IS NOT NULL FROM notes WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

/// The first bytes of the text of a kept note that has links, as far as they are whole
/// characters; the rest of a long one is not read.
pub(crate) fn linked_beginning(
    conn: &Connection,
    id: NoteId,
    bytes: usize,
) -> Result<Option<String>> {
    let row: Option<i64> = conn
        .prepare_cached(
            "SELECT rowid FROM notes
             WHERE id = ?1 AND EXISTS (SELECT 1 FROM note_links WHERE note_id = ?1)",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(row) = row else {
        return Ok(None);
    };
    let text = conn.blob_open(MAIN_DB, "notes", "body", row, true)?;
    let mut beginning = vec![0; bytes.min(text.len())];
    text.read_at_exact(&mut beginning, 0)?;
    let whole = match std::str::from_utf8(&beginning) {
        Ok(text) => text.len(),
        Err(cut) => cut.valid_up_to(),
    };
    beginning.truncate(whole);
    Ok(Some(String::from_utf8_lossy(&beginning).into_owned()))
}

pub(crate) fn set_deleted(conn: &Connection, id: NoteId, deleted_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE notes SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    change_table::record(conn, Changed::Note(id))
}

/// The next `limit` notes after `after` in the order of ids, trash included.
pub(crate) fn ids_after(
    conn: &Connection,
    after: Option<NoteId>,
    limit: u32,
) -> Result<Vec<NoteId>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement =
        conn.prepare_cached("SELECT id FROM notes WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Replaces the links of a note, in the order of the text.
pub(crate) fn set_links(conn: &Connection, note: NoteId, links: &[NewLink]) -> Result<()> {
    conn.prepare_cached("DELETE FROM note_links WHERE note_id = ?1")?
        .execute([note])?;
    let mut statement = conn.prepare_cached(
        "INSERT INTO note_links (note_id, position, target_kind, target_id, context)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, link) in links.iter().enumerate() {
        let (kind, id) = key(&link.target);
        statement.execute(params![note, position as i64, kind, id, link.context])?;
    }
    Ok(())
}

/// Links that lead to `target` or, for what holds others since they were merged, to one of
/// those: after a place in the order of newest notes, with note, position and context.
pub(crate) fn links_to(
    conn: &Connection,
    target: &LinkTarget,
    after: Option<(NoteId, u32)>,
    limit: u32,
) -> Result<Vec<(NoteId, u32, String)>> {
    // Ids begin with their time, so that the index alone gives the order.
    let mut statement = conn.prepare_cached(
        "SELECT note_id, position, context FROM note_links
         WHERE target_kind = ?1 AND target_id = ?2
           AND (?3 IS NULL OR note_id <= ?3 AND (note_id < ?3 OR position > ?4))
         ORDER BY note_id DESC, position LIMIT ?5",
    )?;
    let mut links: Vec<(NoteId, u32, String)> = Vec::new();
    for member in members(conn, target)? {
        let (kind, id) = key(&member);
        let (note, position) = after.unzip();
        let rows = statement.query_map(params![kind, id, note, position, limit], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        for row in rows {
            links.push(row?);
        }
    }
    links.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    links.truncate(limit as usize);
    Ok(links)
}

/// How many links lead to `target`, or to what it holds.
pub(crate) fn count_links_to(conn: &Connection, target: &LinkTarget) -> Result<u32> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM note_links WHERE target_kind = ?1 AND target_id = ?2",
    )?;
    let mut total = 0;
    for member in members(conn, target)? {
        let (kind, id) = key(&member);
        total += statement.query_row(params![kind, id], |row| row.get::<_, u32>(0))?;
    }
    Ok(total)
}

/// Whether a note links to `target`, or to what it holds.
pub(crate) fn has_link(conn: &Connection, note: NoteId, target: &LinkTarget) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM note_links
         WHERE target_kind = ?1 AND target_id = ?2 AND note_id = ?3)",
    )?;
    for member in members(conn, target)? {
        let (kind, id) = key(&member);
        if statement.query_row(params![kind, id, note], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A target, and all that it holds since they were merged.
fn members(conn: &Connection, target: &LinkTarget) -> Result<Vec<LinkTarget>> {
    Ok(match target {
        LinkTarget::Article { .. } | LinkTarget::Quote { .. } | LinkTarget::Dossier { .. } => {
            vec![*target]
        }
        LinkTarget::Entity { id } => {
            let tree = merge_table::tree(conn, *id)?;
            tree.into_iter()
                .map(|id| LinkTarget::Entity { id })
                .collect()
        }
        LinkTarget::Note { id } => {
            let tree = note_merge_table::tree(conn, *id)?;
            tree.into_iter().map(|id| LinkTarget::Note { id }).collect()
        }
    })
}

/// What a link to this is called has changed: notes are searched with that.
pub(crate) fn links_changed(conn: &Connection, target: &LinkTarget) -> Result<()> {
    let (kind, id) = key(target);
    conn.prepare_cached(
        "INSERT OR REPLACE INTO changes (kind, id, seq)
         SELECT 2, note_id, (SELECT coalesce(max(seq), 0) FROM changes)
             + row_number() OVER (ORDER BY note_id)
         FROM (SELECT DISTINCT note_id FROM note_links
               WHERE target_kind = ?1 AND target_id = ?2)",
    )?
    .execute(params![kind, id])?;
    Ok(())
}

fn key(target: &LinkTarget) -> (&'static str, &[u8]) {
    match target {
        LinkTarget::Article { id } => ("article", id.as_bytes()),
        LinkTarget::Entity { id } => ("entity", id.as_bytes()),
        LinkTarget::Note { id } => ("note", id.as_bytes()),
        LinkTarget::Quote { id } => ("quote", id.as_bytes()),
        LinkTarget::Dossier { id } => ("dossier", id.as_bytes()),
    }
}
