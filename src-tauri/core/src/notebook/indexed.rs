//! What the index is told of an article, a note, an entity, a quote or a commented highlight.

use rusqlite::Connection;

use crate::domain::{
    ArticleId, Block, BlockKind, ClippingId, ItemTarget, Party, PrintedTime, Span, body_text,
};
use crate::search::query::State;
use crate::search::{DocumentFacts, DocumentKey, IndexChange, IndexDocument};
use crate::store::article_table::ArticleRecord;
use crate::store::change_table::Changed;
use crate::store::clipping_table::{self, ClippingRow};
use crate::store::{
    article_table, dossier_item_table, entity_table, mention_table, note_table, tag_table,
    wire_table,
};
use crate::{Error, Result, notes};

/// One damaged row must not keep everything after it from being found: what can't
/// be read is not searchable, and `verify` says so.
pub(super) fn index_change_or_delete(conn: &Connection, changed: Changed) -> Result<IndexChange> {
    match index_change(conn, changed) {
        Err(error @ (Error::Format { .. } | Error::NotFound { .. })) => {
            tracing::error!(%error, "what can't be read can't be searched");
            Ok(IndexChange::Delete(match changed {
                Changed::Article(id) => DocumentKey::Article(id),
                Changed::Note(id) => DocumentKey::Note(id),
                Changed::Entity(id) => DocumentKey::Entity(id),
                Changed::Clipping(id) => DocumentKey::Quote(id),
            }))
        }
        change => change,
    }
}

/// What the index has to do about a changed thing, as it is now.
fn index_change(conn: &Connection, changed: Changed) -> Result<IndexChange> {
    Ok(match changed {
        Changed::Article(id) => match article_table::find_record(conn, id)? {
            Some(article) if !article.deleted => IndexChange::Put(document_of(conn, id, article)?),
            _ => IndexChange::Delete(DocumentKey::Article(id)),
        },
        Changed::Note(id) => {
            let key = DocumentKey::Note(id);
            match note_table::find_record(conn, id)? {
                Some(note) if !note.deleted => IndexChange::Put(IndexDocument {
                    key,
                    body: notes::readable(&note.body, super::labels::titles(conn)),
                    title: note.title,
                    names: Vec::new(),
                    language: None,
                    published: Some(note.edited_ms),
                    facts: in_dossiers(conn, ItemTarget::Note { id })?,
                }),
                _ => IndexChange::Delete(key),
            }
        }
        Changed::Entity(id) => {
            let key = DocumentKey::Entity(id);
            match entity_table::find_record(conn, id)? {
                Some(entity) if !entity.deleted => IndexChange::Put(IndexDocument {
                    key,
                    names: entity_table::names(conn, id)?
                        .into_iter()
                        .map(|name| name.text)
                        .collect(),
                    title: entity.name,
                    body: entity.description,
                    language: None,
                    published: None,
                    facts: DocumentFacts {
                        entity_kind: Some(entity.kind),
                        ..in_dossiers(conn, ItemTarget::Entity { id })?
                    },
                }),
                _ => IndexChange::Delete(key),
            }
        }
        Changed::Clipping(id) => match clipping_table::find(conn, id)? {
            Some(row) if is_searched(conn, &row)? => IndexChange::Put(quote_document(conn, row)?),
            _ => IndexChange::Delete(DocumentKey::Quote(id)),
        },
    })
}

/// Quotes that are found by what a changed thing is called.
pub(super) fn quotes_called_by(conn: &Connection, changed: Changed) -> Result<Vec<ClippingId>> {
    match changed {
        Changed::Article(id) => clipping_table::searched_of_article(conn, id),
        Changed::Entity(id) => clipping_table::quotes_of_entity(conn, id),
        Changed::Note(_) | Changed::Clipping(_) => Ok(Vec::new()),
    }
}

/// A plain highlight says no more than its article. One with a comment is a person's own
/// words, and is seen with its article.
fn is_searched(conn: &Connection, row: &ClippingRow) -> Result<bool> {
    if row.deleted || row.marks.quote.is_some() || row.marks.comment.is_empty() {
        return Ok(!row.deleted && row.marks.quote.is_some());
    }
    Ok(match row.article {
        Some(article) => !article_table::record(conn, article)?.deleted,
        None => true,
    })
}

/// A quote is found by its words and those beside them, by who said it and through whom,
/// and by its outlet; its day is that on which it was said, or else that of publication.
fn quote_document(conn: &Connection, row: ClippingRow) -> Result<IndexDocument> {
    let (id, made_ms) = (row.id, row.made_ms);
    let clipping = super::clippings::shown(conn, row)?;
    let quote = clipping.quote;
    let said = quote.as_ref().and_then(|quote| quote.said.as_ref());
    let published = clipping.source.published.as_ref();
    let day = said.map(|said| &said.time).or(published);
    let speaker = quote.as_ref().and_then(|quote| quote.speaker.as_ref());
    let via = quote.as_ref().and_then(|quote| quote.via.as_ref());
    let parties = || speaker.into_iter().chain(via);
    let original = quote.as_ref().and_then(|quote| quote.original.as_deref());
    let mut body = clipping.anchor.exact;
    for more in [original.unwrap_or_default(), clipping.comment.as_str()] {
        if !more.is_empty() {
            body.push_str("\n\n");
            body.push_str(more);
        }
    }
    let called = |party: &Party| [party.name.clone(), party.words.clone()];
    let mut facts = in_dossiers(conn, ItemTarget::Quote { id })?;
    if quote.is_none() {
        facts.states.push(State::Highlight);
    }
    Ok(IndexDocument {
        key: DocumentKey::Quote(id),
        title: String::new(),
        body,
        names: parties().map(|party| party.name.clone()).collect(),
        language: clipping.source.language,
        published: day.and_then(PrintedTime::sort_key),
        facts: DocumentFacts {
            imported: Some(made_ms),
            outlet: clipping.source.outlet,
            entities: parties().filter_map(|party| party.entity).collect(),
            speakers: speaker.and_then(|party| party.entity).into_iter().collect(),
            speaker_names: speaker.map(called).into_iter().flatten().collect(),
            ..facts
        },
    })
}

/// An article as the index sees it.
pub(super) fn article_document(conn: &Connection, id: ArticleId) -> Result<IndexDocument> {
    document_of(conn, id, article_table::record(conn, id)?)
}

fn document_of(conn: &Connection, id: ArticleId, article: ArticleRecord) -> Result<IndexDocument> {
    let blocks = article_table::blocks(conn, id, article.text_version)?;
    let captions = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Caption)
        .map(|block| block.text.as_str());
    let mut facts = facts(conn, id, &article)?;
    let mut body = article.standfirst.unwrap_or_default();
    for text in std::iter::once(body_text(&blocks).as_str()).chain(captions) {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(text);
    }
    let mut title = article.title;
    if begins_with(&blocks, &title) {
        facts.opening = Some(std::mem::take(&mut title));
    }
    Ok(IndexDocument {
        key: DocumentKey::Article(id),
        title,
        body,
        names: Vec::new(),
        facts,
        language: article.language,
        published: article.published.is_some().then_some(article.listed_ms),
    })
}

/// What search can ask of an article beside its text.
fn facts(conn: &Connection, id: ArticleId, article: &ArticleRecord) -> Result<DocumentFacts> {
    let entities = mention_table::entities(conn, id)?;
    let (names, tagged) = mention_table::names(conn, id)?;
    let tags: Vec<String> = tag_table::of_article(conn, id)?
        .into_iter()
        .map(|(_, folded)| folded)
        .collect();
    let dossiers = dossier_item_table::dossiers_of(conn, &ItemTarget::Article { id })?;
    let group = wire_table::member(conn, id)?.map(|member| member.group);
    let states = [
        (State::Read, article.read),
        (State::Unread, !article.read),
        (State::Starred, article.starred),
        (State::Archived, article.archived),
        (State::Wire, group.is_some()),
        (State::Original, article.original.is_some()),
        (State::Link, article.canonical_url.is_some()),
        (State::Date, article.published.is_some()),
        (State::Byline, !article.byline.is_empty()),
        (State::Entity, !entities.is_empty()),
        (State::Tag, !tags.is_empty()),
        (State::Dossier, !dossiers.is_empty()),
        (State::Quote, clipping_table::has_quote(conn, id)?),
    ];
    Ok(DocumentFacts {
        imported: Some(article.imported_ms),
        byline: article.byline.clone(),
        outlet: article.outlet.clone(),
        states: states
            .into_iter()
            .filter_map(|(state, holds)| holds.then_some(state))
            .collect(),
        entities,
        names,
        tagged,
        tags,
        dossiers,
        group,
        ..DocumentFacts::default()
    })
}

/// What search can ask of a note, an entity or a quote.
fn in_dossiers(conn: &Connection, target: ItemTarget) -> Result<DocumentFacts> {
    let dossiers = dossier_item_table::dossiers_of(conn, &target)?;
    let states = match dossiers.is_empty() {
        true => Vec::new(),
        false => vec![State::Dossier],
    };
    Ok(DocumentFacts {
        dossiers,
        states,
        ..DocumentFacts::default()
    })
}

/// A text without a headline is called by its first words: they say nothing that the
/// text doesn't, and must not count twice.
fn begins_with(blocks: &[Block], title: &str) -> bool {
    let words = title.trim_end_matches(['…', '.']).trim_end();
    blocks
        .first()
        .and_then(|block| block.text.strip_prefix(words))
        .is_some_and(|rest| rest.chars().any(char::is_alphanumeric))
}

/// The texts of an article that search looks at, each with where it is anchored.
pub(super) fn searched_texts(
    title: &str,
    standfirst: Option<&str>,
    blocks: &[Block],
) -> Vec<(i32, String)> {
    let mut texts = vec![(Span::TITLE, title.to_owned())];
    if let Some(standfirst) = standfirst {
        texts.push((Span::STANDFIRST, standfirst.to_owned()));
    }
    texts.extend((0..).zip(blocks).map(|(n, block)| (n, block.text.clone())));
    texts
}
