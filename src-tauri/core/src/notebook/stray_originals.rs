//! Files of originals that no transaction has kept: those of an import that failed, or that
//! ended with the program, between the file and its row.
//!
//! Such an import leaves a mark, and the next start looks through the folder.

use std::sync::TryLockError;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::Shared;
use crate::Result;
use crate::store::{original_table, trash_table};

/// Says that the next start is to look for such files.
pub(super) fn expect(conn: &Connection) -> Result<()> {
    trash_table::set_stray(conn, true)
}

/// Removes them. An import that runs puts it off to the next start: its files have no rows
/// yet.
pub(super) fn remove(shared: &Shared, stop: &AtomicBool) -> Result<()> {
    let store = &shared.store;
    if !store.read("look for stray originals", trash_table::has_stray)? {
        return Ok(());
    }
    for first in 0..=u8::MAX {
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        let _alone = match shared.keeping.try_write() {
            Ok(alone) => alone,
            Err(TryLockError::Poisoned(alone)) => alone.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(()),
        };
        let mut strays = shared.originals.shelved(first)?;
        store.read("look for stray originals", |conn| {
            let mut without = Vec::new();
            for sha256 in strays.drain(..) {
                if original_table::get(conn, sha256)?.is_none() {
                    without.push(sha256);
                }
            }
            strays = without;
            Ok(())
        })?;
        for sha256 in strays {
            shared.originals.remove(sha256)?;
        }
    }
    store.write("end looking for stray originals", |tx| {
        trash_table::set_stray(tx, false)
    })
}
