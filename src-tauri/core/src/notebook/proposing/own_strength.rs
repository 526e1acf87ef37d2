//! How sure an accepted name is elsewhere.

use rusqlite::Connection;

use super::place::Place;
use super::{KnownEntry, folded};
use crate::Result;
use crate::domain::NameStrength;
use crate::store::proposal_table::ProposalRow;

/// Letters of initials that other things have as well.
const FEW_LETTERS: usize = 4;

/// How sure it is elsewhere that the proposed words are this entity. A description ("the
/// foreign ministry", with no capital in it but that of a sentence) is another's in the next
/// article, and so are initials that the gazetteer knows as weak ("AP"): those are suggested.
pub(super) fn own_strength(
    conn: &Connection,
    row: &ProposalRow,
    entry: Option<&KnownEntry>,
) -> Result<NameStrength> {
    let is_known_as = |known: NameStrength| {
        let mut names = entry.iter().flat_map(|entry| &entry.names);
        names.any(|(text, strength)| *strength == known && folded(text) == row.folded)
    };
    // Languages with few capitals write real names so: Чёрное море, which the gazetteer knows.
    let is_weak = is_known_as(NameStrength::Weak) && is_initials(&row.name)
        || is_description(&row.name)
        || is_description_but_for_one(&row.name)
            && !is_known_as(NameStrength::Strong)
            && only_begins_sentences(conn, row)?;
    Ok(match is_weak {
        true => NameStrength::Weak,
        false => NameStrength::Strong,
    })
}

/// "Foreign ministry": several words, of which nothing but the very first letter is a capital.
fn is_description_but_for_one(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(char::is_uppercase)
        && name.split_whitespace().nth(1).is_some()
        && is_description(letters.as_str())
}

/// Whether the capital that it begins with says nothing: each time a sentence begins there.
fn only_begins_sentences(conn: &Connection, row: &ProposalRow) -> Result<bool> {
    let text = Place::of(conn, row.article)?;
    Ok(row
        .spans
        .iter()
        .filter(|place| place.words.starts_with(char::is_uppercase))
        .all(|place| {
            text.before(place)
                .is_none_or(|before| ends_sentence(&before))
        }))
}

fn ends_sentence(before: &str) -> bool {
    let opening = |c: char| c.is_whitespace() || "“„«‘‚‹\"'([—–-•*".contains(c);
    let closing = |c: char| "”’»›)]\"'".contains(c);
    let before = before.trim_end_matches(opening).trim_end_matches(closing);
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

fn is_initials(name: &str) -> bool {
    name.chars().count() <= FEW_LETTERS && name.chars().all(char::is_uppercase)
}

/// Words of a writing that has capitals, none of which stands in them. Georgian has some
/// that names are not written with.
fn is_description(name: &str) -> bool {
    let small = |c: char| c.is_lowercase() && !('\u{10D0}'..='\u{10FF}').contains(&c);
    name.contains(small) && !name.contains(|c: char| c.is_uppercase() || c.is_numeric())
}
