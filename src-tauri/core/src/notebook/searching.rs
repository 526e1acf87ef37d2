//! Search: what the index finds, with the words from the store around it.

use std::borrow::Cow;
use std::thread;
use std::time::Instant;

use rusqlite::Connection;

use super::Notebook;
use super::naming::names_of;
use super::reading::{StoredNames, offers, suggestion};
use crate::clock::rfc3339;
use crate::domain::{
    BlockKind, HitTarget, Marked, ReadQuery, SearchHit, SearchQuery, SearchResults, Span,
    without_parting_bars,
};
use crate::search::query::requiring_all;
use crate::search::{DocumentKey, IndexHit, IndexResults, Marker, Seen};
use crate::store::article_table::{FoundArticle, FoundBlock};
use crate::store::{
    article_table, change_table, clipping_table, entity_table, note_table, wire_table,
};
use crate::{Error, Result, notes};

/// The longest snippet, in characters.
const SNIPPET: usize = 240;
/// Bytes of an article or a note in which the best passage is looked for: some
/// 40,000 words, so that one huge text does not hold up every search that finds it.
pub(super) const LOOKED_THROUGH: usize = 256 << 10;
/// Results given when a query names no limit.
const DEFAULT_LIMIT: u32 = 20;
const MAX_LIMIT: u32 = 1000;
/// Fewer rows than these take less time than beginning a second thread.
const WORTH_PARTING: usize = 6;

impl Notebook {
    /// Searches articles, notes, entities and quotes. Parsing never fails.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, `Cancelled` when its asker asked
    /// something else meanwhile, and what the store gives.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchResults> {
        self.shared().calm.typed();
        let started = Instant::now();
        let query = SearchQuery {
            limit: match query.limit {
                0 => DEFAULT_LIMIT,
                limit => limit.min(MAX_LIMIT),
            },
            ..query.clone()
        };
        let applied = self.0.indexer.index().applied_sequence();
        self.shared().store.read("show results", |conn| {
            let found = self
                .0
                .indexer
                .ask(|index| index.search(&query, &StoredNames(conn)))?;
            Ok(SearchResults {
                hits: self.rows(conn, &found)?,
                total: found.total,
                more: found.more.then_some(true),
                all_words: Some(found.all_words),
                all_words_query: requiring_all(&query.text),
                suggestion: suggestion(&query.text, &found.slips),
                by_kind: found.by_kind,
                waiting: change_table::count_after(conn, applied)?,
                milliseconds: started.elapsed().as_secs_f64() * 1000.0,
            })
        })
    }

    /// The rows of what was found. Two halves are made at once: each row is read and
    /// looked through for itself, and a person waits for them all.
    fn rows(&self, conn: &Connection, found: &IndexResults) -> Result<Vec<SearchHit>> {
        let make = |conn: &Connection, hits: &[IndexHit]| {
            let mut seen = Seen::default();
            let hits = hits
                .iter()
                .filter_map(|hit| match found.question.is_cancelled() {
                    true => Some(Err(Error::Cancelled)),
                    false => show(conn, hit, &found.marker, &mut seen).transpose(),
                });
            hits.collect::<Result<Vec<_>>>()
        };
        if found.hits.len() < WORTH_PARTING {
            return make(conn, &found.hits);
        }
        let (first, second) = found.hits.split_at(found.hits.len().div_ceil(2));
        let store = &self.shared().store;
        thread::scope(|scope| {
            let apart = || store.read("show results", |conn| make(conn, second));
            let beside = thread::Builder::new().spawn_scoped(scope, apart);
            let rows = make(conn, first);
            let others = match beside {
                Ok(beside) => beside.join().unwrap_or(Err(Error::Internal {
                    what: "showing results ended in a panic",
                })),
                // There is no room for one more thread.
                Err(_) => make(conn, second),
            };
            Ok([rows?, others?].concat())
        })
    }

    /// Ends what this asker ([`SearchQuery::asker`]) has under way, and those called `asker/…`:
    /// it is answered by `Cancelled`.
    pub fn stop_searching(&self, asker: &str) {
        self.0.indexer.index().stop_asking(asker);
    }

    /// How a query is understood: its parts, and what it asks for. Never fails but for
    /// the store.
    pub fn read_query(&self, text: &str) -> Result<ReadQuery> {
        self.shared().store.read("read a query", |conn| {
            let read = self.0.indexer.index().read_query(text, &StoredNames(conn));
            let offers = offers(conn, &read.tokens)?;
            Ok(ReadQuery { offers, ..read })
        })
    }

    /// The ids given at import of the articles found, best first, `limit` at most.
    /// Articles that were given none have their own id.
    pub fn search_ids(&self, query: &SearchQuery) -> Result<Vec<String>> {
        let query = SearchQuery {
            every_copy: Some(true),
            ..query.clone()
        };
        self.shared().store.read("name results", |conn| {
            let found = self
                .0
                .indexer
                .ask(|index| index.search(&query, &StoredNames(conn)))?;
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

/// The first texts, up to [`LOOKED_THROUGH`] bytes and at least one.
fn start_of<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut room = LOOKED_THROUGH;
    let mut start = Vec::new();
    for text in texts {
        if text.len() > room && !start.is_empty() {
            break;
        }
        let text = beginning_of(text);
        room = room.saturating_sub(text.len());
        start.push(text);
    }
    start
}

/// [`LOOKED_THROUGH`] bytes of a text at most.
fn beginning_of(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LOOKED_THROUGH))
        .unwrap_or(text)
}

/// The texts of an article below its title that search looks at, each with where it is
/// anchored. Tabs stand for the bars of a table's row; what stands where stays.
fn below_title<'a>(
    article: &'a FoundArticle,
    blocks: &'a [FoundBlock<'_>],
) -> Vec<(i32, Cow<'a, str>)> {
    let standfirst = article.standfirst.as_deref();
    let standfirst = standfirst.map(|text| (Span::STANDFIRST, Cow::Borrowed(text)));
    let blocks = (0..).zip(blocks).map(|(at, block)| match block.kind {
        BlockKind::TableRow => (at, Cow::Owned(without_parting_bars(&block.text))),
        _ => (at, Cow::Borrowed(block.text.as_ref())),
    });
    standfirst.into_iter().chain(blocks).collect()
}

fn passage(snippet: Option<(Marked, usize, (u32, u32))>) -> Marked {
    snippet.map(|(marked, ..)| marked).unwrap_or_default()
}

/// One result; `None` when the index still has what the store deleted. `seen` goes from row
/// to row of one question.
pub(super) fn show(
    conn: &Connection,
    hit: &IndexHit,
    marker: &Marker,
    seen: &mut Seen,
) -> Result<Option<SearchHit>> {
    Ok(match hit.key {
        DocumentKey::Article(id) => {
            let Some(article) = article_table::found(conn, id)? else {
                return Ok(None);
            };
            let blocks = article.blocks()?;
            let language = article.language.as_deref();
            let every = [Some(article.title.as_str()), article.standfirst.as_deref()];
            let every = every.into_iter().flatten();
            let every = every.chain(blocks.iter().map(|block| block.text.as_ref()));
            let (via, marker) = names_of(conn, id, &start_of(every), marker)?;
            let texts = below_title(&article, &blocks);
            let body = start_of(texts.iter().map(|(_, text)| text.as_ref()));
            let shown = marker.show((&article.title, language), &body, (language, SNIPPET), seen);
            let in_title = || {
                let (start, end) = *marker.mark(&article.title, language).first()?;
                Some(Span {
                    block: Span::TITLE,
                    start,
                    end,
                })
            };
            let at = match &shown.snippet {
                Some((_, block, (start, end))) => Some(Span {
                    block: texts[*block].0,
                    start: *start,
                    end: *end,
                }),
                None => in_title(),
            };
            let wire = match article.in_group {
                true => wire_table::summary(conn, id)?,
                false => None,
            };
            Some(SearchHit {
                title: shown.title,
                snippet: passage(shown.snippet),
                words: shown.words,
                via,
                score: hit.score,
                target: HitTarget::Article {
                    id,
                    outlet: article.outlet,
                    published: article.published,
                    language: article.language,
                    at,
                    wire,
                },
            })
        }
        DocumentKey::Note(id) => {
            let Some(note) = note_table::find_record(conn, id)? else {
                return Ok(None);
            };
            // Cut before it is read: a huge note would hold up each letter of a query.
            let beginning = beginning_of(&note.body);
            let body = notes::plain(beginning, super::labels::titles(conn));
            // A tab parts cells where a passage is shown.
            let body = body.replace('\t', " ");
            let paragraphs = start_of(body.lines().filter(|line| !line.is_empty()));
            let shown = marker.show((&note.title, None), &paragraphs, (None, SNIPPET), seen);
            Some(SearchHit {
                title: shown.title,
                via: marker.names_in(&[&[note.title.as_str()], paragraphs.as_slice()].concat()),
                snippet: passage(shown.snippet),
                words: shown.words,
                score: hit.score,
                target: HitTarget::Note {
                    id,
                    edited_at: rfc3339(note.edited_ms),
                },
            })
        }
        DocumentKey::Quote(id) => {
            let Some(row) = clipping_table::find(conn, id)? else {
                return Ok(None);
            };
            let clipping = super::clippings::shown(conn, row)?;
            let (quote, source) = (clipping.quote, clipping.source);
            let highlight = quote.is_none();
            let language = source.language.as_deref();
            let exact = match clipping.row {
                true => without_parting_bars(&clipping.anchor.exact),
                false => clipping.anchor.exact,
            };
            let original = quote.as_ref().and_then(|quote| quote.original.clone());
            let comment = clipping.comment.replace('\t', " ");
            let texts = [
                exact.as_str(),
                original.as_deref().unwrap_or_default(),
                comment.as_str(),
            ];
            let speaker = quote.and_then(|quote| quote.speaker);
            let speaker = speaker.map_or(String::new(), |speaker| speaker.name);
            let shown = marker.show((&speaker, None), &texts, (language, SNIPPET), seen);
            let words =
                || marker.marked(&exact.chars().take(SNIPPET).collect::<String>(), language);
            Some(SearchHit {
                title: shown.title,
                via: marker.names_in(&[speaker.as_str(), texts[0], texts[1], texts[2]]),
                snippet: shown.snippet.map_or_else(words, |(marked, ..)| marked),
                words: shown.words,
                score: hit.score,
                target: HitTarget::Quote {
                    id,
                    highlight,
                    article: clipping.article,
                    outlet: source.outlet,
                    published: source.published,
                    language: source.language,
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
            let shown = marker.show((&entity.name, None), &texts, (None, SNIPPET), seen);
            Some(SearchHit {
                title: shown.title,
                via: marker.names_in(&[entity.name.as_str(), texts[0], texts[1]]),
                snippet: passage(shown.snippet),
                words: shown.words,
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
