//! Imports and what became of each thing in them.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Sha256, of_word, tag_table, word_of};
use crate::domain::{
    ArticleId, CopiedArticle, ImportDoor, ImportId, ImportItem, ImportItemId, ImportItemPage,
    ImportProgress, ImportState, OutcomeKind,
};
use crate::{Error, Result};

pub(crate) fn insert(
    conn: &Connection,
    id: ImportId,
    label: Option<&str>,
    door: ImportDoor,
    now_ms: i64,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO imports (id, label, door, started_ms, state) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        id,
        label,
        word_of(door)?,
        now_ms,
        word_of(ImportState::Running)?
    ])?;
    Ok(())
}

pub(crate) fn set_state(
    conn: &Connection,
    id: ImportId,
    total: u32,
    state: ImportState,
) -> Result<()> {
    conn.prepare_cached("UPDATE imports SET total = ?2, state = ?3 WHERE id = ?1")?
        .execute(params![id, total, word_of(state)?])?;
    Ok(())
}

/// A person took the import back (`Some`), or brought it back again.
pub(crate) fn set_undone(conn: &Connection, id: ImportId, undone_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE imports SET undone_ms = ?2 WHERE id = ?1")?
        .execute(params![id, undone_ms])?;
    Ok(())
}

/// What a thing was read from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ItemOrigin {
    pub original: Option<Sha256>,
    /// Which part of the original, where it holds many.
    pub part: Option<u32>,
    /// Of the thing's own bytes.
    pub source: Option<Sha256>,
}

pub(crate) fn insert_item(conn: &Connection, item: &ImportItem, from: &ItemOrigin) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO import_items
           (id, import_id, name, location, outcome, code, detail, article_id, original,
            original_part, source_sha256, copy_of)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        item.id,
        item.import,
        item.name,
        item.location,
        word_of(item.outcome)?,
        word_of(item.code)?,
        item.detail,
        item.article,
        from.original,
        from.part,
        from.source,
        item.copy_of.as_ref().map(|copied| copied.id),
    ])?;
    Ok(())
}

const ITEM: &str = "SELECT i.id, i.import_id, i.name, i.location, i.outcome, i.code, i.detail,
    i.article_id, a.title, i.original IS NOT NULL, i.resolved, c.id, c.title
  FROM import_items i LEFT JOIN articles a ON a.id = i.article_id
    LEFT JOIN articles c ON c.id = i.copy_of";

/// The media type that a thing's original is kept under.
pub(crate) fn media_type(conn: &Connection, id: ImportItemId) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached(
            "SELECT o.media_type FROM import_items i JOIN originals o ON o.sha256 = i.original
             WHERE i.id = ?1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Without saying whether it is `pickable`: that asks what formats hold.
fn read(row: &Row<'_>) -> rusqlite::Result<ImportItem> {
    Ok(ImportItem {
        id: row.get(0)?,
        import: row.get(1)?,
        name: row.get(2)?,
        location: row.get(3)?,
        outcome: of_word(row.get(4)?)?,
        code: of_word(row.get(5)?)?,
        detail: row.get(6)?,
        article: row.get(7)?,
        title: row.get(8)?,
        original: row.get(9)?,
        pickable: false,
        resolved: row.get(10)?,
        copy_of: match row.get(11)? {
            Some(id) => Some(CopiedArticle {
                id,
                title: row.get(12)?,
            }),
            None => None,
        },
    })
}

/// A stretch of what became of the things of an import, of all or of one kind, newest
/// first.
pub(crate) fn items(
    conn: &Connection,
    import: ImportId,
    outcome: Option<OutcomeKind>,
    offset: u32,
    limit: u32,
) -> Result<ImportItemPage> {
    // Each with an index of its own, which a condition that may not be there would not use.
    let (of_import, kind) = match outcome {
        None => ("import_id = ?1 AND ?2 IS NULL", None),
        Some(kind) => ("import_id = ?1 AND outcome = ?2", Some(word_of(kind)?)),
    };
    let total = conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM import_items WHERE {of_import}"
        ))?
        .query_row(params![import, kind], |row| row.get(0))?;
    // What is passed over is not joined.
    let mut statement = conn.prepare_cached(&format!(
        "{ITEM} WHERE i.id IN (SELECT id FROM import_items WHERE {of_import}
           ORDER BY id DESC LIMIT ?3 OFFSET ?4) ORDER BY i.id DESC"
    ))?;
    let rows = statement.query_map(params![import, kind, limit, offset], read)?;
    Ok(ImportItemPage {
        total,
        offset,
        rows: rows.collect::<rusqlite::Result<_>>()?,
    })
}

/// Problems that nobody has dealt with, newest first.
pub(crate) fn problems(conn: &Connection) -> Result<Vec<ImportItem>> {
    let mut statement = conn.prepare_cached(&format!(
        "{ITEM} WHERE i.outcome = 'needsAttention' AND i.resolved = 0 ORDER BY i.id DESC"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// As [`problems`], of one article.
pub(crate) fn problems_of_article(
    conn: &Connection,
    article: ArticleId,
) -> Result<Vec<ImportItem>> {
    let mut statement = conn.prepare_cached(&format!(
        "{ITEM} WHERE i.article_id = ?1 AND i.outcome = 'needsAttention' AND i.resolved = 0"
    ))?;
    let rows = statement.query_map([article], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn item(conn: &Connection, id: ImportItemId) -> Result<(ImportItem, ItemOrigin)> {
    let item = conn
        .prepare_cached(&format!("{ITEM} WHERE i.id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("import item {id}")))?;
    let from = conn
        .prepare_cached(
            "SELECT original, original_part, source_sha256 FROM import_items WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(ItemOrigin {
                original: row.get(0)?,
                part: row.get(1)?,
                source: row.get(2)?,
            })
        })?;
    Ok((item, from))
}

/// A problem that was dealt with, or one that is open again.
pub(crate) fn set_resolved(conn: &Connection, id: ImportItemId, resolved: bool) -> Result<()> {
    conn.prepare_cached("UPDATE import_items SET resolved = ?2 WHERE id = ?1")?
        .execute(params![id, resolved])?;
    Ok(())
}

/// A problem that was tried again in `later` and failed: why, the last time.
pub(crate) fn set_why(conn: &Connection, id: ImportItemId, later: &ImportItem) -> Result<()> {
    conn.prepare_cached("UPDATE import_items SET code = ?2, detail = ?3 WHERE id = ?1")?
        .execute(params![id, word_of(later.code)?, later.detail])?;
    Ok(())
}

/// As [`set_resolved`], for several; the imports that they are of.
pub(crate) fn set_all_resolved(
    conn: &Connection,
    items: &[ImportItemId],
    resolved: bool,
) -> Result<Vec<ImportId>> {
    let mut statement = conn.prepare_cached(
        "UPDATE import_items SET resolved = ?2 WHERE id = ?1 RETURNING import_id",
    )?;
    let mut imports = Vec::new();
    for item in items {
        let import: Option<ImportId> = statement
            .query_row(params![item, resolved], |row| row.get(0))
            .optional()?;
        imports.extend(import);
    }
    imports.sort_unstable();
    imports.dedup();
    Ok(imports)
}

/// The article that a person made of a problem, or none.
pub(crate) fn set_article(
    conn: &Connection,
    id: ImportItemId,
    article: Option<ArticleId>,
) -> Result<()> {
    conn.prepare_cached("UPDATE import_items SET article_id = ?2 WHERE id = ?1")?
        .execute(params![id, article])?;
    Ok(())
}

/// The open problems that one import alone has brought: a link that came again with another
/// one, which stands, waits for that too.
pub(crate) fn open_problems_of(conn: &Connection, import: ImportId) -> Result<Vec<ImportItemId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM import_items i
         WHERE import_id = ?1 AND outcome = 'needsAttention' AND resolved = 0
           AND NOT EXISTS (SELECT 1 FROM import_items o JOIN imports m ON m.id = o.import_id
             WHERE o.source_sha256 = i.source_sha256 AND o.import_id != i.import_id
               AND o.code = 'same_link' AND o.article_id IS NULL AND m.undone_ms IS NULL)",
    )?;
    let rows = statement.query_map([import], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The links of other imports that this one has fetched since, when a person said so: they
/// are dealt with by that.
pub(crate) fn links_fetched_by(conn: &Connection, import: ImportId) -> Result<Vec<ImportItemId>> {
    let mut statement = conn.prepare_cached(
        "SELECT i.name FROM imports m JOIN import_items i ON i.import_id = m.id
         WHERE m.id = ?1 AND m.door = 'chosen' AND i.name LIKE 'http%'
           AND i.code NOT IN ('link_saved', 'offline', 'timed_out', 'http_status', 'page_too_large',
             'cancelled')",
    )?;
    let fetched = statement
        .query_map([import], |row| row.get(0))?
        .collect::<rusqlite::Result<HashSet<String>>>()?;
    if fetched.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = conn.prepare_cached(
        "SELECT id, coalesce(location, name) FROM import_items
         WHERE outcome = 'needsAttention' AND article_id IS NULL AND import_id != ?1
           AND import_id NOT IN (SELECT id FROM imports WHERE undone_ms IS NOT NULL)
           AND code IN ('link_saved', 'offline', 'timed_out', 'http_status', 'page_too_large')",
    )?;
    let mut rows = statement.query([import])?;
    let mut links = Vec::new();
    while let Some(row) = rows.next()? {
        if fetched.contains(&row.get::<_, String>(1)?) {
            links.push(row.get(0)?);
        }
    }
    Ok(links)
}

/// How many things that need attention nobody has dealt with.
pub(crate) fn count_open_problems(conn: &Connection, import: ImportId) -> Result<u32> {
    let problems = open_problems_of(conn, import)?.len();
    Ok(u32::try_from(problems).unwrap_or(u32::MAX))
}

/// The same bytes were kept before as a problem that nobody has dealt with.
pub(crate) fn find_problem(
    conn: &Connection,
    source: Sha256,
) -> Result<Option<(ImportItemId, Option<ArticleId>)>> {
    Ok(conn
        .prepare_cached(
            "SELECT id, article_id FROM import_items WHERE source_sha256 = ?1
               AND outcome = 'needsAttention' AND resolved = 0 LIMIT 1",
        )?
        .query_row([source], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The newest imports with their counts, newest first, without their items.
pub(crate) fn recent(conn: &Connection, limit: u32) -> Result<Vec<ImportProgress>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, label, total, state, door FROM imports ORDER BY started_ms DESC, id DESC LIMIT ?1",
    )?;
    let rows = statement.query_map([limit], import_of)?;
    counted(conn, rows.collect::<rusqlite::Result<_>>()?)
}

fn of_state(conn: &Connection, state: &str) -> Result<Vec<ImportProgress>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, label, total, state, door FROM imports WHERE state = ?1 ORDER BY started_ms, id",
    )?;
    let rows = statement.query_map([state], import_of)?;
    counted(conn, rows.collect::<rusqlite::Result<_>>()?)
}

fn import_of(row: &Row<'_>) -> rusqlite::Result<ImportProgress> {
    Ok(ImportProgress {
        import: row.get(0)?,
        label: row.get(1)?,
        door: of_word(row.get(4)?)?,
        reading: None,
        done: 0,
        total: row.get(2)?,
        imported: 0,
        wire_copies: 0,
        new_versions: 0,
        duplicates: 0,
        needs_attention: 0,
        kept_with_problems: 0,
        open_problems: 0,
        not_imported: 0,
        tagged: 0,
        state: of_word(row.get(3)?)?,
        items: Vec::new(),
    })
}

fn counted(conn: &Connection, mut imports: Vec<ImportProgress>) -> Result<Vec<ImportProgress>> {
    for import in &mut imports {
        count_outcomes(conn, import)?;
        import.open_problems = count_open_problems(conn, import.import)?;
        import.tagged = tag_table::count_import(conn, import.import)?;
    }
    Ok(imports)
}

fn count_outcomes(conn: &Connection, import: &mut ImportProgress) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT outcome, count(*), count(article_id) FROM import_items
         WHERE import_id = ?1 GROUP BY outcome",
    )?;
    let mut rows = statement.query([import.import])?;
    while let Some(row) = rows.next()? {
        let n: u32 = row.get(1)?;
        import.done += n;
        match of_word::<OutcomeKind>(row.get(0)?)? {
            OutcomeKind::Imported => import.imported = n,
            OutcomeKind::WireCopy => import.wire_copies = n,
            OutcomeKind::NewVersion => import.new_versions = n,
            OutcomeKind::Duplicate => import.duplicates = n,
            OutcomeKind::NeedsAttention => {
                import.needs_attention = n;
                import.kept_with_problems = row.get(2)?;
            }
            OutcomeKind::NotImported => import.not_imported = n,
        }
    }
    Ok(())
}

/// Ends the imports that a crash cut off; what they finished stays. Returns them with their
/// counts, oldest first.
pub(crate) fn close_interrupted(conn: &Connection) -> Result<Vec<ImportProgress>> {
    let (cut_off, running) = (
        word_of(ImportState::CutOff)?,
        word_of(ImportState::Running)?,
    );
    let mut ended: Vec<ImportProgress> = of_state(conn, &running)?;
    conn.execute(
        "UPDATE imports SET state = ?1 WHERE state = ?2",
        params![cut_off, running],
    )?;
    for import in &mut ended {
        import.state = ImportState::CutOff;
    }
    Ok(ended)
}
