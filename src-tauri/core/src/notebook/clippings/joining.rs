//! Quotes whose speaker was only words, and whom those words turn out to name.
//!
//! A person who types `Blinken`, or clips before names are read, keeps words. Once an entity
//! has the name, those quotes of articles that it is named in are joined to it: in the step
//! that gave it the name, and taken back with it. Where more than one could be meant, and
//! the sentence of the quote doesn't say which, the words stay words.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::attributing::{Known, Read, read_article};
use super::going_by::{Called, goes_by, is_fuller};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{ArticleId, ClippingId, EntityId, NameId, NameStrength, Span};
use crate::entities::NameMatcher;
use crate::notebook::undoing::Inverse;
use crate::store::clipping_table::{self, ClippingMarks, PartyRow};
use crate::store::entity_table::EntityRecord;
use crate::store::proposal_table::Taken;
use crate::store::{entity_table, merge_table};

/// Articles that are looked through in one step, at most.
const MOST_ARTICLES: usize = 200;

/// Which party of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) enum Role {
    Speaker,
    Via,
}

/// A party that was words, and is an entity since.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct Joined {
    pub id: ClippingId,
    role: Role,
    entity: EntityId,
    /// What was written.
    name: String,
    /// It had no words of the text, and has what was written in their place since.
    #[serde(default)]
    filled: bool,
}

/// Gives entities the quotes whose speaker, or source, is words that name them: in these
/// articles, and in any where the words are of their names. Called once for a step: each
/// article is read once, whoever is looked for in it.
pub(in super::super) fn join(
    conn: &Connection,
    entities: &[EntityId],
    articles: &[ArticleId],
) -> Result<Vec<Joined>> {
    let sought = Sought::of(conn, entities)?;
    if sought.records.is_empty() {
        return Ok(Vec::new());
    }
    let mut joined = Vec::new();
    let mut open: Option<(ArticleId, Article)> = None;
    for party in sought.parties(conn, articles)? {
        let article = match open.take() {
            Some((id, article)) if id == party.article => article,
            _ => Article::of(conn, party.article, &sought)?,
        };
        let (_, article) = open.insert((party.article, article));
        joined.extend(join_one(conn, &sought, article, party)?);
    }
    Ok(joined)
}

/// Whose quotes are sought.
struct Sought {
    records: HashMap<EntityId, EntityRecord>,
    called: Called,
    strong: NameMatcher,
}

/// A party that is words, and may be one of those who are sought.
struct WordsOnly {
    id: ClippingId,
    article: ArticleId,
    role: Role,
    words: String,
    /// Who goes by the words.
    named: Vec<EntityId>,
    /// Whether it may be anybody who is named in the article.
    own: bool,
}

impl Sought {
    fn of(conn: &Connection, entities: &[EntityId]) -> Result<Self> {
        let mut records = HashMap::new();
        let mut called = Called::default();
        let mut strong = NameMatcher::new();
        for entity in entities {
            let root = merge_table::root(conn, *entity)?;
            let record = entity_table::record(conn, root)?;
            if record.deleted || records.contains_key(&root) {
                continue;
            }
            for name in entity_table::names(conn, root)? {
                called.add(root, record.kind, &name.text);
                if name.strength == NameStrength::Strong {
                    strong.add(NameId::new(), root, &name.text, NameStrength::Strong);
                }
            }
            records.insert(root, record);
        }
        Ok(Self {
            records,
            called,
            strong,
        })
    }

    /// What may be theirs, article by article: first where the words are of a name. Further
    /// articles than may be read in one step are left out.
    fn parties(&self, conn: &Connection, articles: &[ArticleId]) -> Result<Vec<WordsOnly>> {
        let articles: HashSet<ArticleId> = articles.iter().copied().collect();
        let mut parties = Vec::new();
        for quote in clipping_table::unnamed_parties(conn)? {
            let own = articles.contains(&quote.article);
            let roles = [(Role::Speaker, quote.speaker), (Role::Via, quote.via)];
            for (role, words) in roles {
                let Some(words) = words else {
                    continue;
                };
                let named = self.called.by(&words);
                if own || !named.is_empty() {
                    parties.push(WordsOnly {
                        id: quote.id,
                        article: quote.article,
                        role,
                        words,
                        named,
                        own,
                    });
                }
            }
        }
        parties.sort_by_key(|party| party.named.is_empty());
        let mut order: HashMap<ArticleId, usize> = HashMap::new();
        for party in &parties {
            let next = order.len();
            if next < MOST_ARTICLES {
                order.entry(party.article).or_insert(next);
            }
        }
        parties.retain(|party| order.contains_key(&party.article));
        parties.sort_by_key(|party| order.get(&party.article).copied());
        Ok(parties)
    }
}

/// Joins a party to whom its words name in the article, if that is one who is sought.
fn join_one(
    conn: &Connection,
    sought: &Sought,
    article: &Article,
    found: WordsOnly,
) -> Result<Option<Joined>> {
    let row = clipping_table::get(conn, found.id)?;
    let place = (!row.orphaned).then_some(row.anchor.span);
    let Some(entity) = article.named_by(&found.words, place, found.role) else {
        return Ok(None);
    };
    let Some(record) = sought.records.get(&entity) else {
        return Ok(None);
    };
    if !(found.own || found.named.contains(&entity)) {
        return Ok(None);
    }
    let mut marks = row.marks;
    let mut filled = false;
    if let Some(party) = party(&mut marks, found.role) {
        filled = party.words.is_empty();
        give(party, entity, &record.name, &found.words);
    }
    clipping_table::set_marks(conn, found.id, &marks, row.edited_ms)?;
    Ok(Some(Joined {
        id: found.id,
        role: found.role,
        entity,
        name: found.words,
        filled,
    }))
}

fn give(party: &mut PartyRow, entity: EntityId, name: &str, words: &str) {
    party.entity = Some(entity);
    name.clone_into(&mut party.name);
    if party.words.is_empty() {
        words.clone_into(&mut party.words);
    }
}

/// A step that also joined quotes.
pub(in super::super) fn with_joined(step: Inverse, joined: Vec<Joined>) -> Inverse {
    match joined.is_empty() {
        true => step,
        false => Inverse::Several {
            steps: vec![Inverse::PartQuotes { joined }, step],
        },
    }
}

/// Makes parties words again, unless a person said something else of them since.
pub(super) fn part(conn: &Connection, joined: &[Joined]) -> Result<Vec<ClippingId>> {
    let mut parted = Vec::new();
    for one in joined {
        let Some(row) = clipping_table::find(conn, one.id)? else {
            continue;
        };
        let mut marks = row.marks;
        let Some(party) = party(&mut marks, one.role) else {
            continue;
        };
        if party.entity != Some(one.entity) {
            continue;
        }
        party.entity = None;
        party.name.clone_from(&one.name);
        if one.filled {
            party.words.clear();
        }
        clipping_table::set_marks(conn, one.id, &marks, now_ms())?;
        parted.push(one.id);
    }
    Ok(parted)
}

/// Those that are still the entity's: parting them can be done again.
pub(in super::super) fn still_joined(conn: &Connection, joined: &[Joined]) -> Result<Vec<Joined>> {
    let mut still = Vec::new();
    for one in joined {
        let Some(mut row) = clipping_table::find(conn, one.id)? else {
            continue;
        };
        let entity = party(&mut row.marks, one.role).and_then(|party| party.entity);
        still.extend((entity == Some(one.entity)).then(|| one.clone()));
    }
    Ok(still)
}

/// Joins parties again that are still the words that they were.
pub(super) fn join_again(conn: &Connection, joined: &[Joined]) -> Result<Vec<ClippingId>> {
    let mut again = Vec::new();
    for one in joined {
        let entity = entity_table::find_record(conn, one.entity)?;
        let row = clipping_table::find(conn, one.id)?;
        let (Some(entity), Some(row)) = (entity, row) else {
            continue;
        };
        let mut marks = row.marks;
        let Some(party) = party(&mut marks, one.role) else {
            continue;
        };
        if party.entity.is_some() || party.name != one.name {
            continue;
        }
        give(party, one.entity, &entity.name, &one.name);
        clipping_table::set_marks(conn, one.id, &marks, now_ms())?;
        again.push(one.id);
    }
    Ok(again)
}

fn party(marks: &mut ClippingMarks, role: Role) -> Option<&mut PartyRow> {
    let quote = marks.quote.as_mut()?;
    match role {
        Role::Speaker => quote.speaker.as_mut(),
        Role::Via => quote.via.as_mut(),
    }
}

/// An article with the names in it.
struct Article {
    read: Read,
    /// For each known name, the words of the text that it is.
    words: Vec<String>,
}

impl Article {
    /// With names of those who are sought that are not tagged yet: that follows in the
    /// background.
    fn of(conn: &Connection, id: ArticleId, sought: &Sought) -> Result<Self> {
        let mut read = read_article(conn, id)?;
        let taken = Taken::of(read.known.iter().map(|known| known.span).collect());
        let mut untagged: Vec<Known> = Vec::new();
        for (block, text) in &read.texts {
            for found in sought.strong.find(text) {
                let span = Span {
                    block: *block,
                    start: found.start,
                    end: found.end,
                };
                // Of several who share a name each is found, at one place.
                let again = untagged.last().is_some_and(|known| known.span == span);
                let Some(record) = sought.records.get(&found.entity) else {
                    continue;
                };
                if again || taken.overlaps(span) {
                    continue;
                }
                untagged.push(Known {
                    span,
                    entity: (!found.ambiguous).then_some(found.entity),
                    proposal: None,
                    kind: record.kind,
                    name: record.name.clone(),
                    listed: false,
                });
            }
        }
        read.known.extend(untagged);
        let text_of = |known: &Known| {
            let text = read
                .texts
                .iter()
                .find(|(block, _)| *block == known.span.block);
            let (start, end) = (known.span.start as usize, known.span.end as usize);
            text.map_or_else(String::new, |(_, text)| {
                let letters = text.chars().skip(start);
                letters.take(end.saturating_sub(start)).collect()
            })
        };
        let words = read.known.iter().map(text_of).collect();
        Ok(Self { read, words })
    }

    /// Whom words name here: who stands where the sentence names the speaker, or else the
    /// only one who goes by them.
    fn named_by(&self, words: &str, at: Option<Span>, role: Role) -> Option<EntityId> {
        let known = &self.read.known;
        let goes = |n: usize| {
            let (Some(known), Some(text)) = (known.get(n), self.words.get(n)) else {
                return false;
            };
            !known.listed && goes_by(words, text, &known.name, known.kind)
        };
        if let Some(at) = at {
            let outlets = self.read.outlets_near(at.block);
            let found = self.read.attribute(at, &outlets);
            let party = match role {
                Role::Speaker => found.speaker,
                Role::Via => found.via,
            };
            if let Some(party) = party {
                match party.name {
                    Some(n) if goes(n) => return known.get(n)?.entity,
                    Some(_) => {}
                    // The sentence has a fuller name, of somebody who is not known.
                    None if is_fuller(words, &party.words) => return None,
                    None => {}
                }
            }
        }
        let going: Vec<&Known> = (0..known.len())
            .filter(|n| goes(*n))
            .filter_map(|n| known.get(n))
            .collect();
        let tagged = going.iter().find(|known| known.entity.is_some())?;
        // A name that is only proposed may be somebody else's, unless it is one of theirs.
        let same = |other: &&Known| match other.entity {
            Some(entity) => Some(entity) == tagged.entity,
            None => goes_by(&other.name, &tagged.name, &tagged.name, tagged.kind),
        };
        going.iter().all(same).then_some(tagged.entity).flatten()
    }
}
