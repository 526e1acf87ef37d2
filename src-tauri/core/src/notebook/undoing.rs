//! Taking back what was done, also after a restart.
//!
//! Each step keeps how to reverse it as data, in the transaction that does it.

use rusqlite::Connection;

use super::notes::{history, keeping};
use super::{
    Notebook, clippings, dossiers, many_articles, matching, moving, proposing, tags, versions, wire,
};
use crate::clock::now_ms;
use crate::domain::{ArticleFlag, ArticleId, Change, EntityId, ImportItemId, UndoAction, UndoStep};
use crate::entities::NameMatcher;
use crate::store::move_table::Moved;
use crate::store::{
    import_table, mention_table, note_merge_table, pick_table, search_table, undo_table,
};
use crate::text::TagPath;
use crate::{Error, Result};

mod added;
mod gone;
mod inverse;
mod of_entities;
mod putting_off;

pub(super) use added::added_by;
pub(super) use gone::{Gone, forget};
pub(super) use inverse::{Inverse, MentionWas};
use putting_off::Work;
pub(super) use putting_off::finish as finish_reversing;

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

    /// The step that brings back the import that was just taken back.
    pub fn redo_peek(&self) -> Result<Option<UndoStep>> {
        let store = &self.shared().store;
        store.read("read the last step", undo_table::newest_redo)
    }

    /// Takes back one step: the one with this id, or the last. `None` when there
    /// is no such step.
    pub fn undo(&self, step: Option<i64>) -> Result<Option<UndoStep>> {
        let store = &self.shared().store;
        // Read before the writer is held: a step can name a hundred thousand articles.
        let found = store.read("read a step", |conn| {
            let Some((step, inverse)) = undo_table::find::<Inverse>(conn, step)? else {
                return Ok(None);
            };
            let inverse = match inverse {
                Inverse::UndoImport { import } => {
                    Plan::Move(added_by(conn, import)?, Some(now_ms()))
                }
                Inverse::RestoreAdded(moved) => Plan::Move(moved, None),
                Inverse::RestoreArticles { ids } => Plan::Move(articles(ids), None),
                Inverse::RestoreImported { articles, problems } => Plan::Move(
                    Moved {
                        articles,
                        problems,
                        ..Moved::default()
                    },
                    None,
                ),
                other => Plan::Reverse(other),
            };
            Ok(Some((step, inverse)))
        })?;
        let Some((step, plan)) = found else {
            return Ok(None);
        };
        let matcher = self.shared().matcher();
        let undone = store.write("take a step back", |tx| {
            // Somebody else may have taken it back meanwhile.
            if !undo_table::remove(tx, step.id)? {
                return Ok(None);
            }
            let changes = match &plan {
                Plan::Move(moved, gone_ms) => {
                    if step.action == UndoAction::Import {
                        let inverse = Inverse::RestoreAdded(moved.clone());
                        push(tx, UndoAction::RestoreImport, &step.subject, &inverse)?;
                    }
                    moving::start(tx, &matcher, moved, *gone_ms)?
                }
                Plan::Reverse(inverse) => reverse(tx, &matcher, inverse)?,
            };
            Ok(Some((step, changes)))
        })?;
        let Some((step, changes)) = undone else {
            return Ok(None);
        };
        self.follow(changes)?;
        Ok(Some(step))
    }

    /// Takes an entity out of the trash, as taking back its deletion does.
    pub(super) fn restore_entity(&self, id: EntityId) -> Result<()> {
        let matcher = self.shared().matcher();
        let restored = Inverse::RestoreEntity { id };
        let store = &self.shared().store;
        let changes = store.write("restore an entity", |tx| reverse(tx, &matcher, &restored))?;
        self.follow(changes)
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

/// What taking a step back means.
enum Plan {
    /// To the trash (`Some`) or out of it (`None`).
    Move(Moved, Option<i64>),
    Reverse(Inverse),
}

fn articles(articles: Vec<ArticleId>) -> Moved {
    Moved {
        articles,
        ..Moved::default()
    }
}

fn reverse(conn: &Connection, matcher: &NameMatcher, inverse: &Inverse) -> Result<Vec<Change>> {
    match inverse {
        Inverse::UndoImport { .. }
        | Inverse::RestoreImported { .. }
        | Inverse::RestoreAdded(_)
        | Inverse::RestoreArticles { .. } => Err(Error::Internal {
            what: "a move was to be reversed in one transaction",
        }),
        Inverse::RestoreEntity { .. }
        | Inverse::RemoveName { .. }
        | Inverse::AddName { .. }
        | Inverse::PreferName { .. }
        | Inverse::SetStrength { .. }
        | Inverse::SetKind { .. }
        | Inverse::SetDescription { .. }
        | Inverse::SplitEntities { .. }
        | Inverse::MergeAgain { .. }
        | Inverse::ForgetUnlike { .. }
        | Inverse::PutRelation { .. }
        | Inverse::RemoveRelations { .. }
        | Inverse::SetFields { .. }
        | Inverse::TakeListed { .. } => of_entities::reverse(conn, inverse),
        Inverse::RestoreNote { id } => {
            keeping::bring_back(conn, *id)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::UnmergeNote { part } => {
            let holder = note_merge_table::root(conn, *part)?;
            note_merge_table::set_merged(conn, *part, None)?;
            keeping::bring_back(conn, *part)?;
            Ok(vec![Change::Notes {
                ids: vec![*part, holder],
            }])
        }
        Inverse::TrashNote { id } => {
            keeping::put_away(conn, *id)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::RewriteNotes { notes } => {
            history::rewrite(conn, notes)?;
            let ids = notes.iter().map(|(id, _)| *id).collect();
            Ok(vec![Change::Notes { ids }])
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
            let mut articles = vec![*article];
            let work = Work::entities(made.as_slice()).chain(Work::names(name.as_slice()));
            articles.extend(putting_off::start(conn, work)?);
            mention_table::refresh_article(conn, *article)?;
            Ok(articles_and_entities(articles))
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
            super::correcting::use_candidates(conn, *article, *field, candidates.clone())?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::UseText { article, version } => {
            super::correcting::use_version(conn, *article, *version)?;
            wire::text_changed(conn, *article)?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::UndoReread { readings } => {
            versions::undo_reread(conn, matcher, readings)?;
            let ids = readings.iter().map(|step| step.article).collect();
            Ok(articles_and_entities(ids))
        }
        Inverse::RestoreWire(was) => Ok(vec![Change::Articles {
            ids: wire::restore(conn, was)?,
        }]),
        Inverse::ReopenProblem { item, article } => reopen(conn, *item, *article),
        Inverse::RememberPick { host, pick } => {
            pick_table::set(conn, host, pick.as_ref(), now_ms())?;
            Ok(Vec::new())
        }
        Inverse::RemoveSearch { id } => {
            search_table::set_deleted(conn, *id, Some(now_ms()))?;
            Ok(vec![Change::Searches])
        }
        Inverse::RestoreSearch { id } => {
            search_table::set_deleted(conn, *id, None)?;
            Ok(vec![Change::Searches])
        }
        Inverse::RenameSearch { id, name } => {
            search_table::rename(conn, *id, name)?;
            Ok(vec![Change::Searches])
        }
        Inverse::TakeTag { tag, articles } => {
            if let Some(tag) = TagPath::read(tag) {
                tags::take(conn, &tag, articles)?;
            }
            Ok(articles_only(articles))
        }
        Inverse::GiveTag { tag, articles } => {
            if let Some(tag) = TagPath::read(tag) {
                tags::give(conn, &tag, articles)?;
            }
            Ok(articles_only(articles))
        }
        Inverse::Dossier(step) => dossiers::reverse(conn, step),
        Inverse::RenameTags { tags } => {
            super::tags::rename_back(conn, tags)?;
            Ok(articles_only(&[]))
        }
        Inverse::MarkRead { ids, read } => {
            many_articles::mark(conn, ids, ArticleFlag::Read, *read)?;
            Ok(articles_only(ids))
        }
        Inverse::Mark { flag, ids, on } => {
            many_articles::mark(conn, ids, *flag, *on)?;
            Ok(articles_only(ids))
        }
        Inverse::Unaccept {
            decision,
            entities,
            names,
            known_as,
        } => {
            proposing::stop_accepting(conn, *decision, known_as)?;
            let work = Work::entities(entities)
                .chain([Work::Unaccept {
                    decision: *decision,
                }])
                .chain(Work::names(names));
            Ok(proposals_of(putting_off::start(conn, work)?))
        }
        Inverse::Unreject { ids, rejections } => {
            Ok(proposals_of(proposing::unreject(conn, ids, rejections)?))
        }
        Inverse::RestoreProposalKinds { was } => {
            Ok(proposals_of(proposing::restore_kinds(conn, was)?))
        }
        Inverse::RestoreProposalWords { were } => {
            Ok(proposals_of(proposing::restore_words(conn, were)?))
        }
        Inverse::RemoveClippings { .. }
        | Inverse::RestoreClippings { .. }
        | Inverse::MarkClipping { .. } => clippings::reverse(conn, inverse),
        Inverse::Several { steps } => {
            if let Some(entities) = restored(steps) {
                let work = Work::restored(&entities);
                return Ok(articles_and_entities(putting_off::start(conn, work)?));
            }
            let mut changes = Vec::new();
            for step in steps {
                changes.extend(reverse(conn, matcher, step)?);
            }
            Ok(changes)
        }
    }
}

/// The entities, where a step brings back nothing else.
fn restored(steps: &[Inverse]) -> Option<Vec<EntityId>> {
    let id = |step: &Inverse| match step {
        Inverse::RestoreEntity { id } => Some(*id),
        _ => None,
    };
    steps.iter().map(id).collect()
}

fn reopen(
    conn: &Connection,
    item: ImportItemId,
    article: Option<ArticleId>,
) -> Result<Vec<Change>> {
    let (known, _) = import_table::item(conn, item)?;
    import_table::set_resolved(conn, item, false)?;
    let mut changes = vec![Change::Imports {
        ids: vec![known.import],
    }];
    if let Some(id) = article {
        import_table::set_article(conn, item, None)?;
        moving::move_article(conn, id, Some(now_ms()))?;
        changes.extend(articles_and_entities(vec![id]));
    }
    Ok(changes)
}

fn articles_only(ids: &[ArticleId]) -> Vec<Change> {
    vec![Change::Articles { ids: ids.to_vec() }]
}

/// Mentions changed in these articles: rows, readers and entity counts are stale.
pub(super) fn articles_and_entities(ids: Vec<ArticleId>) -> Vec<Change> {
    vec![
        Change::Articles { ids },
        Change::Entities { ids: Vec::new() },
    ]
}

/// Proposals of these articles changed, and perhaps mentions with them.
fn proposals_of(ids: Vec<ArticleId>) -> Vec<Change> {
    let mut changes = articles_and_entities(ids);
    changes.push(Change::Proposals);
    changes
}

fn set_statuses(conn: &Connection, statuses: &[MentionWas]) -> Result<()> {
    for was in statuses {
        mention_table::set_status(conn, was.id, was.status, was.by)?;
    }
    Ok(())
}
