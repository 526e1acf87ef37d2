//! Tags on articles: of one, of some, of all that a search finds.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Notebook;
use super::in_parts::Step;
use super::reading::{StoredNames, quoted};
use super::undoing::Inverse;
use crate::domain::{
    ArticleId, Change, HitKind, ImportId, ManyArticlesReport, SearchQuery, SearchSort, Tag,
    TagReport, UndoAction,
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
    ///
    /// # Errors
    /// `InvalidInput` for what is no tag.
    pub fn remove(&self, articles: &[ArticleId], tag: &str) -> Result<()> {
        let cancel = CancelToken::new();
        self.remove_from(articles.to_vec(), tag, &cancel, &mut |_| {})?;
        Ok(())
    }

    /// As [`Tags::remove`], for many: what is done when it is cancelled stays.
    pub(super) fn remove_from(
        &self,
        articles: Vec<ArticleId>,
        tag: &str,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
    ) -> Result<TagReport> {
        let tag = read(tag)?;
        let articles = self.with_or_without(articles, &tag, true)?;
        let step = Step {
            action: UndoAction::RemoveTag,
            subject: &|_, _| Ok(tag.path().into()),
            inverse: &|articles| Inverse::GiveTag {
                tag: tag.path(),
                articles: articles.to_vec(),
            },
        };
        let work = &|conn: &Connection, chunk: &[ArticleId]| take(conn, &tag, chunk).map(drop);
        self.in_parts(&articles, step, cancel, progress, work)
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

    fn tag_all(
        &self,
        articles: Vec<ArticleId>,
        tag: &str,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
    ) -> Result<TagReport> {
        let tag = read(tag)?;
        let articles = self.with_or_without(articles, &tag, false)?;
        let step = Step {
            action: UndoAction::AddTag,
            subject: &|_, articles| Ok(subject(&tag, articles.len()).into()),
            inverse: &|articles| Inverse::TakeTag {
                tag: tag.path(),
                articles: articles.to_vec(),
            },
        };
        let work = &|conn: &Connection, chunk: &[ArticleId]| give(conn, &tag, chunk);
        self.in_parts(&articles, step, cancel, progress, work)
    }

    /// Those of some articles that have a tag, or those that don't.
    fn with_or_without(
        &self,
        mut articles: Vec<ArticleId>,
        tag: &TagPath,
        with: bool,
    ) -> Result<Vec<ArticleId>> {
        self.0.shared().store.read("look at tags", |conn| {
            let known = tag_table::find(conn, tag)?;
            let mut found = Vec::new();
            for id in articles.drain(..) {
                let has = match known {
                    Some(known) => tag_table::has(conn, known, id)?,
                    None => false,
                };
                if has == with {
                    found.push(id);
                }
            }
            Ok(found)
        })
    }

    fn in_parts(
        &self,
        articles: &[ArticleId],
        step: Step<'_>,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(TagReport),
        work: &dyn Fn(&Connection, &[ArticleId]) -> Result<()>,
    ) -> Result<TagReport> {
        let progress = &mut |report: ManyArticlesReport| progress(report.into());
        let work = &mut |conn: &Connection, chunk: &[ArticleId]| {
            work(conn, chunk)?;
            Ok(vec![Change::Articles {
                ids: chunk.to_vec(),
            }])
        };
        let done = (self.0).in_parts(articles, AT_ONCE, Some(step), cancel, progress, work)?;
        Ok(done.into())
    }
}

impl From<ManyArticlesReport> for TagReport {
    fn from(report: ManyArticlesReport) -> Self {
        Self {
            total: report.total,
            done: report.done,
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

/// Forgets that these were taken: a step that gave them was taken back, and an import may
/// bring them again.
pub(super) fn forget_taken(conn: &Connection, tag: &TagPath, articles: &[ArticleId]) -> Result<()> {
    articles
        .iter()
        .try_for_each(|id| tag_table::forget_taken(conn, tag, *id))
}

/// Gives articles that were there the tags that an import brought them, or takes them back.
pub(super) fn of_import(
    conn: &Connection,
    import: ImportId,
    articles: &[ArticleId],
    on: bool,
) -> Result<()> {
    for article in articles {
        for tag in tag_table::of_import(conn, import, *article)? {
            let Some(tag) = TagPath::read(&tag) else {
                continue;
            };
            match on {
                true => give(conn, &tag, &[*article])?,
                false => {
                    take(conn, &tag, &[*article])?;
                    if let Some(known) = tag_table::find(conn, &tag)? {
                        tag_table::forget_removed(conn, known, *article)?;
                    }
                }
            }
        }
    }
    Ok(())
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
