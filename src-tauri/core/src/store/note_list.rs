//! Stretches of the list of notes, by what is asked of them.

use rusqlite::{Connection, ToSql};

use super::{counter, words};
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{NoteQuery, NoteRow, NoteSort};

/// Words of a filter that are looked for, at most.
const MOST_WORDS: usize = 8;

/// How many rows there are, and a stretch of them.
pub(crate) fn list(
    conn: &Connection,
    query: &NoteQuery,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<NoteRow>)> {
    let (order, made) = match query.sort {
        NoteSort::Edited => ("edited_ms DESC, id DESC", false),
        NoteSort::Created => ("created_ms DESC, id DESC", true),
        NoteSort::Title => ("title COLLATE NOCASE, id", false),
    };
    let shown = if made { "created_ms" } else { "edited_ms" };
    let mut typed = words::words(&query.filter);
    typed.truncate(MOST_WORDS);
    let ranges: Vec<String> = typed
        .iter()
        .flat_map(|word| [word.clone(), words::after_prefix(word)])
        .collect();
    let parameters: Vec<&dyn ToSql> = ranges.iter().map(|word| word as &dyn ToSql).collect();
    let mut among = format!(
        "deleted_ms IS NULL AND template = {}",
        i32::from(query.templates)
    );
    for n in (1..=ranges.len()).step_by(2) {
        among.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM note_words w
                WHERE w.note_id = notes.id AND w.word >= ?{n} AND w.word < ?{})",
            n + 1
        ));
    }
    let total = match ranges.is_empty() && !query.templates {
        true => own(conn)?,
        false => conn
            .prepare_cached(&format!("SELECT count(*) FROM notes WHERE {among}"))?
            .query_row(parameters.as_slice(), |row| row.get(0))?,
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, title, excerpt, {shown} FROM notes WHERE {among}
         ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    ))?;
    let rows = statement.query_map(parameters.as_slice(), |row| {
        Ok(NoteRow {
            id: row.get(0)?,
            title: row.get(1)?,
            excerpt: row.get(2)?,
            listed_at: rfc3339(row.get(3)?),
        })
    })?;
    Ok((total, rows.collect::<rusqlite::Result<_>>()?))
}

/// Kept notes that are no templates.
pub(crate) fn own(conn: &Connection) -> Result<u32> {
    let templates: u32 = conn
        .prepare_cached("SELECT count(*) FROM notes WHERE template = 1 AND deleted_ms IS NULL")?
        .query_row([], |row| row.get(0))?;
    Ok(counter(conn, "notes")?.saturating_sub(templates))
}
