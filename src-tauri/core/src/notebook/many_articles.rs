//! Marks on articles, and what is done to many articles as one step.

use rusqlite::Connection;

use super::articles::subject_of;
use super::undoing::{self, Inverse};
use super::{Articles, Rereading};
use crate::Result;
use crate::domain::{
    ArticleFlag, ArticleId, Change, ChosenArticles, ManyArticlesAction, ManyArticlesReport,
    RereadReport, TagReport, UndoAction,
};
use crate::jobs::CancelToken;
use crate::store::{article_table, wire_table};

/// Articles marked in one transaction: some tens of milliseconds.
const AT_ONCE: usize = 500;

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
    /// cancelled stays; deleting and restoring are not cancelled.
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
        let all = ManyArticlesReport {
            total: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            done: u32::try_from(ids.len()).unwrap_or(u32::MAX),
        };
        if ids.is_empty() {
            return Ok(all);
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
                self.0.tags().remove(&ids, tag)?;
                Ok(all)
            }
            ManyArticlesAction::Delete => {
                self.delete(&ids)?;
                Ok(all)
            }
            ManyArticlesAction::Restore => {
                self.restore(&ids)?;
                Ok(all)
            }
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

    /// The step is kept with the first articles and names all of them, so that a crash
    /// leaves nothing that can't be taken back.
    fn mark_all(
        &self,
        mut ids: Vec<ArticleId>,
        flag: ArticleFlag,
        on: bool,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(ManyArticlesReport),
    ) -> Result<ManyArticlesReport> {
        let store = &self.0.shared().store;
        store.read("look at articles", |conn| {
            let mut others = Vec::new();
            for id in ids.drain(..) {
                if article_table::record(conn, id)?.is_marked(flag) != on {
                    others.push(id);
                }
            }
            ids = others;
            Ok(())
        })?;
        let mut report = ManyArticlesReport {
            total: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            done: 0,
        };
        for (at, chunk) in ids.chunks(AT_ONCE).enumerate() {
            if cancel.is_cancelled() {
                break;
            }
            store.write("mark articles", |tx| {
                if at == 0 {
                    let inverse = Inverse::Mark {
                        flag,
                        ids: ids.clone(),
                        on: !on,
                    };
                    undoing::push(tx, action_of(flag, on), &subject_of(tx, &ids)?, &inverse)?;
                }
                mark(tx, chunk, flag, on)
            })?;
            report.done += u32::try_from(chunk.len()).unwrap_or(u32::MAX);
            progress(report);
            self.0.changed(Change::Articles {
                ids: chunk.to_vec(),
            });
        }
        Ok(report)
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
