//! Many entities called otherwise at once: what stands in their names is replaced. What would
//! become of each is looked at first; then it is one step.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::undoing::{self, Inverse, Subject};
use super::{Entities, clippings, entities, matching};
use crate::domain::{
    Change, EntityId, EntityRenaming, PlannedRenaming, RenamingDoubt, Replacement, UndoAction,
};
use crate::store::{entity_table, merge_table, undo_table};
use crate::text;
use crate::{Error, Result};

/// Entities that are renamed at once, at most.
const MOST: usize = 5_000;
/// And in one transaction: some tens of milliseconds.
const AT_ONCE: usize = 200;

impl Entities<'_> {
    /// What these would be called; those whose names have nothing to replace are left out.
    ///
    /// # Errors
    /// `InvalidInput` for more than are renamed at once.
    pub fn plan_renamings(
        &self,
        ids: &[EntityId],
        replacement: &Replacement,
    ) -> Result<Vec<PlannedRenaming>> {
        refuse_too_many(ids.len())?;
        let store = &self.0.shared().store;
        store.read("look at new names", |conn| plan(conn, ids, replacement))
    }

    /// Calls entities as they were planned to be, as one step, some in each transaction. One
    /// that is called otherwise by now than when that was looked at, or is gone, stays as it
    /// is. Former names stay names. When the step is taken back meanwhile, the renaming ends.
    /// Returns how many were renamed.
    ///
    /// # Errors
    /// `InvalidInput` for a name that can't be one, or for more than are renamed at once;
    /// nothing is renamed then.
    pub fn rename_all(&self, renamings: &[EntityRenaming]) -> Result<u32> {
        refuse_too_many(renamings.len())?;
        for renaming in renamings {
            entities::clean_name(&renaming.to)?;
        }
        let mut kept = KeptStep::default();
        for part in renamings.chunks(AT_ONCE) {
            let store = &self.0.shared().store;
            let renamed = store.write("rename entities", |tx| kept.rename(tx, part))?;
            let Some(renamed) = renamed else {
                break;
            };
            if !renamed.is_empty() {
                self.0.changed(Change::Entities { ids: renamed });
            }
        }
        let count = u32::try_from(kept.renamed).unwrap_or(u32::MAX);
        if count > 0 {
            matching::reload(self.0.shared())?;
            self.0.0.rematcher.wake();
            self.0.changed(Change::Clippings { ids: Vec::new() });
        }
        Ok(count)
    }
}

/// The step of a renaming, which says in each transaction what was renamed until then.
#[derive(Default)]
struct KeptStep {
    id: Option<i64>,
    steps: Vec<Inverse>,
    renamed: usize,
}

impl KeptStep {
    /// Renames some. `None` where the step was taken back meanwhile.
    fn rename(
        &mut self,
        conn: &Connection,
        part: &[EntityRenaming],
    ) -> Result<Option<Vec<EntityId>>> {
        if let Some(id) = self.id
            && !undo_table::is_kept(conn, id)?
        {
            return Ok(None);
        }
        let mut renamed: Vec<EntityId> = Vec::new();
        for renaming in part {
            let to = entities::clean_name(&renaming.to)?;
            let id = merge_table::root(conn, renaming.id)?;
            let now = entity_table::find_record(conn, id)?;
            let as_seen = now.is_some_and(|now| !now.deleted && now.name == renaming.from);
            if as_seen && to != renaming.from {
                self.steps.push(entities::call(conn, id, &to)?);
                renamed.push(id);
            }
        }
        if renamed.is_empty() {
            return Ok(Some(renamed));
        }
        let joined = clippings::join(conn, &renamed, &[])?;
        if !joined.is_empty() {
            self.steps.push(Inverse::PartQuotes { joined });
        }
        self.renamed += renamed.len();
        let inverse = Inverse::Several {
            steps: std::mem::take(&mut self.steps),
        };
        let subject = Subject::Many(self.renamed);
        match self.id {
            Some(id) => undoing::narrow(conn, id, subject, &inverse)?,
            None => {
                let step = undoing::push(conn, UndoAction::EditEntities, subject, &inverse)?;
                self.id = Some(step.id);
            }
        }
        if let Inverse::Several { steps } = inverse {
            self.steps = steps;
        }
        Ok(Some(renamed))
    }
}

fn refuse_too_many(entities: usize) -> Result<()> {
    if entities <= MOST {
        return Ok(());
    }
    Err(Error::InvalidInput {
        what: format!("{entities} entities"),
        why: format!("at most {MOST} are renamed at once"),
    })
}

fn plan(
    conn: &Connection,
    ids: &[EntityId],
    replacement: &Replacement,
) -> Result<Vec<PlannedRenaming>> {
    let mut planned: Vec<PlannedRenaming> = Vec::new();
    let mut meant: HashMap<String, u32> = HashMap::new();
    let mut looked_at = HashSet::new();
    for id in ids {
        let id = merge_table::root(conn, *id)?;
        let Some(now) = entity_table::find_record(conn, id)?.filter(|now| !now.deleted) else {
            continue;
        };
        let Some(to) = replaced(&now.name, replacement) else {
            continue;
        };
        let clean = entities::clean_name(&to);
        if clean.as_ref().is_ok_and(|to| *to == now.name) || !looked_at.insert(id) {
            continue;
        }
        let doubt = match &clean {
            Err(_) => Some(RenamingDoubt::NoName),
            Ok(to) => {
                let folded = text::fold(to);
                let others = entity_table::with_name(conn, &folded, 2)?;
                *meant.entry(folded).or_default() += 1;
                let taken = others.iter().any(|other| other.id != id);
                taken.then_some(RenamingDoubt::Taken)
            }
        };
        planned.push(PlannedRenaming {
            id,
            kind: now.kind,
            from: now.name,
            to: clean.unwrap_or(to),
            doubt,
        });
    }
    for one in &mut planned {
        let same = meant.get(&text::fold(&one.to)).is_some_and(|n| *n > 1);
        if one.doubt.is_none() && same {
            one.doubt = Some(RenamingDoubt::Twice);
        }
    }
    Ok(planned)
}

/// The name with all that is looked for replaced; `None` where it has nothing of that.
fn replaced(name: &str, replacement: &Replacement) -> Option<String> {
    let wanted: Vec<char> = replacement.find.chars().collect();
    if wanted.is_empty() {
        return None;
    }
    let letters: Vec<char> = name.chars().collect();
    let same = |one: &char, other: &char| {
        one == other || (!replacement.match_case && one.to_lowercase().eq(other.to_lowercase()))
    };
    let mut out = String::with_capacity(name.len());
    let mut any = false;
    let mut rest = letters.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let found = rest
            .get(..wanted.len())
            .is_some_and(|part| part.iter().zip(&wanted).all(|(a, b)| same(a, b)));
        if found {
            any = true;
            out.push_str(&replacement.with);
            rest = rest.get(wanted.len()..).unwrap_or_default();
        } else {
            out.push(*first);
            rest = after;
        }
    }
    any.then_some(out)
}
