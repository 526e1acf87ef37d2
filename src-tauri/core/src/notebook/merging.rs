//! Merging entities, and splitting them again at any time.
//!
//! A merge or a split changes whom an entity is held by, and where its names are, in one
//! transaction. Mentions follow: few in the same transaction, many in short ones, so that
//! nobody who writes meanwhile waits for long; which articles are left is in the database
//! and goes on after a restart. The order does not matter, since each article is brought
//! to what the trees say when its turn comes.

use std::collections::{BTreeSet, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Entities, Notebook, Shared, clippings, matching};
use crate::clock::{now_ms, rfc3339};
use crate::domain::{ArticleId, Change, Entity, EntityId, MergedEntity, UndoAction};
use crate::store::{entity_table, mention_table, merge_table, merged_mentions, proposal_table};
use crate::{Error, Result};

/// Articles whose mentions follow in one transaction: some tens of milliseconds.
const AT_ONCE: usize = 200;

impl Entities<'_> {
    /// Merges entities into one. Their names become its names, their mentions its
    /// mentions, and links to them lead to it; it keeps its name, kind and description.
    /// Each can be split off again at any time.
    ///
    /// # Errors
    /// `InvalidInput` when there is nothing to merge, `NotFound` for one that is not kept.
    pub fn merge(&self, into: EntityId, others: &[EntityId]) -> Result<Entity> {
        let (kept, changes) = self.0.shared().store.write("merge entities", |tx| {
            let kept = merge_table::root(tx, into)?;
            let parts = parts_of(tx, kept, others)?;
            for part in &parts {
                put_under(tx, kept, *part)?;
            }
            // Once for all: it goes through every name of the tree.
            names_changed(tx, kept)?;
            let subject = subject(tx, &parts)?;
            let settled = settle_few(tx)?;
            let joined = clippings::join(tx, &[kept], &[])?;
            let inverse = clippings::with_joined(Inverse::SplitEntities { parts }, joined);
            undoing::push(tx, UndoAction::MergeEntities, &subject, &inverse)?;
            Ok((kept, articles_and(settled)))
        })?;
        self.after_merging(changes)?;
        self.get(kept)
    }

    /// Splits off an entity that was merged, with its names and mentions: those that it
    /// came with, and those that came later by its names. Returns it.
    ///
    /// # Errors
    /// `InvalidInput` for one that no entity holds.
    pub fn split(&self, part: EntityId) -> Result<Entity> {
        let changes = self.0.shared().store.write("split an entity off", |tx| {
            let name = entity_table::record(tx, part)?.name;
            let holder = merge_table::holder(tx, part)?.ok_or_else(|| Error::InvalidInput {
                what: name.clone(),
                why: "it is not merged with another entity".into(),
            })?;
            let_go(tx, &[part])?;
            let inverse = Inverse::MergeAgain { part, holder };
            undoing::push(tx, UndoAction::SplitEntity, &name, &inverse)?;
            Ok(articles_and(settle_few(tx)?))
        })?;
        self.after_merging(changes)?;
        self.get(part)
    }

    fn after_merging(&self, changes: Vec<Change>) -> Result<()> {
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        for change in changes {
            self.0.changed(change);
        }
        self.0.finish_merging()
    }
}

/// The entities to merge, each once: those that are shown for the ones asked for.
fn parts_of(conn: &Connection, kept: EntityId, others: &[EntityId]) -> Result<Vec<EntityId>> {
    let name = shown_name(conn, kept)?;
    let (mut parts, mut seen) = (Vec::new(), HashSet::new());
    for other in others {
        let root = merge_table::root(conn, *other)?;
        shown_name(conn, root)?;
        if root != kept && seen.insert(root) {
            parts.push(root);
        }
    }
    if parts.is_empty() {
        return Err(Error::InvalidInput {
            what: name,
            why: "there is no other entity to merge with it".into(),
        });
    }
    Ok(parts)
}

fn shown_name(conn: &Connection, id: EntityId) -> Result<String> {
    let entity = entity_table::record(conn, id)?;
    match entity.deleted {
        true => Err(Error::not_found(format_args!("entity {id}"))),
        false => Ok(entity.name),
    }
}

/// `Kim Chong-un`, or `Kim Chong-un (3)` for several.
fn subject(conn: &Connection, parts: &[EntityId]) -> Result<String> {
    let Some(first) = parts.first() else {
        return Ok(String::new());
    };
    let name = entity_table::record(conn, *first)?.name;
    Ok(match parts.len() {
        1 => name,
        many => format!("{name} ({many})"),
    })
}

/// Whether `part` is shown and could go under `holder`.
pub(super) fn can_hold(conn: &Connection, holder: EntityId, part: EntityId) -> Result<bool> {
    let root = merge_table::root(conn, holder)?;
    let is_shown = |id| -> Result<bool> {
        Ok(entity_table::find_record(conn, id)?.is_some_and(|one| !one.deleted))
    };
    Ok(root != part && is_shown(part)? && is_shown(root)?)
}

/// Puts an entity that is shown under another one. [`settle_few`] has to follow.
pub(super) fn hold(conn: &Connection, holder: EntityId, part: EntityId) -> Result<()> {
    put_under(conn, holder, part)?;
    names_changed(conn, merge_table::root(conn, holder)?)
}

fn put_under(conn: &Connection, holder: EntityId, part: EntityId) -> Result<()> {
    merged_mentions::queue_articles(conn, &[part], &[])?;
    entity_table::links_changed(conn, part)?;
    merge_table::set_holder(conn, part, Some(holder), now_ms())
}

/// Shows entities again that others held; nothing where none does. [`settle_few`] has to
/// follow.
pub(super) fn let_go(conn: &Connection, parts: &[EntityId]) -> Result<()> {
    let (mut free, mut held_by) = (Vec::new(), BTreeSet::new());
    for part in parts {
        if merge_table::holder(conn, *part)?.is_none() {
            continue;
        }
        held_by.insert(merge_table::root(conn, *part)?);
        merged_mentions::queue_articles(conn, &merge_table::tree(conn, *part)?, &[])?;
        merge_table::set_holder(conn, *part, None, now_ms())?;
        entity_table::links_changed(conn, *part)?;
        free.push(*part);
    }
    // Once for all: it goes through every name of a tree. A part's own tree is whole by now.
    for shown in free.into_iter().chain(held_by) {
        names_changed(conn, shown)?;
    }
    Ok(())
}

/// Names came to an entity that is shown, or went, and others may stand for them now.
pub(super) fn names_changed(conn: &Connection, shown: EntityId) -> Result<()> {
    let root = merge_table::root(conn, shown)?;
    let moved = merge_table::settle_names(conn, root)?;
    merged_mentions::queue_articles(conn, &[], &moved)
}

/// What an entity holds since it was merged.
pub(super) fn held(conn: &Connection, id: EntityId) -> Result<Vec<MergedEntity>> {
    let mut parts = Vec::new();
    for held in merge_table::held(conn, id)? {
        let entity = entity_table::record(conn, held.id)?;
        parts.push(MergedEntity {
            id: held.id,
            kind: entity.kind,
            name: entity.name,
            merged_at: rfc3339(held.merged_ms),
        });
    }
    Ok(parts)
}

/// Lets mentions follow in the open transaction, if they are in few articles; otherwise
/// [`Notebook::finish_merging`] does it afterwards. Returns the articles.
pub(super) fn settle_few(conn: &Connection) -> Result<Vec<ArticleId>> {
    let articles = merged_mentions::queued_articles(conn, AT_ONCE + 1)?;
    if articles.len() > AT_ONCE {
        return Ok(Vec::new());
    }
    settle(conn, &articles)?;
    Ok(articles)
}

fn settle(conn: &Connection, articles: &[ArticleId]) -> Result<()> {
    for article in articles {
        merged_mentions::settle_article(conn, *article)?;
        proposal_table::regroup(conn, *article)?;
        mention_table::refresh_article(conn, *article)?;
        merged_mentions::finish_article(conn, *article)?;
    }
    Ok(())
}

fn articles_and(articles: Vec<ArticleId>) -> Vec<Change> {
    undoing::articles_and_entities(articles)
}

/// Lets mentions follow in all articles that are left, and tells of each part that is done.
pub(super) fn finish(
    shared: &Shared,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Change),
) -> Result<()> {
    while !stop.load(Ordering::Relaxed) {
        let articles = shared.store.write("let mentions follow", |tx| {
            let articles = merged_mentions::queued_articles(tx, AT_ONCE)?;
            settle(tx, &articles)?;
            Ok(articles)
        })?;
        if articles.is_empty() {
            return Ok(());
        }
        articles_and(articles).into_iter().for_each(&mut *tell);
    }
    Ok(())
}

impl Notebook {
    /// Does what merges and splits put off, on the thread of who asked for them.
    pub(super) fn finish_merging(&self) -> Result<()> {
        finish(self.shared(), &AtomicBool::new(false), &mut |change| {
            self.changed(change);
        })
    }
}
