//! Notes and the links in them.

use rusqlite::{Connection, OptionalExtension, params};

use super::change_table::{self, Changed};
use super::words;
use crate::clock::rfc3339;
use crate::domain::{EntityId, LinkTarget, NoteId, NoteRow};
use crate::text;
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

pub(crate) fn find_record(conn: &Connection, id: NoteId) -> Result<Option<NoteRecord>> {
    Ok(conn
        .prepare_cached(
            "SELECT title, body, created_ms, edited_ms, revision, deleted_ms IS NOT NULL,
               changed_bytes
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
            })
        })
        .optional()?)
}

pub(crate) fn set_deleted(conn: &Connection, id: NoteId, deleted_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE notes SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    change_table::record(conn, Changed::Note(id))
}

pub(crate) fn list(conn: &Connection, offset: u32, limit: u32) -> Result<(u32, Vec<NoteRow>)> {
    let mut statement = conn.prepare_cached(
        "SELECT id, title, excerpt, edited_ms FROM notes WHERE deleted_ms IS NULL
         ORDER BY edited_ms DESC, id DESC LIMIT ?1 OFFSET ?2",
    )?;
    let rows = statement.query_map([limit, offset], |row| {
        Ok(NoteRow {
            id: row.get(0)?,
            title: row.get(1)?,
            excerpt: row.get(2)?,
            edited_at: rfc3339(row.get(3)?),
        })
    })?;
    Ok((
        super::counter(conn, "notes")?,
        rows.collect::<rusqlite::Result<_>>()?,
    ))
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

/// Kept notes whose title has a word that starts with what was typed.
pub(crate) fn complete(
    conn: &Connection,
    typed: &str,
    limit: u32,
) -> Result<Vec<(NoteId, String)>> {
    let folded = text::fold(typed);
    let Some(first) = words::words(typed).into_iter().next() else {
        return Ok(Vec::new());
    };
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT n.id, n.title, n.edited_ms FROM note_words w JOIN notes n ON n.id = w.note_id
         WHERE w.word >= ?1 AND w.word < ?2 AND n.deleted_ms IS NULL
         ORDER BY n.edited_ms DESC",
    )?;
    let rows = statement.query_map(params![first, words::after_prefix(&first)], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?))
    })?;
    let mut notes = Vec::new();
    for row in rows {
        let (id, title) = row?;
        if format!(" {}", text::fold(&title)).contains(&format!(" {folded}")) {
            notes.push((id, title));
        }
        if notes.len() >= limit as usize {
            break;
        }
    }
    Ok(notes)
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

/// Kept notes that link to `target` or, for an entity, to what it holds since it was
/// merged: note, title and context of each link.
pub(crate) fn links_to(
    conn: &Connection,
    target: &LinkTarget,
) -> Result<Vec<(NoteId, String, String)>> {
    let (kind, id) = key(target);
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE down (id) AS (
           SELECT ?2 UNION
           SELECT e.id FROM down JOIN entities e ON e.merged_into = down.id)
         SELECT n.id, n.title, l.context
         FROM down JOIN note_links l ON l.target_kind = ?1 AND l.target_id = down.id
           JOIN notes n ON n.id = l.note_id
         WHERE n.deleted_ms IS NULL
         ORDER BY n.edited_ms DESC, n.id, l.position",
    )?;
    let rows = statement.query_map(params![kind, id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a link to this entity is called has changed.
pub(crate) fn links_changed(conn: &Connection, entity: EntityId) -> Result<()> {
    let target = LinkTarget::Entity { id: entity };
    let (kind, id) = key(&target);
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT note_id FROM note_links WHERE target_kind = ?1 AND target_id = ?2",
    )?;
    let rows = statement.query_map(params![kind, id], |row| row.get(0))?;
    for note in rows.collect::<rusqlite::Result<Vec<NoteId>>>()? {
        change_table::record(conn, Changed::Note(note))?;
    }
    Ok(())
}

fn key(target: &LinkTarget) -> (&'static str, &[u8]) {
    match target {
        LinkTarget::Article { id } => ("article", id.as_bytes()),
        LinkTarget::Entity { id } => ("entity", id.as_bytes()),
        LinkTarget::Note { id } => ("note", id.as_bytes()),
        LinkTarget::Quote { id } => ("quote", id.as_bytes()),
    }
}
