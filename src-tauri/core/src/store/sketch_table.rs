//! Sketches: the numbers that texts are found by, and the marks that they are compared
//! by then.
//!
//! A sketch is forty numbers, spread at random over an index that is large. The latest
//! sketches are in a small one first and are moved in the order of the large one, many at
//! once: of its pages each is then written once for many texts.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;
use crate::domain::ArticleId;

/// Of the texts that share a number only the latest are looked at: outlets print an
/// agency's text within days, and a number that many share says little.
const LATEST: usize = 64;
/// Sketches in the small index before they are moved: about 1 MB.
const RECENT: u32 = 2048;

/// What an article is found and compared by.
pub(crate) struct Sketched<'a> {
    pub words: usize,
    /// `None` for a text that is too short.
    pub sketch: Option<&'a [u32]>,
    pub marks: &'a [u8],
}

/// A text that shares numbers with a sketch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    /// Its row here.
    pub n: i64,
    /// How many numbers it shares.
    pub shared: u32,
}

/// Keeps what an article is found by, in place of what was kept before.
pub(crate) fn put(conn: &Connection, article: ArticleId, text: &Sketched<'_>) -> Result<()> {
    let known: Option<(i64, Vec<u8>)> = conn
        .prepare_cached("SELECT n, sketch FROM wire_texts WHERE article_id = ?1")?
        .query_row([article], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let numbers = text.sketch.unwrap_or_default();
    let sketch: Vec<u8> = numbers.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    let words = text.words as i64;
    let n = match &known {
        Some((n, before)) => {
            if *before != sketch {
                forget(conn, *n, before)?;
            }
            conn.prepare_cached("UPDATE wire_texts SET words = ?2, sketch = ?3 WHERE n = ?1")?
                .execute(params![n, words, sketch])?;
            *n
        }
        None => {
            conn.prepare_cached(
                "INSERT INTO wire_texts (article_id, words, sketch) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![article, words, sketch])?;
            conn.last_insert_rowid()
        }
    };
    conn.prepare_cached("INSERT OR REPLACE INTO wire_marks (n, marks) VALUES (?1, ?2)")?
        .execute(params![n, text.marks])?;
    if numbers.is_empty() || known.is_some_and(|(_, before)| before == sketch) {
        return Ok(());
    }
    let mut insert =
        conn.prepare_cached("INSERT OR IGNORE INTO wire_recent (hash, n) VALUES (?1, ?2)")?;
    for hash in numbers {
        insert.execute(params![hash, n])?;
    }
    let recent: u32 = conn
        .prepare_cached("UPDATE counters SET n = n + 1 WHERE name = 'wireRecent' RETURNING n")?
        .query_row([], |row| row.get(0))?;
    if recent >= RECENT {
        conn.execute_batch(
            "INSERT OR IGNORE INTO wire_bands (hash, n) SELECT hash, n FROM wire_recent ORDER BY hash, n;
             DELETE FROM wire_recent;
             UPDATE counters SET n = 0 WHERE name = 'wireRecent';",
        )?;
    }
    Ok(())
}

/// Forgets an article that goes for good.
pub(crate) fn remove(conn: &Connection, article: ArticleId) -> Result<()> {
    let known: Option<(i64, Vec<u8>)> = conn
        .prepare_cached("DELETE FROM wire_texts WHERE article_id = ?1 RETURNING n, sketch")?
        .query_row([article], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((n, sketch)) = known else {
        return Ok(());
    };
    conn.prepare_cached("DELETE FROM wire_marks WHERE n = ?1")?
        .execute([n])?;
    forget(conn, n, &sketch)
}

fn forget(conn: &Connection, n: i64, sketch: &[u8]) -> Result<()> {
    for sql in [
        "DELETE FROM wire_recent WHERE hash = ?1 AND n = ?2",
        "DELETE FROM wire_bands WHERE hash = ?1 AND n = ?2",
    ] {
        let mut delete = conn.prepare_cached(sql)?;
        for hash in sketch.as_chunks::<4>().0 {
            delete.execute(params![u32::from_le_bytes(*hash), n])?;
        }
    }
    Ok(())
}

/// Texts that share numbers with a sketch: those that share most first; of equals the
/// latest.
pub(crate) fn candidates(conn: &Connection, sketch: &[u32]) -> Result<Vec<Candidate>> {
    let mut shared: HashMap<i64, u32> = HashMap::new();
    // The limit is written out: SQLite plans anew whenever a bound one is another number.
    let of = |table| {
        let sql = format!("SELECT n FROM {table} WHERE hash = ?1 ORDER BY n DESC LIMIT {LATEST}");
        conn.prepare_cached(&sql)
    };
    let mut statements = [of("wire_recent")?, of("wire_bands")?];
    for hash in sketch {
        let mut left = LATEST;
        for statement in &mut statements {
            let mut rows = statement.query([hash])?;
            while left > 0
                && let Some(row) = rows.next()?
            {
                *shared.entry(row.get(0)?).or_default() += 1;
                left -= 1;
            }
        }
    }
    let mut ranked: Vec<Candidate> = shared
        .into_iter()
        .map(|(n, shared)| Candidate { n, shared })
        .collect();
    ranked.sort_unstable_by_key(|candidate| std::cmp::Reverse((candidate.shared, candidate.n)));
    Ok(ranked)
}

/// The article that a text is of, unless it is in the trash. That is asked of the row:
/// as a condition it has SQLite weigh the partial indexes anew each time.
pub(crate) fn kept_article(conn: &Connection, n: i64) -> Result<Option<ArticleId>> {
    let found: Option<(ArticleId, bool)> = conn
        .prepare_cached(
            "SELECT t.article_id, a.deleted_ms IS NULL
             FROM wire_texts t CROSS JOIN articles a ON a.id = t.article_id WHERE t.n = ?1",
        )?
        .query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.filter(|(_, kept)| *kept).map(|(article, _)| article))
}

/// What a text is compared by; `None` for one that was looked at by an earlier version.
pub(crate) fn marks(conn: &Connection, n: i64) -> Result<Option<Vec<u8>>> {
    Ok(conn
        .prepare_cached("SELECT marks FROM wire_marks WHERE n = ?1")?
        .query_row([n], |row| row.get(0))
        .optional()?)
}

/// [`marks`] of an article.
pub(crate) fn marks_of_article(conn: &Connection, article: ArticleId) -> Result<Option<Vec<u8>>> {
    Ok(conn
        .prepare_cached(
            "SELECT m.marks FROM wire_texts t CROSS JOIN wire_marks m ON m.n = t.n
             WHERE t.article_id = ?1",
        )?
        .query_row([article], |row| row.get(0))
        .optional()?)
}

/// The next `limit` articles after `after` that nobody has looked at.
pub(crate) fn unseen(
    conn: &Connection,
    after: Option<ArticleId>,
    limit: u32,
) -> Result<Vec<ArticleId>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement = conn.prepare_cached(
        "SELECT id FROM articles a WHERE id > ?1
           AND NOT EXISTS (SELECT 1 FROM wire_texts WHERE article_id = a.id)
         ORDER BY id LIMIT ?2",
    )?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
