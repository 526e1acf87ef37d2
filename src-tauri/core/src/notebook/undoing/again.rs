//! What does a step again that is about to be taken back.
//!
//! It is read from the notebook as it is before the step is taken back, and written as steps
//! are. What a list brought and what was read anew is not done again: a person has the list,
//! and rereading is one key.

use rusqlite::Connection;

use super::Inverse;
use crate::domain::{ArticleId, EntityId, Field, MentionId, NameId};
use crate::notebook::notes::history;
use crate::notebook::proposing::{self, AcceptedBefore};
use crate::notebook::undoing::MentionWas;
use crate::notebook::{clippings, dossiers, wire};
use crate::store::{
    article_table, entity_image_table, entity_table, mention_table, merge_table, note_merge_table,
    note_table, pick_table, relation_table, search_table,
};
use crate::{Error, Result};

/// What a merge or a bulk step names at most to be done again in one transaction.
const MOST: usize = 500;

/// `None`: nothing does it again.
pub(super) fn again(conn: &Connection, inverse: &Inverse) -> Result<Option<Inverse>> {
    Ok(match inverse {
        Inverse::UndoImport { .. }
        | Inverse::RestoreImported { .. }
        | Inverse::RestoreAdded(_)
        | Inverse::TrashAdded(_)
        | Inverse::RestoreArticles { .. }
        | Inverse::TrashArticles { .. }
        // Those above move articles and are planned as such.
        | Inverse::RemoveRelations { .. }
        | Inverse::UndoReread { .. }
        | Inverse::AcceptAgain(_)
        | Inverse::RejectAgain { .. }
        | Inverse::PutMentions { .. }
        | Inverse::JoinQuotes { .. }
        | Inverse::TellApart { .. }
        | Inverse::CloseProblem { .. }
        | Inverse::Resting { .. }
        | Inverse::MergeNoteAgain { .. } => None,
        Inverse::RestoreEntity { id } => Some(taken(&[*id])),
        Inverse::TakeListed { entities, names } => {
            let few = names.is_empty() && entities.len() <= MOST;
            few.then(|| brought_back(entities))
        }
        Inverse::RemoveName { name } => name_added(conn, *name)?,
        Inverse::AddName { name, .. } => Some(Inverse::RemoveName { name: *name }),
        Inverse::PreferName { entity, added, .. } => name_preferred(conn, *entity, *added)?,
        Inverse::SetStrength { name, .. } => strength(conn, *name)?,
        Inverse::SetKind { entity, .. } => {
            entity_table::find_record(conn, *entity)?.map(|now| Inverse::SetKind {
                entity: *entity,
                kind: now.kind,
            })
        }
        Inverse::SetDescription { entity, .. } => {
            entity_table::find_record(conn, *entity)?.map(|now| Inverse::SetDescription {
                entity: *entity,
                description: now.description,
            })
        }
        Inverse::SetPicture { entity, .. } => Some(Inverse::SetPicture {
            entity: *entity,
            picture: entity_image_table::own(conn, *entity)?.map(|now| now.hex()),
        }),
        Inverse::SetFields { entity, .. } => Some(Inverse::SetFields {
            entity: *entity,
            fields: relation_table::fields(conn, *entity)?,
        }),
        Inverse::SplitEntities { parts } => held_again(conn, parts)?,
        Inverse::MergeAgain { part, .. } => Some(Inverse::SplitEntities { parts: vec![*part] }),
        Inverse::ForgetUnlike { one, other } => Some(Inverse::TellApart {
            one: *one,
            other: *other,
        }),
        Inverse::PutRelation { id, .. } => Some(Inverse::PutRelation {
            id: *id,
            before: relation_table::find(conn, *id)?,
        }),
        Inverse::Untag {
            article,
            mentions,
            statuses,
            name,
            entity,
        } => Some(tagged_again(conn, *article, mentions, statuses, *name, *entity)?),
        Inverse::SetMentions { article, statuses } => Some(Inverse::SetMentions {
            article: *article,
            statuses: statuses_now(conn, statuses)?,
        }),
        Inverse::SetField { article, field, .. } => Some(field_now(conn, *article, *field)?),
        Inverse::UseText { article, .. } => Some(Inverse::UseText {
            article: *article,
            version: article_table::record(conn, *article)?.text_version,
        }),
        Inverse::RestoreWire(was) => Some(Inverse::RestoreWire(wire::now(conn, was)?)),
        Inverse::ReopenProblem { item, article } => Some(Inverse::CloseProblem {
            item: *item,
            article: *article,
        }),
        Inverse::RememberPick { host, .. } => Some(Inverse::RememberPick {
            host: host.clone(),
            pick: pick_table::get(conn, host)?,
        }),
        Inverse::RemoveSearch { id } => Some(Inverse::RestoreSearch { id: *id }),
        Inverse::RestoreSearch { id } => Some(Inverse::RemoveSearch { id: *id }),
        Inverse::RenameSearch { id, .. } => Some(Inverse::RenameSearch {
            id: *id,
            name: search_table::get(conn, *id)?.name,
        }),
        Inverse::TakeTag { tag, articles } => Some(Inverse::GiveTag {
            tag: tag.clone(),
            articles: articles.clone(),
        }),
        Inverse::GiveTag { tag, articles } => Some(Inverse::TakeTag {
            tag: tag.clone(),
            articles: articles.clone(),
        }),
        Inverse::RenameTags { tags } => Some(Inverse::RenameTags {
            tags: tags.iter().map(|tag| tag.turned()).collect(),
        }),
        Inverse::MarkRead { ids, read } => Some(Inverse::MarkRead {
            ids: ids.clone(),
            read: !read,
        }),
        Inverse::Mark { flag, ids, on } => Some(Inverse::Mark {
            flag: *flag,
            ids: ids.clone(),
            on: !on,
        }),
        Inverse::RestoreNote { id } => Some(Inverse::TrashNote { id: *id }),
        Inverse::TrashNote { id } => Some(Inverse::RestoreNote { id: *id }),
        Inverse::SetTemplate { id, template } => Some(Inverse::SetTemplate {
            id: *id,
            template: !template,
        }),
        Inverse::SetNoteTitle { id, .. } => {
            note_table::find_title(conn, *id)?.map(|(title, _)| Inverse::SetNoteTitle { id: *id, title })
        }
        Inverse::UnmergeNote { part } => Some(Inverse::MergeNoteAgain {
            part: *part,
            holder: note_merge_table::root(conn, *part)?,
        }),
        Inverse::RewriteNotes { notes } => {
            let mut now = Vec::new();
            for (id, _) in notes {
                match history::keep_undone(conn, *id) {
                    Ok(version) => now.push((*id, version)),
                    // Gone for good: taking the step back leaves it out, too.
                    Err(Error::NotFound { .. }) => {}
                    Err(error) => return Err(error),
                }
            }
            Some(Inverse::RewriteNotes { notes: now })
        }
        Inverse::TakeOut(put) => match history::keep_undone(conn, put.note) {
            Ok(version) => Some(Inverse::RewriteNotes {
                notes: vec![(put.note, version)],
            }),
            Err(Error::NotFound { .. }) => Some(Inverse::RewriteNotes { notes: Vec::new() }),
            Err(error) => return Err(error),
        },
        Inverse::Dossier(step) => dossiers::again(conn, step)?.map(Inverse::Dossier),
        Inverse::Unaccept {
            decision,
            entities,
            names,
            known_as,
        } => {
            let mut steps = match brought_back(entities) {
                Inverse::Several { steps } => steps,
                one => vec![one],
            };
            for name in names {
                steps.extend(name_added(conn, *name)?);
            }
            let accepted = AcceptedBefore::of(conn, *decision, known_as)?;
            steps.push(Inverse::AcceptAgain(accepted));
            Some(Inverse::Several { steps })
        }
        Inverse::Unreject { ids, rejections } => Some(Inverse::RejectAgain {
            ids: ids.clone(),
            rejections: rejections.clone(),
        }),
        Inverse::RestoreProposalKinds { was } => Some(Inverse::RestoreProposalKinds {
            was: proposing::kinds_now(conn, was)?,
        }),
        Inverse::RestoreProposalWords { were } => proposing::words_now(conn, were)?
            .map(|were| Inverse::RestoreProposalWords { were }),
        Inverse::RemoveClippings { ids } => Some(Inverse::RestoreClippings { ids: ids.clone() }),
        Inverse::RestoreClippings { ids } => Some(Inverse::RemoveClippings { ids: ids.clone() }),
        Inverse::MarkClipping { id, .. } => clippings::marks_now(conn, *id)?,
        Inverse::PartQuotes { joined } => Some(Inverse::JoinQuotes {
            joined: clippings::still_joined(conn, joined)?,
        }),
        Inverse::SetProblems { items, resolved } => Some(Inverse::SetProblems {
            items: items.clone(),
            resolved: !resolved,
        }),
        Inverse::Several { steps } => several(conn, steps)?,
    })
}

/// All of them again, the last first; nothing where one of them can't be.
fn several(conn: &Connection, steps: &[Inverse]) -> Result<Option<Inverse>> {
    if let Some(entities) = super::reversing::restored(steps) {
        return Ok(Some(taken(&entities)));
    }
    let mut all = Vec::new();
    for step in steps.iter().rev() {
        match again(conn, step)? {
            Some(step) if writes_the_same(&step, all.last()) => {}
            Some(step) => all.push(step),
            None => return Ok(None),
        }
    }
    Ok(Some(Inverse::Several { steps: all }))
}

/// Whether both give notes the same texts, as where several cards came into one note.
fn writes_the_same(step: &Inverse, before: Option<&Inverse>) -> bool {
    match (step, before) {
        (Inverse::RewriteNotes { notes }, Some(Inverse::RewriteNotes { notes: before })) => {
            notes == before
        }
        _ => false,
    }
}

/// Entities to the trash.
fn taken(entities: &[EntityId]) -> Inverse {
    Inverse::TakeListed {
        entities: entities.to_vec(),
        names: Vec::new(),
    }
}

fn brought_back(entities: &[EntityId]) -> Inverse {
    Inverse::Several {
        steps: (entities.iter())
            .map(|id| Inverse::RestoreEntity { id: *id })
            .collect(),
    }
}

fn name_added(conn: &Connection, name: NameId) -> Result<Option<Inverse>> {
    let Some(owner) = entity_table::find_owner(conn, name)? else {
        return Ok(None);
    };
    let names = entity_table::names(conn, owner)?;
    let Some(known) = names.into_iter().find(|known| known.id == name) else {
        return Ok(None);
    };
    Ok(Some(Inverse::AddName {
        entity: merge_table::home_of_name(conn, name)?.unwrap_or(owner),
        name,
        text: known.text,
        strength: known.strength,
    }))
}

/// The name that an entity is called by now, with the one that was added for that.
fn name_preferred(
    conn: &Connection,
    entity: EntityId,
    added: Option<NameId>,
) -> Result<Option<Inverse>> {
    let names = entity_table::names(conn, entity)?;
    let Some(preferred) = names.iter().find(|known| known.preferred) else {
        return Ok(None);
    };
    let mut steps = Vec::new();
    if let Some(added) = added {
        steps.extend(name_added(conn, added)?);
    }
    steps.push(Inverse::PreferName {
        entity,
        name: preferred.id,
        added: None,
    });
    Ok(Some(Inverse::Several { steps }))
}

fn strength(conn: &Connection, name: NameId) -> Result<Option<Inverse>> {
    let Some(owner) = entity_table::find_owner(conn, name)? else {
        return Ok(None);
    };
    let names = entity_table::names(conn, owner)?;
    let known = names.into_iter().find(|known| known.id == name);
    Ok(known.map(|known| Inverse::SetStrength {
        name,
        strength: known.strength,
    }))
}

fn held_again(conn: &Connection, parts: &[EntityId]) -> Result<Option<Inverse>> {
    if parts.len() > MOST {
        return Ok(None);
    }
    let mut steps = Vec::new();
    for part in parts {
        let holder = merge_table::holder(conn, *part)?;
        steps.extend(holder.map(|holder| Inverse::MergeAgain {
            part: *part,
            holder,
        }));
    }
    Ok(Some(Inverse::Several { steps }))
}

/// What tagging made: the entity, the name and the mentions, as they are.
fn tagged_again(
    conn: &Connection,
    article: ArticleId,
    made: &[MentionId],
    statuses: &[MentionWas],
    name: Option<NameId>,
    entity: Option<EntityId>,
) -> Result<Inverse> {
    let mut steps = Vec::new();
    steps.extend(entity.map(|id| Inverse::RestoreEntity { id }));
    if let Some(name) = name {
        steps.extend(name_added(conn, name)?);
    }
    let rows = mention_table::rows_of_article(conn, article)?;
    steps.push(Inverse::PutMentions {
        article,
        mentions: rows
            .into_iter()
            .filter(|row| made.contains(&row.id))
            .collect(),
    });
    steps.push(Inverse::SetMentions {
        article,
        statuses: statuses_now(conn, statuses)?,
    });
    Ok(Inverse::Several { steps })
}

fn statuses_now(conn: &Connection, statuses: &[MentionWas]) -> Result<Vec<MentionWas>> {
    let mut now = Vec::new();
    for was in statuses {
        let found = mention_table::find_status(conn, was.id)?;
        now.extend(found.map(|(status, by)| MentionWas {
            id: was.id,
            status,
            by,
        }));
    }
    Ok(now)
}

fn field_now(conn: &Connection, article: ArticleId, field: Field) -> Result<Inverse> {
    let (fields, _) = article_table::provenance(conn, article)?;
    let known = fields.into_iter().find(|known| known.field == field);
    Ok(Inverse::SetField {
        article,
        field,
        candidates: known.map_or_else(Vec::new, |known| known.candidates),
    })
}
