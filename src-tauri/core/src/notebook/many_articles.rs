//! Marks on articles, and what is done to many articles as one step.

use rusqlite::Connection;

use super::articles::subject_of;
use super::in_parts::Step;
use super::undoing::{self, Inverse};
use super::{Articles, Rereading, moving};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{
    ArticleFlag, ArticleId, Change, ChosenArticles, ManyArticlesAction, ManyArticlesReport,
    RereadReport, TagReport, UndoAction,
};
use crate::jobs::CancelToken;
use crate::store::{article_table, wire_table};

/// Articles marked or moved in one transaction: some tens of milliseconds.
const AT_ONCE: usize = 200;

impl Articles<'_> {
    /// Marks articles read or unread; unread ones are in the inbox. Reading marks them by
    /// the way, which is no step to take back.
    pub fn mark_read(&self, ids: &[ArticleId], read: bool) -> Result<()> {
        let store = &self.0.shared().store;
        store.write("mark articles", |tx| mark(tx, ids, ArticleFlag::Read, read))?;
        self.0.changed(Change::Articles { ids: ids.to_vec() });
        Ok(())
    }

    /// As [`Articles::mark_read`], when a person says so: that can be taken back.
    pub fn mark_read_by_hand(&self, ids: &[ArticleId], read: bool) -> Result<()> {
        self.mark(ids, ArticleFlag::Read, read)
    }

    /// Marks articles, or takes the mark from them, as one step.
    pub fn mark(&self, ids: &[ArticleId], flag: ArticleFlag, on: bool) -> Result<()> {
        let cancel = CancelToken::new();
        self.mark_all(ids.to_vec(), flag, on, &cancel, &mut |_| {})?;
        Ok(())
    }

    /// Does one thing to all chosen articles, as one step. What is done when it is
    /// cancelled stays.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag, `NotFound` for articles that are gone, and what
    /// the store gives.
    pub fn do_to_all(
        &self,
        chosen: &ChosenArticles,
        action: &ManyArticlesAction,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        let ids = self.chosen(chosen)?;
        if ids.is_empty() {
            return Ok(ManyArticlesReport { total: 0, done: 0 });
        }
        match action {
            ManyArticlesAction::Mark { flag, on } => {
                self.mark_all(ids, *flag, *on, cancel, progress)
            }
            ManyArticlesAction::AddTag { tag } => {
                let report = &mut |report: TagReport| progress(report.into());
                Ok(self.0.tags().add_to(ids, tag, cancel, report)?.into())
            }
            ManyArticlesAction::RemoveTag { tag } => {
                let report = &mut |report: TagReport| progress(report.into());
                Ok((self.0.tags().remove_from(ids, tag, cancel, report)?).into())
            }
            ManyArticlesAction::Delete => self.delete_all(ids, cancel, progress),
            ManyArticlesAction::Restore => self.restore_all(ids, cancel, progress),
            ManyArticlesAction::Reread => {
                let report = &mut |report: RereadReport| progress(report.into());
                Ok(self
                    .reread(&ids, Rereading::AsBefore, cancel, report)?
                    .into())
            }
        }
    }

    /// The articles that are meant, with the copies of rows, each once.
    fn chosen(&self, chosen: &ChosenArticles) -> Result<Vec<ArticleId>> {
        let store = &self.0.shared().store;
        let mut ids = chosen.articles.clone();
        store.read("look at articles", |conn| {
            for row in &chosen.rows {
                ids.push(*row);
                if let Some(member) = wire_table::member(conn, *row)? {
                    ids.extend(wire_table::kept_members(conn, member.group)?);
                }
            }
            Ok(())
        })?;
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(*id));
        Ok(ids)
    }

    fn mark_all(
        &self,
        mut ids: Vec<ArticleId>,
        flag: ArticleFlag,
        on: bool,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        self.0.shared().store.read("look at articles", |conn| {
            let mut others = Vec::new();
            for id in ids.drain(..) {
                if article_table::record(conn, id)?.is_marked(flag) != on {
                    others.push(id);
                }
            }
            ids = others;
            Ok(())
        })?;
        let step = Some(Step {
            action: action_of(flag, on),
            subject: &subject_of,
            inverse: &|ids| Inverse::Mark {
                flag,
                ids: ids.to_vec(),
                on: !on,
            },
        });
        let work = &mut |conn: &Connection, chunk: &[ArticleId]| {
            mark(conn, chunk, flag, on)?;
            Ok(vec![Change::Articles {
                ids: chunk.to_vec(),
            }])
        };
        self.0.in_parts(&ids, AT_ONCE, step, cancel, progress, work)
    }

    /// Moves articles to the trash, as one step. What is there when it is cancelled stays
    /// there.
    pub(super) fn delete_all(
        &self,
        ids: Vec<ArticleId>,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        let step = Some(Step {
            action: UndoAction::DeleteArticle,
            subject: &subject_of,
            inverse: &|ids| Inverse::RestoreArticles { ids: ids.to_vec() },
        });
        self.move_all(&ids, step, Some(now_ms()), cancel, progress)
    }

    /// Takes articles out of the trash.
    pub(super) fn restore_all(
        &self,
        ids: Vec<ArticleId>,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        self.move_all(&ids, None, None, cancel, progress)
    }

    fn move_all(
        &self,
        ids: &[ArticleId],
        step: Option<Step<'_>>,
        gone_ms: Option<i64>,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        self.0.shared().store.read("look at articles", |conn| {
            ids.iter()
                .try_for_each(|id| article_table::check(conn, *id))
        })?;
        // What was asked for before comes before.
        self.0.finish_moving()?;
        let work = &mut |conn: &Connection, chunk: &[ArticleId]| {
            for id in chunk {
                moving::move_article(conn, *id, gone_ms)?;
            }
            Ok(undoing::articles_and_entities(chunk.to_vec()))
        };
        self.0.in_parts(ids, AT_ONCE, step, cancel, progress, work)
    }
}

fn action_of(flag: ArticleFlag, on: bool) -> UndoAction {
    match (flag, on) {
        (ArticleFlag::Read, true) => UndoAction::MarkRead,
        (ArticleFlag::Read, false) => UndoAction::MarkUnread,
        (ArticleFlag::Starred, true) => UndoAction::Star,
        (ArticleFlag::Starred, false) => UndoAction::Unstar,
        (ArticleFlag::Archived, true) => UndoAction::Archive,
        (ArticleFlag::Archived, false) => UndoAction::Unarchive,
    }
}

/// Marks those that are still kept, and has lists show their groups as they are now.
pub(super) fn mark(
    conn: &Connection,
    ids: &[ArticleId],
    flag: ArticleFlag,
    on: bool,
) -> Result<()> {
    for id in ids {
        if article_table::mark(conn, *id, flag, on)? && flag != ArticleFlag::Starred {
            wire_table::refresh_of(conn, *id)?;
        }
    }
    Ok(())
}

impl From<TagReport> for ManyArticlesReport {
    fn from(report: TagReport) -> Self {
        Self {
            total: report.total,
            done: report.done,
        }
    }
}

impl From<RereadReport> for ManyArticlesReport {
    fn from(report: RereadReport) -> Self {
        Self {
            total: report.total,
            done: report.done,
        }
    }
}
