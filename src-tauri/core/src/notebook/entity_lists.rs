//! Entities in and out as lists: what a list would do, doing it, and writing one.
//!
//! An entry is a kept entity when it has its id, or when its name or one of its other
//! names is, folded, a name of one kept entity of its kind and of no other. It is new when
//! none has its name. Everything between is doubtful, and left to the person, as is an entry of
//! a kind that is not known.

mod planning;
mod related;
mod writing;

use std::collections::HashSet;

use rusqlite::Connection;

use super::undoing::{self, Inverse, Subject};
use super::{Entities, entities, matching};
use crate::clock::now_ms;
use crate::domain::{
    Change, EntityId, EntityKind, EntityListPlan, EntityListReport, ListedFate, NameId,
    NameStrength, UndoAction,
};
use crate::entities::{Listed, read_list};
use crate::extract::{self, MediaType, SourceHints};
use crate::jobs::CancelToken;
use crate::store::{entity_table, merge_table, undo_table};
use crate::text::fold;
use crate::{Error, Result};

use planning::{Planned, each_once, new_names, planned, row};
use related::Related;

/// The longest list, in bytes.
const MAX_LIST: usize = 64 << 20;
/// Rows of a plan that are shown.
const SHOWN: usize = 1_000;
/// Entities kept in one transaction.
const AT_ONCE: usize = 250;

impl Entities<'_> {
    /// The text of a list in any encoding.
    #[must_use]
    pub fn list_text(bytes: &[u8]) -> String {
        extract::decode(bytes, &SourceHints::of(MediaType::Text)).text
    }

    /// What a list would do. `kind` is for entries that don't say theirs.
    ///
    /// # Errors
    /// `InvalidInput` for a list over 64 MB.
    pub fn plan_list(&self, text: &str, kind: EntityKind) -> Result<EntityListPlan> {
        let listed = read(text)?;
        let mut plan = EntityListPlan {
            unread: listed.unread,
            unread_lines: listed.unread_lines,
            unclosed_quote: listed.unclosed_quote,
            ..EntityListPlan::default()
        };
        let store = &self.0.shared().store;
        let (planned, repeated) = store.read("look through a list of entities", |conn| {
            let (entries, repeated) = each_once(listed.entities, kind);
            let planned: Vec<Planned> = (entries.into_iter())
                .map(|entry| planned(conn, entry, kind))
                .collect::<Result<_>>()?;
            for one in &planned {
                if one.fate == ListedFate::Linked {
                    plan.new_names += new_names(conn, one)?;
                }
                let rows = &mut plan.rows;
                if rows.len() < SHOWN || one.fate == ListedFate::Doubtful {
                    rows.push(row(conn, one)?);
                }
            }
            let ids: Vec<_> = planned.iter().map(ids_of).collect();
            let related = Related::of(&planned, &ids, listed.relations);
            plan.new_relations = count(related.new_ones(conn)?.len());
            Ok((planned, repeated))
        })?;
        for one in &planned {
            *match one.fate {
                ListedFate::Made => &mut plan.made,
                ListedFate::Linked => &mut plan.linked,
                ListedFate::Doubtful => &mut plan.doubtful,
            } += 1;
        }
        plan.repeated = repeated;
        plan.rows
            .sort_by_key(|row| row.fate != ListedFate::Doubtful);
        plan.rows.truncate(SHOWN);
        Ok(plan)
    }

    /// Keeps what a list has, as one step; where it brings nothing new there is none. Doubtful
    /// entries become new entities with `make_doubtful`, and are left out without. What is done
    /// when it is cancelled stays.
    pub fn import_list(
        &self,
        text: &str,
        kind: EntityKind,
        make_doubtful: bool,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(EntityListReport),
    ) -> Result<EntityListReport> {
        let store = &self.0.shared().store;
        let listed = read(text)?;
        let (entries, _) = each_once(listed.entities, kind);
        let mut planned: Vec<Planned> = store.read("look through a list of entities", |conn| {
            entries
                .into_iter()
                .map(|entry| planned(conn, entry, kind))
                .collect()
        })?;
        let mut report = EntityListReport {
            total: count(planned.len()),
            ..EntityListReport::default()
        };
        if !make_doubtful {
            planned.retain(|one| one.fate != ListedFate::Doubtful);
        }
        report.left_out = report.total - count(planned.len());
        report.done = report.left_out;
        // The step names all that will be made, and is kept with the first of it.
        let ids: Vec<(EntityId, Vec<NameId>)> = planned.iter().map(ids_of).collect();
        let mut related = Related::of(&planned, &ids, listed.relations);
        let changed = store.read("look through what a list changes", |conn| {
            related.look(conn)?;
            changed(conn, &planned, &ids, &related)
        })?;
        if changed == 0 {
            report.linked = count(planned.len());
            report.done = report.total;
            return Ok(report);
        }
        let mut at = 0;
        let mut step = None;
        while at < planned.len() && !cancel.is_cancelled() {
            let end = planned.len().min(at + AT_ONCE);
            let kept = store.write("keep entities of a list", |tx| {
                match step {
                    // Taken back meanwhile: what comes now would have no step.
                    Some(step) if !undo_table::is_kept(tx, step)? => return Ok(None),
                    Some(_) => {}
                    None => step = Some(push(tx, &planned, &ids, &related, changed)?),
                }
                for (one, ids) in planned.iter().zip(&ids).take(end).skip(at) {
                    keep(tx, one, ids)?;
                }
                Ok(step)
            })?;
            if kept.is_none() {
                report.taken_back = true;
                break;
            }
            for one in planned.iter().take(end).skip(at) {
                match one.fate {
                    ListedFate::Linked => report.linked += 1,
                    _ => report.made += 1,
                }
            }
            report.done += count(end - at);
            at = end;
            progress(report);
        }
        if let Some(step) = step
            && !cancel.is_cancelled()
            && !report.taken_back
        {
            report.taken_back = !related.keep(store, step)?;
        }
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        self.0.changed(Change::Entities { ids: Vec::new() });
        self.0.finish_merging()?;
        Ok(report)
    }
}

fn read(text: &str) -> Result<Listed> {
    if text.len() > MAX_LIST {
        return Err(Error::InvalidInput {
            what: "the list".into(),
            why: "it is longer than 64 MB".into(),
        });
    }
    Ok(read_list(text))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The ids of what becomes of an entry: its entity, and a name for each that it has.
fn ids_of(one: &Planned) -> (EntityId, Vec<NameId>) {
    let entity = match (one.fate, &one.kept, one.entry.id) {
        (ListedFate::Linked, Some((kept, _)), _) => *kept,
        (ListedFate::Made, _, Some(id)) => id,
        _ => EntityId::new(),
    };
    let names = std::iter::repeat_with(NameId::new);
    (entity, names.take(one.entry.names.len() + 1).collect())
}

/// How many entities a list makes, or gives a name or a relation.
fn changed(
    conn: &Connection,
    planned: &[Planned],
    ids: &[(EntityId, Vec<NameId>)],
    related: &Related,
) -> Result<usize> {
    let mut changed: HashSet<EntityId> = HashSet::new();
    for (one, (id, _)) in planned.iter().zip(ids) {
        if one.fate != ListedFate::Linked || new_names(conn, one)? > 0 {
            changed.insert(*id);
        }
    }
    for from in related.new_ones(conn)? {
        changed.insert(merge_table::root(conn, from)?);
    }
    Ok(changed.len())
}

fn push(
    conn: &Connection,
    planned: &[Planned],
    ids: &[(EntityId, Vec<NameId>)],
    related: &Related,
    changed: usize,
) -> Result<i64> {
    let mut made = Vec::new();
    let mut names = Vec::new();
    for (one, (entity, of)) in planned.iter().zip(ids) {
        match one.fate {
            // Its names stay with it in the trash.
            ListedFate::Made | ListedFate::Doubtful => made.push(*entity),
            ListedFate::Linked => names.extend(of),
        }
    }
    let subject = Subject::Many(changed);
    let taken = Inverse::TakeListed {
        entities: made,
        names,
    };
    let inverse = related.inverse(conn, taken)?;
    let step = undoing::push(conn, UndoAction::ImportEntities, subject, &inverse)?;
    Ok(step.id)
}

/// Keeps an entry; a name that is none, or that its entity has already, is left out.
fn keep(conn: &Connection, one: &Planned, (entity, names): &(EntityId, Vec<NameId>)) -> Result<()> {
    let own = std::iter::once((one.entry.name.as_str(), NameStrength::Strong));
    let others = (one.entry.names.iter()).map(|(name, strength)| (name.as_str(), *strength));
    let mut known: HashSet<String> = HashSet::new();
    let is_new = one.fate != ListedFate::Linked;
    if !is_new {
        let names = entity_table::names(conn, *entity)?;
        known.extend(names.iter().map(|name| fold(&name.text)));
    }
    for ((text, strength), id) in own.chain(others).zip(names) {
        let text = match entities::clean_name(text) {
            Err(Error::InvalidInput { .. }) => continue,
            text => text?,
        };
        let alike = fold(&text);
        if known.contains(&alike) {
            continue;
        }
        let first = is_new && known.is_empty();
        if first {
            entity_table::insert(conn, *entity, one.kind, &text, now_ms())?;
            if !one.entry.description.is_empty() {
                entity_table::set_description(conn, *entity, &one.entry.description)?;
            }
        }
        entity_table::insert_name(conn, *id, *entity, &text, strength, first)?;
        if strength != NameStrength::SearchOnly {
            entity_table::queue_match(conn, *id)?;
        }
        known.insert(alike);
    }
    Ok(())
}
