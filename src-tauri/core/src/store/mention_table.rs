//! Mentions, and which entities an article shows (derived from them).

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::change_table::{self, Changed};
use super::{anchored, merged_mentions, of_word, proposal_table, word_of};
use crate::domain::{
    Anchor, ArticleId, EntityChip, EntityId, Mention, MentionBy, MentionId, MentionStatus, NameId,
    NameStrength, SearchedName,
};
use crate::{Error, Result};

mod again;
mod shown;

pub(crate) use again::{find_status, put_back, row};

/// A mention as it is stored, without what its entity and name add.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MentionRow {
    pub id: MentionId,
    pub entity: EntityId,
    pub name: Option<NameId>,
    pub anchor: Anchor,
    pub status: MentionStatus,
    pub by: MentionBy,
    pub orphaned: bool,
    pub text_version: u32,
}

/// A mention about to be kept.
#[derive(Debug, Clone)]
pub(crate) struct NewMention {
    pub id: MentionId,
    pub article: ArticleId,
    pub entity: EntityId,
    pub name: Option<NameId>,
    pub anchor: Anchor,
    pub status: MentionStatus,
    pub by: MentionBy,
    pub text_version: u32,
}

/// Keeps a mention, and says whether it did: one by a name that is gone by now is left out,
/// as whoever looked for names may have begun before it went. One by a name that another
/// entity's merging brought belongs to that entity, and so does one of an entity that is
/// held by another.
pub(crate) fn insert(conn: &Connection, new: &NewMention) -> Result<bool> {
    let Anchor {
        span,
        exact,
        prefix,
        suffix,
    } = &new.anchor;
    let kept = conn
        .prepare_cached(
            "INSERT INTO mentions (id, article_id, entity_id, name_id, block, start, \"end\",
           exact, prefix, suffix, status, by, text_version, home)
         SELECT ?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,
           coalesce((SELECT home FROM names WHERE id = ?4),
             (SELECT id FROM entities WHERE id = ?3 AND merged_into IS NOT NULL))
         WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM names WHERE id = ?4)",
        )?
        .execute(params![
            new.id,
            new.article,
            new.entity,
            new.name,
            span.block,
            span.start,
            span.end,
            exact,
            prefix,
            suffix,
            word_of(new.status)?,
            word_of(new.by)?,
            new.text_version,
        ])?;
    Ok(kept > 0)
}

const MENTION: &str = "SELECT m.id, m.entity_id, e.kind, e.name, m.block, m.start, m.\"end\",
    m.exact, m.prefix, m.suffix, m.status, m.by, n.text, m.orphaned
  FROM mentions m JOIN entities e ON e.id = m.entity_id LEFT JOIN names n ON n.id = m.name_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Mention> {
    Ok(Mention {
        id: row.get(0)?,
        entity: row.get(1)?,
        kind: of_word(row.get(2)?)?,
        name: row.get(3)?,
        anchor: anchored::anchor(row, 4)?,
        status: of_word(row.get(10)?)?,
        by: of_word(row.get(11)?)?,
        matched: row.get(12)?,
        orphaned: row.get(13)?,
    })
}

/// Mentions of kept entities in an article, in reading order, rejected ones included.
pub(crate) fn of_article(conn: &Connection, article: ArticleId) -> Result<Vec<Mention>> {
    let mut statement = conn.prepare_cached(&format!(
        "{MENTION} WHERE m.article_id = ?1 AND e.deleted_ms IS NULL
         ORDER BY m.block, m.start, m.\"end\" DESC, m.id"
    ))?;
    let rows = statement.query_map([article], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Mentions in an article, those of deleted entities included: they move with the
/// text, so that they are right when their entity comes back.
pub(crate) fn all_of_article(conn: &Connection, article: ArticleId) -> Result<Vec<Mention>> {
    let mut statement = conn.prepare_cached(&format!("{MENTION} WHERE m.article_id = ?1"))?;
    let rows = statement.query_map([article], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The stored rows of an article, those of deleted entities included.
pub(crate) fn rows_of_article(conn: &Connection, article: ArticleId) -> Result<Vec<MentionRow>> {
    stored(conn, "article_id = ?1 ORDER BY block, start, id", [article])
}

/// Rows as they are stored.
fn stored(
    conn: &Connection,
    which: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<MentionRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, entity_id, name_id, block, start, \"end\", exact, prefix, suffix, status, by,
           orphaned, text_version
         FROM mentions WHERE {which}"
    ))?;
    let rows = statement.query_map(params, |row| {
        Ok(MentionRow {
            id: row.get(0)?,
            entity: row.get(1)?,
            name: row.get(2)?,
            anchor: anchored::anchor(row, 3)?,
            status: of_word(row.get(9)?)?,
            by: of_word(row.get(10)?)?,
            orphaned: row.get(11)?,
            text_version: row.get(12)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One mention and the article that it is in.
pub(crate) fn get(conn: &Connection, id: MentionId) -> Result<(ArticleId, Mention)> {
    let mention = conn
        .prepare_cached(&format!("{MENTION} WHERE m.id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("mention {id}")))?;
    let article = conn
        .prepare_cached("SELECT article_id FROM mentions WHERE id = ?1")?
        .query_row([id], |row| row.get(0))?;
    Ok((article, mention))
}

pub(crate) fn delete(conn: &Connection, id: MentionId) -> Result<()> {
    conn.prepare_cached("DELETE FROM mentions WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// Deletes what was found by a name and no person spoke of, in at most so many articles.
/// Returns the articles.
pub(crate) fn delete_found_by(
    conn: &Connection,
    name: NameId,
    most: usize,
) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "DELETE FROM mentions
         WHERE (name_id = ?1 AND home_name IS NULL OR home_name = ?1) AND by = ?2
           AND article_id IN (
             SELECT article_id FROM mentions WHERE name_id = ?1 AND home_name IS NULL AND by = ?2
             UNION SELECT article_id FROM mentions WHERE home_name = ?1 AND by = ?2 LIMIT ?3)
         RETURNING article_id",
    )?;
    let rows = statement.query_map(
        params![name, word_of(MentionBy::Name)?, most as i64],
        |row| row.get(0),
    )?;
    let mut articles = rows.collect::<rusqlite::Result<Vec<ArticleId>>>()?;
    articles.sort_unstable();
    articles.dedup();
    Ok(articles)
}

pub(crate) fn set_status(
    conn: &Connection,
    id: MentionId,
    status: MentionStatus,
    by: MentionBy,
) -> Result<()> {
    conn.prepare_cached("UPDATE mentions SET status = ?2, by = ?3 WHERE id = ?1")?
        .execute(params![id, word_of(status)?, word_of(by)?])?;
    Ok(())
}

/// The name that a mention was found by, when it tags on sight and was rejected in so many
/// articles that it should not.
pub(crate) fn name_rejected_often(
    conn: &Connection,
    mention: MentionId,
    too_often: u32,
) -> Result<Option<NameId>> {
    Ok(conn
        .prepare_cached(
            "SELECT n.id FROM mentions m JOIN names n ON n.id = m.name_id
             WHERE m.id = ?1 AND n.strength = ?2 AND ?3 <=
               (SELECT count(DISTINCT other.article_id) FROM mentions other
                WHERE other.name_id = n.id AND other.status = ?4 AND other.by = ?5)",
        )?
        .query_row(
            params![
                mention,
                word_of(NameStrength::Strong)?,
                too_often,
                word_of(MentionStatus::Rejected)?,
                word_of(MentionBy::Person)?
            ],
            |row| row.get(0),
        )
        .optional()?)
}

/// Moves a mention to where its words are now, or orphans it (`None`).
pub(crate) fn set_place(
    conn: &Connection,
    id: MentionId,
    place: Option<&Anchor>,
    text_version: u32,
) -> Result<()> {
    anchored::set_place(conn, "mentions", &id, place, text_version)
}

/// Derives which entities an article shows, and how many articles each entity has.
/// Called in every transaction that touches mentions, entities or the trash.
pub(crate) fn refresh_article(conn: &Connection, article: ArticleId) -> Result<()> {
    if merged_mentions::has_merged(conn, article)? {
        merged_mentions::settle_article(conn, article)?;
    }
    shown::refresh(conn, article)?;
    proposal_table::refresh_covered(conn, article)?;
    change_table::record(conn, Changed::Article(article))
}

/// Entities that an article shows.
pub(crate) fn entities(conn: &Connection, article: ArticleId) -> Result<Vec<EntityId>> {
    let mut statement =
        conn.prepare_cached("SELECT entity_id FROM article_entities WHERE article_id = ?1")?;
    let rows = statement.query_map([article], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The names by which an article mentions entities, and the entities that are tagged
/// there by other words.
pub(crate) fn names(conn: &Connection, article: ArticleId) -> Result<(Vec<NameId>, Vec<EntityId>)> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT m.name_id, m.entity_id
         FROM mentions m JOIN entities e ON e.id = m.entity_id
         WHERE m.article_id = ?1 AND e.deleted_ms IS NULL
           AND m.status <> 'rejected' AND m.orphaned = 0",
    )?;
    let mut rows = statement.query([article])?;
    let (mut names, mut tagged) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        match row.get::<_, Option<NameId>>(0)? {
            Some(name) => names.push(name),
            None => tagged.push(row.get(1)?),
        }
    }
    Ok((names, tagged))
}

/// The words that stand for an entity in an article, each once, with the name that they
/// are a form of: its id and its text.
pub(crate) fn words_for(
    conn: &Connection,
    article: ArticleId,
    entity: EntityId,
) -> Result<Vec<(Option<SearchedName>, String)>> {
    const MOST: u32 = 64;
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT n.id, n.text, m.exact
         FROM mentions m LEFT JOIN names n ON n.id = m.name_id
         WHERE m.entity_id = ?1 AND m.article_id = ?2
           AND m.status <> 'rejected' AND m.orphaned = 0
         LIMIT ?3",
    )?;
    let rows = statement.query_map(params![entity, article, MOST], |row| {
        let id: Option<NameId> = row.get(0)?;
        let text: Option<String> = row.get(1)?;
        let name = id.zip(text).map(|(id, text)| SearchedName { id, text });
        Ok((name, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Entities of an article, those most often tagged first; what is suggested beside a tag is
/// not counted.
pub(crate) fn chips(conn: &Connection, article: ArticleId) -> Result<Vec<EntityChip>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.id, e.kind, e.name, counted.mentions, ae.suggested
         FROM article_entities ae JOIN entities e ON e.id = ae.entity_id
           JOIN (SELECT entity_id, status = 'suggested' AS suggested, count(*) AS mentions
                 FROM mentions
                 WHERE article_id = ?1 AND status <> 'rejected' AND orphaned = 0
                 GROUP BY entity_id, status) counted
             ON counted.entity_id = ae.entity_id AND counted.suggested = ae.suggested
         WHERE ae.article_id = ?1
         ORDER BY ae.suggested, counted.mentions DESC, e.name COLLATE NOCASE",
    )?;
    let rows = statement.query_map([article], |row| {
        Ok(EntityChip {
            id: row.get(0)?,
            kind: of_word(row.get(1)?)?,
            name: row.get(2)?,
            count: row.get(3)?,
            suggested: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
