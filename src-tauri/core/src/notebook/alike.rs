//! Entities that may be the same: proposed, never merged by themselves, and not proposed
//! again once a person said no.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Entities, Shared};
use crate::Result;
use crate::domain::{AlikeBy, AlikeEntity, Change, EntityId, EntityKind, NameId, UndoAction};
use crate::store::{self, alike_table, entity_table, merge_table};
use crate::text::SOUND_RULE;

/// Entities that are looked at for one.
const LOOKED_AT: u32 = 64;
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
    let own = company(conn, id)?;
    let mut found: Vec<AlikeEntity> = Vec::new();
    for met in alike_table::met(conn, id, kind, LOOKED_AT)? {
        let by = by(&met.key, kind, &met.own, &met.name);
        let Some(by) = by else { continue };
        match found.iter_mut().find(|one| one.entity.id == met.entity.id) {
            Some(known) if known.by <= by => {}
            Some(known) => (known.by, known.name, known.own) = (by, met.name, met.own),
            None if alike_table::are_unlike(conn, id, met.entity.id)? => {}
            None => found.push(AlikeEntity {
                shared_articles: alike_table::shared_articles(conn, id, met.entity.id)?,
                shared_company: shared(&own, &company(conn, met.entity.id)?),
                entity: met.entity,
                by,
                name: met.name,
                own: met.own,
            }),
        }
    }
    found.sort_by_key(|one| {
        let context = std::cmp::Reverse(one.shared_company);
        (one.by, context, std::cmp::Reverse(one.entity.articles))
    });
    found.truncate(MOST);
    Ok(found)
}

/// What a key that two names have in common says; nothing where names of one script that
/// only sound alike are written too differently.
fn by(key: &str, kind: EntityKind, own: &str, name: &str) -> Option<AlikeBy> {
    let (own, name) = (crate::text::fold(own), crate::text::fold(name));
    if own == name {
        return Some(AlikeBy::Name);
    }
    if key.starts_with("w:") {
        return Some(AlikeBy::Order);
    }
    let same_script = crate::text::script_of(&own) == crate::text::script_of(&name);
    // Sound is for names of people and places: words of organisations have meanings.
    let telling = kind != EntityKind::Organisation || !same_script;
    (telling && (!same_script || are_near(&own, &name))).then_some(AlikeBy::Sound)
}

/// Whether at most a third of the longer name has to be written anew to get the other.
fn are_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (sorted(one), sorted(other));
    let longer = one.len().max(other.len());
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut before = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        let mut left = i + 1;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let cost = (before + usize::from(a != b)).min(left + 1).min(*cell + 1);
            before = *cell;
            *cell = cost;
            left = cost;
        }
    }
    row.last().is_some_and(|distance| distance * 3 <= longer)
}

/// The letters of a name with its words in order, so that the order does not count.
fn sorted(name: &str) -> Vec<char> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ").chars().collect()
}

fn company(conn: &Connection, id: EntityId) -> Result<HashSet<EntityId>> {
    let together = entity_table::together(conn, id, SAMPLE, COMPANY)?;
    Ok(together.into_iter().map(|one| one.entity.id).collect())
}

fn shared(own: &HashSet<EntityId>, other: &HashSet<EntityId>) -> u32 {
    u32::try_from(own.intersection(other).count()).unwrap_or(u32::MAX)
}
