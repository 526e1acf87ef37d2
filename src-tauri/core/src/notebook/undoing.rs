//! Taking back what was done, also after a restart.
//!
//! Each step keeps how to reverse it as data, in the transaction that does it.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Notebook, matching};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, Candidate, Change, EntityId, EntityKind, Field, ImportId, ImportItemId, MentionBy,
    MentionId, MentionStatus, NameId, NameStrength, NoteId, UndoAction, UndoStep,
};
use crate::store::{
    article_table, entity_table, import_table, mention_table, note_table, undo_table,
};

/// How to reverse a step. Stored as JSON: add variants, never change one.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "do")]
pub(super) enum Inverse {
    /// Removes what an import added and is still there.
    UndoImport {
        import: ImportId,
    },
    RestoreImported {
        articles: Vec<ArticleId>,
        problems: Vec<ImportItemId>,
    },
    RestoreArticles {
        ids: Vec<ArticleId>,
    },
    RestoreEntity {
        id: EntityId,
    },
    RestoreNote {
        id: NoteId,
    },
    /// Takes a tag back: its mentions, the statuses it changed, and the name and
    /// entity that it made.
    Untag {
        article: ArticleId,
        mentions: Vec<MentionId>,
        statuses: Vec<MentionWas>,
        name: Option<NameId>,
        entity: Option<EntityId>,
    },
    SetMentions {
        article: ArticleId,
        statuses: Vec<MentionWas>,
    },
    SetField {
        article: ArticleId,
        field: Field,
        candidates: Vec<Candidate>,
    },
    UseText {
        article: ArticleId,
        version: u32,
    },
    RemoveName {
        name: NameId,
    },
    AddName {
        entity: EntityId,
        name: NameId,
        text: String,
        strength: NameStrength,
    },
    PreferName {
        entity: EntityId,
        name: NameId,
        /// The name that a renaming added.
        added: Option<NameId>,
    },
    SetStrength {
        name: NameId,
        strength: NameStrength,
    },
    SetKind {
        entity: EntityId,
        kind: EntityKind,
    },
    SetDescription {
        entity: EntityId,
        description: String,
    },
}

/// What a mention was before a step.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MentionWas {
    pub id: MentionId,
    pub status: MentionStatus,
    pub by: MentionBy,
}

/// Keeps a step in the transaction that does it.
pub(super) fn push(
    conn: &Connection,
    action: UndoAction,
    subject: &str,
    inverse: &Inverse,
) -> Result<UndoStep> {
    undo_table::push(conn, action, subject, inverse, now_ms())
}

impl Notebook {
    /// The step that [`Notebook::undo`] would take back next.
    pub fn undo_peek(&self) -> Result<Option<UndoStep>> {
        self.shared().store.read("read the last step", |conn| {
            Ok(undo_table::find::<Inverse>(conn, None)?.map(|(step, _)| step))
        })
    }

    /// Takes back one step: the one with this id, or the last. `None` when there
    /// is no such step.
    pub fn undo(&self, step: Option<i64>) -> Result<Option<UndoStep>> {
        let undone = self.shared().store.write("take a step back", |tx| {
            let Some((step, inverse)) = undo_table::find::<Inverse>(tx, step)? else {
                return Ok(None);
            };
            let changes = reverse(tx, &inverse)?;
            undo_table::remove(tx, step.id)?;
            Ok(Some((step, changes)))
        })?;
        let Some((step, changes)) = undone else {
            return Ok(None);
        };
        matching::reload(self.shared())?;
        for change in changes {
            self.changed(change);
        }
        Ok(Some(step))
    }
}

fn reverse(conn: &Connection, inverse: &Inverse) -> Result<Vec<Change>> {
    match inverse {
        Inverse::UndoImport { import } => {
            let (articles, problems) = added_by(conn, *import)?;
            set_imported(conn, &articles, &problems, Some(now_ms()))
        }
        Inverse::RestoreImported { articles, problems } => {
            set_imported(conn, articles, problems, None)
        }
        Inverse::RestoreArticles { ids } => {
            super::articles::set_deleted(conn, ids, None)?;
            Ok(articles_and_entities(ids.clone()))
        }
        Inverse::RestoreEntity { id } => {
            super::entities::set_deleted(conn, *id, None)?;
            Ok(vec![entity(*id)])
        }
        Inverse::RestoreNote { id } => {
            note_table::set_deleted(conn, *id, None)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::Untag {
            article,
            mentions,
            statuses,
            name,
            entity: made,
        } => {
            for mention in mentions {
                mention_table::delete(conn, *mention)?;
            }
            set_statuses(conn, statuses)?;
            if let Some(name) = name {
                entity_table::delete_name(conn, *name)?;
            }
            if let Some(made) = made {
                super::entities::set_deleted(conn, *made, Some(now_ms()))?;
            }
            mention_table::refresh_article(conn, *article)?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::SetMentions { article, statuses } => {
            set_statuses(conn, statuses)?;
            mention_table::refresh_article(conn, *article)?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::SetField {
            article,
            field,
            candidates,
        } => {
            super::articles::use_candidates(conn, *article, *field, candidates.clone())?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::UseText { article, version } => {
            super::articles::use_version(conn, *article, *version)?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::RemoveName { name } => {
            let owner = entity_table::owner(conn, *name)?;
            entity_table::delete_name(conn, *name)?;
            Ok(vec![entity(owner)])
        }
        Inverse::AddName {
            entity: owner,
            name,
            text,
            strength,
        } => {
            entity_table::insert_name(conn, *name, *owner, text, *strength, false)?;
            Ok(vec![entity(*owner)])
        }
        Inverse::PreferName {
            entity: owner,
            name,
            added,
        } => {
            entity_table::prefer(conn, *owner, *name)?;
            if let Some(added) = added {
                entity_table::delete_name(conn, *added)?;
            }
            Ok(vec![entity(*owner)])
        }
        Inverse::SetStrength { name, strength } => {
            entity_table::set_strength(conn, *name, *strength)?;
            Ok(vec![entity(entity_table::owner(conn, *name)?)])
        }
        Inverse::SetKind {
            entity: owner,
            kind,
        } => {
            entity_table::set_kind(conn, *owner, *kind)?;
            Ok(vec![entity(*owner)])
        }
        Inverse::SetDescription {
            entity: owner,
            description,
        } => {
            entity_table::set_description(conn, *owner, description)?;
            Ok(vec![entity(*owner)])
        }
    }
}

fn entity(id: EntityId) -> Change {
    Change::Entities { ids: vec![id] }
}

/// Mentions changed in these articles: rows, readers and entity counts are stale.
pub(super) fn articles_and_entities(ids: Vec<ArticleId>) -> Vec<Change> {
    vec![
        Change::Articles { ids },
        Change::Entities { ids: Vec::new() },
    ]
}

/// What an import added and is still there: articles, and problems not dealt with.
pub(super) fn added_by(
    conn: &Connection,
    import: ImportId,
) -> Result<(Vec<ArticleId>, Vec<ImportItemId>)> {
    Ok((
        article_table::of_import(conn, import)?,
        import_table::open_problems_of(conn, import)?,
    ))
}

/// Moves to the trash (`Some`) or brings back (`None`) what an import added.
pub(super) fn set_imported(
    conn: &Connection,
    articles: &[ArticleId],
    problems: &[ImportItemId],
    deleted_ms: Option<i64>,
) -> Result<Vec<Change>> {
    for id in articles {
        article_table::set_deleted(conn, *id, deleted_ms)?;
        mention_table::refresh_article(conn, *id)?;
    }
    for problem in problems {
        import_table::set_resolved(conn, *problem, deleted_ms.is_some())?;
    }
    let mut changes = articles_and_entities(articles.to_vec());
    changes.push(Change::Imports { ids: Vec::new() });
    Ok(changes)
}

fn set_statuses(conn: &Connection, statuses: &[MentionWas]) -> Result<()> {
    for was in statuses {
        mention_table::set_status(conn, was.id, was.status, was.by)?;
    }
    Ok(())
}
