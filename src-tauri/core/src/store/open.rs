//! Opening the database: settings of a connection, and migrations.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::alike_rule;
use crate::{Error, Result};

/// Each migration in order; the n-th brings the schema to version n.
/// Forward only: a released one is never edited. `tests/fixtures/schemas` holds
/// a database of each released schema.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_import_parts.sql"),
    include_str!("migrations/0003_watched_folders.sql"),
    include_str!("migrations/0004_versions_and_copies.sql"),
    include_str!("migrations/0005_copies_at_scale.sql"),
    include_str!("migrations/0006_by_hand.sql"),
    include_str!("migrations/0007_searches.sql"),
    include_str!("migrations/0008_tags.sql"),
    include_str!("migrations/0009_trash.sql"),
    include_str!("migrations/0010_proposals.sql"),
    include_str!("migrations/0011_entity_care.sql"),
    include_str!("migrations/0012_entity_relations.sql"),
    include_str!("migrations/0013_note_history.sql"),
    include_str!("migrations/0014_dossiers.sql"),
    include_str!("migrations/0015_pending_reversals.sql"),
    include_str!("migrations/0016_clippings.sql"),
    include_str!("migrations/0017_reading.sql"),
    include_str!("migrations/0018_note_work.sql"),
    include_str!("migrations/0019_note_images.sql"),
    include_str!("migrations/0020_dossier_outlines.sql"),
    include_str!("migrations/0021_highlights_in_search.sql"),
    include_str!("migrations/0022_redo.sql"),
    include_str!("migrations/0023_orders.sql"),
    include_str!("migrations/0024_entity_counts.sql"),
    include_str!("migrations/0025_packed_sources.sql"),
];

/// The schema that this version writes.
const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// `Drgm`: tells a notebook from any other SQLite file.
const APPLICATION_ID: i64 = 0x4472_676d;

const BUSY: Duration = Duration::from_secs(5);

/// What the writer may keep of the database in memory, in KiB.
const WRITER_CACHE: i64 = 16 << 10;
/// Pages of the log after which it is folded into the database: 16 MB. A page that each
/// transaction of an import writes is then folded in once for many of them.
const CHECKPOINT: i64 = 4096;

pub(super) fn open_writer(folder: &Path, path: &Path) -> Result<Connection> {
    let mut conn = Connection::open(path)?;
    conn.busy_timeout(BUSY)?;
    let named = |error: rusqlite::Error| damaged_or_not(folder, error);
    // Before the first setting: a file that is not ours is left as it was.
    let found = check(folder, &conn).map_err(|error| match error {
        Error::Database { source, .. } => named(source),
        other => other,
    })?;
    conn.pragma_update(None, "journal_mode", "WAL")
        .map_err(named)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    stay_inside(&conn)?;
    conn.pragma_update(None, "cache_size", -WRITER_CACHE)?;
    conn.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?;
    migrate(&mut conn, found)?;
    keep_plans(&conn)?;
    alike_rule::register(&conn)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

pub(super) fn open_reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    stay_inside(&conn)?;
    keep_plans(&conn)?;
    alike_rule::register(&conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// Keeps what SQLite puts aside in memory. It would go to the system's folder for temporary
/// files: pages of the notebook outside its folder, perhaps on another disk than the
/// encrypted one it was put on, and of each article that is imported half a megabyte.
fn stay_inside(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "temp_store", "MEMORY")
}

/// Plans a statement once, and not again for each value that is bound: where tables with
/// partial indexes are joined, planning costs more than most of our statements do.
fn keep_plans(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map(drop)
}

/// The schema that the database has. Refuses what is no notebook or a newer one.
fn check(folder: &Path, conn: &Connection) -> Result<i64> {
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && application != APPLICATION_ID {
        return Err(Error::NotANotebook {
            folder: folder.to_owned(),
        });
    }
    let found: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SCHEMA_VERSION {
        return Err(Error::StoreTooNew {
            folder: folder.to_owned(),
            found,
            known: SCHEMA_VERSION,
        });
    }
    Ok(found)
}

fn migrate(conn: &mut Connection, found: i64) -> Result<()> {
    for (version, migration) in (1..).zip(MIGRATIONS).skip(found.max(0) as usize) {
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.commit()?;
    }
    Ok(())
}

fn damaged_or_not(folder: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Sqlite;
    match error.sqlite_error_code() {
        Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => Error::StoreDamaged {
            folder: folder.to_owned(),
            what: error.to_string(),
        },
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_aside_stays_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notebook.db");
        let writer = open_writer(folder.path(), &path).unwrap();
        for conn in [writer, open_reader(&path).unwrap()] {
            let kept: i64 = conn
                .query_row("PRAGMA temp_store", [], |row| row.get(0))
                .unwrap();
            assert_eq!(kept, 2);
        }
    }
}
