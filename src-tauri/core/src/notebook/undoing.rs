//! Taking back what was done, also after a restart.
//!
//! Each step keeps how to reverse it as data, in the transaction that does it.

use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use super::notes::{history, taking_out};
use super::{Notebook, matching, moving};
use crate::clock::now_ms;
use crate::domain::{ArticleId, Change, EntityId, UndoAction, UndoStep};
use crate::entities::NameMatcher;
use crate::store::move_table::Moved;
use crate::store::undo_table;
use crate::{Error, Result};

mod added;
mod again;
mod gone;
mod inverse;
mod named;
mod of_entities;
mod putting_off;
mod resting;
mod reversing;
mod subject;

pub(super) use added::added_by;
pub(super) use gone::{Gone, forget};
pub(super) use inverse::{Inverse, MentionWas};
pub(super) use named::names_of;
pub(super) use putting_off::{Work, finish as finish_reversing, start};
pub(super) use reversing::articles_and_entities;
use reversing::{proposals_of, reverse};
pub(super) use subject::Subject;

/// Keeps a step in the transaction that does it.
pub(super) fn push(
    conn: &Connection,
    action: UndoAction,
    subject: impl Into<Subject>,
    inverse: &Inverse,
) -> Result<UndoStep> {
    let (subject, count) = subject.into().kept();
    let mut step = UndoStep {
        id: 0,
        action,
        subject,
        count,
        at_ms: now_ms(),
        kept: false,
    };
    step.id = undo_table::push(conn, &step, inverse)?;
    Ok(step)
}

/// Says of a step that it was done to fewer things than were meant. One that was taken back
/// meanwhile stays as it is.
pub(super) fn narrow(
    conn: &Connection,
    step: i64,
    subject: impl Into<Subject>,
    inverse: &Inverse,
) -> Result<()> {
    let (subject, count) = subject.into().kept();
    undo_table::narrow(conn, step, &subject, count, inverse)
}

impl Notebook {
    /// The step that [`Notebook::undo`] would take back next.
    pub fn undo_peek(&self) -> Result<Option<UndoStep>> {
        let store = &self.shared().store;
        store.read("read the last step", undo_table::peek)
    }

    /// The step that [`Notebook::redo`] would do again next.
    pub fn redo_peek(&self) -> Result<Option<UndoStep>> {
        let store = &self.shared().store;
        store.read("read the step that was taken back", |conn| {
            let step = undo_table::peek_undone(conn)?;
            if !(step.as_ref()).is_some_and(|step| resting::may_write(step.action)) {
                return Ok(step);
            }
            let Some((step, again)) = undo_table::find_undone::<Inverse>(conn)? else {
                return Ok(None);
            };
            Ok(resting::rests(conn, &again)?.then_some(step))
        })
    }

    /// Takes back one step: the one with this id, or the last. `None` when there
    /// is no such step.
    pub fn undo(&self, step: Option<i64>) -> Result<Option<UndoStep>> {
        // What was put off before comes before.
        self.finish_moving()?;
        self.finish_reversing()?;
        let store = &self.shared().store;
        // Read before the writer is held: a step can name a hundred thousand articles.
        let found = store.read("read a step", |conn| {
            let Some((mut step, mut inverse)) = undo_table::find::<Inverse>(conn, step)? else {
                return Ok(None);
            };
            step.kept = leaves_written(conn, &mut inverse)?;
            Ok(Some((step, Plan::of(conn, inverse)?)))
        })?;
        let Some((step, plan)) = found else {
            return Ok(None);
        };
        let matcher = self.shared().matcher();
        let undone = store.write("take a step back", |tx| {
            let again = match plan.again(tx) {
                // What is gone for good can't be done again, and must not hold up the rest.
                Err(Error::NotFound { .. }) => None,
                again => again?,
            };
            // Somebody else may have taken it back meanwhile.
            let Some(at_ms) = undo_table::take_back(tx, step.id, again.as_ref(), now_ms())? else {
                return Ok(None);
            };
            let kept = plan.keeps_words(tx)?;
            let changes = plan.carry_out(tx, &matcher)?;
            // The texts are those that taking it back has left.
            if let Some(again) = again
                && let Some(again) = resting::resting(tx, again)?
            {
                undo_table::set_again(tx, step.id, &again)?;
            }
            Ok(Some((at_ms, kept, changes)))
        })?;
        let Some((at_ms, kept, changes)) = undone else {
            return Ok(None);
        };
        self.follow(changes)?;
        let kept = kept || step.kept;
        Ok(Some(UndoStep {
            at_ms,
            kept,
            ..step
        }))
    }

    /// Does the step again that was taken back last, with the number that it has from then
    /// on. `None` when there is none, also once something else was done or a note that it
    /// would write has another text.
    pub fn redo(&self) -> Result<Option<UndoStep>> {
        // What taking it back put off comes before.
        self.finish_moving()?;
        self.finish_reversing()?;
        let store = &self.shared().store;
        let found = store.read("read a step", |conn| {
            let Some((step, again)) = undo_table::find_undone::<Inverse>(conn)? else {
                return Ok(None);
            };
            Ok(Some((step, Plan::of(conn, again)?)))
        })?;
        let Some((step, plan)) = found else {
            return Ok(None);
        };
        let matcher = self.shared().matcher();
        let at_ms = now_ms();
        let done = store.write("do a step again", |tx| {
            if !plan.rests(tx)? {
                return Ok(None);
            }
            let Some(id) = undo_table::do_again(tx, step.id, at_ms)? else {
                return Ok(None);
            };
            Ok(Some((id, plan.carry_out(tx, &matcher)?)))
        })?;
        let Some((id, changes)) = done else {
            return Ok(None);
        };
        self.follow(changes)?;
        Ok(Some(UndoStep { id, at_ms, ..step }))
    }

    /// Takes an entity out of the trash, as taking back its deletion does.
    pub(super) fn restore_entity(&self, id: EntityId) -> Result<()> {
        let matcher = self.shared().matcher();
        let restored = Inverse::RestoreEntity { id };
        let store = &self.shared().store;
        let changes = store.write("restore an entity", |tx| reverse(tx, &matcher, &restored))?;
        self.follow(changes)
    }

    /// Does what taking a step back has put off, on the thread of who asked for it.
    pub(super) fn finish_reversing(&self) -> Result<()> {
        let were_names = finish_reversing(self.shared(), &AtomicBool::new(false), &mut |change| {
            self.changed(change);
        })?;
        if were_names {
            self.0.rematcher.wake();
        }
        Ok(())
    }

    /// What comes after things were put back: names that are looked for again, and what was
    /// put off.
    fn follow(&self, changes: Vec<Change>) -> Result<()> {
        matching::reload(self.shared())?;
        self.0.rematcher.wake();
        for change in changes {
            self.changed(change);
        }
        self.finish_moving()?;
        self.finish_reversing()?;
        self.finish_merging()
    }
}

/// What taking a step back, or doing it again, means.
enum Plan {
    /// To the trash (`Some`) or out of it (`None`).
    Move(Moved, Option<i64>),
    Reverse(Inverse),
}

impl Plan {
    fn of(conn: &Connection, inverse: Inverse) -> Result<Self> {
        Ok(match inverse {
            Inverse::UndoImport { import } => Self::Move(added_by(conn, import)?, Some(now_ms())),
            Inverse::TrashAdded(moved) => Self::Move(moved, Some(now_ms())),
            Inverse::RestoreAdded(moved) => Self::Move(moved, None),
            Inverse::RestoreArticles { ids } => Self::Move(articles(ids), None),
            Inverse::TrashArticles { ids } => Self::Move(articles(ids), Some(now_ms())),
            Inverse::RestoreImported { articles, problems } => Self::Move(
                Moved {
                    articles,
                    problems,
                    ..Moved::default()
                },
                None,
            ),
            other => Self::Reverse(other),
        })
    }

    /// What does the step again that this takes back, as things are now.
    fn again(&self, conn: &Connection) -> Result<Option<Inverse>> {
        match self {
            Self::Move(moved, Some(_)) => Ok(Some(Inverse::RestoreAdded(moved.clone()))),
            Self::Move(moved, None) => Ok(Some(Inverse::TrashAdded(moved.clone()))),
            Self::Reverse(inverse) => again::again(conn, inverse),
        }
    }

    /// Whether what does a step again comes over no words that were written since.
    fn rests(&self, conn: &Connection) -> Result<bool> {
        match self {
            Self::Move(..) => Ok(true),
            Self::Reverse(again) => resting::rests(conn, again),
        }
    }

    /// Whether a note keeps what the step put into it, since that was written on.
    fn keeps_words(&self, conn: &Connection) -> Result<bool> {
        match self {
            Self::Move(..) => Ok(false),
            Self::Reverse(inverse) => keeps_words(conn, inverse),
        }
    }

    fn carry_out(&self, conn: &Connection, matcher: &NameMatcher) -> Result<Vec<Change>> {
        match self {
            Self::Move(moved, gone_ms) => moving::start(conn, matcher, moved, *gone_ms),
            Self::Reverse(inverse) => reverse(conn, matcher, inverse),
        }
    }
}

/// Takes out of a step of an earlier version of the program, which says no more than what a note
/// had before, the notes that were written on since. Returns whether there are any.
fn leaves_written(conn: &Connection, inverse: &mut Inverse) -> Result<bool> {
    match inverse {
        Inverse::RewriteNotes { notes } => {
            let all = notes.len();
            *notes = history::not_written_on(conn, notes)?;
            Ok(notes.len() < all)
        }
        Inverse::Several { steps } => {
            let mut any = false;
            for step in steps {
                any |= leaves_written(conn, step)?;
            }
            Ok(any)
        }
        _ => Ok(false),
    }
}

fn keeps_words(conn: &Connection, inverse: &Inverse) -> Result<bool> {
    match inverse {
        Inverse::TakeOut(put) => taking_out::is_kept(conn, put),
        Inverse::Several { steps } => {
            for step in steps {
                if keeps_words(conn, step)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => Ok(false),
    }
}

fn articles(articles: Vec<ArticleId>) -> Moved {
    Moved {
        articles,
        ..Moved::default()
    }
}
