//! What is left to be taken back once things are gone for good.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::Inverse;
use crate::domain::{ArticleId, ClippingId, DossierId, ImportId, NoteId};
use crate::store::{import_table, undo_table};
use crate::{Error, Result};

/// What goes for good when the trash is emptied.
pub(in super::super) struct Gone {
    pub articles: HashSet<ArticleId>,
    pub imports: HashSet<ImportId>,
    pub notes: HashSet<NoteId>,
    pub dossiers: HashSet<DossierId>,
    /// Of articles that stay and lose versions, the first that they lose.
    pub versions: HashMap<ArticleId, u32>,
    pub clippings: HashSet<ClippingId>,
}

/// Takes what is gone out of the steps that can be taken back. Bringing back from the
/// trash is no step any more: there is nothing in it.
pub(in super::super) fn forget(conn: &Connection, gone: &Gone) -> Result<()> {
    undo_table::rewrite(conn, |inverse| gone.left_of(conn, inverse))
}

impl Gone {
    fn left_of(&self, conn: &Connection, inverse: Inverse) -> Result<Option<Inverse>> {
        let is_left = |id: &ArticleId| !self.articles.contains(id);
        // What a person left of a version has a number after it, and none says of which.
        let has_text = |id: &ArticleId, version: u32| {
            is_left(id) && self.versions.get(id).is_none_or(|first| version < *first)
        };
        Ok(match inverse {
            Inverse::RestoreImported { .. }
            | Inverse::RestoreAdded(_)
            | Inverse::RestoreArticles { .. } => None,
            Inverse::Dossier(step) if self.dossiers.contains(&step.dossier()) => None,
            Inverse::RestoreNote { id } | Inverse::TrashNote { id } if self.notes.contains(&id) => {
                None
            }
            Inverse::UnmergeNote { part } if self.notes.contains(&part) => None,
            Inverse::RewriteNotes { mut notes } => {
                notes.retain(|(id, _)| !self.notes.contains(id));
                (!notes.is_empty()).then_some(Inverse::RewriteNotes { notes })
            }
            Inverse::UndoImport { import } if self.imports.contains(&import) => None,
            Inverse::Untag { article, .. }
            | Inverse::SetMentions { article, .. }
            | Inverse::SetField { article, .. }
                if !is_left(&article) =>
            {
                None
            }
            Inverse::UseText { article, version } if !has_text(&article, version) => None,
            Inverse::ReopenProblem { item, article } => {
                let known = match import_table::item(conn, item) {
                    Err(Error::NotFound { .. }) => return Ok(None),
                    known => known?.0,
                };
                let stays = !self.imports.contains(&known.import);
                (stays && article.as_ref().is_none_or(is_left))
                    .then_some(Inverse::ReopenProblem { item, article })
            }
            Inverse::UndoReread { mut readings } => {
                readings.retain(|step| has_text(&step.article, step.was.max(step.now)));
                (!readings.is_empty()).then_some(Inverse::UndoReread { readings })
            }
            Inverse::MarkRead { mut ids, read } => {
                ids.retain(is_left);
                (!ids.is_empty()).then_some(Inverse::MarkRead { ids, read })
            }
            Inverse::Mark { flag, mut ids, on } => {
                ids.retain(is_left);
                (!ids.is_empty()).then_some(Inverse::Mark { flag, ids, on })
            }
            Inverse::TakeTag { tag, mut articles } => {
                articles.retain(is_left);
                (!articles.is_empty()).then_some(Inverse::TakeTag { tag, articles })
            }
            Inverse::GiveTag { tag, mut articles } => {
                articles.retain(is_left);
                (!articles.is_empty()).then_some(Inverse::GiveTag { tag, articles })
            }
            Inverse::RemoveClippings { mut ids } => {
                ids.retain(|id| !self.clippings.contains(id));
                (!ids.is_empty()).then_some(Inverse::RemoveClippings { ids })
            }
            Inverse::RestoreClippings { mut ids } => {
                ids.retain(|id| !self.clippings.contains(id));
                (!ids.is_empty()).then_some(Inverse::RestoreClippings { ids })
            }
            Inverse::MarkClipping { id, .. } if self.clippings.contains(&id) => None,
            Inverse::RestoreWire(mut was) => {
                was.retain(is_left);
                (!was.is_empty()).then_some(Inverse::RestoreWire(was))
            }
            Inverse::Several { steps } => {
                let mut left = Vec::new();
                for step in steps {
                    left.extend(self.left_of(conn, step)?);
                }
                (!left.is_empty()).then_some(Inverse::Several { steps: left })
            }
            other => Some(other),
        })
    }
}
