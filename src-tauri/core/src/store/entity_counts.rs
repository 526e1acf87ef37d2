//! What an entity's page counts, kept ready by triggers where it may be much.

use rusqlite::{Connection, params};

use super::entity_table::read_row;
use crate::Result;
use crate::clock::month;
use crate::domain::{EntityId, MonthCount, NamedTogether};

const DAY_MS: i64 = 86_400_000;

/// Months in which dated articles mention it, in order.
pub(crate) fn months(conn: &Connection, entity: EntityId) -> Result<Vec<MonthCount>> {
    let mut statement = conn.prepare_cached(
        "SELECT day, articles FROM entity_days WHERE entity_id = ?1 ORDER BY day",
    )?;
    let mut rows = statement.query([entity])?;
    let mut months: Vec<MonthCount> = Vec::new();
    while let Some(row) = rows.next()? {
        let (day, articles): (i64, u32) = (row.get(0)?, row.get(1)?);
        let of = month(day.saturating_mul(DAY_MS));
        match months.last_mut() {
            Some(last) if last.month == of => last.articles += articles,
            _ => months.push(MonthCount {
                month: of,
                articles,
            }),
        }
    }
    Ok(months)
}

/// The entities most often named in the same articles, looked up in the newest
/// `sample` articles of this one.
pub(crate) fn together(
    conn: &Connection,
    entity: EntityId,
    sample: u32,
    limit: u32,
) -> Result<Vec<NamedTogether>> {
    // Counted by id before a row of `entities` is read: some thousand may be named beside it.
    let mut statement = conn.prepare_cached(
        "SELECT e.id, e.kind, e.name, e.articles, best.shared
         FROM (SELECT other.entity_id AS id, count(*) AS shared
               FROM (SELECT article_id FROM article_entities WHERE entity_id = ?1
                     ORDER BY dated DESC, listed_ms DESC, article_id DESC LIMIT ?2) mine
                 JOIN article_entities other ON other.article_id = mine.article_id
               WHERE other.entity_id <> ?1 GROUP BY other.entity_id) best
           JOIN entities e ON e.id = best.id
         ORDER BY best.shared DESC, e.articles, e.name LIMIT ?3",
    )?;
    let rows = statement.query_map(params![entity, sample, limit], |row| {
        Ok(NamedTogether {
            entity: read_row(row)?,
            shared: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
