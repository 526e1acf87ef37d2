//! Acceptances: what they made, so that it can be taken back, and what is left of them.

use rusqlite::{Connection, OptionalExtension, params};

use super::ProposalState;
use crate::Result;
use crate::domain::{ArticleId, EntityId, MentionId, ProposalId};
use crate::store::word_of;

/// Acceptances whose mentions are remembered: as many as there are steps to take back.
const KEPT: i64 = 500;

pub(crate) fn begin_decision(conn: &Connection) -> Result<i64> {
    conn.prepare_cached("INSERT INTO proposal_decisions DEFAULT VALUES")?
        .execute([])?;
    let decision = conn.last_insert_rowid();
    conn.prepare_cached(
        "DELETE FROM proposal_decisions WHERE id <= ?1 - ?2 AND NOT EXISTS
           (SELECT 1 FROM proposal_decision_groups WHERE decision = id AND done = 0)",
    )?
    .execute([decision, KEPT])?;
    Ok(decision)
}

/// The same name elsewhere goes to this entity too.
pub(crate) fn decide_group(
    conn: &Connection,
    decision: i64,
    grouped: &str,
    entity: EntityId,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO proposal_decision_groups (decision, grouped, entity_id)
         VALUES (?1, ?2, ?3)",
    )?
    .execute(params![decision, grouped, entity])?;
    Ok(())
}

/// The oldest decision about a group that is not carried out everywhere.
pub(crate) fn next_decision(conn: &Connection) -> Result<Option<(i64, String, EntityId)>> {
    Ok(conn
        .prepare_cached(
            "SELECT decision, grouped, entity_id FROM proposal_decision_groups
             WHERE done = 0 ORDER BY decision LIMIT 1",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

pub(crate) fn finish_decision(conn: &Connection, decision: i64, grouped: &str) -> Result<()> {
    conn.prepare_cached(
        "UPDATE proposal_decision_groups SET done = 1 WHERE decision = ?1 AND grouped = ?2",
    )?
    .execute(params![decision, grouped])?;
    Ok(())
}

/// Remembers what a decision did to a mention: made it (`None`), or found it as it was.
pub(crate) fn remember_mention(
    conn: &Connection,
    decision: i64,
    mention: MentionId,
    was: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO proposal_decision_mentions (decision, mention_id, was)
         VALUES (?1, ?2, ?3)",
    )?
    .execute(params![decision, mention, was])?;
    Ok(())
}

/// What a decision did to mentions that are still there: their articles and what each was.
pub(crate) fn mentions_of_decision(
    conn: &Connection,
    decision: i64,
) -> Result<Vec<(ArticleId, MentionId, Option<String>)>> {
    let mut statement = conn.prepare_cached(
        "SELECT m.article_id, m.id, d.was
         FROM proposal_decision_mentions d JOIN mentions m ON m.id = d.mention_id
         WHERE d.decision = ?1",
    )?;
    let rows = statement.query_map([decision], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The proposals that a decision accepted, with their articles.
pub(crate) fn proposals_of_decision(
    conn: &Connection,
    decision: i64,
) -> Result<Vec<(ProposalId, ArticleId)>> {
    let mut statement =
        conn.prepare_cached("SELECT id, article_id FROM proposals WHERE decision = ?1")?;
    let rows = statement.query_map([decision], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Takes a decision away; its proposals are open again.
pub(crate) fn withdraw_decision(conn: &Connection, decision: i64) -> Result<()> {
    conn.prepare_cached("UPDATE proposals SET state = ?2, decision = NULL WHERE decision = ?1")?
        .execute(params![decision, word_of(ProposalState::Open)?])?;
    conn.prepare_cached("DELETE FROM proposal_decisions WHERE id = ?1")?
        .execute([decision])?;
    Ok(())
}
