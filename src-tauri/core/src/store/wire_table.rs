//! Groups of copies of agency texts, and what a person said of them.
//!
//! A member stays in its group while it is in the trash, so that it comes back where
//! it was; only members that are kept count, and a group of one is none.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::change_table::{self, Changed};
use crate::Result;
use crate::domain::{ArticleId, WireGroupId, WireSummary};

/// A member of a group, whether kept or in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemberRow {
    pub article: ArticleId,
    pub group: WireGroupId,
    pub depth: u32,
    pub bridge: bool,
    pub by_hand: bool,
}

pub(crate) fn member(conn: &Connection, article: ArticleId) -> Result<Option<MemberRow>> {
    Ok(conn
        .prepare_cached(
            "SELECT group_id, depth, bridge, by_hand FROM wire_members WHERE article_id = ?1",
        )?
        .query_row([article], |row| {
            Ok(MemberRow {
                article,
                group: row.get(0)?,
                depth: row.get(1)?,
                bridge: row.get(2)?,
                by_hand: row.get(3)?,
            })
        })
        .optional()?)
}

/// Everything in a group, the trash included, in the order of ids.
pub(crate) fn members(conn: &Connection, group: WireGroupId) -> Result<Vec<MemberRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT article_id, depth, bridge, by_hand FROM wire_members
         WHERE group_id = ?1 ORDER BY article_id",
    )?;
    let rows = statement.query_map([group], |row| {
        Ok(MemberRow {
            article: row.get(0)?,
            group,
            depth: row.get(1)?,
            bridge: row.get(2)?,
            by_hand: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The members that are kept: the earliest first.
pub(crate) fn kept_members(conn: &Connection, group: WireGroupId) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "SELECT m.article_id FROM wire_members m JOIN articles a ON a.id = m.article_id
         WHERE m.group_id = ?1 AND a.deleted_ms IS NULL ORDER BY a.listed_ms, a.id",
    )?;
    let rows = statement.query_map([group], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts an article in a group, out of the one that it was in.
pub(crate) fn put_member(conn: &Connection, row: &MemberRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO wire_members (article_id, group_id, depth, bridge, by_hand)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        row.article,
        row.group,
        row.depth,
        row.bridge,
        row.by_hand
    ])?;
    change_table::record(conn, Changed::Article(row.article))
}

pub(crate) fn remove_member(conn: &Connection, article: ArticleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM wire_members WHERE article_id = ?1")?
        .execute([article])?;
    conn.prepare_cached(
        "UPDATE articles SET folded = 0, inbox_folded = 0
         WHERE id = ?1 AND (folded <> 0 OR inbox_folded <> 0)",
    )?
    .execute([article])?;
    change_table::record(conn, Changed::Article(article))
}

/// Remembers that two articles are not copies of each other, or forgets it.
pub(crate) fn set_split(
    conn: &Connection,
    one: ArticleId,
    other: ArticleId,
    split: bool,
) -> Result<()> {
    let sql = if split {
        "INSERT OR IGNORE INTO wire_splits (article_id, other_id) VALUES (?1, ?2)"
    } else {
        "DELETE FROM wire_splits WHERE article_id = ?1 AND other_id = ?2"
    };
    let mut statement = conn.prepare_cached(sql)?;
    statement.execute([one, other])?;
    statement.execute([other, one])?;
    Ok(())
}

/// The articles that a person said this one is no copy of.
pub(crate) fn splits(conn: &Connection, article: ArticleId) -> Result<Vec<ArticleId>> {
    let mut statement =
        conn.prepare_cached("SELECT other_id FROM wire_splits WHERE article_id = ?1")?;
    let rows = statement.query_map([article], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Derives which rows stand for a group in the lists: the earliest copy that is not put
/// away, and in the inbox the earliest of these that is not read. Called in every
/// transaction that touches a member's place, date, marks or the trash.
pub(crate) fn refresh(conn: &Connection, group: WireGroupId) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT a.id, a.read, a.deleted_ms IS NOT NULL OR a.archived FROM wire_members m
           JOIN articles a ON a.id = m.article_id
         WHERE m.group_id = ?1 ORDER BY a.listed_ms, a.id",
    )?;
    let rows = statement.query_map([group], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<(ArticleId, bool, bool)>>>()?;
    let mut set = conn.prepare_cached(
        "UPDATE articles SET folded = ?2, inbox_folded = ?3
         WHERE id = ?1 AND (folded <> ?2 OR inbox_folded <> ?3)",
    )?;
    let (mut first, mut first_unread) = (true, true);
    for (id, read, away) in rows {
        let unread = !away && !read;
        set.execute(params![id, !away && !first, unread && !first_unread])?;
        first &= away;
        first_unread &= !unread;
    }
    Ok(())
}

/// [`refresh`] for the group that an article is in, if it is in one.
pub(crate) fn refresh_of(conn: &Connection, article: ArticleId) -> Result<()> {
    match member(conn, article)? {
        Some(row) => refresh(conn, row.group),
        None => Ok(()),
    }
}

/// What a row says of the group that the article is in; nothing when it is alone.
pub(crate) fn summary(conn: &Connection, article: ArticleId) -> Result<Option<WireSummary>> {
    let Some(MemberRow { group, .. }) = member(conn, article)? else {
        return Ok(None);
    };
    let mut statement = conn.prepare_cached(
        "SELECT a.outlet FROM wire_members m JOIN articles a ON a.id = m.article_id
         WHERE m.group_id = ?1 AND a.deleted_ms IS NULL ORDER BY a.listed_ms, a.id",
    )?;
    let rows = statement.query_map([group], |row| row.get(0))?;
    let all = rows.collect::<rusqlite::Result<Vec<Option<String>>>>()?;
    if all.len() < 2 {
        return Ok(None);
    }
    let copies = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let mut outlets: Vec<String> = Vec::new();
    for outlet in all.into_iter().flatten() {
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    Ok(Some(WireSummary {
        group,
        copies,
        outlets,
    }))
}
