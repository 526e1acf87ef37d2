//! What can be taken back, newest first, kept over restarts.

use rusqlite::{Connection, OptionalExtension, params};

use super::{from_json, of_word, to_json, word_of};
use crate::Result;
use crate::domain::{UndoAction, UndoStep};

/// At most this many steps are kept.
const KEPT: i64 = 500;

pub(crate) fn push(
    conn: &Connection,
    action: UndoAction,
    subject: &str,
    inverse: &impl serde::Serialize,
    now_ms: i64,
) -> Result<UndoStep> {
    conn.prepare_cached(
        "INSERT INTO undo_steps (action, subject, inverse, made_ms) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        word_of(action)?,
        subject,
        to_json("an undo step", inverse)?,
        now_ms
    ])?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("DELETE FROM undo_steps WHERE id <= ?1 - ?2")?
        .execute(params![id, KEPT])?;
    Ok(UndoStep {
        id,
        action,
        subject: subject.to_owned(),
    })
}

/// Brings back an import that was taken back. It is offered once, right afterwards: going
/// back step by step passes it by.
const REDO: &str = "restoreImport";

/// The newest step, when it is one that [`find`] passes by.
pub(crate) fn newest_redo(conn: &Connection) -> Result<Option<UndoStep>> {
    let newest = conn
        .prepare_cached("SELECT id, action, subject FROM undo_steps ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(UndoStep {
                id: row.get(0)?,
                action: of_word(row.get(1)?)?,
                subject: row.get(2)?,
            })
        })
        .optional()?;
    Ok(newest.filter(|step| step.action == UndoAction::RestoreImport))
}

/// How the newest step is taken back, where it is of this kind.
pub(crate) fn newest<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    action: UndoAction,
) -> Result<Option<T>> {
    let found: Option<String> = conn
        .prepare_cached(
            "SELECT inverse FROM undo_steps
             WHERE id = (SELECT max(id) FROM undo_steps) AND action = ?1",
        )?
        .query_row([word_of(action)?], |row| row.get(0))
        .optional()?;
    found
        .map(|inverse| from_json("an undo step", &inverse))
        .transpose()
}

/// The step with this id, or the newest, with its inverse.
pub(crate) fn find<T: serde::de::DeserializeOwned>(
    conn: &Connection,
    id: Option<i64>,
) -> Result<Option<(UndoStep, T)>> {
    let found: Option<(UndoStep, String)> = conn
        .prepare_cached(
            "SELECT id, action, subject, inverse FROM undo_steps
             WHERE (?1 IS NULL AND action <> ?2) OR id = ?1 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![id, REDO], |row| {
            let step = UndoStep {
                id: row.get(0)?,
                action: of_word(row.get(1)?)?,
                subject: row.get(2)?,
            };
            Ok((step, row.get(3)?))
        })
        .optional()?;
    found
        .map(|(step, inverse)| Ok((step, from_json("an undo step", &inverse)?)))
        .transpose()
}

/// Rewrites every step by what `rewrite` makes of its inverse: the same (`Some`), or
/// nothing, where there is nothing left to take back.
pub(crate) fn rewrite<T: serde::Serialize + serde::de::DeserializeOwned>(
    conn: &Connection,
    mut rewrite: impl FnMut(T) -> Result<Option<T>>,
) -> Result<()> {
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
        .prepare_cached("SELECT 1 FROM undo_steps WHERE id = ?1")?
        .exists([id])?)
}

/// Whether there was such a step.
pub(crate) fn remove(conn: &Connection, id: i64) -> Result<bool> {
    let removed = conn
        .prepare_cached("DELETE FROM undo_steps WHERE id = ?1")?
        .execute([id])?;
    Ok(removed > 0)
}
