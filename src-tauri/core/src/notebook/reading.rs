//! Reading a query with what the notebook knows: names of entities, words put right.

use rusqlite::Connection;

use super::dossiers;
use crate::domain::{
    DossierId, EntityId, EntityKind, EntityName, EntityOffer, NameStrength, QueryToken,
    SearchedName, Suggestion, TokenKind,
};
use crate::search::query::{KnownEntity, Names, phrase};
use crate::store::entity_table;
use crate::text::{fold, fold_mapped};
use crate::{Error, Result};

/// Entities that one name may mean.
const MOST_ENTITIES: u32 = 32;
/// Dossiers that a few letters may mean.
const MOST_DOSSIERS: u32 = 64;
/// Words of a query that one name may have, and names that are looked up.
const LONGEST_NAME: usize = 6;
const MOST_LOOKED_UP: usize = 64;

/// The query with the first word that nothing has put right.
pub(super) fn suggestion(query: &str, slips: &[(String, String)]) -> Option<Suggestion> {
    let (typed, meant) = slips.first()?;
    let folded = fold_mapped(query);
    let at = find_word(&folded.text, typed)?;
    let first = folded.text[..at].chars().count();
    let last = first + typed.chars().count() - 1;
    let (start, end) = (folded.origin.get(first)?.0, folded.origin.get(last)?.1);
    let before: String = query.chars().take(start as usize).collect();
    let after: String = query.chars().skip(end as usize).collect();
    let typed = query.chars().skip(start as usize);
    Some(Suggestion {
        query: format!("{before}{meant}{after}"),
        typed: typed.take((end - start) as usize).collect(),
        meant: meant.clone(),
    })
}

/// Where `word` stands by itself, in bytes; a word with more letters around it is another.
fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Names as the store knows them.
pub(super) struct StoredNames<'c>(pub &'c Connection);

impl Names for StoredNames<'_> {
    fn entities(&self, kind: Option<EntityKind>, name: &str) -> Vec<KnownEntity> {
        let found = entity_table::complete(self.0, name, MOST_ENTITIES).and_then(|candidates| {
            // Names that are still being looked for in what is kept.
            let queued = entity_table::queued_matches(self.0)?;
            let of_kind = candidates
                .into_iter()
                .filter(|one| kind.is_none_or(|kind| one.kind == kind));
            of_kind
                .map(|one| {
                    let names = entity_table::names(self.0, one.id)?;
                    let is_told = |name: &&EntityName| {
                        name.strength != NameStrength::SearchOnly && !queued.contains(&name.id)
                    };
                    let told = names.iter().filter(is_told).map(|name| name.id).collect();
                    Ok(KnownEntity {
                        id: one.id,
                        kind: one.kind,
                        name: one.name,
                        told,
                        names: names
                            .into_iter()
                            .map(|name| SearchedName {
                                id: name.id,
                                text: name.text,
                            })
                            .collect(),
                    })
                })
                .collect()
        });
        // What can't be looked up is searched for as words.
        found.unwrap_or_else(|error: Error| {
            tracing::error!(%error, "names could not be looked up");
            Vec::new()
        })
    }

    fn tagged(&self, kind: EntityKind, name: &str) -> Vec<EntityId> {
        let found = entity_table::with_name_of(self.0, Some(kind), &fold(name), MOST_ENTITIES);
        let found = found.and_then(|found| match found.is_empty() {
            // The quotation marks of a name can't stand in a query.
            true => entity_table::quoted_names(self.0, kind).map(|mut found| {
                found.retain(|one| letters(&one.name) == letters(name));
                found
            }),
            false => Ok(found),
        });
        let mut known = found.unwrap_or_else(|error: Error| {
            tracing::error!(%error, "names could not be looked up");
            Vec::new()
        });
        if known.iter().any(|one| fold(&one.name) == fold(name)) {
            known.retain(|one| fold(&one.name) == fold(name));
        }
        known.into_iter().map(|one| one.id).collect()
    }

    fn dossiers(&self, name: &str) -> Vec<DossierId> {
        let found = dossiers::called(self.0, name, MOST_DOSSIERS);
        found.unwrap_or_else(|error: Error| {
            tracing::error!(%error, "dossiers could not be looked up");
            Vec::new()
        })
    }
}

/// The entities that words of a query are names of: the longest name at each place.
pub(super) fn offers(conn: &Connection, tokens: &[QueryToken]) -> Result<Vec<EntityOffer>> {
    let mut offers = Vec::new();
    let mut looked_up = 0;
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        let is_name = |token: &&QueryToken| {
            !token.negated && matches!(token.kind, TokenKind::Word | TokenKind::Phrase)
        };
        let words: Vec<&QueryToken> = tokens[at..]
            .iter()
            .take(LONGEST_NAME)
            .take_while(is_name)
            .collect();
        let mut used = 1;
        for length in (1..=words.len()).rev() {
            if looked_up == MOST_LOOKED_UP {
                return Ok(offers);
            }
            looked_up += 1;
            let texts: Vec<&str> = words[..length]
                .iter()
                .map(|word| word.text.as_str())
                .collect();
            let name = fold(&texts.join(" "));
            let known = entity_table::with_name(conn, &name, MOST_ENTITIES)?;
            if known.is_empty() {
                continue;
            }
            let end = words.get(length - 1).map_or(first.end, |word| word.end);
            offers.extend(known.into_iter().map(|entity| EntityOffer {
                token: format!("{}:{}", field_of(entity.kind), quoted(&entity.name)),
                id: entity.id,
                kind: entity.kind,
                name: entity.name,
                articles: entity.articles,
                start: first.start,
                end,
            }));
            used = length;
            break;
        }
        at += used;
    }
    Ok(offers)
}

/// The field that finds entities of this kind.
pub(super) fn field_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "org",
        EntityKind::Place => "place",
        EntityKind::Event => "event",
    }
}

/// As the value of a field.
pub(super) fn quoted(value: &str) -> String {
    let plain = !value.is_empty() && value.chars().all(char::is_alphanumeric);
    if plain {
        value.to_owned()
    } else {
        phrase(value)
    }
}

/// A name without what stands between its letters.
fn letters(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}
