//! How a long reading again is taken back: as one step, and as some where it was killed.
//!
//! A step is written with what it takes back, in one transaction. Written anew with each
//! batch, a step of a hundred thousand articles would cost gigabytes; so one that has grown
//! long is closed, and all are joined at the end.

use rusqlite::Connection;

use super::super::undoing::{self, Inverse, Subject};
use super::Reread;
use crate::Result;
use crate::domain::{ArticleId, ImportItem, ImportItemId, OutcomeCode, UndoAction};
use crate::store::{article_table, import_table, undo_table};

/// Readings of one step, before the next is begun.
const LONGEST: usize = 250;

/// The steps of one reading again, the last still growing.
#[derive(Default, Clone)]
pub(super) struct Steps {
    closed: Vec<i64>,
    open: Option<(i64, Vec<Reread>)>,
}

impl Steps {
    /// These steps with more readings, written down. `closed`: the problem that is dealt with
    /// by them, and opened again with them.
    pub fn with(
        &self,
        conn: &Connection,
        more: &[Reread],
        closed: Option<ImportItemId>,
    ) -> Result<Self> {
        let mut steps = self.clone();
        if more.is_empty() {
            return Ok(steps);
        }
        let mut readings = match steps.open.take() {
            // A person may have taken back what was done so far.
            Some((step, readings)) if undo_table::remove(conn, step)? => readings,
            _ => Vec::new(),
        };
        readings.extend_from_slice(more);
        let step = push(conn, &readings, closed)?;
        match readings.len() < LONGEST {
            true => steps.open = Some((step, readings)),
            false => steps.closed.push(step),
        }
        Ok(steps)
    }

    /// Makes one step of all that are still there.
    pub fn join(&self, conn: &Connection) -> Result<()> {
        if self.closed.is_empty() {
            return Ok(());
        }
        let mut all = Vec::new();
        for step in self
            .closed
            .iter()
            .chain(self.open.iter().map(|(step, _)| step))
        {
            let found = undo_table::find::<Inverse>(conn, Some(*step))?;
            if let Some((_, Inverse::UndoReread { readings })) = found {
                undo_table::remove(conn, *step)?;
                all.extend(readings);
            }
        }
        match all.is_empty() {
            true => Ok(()),
            false => push(conn, &all, None).map(|_| ()),
        }
    }
}

/// Deals with what was said about the encoding of an article: a person has chosen one.
pub(super) fn close_encoding_problem(
    conn: &Connection,
    article: ArticleId,
) -> Result<Option<ImportItem>> {
    let problems = import_table::problems_of_article(conn, article)?;
    let unclear = |item: &ImportItem| item.code == OutcomeCode::EncodingUnclear;
    let found = problems.into_iter().find(unclear);
    if let Some(item) = &found {
        import_table::set_resolved(conn, item.id, true)?;
    }
    Ok(found)
}

fn push(conn: &Connection, readings: &[Reread], closed: Option<ImportItemId>) -> Result<i64> {
    let subject = match readings {
        [only] => article_table::find_record(conn, only.article)?
            .map_or_else(String::new, |article| article.title)
            .into(),
        many => Subject::Many(many.len()),
    };
    let back = Inverse::UndoReread {
        readings: readings.to_vec(),
    };
    let inverse = match closed {
        Some(item) => Inverse::Several {
            steps: vec![
                back,
                Inverse::ReopenProblem {
                    item,
                    article: None,
                },
            ],
        },
        None => back,
    };
    let step = undoing::push(conn, UndoAction::Reread, subject, &inverse)?;
    Ok(step.id)
}
