//! Lists of clippings: by speaker, day, outlet, article.

use rusqlite::{Connection, ToSql};

use super::{CLIPPING, ClippingRow, read};
use crate::domain::{
    ArticleId, ClippingId, ClippingQuery, ClippingScope, ClippingSort, EntityId, period,
};
use crate::store::merge_table;
use crate::text::fold;
use crate::{Error, Result};

/// What a party is called now: since it was merged, by who holds it.
fn name_of(party: &str) -> String {
    format!(
        "coalesce((WITH RECURSIVE up (id) AS (
             SELECT c.{party}_id UNION
             SELECT e.merged_into FROM up JOIN entities e ON e.id = up.id
             WHERE e.merged_into IS NOT NULL)
           SELECT e.name FROM up JOIN entities e ON e.id = up.id WHERE e.merged_into IS NULL),
         c.{party})"
    )
}

/// The outlet of a clipping's article, also of one that is gone.
const OUTLET: &str = "coalesce(a.outlet, c.source ->> 'outlet')";

/// When it was said, as far as is known.
const SAID: &str = "coalesce(c.said_ms, a.listed_ms, c.made_ms)";

/// Those that are asked for, in order: how many there are, and a stretch of them.
pub(crate) fn list(
    conn: &Connection,
    query: &ClippingQuery,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<ClippingRow>)> {
    let (conditions, values) = conditions(conn, query)?;
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let order = order(query.sort);
    let text = fold(query.text.trim());
    if text.is_empty() {
        let count = format!("SELECT count(*) FROM clippings c {JOINED} WHERE {conditions}");
        let total = conn
            .prepare_cached(&count)?
            .query_row(values.as_slice(), |row| row.get(0))?;
        let sql = format!(
            "{CLIPPING} {JOINED} WHERE {conditions} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        );
        return Ok((total, rows(conn, &sql, &values)?));
    }
    // Folding is not SQLite's: each is looked at, in order.
    let (speaker, via) = (name_of("speaker"), name_of("via"));
    let sql = format!(
        "SELECT c.id, c.exact, c.comment, c.original, {speaker}, {via}
         FROM clippings c {JOINED} WHERE {conditions} ORDER BY {order}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut asked = statement.query(values.as_slice())?;
    let mut ids: Vec<ClippingId> = Vec::new();
    while let Some(row) = asked.next()? {
        let mut has = false;
        for column in 1..=5 {
            let words: Option<String> = row.get(column)?;
            has = has || words.is_some_and(|words| fold(&words).contains(&text));
        }
        if has {
            ids.push(row.get(0)?);
        }
    }
    let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let shown = ids.into_iter().skip(offset as usize).take(limit as usize);
    let rows = shown.filter_map(|id| super::find(conn, id).transpose());
    Ok((total, rows.collect::<Result<_>>()?))
}

const JOINED: &str = "LEFT JOIN articles a ON a.id = c.article_id";

/// What is asked for, with its values.
fn conditions(conn: &Connection, query: &ClippingQuery) -> Result<(String, Vec<Box<dyn ToSql>>)> {
    // Quotes and highlights are told apart as the index on them does.
    let mut conditions = vec![match query.scope {
        ClippingScope::Quotes => "c.deleted_ms IS NULL AND (c.quote IS NULL) = 0".to_owned(),
        // Those of an article that is in the trash are in it with their article.
        ClippingScope::Highlights => {
            "c.deleted_ms IS NULL AND (c.quote IS NULL) = 1 AND a.deleted_ms IS NULL".to_owned()
        }
        ClippingScope::Trash => "c.deleted_ms IS NOT NULL".to_owned(),
    }];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    for (party, entity) in [("speaker", query.speaker), ("via", query.via)] {
        if let Some(entity) = entity {
            let places = tree_of(conn, entity, &mut values)?;
            conditions.push(format!("c.{party}_id IN ({places})"));
        }
    }
    if let Some(entity) = query.about {
        values.push(Box::new(merge_table::root(conn, entity)?));
        let n = values.len();
        let places = tree_of(conn, entity, &mut values)?;
        // The place of a quote whose words are gone is one in another text than the mentions'.
        conditions.push(format!(
            "EXISTS (SELECT 1 FROM mentions m WHERE m.entity_id = ?{n}
               AND m.article_id = c.article_id AND m.block = c.block
               AND m.start >= c.start AND m.\"end\" <= c.\"end\"
               AND m.status = 'confirmed' AND m.orphaned = 0)
             AND c.orphaned = 0
             AND coalesce(c.speaker_id NOT IN ({places}), 1)"
        ));
    }
    if let Some(outlet) = &query.outlet {
        values.push(Box::new(outlet.clone()));
        conditions.push(format!("{OUTLET} = ?{}", values.len()));
    }
    for (iso, of_end) in [(&query.from, false), (&query.until, true)] {
        let Some(iso) = iso else { continue };
        let (start, end) = period(iso).ok_or_else(|| Error::InvalidInput {
            what: "the date".into(),
            why: "it is no year, month or day".into(),
        })?;
        values.push(Box::new(if of_end { end } else { start }));
        let compared = if of_end { "<" } else { ">=" };
        conditions.push(format!("{SAID} {compared} ?{}", values.len()));
    }
    if query.lost {
        conditions.push(
            "(c.orphaned = 1 OR c.article_id IS NULL OR a.deleted_ms IS NOT NULL)".to_owned(),
        );
    }
    Ok((conditions.join(" AND "), values))
}

/// Places for an entity and all that it holds.
fn tree_of(
    conn: &Connection,
    entity: EntityId,
    values: &mut Vec<Box<dyn ToSql>>,
) -> Result<String> {
    let mut places = Vec::new();
    for member in merge_table::tree(conn, merge_table::root(conn, entity)?)? {
        values.push(Box::new(member));
        places.push(format!("?{}", values.len()));
    }
    Ok(places.join(", "))
}

fn order(sort: ClippingSort) -> String {
    let said = format!("{SAID} DESC");
    match sort {
        ClippingSort::Made => "c.made_ms DESC, c.id DESC".to_owned(),
        ClippingSort::Said => format!("{said}, c.id DESC"),
        ClippingSort::Speaker => {
            let name = name_of("speaker");
            format!("{name} IS NULL, {name} COLLATE NOCASE, {said}, c.id DESC")
        }
        ClippingSort::Outlet => {
            format!("{OUTLET} IS NULL, {OUTLET} COLLATE NOCASE, {said}, c.id DESC")
        }
    }
}

fn rows(conn: &Connection, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<ClippingRow>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The outlets that quotes are of, by name.
pub(crate) fn outlets(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT DISTINCT {OUTLET} AS outlet FROM clippings c {JOINED}
         WHERE c.quote IS NOT NULL AND c.deleted_ms IS NULL AND outlet IS NOT NULL
         ORDER BY outlet COLLATE NOCASE"
    ))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Kept clippings of an article that are searched: quotes and commented highlights.
pub(crate) fn searched_of_article(
    conn: &Connection,
    article: ArticleId,
) -> Result<Vec<ClippingId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM clippings WHERE article_id = ?1 AND deleted_ms IS NULL
           AND (quote IS NOT NULL OR comment <> '')",
    )?;
    let rows = statement.query_map([article], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many clippings search knows: highlights with a comment are seen with their article.
pub(crate) fn count_searched(conn: &Connection) -> Result<u32> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM clippings c {JOINED} WHERE c.deleted_ms IS NULL
               AND (c.quote IS NOT NULL OR (c.comment <> '' AND a.deleted_ms IS NULL))"
        ))?
        .query_row([], |row| row.get(0))?)
}

/// Kept quotes that this entity, or one that it holds, has said or passed on.
pub(crate) fn quotes_of_entity(conn: &Connection, entity: EntityId) -> Result<Vec<ClippingId>> {
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE down (id) AS (
           SELECT ?1 UNION
           SELECT e.id FROM down JOIN entities e ON e.merged_into = down.id)
         SELECT c.id FROM down JOIN clippings c ON c.speaker_id = down.id
           WHERE c.deleted_ms IS NULL
         UNION SELECT c.id FROM down JOIN clippings c ON c.via_id = down.id
           WHERE c.deleted_ms IS NULL",
    )?;
    let rows = statement.query_map([entity], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The next `limit` kept clippings after `after` in the order of ids.
pub(crate) fn after(
    conn: &Connection,
    after: Option<ClippingId>,
    limit: u32,
) -> Result<Vec<ClippingRow>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let sql =
        format!("{CLIPPING} WHERE c.id > ?1 AND c.deleted_ms IS NULL ORDER BY c.id LIMIT {limit}");
    rows(conn, &sql, &[&floor])
}

/// Who has said quotes, as entity or as words: those of the most first.
pub(crate) fn speakers(conn: &Connection) -> Result<Vec<(Option<EntityId>, String, u32)>> {
    let name = name_of("speaker");
    let mut statement = conn.prepare_cached(&format!(
        "SELECT c.speaker_id, {name} AS called, count(*) AS quotes FROM clippings c
         WHERE c.speaker IS NOT NULL AND c.deleted_ms IS NULL
         GROUP BY called, c.speaker_id ORDER BY quotes DESC, called LIMIT 2000"
    ))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut found: Vec<(Option<EntityId>, String, u32)> = Vec::new();
    for row in rows {
        let (entity, name, quotes): (Option<EntityId>, String, u32) = row?;
        let entity = match entity {
            Some(id) => Some(merge_table::root(conn, id)?),
            None => None,
        };
        let same = |(other, called, _): &&mut (Option<EntityId>, String, u32)| {
            *other == entity && (entity.is_some() || *called == name)
        };
        match found.iter_mut().find(same) {
            Some(known) => known.2 += quotes,
            None => found.push((entity, name, quotes)),
        }
    }
    Ok(found)
}

/// A kept quote whose speaker or source is only words.
pub(crate) struct Unnamed {
    pub id: ClippingId,
    pub article: ArticleId,
    pub speaker: Option<String>,
    pub via: Option<String>,
}

/// Quotes of articles that are kept whose speaker or source is no entity.
pub(crate) fn unnamed_parties(conn: &Connection) -> Result<Vec<Unnamed>> {
    let mut statement = conn.prepare_cached(
        "SELECT c.id, c.article_id,
           CASE WHEN c.speaker_id IS NULL THEN c.speaker END,
           CASE WHEN c.via_id IS NULL THEN c.via END
         FROM clippings c
         WHERE c.quote IS NOT NULL AND c.deleted_ms IS NULL AND c.article_id IS NOT NULL
           AND ((c.speaker IS NOT NULL AND c.speaker_id IS NULL)
             OR (c.via IS NOT NULL AND c.via_id IS NULL))
         ORDER BY c.made_ms DESC, c.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Unnamed {
            id: row.get(0)?,
            article: row.get(1)?,
            speaker: row.get(2)?,
            via: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
