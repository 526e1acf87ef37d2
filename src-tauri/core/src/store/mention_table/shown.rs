//! Which entities an article shows, derived from its mentions: only what differs is written,
//! since counts and days of the entity follow each row.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::domain::{ArticleId, EntityId};

#[derive(PartialEq)]
struct Shown {
    entity: EntityId,
    listed_ms: i64,
    mentions: u32,
    suggested: bool,
    dated: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Shown> {
    Ok(Shown {
        entity: row.get(0)?,
        listed_ms: row.get(1)?,
        mentions: row.get(2)?,
        suggested: row.get(3)?,
        dated: row.get(4)?,
    })
}

fn rows(conn: &Connection, select: &str, article: ArticleId) -> Result<Vec<Shown>> {
    let mut statement = conn.prepare_cached(select)?;
    let rows = statement.query_map([article], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn refresh(conn: &Connection, article: ArticleId) -> Result<()> {
    let before = rows(
        conn,
        "SELECT entity_id, listed_ms, mentions, suggested, dated
         FROM article_entities WHERE article_id = ?1",
        article,
    )?;
    let now = rows(
        conn,
        "SELECT m.entity_id, a.listed_ms, count(*), min(m.status = 'suggested'),
           a.published_iso IS NOT NULL
         FROM articles a JOIN mentions m ON m.article_id = a.id
           JOIN entities e ON e.id = m.entity_id
         WHERE a.id = ?1 AND a.deleted_ms IS NULL AND e.deleted_ms IS NULL
           AND m.status <> 'rejected' AND m.orphaned = 0
         GROUP BY m.entity_id",
        article,
    )?;
    let of = |rows: &[Shown], entity| rows.iter().any(|row| row.entity == entity);
    for row in before.iter().filter(|row| !now.contains(row)) {
        conn.prepare_cached(
            "DELETE FROM article_entities WHERE entity_id = ?1 AND article_id = ?2",
        )?
        .execute(params![row.entity, article])?;
        if !of(&now, row.entity) {
            count(conn, row.entity, -1)?;
        }
    }
    for row in now.iter().filter(|row| !before.contains(row)) {
        conn.prepare_cached(
            "INSERT INTO article_entities
               (entity_id, article_id, listed_ms, mentions, suggested, dated)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            row.entity,
            article,
            row.listed_ms,
            row.mentions,
            row.suggested,
            row.dated
        ])?;
        if !of(&before, row.entity) {
            count(conn, row.entity, 1)?;
        }
    }
    Ok(())
}

/// In how many articles the entity is.
fn count(conn: &Connection, entity: EntityId, more: i32) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET articles = articles + ?2 WHERE id = ?1")?
        .execute(params![entity, more])?;
    Ok(())
}
