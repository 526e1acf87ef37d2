//! What can be taken back, newest first, and what was taken back and can be done again;
//! kept over restarts.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{from_json, of_word, to_json, word_of};
use crate::Result;
use crate::domain::{UndoAction, UndoStep};

/// At most this many steps are kept.
const KEPT: i64 = 500;

/// Keeps a step. What was taken back before can't be done again from then on.
pub(crate) fn push(
    conn: &Connection,
    step: &UndoStep,
    inverse: &impl serde::Serialize,
) -> Result<i64> {
    forget_undone(conn)?;
    conn.prepare_cached(
        "INSERT INTO undo_steps (action, subject, things, inverse, made_ms)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        word_of(step.action)?,
        step.subject,
        step.count,
        to_json("an undo step", inverse)?,
        step.at_ms
    ])?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("DELETE FROM undo_steps WHERE id <= ?1 - ?2")?
        .execute(params![id, KEPT])?;
    Ok(id)
}

// In which order steps were taken back is told by when each was.
const STEP: &str = "id, action, subject, things, coalesce(undone, made_ms)";

fn read(row: &Row<'_>) -> rusqlite::Result<UndoStep> {
    Ok(UndoStep {
        id: row.get(0)?,
        action: of_word(row.get(1)?)?,
        subject: row.get(2)?,
        count: row.get(3)?,
        at_ms: row.get(4)?,
        kept: false,
    })
}

/// How a step is taken back, and when it was made.
pub(crate) struct Made<T> {
    pub id: i64,
    pub inverse: T,
    pub made_ms: i64,
}

/// The newest step, where it is of this kind and nothing was taken back after it.
pub(crate) fn newest<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    action: UndoAction,
) -> Result<Option<Made<T>>> {
    let found: Option<(i64, String, i64)> = conn
        .prepare_cached(
            "SELECT id, inverse, made_ms FROM undo_steps
             WHERE id = (SELECT max(id) FROM undo_steps) AND action = ?1
               AND NOT EXISTS (SELECT 1 FROM undo_steps WHERE again IS NOT NULL)",
        )?
        .query_row([word_of(action)?], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    found
        .map(|(id, inverse, made_ms)| {
            Ok(Made {
                id,
                inverse: from_json("an undo step", &inverse)?,
                made_ms,
            })
        })
        .transpose()
}

/// How all steps of this kind are taken back that were not.
pub(crate) fn of_action<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    action: UndoAction,
) -> Result<Vec<T>> {
    let mut statement =
        conn.prepare_cached("SELECT inverse FROM undo_steps WHERE action = ?1 AND again IS NULL")?;
    let rows = statement.query_map([word_of(action)?], |row| row.get::<_, String>(0))?;
    rows.map(|inverse| from_json("an undo step", &inverse?))
        .collect()
}

/// Says that more was done in a step just now.
pub(crate) fn set_made(conn: &Connection, id: i64, made_ms: i64) -> Result<()> {
    conn.prepare_cached("UPDATE undo_steps SET made_ms = ?2 WHERE id = ?1")?
        .execute(params![id, made_ms])?;
    Ok(())
}

/// Gives a step that was not taken back another subject and inverse.
pub(crate) fn narrow(
    conn: &Connection,
    id: i64,
    subject: &str,
    things: Option<u32>,
    inverse: &impl serde::Serialize,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE undo_steps SET subject = ?2, things = ?3, inverse = ?4
         WHERE id = ?1 AND again IS NULL",
    )?
    .execute(params![
        id,
        subject,
        things,
        to_json("an undo step", inverse)?
    ])?;
    Ok(())
}

/// The step with this id, or the newest, that was not taken back; with its inverse.
pub(crate) fn find<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    id: Option<i64>,
) -> Result<Option<(UndoStep, T)>> {
    let found: Option<(UndoStep, String)> = conn
        .prepare_cached(&format!(
            "SELECT {STEP}, inverse FROM undo_steps
             WHERE (?1 IS NULL OR id = ?1) AND again IS NULL ORDER BY id DESC LIMIT 1"
        ))?
        .query_row([id], |row| Ok((read(row)?, row.get(5)?)))
        .optional()?;
    found
        .map(|(step, inverse)| Ok((step, from_json("an undo step", &inverse)?)))
        .transpose()
}

/// What takes the step with this id back or, where it was taken back, does it again; where its
/// action is one of these.
pub(crate) fn data_of<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    id: i64,
    actions: &[UndoAction],
) -> Result<Option<T>> {
    let found: Option<(UndoAction, String)> = conn
        .prepare_cached("SELECT action, coalesce(again, inverse) FROM undo_steps WHERE id = ?1")?
        .query_row([id], |row| Ok((of_word(row.get(0)?)?, row.get(1)?)))
        .optional()?;
    found
        .filter(|(action, _)| actions.contains(action))
        .map(|(_, data)| from_json("an undo step", &data))
        .transpose()
}

/// The newest step that was not taken back, without its inverse, which may be long.
pub(crate) fn peek(conn: &Connection) -> Result<Option<UndoStep>> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {STEP} FROM undo_steps WHERE again IS NULL ORDER BY id DESC LIMIT 1"
        ))?
        .query_row([], read)
        .optional()?)
}

/// The step that was taken back last, without what does it again.
pub(crate) fn peek_undone(conn: &Connection) -> Result<Option<UndoStep>> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {STEP} FROM undo_steps WHERE again IS NOT NULL ORDER BY undone DESC LIMIT 1"
        ))?
        .query_row([], read)
        .optional()?)
}

/// The step that was taken back last, with what does it again.
pub(crate) fn find_undone<T: serde::de::DeserializeOwned>(
    conn: &Connection,
) -> Result<Option<(UndoStep, T)>> {
    let Some(step) = peek_undone(conn)? else {
        return Ok(None);
    };
    let again: String = conn
        .prepare_cached("SELECT again FROM undo_steps WHERE id = ?1")?
        .query_row([step.id], |row| row.get(0))?;
    Ok(Some((step, from_json("what does a step again", &again)?)))
}

/// Notes that a step was taken back, and what does it again. Where nothing does, what was
/// taken back before can't be done again either: it may rest on this one. Returns when it was
/// taken back, `now_ms` or later than all before; `None` where there was no such step.
pub(crate) fn take_back(
    conn: &Connection,
    id: i64,
    again: Option<&impl serde::Serialize>,
    now_ms: i64,
) -> Result<Option<i64>> {
    let Some(again) = again else {
        let removed = remove(conn, id)?;
        if removed {
            forget_undone(conn)?;
        }
        return Ok(removed.then_some(now_ms));
    };
    Ok(conn
        .prepare_cached(
            "UPDATE undo_steps SET again = ?2,
               undone = (SELECT max(?3, coalesce(max(undone), 0) + 1) FROM undo_steps)
             WHERE id = ?1 AND again IS NULL RETURNING undone",
        )?
        .query_row(
            params![id, to_json("what does a step again", again)?, now_ms],
            |row| row.get(0),
        )
        .optional()?)
}

/// Gives a step that was taken back another way to be done again.
pub(crate) fn set_again(conn: &Connection, id: i64, again: &impl serde::Serialize) -> Result<()> {
    conn.prepare_cached("UPDATE undo_steps SET again = ?2 WHERE id = ?1 AND again IS NOT NULL")?
        .execute(params![id, to_json("what does a step again", again)?])?;
    Ok(())
}

/// Notes that a step was done again: it is the newest then, under a number of its own.
/// `None` when it was not taken back.
pub(crate) fn do_again(conn: &Connection, id: i64, now_ms: i64) -> Result<Option<i64>> {
    let put = conn
        .prepare_cached(
            "INSERT INTO undo_steps (action, subject, things, inverse, made_ms)
             SELECT action, subject, things, inverse, ?2 FROM undo_steps
             WHERE id = ?1 AND again IS NOT NULL",
        )?
        .execute([id, now_ms])?;
    if put == 0 {
        return Ok(None);
    }
    let now = conn.last_insert_rowid();
    conn.prepare_cached("DELETE FROM undo_steps WHERE id = ?1")?
        .execute([id])?;
    Ok(Some(now))
}

/// What was taken back can't be done again any more.
pub(crate) fn forget_undone(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM undo_steps WHERE again IS NOT NULL")?
        .execute([])?;
    Ok(())
}

/// Rewrites every step by what `rewrite` makes of its inverse: the same (`Some`), or
/// nothing, where there is nothing left to take back. What was taken back can't be done
/// again any more.
pub(crate) fn rewrite<T: serde::Serialize + serde::de::DeserializeOwned>(
    conn: &Connection,
    mut rewrite: impl FnMut(T) -> Result<Option<T>>,
) -> Result<()> {
    forget_undone(conn)?;
    let ids: Vec<i64> = conn
        .prepare_cached("SELECT id FROM undo_steps")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in ids {
        let Some((_, inverse)) = find::<T>(conn, Some(id))? else {
            continue;
        };
        match rewrite(inverse)? {
            Some(left) => {
                conn.prepare_cached("UPDATE undo_steps SET inverse = ?2 WHERE id = ?1")?
                    .execute(params![id, to_json("an undo step", &left)?])?;
            }
            None => {
                remove(conn, id)?;
            }
        }
    }
    Ok(())
}

/// Whether a step can still be taken back.
pub(crate) fn is_kept(conn: &Connection, id: i64) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM undo_steps WHERE id = ?1 AND again IS NULL")?
        .exists([id])?)
}

/// Whether there was such a step, which was not taken back.
pub(crate) fn remove(conn: &Connection, id: i64) -> Result<bool> {
    let removed = conn
        .prepare_cached("DELETE FROM undo_steps WHERE id = ?1 AND again IS NULL")?
        .execute([id])?;
    Ok(removed > 0)
}
