//! Names and titles that go on from what was typed, in bounded time however many there are.
//!
//! Where few have the rarest of the typed words, all of them are looked at. Where many have
//! it, the likeliest are walked through in the order of an index: entities of most articles,
//! notes edited last. With many matches such a walk soon has enough.

use rusqlite::{Connection, params};

use super::{of_word, words};
use crate::Result;
use crate::domain::{EntityCandidate, NoteId};
use crate::text;

/// Matches that are all looked at.
const FEW: u32 = 1000;
/// Rows that a walk looks at.
const WALKED: u32 = 2000;
/// Names that start with what was typed, looked at beside a walk.
const STARTING: u32 = 200;

/// The rarest of the words that were typed, as a range of words; the last may go on.
struct Rarest {
    from: String,
    before: String,
    /// At most one more than [`FEW`].
    matches: u32,
}

/// Nothing when no word was typed. `table` has the words.
fn rarest(conn: &Connection, table: &str, typed: &str) -> Result<Option<Rarest>> {
    let typed = words::words(typed);
    let mut count = conn.prepare_cached(&format!(
        "SELECT count(*) FROM (SELECT 1 FROM {table} WHERE word >= ?1 AND word < ?2 LIMIT {FEW} + 1)"
    ))?;
    let mut rarest: Option<Rarest> = None;
    for (n, from) in typed.iter().enumerate() {
        let before = if n + 1 == typed.len() {
            words::after_prefix(from)
        } else {
            // The least string after this one.
            format!("{from}\0")
        };
        let matches = count.query_row(params![from, before], |row| row.get(0))?;
        if rarest.as_ref().is_none_or(|known| matches < known.matches) {
            rarest = Some(Rarest {
                from: from.clone(),
                before,
                matches,
            });
        }
    }
    Ok(rarest)
}

/// Kept entities with a name of which some word starts with what was typed; exact names
/// first, then names that start with it, then by articles.
pub(crate) fn entities(conn: &Connection, typed: &str, limit: u32) -> Result<Vec<EntityCandidate>> {
    let Some(word) = rarest(conn, "name_words", typed)? else {
        return Ok(Vec::new());
    };
    let folded = text::fold(typed);
    // A few more than asked for: one entity may match by several names.
    let names = limit.saturating_mul(4);
    let mut found = Found::default();
    let look = |found: &mut Found, from: &str, order: &str, (first, before): (&str, &str)| {
        found.add(conn, from, order, params![first, before, folded, names])
    };
    let with_word = (word.from.as_str(), word.before.as_str());
    let by_word = format!(
        "(SELECT name_id FROM name_words WHERE word >= ?1 AND word < ?2 LIMIT {FEW}) w
         JOIN names n ON n.id = w.name_id JOIN entities e ON e.id = n.entity_id"
    );
    if word.matches <= FEW {
        look(&mut found, &by_word, BEST_FIRST, with_word)?;
    } else {
        let named = |most| {
            format!(
                "(SELECT * FROM names WHERE folded >= ?1 AND folded < ?2 LIMIT {most}) n
                 JOIN entities e ON e.id = n.entity_id"
            )
        };
        let walk = format!(
            "(SELECT * FROM entities INDEXED BY entities_by_articles WHERE deleted_ms IS NULL
               ORDER BY articles DESC, name COLLATE NOCASE, id LIMIT {WALKED}) e
             CROSS JOIN names n ON n.entity_id = e.id"
        );
        let exactly = format!("{folded}\0");
        look(&mut found, &named(FEW), BEST_FIRST, (&folded, &exactly))?;
        look(&mut found, &walk, "", with_word)?;
        let starting = words::after_prefix(&folded);
        look(&mut found, &named(STARTING), "", (&folded, &starting))?;
        if found.0.len() < limit as usize {
            look(&mut found, &by_word, "", with_word)?;
        }
    }
    Ok(found.best(limit as usize))
}

/// What an order of names begins with that are all looked at.
const BEST_FIRST: &str = "ORDER BY n.folded = ?3 DESC, instr(n.folded, ?3) = 1 DESC,
    e.articles DESC, n.preferred DESC, n.text";

/// Names that match, each with what it is ranked by.
#[derive(Default)]
struct Found(Vec<(Rank, EntityCandidate)>);

/// The least comes first: not exact, not at the start, fewer articles, not preferred.
type Rank = (bool, bool, std::cmp::Reverse<u32>, bool, String);

impl Found {
    /// Adds names `n` of entities `e` from `from`. The parameters are a range of words or
    /// names, what was typed, and how many names are wanted.
    fn add(
        &mut self,
        conn: &Connection,
        from: &str,
        order: &str,
        parameters: &[&dyn rusqlite::ToSql],
    ) -> Result<()> {
        let mut statement = conn.prepare_cached(&format!(
            "SELECT e.id, e.kind, e.name, n.text, e.articles, n.preferred,
               n.folded = ?3, instr(n.folded, ?3) = 1
             FROM {from}
             WHERE e.deleted_ms IS NULL AND instr(' ' || n.folded, ' ' || ?3) > 0
               -- A walk has no other use for the range.
               AND ?1 <= ?2
             {order} LIMIT ?4"
        ))?;
        let rows = statement.query_map(parameters, |row| {
            let candidate = EntityCandidate {
                id: row.get(0)?,
                kind: of_word(row.get(1)?)?,
                name: row.get(2)?,
                matched: row.get(3)?,
                articles: row.get(4)?,
            };
            let [preferred, exact, starts] =
                [row.get(5)?, row.get(6)?, row.get(7)?].map(|is: bool| !is);
            let articles = std::cmp::Reverse(candidate.articles);
            let rank = (
                exact,
                starts,
                articles,
                preferred,
                candidate.matched.clone(),
            );
            Ok((rank, candidate))
        })?;
        for row in rows {
            self.0.push(row?);
        }
        Ok(())
    }

    /// Each entity once, by its best name.
    fn best(mut self, limit: usize) -> Vec<EntityCandidate> {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut best: Vec<EntityCandidate> = Vec::new();
        for (_, candidate) in self.0 {
            if best.len() == limit {
                break;
            }
            if !best.iter().any(|known| known.id == candidate.id) {
                best.push(candidate);
            }
        }
        best
    }
}

/// Kept notes with a title of which some word starts with what was typed; one that is called
/// exactly so first, then by when they were edited.
pub(crate) fn notes(conn: &Connection, typed: &str, limit: u32) -> Result<Vec<(NoteId, String)>> {
    let Some(word) = rarest(conn, "note_words", typed)? else {
        return Ok(Vec::new());
    };
    let folded = text::fold(typed);
    let by_word = format!(
        "SELECT DISTINCT n.id, n.title, n.edited_ms
         FROM (SELECT note_id FROM note_words WHERE word >= ?1 AND word < ?2 LIMIT {FEW}) w
         JOIN notes n ON n.id = w.note_id
         WHERE n.deleted_ms IS NULL ORDER BY n.edited_ms DESC, n.id DESC"
    );
    let walk = format!(
        "SELECT n.id, n.title FROM
           (SELECT id, title, edited_ms FROM notes INDEXED BY notes_by_edited
            WHERE deleted_ms IS NULL ORDER BY edited_ms DESC, id DESC LIMIT {WALKED}) n
         WHERE EXISTS (SELECT 1 FROM note_words w
           WHERE w.note_id = n.id AND w.word >= ?1 AND w.word < ?2)"
    );
    let mut found = match word.matches > FEW {
        true => called(conn, typed)?,
        false => Vec::new(),
    };
    let mut look = |question: &str| -> Result<usize> {
        let mut statement = conn.prepare_cached(question)?;
        let rows = statement.query_map(params![word.from, word.before], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })?;
        let mut matching = 0;
        for row in rows {
            let (id, title) = row?;
            let called = text::fold(&title);
            if !format!(" {called}").contains(&format!(" {folded}")) {
                continue;
            }
            matching += 1;
            if found.iter().any(|(known, _)| *known == id) {
                continue;
            }
            if called == folded {
                found.insert(0, (id, title));
            } else if found.len() < limit as usize {
                found.push((id, title));
            } else if word.matches > FEW {
                break;
            }
        }
        Ok(matching)
    };
    if word.matches <= FEW || look(&walk)? < limit as usize {
        look(&by_word)?;
    }
    found.truncate(limit as usize);
    Ok(found)
}

/// Kept notes that are called as was typed, in small or capital letters: the last edited
/// first. Of other letters than Latin, those that are small but for the first.
/// Of more than [`FEW`] that are called so, some.
fn called(conn: &Connection, typed: &str) -> Result<Vec<(NoteId, String)>> {
    let typed = typed.trim();
    let mut first = typed.chars();
    let capital: String = first
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, title FROM
           (SELECT id, title, edited_ms FROM notes INDEXED BY notes_by_title
            WHERE deleted_ms IS NULL AND title COLLATE NOCASE IN (?1, ?2, ?3) LIMIT {FEW})
         ORDER BY edited_ms DESC, id DESC"
    ))?;
    let rows = statement.query_map(
        params![
            typed,
            capital + &first.as_str().to_lowercase(),
            typed.to_lowercase()
        ],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
