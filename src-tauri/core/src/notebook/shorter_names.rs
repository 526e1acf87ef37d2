//! Names that are a part of one that goes. They made room for it where it stood, and stand there
//! themselves once it does not.

use rusqlite::Connection;

use crate::Result;
use crate::domain::EntityId;
use crate::store::entity_table;
use crate::text::{fold, is_unspaced_script, is_word_char};

/// Places of a name at which a part of it may begin or end; a longer one is no name.
const MOST_EDGES: usize = 24;

/// Has the parts of an entity's names looked for in everything kept.
pub(super) fn look_for_parts_of(conn: &Connection, entity: EntityId) -> Result<()> {
    for name in entity_table::names(conn, entity)? {
        look_for_parts(conn, &name.text)?;
    }
    Ok(())
}

/// Has the kept names that are a part of `name` looked for in everything kept.
pub(super) fn look_for_parts(conn: &Connection, name: &str) -> Result<()> {
    let folded = fold(name);
    for part in parts(&folded) {
        entity_table::queue_named(conn, part)?;
    }
    Ok(())
}

/// The runs of words of a folded name that are shorter than it; of what is written without
/// spaces, the runs of letters.
fn parts(folded: &str) -> Vec<&str> {
    let mut edges: Vec<usize> = vec![0];
    let mut before = ' ';
    for (at, c) in folded.char_indices() {
        let inside = is_word_char(c) && is_word_char(before);
        let unspaced = is_unspaced_script(c) || is_unspaced_script(before);
        if at > 0 && (!inside || unspaced) {
            edges.push(at);
        }
        before = c;
    }
    edges.push(folded.len());
    edges.truncate(MOST_EDGES);
    let mut parts = Vec::new();
    for (n, from) in edges.iter().enumerate() {
        for to in edges.iter().skip(n + 1) {
            let part = folded.get(*from..*to).unwrap_or_default().trim();
            if part.contains(is_word_char) && part.len() < folded.len() && !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_begins_and_ends_with_words() {
        let found = parts("kim yo-jong");
        for part in ["kim", "yo", "jong", "kim yo", "yo-jong"] {
            assert!(found.contains(&part), "{part}: {found:?}");
        }
        assert!(!found.contains(&"kim yo-jong") && !found.contains(&"on"));
        assert!(parts("北朝鮮").contains(&"朝鮮"));
    }
}
