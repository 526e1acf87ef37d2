//! Search: what the index finds, with the words from the store around it.

use std::time::Instant;

use rusqlite::Connection;

use super::Notebook;
use super::indexing::searched_texts;
use crate::clock::rfc3339;
use crate::domain::{
    EntityKind, HitTarget, ReadQuery, SearchHit, SearchQuery, SearchResults, Span, Suggestion,
};
use crate::search::query::{KnownEntity, Names};
use crate::search::{DocumentKey, IndexHit, Marker};
use crate::store::{article_table, change_table, entity_table, note_table};
use crate::text::fold_mapped;
use crate::{Error, Result, notes};

/// The longest snippet, in characters.
const SNIPPET: usize = 240;
/// Bytes of an article or a note in which the best passage is looked for: some
/// 40,000 words, so that one huge text does not hold up every search that finds it.
const LOOKED_THROUGH: usize = 256 << 10;
/// Results given when a query names no limit.
const DEFAULT_LIMIT: u32 = 20;
const MAX_LIMIT: u32 = 1000;
/// Entities that one name may mean.
const MOST_ENTITIES: u32 = 32;

impl Notebook {
    /// Searches articles, notes and entities. Parsing never fails.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchResults> {
        let started = Instant::now();
        let index = self.0.indexer.index();
        let query = SearchQuery {
            limit: match query.limit {
                0 => DEFAULT_LIMIT,
                limit => limit.min(MAX_LIMIT),
            },
            ..query.clone()
        };
        let applied = index.applied_sequence();
        self.shared().store.read("show results", |conn| {
            let found = index.search(&query, &StoredNames(conn))?;
            let hits = found
                .hits
                .iter()
                .filter_map(|hit| show(conn, hit, &found.marker).transpose())
                .collect::<Result<Vec<_>>>()?;
            Ok(SearchResults {
                hits,
                total: found.total,
                all_words: Some(found.all_words),
                suggestion: suggestion(&query.text, &found.slips),
                by_kind: found.by_kind,
                waiting: change_table::count_after(conn, applied)?,
                milliseconds: started.elapsed().as_secs_f64() * 1000.0,
            })
        })
    }

    /// How a query is understood: its parts, and what it asks for. Never fails but for
    /// the store.
    pub fn read_query(&self, text: &str) -> Result<ReadQuery> {
        self.shared().store.read("read a query", |conn| {
            Ok(self.0.indexer.index().read_query(text, &StoredNames(conn)))
        })
    }

    /// The ids given at import of the articles found, best first, `limit` at most.
    /// Articles that were given none have their own id.
    pub fn search_ids(&self, query: &SearchQuery) -> Result<Vec<String>> {
        self.shared().store.read("name results", |conn| {
            let found = self.0.indexer.index().search(query, &StoredNames(conn))?;
            let mut ids = Vec::new();
            for hit in &found.hits {
                if let DocumentKey::Article(id) = hit.key
                    && let Some(article) = article_table::find_record(conn, id)?
                {
                    ids.push(article.external_id.unwrap_or_else(|| id.to_string()));
                }
            }
            Ok(ids)
        })
    }
}

/// The query with the first word that nothing has put right.
fn suggestion(query: &str, slips: &[(String, String)]) -> Option<Suggestion> {
    let (typed, meant) = slips.first()?;
    let folded = fold_mapped(query);
    let at = folded.text.find(typed.as_str())?;
    let first = folded.text[..at].chars().count();
    let last = first + typed.chars().count() - 1;
    let (start, end) = (folded.origin.get(first)?.0, folded.origin.get(last)?.1);
    let before: String = query.chars().take(start as usize).collect();
    let after: String = query.chars().skip(end as usize).collect();
    let typed = query.chars().skip(start as usize);
    Some(Suggestion {
        query: format!("{before}{meant}{after}"),
        typed: typed.take((end - start) as usize).collect(),
        meant: meant.clone(),
    })
}

/// Names as the store knows them.
struct StoredNames<'c>(&'c Connection);

impl Names for StoredNames<'_> {
    fn entities(&self, kind: Option<EntityKind>, name: &str) -> Vec<KnownEntity> {
        let found = entity_table::complete(self.0, name, MOST_ENTITIES).and_then(|candidates| {
            let of_kind = candidates
                .into_iter()
                .filter(|one| kind.is_none_or(|kind| one.kind == kind));
            of_kind
                .map(|one| {
                    let names = entity_table::names(self.0, one.id)?;
                    Ok(KnownEntity {
                        id: one.id,
                        kind: one.kind,
                        name: one.name,
                        names: names.into_iter().map(|name| name.text).collect(),
                    })
                })
                .collect()
        });
        // What can't be looked up is searched for as words.
        found.unwrap_or_else(|error: Error| {
            tracing::error!(%error, "names could not be looked up");
            Vec::new()
        })
    }
}

/// The first texts, up to [`LOOKED_THROUGH`] bytes and at least one.
fn start_of<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut room = LOOKED_THROUGH;
    let mut start = Vec::new();
    for text in texts {
        if text.len() > room && !start.is_empty() {
            break;
        }
        let end = text.floor_char_boundary(text.len().min(LOOKED_THROUGH));
        room = room.saturating_sub(end);
        start.push(&text[..end]);
    }
    start
}

/// One result; `None` when the index still has what the store deleted.
fn show(conn: &Connection, hit: &IndexHit, marker: &Marker) -> Result<Option<SearchHit>> {
    Ok(match hit.key {
        DocumentKey::Article(id) => {
            let Some(article) = article_table::find_record(conn, id)? else {
                return Ok(None);
            };
            let blocks = article_table::blocks(conn, id, article.text_version)?;
            let language = article.language.as_deref();
            let texts = searched_texts(&article.title, article.standfirst.as_deref(), &blocks);
            let body = start_of(texts[1..].iter().map(|(_, text)| text.as_str()));
            let snippet = marker.snippet(&body, language, SNIPPET);
            let in_title = || {
                let (start, end) = *marker.mark(&article.title, language).first()?;
                Some(Span {
                    block: Span::TITLE,
                    start,
                    end,
                })
            };
            let at = match &snippet {
                Some((_, block, (start, end))) => Some(Span {
                    block: texts[block + 1].0,
                    start: *start,
                    end: *end,
                }),
                None => in_title(),
            };
            Some(SearchHit {
                title: marker.marked(&article.title, language),
                snippet: snippet.map(|(marked, ..)| marked).unwrap_or_default(),
                score: hit.score,
                target: HitTarget::Article {
                    id,
                    outlet: article.outlet,
                    published: article.published,
                    language: article.language,
                    at,
                },
            })
        }
        DocumentKey::Note(id) => {
            let Some(note) = note_table::find_record(conn, id)? else {
                return Ok(None);
            };
            let body = notes::readable(&note.body, super::labels::titles(conn));
            let paragraphs = start_of(body.lines().filter(|line| !line.is_empty()));
            let snippet = marker.snippet(&paragraphs, None, SNIPPET);
            Some(SearchHit {
                title: marker.marked(&note.title, None),
                snippet: snippet.map(|(marked, ..)| marked).unwrap_or_default(),
                score: hit.score,
                target: HitTarget::Note {
                    id,
                    edited_at: rfc3339(note.edited_ms),
                },
            })
        }
        DocumentKey::Entity(id) => {
            let Some(entity) = entity_table::find_record(conn, id)? else {
                return Ok(None);
            };
            let names: Vec<String> = entity_table::names(conn, id)?
                .into_iter()
                .filter(|name| !name.preferred)
                .map(|name| name.text)
                .collect();
            let names = names.join(" · ");
            let texts = [names.as_str(), entity.description.as_str()];
            let snippet = marker.snippet(&texts, None, SNIPPET);
            Some(SearchHit {
                title: marker.marked(&entity.name, None),
                snippet: snippet.map(|(marked, ..)| marked).unwrap_or_default(),
                score: hit.score,
                target: HitTarget::Entity {
                    id,
                    kind: entity.kind,
                    articles: entity.articles,
                },
            })
        }
    })
}
