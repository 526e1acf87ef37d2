//! Names to review that go on from what was typed, in bounded time however many there are.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::group_key;
use crate::Result;
use crate::domain::{EntityKind, ProposedCandidate};
use crate::store::{of_word, words};
use crate::text;

/// Groups that are walked through, those of most articles first.
const WALKED: u32 = 2000;
/// Names looked at that start with what was typed, each of them once: some tens of
/// milliseconds.
const STARTING: usize = 4000;

/// Names that no kept entity is known to have, of which some word starts with what was typed:
/// exact ones first, then those that start with it, then by articles. Each has its name folded.
pub(crate) fn named(conn: &Connection, typed: &str) -> Result<Vec<(ProposedCandidate, String)>> {
    let folded = text::fold(typed.trim());
    if folded.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut found = walked(conn, &folded)?;
    for (name, kind) in starting(conn, &folded)? {
        for key in keys(conn, &name, kind)? {
            if !found.iter().any(|(known, _)| known.key == key) {
                found.extend(open(conn, &key)?);
            }
        }
    }
    found.sort_by_cached_key(|(candidate, name)| {
        let articles = std::cmp::Reverse(candidate.articles);
        let starts = name.starts_with(&folded);
        (*name != folded, !starts, articles, name.clone())
    });
    Ok(found)
}

/// Those of most articles. One proposal stands for its group: a name may be in every article
/// there is.
fn walked(conn: &Connection, folded: &str) -> Result<Vec<(ProposedCandidate, String)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT p.grouped, p.kind, p.name, p.folded, g.articles FROM
           (SELECT grouped, articles FROM proposal_groups
            ORDER BY articles DESC, mentions DESC, grouped LIMIT {WALKED}) g
         JOIN proposals p ON p.id = (SELECT id FROM proposals
           WHERE grouped = g.grouped AND state = 'open' ORDER BY article_id DESC LIMIT 1)
         WHERE p.entity_id IS NULL AND instr(' ' || p.folded, ' ' || ?1) > 0"
    ))?;
    let rows = statement.query_map(params![folded], candidate)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names that start so, whatever became of them, in order: the index is asked for the next
/// name, so that it does not matter in how many articles one is.
fn starting(conn: &Connection, folded: &str) -> Result<Vec<(String, EntityKind)>> {
    let mut next = conn.prepare_cached(
        "SELECT folded, kind FROM proposals
         WHERE (folded, kind) > (?1, ?2) AND folded < ?3 ORDER BY folded, kind LIMIT 1",
    )?;
    let end = words::after_prefix(folded);
    let mut at = (folded.to_owned(), String::new());
    let mut all = Vec::new();
    while all.len() < STARTING {
        let found = next.query_row(params![at.0, at.1, end], |row| {
            let kind: String = row.get(1)?;
            Ok((row.get(0)?, kind, of_word(row.get(1)?)?))
        });
        let Some((name, word, kind)) = found.optional()? else {
            break;
        };
        at = (name, word);
        all.push((at.0.clone(), kind));
    }
    Ok(all)
}

/// The groups that a name may be in: as a new one, and as the gazetteer's.
fn keys(conn: &Connection, folded: &str, kind: EntityKind) -> Result<Vec<String>> {
    let known: Option<Option<String>> = conn
        .prepare_cached("SELECT known_as FROM proposals WHERE folded = ?1 AND kind = ?2 LIMIT 1")?
        .query_row(params![folded, kind.as_str()], |row| row.get(0))
        .optional()?;
    let known = known.flatten();
    let known = known.map(|key| group_key(None, Some(&key), kind, folded));
    Ok([group_key(None, None, kind, folded)]
        .into_iter()
        .chain(known)
        .collect())
}

/// A group that is to be reviewed.
fn open(conn: &Connection, key: &str) -> Result<Option<(ProposedCandidate, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.grouped, p.kind, p.name, p.folded, g.articles FROM proposal_groups g
         JOIN proposals p ON p.id = (SELECT id FROM proposals
           WHERE grouped = g.grouped AND state = 'open' ORDER BY article_id DESC LIMIT 1)
         WHERE g.grouped = ?1 AND p.entity_id IS NULL",
    )?;
    Ok(statement.query_row(params![key], candidate).optional()?)
}

fn candidate(row: &Row<'_>) -> rusqlite::Result<(ProposedCandidate, String)> {
    let candidate = ProposedCandidate {
        key: row.get(0)?,
        kind: of_word(row.get(1)?)?,
        name: row.get(2)?,
        articles: row.get(4)?,
    };
    Ok((candidate, row.get(3)?))
}
