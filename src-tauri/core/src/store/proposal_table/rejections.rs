//! What a person rejected, and names that were rejected too often.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{ProposalRow, rows};
use crate::Result;
use crate::domain::{ArticleId, EntityKind};

/// Rejections in this many articles make a name weak.
pub(crate) const TOO_OFTEN: u32 = 3;

/// A rejection, for the name that it is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Rejection {
    pub folded: String,
    pub kind: EntityKind,
    pub article: ArticleId,
}

/// Remembers a rejection; false when it was remembered already. [`weigh`] comes after.
pub(crate) fn remember_rejection(conn: &Connection, rejection: &Rejection) -> Result<bool> {
    let Rejection {
        folded,
        kind,
        article,
    } = rejection;
    let added = conn
        .prepare_cached(
            "INSERT OR IGNORE INTO rejected_proposals (folded, kind, article_id)
             VALUES (?1, ?2, ?3)",
        )?
        .execute(params![folded, kind.as_str(), article])?;
    Ok(added > 0)
}

pub(crate) fn forget_rejection(conn: &Connection, rejection: &Rejection) -> Result<()> {
    let Rejection {
        folded,
        kind,
        article,
    } = rejection;
    conn.prepare_cached(
        "DELETE FROM rejected_proposals WHERE folded = ?1 AND kind = ?2 AND article_id = ?3",
    )?
    .execute(params![folded, kind.as_str(), article])?;
    Ok(())
}

pub(crate) fn is_rejected(
    conn: &Connection,
    folded: &str,
    kind: EntityKind,
    article: ArticleId,
) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM rejected_proposals
               WHERE folded = ?1 AND kind = ?2 AND article_id = ?3)",
        )?
        .query_row(params![folded, kind.as_str(), article], |row| row.get(0))?)
}

/// Whether a name was rejected in so many articles that it is offered no more.
pub(crate) fn is_weak(conn: &Connection, folded: &str, kind: EntityKind) -> Result<bool> {
    let articles: u32 = conn
        .prepare_cached("SELECT count(*) FROM rejected_proposals WHERE folded = ?1 AND kind = ?2")?
        .query_row(params![folded, kind.as_str()], |row| row.get(0))?;
    Ok(articles >= TOO_OFTEN)
}

/// Brings the proposals of a name in line with how often it was rejected.
pub(crate) fn weigh(conn: &Connection, folded: &str, kind: EntityKind) -> Result<()> {
    let weak = is_weak(conn, folded, kind)?;
    conn.prepare_cached(
        "UPDATE proposals SET weak = ?3 WHERE folded = ?1 AND kind = ?2 AND weak <> ?3",
    )?
    .execute(params![folded, kind.as_str(), weak])?;
    Ok(())
}

/// Undecided proposals that a rejection speaks of.
pub(crate) fn undecided_of(conn: &Connection, rejection: &Rejection) -> Result<Vec<ProposalRow>> {
    meant_by(conn, rejection, "state IN ('open', 'covered')")
}

/// Rejected proposals that a rejection speaks of.
pub(crate) fn rejected_of(conn: &Connection, rejection: &Rejection) -> Result<Vec<ProposalRow>> {
    meant_by(conn, rejection, "state = 'rejected'")
}

fn meant_by(conn: &Connection, rejection: &Rejection, states: &str) -> Result<Vec<ProposalRow>> {
    let Rejection {
        folded,
        kind,
        article,
    } = rejection;
    rows(
        conn,
        &format!("WHERE article_id = ?1 AND folded = ?2 AND kind = ?3 AND {states}"),
        params![article, folded, kind.as_str()],
    )
}
