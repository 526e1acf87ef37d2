//! Words of names and titles, for completion from the start of any word in any script.

use rusqlite::{Connection, params};

use crate::Result;
use crate::domain::{NameId, NoteId};
use crate::text;

/// At most this many words of one title are kept for completion.
const MAX_WORDS: usize = 24;

/// The distinct folded words of `text`. A run of letters in a script without
/// spaces counts as one word, so `김정` finds `김정은` and `习` finds `习近平`.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = text::fold(text);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !text::is_word_char(c)) {
        if !word.is_empty() && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
        if words.len() == MAX_WORDS {
            break;
        }
    }
    words
}

pub(crate) fn put_name(conn: &Connection, name: NameId, text: &str) -> Result<()> {
    let mut statement =
        conn.prepare_cached("INSERT OR IGNORE INTO name_words (word, name_id) VALUES (?1, ?2)")?;
    for word in words(text) {
        statement.execute(params![word, name])?;
    }
    Ok(())
}

pub(crate) fn put_note(conn: &Connection, note: NoteId, title: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM note_words WHERE note_id = ?1")?
        .execute([note])?;
    let mut statement =
        conn.prepare_cached("INSERT OR IGNORE INTO note_words (word, note_id) VALUES (?1, ?2)")?;
    for word in words(title) {
        statement.execute(params![word, note])?;
    }
    Ok(())
}

/// The least string greater than every string that starts with `prefix`.
pub(crate) fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}
