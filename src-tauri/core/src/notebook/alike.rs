//! Entities that may be the same: proposed, never merged by themselves, and not proposed
//! again once a person said no.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Entities, Shared};
use crate::Result;
use crate::domain::{AlikeEntity, Change, EntityId, NameId, UndoAction};
use crate::store::{self, alike_table, entity_table, merge_table};
use crate::text::SOUND_RULE;

const MOST: usize = 12;
/// The newest articles, and the entities named most in them, that context is taken from.
const SAMPLE: u32 = 300;
const COMPANY: u32 = 40;

impl Entities<'_> {
    /// Entities that may be the same as this one, the likeliest first.
    pub fn alike(&self, id: EntityId) -> Result<Vec<AlikeEntity>> {
        let store = &self.0.shared().store;
        store.read("look for entities that may be the same", |conn| {
            alike(conn, merge_table::root(conn, id)?)
        })
    }

    /// Remembers that two entities are not the same.
    pub fn tell_apart(&self, one: EntityId, other: EntityId) -> Result<()> {
        self.0.shared().store.write("tell entities apart", |tx| {
            let (one, other) = (merge_table::root(tx, one)?, merge_table::root(tx, other)?);
            let name = entity_table::record(tx, other)?.name;
            entity_table::record(tx, one)?;
            alike_table::set_unlike(tx, one, other, true)?;
            let inverse = Inverse::ForgetUnlike { one, other };
            undoing::push(tx, UndoAction::TellApart, &name, &inverse)?;
            Ok(())
        })?;
        self.0.changed(Change::Entities {
            ids: vec![one, other],
        });
        Ok(())
    }
}

/// The setting that says by which rule the keys of names were made.
const RULE: &str = "names.sound";
/// Names whose keys are made in one transaction.
const KEYED_AT_ONCE: u32 = 500;

/// Makes what names have in common with each other anew, for names of before this rule.
pub(super) fn make_keys(shared: &Shared, stop: &AtomicBool) -> Result<()> {
    let rule = SOUND_RULE.to_string();
    let store = &shared.store;
    let made = store.read("read a setting", |conn| store::setting(conn, RULE))?;
    if made.as_deref() == Some(rule.as_str()) {
        return Ok(());
    }
    let mut after: Option<NameId> = None;
    while !stop.load(Ordering::Relaxed) {
        let last = store.write("make keys of names", |tx| {
            let names = alike_table::names_after(tx, after, KEYED_AT_ONCE)?;
            for (name, text) in &names {
                alike_table::clear_keys(tx, *name)?;
                alike_table::put_keys(tx, *name, text)?;
            }
            if names.is_empty() {
                store::set_setting(tx, RULE, &rule)?;
            }
            Ok(names.last().map(|(name, _)| *name))
        })?;
        if last.is_none() {
            return Ok(());
        }
        after = last;
    }
    Ok(())
}

fn alike(conn: &Connection, id: EntityId) -> Result<Vec<AlikeEntity>> {
    let kind = entity_table::record(conn, id)?.kind;
    let met = alike_table::met(conn, id, alike_table::LOOKED_AT)?;
    if met.is_empty() {
        return Ok(Vec::new());
    }
    let own = company(conn, id)?;
    let mut found: Vec<AlikeEntity> = Vec::new();
    // The surest of an entity's names comes first.
    for met in met {
        if found.iter().all(|one| one.entity.id != met.entity.id) {
            found.push(AlikeEntity {
                shared_articles: alike_table::shared_articles(conn, id, met.entity.id)?,
                shared_company: shared(&own, &company(conn, met.entity.id)?),
                entity: met.entity,
                by: met.by,
                name: met.name,
                own: met.own,
            });
        }
    }
    found.sort_by_key(|one| {
        let context = std::cmp::Reverse(one.shared_company);
        let articles = std::cmp::Reverse(one.entity.articles);
        (one.by, one.entity.kind != kind, context, articles)
    });
    found.truncate(MOST);
    Ok(found)
}

fn company(conn: &Connection, id: EntityId) -> Result<HashSet<EntityId>> {
    let together = entity_table::together(conn, id, SAMPLE, COMPANY)?;
    Ok(together.into_iter().map(|one| one.entity.id).collect())
}

fn shared(own: &HashSet<EntityId>, other: &HashSet<EntityId>) -> u32 {
    u32::try_from(own.intersection(other).count()).unwrap_or(u32::MAX)
}
