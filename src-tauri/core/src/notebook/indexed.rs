//! What the index is told of an article, a note or an entity.

use rusqlite::Connection;

use crate::domain::{ArticleId, Block, BlockKind, ItemTarget, Span, body_text};
use crate::search::query::State;
use crate::search::{DocumentFacts, DocumentKey, IndexChange, IndexDocument};
use crate::store::article_table::ArticleRecord;
use crate::store::change_table::Changed;
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
        (State::Wire, group.is_some()),
        (State::Original, article.original.is_some()),
        (State::Link, article.canonical_url.is_some()),
        (State::Date, article.published.is_some()),
        (State::Byline, !article.byline.is_empty()),
        (State::Entity, !entities.is_empty()),
        (State::Tag, !tags.is_empty()),
        (State::Dossier, !dossiers.is_empty()),
    ];
    Ok(DocumentFacts {
        opening: None,
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
        entity_kind: None,
        group,
    })
}

/// What search can ask of a note or an entity.
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
