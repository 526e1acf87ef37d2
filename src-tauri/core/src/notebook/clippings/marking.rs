//! From what a person says of a clipping to what is kept of it.

use rusqlite::Connection;

use super::refused;
use crate::Result;
use crate::domain::{ClippingFacts, EntityId, NewParty};
use crate::notebook::entities;
use crate::notebook::undoing::Inverse;
use crate::store::clipping_table::{ClippingMarks, PartyRow, QuoteRow};
use crate::store::{entity_table, merge_table};

/// Characters of a comment, and of the original words beside a translation.
const MAX_WORDS: usize = 20_000;

/// What is to be kept of what a person says, and how to take back the entities that it makes.
pub(super) fn marks_of(
    conn: &Connection,
    facts: &ClippingFacts,
) -> Result<(ClippingMarks, Vec<Inverse>)> {
    let mut made = Vec::new();
    let quote = match &facts.quote {
        Some(quote) => {
            if let Some(said) = &quote.said
                && said.time.sort_key().is_none()
            {
                return Err(refused(&said.time.iso, "it is not a date"));
            }
            let original = quote.original.as_deref().map(str::trim);
            Some(QuoteRow {
                quote_type: quote.quote_type,
                original: original.filter(|words| !words.is_empty()).map(shortened),
                speaker: party_row(conn, quote.speaker.as_ref(), &mut made)?,
                via: party_row(conn, quote.via.as_ref(), &mut made)?,
                said: quote.said.clone(),
            })
        }
        None => None,
    };
    let marks = ClippingMarks {
        colour: facts.colour,
        comment: shortened(facts.comment.trim()),
        quote,
    };
    let taken = match made.is_empty() {
        true => Vec::new(),
        false => vec![Inverse::TakeListed {
            entities: made,
            names: Vec::new(),
        }],
    };
    Ok((marks, taken))
}

/// Leaves a quote with the very entity that it is of, where the one that is named now holds
/// that: the window knows only the one that holds it, and a merge that is taken back gives
/// each its own quotes again.
pub(super) fn keep_parties(
    conn: &Connection,
    before: &ClippingMarks,
    now: &mut ClippingMarks,
) -> Result<()> {
    let (Some(before), Some(now)) = (&before.quote, &mut now.quote) else {
        return Ok(());
    };
    // Speaker with speaker and source with source first: one entity may hold both by now.
    let (speaker, via) = (&before.speaker, &before.via);
    for (party, kept) in [
        (&mut now.speaker, [speaker, via]),
        (&mut now.via, [via, speaker]),
    ] {
        let Some(party) = party else { continue };
        let Some(named) = party.entity else { continue };
        let root = merge_table::root(conn, named)?;
        for kept in kept.into_iter().flatten() {
            let Some(own) = kept.entity else { continue };
            if merge_table::root(conn, own)? == root {
                if own != named {
                    party.entity = Some(own);
                    party.name.clone_from(&kept.name);
                }
                break;
            }
        }
    }
    Ok(())
}

fn shortened(words: &str) -> String {
    words.chars().take(MAX_WORDS).collect()
}

/// A party without a name is none.
fn party_row(
    conn: &Connection,
    party: Option<&NewParty>,
    made: &mut Vec<EntityId>,
) -> Result<Option<PartyRow>> {
    let Some(party) = party else {
        return Ok(None);
    };
    let words = party.words.trim().to_owned();
    if let Some(entity) = party.entity {
        let name = entity_table::record(conn, merge_table::root(conn, entity)?)?.name;
        return Ok(Some(PartyRow {
            entity: Some(entity),
            name,
            words,
        }));
    }
    if party.name.trim().is_empty() {
        return Ok(None);
    }
    let name = entities::clean_name(&party.name)?;
    let entity = match party.make {
        Some(kind) => {
            let (id, name) = entities::insert(conn, kind, &name)?;
            entity_table::queue_match(conn, name)?;
            made.push(id);
            Some(id)
        }
        None => None,
    };
    Ok(Some(PartyRow {
        entity,
        name,
        words,
    }))
}
