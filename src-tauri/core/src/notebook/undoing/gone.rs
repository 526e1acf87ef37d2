//! What is left to be taken back once things are gone for good.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::Inverse;
use crate::domain::{ArticleId, ClippingId, DossierId, EntityId, ImportId, NoteId};
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
    /// With those that they hold.
    pub entities: HashSet<EntityId>,
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
            Inverse::RestoreNote { id }
            | Inverse::TrashNote { id }
            | Inverse::SetNoteTitle { id, .. }
                if self.notes.contains(&id) =>
            {
                None
            }
            Inverse::UnmergeNote { part } if self.notes.contains(&part) => None,
            Inverse::RewriteNotes { mut notes } => {
                notes.retain(|(id, _)| !self.notes.contains(id));
                (!notes.is_empty()).then_some(Inverse::RewriteNotes { notes })
            }
            // With the merged note gone, the note that holds its text is all that has it.
            Inverse::TakeOut(put)
                if self.notes.contains(&put.note)
                    || put.merged.is_some_and(|part| self.notes.contains(&part)) =>
            {
                None
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
            Inverse::SetProblems {
                mut items,
                resolved,
            } => {
                let mut left = Vec::new();
                for item in items.drain(..) {
                    let known = match import_table::item(conn, item) {
                        Err(Error::NotFound { .. }) => continue,
                        known => known?.0,
                    };
                    if !self.imports.contains(&known.import) {
                        left.push(item);
                    }
                }
                (!left.is_empty()).then_some(Inverse::SetProblems {
                    items: left,
                    resolved,
                })
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
            Inverse::PartQuotes { mut joined } => {
                joined.retain(|one| !self.clippings.contains(&one.id));
                (!joined.is_empty()).then_some(Inverse::PartQuotes { joined })
            }
            Inverse::RestoreWire(mut was) => {
                was.retain(is_left);
                (!was.is_empty()).then_some(Inverse::RestoreWire(was))
            }
            step if self.is_of_gone_entity(&step) => None,
            Inverse::SplitEntities { mut parts } => {
                parts.retain(|id| !self.entities.contains(id));
                (!parts.is_empty()).then_some(Inverse::SplitEntities { parts })
            }
            Inverse::TakeListed {
                mut entities,
                names,
            } => {
                entities.retain(|id| !self.entities.contains(id));
                let is_left = !entities.is_empty() || !names.is_empty();
                is_left.then_some(Inverse::TakeListed { entities, names })
            }
            Inverse::Unaccept {
                decision,
                mut entities,
                names,
                mut known_as,
            } => {
                entities.retain(|id| !self.entities.contains(id));
                known_as.retain(|id| !self.entities.contains(id));
                Some(Inverse::Unaccept {
                    decision,
                    entities,
                    names,
                    known_as,
                })
            }
            Inverse::MarkClipping { id, mut marks } => {
                if let Some(quote) = &mut marks.quote {
                    let parties = [&mut quote.speaker, &mut quote.via];
                    for party in parties.into_iter().flatten() {
                        party.entity = party.entity.filter(|id| !self.entities.contains(id));
                    }
                }
                Some(Inverse::MarkClipping { id, marks })
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

    /// Whether a step is of an entity that is gone, or of one and another.
    fn is_of_gone_entity(&self, step: &Inverse) -> bool {
        let is_gone = |id: &EntityId| self.entities.contains(id);
        match step {
            Inverse::RestoreEntity { id }
            | Inverse::Untag {
                entity: Some(id), ..
            }
            | Inverse::AddName { entity: id, .. }
            | Inverse::PreferName { entity: id, .. }
            | Inverse::SetKind { entity: id, .. }
            | Inverse::SetDescription { entity: id, .. }
            | Inverse::SetPicture { entity: id, .. }
            | Inverse::SetFields { entity: id, .. } => is_gone(id),
            Inverse::MergeAgain { part, holder } => is_gone(part) || is_gone(holder),
            Inverse::ForgetUnlike { one, other } => is_gone(one) || is_gone(other),
            Inverse::PutRelation {
                before: Some(row), ..
            } => is_gone(&row.from) || row.to.as_ref().is_some_and(is_gone),
            _ => false,
        }
    }
}
