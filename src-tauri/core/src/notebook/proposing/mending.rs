//! Mending a proposal before it is accepted: another kind, other words.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Proposals, articles_of, folded, kept, meaning, rows_of, subject};
use crate::domain::{
    Anchor, ArticleId, EntityId, EntityKind, ProposalId, ProposalsMeant, ProposedWords, Span,
    UndoAction,
};
use crate::notebook::entities::clean_name;
use crate::notebook::indexed::searched_texts;
use crate::notebook::undoing::{self, Inverse};
use crate::store::article_table;
use crate::store::proposal_table::{self, ProposalRow, group_key};
use crate::{Error, Result};

/// What a proposal meant before its kind was changed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct KindWas {
    id: ProposalId,
    kind: EntityKind,
    entity: Option<EntityId>,
    known_as: Option<String>,
    grouped: String,
}

/// The words of a proposal before they were corrected.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct WordsWere {
    meant: KindWas,
    name: String,
    spans: Vec<ProposedWords>,
}

impl WordsWere {
    pub fn id(&self) -> ProposalId {
        self.meant.id
    }
}

impl KindWas {
    pub fn id(&self) -> ProposalId {
        self.id
    }

    fn of(row: &ProposalRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            entity: row.entity,
            known_as: row.known_as.clone(),
            grouped: row.grouped.clone(),
        }
    }

    fn restore(&self, conn: &Connection) -> Result<()> {
        proposal_table::set_meaning(
            conn,
            self.id,
            self.kind,
            self.entity,
            self.known_as.as_deref(),
            &self.grouped,
        )
    }
}

impl Proposals<'_> {
    /// Says of which kind a proposed name is. What the gazetteer has under another kind is
    /// then not meant.
    ///
    /// # Errors
    /// `NotFound` when none of them is open, `InvalidInput` when one is of a kept entity: that
    /// has its kind itself, and with another one the name would be cut off from it.
    pub fn set_kind(&self, which: &ProposalsMeant, kind: EntityKind) -> Result<()> {
        let ids = self
            .0
            .shared()
            .store
            .write("change a proposal's kind", |tx| {
                let rows = rows_of(tx, which, u32::MAX)?;
                let mut was = Vec::new();
                for row in rows.iter().filter(|row| row.kind != kind) {
                    if kept(tx, row.entity)?.is_some() {
                        return Err(Error::InvalidInput {
                            what: format!("another kind for {:?}", row.name),
                            why: "it is a kept entity's name; change the entity's kind".into(),
                        });
                    }
                    was.push(KindWas::of(row));
                    let entity = meaning(tx, kind, &row.folded, None, None)?;
                    let grouped = group_key(entity, None, kind, &row.folded);
                    proposal_table::set_meaning(tx, row.id, kind, entity, None, &grouped)?;
                }
                let inverse = Inverse::RestoreProposalKinds { was };
                undoing::push(tx, UndoAction::EditProposal, subject(&rows), &inverse)?;
                Ok(articles_of(&rows))
            })?;
        self.tell(ids);
        Ok(())
    }

    /// Corrects which words of the article a proposal is about. Where they were the name,
    /// the name is corrected too, and so are other places with the same words.
    ///
    /// # Errors
    /// `NotFound` when it is not open or has no such place, `InvalidInput` when the words
    /// are no part of the text.
    pub fn set_span(&self, id: ProposalId, from: Span, to: Span) -> Result<()> {
        let article = self.0.shared().store.write("correct a proposal", |tx| {
            let which = ProposalsMeant::These { ids: vec![id] };
            let rows = rows_of(tx, &which, 1)?;
            let row = rows
                .first()
                .ok_or_else(|| Error::not_found(format_args!("proposal {id}")))?;
            correct(tx, row, from, to)?;
            let were = WordsWere {
                meant: KindWas::of(row),
                name: row.name.clone(),
                spans: row.spans.clone(),
            };
            let inverse = Inverse::RestoreProposalWords { were };
            undoing::push(tx, UndoAction::EditProposal, &row.name, &inverse)?;
            Ok(row.article)
        })?;
        self.tell(vec![article]);
        Ok(())
    }
}

fn correct(conn: &Connection, row: &ProposalRow, from: Span, to: Span) -> Result<()> {
    let record = article_table::record(conn, row.article)?;
    let blocks = article_table::blocks(conn, row.article, record.text_version)?;
    let texts = searched_texts(&record.title, record.standfirst.as_deref(), &blocks);
    let take = |span: Span| {
        let (_, text) = texts.iter().find(|(block, _)| *block == span.block)?;
        Anchor::take(span.block, text, span.start, span.end)
    };
    let corrected = take(to).filter(|_| to.block == from.block);
    let words = corrected
        .ok_or_else(|| Error::InvalidInput {
            what: "the selection".into(),
            why: "it is not a part of the article's text".into(),
        })?
        .exact;
    let old = row
        .spans
        .iter()
        .find(|place| place.span == from)
        .ok_or_else(|| Error::not_found("what was proposed there"))?;
    let alike = folded(&words);
    let (before, after) = (
        i64::from(to.start) - i64::from(from.start),
        i64::from(to.end) - i64::from(from.end),
    );
    let mut spans: Vec<ProposedWords> = Vec::new();
    for place in &row.spans {
        let mut now = place.clone();
        if place.span == from {
            now = ProposedWords {
                span: to,
                words: words.clone(),
            };
        } else if place.words == old.words
            && let Some(there) = moved(place.span, before, after)
            && let Some(anchor) = take(there).filter(|anchor| folded(&anchor.exact) == alike)
        {
            now = ProposedWords {
                span: there,
                words: anchor.exact,
            };
        }
        let overlaps = spans.iter().any(|known| {
            known.span.block == now.span.block
                && known.span.start < now.span.end
                && now.span.start < known.span.end
        });
        if !overlaps {
            spans.push(now);
        }
    }
    let named = folded(&old.words) == row.folded;
    let name = if named {
        clean_name(&words)?
    } else {
        row.name.clone()
    };
    if named {
        let entity = meaning(conn, row.kind, &alike, None, None)?;
        let grouped = group_key(entity, None, row.kind, &alike);
        proposal_table::set_meaning(conn, row.id, row.kind, entity, None, &grouped)?;
        proposal_table::set_words(conn, row.id, &name, &folded(&name), &grouped, &spans)?;
    } else {
        proposal_table::set_words(conn, row.id, &name, &row.folded, &row.grouped, &spans)?;
    }
    proposal_table::refresh_covered(conn, row.article)
}

fn moved(span: Span, before: i64, after: i64) -> Option<Span> {
    let at = |place: u32, by: i64| u32::try_from(i64::from(place) + by).ok();
    Some(Span {
        block: span.block,
        start: at(span.start, before)?,
        end: at(span.end, after)?,
    })
}

/// Puts kinds back. Returns the articles touched.
pub(in super::super) fn restore_kinds(
    conn: &Connection,
    was: &[KindWas],
) -> Result<Vec<ArticleId>> {
    let mut articles = Vec::new();
    for was in was {
        if let Some(row) = proposal_table::find(conn, was.id)? {
            was.restore(conn)?;
            articles.push(row.article);
        }
    }
    articles.sort_unstable();
    articles.dedup();
    Ok(articles)
}

/// Puts words back. Returns the article.
pub(in super::super) fn restore_words(
    conn: &Connection,
    were: &WordsWere,
) -> Result<Vec<ArticleId>> {
    let Some(row) = proposal_table::find(conn, were.meant.id)? else {
        return Ok(Vec::new());
    };
    were.meant.restore(conn)?;
    let (name, grouped) = (&were.name, &were.meant.grouped);
    proposal_table::set_words(conn, row.id, name, &folded(name), grouped, &were.spans)?;
    proposal_table::refresh_covered(conn, row.article)?;
    Ok(vec![row.article])
}

/// What proposals mean now, whose kinds are about to be put back.
pub(in super::super) fn kinds_now(conn: &Connection, was: &[KindWas]) -> Result<Vec<KindWas>> {
    let mut now = Vec::new();
    for was in was {
        now.extend(proposal_table::find(conn, was.id)?.map(|row| KindWas::of(&row)));
    }
    Ok(now)
}

/// The words of a proposal now, which are about to be put back.
pub(in super::super) fn words_now(
    conn: &Connection,
    were: &WordsWere,
) -> Result<Option<WordsWere>> {
    let row = proposal_table::find(conn, were.meant.id)?;
    Ok(row.map(|row| WordsWere {
        meant: KindWas::of(&row),
        name: row.name,
        spans: row.spans,
    }))
}
