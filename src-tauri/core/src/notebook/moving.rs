//! Moving to the trash and back, however much it is.
//!
//! Few things are moved in the transaction that asks for it. Of many, each short
//! transaction moves some, so that nobody who writes meanwhile waits for long; what is
//! left is in the database and goes on after a restart. Moves are done in the order
//! they were asked for, so that taking one back ends as it should.

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::undoing::{self, Work};
use super::{Notebook, Shared, versions, wire};
use crate::Result;
use crate::domain::{ArticleId, Change};
use crate::entities::NameMatcher;
use crate::store::move_table::{self, Moved};
use crate::store::{article_table, import_table, mention_table, tag_table};

/// Things moved in one transaction: some tens of milliseconds.
const AT_ONCE: usize = 200;

/// Moves to the trash (`Some`) or back (`None`), or puts off what is too much for the
/// open transaction; [`Notebook::finish_moving`] does that afterwards, and for an import
/// [`Notebook::finish_reversing`] what is left of its tags.
pub(super) fn start(
    conn: &Connection,
    matcher: &NameMatcher,
    moved: &Moved,
    gone_ms: Option<i64>,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    if let Some(import) = moved.import {
        import_table::set_undone(conn, import, gone_ms)?;
        // What it fetched waits again for as long as it is taken back.
        let links = import_table::links_fetched_by(conn, import)?;
        let of = import_table::set_all_resolved(conn, &links, gone_ms.is_none())?;
        if !of.is_empty() {
            changes.push(Change::Imports { ids: of });
        }
        let tagged = tag_table::import_articles(conn, import)?;
        let work = Work::import_tags(import, &tagged, gone_ms.is_none());
        changes.extend(undoing::start(conn, work)?);
    }
    if moved.len() <= AT_ONCE && move_table::first(conn)?.is_none() {
        changes.extend(now(conn, matcher, moved, gone_ms)?);
        return Ok(changes);
    }
    for articles in moved.articles.chunks(AT_ONCE) {
        let part = Moved {
            articles: articles.to_vec(),
            ..Moved::default()
        };
        move_table::push(conn, &part, gone_ms)?;
    }
    // A version has its article's mentions and copies looked at again.
    for versions in moved.versions.chunks(AT_ONCE / 10) {
        let part = Moved {
            versions: versions.to_vec(),
            ..Moved::default()
        };
        move_table::push(conn, &part, gone_ms)?;
    }
    for problems in moved.problems.chunks(AT_ONCE * 10) {
        let part = Moved {
            problems: problems.to_vec(),
            ..Moved::default()
        };
        move_table::push(conn, &part, gone_ms)?;
    }
    Ok(changes)
}

/// Does all that was put off, and tells of each part that is done.
pub(super) fn finish(
    shared: &Shared,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Change),
) -> Result<()> {
    while !stop.load(Ordering::Relaxed) {
        let matcher = shared.matcher();
        let done = shared.store.write("move to the trash or back", |tx| {
            let Some(next) = move_table::first(tx)? else {
                return Ok(None);
            };
            let changes = now(tx, &matcher, &next.moved, next.gone_ms)?;
            move_table::remove(tx, next.n)?;
            Ok(Some(changes))
        })?;
        let Some(changes) = done else {
            return Ok(());
        };
        changes.into_iter().for_each(&mut *tell);
    }
    Ok(())
}

impl Notebook {
    /// Does what moves put off, on the thread of who asked for them.
    pub(super) fn finish_moving(&self) -> Result<()> {
        finish(self.shared(), &AtomicBool::new(false), &mut |change| {
            self.changed(change);
        })
    }
}

fn now(
    conn: &Connection,
    matcher: &NameMatcher,
    moved: &Moved,
    gone_ms: Option<i64>,
) -> Result<Vec<Change>> {
    for id in &moved.articles {
        move_article(conn, *id, gone_ms)?;
    }
    for (id, version) in &moved.versions {
        versions::withdraw(conn, matcher, *id, *version, gone_ms)?;
    }
    for problem in &moved.problems {
        import_table::set_resolved(conn, *problem, gone_ms.is_some())?;
    }
    let of_versions = moved.versions.iter().map(|(id, _)| *id);
    let articles: Vec<ArticleId> = moved.articles.iter().copied().chain(of_versions).collect();
    let mut changes = Vec::new();
    if !articles.is_empty() {
        changes.extend(undoing::articles_and_entities(articles));
    }
    if !moved.problems.is_empty() {
        changes.push(Change::Imports { ids: Vec::new() });
    }
    Ok(changes)
}

pub(super) fn move_article(conn: &Connection, id: ArticleId, gone_ms: Option<i64>) -> Result<()> {
    article_table::set_deleted(conn, id, gone_ms)?;
    mention_table::refresh_article(conn, id)?;
    wire::moved(conn, id, gone_ms.is_some())
}
