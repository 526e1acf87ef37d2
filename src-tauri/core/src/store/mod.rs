//! Ground truth: SQLite and the originals.
//!
//! Invariants 1, 2 and 3 are kept here. A write returns after its transaction is
//! on disk (`synchronous=FULL`); every write records in `changes` what the index
//! has to hear of, in the same transaction. This room never names search.

mod alike_rule;
pub(crate) mod alike_table;
mod anchored;
pub(crate) mod article_list;
pub(crate) mod article_table;
pub(crate) mod change_table;
pub(crate) mod clipping_table;
mod completing;
pub(crate) mod dossier_item_table;
pub(crate) mod dossier_outline;
pub(crate) mod dossier_table;
mod entity_counts;
pub(crate) mod entity_image_table;
pub(crate) mod entity_list;
pub(crate) mod entity_table;
pub(crate) mod import_table;
pub(crate) mod mention_table;
pub(crate) mod merge_table;
pub(crate) mod merged_mentions;
mod merged_trees;
pub(crate) mod move_table;
pub(crate) mod neighbourhood;
pub(crate) mod note_image_table;
pub(crate) mod note_list;
pub(crate) mod note_merge_table;
pub(crate) mod note_table;
pub(crate) mod note_version_table;
mod open;
pub(crate) mod original_table;
mod originals;
mod packing;
pub(crate) mod pick_table;
pub(crate) mod proposal_table;
pub(crate) mod rank;
pub(crate) mod reading_table;
pub(crate) mod relation_table;
pub(crate) mod reversal_table;
pub(crate) mod search_table;
pub(crate) mod sketch_table;
pub(crate) mod tag_table;
pub(crate) mod trash_table;
pub(crate) mod trashed_entities;
pub(crate) mod trashed_things;
pub(crate) mod undo_table;
pub(crate) mod version_table;
pub(crate) mod watch_table;
pub(crate) mod wire_table;
pub(crate) mod words;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::{Error, Result};

pub(crate) use originals::{Originals, Sha256};

/// At most this many readers are kept open for reuse.
const IDLE_READERS: usize = 4;

/// The database of one notebook: one writer, some readers.
pub(crate) struct Store {
    folder: PathBuf,
    path: PathBuf,
    // Dropped before the writer: the last connection to close folds the log into
    // the database, and a reader can't.
    readers: Mutex<Vec<Connection>>,
    /// Held while waiting for the writer, so that who writes often lets others in.
    turn: Mutex<()>,
    writer: Mutex<Connection>,
    writes: AtomicU64,
}

impl Store {
    /// Opens or creates `notebook.db` in `folder` and brings its schema up to date.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("notebook.db");
        let writer = open::open_writer(folder, &path)?;
        Ok(Self {
            folder: folder.to_owned(),
            path,
            turn: Mutex::new(()),
            writer: Mutex::new(writer),
            writes: AtomicU64::new(0),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// Runs `work` on a snapshot of the database.
    pub fn read<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let idle = lock(&self.readers).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => open::open_reader(&self.path).map_err(|e| self.named(action, e.into()))?,
        };
        let result = reader
            .transaction()
            .map_err(Error::from)
            .and_then(|snapshot| work(&snapshot));
        let mut idle = lock(&self.readers);
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
        drop(idle);
        result.map_err(|error| self.named(action, error))
    }

    /// Runs `work` in one transaction that is durable when this returns `Ok`.
    pub fn write<T>(
        &self,
        action: &'static str,
        work: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let turn = lock(&self.turn);
        let mut writer = lock(&self.writer);
        drop(turn);
        let run = || -> Result<T> {
            let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            self.writes.fetch_add(1, Ordering::Release);
            Ok(value)
        };
        run().map_err(|error| self.named(action, error))
    }

    /// Transactions that were written since the notebook was opened. Where it is what it was
    /// before something was read, that still holds.
    pub fn writes(&self) -> u64 {
        self.writes.load(Ordering::Acquire)
    }

    /// What `PRAGMA integrity_check` and `foreign_key_check` complain of; nothing when all is well.
    pub fn check(&self) -> Result<Vec<String>> {
        self.read("check itself", |conn| {
            let mut found = Vec::new();
            let mut integrity = conn.prepare("PRAGMA integrity_check")?;
            for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
                let line = line?;
                if line != "ok" {
                    found.push(line);
                }
            }
            let mut foreign = conn.prepare("PRAGMA foreign_key_check")?;
            for table in foreign.query_map([], |row| row.get::<_, String>(0))? {
                found.push(format!("a row of {} points to nothing", table?));
            }
            Ok(found)
        })
    }

    fn named(&self, action: &'static str, error: Error) -> Error {
        match error {
            Error::Database { source, .. } => match source.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                    Error::StoreDamaged {
                        folder: self.folder.clone(),
                        what: source.to_string(),
                    }
                }
                _ => Error::Database { action, source },
            },
            other => other,
        }
    }
}

/// A panic while holding the lock leaves SQLite's transaction rolled back, so the
/// connection behind a poisoned lock is sound.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn setting(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

pub(crate) fn set_setting(conn: &Connection, key: &str, value: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO settings (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![key, value])?;
    Ok(())
}

/// One of the numbers kept by triggers.
pub(crate) fn counter(conn: &Connection, name: &str) -> Result<u32> {
    Ok(conn
        .prepare_cached("SELECT n FROM counters WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// Writes a domain value as the JSON that a column keeps.
pub(crate) fn to_json(what: &'static str, value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|source| Error::Format { what, source })
}

/// Reads a domain value from a column.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(
    what: &'static str,
    text: &str,
) -> Result<T> {
    serde_json::from_str(text).map_err(|source| Error::Format { what, source })
}

/// The word that a closed enum is stored as: its serde name.
pub(crate) fn word_of(value: impl serde::Serialize) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(_) => Err(Error::Internal {
            what: "a value that is not a word was stored as one",
        }),
        Err(source) => Err(Error::Format {
            what: "a word",
            source,
        }),
    }
}

/// The closed enum that a stored word stands for.
pub(crate) fn of_word<T: serde::de::DeserializeOwned>(word: String) -> rusqlite::Result<T> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
    })
}
