//! Names to review that go on from what was typed, in bounded time however many there are.

use rusqlite::{Connection, params};

use crate::Result;
use crate::domain::ProposedCandidate;
use crate::store::{of_word, words};
use crate::text;

/// Groups that are walked through, those of most articles first.
const WALKED: u32 = 2000;
/// Proposals looked at whose name starts with what was typed.
const STARTING: u32 = 500;

/// Names that no kept entity is known to have, of which some word starts with what was typed:
/// exact ones first, then those that start with it, then by articles.
pub(crate) fn named(
    conn: &Connection,
    typed: &str,
    limit: u32,
) -> Result<Vec<(ProposedCandidate, String)>> {
    let folded = text::fold(typed.trim());
    if folded.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<(ProposedCandidate, String)> = Vec::new();
    // One proposal stands for its group: a name may be in every article there is.
    let walk = format!(
        "SELECT p.grouped, p.kind, p.name, p.folded, g.articles FROM
           (SELECT grouped, articles FROM proposal_groups
            ORDER BY articles DESC, mentions DESC, grouped LIMIT {WALKED}) g
         JOIN proposals p ON p.id = (SELECT id FROM proposals
           WHERE grouped = g.grouped AND state = 'open' ORDER BY article_id DESC LIMIT 1)
         WHERE p.entity_id IS NULL AND instr(' ' || p.folded, ' ' || ?1) > 0 AND ?1 < ?2"
    );
    let starting = format!(
        "SELECT p.grouped, p.kind, p.name, p.folded, g.articles FROM
           (SELECT * FROM proposals WHERE folded >= ?1 AND folded < ?2 LIMIT {STARTING}) p
         JOIN proposal_groups g ON g.grouped = p.grouped
         WHERE p.state = 'open' AND p.weak = 0 AND p.entity_id IS NULL"
    );
    for question in [walk, starting] {
        let mut statement = conn.prepare_cached(&question)?;
        let rows = statement.query_map(params![folded, words::after_prefix(&folded)], |row| {
            let candidate = ProposedCandidate {
                key: row.get(0)?,
                kind: of_word(row.get(1)?)?,
                name: row.get(2)?,
                articles: row.get(4)?,
            };
            Ok((candidate, row.get(3)?))
        })?;
        for row in rows {
            let (candidate, name) = row?;
            if !found.iter().any(|(known, _)| known.key == candidate.key) {
                found.push((candidate, name));
            }
        }
    }
    found.sort_by_cached_key(|(candidate, name)| {
        let articles = std::cmp::Reverse(candidate.articles);
        let starts = name.starts_with(&folded);
        (*name != folded, !starts, articles, name.clone())
    });
    found.truncate(limit as usize);
    Ok(found)
}
