//! Something done to many articles as one step, some in each transaction.

use rusqlite::Connection;

use super::Notebook;
use super::undoing::{self, Inverse, Subject};
use crate::Result;
use crate::domain::{ArticleId, Change, ManyArticlesReport, UndoAction};
use crate::jobs::CancelToken;
use crate::store::undo_table;

/// What is done to some articles in one transaction, and what changed.
pub(super) type Work<'w> = dyn FnMut(&Connection, &[ArticleId]) -> Result<Vec<Change>> + 'w;

/// How the step of some articles is called and taken back.
pub(super) struct Step<'s> {
    pub action: UndoAction,
    pub subject: &'s dyn Fn(&Connection, &[ArticleId]) -> Result<Subject>,
    pub inverse: &'s dyn Fn(&[ArticleId]) -> Inverse,
}

/// How far it came.
#[derive(Default)]
struct Came {
    /// The step that was kept.
    step: Option<i64>,
    done: usize,
}

impl Notebook {
    /// Does something to articles, `at_once` in each transaction. The step is kept with the
    /// first and names all of them, so that a crash leaves nothing that can't be taken back;
    /// when it is taken back meanwhile, the work ends. Where it is cancelled or fails, the
    /// step names those that it was done to: doing it again does no more.
    pub(super) fn in_parts(
        &self,
        ids: &[ArticleId],
        at_once: usize,
        step: Option<Step<'_>>,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
        work: &mut Work<'_>,
    ) -> Result<ManyArticlesReport> {
        let mut came = Came::default();
        let mut each = ids.chunks(at_once);
        let ended = loop {
            if cancel.is_cancelled() {
                break Ok(());
            }
            let Some(chunk) = each.next() else {
                break Ok(());
            };
            match self.do_part(ids, chunk, step.as_ref(), &mut came, work) {
                Ok(true) => progress(report(ids, came.done)),
                Ok(false) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        let done = ids.get(..came.done).unwrap_or(ids);
        if let (Some(step), Some(kept)) = (&step, came.step)
            && done.len() < ids.len()
        {
            let store = &self.shared().store;
            let named = store.write("say what was done", |tx| {
                let subject = (step.subject)(tx, done)?;
                undoing::narrow(tx, kept, subject, &(step.inverse)(done))
            });
            // What stopped it is the news.
            ended?;
            named?;
            return Ok(report(ids, came.done));
        }
        ended?;
        Ok(report(ids, came.done))
    }

    /// False where the step was taken back meanwhile.
    fn do_part(
        &self,
        ids: &[ArticleId],
        chunk: &[ArticleId],
        step: Option<&Step<'_>>,
        came: &mut Came,
        work: &mut Work<'_>,
    ) -> Result<bool> {
        let (changes, kept) = self.shared().store.write("change articles", |tx| {
            let kept = match (step, came.step) {
                (None, _) => None,
                (Some(step), None) => {
                    let subject = (step.subject)(tx, ids)?;
                    let inverse = (step.inverse)(ids);
                    Some(undoing::push(tx, step.action, subject, &inverse)?.id)
                }
                (Some(_), Some(kept)) if !undo_table::is_kept(tx, kept)? => {
                    return Ok((None, Some(kept)));
                }
                (Some(_), kept) => kept,
            };
            Ok((Some(work(tx, chunk)?), kept))
        })?;
        came.step = kept;
        let Some(changes) = changes else {
            return Ok(false);
        };
        came.done += chunk.len();
        for change in changes {
            self.changed(change);
        }
        Ok(true)
    }
}

fn report(ids: &[ArticleId], done: usize) -> ManyArticlesReport {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ManyArticlesReport {
        total: count(ids.len()),
        done: count(done),
    }
}
