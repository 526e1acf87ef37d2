//! Dossiers: a story in the making, as an ordered outline of what is kept.

mod adding;
mod arranging;
mod exporting;
mod outline;
mod showing;
mod steps;

pub(super) use exporting::markdown;
pub(super) use outline::Outlines;
pub(super) use steps::{DossierStep, again, reverse};

use rusqlite::Connection;

use super::Notebook;
use super::undoing::{self, Inverse, Subject};
use crate::clock::now_ms;
use crate::domain::{Change, DossierId, DossierRow, UndoAction};
use crate::store::dossier_table;
use crate::text::fold;
use crate::{Error, Result};

/// Dossiers that are listed.
const MOST_LISTED: u32 = 2_000;
/// The longest name, heading, status and question, in characters.
const LONGEST_NAME: usize = 300;
const LONGEST_STATUS: usize = 60;
const LONGEST_QUESTION: usize = 4_000;

pub struct Dossiers<'a>(pub(super) &'a Notebook);

impl Dossiers<'_> {
    /// The kept ones, the last edited first.
    pub fn list(&self) -> Result<Vec<DossierRow>> {
        let store = &self.0.shared().store;
        store.read("list dossiers", |conn| {
            dossier_table::list(conn, false, MOST_LISTED)
        })
    }

    /// Those in the trash.
    pub fn deleted(&self) -> Result<Vec<DossierRow>> {
        let store = &self.0.shared().store;
        store.read("list dossiers", |conn| {
            dossier_table::list(conn, true, MOST_LISTED)
        })
    }

    pub fn get(&self, id: DossierId) -> Result<DossierRow> {
        let store = &self.0.shared().store;
        store.read("open a dossier", |conn| dossier_table::get(conn, id))
    }

    /// Kept dossiers with words that begin so, in any script.
    pub fn complete(&self, typed: &str, limit: u32) -> Result<Vec<DossierRow>> {
        let store = &self.0.shared().store;
        store.read("complete a dossier", |conn| named(conn, typed, limit))
    }

    /// # Errors
    /// `InvalidInput` for an empty name or one that is too long.
    pub fn create(&self, name: &str) -> Result<DossierRow> {
        let name = checked("the name", name, LONGEST_NAME)?;
        let id = DossierId::new();
        let made = self.0.shared().store.write("make a dossier", |tx| {
            dossier_table::insert(tx, id, name, now_ms())?;
            push(
                tx,
                UndoAction::CreateDossier,
                name,
                DossierStep::Remove { dossier: id },
            )?;
            dossier_table::get(tx, id)
        })?;
        self.tell(id);
        Ok(made)
    }

    /// # Errors
    /// `InvalidInput` for an empty name or one that is too long.
    pub fn rename(&self, id: DossierId, name: &str) -> Result<()> {
        let name = checked("the name", name, LONGEST_NAME)?;
        self.0.shared().store.write("rename a dossier", |tx| {
            let was = dossier_table::kept(tx, id)?.name;
            if was == name {
                return Ok(());
            }
            dossier_table::rename(tx, id, name)?;
            let step = DossierStep::Rename {
                dossier: id,
                name: was,
            };
            push(tx, UndoAction::RenameDossier, name, step)
        })?;
        self.tell(id);
        Ok(())
    }

    /// Moves a dossier to the trash; what is in it stays where it is kept.
    pub fn delete(&self, id: DossierId) -> Result<()> {
        self.0.shared().store.write("delete a dossier", |tx| {
            let dossier = dossier_table::kept(tx, id)?;
            dossier_table::set_deleted(tx, id, Some(now_ms()))?;
            let step = DossierStep::Restore { dossier: id };
            push(tx, UndoAction::DeleteDossier, &dossier.name, step)
        })?;
        self.tell(id);
        Ok(())
    }

    /// Takes a dossier out of the trash.
    pub fn restore(&self, id: DossierId) -> Result<()> {
        self.0.shared().store.write("restore a dossier", |tx| {
            dossier_table::get(tx, id)?;
            dossier_table::set_deleted(tx, id, None)
        })?;
        self.tell(id);
        Ok(())
    }

    fn tell(&self, id: DossierId) {
        self.0.changed(Change::Dossiers { ids: vec![id] });
    }
}

/// Kept dossiers with words that begin so, the best first.
pub(super) fn named(conn: &Connection, typed: &str, limit: u32) -> Result<Vec<DossierRow>> {
    let typed = fold(typed);
    let typed = typed.trim();
    let fits = |name: &str| {
        if name == typed {
            Some(0)
        } else if name.starts_with(typed) {
            Some(1)
        } else if name.contains(&format!(" {typed}")) {
            Some(2)
        } else {
            // Where words are not parted.
            name.contains(typed).then_some(3)
        }
    };
    dossier_table::named(conn, fits, limit)
}

/// The dossiers that a query means by a name: those that are called so, whatever stands
/// between the words, or else those with words that begin so.
pub(super) fn called(conn: &Connection, name: &str, limit: u32) -> Result<Vec<DossierId>> {
    let wanted = words(&fold(name));
    let same = |folded: &str| (words(folded) == wanted).then_some(0);
    let mut found = dossier_table::named(conn, same, limit)?;
    if found.is_empty() && !wanted.is_empty() {
        found = named(conn, name, limit)?;
    }
    Ok(found.into_iter().map(|row| row.id).collect())
}

fn words(folded: &str) -> String {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn push(
    conn: &Connection,
    action: UndoAction,
    subject: impl Into<Subject>,
    step: DossierStep,
) -> Result<()> {
    undoing::push(conn, action, subject, &Inverse::Dossier(step))?;
    Ok(())
}

/// What was typed, without blanks around it and on one line.
fn checked<'t>(what: &str, text: &'t str, longest: usize) -> Result<&'t str> {
    let text = text.trim();
    match text.is_empty() {
        true => Err(invalid(what, "it is empty")),
        false => within(what, text, longest),
    }
}

/// What was typed, which may be nothing.
fn within<'t>(what: &str, text: &'t str, longest: usize) -> Result<&'t str> {
    let text = text.trim();
    match text.chars().nth(longest) {
        None => Ok(text),
        Some(_) => Err(invalid(
            what,
            &format!("it is longer than {longest} characters"),
        )),
    }
}

fn invalid(what: &str, why: &str) -> Error {
    Error::InvalidInput {
        what: what.to_owned(),
        why: why.to_owned(),
    }
}
