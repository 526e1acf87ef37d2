//! The same name proposed in some articles.

use rusqlite::{Connection, OptionalExtension, params};

use super::{ProposalRow, entity_of_key, group_key, rows};
use crate::Result;
use crate::domain::{ArticleId, ProposalId, ProposalPlace};
use crate::store::merge_table;

/// How often a name is proposed.
pub(crate) struct GroupRow {
    pub grouped: String,
    pub articles: u32,
    pub mentions: u32,
}

/// A stretch of the names to review, those in most articles first.
pub(crate) fn groups(conn: &Connection, offset: u32, limit: u32) -> Result<Vec<GroupRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT grouped, articles, mentions FROM proposal_groups
         ORDER BY articles DESC, mentions DESC, grouped LIMIT ?1 OFFSET ?2",
    )?;
    let rows = statement.query_map([limit, offset], |row| {
        Ok(GroupRow {
            grouped: row.get(0)?,
            articles: row.get(1)?,
            mentions: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where the first of these groups stands in the list of [`groups`]; none where none does.
pub(crate) fn first_place(conn: &Connection, keys: &[String]) -> Result<Option<ProposalPlace>> {
    let mut statement = conn.prepare_cached(
        "SELECT (SELECT count(*) FROM proposal_groups o
                 WHERE o.articles > g.articles OR (o.articles = g.articles
                   AND (o.mentions > g.mentions OR (o.mentions = g.mentions AND o.grouped < g.grouped))))
         FROM proposal_groups g WHERE g.grouped = ?1",
    )?;
    let mut first: Option<ProposalPlace> = None;
    for key in keys {
        let row: Option<u32> = statement.query_row([key], |row| row.get(0)).optional()?;
        let Some(row) = row else { continue };
        if first.as_ref().is_none_or(|known| row < known.row) {
            let key = key.clone();
            first = Some(ProposalPlace { key, row });
        }
    }
    Ok(first)
}

/// Open proposals that a decision about a group is to be carried out for. Those of an entity
/// that was merged since are in the group of the one that holds it.
pub(crate) fn open_of_decision(
    conn: &Connection,
    grouped: &str,
    limit: u32,
) -> Result<Vec<ProposalRow>> {
    let Some(entity) = entity_of_key(grouped) else {
        return open_of_group(conn, grouped, limit);
    };
    let mut found = Vec::new();
    for member in merge_table::tree(conn, entity)? {
        let left = limit.saturating_sub(u32::try_from(found.len()).unwrap_or(limit));
        found.extend(rows(
            conn,
            "WHERE entity_id = ?1 AND state = 'open' LIMIT ?2",
            params![member, left],
        )?);
    }
    Ok(found)
}

/// Puts the undecided proposals of an article into the groups of the entities that are shown for
/// theirs now.
pub(crate) fn regroup(conn: &Connection, article: ArticleId) -> Result<()> {
    let undecided = rows(
        conn,
        "WHERE article_id = ?1 AND state IN ('open', 'covered') AND entity_id IS NOT NULL",
        [article],
    )?;
    for row in undecided {
        let Some(entity) = row.entity else { continue };
        let shown = merge_table::root(conn, entity)?;
        let grouped = group_key(Some(shown), None, row.kind, &row.folded);
        if grouped != row.grouped {
            conn.prepare_cached("UPDATE proposals SET grouped = ?2 WHERE id = ?1")?
                .execute(params![row.id, grouped])?;
        }
    }
    Ok(())
}

/// Whether an article has an undecided proposal of a group besides this one.
pub(crate) fn has_undecided(
    conn: &Connection,
    article: ArticleId,
    grouped: &str,
    besides: ProposalId,
) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM proposals WHERE article_id = ?1 AND grouped = ?2 AND id <> ?3
               AND state IN ('open', 'covered')",
        )?
        .exists(params![article, grouped, besides])?)
}

/// Open proposals of a group, in the newest articles first.
pub(crate) fn open_of_group(
    conn: &Connection,
    grouped: &str,
    limit: u32,
) -> Result<Vec<ProposalRow>> {
    rows(
        conn,
        "WHERE grouped = ?1 AND state = 'open' ORDER BY article_id DESC LIMIT ?2",
        params![grouped, limit],
    )
}
