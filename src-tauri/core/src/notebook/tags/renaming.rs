//! Tags renamed, merged, moved under another and deleted, over the whole notebook.
//!
//! A tag goes with its parts. All of it is one transaction of a few statements, however
//! many articles there are; the index follows in the background.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Tags, read};
use crate::domain::{Change, UndoAction};
use crate::notebook::undoing::{self, Inverse};
use crate::store::change_table;
use crate::store::tag_table::{self, TagRow};
use crate::text::{TagPath, with_parents};
use crate::{Error, Result};

/// A tag that is written otherwise now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct TagRenamed {
    pub now: String,
    pub was: String,
}

impl TagRenamed {
    /// The same the other way round.
    pub fn turned(&self) -> Self {
        Self {
            now: self.was.clone(),
            was: self.now.clone(),
        }
    }
}

impl Tags<'_> {
    /// Writes a tag and its parts otherwise, in all articles, as one step. Where there is
    /// a tag of that name, the two are one from then on. `region/koreas` to `koreas` takes
    /// it out of `region`, and the other way round. Returns how many articles have them.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag, also where a part would be longer or deeper than
    /// tags are; `NotFound` when no article ever had it.
    pub fn rename(&self, tag: &str, to: &str) -> Result<u32> {
        let (from, to) = (read(tag)?, read(to)?);
        if from.path() == to.path() {
            return Ok(0);
        }
        let count = self.0.shared().store.write("rename a tag", |tx| {
            let rows = known(tx, &from)?;
            let moved = moved(&rows, &from, &to)?;
            let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
            let count = tag_table::count_articles(tx, &ids)?;
            let (inverse, merged) = put(tx, moved)?;
            let action = match merged {
                true => UndoAction::MergeTags,
                false => UndoAction::RenameTag,
            };
            let subject = format!("{} → {}", from.path(), to.path());
            undoing::push(tx, action, &subject, &inverse)?;
            Ok(count)
        })?;
        self.tell_all();
        Ok(count)
    }

    /// Takes a tag and its parts from all articles, as one step. Returns from how many.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag, `NotFound` when no article ever had it.
    pub fn delete(&self, tag: &str) -> Result<u32> {
        let tag = read(tag)?;
        let count = self.0.shared().store.write("delete a tag", |tx| {
            let rows = known(tx, &tag)?;
            let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
            let count = tag_table::count_articles(tx, &ids)?;
            change_table::record_tagged(tx, &ids)?;
            let mut steps = Vec::new();
            for row in rows {
                steps.push(Inverse::GiveTag {
                    articles: tag_table::articles(tx, row.id)?,
                    tag: row.path,
                });
                tag_table::remove_tag(tx, row.id)?;
            }
            let subject = format!("{} ({count})", tag.path());
            undoing::push(
                tx,
                UndoAction::DeleteTag,
                &subject,
                &Inverse::Several { steps },
            )?;
            Ok(count)
        })?;
        self.tell_all();
        Ok(count)
    }

    fn tell_all(&self) {
        self.0.changed(Change::Articles { ids: Vec::new() });
    }
}

fn known(conn: &Connection, tag: &TagPath) -> Result<Vec<TagRow>> {
    let rows = tag_table::within(conn, tag)?;
    match rows.is_empty() {
        true => Err(Error::not_found(format_args!("the tag {}", tag.path()))),
        false => Ok(rows),
    }
}

/// How each is written when `from` is written `to`.
fn moved(rows: &[TagRow], from: &TagPath, to: &TagPath) -> Result<Vec<(TagRow, TagPath)>> {
    let depth = from.depth();
    rows.iter()
        .map(|row| {
            let rest: Vec<&str> = row.path.split('/').skip(depth).collect();
            let path = std::iter::once(to.path().as_str())
                .chain(rest)
                .collect::<Vec<_>>()
                .join("/");
            Ok((row.clone(), read(&path)?))
        })
        .collect()
}

/// Gives tags their new paths; those that meet another become one with it. Returns what
/// takes that back, and whether any did.
fn put(conn: &Connection, moved: Vec<(TagRow, TagPath)>) -> Result<(Inverse, bool)> {
    let ids: Vec<i64> = moved.iter().map(|(row, _)| row.id).collect();
    change_table::record_tagged(conn, &ids)?;
    for id in &ids {
        tag_table::step_aside(conn, *id)?;
    }
    let (mut renamed, mut merged) = (Vec::new(), Vec::new());
    for (row, path) in moved {
        let Some(other) = tag_table::find(conn, &path)? else {
            tag_table::set_path(conn, row.id, &path)?;
            renamed.push(TagRenamed {
                now: path.path(),
                was: row.path,
            });
            continue;
        };
        let had = tag_table::articles(conn, row.id)?;
        let added = tag_table::merge(conn, row.id, other)?;
        merged.push(Inverse::TakeTag {
            tag: path.path(),
            articles: added,
        });
        merged.push(Inverse::GiveTag {
            tag: row.path,
            articles: had,
        });
    }
    let any = !merged.is_empty();
    merged.push(Inverse::RenameTags { tags: renamed });
    Ok((Inverse::Several { steps: merged }, any))
}

/// Takes renaming back, of those tags that are still so.
pub(in super::super) fn rename_back(conn: &Connection, tags: &[TagRenamed]) -> Result<()> {
    let mut moved = Vec::new();
    for TagRenamed { now, was } in tags {
        let (Some(now), Some(was)) = (TagPath::read(now), TagPath::read(was)) else {
            continue;
        };
        let row = tag_table::within(conn, &now)?
            .into_iter()
            .find(|row| row.folded == now.folded());
        moved.extend(row.map(|row| (row, was)));
    }
    put(conn, moved)?;
    Ok(())
}

/// The folded paths that there are, and those that they are a part of; each with the
/// tags that are within it.
pub(super) fn paths(rows: &[TagRow]) -> HashMap<&str, Vec<i64>> {
    let mut paths: HashMap<&str, Vec<i64>> = HashMap::new();
    for row in rows {
        for path in with_parents(&row.folded) {
            paths.entry(path).or_default().push(row.id);
        }
    }
    paths
}
