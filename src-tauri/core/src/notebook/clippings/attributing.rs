//! Proposing who said words that are selected, from the text and the names in it.

use std::collections::HashSet;

use jiff::civil::Date;
use rusqlite::Connection;

use super::{Clippings, refused};
use crate::Result;
use crate::domain::{
    Anchor, ArticleId, BlockKind, EntityId, EntityKind, Field, MentionStatus, PrintedTime,
    ProposalId, ProposedParty, ProposedQuote, QuoteType, Span,
};
use crate::extract::outlets_named;
use crate::notebook::articles::in_use;
use crate::notebook::indexed::searched_texts;
use crate::notebook::proposing::is_ambiguous;
use crate::quoting::{self, Attribution, FoundParty, Named, Passage};
use crate::store::article_table::ArticleRecord;
use crate::store::proposal_table::{Taken, is_part};
use crate::store::{article_table, entity_table, mention_table, proposal_table};
use crate::text::fold;

impl Clippings<'_> {
    /// What the text says of selected words. Nothing is kept.
    ///
    /// # Errors
    /// `InvalidInput` for a selection that is no part of the text.
    pub fn propose(&self, article: ArticleId, span: Span) -> Result<ProposedQuote> {
        let store = &self.0.shared().store;
        store.read("read who said it", |conn| propose(conn, article, span))
    }
}

/// Others that are offered, at most.
const MOST_OTHERS: usize = 200;

/// Whose name some words are, as it is known by now.
pub(super) struct Known {
    pub span: Span,
    pub entity: Option<EntityId>,
    pub proposal: Option<ProposalId>,
    pub kind: EntityKind,
    pub name: String,
    /// Not read as a name: it is in the list of outlets.
    pub listed: bool,
}

/// An article as its quotes are read.
pub(super) struct Read {
    record: ArticleRecord,
    pub texts: Vec<(i32, String)>,
    pub known: Vec<Known>,
    /// Blocks that are rows of tables.
    rows: HashSet<i32>,
}

pub(super) fn read_article(conn: &Connection, article: ArticleId) -> Result<Read> {
    let record = article_table::record(conn, article)?;
    let blocks = article_table::blocks(conn, article, record.text_version)?;
    let texts = searched_texts(&record.title, record.standfirst.as_deref(), &blocks);
    let known = known_names(conn, article)?;
    let rows = (0..)
        .zip(&blocks)
        .filter(|(_, block)| block.kind == BlockKind::TableRow)
        .map(|(at, _)| at)
        .collect();
    Ok(Read {
        record,
        texts,
        known,
        rows,
    })
}

impl Read {
    /// Outlets that stand near words of a block and are none of the known names. A text may
    /// be of any length: only what is looked at for an attribution is searched.
    pub fn outlets_near(&self, block: i32) -> Vec<Known> {
        listed_outlets(quoting::looked_at(&self.texts, block), &self.known)
    }

    /// What the text says of words of it. Names are told by their place among the known
    /// ones and, behind these, the outlets near the words.
    pub fn attribute(&self, span: Span, outlets: &[Known]) -> Attribution {
        let paragraphs: Vec<(i32, &str)> = self
            .texts
            .iter()
            .map(|(block, words)| (*block, words.as_str()))
            .collect();
        let names: Vec<Named> = self
            .known
            .iter()
            .chain(outlets)
            .map(|known| Named {
                span: known.span,
                kind: known.kind,
            })
            .collect();
        quoting::attribute(&Passage {
            paragraphs: &paragraphs,
            span,
            names: &names,
            language: self.record.language.as_deref(),
            published: self.day(),
        })
    }

    /// What day it was published.
    fn day(&self) -> Option<Date> {
        let time = self.record.published.as_ref()?;
        time.iso.get(..10)?.parse().ok()
    }
}

fn propose(conn: &Connection, article: ArticleId, span: Span) -> Result<ProposedQuote> {
    let mut read = read_article(conn, article)?;
    let own = read.texts.iter().find(|(block, _)| *block == span.block);
    let anchor = own
        .and_then(|(block, words)| Anchor::take(*block, words, span.start, span.end))
        .ok_or_else(|| refused("the selection", "it is not a part of the article's text"))?;
    let outlets = read.outlets_near(span.block);
    let found = read.attribute(span, &outlets);
    read.known.extend(outlets);
    let known = &read.known;
    let party = |found: FoundParty| described(known, found);
    let speaker = found.speaker.map(party);
    let via = found.via.map(party);
    let mut others: Vec<ProposedParty> = Vec::new();
    let of_sentence = found.named.len();
    let all = found.named.into_iter().chain(0..known.len());
    for (at, n) in all.enumerate() {
        // What stands in the text as an outlet is offered where the sentence has it.
        let listed = known.get(n).is_some_and(|one| one.listed);
        if others.len() >= MOST_OTHERS || (listed && at >= of_sentence) {
            continue;
        }
        let other = described(
            known,
            FoundParty {
                name: Some(n),
                words: String::new(),
                guessed: false,
            },
        );
        let is_told = |told: &ProposedParty| told.entity == other.entity && told.name == other.name;
        let told = speaker.iter().chain(&via).chain(&others).any(is_told);
        if !told {
            others.push(other);
        }
    }
    let agency = match via {
        None => agency_of(conn, article, known)?,
        Some(_) => None,
    };
    let direct = found.quote_type == QuoteType::Direct;
    // Nobody's speech is told in a table: its words are the source's own.
    let quote_type = match read.rows.contains(&span.block) {
        true => QuoteType::Direct,
        false => found.quote_type,
    };
    let day = match (&found.said, direct) {
        (None, true) => read.day().map(|day| PrintedTime {
            iso: day.to_string(),
            zone: None,
        }),
        _ => None,
    };
    Ok(ProposedQuote {
        exact: anchor.exact,
        quote_type,
        speaker,
        via,
        said: found.said,
        others,
        agency,
        day,
        published: read.record.published,
    })
}

/// The agency that an article says it is from, as one of its names where it is one.
fn agency_of(
    conn: &Connection,
    article: ArticleId,
    known: &[Known],
) -> Result<Option<ProposedParty>> {
    let (provenance, _) = article_table::provenance(conn, article)?;
    let credited = article_table::people(in_use(&provenance, Field::Agencies));
    let Some(name) = credited.into_iter().next() else {
        return Ok(None);
    };
    let folded = fold(&name);
    // What is only in the list of outlets says no more than the name does.
    let is_same = |one: &Known| !one.listed && fold(&one.name) == folded;
    let same = known.iter().position(is_same);
    let namesakes = entity_table::with_name(conn, &folded, 2)?;
    let entity = match namesakes.as_slice() {
        [one] => Some(one.id),
        _ => None,
    };
    Ok(Some(match (same, entity) {
        (Some(n), _) => described(
            known,
            FoundParty {
                name: Some(n),
                words: String::new(),
                guessed: false,
            },
        ),
        (None, entity) => ProposedParty {
            kind: Some(EntityKind::Organisation),
            proposal: None,
            name: match entity {
                Some(id) => entity_table::record(conn, id)?.name,
                None => name,
            },
            entity,
            words: String::new(),
            guessed: false,
        },
    }))
}

/// Agencies and outlets that stand in the text and are none of its names yet.
fn listed_outlets(texts: &[(i32, String)], known: &[Known]) -> Vec<Known> {
    let taken = Taken::of(known.iter().map(|known| known.span).collect());
    let mut found = Vec::new();
    for (block, text) in texts {
        for (start, end, name) in outlets_named(text) {
            let span = Span {
                block: *block,
                start,
                end,
            };
            if !taken.overlaps(span) {
                found.push(Known {
                    span,
                    entity: None,
                    proposal: None,
                    kind: EntityKind::Organisation,
                    name,
                    listed: true,
                });
            }
        }
    }
    found
}

/// The names that the article is known to have: tagged, suggested and proposed.
fn known_names(conn: &Connection, article: ArticleId) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    for mention in mention_table::of_article(conn, article)? {
        if mention.orphaned || mention.status == MentionStatus::Rejected {
            continue;
        }
        known.push(Known {
            span: mention.anchor.span,
            entity: Some(mention.entity),
            proposal: None,
            kind: mention.kind,
            name: mention.name,
            listed: false,
        });
    }
    let tagged = proposal_table::tagged(conn, article)?;
    for proposal in proposal_table::open_of_article(conn, article)? {
        let of = proposal.of();
        let entity = match proposal.entity {
            Some(id) => entity_table::find_record(conn, id)?.filter(|entity| !entity.deleted),
            None => None,
        };
        // Of a name that several share nothing says whose it is: it is words only.
        let named = entity.as_ref().map(|entity| entity.id);
        let ambiguous = is_ambiguous(conn, named, &proposal.folded)?;
        let name = entity.map_or_else(|| proposal.name.clone(), |entity| entity.name);
        // Proposals of an article never overlap one another.
        for place in &proposal.spans {
            if !tagged.answers(place.span, of) {
                // What was found by a name in a part of it is not who is named there.
                known.retain(|shorter| !is_part(shorter.span, place.span));
                known.push(Known {
                    span: place.span,
                    entity: None,
                    proposal: (!ambiguous).then_some(proposal.id),
                    kind: proposal.kind,
                    name: name.clone(),
                    listed: false,
                });
            }
        }
    }
    Ok(known)
}

fn described(known: &[Known], found: FoundParty) -> ProposedParty {
    match found.name.and_then(|n| known.get(n)) {
        Some(known) => ProposedParty {
            entity: known.entity,
            proposal: known.proposal,
            // What is words only is of no kind.
            kind: (known.entity.is_some() || known.proposal.is_some()).then_some(known.kind),
            name: known.name.clone(),
            words: found.words,
            guessed: found.guessed,
        },
        None => ProposedParty {
            entity: None,
            proposal: None,
            kind: None,
            name: found.words.clone(),
            words: found.words,
            guessed: found.guessed,
        },
    }
}
