//! Proposing who said words that are selected, from the text and the names in it.

use rusqlite::Connection;

use super::{Clippings, refused};
use crate::Result;
use crate::domain::{
    Anchor, ArticleId, EntityId, EntityKind, MentionStatus, ProposalId, ProposedParty,
    ProposedQuote, Span,
};
use crate::notebook::indexed::searched_texts;
use crate::notebook::proposing::is_ambiguous;
use crate::quoting::{self, FoundParty, Named, Passage};
use crate::store::{article_table, entity_table, mention_table, proposal_table};

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

/// Whose name some words are, as it is known by now.
struct Known {
    span: Span,
    entity: Option<EntityId>,
    proposal: Option<ProposalId>,
    kind: EntityKind,
    name: String,
}

fn propose(conn: &Connection, article: ArticleId, span: Span) -> Result<ProposedQuote> {
    let record = article_table::record(conn, article)?;
    let blocks = article_table::blocks(conn, article, record.text_version)?;
    let texts = searched_texts(&record.title, record.standfirst.as_deref(), &blocks);
    let own = texts.iter().find(|(block, _)| *block == span.block);
    let anchor = own
        .and_then(|(block, words)| Anchor::take(*block, words, span.start, span.end))
        .ok_or_else(|| refused("the selection", "it is not a part of the article's text"))?;
    let known = known_names(conn, article)?;
    let paragraphs: Vec<(i32, &str)> = texts
        .iter()
        .map(|(block, words)| (*block, words.as_str()))
        .collect();
    let names: Vec<Named> = known
        .iter()
        .map(|known| Named {
            span: known.span,
            kind: known.kind,
        })
        .collect();
    let found = quoting::attribute(&Passage {
        paragraphs: &paragraphs,
        span,
        names: &names,
        language: record.language.as_deref(),
        published: record.published.as_ref().and_then(|time| {
            let day = time.iso.get(..10)?;
            day.parse().ok()
        }),
    });
    let party = |found: FoundParty| described(&known, found);
    let speaker = found.speaker.map(party);
    let via = found.via.map(party);
    let mut others: Vec<ProposedParty> = Vec::new();
    for n in found.named {
        let other = described(
            &known,
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
    Ok(ProposedQuote {
        exact: anchor.exact,
        quote_type: found.quote_type,
        speaker,
        via,
        said: found.said,
        others,
    })
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
        });
    }
    for proposal in proposal_table::open_of_article(conn, article)? {
        let entity = match proposal.entity {
            Some(id) => entity_table::find_record(conn, id)?.filter(|entity| !entity.deleted),
            None => None,
        };
        // Of a name that several share nothing says whose it is: it is words only.
        let named = entity.as_ref().map(|entity| entity.id);
        let ambiguous = is_ambiguous(conn, named, &proposal.folded)?;
        let name = entity.map_or_else(|| proposal.name.clone(), |entity| entity.name);
        for place in &proposal.spans {
            let taken = known.iter().any(|other: &Known| {
                other.span.block == place.span.block
                    && other.span.start < place.span.end
                    && place.span.start < other.span.end
            });
            if !taken {
                known.push(Known {
                    span: place.span,
                    entity: None,
                    proposal: (!ambiguous).then_some(proposal.id),
                    kind: proposal.kind,
                    name: name.clone(),
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
            kind: Some(known.kind),
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
