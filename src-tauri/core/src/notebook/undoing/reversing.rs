//! What each step means that is taken back, or done again.

use rusqlite::Connection;

use super::of_entities::CalledBefore;
use super::{Inverse, MentionWas, Work, of_entities, start};
use crate::clock::now_ms;
use crate::domain::{ArticleFlag, ArticleId, Change, EntityId, ImportItemId, LinkTarget, NoteId};
use crate::entities::NameMatcher;
use crate::notebook::notes::taking_out::{self, PutIn};
use crate::notebook::notes::{history, keeping, retitling};
use crate::notebook::{clippings, correcting, moving, proposing, tags, versions, wire};
use crate::store::{
    import_table, mention_table, note_merge_table, note_table, pick_table, search_table,
};
use crate::{Error, Result};

/// Items of a dossier that are put back or taken out in one transaction.
const ITEMS_AT_ONCE: usize = 200;

pub(super) fn reverse(
    conn: &Connection,
    matcher: &NameMatcher,
    inverse: &Inverse,
) -> Result<Vec<Change>> {
    match inverse {
        Inverse::UndoImport { .. }
        | Inverse::RestoreImported { .. }
        | Inverse::RestoreAdded(_)
        | Inverse::TrashAdded(_)
        | Inverse::TrashArticles { .. }
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
        | Inverse::SetPicture { .. }
        | Inverse::SplitEntities { .. }
        | Inverse::MergeAgain { .. }
        | Inverse::ForgetUnlike { .. }
        | Inverse::TellApart { .. }
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
        Inverse::MergeNoteAgain { part, holder } => {
            let part_root = note_merge_table::root(conn, *part)?;
            let holder = note_merge_table::root(conn, *holder)?;
            if part_root == *part && holder != *part {
                keeping::put_away(conn, *part)?;
                note_merge_table::set_merged(conn, *part, Some(holder))?;
                note_table::links_changed(conn, &LinkTarget::Note { id: *part })?;
            }
            Ok(vec![Change::Notes {
                ids: vec![*part, holder],
            }])
        }
        Inverse::TrashNote { id } => {
            keeping::put_away(conn, *id)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::SetTemplate { id, template } => {
            note_merge_table::set_template(conn, *id, *template)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::SetNoteTitle { id, title } => {
            retitling::call(conn, *id, title)?;
            Ok(vec![Change::Notes { ids: vec![*id] }])
        }
        Inverse::RewriteNotes { notes } => {
            history::rewrite(conn, notes)?;
            let ids = notes.iter().map(|(id, _)| *id).collect();
            Ok(vec![Change::Notes { ids }])
        }
        // Whoever does a step again has seen that what it rests on is so.
        Inverse::Resting { again, .. } => reverse(conn, matcher, again),
        Inverse::TakeOut(put) => {
            taking_out::take_out(conn, put.note, &[put])?;
            Ok(vec![Change::Notes {
                ids: vec![put.note],
            }])
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
            let work = Work::entities(made.as_slice()).chain(Work::names(name.as_slice()));
            let mut changes = start(conn, work)?;
            mention_table::refresh_article(conn, *article)?;
            changes.extend(articles_and_entities(vec![*article]));
            Ok(changes)
        }
        Inverse::PutMentions { article, mentions } => {
            mention_table::put_back(conn, *article, mentions)?;
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
            correcting::use_candidates(conn, *article, *field, candidates.clone())?;
            Ok(articles_and_entities(vec![*article]))
        }
        Inverse::UseText { article, version } => {
            correcting::use_version(conn, *article, *version)?;
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
        Inverse::SetProblems { items, resolved } => start(conn, Work::problems(items, *resolved)),
        Inverse::CloseProblem { item, article } => close_again(conn, *item, *article),
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
        Inverse::TakeTag { tag, articles } => start(conn, Work::take_tag(tag, articles)),
        Inverse::GiveTag { tag, articles } => start(conn, Work::give_tag(tag, articles)),
        Inverse::Dossier(step) => {
            let parts = step.in_parts(conn, ITEMS_AT_ONCE)?;
            start(conn, parts.into_iter().map(|step| Work::Dossier { step }))
        }
        Inverse::RenameTags { tags } => {
            tags::rename_back(conn, tags)?;
            Ok(vec![Change::Articles { ids: Vec::new() }])
        }
        Inverse::MarkRead { ids, read } => start(conn, Work::mark(ids, ArticleFlag::Read, *read)),
        Inverse::Mark { flag, ids, on } => start(conn, Work::mark(ids, *flag, *on)),
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
            start(conn, work)
        }
        Inverse::Unreject { ids, rejections } => {
            Ok(proposals_of(proposing::unreject(conn, ids, rejections)?))
        }
        Inverse::AcceptAgain(accepted) => {
            Ok(proposals_of(proposing::accept_again(conn, accepted)?))
        }
        Inverse::RejectAgain { ids, rejections } => Ok(proposals_of(proposing::reject_again(
            conn, ids, rejections,
        )?)),
        Inverse::RestoreProposalKinds { was } => {
            Ok(proposals_of(proposing::restore_kinds(conn, was)?))
        }
        Inverse::RestoreProposalWords { were } => {
            Ok(proposals_of(proposing::restore_words(conn, were)?))
        }
        Inverse::RemoveClippings { .. }
        | Inverse::RestoreClippings { .. }
        | Inverse::MarkClipping { .. }
        | Inverse::PartQuotes { .. }
        | Inverse::JoinQuotes { .. } => clippings::reverse(conn, inverse),
        Inverse::Several { steps } => {
            if let Some(entities) = restored(steps) {
                let work = Work::restored(&entities);
                return start(conn, work);
            }
            let mut changes = Vec::new();
            let called = called_before(steps);
            let stays = taking_out::kept_apart(conn, steps)?;
            let mut left: Vec<NoteId> = Vec::new();
            for step in steps {
                if let Inverse::TakeOut(PutIn { note, .. }) = step {
                    // A text is written once, whatever is taken out of it.
                    if !left.contains(note) {
                        taking_out::take_out(conn, *note, &put_into(*note, steps))?;
                        changes.push(Change::Notes { ids: vec![*note] });
                        left.push(*note);
                    }
                    continue;
                }
                if matches!(step, Inverse::TrashNote { id } if stays == Some(*id)) {
                    continue;
                }
                if called.is_none() || !matches!(step, Inverse::PreferName { .. }) {
                    changes.extend(reverse(conn, matcher, step)?);
                }
            }
            let work = Work::called(called.as_deref().unwrap_or_default());
            changes.extend(start(conn, work)?);
            Ok(changes)
        }
    }
}

fn put_into(note: NoteId, steps: &[Inverse]) -> Vec<&PutIn> {
    let put = steps.iter().filter_map(|step| match step {
        Inverse::TakeOut(put) if put.note == note => Some(put),
        _ => None,
    });
    put.collect()
}

/// What entities were called, where a step renamed many, and did nothing else but to make
/// quotes theirs by it.
fn called_before(steps: &[Inverse]) -> Option<Vec<CalledBefore>> {
    let names = steps.iter().filter_map(|step| match step {
        Inverse::PreferName {
            entity,
            name,
            added,
        } => Some(CalledBefore {
            entity: *entity,
            name: *name,
            added: *added,
        }),
        _ => None,
    });
    let names: Vec<CalledBefore> = names.collect();
    let quotes = |step: &&Inverse| matches!(step, Inverse::PartQuotes { .. });
    let only = names.len() + steps.iter().filter(quotes).count() == steps.len();
    (only && names.len() > 1).then_some(names)
}

/// The entities, where a step brings back nothing else.
pub(super) fn restored(steps: &[Inverse]) -> Option<Vec<EntityId>> {
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

fn close_again(
    conn: &Connection,
    item: ImportItemId,
    article: Option<ArticleId>,
) -> Result<Vec<Change>> {
    let (known, _) = import_table::item(conn, item)?;
    import_table::set_resolved(conn, item, true)?;
    let mut changes = vec![Change::Imports {
        ids: vec![known.import],
    }];
    if let Some(id) = article {
        import_table::set_article(conn, item, Some(id))?;
        moving::move_article(conn, id, None)?;
        changes.extend(articles_and_entities(vec![id]));
    }
    Ok(changes)
}

/// Mentions changed in these articles: rows, readers and entity counts are stale.
pub(in super::super) fn articles_and_entities(ids: Vec<ArticleId>) -> Vec<Change> {
    vec![
        Change::Articles { ids },
        Change::Entities { ids: Vec::new() },
    ]
}

/// Proposals of these articles changed, and perhaps mentions with them.
pub(super) fn proposals_of(ids: Vec<ArticleId>) -> Vec<Change> {
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
