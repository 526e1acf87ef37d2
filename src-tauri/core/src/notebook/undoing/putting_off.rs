//! Taking back what many articles name, a part in each short transaction.
//!
//! What an acceptance, a list or a bulk deletion did is undone piece by piece: few in the
//! transaction that takes the step back, the rest in transactions of their own, so that
//! nobody who writes meanwhile waits for long. What is left is in the database and goes on
//! after a restart. Each piece can be done twice without harm.

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{of_entities, proposals_of};
use crate::Result;
use crate::domain::{ArticleId, Change, EntityId, NameId};
use crate::notebook::{Notebook, Shared, matching, merging, proposing};
use crate::store::{mention_table, reversal_table};

/// Articles, names or entities that are taken back in one transaction: some tens of
/// milliseconds.
const AT_ONCE: usize = 200;

/// A piece of taking a step back. Stored as JSON: add variants, never change one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "do")]
pub(in super::super) enum Work {
    /// Mentions and proposals of an acceptance.
    Unaccept { decision: i64 },
    /// Names, with what was found by them.
    TakeNames { names: Vec<NameId> },
    /// Entities to the trash.
    TakeEntities { entities: Vec<EntityId> },
    /// Entities out of the trash.
    RestoreEntities { entities: Vec<EntityId> },
}

impl Work {
    pub fn names(names: &[NameId]) -> impl Iterator<Item = Self> {
        names.chunks(AT_ONCE).map(|names| Self::TakeNames {
            names: names.to_vec(),
        })
    }

    pub fn restored(entities: &[EntityId]) -> impl Iterator<Item = Self> {
        let chunks = entities.chunks(AT_ONCE);
        chunks.map(|entities| Self::RestoreEntities {
            entities: entities.to_vec(),
        })
    }

    pub fn entities(entities: &[EntityId]) -> impl Iterator<Item = Self> {
        entities.chunks(AT_ONCE).map(|entities| Self::TakeEntities {
            entities: entities.to_vec(),
        })
    }
}

/// What a transaction may still do, and the articles that it touched.
struct Part {
    left: usize,
    articles: Vec<ArticleId>,
}

/// Does as much as fits into the open transaction and puts off the rest, which
/// [`Notebook::finish_reversing`] does afterwards. Returns the articles touched.
pub(super) fn start(
    conn: &Connection,
    work: impl IntoIterator<Item = Work>,
) -> Result<Vec<ArticleId>> {
    // What was asked for before comes before.
    let waits = reversal_table::first::<Work>(conn)?.is_some();
    let mut part = Part {
        left: if waits { 0 } else { AT_ONCE },
        articles: Vec::new(),
    };
    for mut piece in work {
        if part.left == 0 || !do_part(conn, &mut piece, &mut part)? {
            part.left = 0;
            reversal_table::push(conn, &piece)?;
        }
    }
    end(conn, part)
}

/// Whether all of a piece is done.
fn do_part(conn: &Connection, work: &mut Work, part: &mut Part) -> Result<bool> {
    match work {
        Work::Unaccept { decision } => {
            let touched = proposing::unaccept_some(conn, *decision, part.left)?;
            part.left = part.left.saturating_sub(touched.done);
            part.articles.extend(touched.articles);
            Ok(touched.is_all)
        }
        Work::TakeNames { names } => {
            while let Some(name) = names.last().copied() {
                if part.left == 0 {
                    return Ok(false);
                }
                let articles = of_entities::take_name(conn, name, part.left)?;
                let all = articles.len() < part.left;
                part.left = part.left.saturating_sub(articles.len().max(1));
                part.articles.extend(articles);
                if !all {
                    return Ok(false);
                }
                names.pop();
            }
            Ok(true)
        }
        Work::TakeEntities { entities } => {
            each(entities, part, |id| of_entities::take_entity(conn, id))
        }
        Work::RestoreEntities { entities } => {
            each(entities, part, |id| of_entities::restore_entity(conn, id))
        }
    }
}

/// Does something to entities until none is left or the transaction has done its part.
fn each(
    entities: &mut Vec<EntityId>,
    part: &mut Part,
    act: impl Fn(EntityId) -> Result<()>,
) -> Result<bool> {
    while part.left > 0 {
        let Some(id) = entities.pop() else { break };
        act(id)?;
        part.left -= 1;
    }
    Ok(entities.is_empty())
}

fn end(conn: &Connection, part: Part) -> Result<Vec<ArticleId>> {
    let mut articles = part.articles;
    articles.sort_unstable();
    articles.dedup();
    for article in &articles {
        mention_table::refresh_article(conn, *article)?;
    }
    articles.extend(merging::settle_few(conn)?);
    Ok(articles)
}

/// Does all that was put off, and tells of each part that is done. Returns whether names
/// have gone or come back, which the matcher then knows: who looks for names has to be woken.
pub(in super::super) fn finish(
    shared: &Shared,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Change),
) -> Result<bool> {
    let mut has_done = false;
    while !stop.load(Ordering::Relaxed) {
        let done = shared.store.write("take a step back", |tx| {
            let Some((n, mut work)) = reversal_table::first::<Work>(tx)? else {
                return Ok(None);
            };
            let mut part = Part {
                left: AT_ONCE,
                articles: Vec::new(),
            };
            match do_part(tx, &mut work, &mut part)? {
                true => reversal_table::remove(tx, n)?,
                false => reversal_table::replace(tx, n, &work)?,
            }
            Ok(Some(end(tx, part)?))
        })?;
        let Some(articles) = done else { break };
        has_done = true;
        proposals_of(articles).into_iter().for_each(&mut *tell);
    }
    if has_done {
        matching::reload(shared)?;
    }
    Ok(has_done)
}

impl Notebook {
    /// Does what taking a step back has put off, on the thread of who asked for it.
    pub(in super::super) fn finish_reversing(&self) -> Result<()> {
        let has_done = finish(self.shared(), &AtomicBool::new(false), &mut |change| {
            self.changed(change);
        })?;
        if has_done {
            self.0.rematcher.wake();
        }
        Ok(())
    }
}
