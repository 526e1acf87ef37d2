//! How sure an accepted name is elsewhere.

use super::{KnownEntry, folded};
use crate::domain::NameStrength;
use crate::store::proposal_table::ProposalRow;

/// Letters of initials that other things have as well.
const FEW_LETTERS: usize = 4;

/// How sure it is elsewhere that the proposed words are this entity. A description ("the
/// foreign ministry", with no capital in it) is another's in the next article, and so are
/// initials that the gazetteer knows as weak ("AP"): those are suggested.
pub(super) fn own_strength(row: &ProposalRow, entry: Option<&KnownEntry>) -> NameStrength {
    let is_weak = |(text, strength): &(String, NameStrength)| {
        *strength == NameStrength::Weak && folded(text) == row.folded
    };
    let weak = entry.is_some_and(|entry| entry.names.iter().any(is_weak));
    match weak && is_initials(&row.name) || is_description(&row.name) {
        true => NameStrength::Weak,
        false => NameStrength::Strong,
    }
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
