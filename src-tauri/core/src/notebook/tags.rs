//! Tags on articles: of one, of some, of all that a search finds.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Notebook;
use super::reading::{StoredNames, quoted};
use super::undoing::{self, Inverse};
use crate::domain::{
    ArticleId, Change, HitKind, ImportId, SearchQuery, SearchSort, Tag, TagReport, UndoAction,
};
use crate::jobs::CancelToken;
use crate::search::{DocumentKey, SearchIndex, ValuesOf};
use crate::store::tag_table;
use crate::text::TagPath;
use crate::{Error, Result};

mod renaming;

pub(super) use renaming::{TagRenamed, rename_back};

/// Tags that are listed.
const MOST: usize = 500;
/// Results that are tagged at once: more are not gathered.
const MOST_RESULTS: u32 = 10_000;
/// Articles tagged in one transaction.
const AT_ONCE: usize = 500;

pub struct Tags<'a>(pub(super) &'a Notebook);

impl Tags<'_> {
    /// All tags that articles have, and what these are parts of, as search knows them;
    /// in the order of their paths.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn list(&self) -> Result<Vec<Tag>> {
        let mut values = self
            .0
            .0
            .indexer
            .ask(|index| index.values(ValuesOf::Tag, MOST, |_| Some(0)))?;
        self.0.shared().store.read("list tags", |conn| {
            // The index learns of renaming last: what is gone is gone at once, and what is
            // new is counted here.
            let rows = tag_table::all(conn)?;
            let there = renaming::paths(&rows);
            values.retain(|(folded, _)| there.contains_key(folded.as_str()));
            let known: HashSet<String> = values.iter().map(|(folded, _)| folded.clone()).collect();
            for (folded, ids) in there {
                if known.contains(folded) {
                    continue;
                }
                let articles = tag_table::count_articles(conn, &ids)?;
                if articles > 0 {
                    values.push((folded.to_owned(), articles));
                }
            }
            values.sort_unstable();
            values
                .into_iter()
                .map(|(folded, articles)| {
                    let path = tag_table::written(conn, &folded)?.unwrap_or(folded);
                    Ok(Tag {
                        token: format!("tag:{}", quoted(&path)),
                        path,
                        articles,
                    })
                })
                .collect()
        })
    }

    /// Gives these articles a tag, as one step.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag.
    pub fn add(&self, articles: &[ArticleId], tag: &str) -> Result<()> {
        let cancel = CancelToken::new();
        self.tag_all(articles.to_vec(), tag, &cancel, &mut |_| {})?;
        Ok(())
    }

    /// Takes a tag from these articles, as one step.
    pub fn remove(&self, articles: &[ArticleId], tag: &str) -> Result<()> {
        let tag = read(tag)?;
        let removed = self.0.shared().store.write("remove a tag", |tx| {
            let removed = take(tx, &tag, articles)?;
            if !removed.is_empty() {
                let inverse = Inverse::GiveTag {
                    tag: tag.path(),
                    articles: removed.clone(),
                };
                undoing::push(tx, UndoAction::RemoveTag, &tag.path(), &inverse)?;
            }
            Ok(removed)
        })?;
        self.tell(removed);
        Ok(())
    }

    /// Gives all articles that a search finds a tag, as one step; each copy of an agency
    /// text, and at most ten thousand. What is done when it is cancelled stays.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag, `IndexUnavailable` when the index can't be
    /// read, and what the store gives.
    pub fn add_to_results(
        &self,
        query: &SearchQuery,
        tag: &str,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
    ) -> Result<TagReport> {
        let query = SearchQuery {
            kinds: vec![HitKind::Article],
            offset: 0,
            limit: MOST_RESULTS,
            sort: Some(SearchSort::Newest),
            every_copy: Some(true),
            ..query.clone()
        };
        let found = self.0.shared().store.read("find what to tag", |conn| {
            let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
            Ok(self.0.0.indexer.ask(search)?.hits)
        })?;
        let articles = found.iter().filter_map(|hit| match hit.key {
            DocumentKey::Article(id) => Some(id),
            _ => None,
        });
        self.tag_all(articles.collect(), tag, cancel, progress)
    }

    /// As [`Tags::add`], for many: what is done when it is cancelled stays.
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag, and what the store gives.
    pub fn add_to(
        &self,
        articles: Vec<ArticleId>,
        tag: &str,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
    ) -> Result<TagReport> {
        self.tag_all(articles, tag, cancel, progress)
    }

    /// The step is kept with the first articles and names all of them, so that a crash
    /// leaves nothing that can't be taken back.
    fn tag_all(
        &self,
        mut articles: Vec<ArticleId>,
        tag: &str,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
    ) -> Result<TagReport> {
        let tag = read(tag)?;
        let store = &self.0.shared().store;
        store.read("look at tags", |conn| {
            if let Some(known) = tag_table::find(conn, &tag)? {
                let mut without = Vec::new();
                for id in articles.drain(..) {
                    if !tag_table::has(conn, known, id)? {
                        without.push(id);
                    }
                }
                articles = without;
            }
            Ok(())
        })?;
        let mut report = TagReport {
            total: u32::try_from(articles.len()).unwrap_or(u32::MAX),
            done: 0,
        };
        for (at, chunk) in articles.chunks(AT_ONCE).enumerate() {
            if cancel.is_cancelled() {
                break;
            }
            store.write("add a tag", |tx| {
                if at == 0 {
                    let inverse = Inverse::TakeTag {
                        tag: tag.path(),
                        articles: articles.clone(),
                    };
                    let subject = subject(&tag, articles.len());
                    undoing::push(tx, UndoAction::AddTag, &subject, &inverse)?;
                }
                give(tx, &tag, chunk)
            })?;
            report.done += u32::try_from(chunk.len()).unwrap_or(u32::MAX);
            progress(report);
            self.tell(chunk.to_vec());
        }
        Ok(report)
    }

    fn tell(&self, articles: Vec<ArticleId>) {
        if !articles.is_empty() {
            self.0.changed(Change::Articles { ids: articles });
        }
    }
}

fn read(tag: &str) -> Result<TagPath> {
    TagPath::read(tag).ok_or_else(|| Error::InvalidInput {
        what: tag.to_owned(),
        why: "it is no tag".to_owned(),
    })
}

/// `arms-transfer`, or `arms-transfer (312)` for many articles.
fn subject(tag: &TagPath, articles: usize) -> String {
    match articles {
        1 => tag.path(),
        many => format!("{} ({many})", tag.path()),
    }
}

/// Gives articles that are still kept a tag.
pub(super) fn give(conn: &Connection, tag: &TagPath, articles: &[ArticleId]) -> Result<()> {
    let known = tag_table::ensure(conn, tag)?;
    for id in articles {
        tag_table::add(conn, known, *id)?;
    }
    Ok(())
}

/// Gives articles that were there the tags that an import brought them, or takes them back.
pub(super) fn of_import(conn: &Connection, import: ImportId, on: bool) -> Result<Vec<ArticleId>> {
    let mut articles = Vec::new();
    for (article, tag) in tag_table::of_import(conn, import)? {
        let Some(tag) = TagPath::read(&tag) else {
            continue;
        };
        match on {
            true => give(conn, &tag, &[article])?,
            false => drop(take(conn, &tag, &[article])?),
        }
        articles.push(article);
    }
    articles.sort_unstable();
    articles.dedup();
    Ok(articles)
}

/// Takes a tag from articles; those that had it.
pub(super) fn take(
    conn: &Connection,
    tag: &TagPath,
    articles: &[ArticleId],
) -> Result<Vec<ArticleId>> {
    let Some(known) = tag_table::find(conn, tag)? else {
        return Ok(Vec::new());
    };
    let mut had = Vec::new();
    for id in articles {
        if tag_table::remove(conn, known, *id)? {
            had.push(*id);
        }
    }
    Ok(had)
}
