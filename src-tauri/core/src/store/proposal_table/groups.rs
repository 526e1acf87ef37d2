//! The same name proposed in some articles.

use rusqlite::{Connection, params};

use super::{ProposalRow, rows};
use crate::Result;

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
