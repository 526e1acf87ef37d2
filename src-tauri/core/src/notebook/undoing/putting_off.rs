//! Taking back what many articles name, a part in each short transaction.
//!
//! What was done to many is undone piece by piece: few in the transaction that takes the
//! step back, the rest in transactions of their own, so that nobody who writes meanwhile
//! waits for long. What is left is in the database and goes on after a restart. Each piece
//! can be done twice without harm.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::of_entities::{self, CalledBefore};
use super::proposals_of;
use crate::Result;
use crate::domain::{
    ArticleFlag, ArticleId, Change, EntityId, ImportId, ImportItemId, NameId, RelationId,
};
use crate::notebook::dossiers::{self, DossierStep};
use crate::notebook::{Shared, many_articles, matching, merging, proposing, tags};
use crate::store::{import_table, mention_table, relation_table, reversal_table};
use crate::text::TagPath;

/// Articles, names or other things that are taken back in one transaction: some tens of
/// milliseconds.
const AT_ONCE: usize = 200;

/// A piece of taking a step back. Stored as JSON: add variants, never change one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "do")]
pub(in super::super) enum Work {
    /// Mentions and proposals of an acceptance.
    Unaccept {
        decision: i64,
    },
    /// Names, with what was found by them.
    TakeNames {
        names: Vec<NameId>,
    },
    /// Entities called as they were before a renaming.
    Call {
        names: Vec<CalledBefore>,
    },
    /// Entities to the trash.
    TakeEntities {
        entities: Vec<EntityId>,
    },
    /// Entities out of the trash.
    RestoreEntities {
        entities: Vec<EntityId>,
    },
    /// Entities that others hold are shown by themselves again.
    SplitEntities {
        parts: Vec<EntityId>,
    },
    RemoveRelations {
        ids: Vec<RelationId>,
    },
    Mark {
        flag: ArticleFlag,
        ids: Vec<ArticleId>,
        on: bool,
    },
    GiveTag {
        tag: String,
        articles: Vec<ArticleId>,
    },
    TakeTag {
        tag: String,
        articles: Vec<ArticleId>,
    },
    /// The tags that an import brought to articles which were there.
    ImportTags {
        import: ImportId,
        articles: Vec<ArticleId>,
        on: bool,
    },
    Dossier {
        step: DossierStep,
    },
    /// Problems that a person leaves as they are, or not.
    Problems {
        items: Vec<ImportItemId>,
        resolved: bool,
    },
}

/// Pieces of many things, each for one transaction.
fn pieces<'a, T: Copy>(
    things: &'a [T],
    piece: impl Fn(Vec<T>) -> Work + 'a,
) -> impl Iterator<Item = Work> + 'a {
    things
        .chunks(AT_ONCE)
        .map(move |things| piece(things.to_vec()))
}

impl Work {
    pub fn names(names: &[NameId]) -> impl Iterator<Item = Self> + '_ {
        pieces(names, |names| Self::TakeNames { names })
    }

    pub fn called(names: &[CalledBefore]) -> impl Iterator<Item = Self> + '_ {
        pieces(names, |names| Self::Call { names })
    }

    pub fn restored(entities: &[EntityId]) -> impl Iterator<Item = Self> + '_ {
        pieces(entities, |entities| Self::RestoreEntities { entities })
    }

    pub fn entities(entities: &[EntityId]) -> impl Iterator<Item = Self> + '_ {
        pieces(entities, |entities| Self::TakeEntities { entities })
    }

    pub fn split(parts: &[EntityId]) -> impl Iterator<Item = Self> + '_ {
        pieces(parts, |parts| Self::SplitEntities { parts })
    }

    pub fn relations(ids: &[RelationId]) -> impl Iterator<Item = Self> + '_ {
        pieces(ids, |ids| Self::RemoveRelations { ids })
    }

    pub fn mark(ids: &[ArticleId], flag: ArticleFlag, on: bool) -> impl Iterator<Item = Self> + '_ {
        pieces(ids, move |ids| Self::Mark { flag, ids, on })
    }

    pub fn give_tag<'a>(
        tag: &'a str,
        articles: &'a [ArticleId],
    ) -> impl Iterator<Item = Self> + 'a {
        pieces(articles, move |articles| Self::GiveTag {
            tag: tag.to_owned(),
            articles,
        })
    }

    pub fn take_tag<'a>(
        tag: &'a str,
        articles: &'a [ArticleId],
    ) -> impl Iterator<Item = Self> + 'a {
        pieces(articles, move |articles| Self::TakeTag {
            tag: tag.to_owned(),
            articles,
        })
    }

    pub fn import_tags(
        import: ImportId,
        articles: &[ArticleId],
        on: bool,
    ) -> impl Iterator<Item = Self> + '_ {
        pieces(articles, move |articles| Self::ImportTags {
            import,
            articles,
            on,
        })
    }

    pub fn problems(items: &[ImportItemId], resolved: bool) -> impl Iterator<Item = Self> + '_ {
        pieces(items, move |items| Self::Problems { items, resolved })
    }

    /// Whether it changes which names are looked for, or what is known of entities.
    fn is_of_names(&self) -> bool {
        match self {
            Self::Unaccept { .. }
            | Self::TakeNames { .. }
            | Self::Call { .. }
            | Self::TakeEntities { .. }
            | Self::RestoreEntities { .. }
            | Self::SplitEntities { .. }
            | Self::RemoveRelations { .. } => true,
            Self::Mark { .. }
            | Self::GiveTag { .. }
            | Self::TakeTag { .. }
            | Self::ImportTags { .. }
            | Self::Problems { .. }
            | Self::Dossier { .. } => false,
        }
    }
}

/// What a transaction may still do, and what it touched.
#[derive(Default)]
struct Part {
    left: usize,
    /// Articles whose mentions changed.
    articles: Vec<ArticleId>,
    is_of_names: bool,
    other: Vec<Change>,
}

impl Part {
    fn with(left: usize) -> Self {
        Self {
            left,
            ..Self::default()
        }
    }

    /// Things were done, whatever else they are.
    fn did(&mut self, things: usize) {
        self.left = self.left.saturating_sub(things);
    }

    fn did_articles(&mut self, ids: &[ArticleId]) {
        self.did(ids.len());
        self.other.push(Change::Articles { ids: ids.to_vec() });
    }
}

/// Does as much as fits into the open transaction and puts off the rest, which
/// [`Notebook::finish_reversing`] does afterwards. Returns what changed.
pub(in super::super) fn start(
    conn: &Connection,
    work: impl IntoIterator<Item = Work>,
) -> Result<Vec<Change>> {
    // What was asked for before comes before.
    let waits = reversal_table::first::<Work>(conn)?.is_some();
    let mut part = Part::with(if waits { 0 } else { AT_ONCE });
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
    part.is_of_names |= work.is_of_names();
    match work {
        Work::Unaccept { decision } => {
            let touched = proposing::unaccept_some(conn, *decision, part.left)?;
            part.did(touched.done);
            part.articles.extend(touched.articles);
            return Ok(touched.is_all);
        }
        Work::Call { names } => {
            let called = of_entities::call_before(conn, names, part.left)?;
            part.did(called.done);
            part.articles.extend(called.articles);
            part.other.push(Change::Entities {
                ids: called.entities,
            });
            return Ok(names.is_empty());
        }
        Work::TakeNames { names } => {
            let mut owners = BTreeSet::new();
            while part.left > 0
                && let Some(name) = names.last().copied()
            {
                let articles = of_entities::take_name(conn, name, part.left, &mut owners)?;
                let all = articles.len() < part.left;
                part.did(articles.len().max(1));
                part.articles.extend(articles);
                if all {
                    names.pop();
                }
            }
            of_entities::names_went(conn, &owners)?;
            return Ok(names.is_empty());
        }
        Work::TakeEntities { entities } => {
            return each(entities, part, |id| of_entities::take_entity(conn, id));
        }
        Work::RestoreEntities { entities } => {
            return each(entities, part, |id| of_entities::restore_entity(conn, id));
        }
        Work::SplitEntities { parts } => {
            let left = parts.len().saturating_sub(part.left);
            let free = parts.split_off(left);
            merging::let_go(conn, &free)?;
            part.did(free.len());
            return Ok(parts.is_empty());
        }
        Work::RemoveRelations { ids } => {
            for id in &*ids {
                relation_table::remove(conn, *id)?;
            }
            part.did(ids.len());
        }
        Work::Mark { flag, ids, on } => {
            many_articles::mark(conn, ids, *flag, *on)?;
            part.did_articles(ids);
        }
        Work::GiveTag { tag, articles } => {
            if let Some(tag) = TagPath::read(tag) {
                tags::give(conn, &tag, articles)?;
            }
            part.did_articles(articles);
        }
        Work::TakeTag { tag, articles } => {
            if let Some(tag) = TagPath::read(tag) {
                tags::take(conn, &tag, articles)?;
                tags::forget_taken(conn, &tag, articles)?;
            }
            part.did_articles(articles);
        }
        Work::ImportTags {
            import,
            articles,
            on,
        } => {
            tags::of_import(conn, *import, articles, *on)?;
            part.did_articles(articles);
        }
        Work::Problems { items, resolved } => {
            let ids = import_table::set_all_resolved(conn, items, *resolved)?;
            part.did(items.len());
            part.other.push(Change::Imports { ids });
        }
        Work::Dossier { step } => {
            part.other.extend(dossiers::reverse(conn, step)?);
            part.did(step.items().max(1));
        }
    }
    Ok(true)
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

fn end(conn: &Connection, part: Part) -> Result<Vec<Change>> {
    if !part.is_of_names {
        return Ok(part.other);
    }
    let mut articles = part.articles;
    articles.sort_unstable();
    articles.dedup();
    for article in &articles {
        mention_table::refresh_article(conn, *article)?;
    }
    articles.extend(merging::settle_few(conn)?);
    let mut changes = proposals_of(articles);
    changes.extend(part.other);
    Ok(changes)
}

/// Does all that was put off, and tells of each part that is done. Returns whether names
/// have gone or come back, which the matcher then knows: who looks for names has to be woken.
pub(in super::super) fn finish(
    shared: &Shared,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Change),
) -> Result<bool> {
    let mut were_names = false;
    let done = do_all(shared, stop, &mut |changes, of_names| {
        were_names |= of_names;
        changes.into_iter().for_each(&mut *tell);
    });
    // Also where a later part failed: what was looked for until now may have gone.
    if were_names {
        matching::reload(shared)?;
    }
    done.map(|()| were_names)
}

/// Does part after part, and tells what each changed, and whether names went or came.
fn do_all(
    shared: &Shared,
    stop: &AtomicBool,
    is_done: &mut dyn FnMut(Vec<Change>, bool),
) -> Result<()> {
    while !stop.load(Ordering::Relaxed) {
        let done = shared.store.write("take a step back", |tx| {
            let Some((n, mut work)) = reversal_table::first::<Work>(tx)? else {
                return Ok(None);
            };
            let mut part = Part::with(AT_ONCE);
            match do_part(tx, &mut work, &mut part)? {
                true => reversal_table::remove(tx, n)?,
                false => reversal_table::replace(tx, n, &work)?,
            }
            let of_names = part.is_of_names;
            Ok(Some((end(tx, part)?, of_names)))
        })?;
        match done {
            Some((changes, of_names)) => is_done(changes, of_names),
            None => break,
        }
    }
    Ok(())
}
