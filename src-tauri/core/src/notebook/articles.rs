//! Articles: lists, reading, correcting, the trash.

use std::collections::HashSet;

use rusqlite::Connection;

use super::undoing::{self, Inverse, Subject};
use super::{Notebook, correcting, matching};
use crate::clock::rfc3339;
use crate::domain::{
    Article, ArticleId, ArticlePage, ArticleQuery, Candidate, Field, FieldProvenance, Origin,
    OriginalInfo, OriginalView, PrintedTime, UndoAction, Warning,
};
use crate::jobs::CancelToken;
use crate::store::{
    article_list, article_table, mention_table, merge_table, original_table, tag_table,
    version_table, wire_table,
};
use crate::{Error, Result};

/// How many entities a row of the list names.
const ROW_ENTITIES: usize = 3;
/// The longest stretch of a list that is given at once.
const MAX_ROWS: u32 = 500;

mod correction;
mod pieces;
mod place;

pub(super) use correction::{insert, note_rewritten};
pub(super) use pieces::number_blocks;

pub struct Articles<'a>(pub(super) &'a Notebook);

impl Articles<'_> {
    /// A stretch of a list; `limit` is cut at 500.
    pub fn list(&self, query: &ArticleQuery, offset: u32, limit: u32) -> Result<ArticlePage> {
        self.0.shared().store.read("list articles", |conn| {
            let mut query = query.clone();
            if let Some(entity) = &mut query.entity {
                *entity = merge_table::root(conn, *entity)?;
            }
            let page = article_list::list(conn, &query, offset, limit.min(MAX_ROWS))?;
            let ArticlePage { mut rows, .. } = page;
            for row in &mut rows {
                if page.total < page.articles {
                    row.wire = wire_table::summary(conn, row.id)?;
                }
                row.entities = mention_table::chips(conn, row.id)?;
                let more = row.entities.len().saturating_sub(ROW_ENTITIES);
                row.more_entities = u32::try_from(more).unwrap_or(u32::MAX);
                row.entities.truncate(ROW_ENTITIES);
            }
            Ok(ArticlePage { rows, ..page })
        })
    }

    /// The articles of a stretch of a list, each row's own; `limit` is not cut.
    pub fn ids(&self, query: &ArticleQuery, offset: u32, limit: u32) -> Result<Vec<ArticleId>> {
        self.0.shared().store.read("list articles", |conn| {
            article_list::ids(conn, &of_root(conn, query)?, offset, limit)
        })
    }

    /// The row of a list in which an article stands; none where it is only a copy that
    /// another row stands for.
    pub fn row_of(&self, query: &ArticleQuery, id: ArticleId) -> Result<Option<u32>> {
        self.0.shared().store.read("find an article's row", |conn| {
            article_list::row_of(conn, &of_root(conn, query)?, id)
        })
    }

    pub fn get(&self, id: ArticleId) -> Result<Article> {
        self.0
            .shared()
            .store
            .read("open an article", |conn| read(conn, id))
    }

    /// The article that was imported under this id of another program.
    pub fn find_external(&self, external_id: &str) -> Result<Option<ArticleId>> {
        self.0.shared().store.read("look for an article", |conn| {
            Ok(article_table::find_by_external(conn, external_id)?.map(|(id, _)| id))
        })
    }

    /// The id of another program that the article was imported under.
    pub fn external_id(&self, id: ArticleId) -> Result<Option<String>> {
        self.0.shared().store.read("look for an article", |conn| {
            Ok(article_table::record(conn, id)?.external_id)
        })
    }

    /// The kept original, made safe to show.
    pub fn original(&self, id: ArticleId) -> Result<OriginalView> {
        super::originals::view(self.0.shared(), id)
    }

    /// Sets a field to what a person wrote; `None` empties it. `zone` is for times.
    pub fn edit_field(
        &self,
        id: ArticleId,
        field: Field,
        value: Option<String>,
        zone: Option<String>,
    ) -> Result<Article> {
        let value = value
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty());
        check_field(field, value.as_deref())?;
        let matcher = self.0.shared().matcher();
        self.write(id, "edit a field", |conn| {
            let (fields, _) = article_table::provenance(conn, id)?;
            let mut candidates = fields
                .into_iter()
                .find(|known| known.field == field)
                .map_or_else(Vec::new, |known| known.candidates);
            let before = candidates.clone();
            // Picking a rival keeps where the rival came from.
            let picked = candidates
                .iter()
                .position(|known| Some(&known.value) == value.as_ref() && known.zone == zone);
            match picked {
                Some(at) => {
                    let chosen = candidates.remove(at);
                    candidates.insert(0, chosen);
                }
                None => {
                    // What was typed before is no rival of what is typed now. Undo
                    // brings it back.
                    candidates.retain(|known| {
                        known.origin != Origin::Person
                            || (value.is_none() && !known.value.is_empty())
                    });
                    candidates.insert(
                        0,
                        Candidate {
                            value: value.unwrap_or_default(),
                            zone,
                            origin: Origin::Person,
                        },
                    );
                }
            }
            let title = article_table::record(conn, id)?.title;
            correcting::use_candidates(conn, id, field, candidates)?;
            if matches!(field, Field::Title | Field::Standfirst) {
                matching::match_article(conn, &matcher, id)?;
            }
            undoing::push(
                conn,
                UndoAction::EditField,
                &title,
                &Inverse::SetField {
                    article: id,
                    field,
                    candidates: before,
                },
            )?;
            Ok(())
        })
    }

    /// Moves articles to the trash.
    pub fn delete(&self, ids: &[ArticleId]) -> Result<()> {
        self.delete_all(ids.to_vec(), &CancelToken::new(), &mut |_| {})?;
        Ok(())
    }

    /// Takes articles out of the trash.
    pub fn restore(&self, ids: &[ArticleId]) -> Result<()> {
        self.restore_all(ids.to_vec(), &CancelToken::new(), &mut |_| {})?;
        Ok(())
    }

    pub(super) fn tell(&self, ids: Vec<ArticleId>) {
        for change in undoing::articles_and_entities(ids) {
            self.0.changed(change);
        }
    }

    pub(super) fn write(
        &self,
        id: ArticleId,
        action: &'static str,
        work: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<Article> {
        let article = self.0.shared().store.write(action, |tx| {
            work(tx)?;
            read(tx, id)
        })?;
        self.tell(vec![id]);
        Ok(article)
    }
}

/// A list of the articles of an entity is of the one that holds it.
fn of_root(conn: &Connection, query: &ArticleQuery) -> Result<ArticleQuery> {
    let mut query = query.clone();
    if let Some(entity) = &mut query.entity {
        *entity = merge_table::root(conn, *entity)?;
    }
    Ok(query)
}

/// What a step calls the articles that it was done to.
pub(super) fn subject_of(conn: &Connection, ids: &[ArticleId]) -> Result<Subject> {
    match ids {
        [one] => Ok(article_table::record(conn, *one)?.title.into()),
        many => Ok(Subject::Many(many.len())),
    }
}

fn read(conn: &Connection, id: ArticleId) -> Result<Article> {
    let record = article_table::record(conn, id)?;
    let text = article_table::text(conn, id, record.text_version)?;
    let (provenance, mut warnings) = article_table::provenance(conn, id)?;
    if text.is_typed() {
        // They speak of a text that is no longer shown.
        warnings.retain(|warning| *warning == Warning::LinkOfAnother);
    }
    let original = match record.original {
        Some(sha256) => original_table::get(conn, sha256)?.map(|(size, media_type)| OriginalInfo {
            sha256: sha256.hex(),
            size,
            name: record.original_name,
            location: record.original_location,
            media_type,
            encoding: record.encoding,
        }),
        None => None,
    };
    let lines: HashSet<u32> = text
        .by_hand
        .corrected
        .iter()
        .map(|known| known.line)
        .collect();
    let corrected = (0..)
        .zip(&text.blocks)
        .filter_map(|(n, block)| lines.contains(&block.line).then_some(n))
        .collect();
    let reading = place::find(conn, id, &text.blocks)?;
    let left = text.by_hand.of_reading.is_some();
    Ok(Article {
        id,
        title: record.title,
        standfirst: record.standfirst,
        byline: record.byline,
        outlet: record.outlet,
        published: record.published,
        updated: record.updated,
        language: record.language,
        canonical_url: record.canonical_url,
        section: record.section,
        place: in_use(&provenance, Field::Place).map(str::to_owned),
        agencies: article_table::people(in_use(&provenance, Field::Agencies)),
        blocks: text.blocks,
        pieces: text.pieces,
        provenance,
        warnings,
        mentions: mention_table::of_article(conn, id)?,
        proposals: super::proposing::of_article(conn, id)?,
        entities: mention_table::chips(conn, id)?,
        tags: tag_table::of_article(conn, id)?
            .into_iter()
            .map(|(path, _)| path)
            .collect(),
        original,
        imported_at: rfc3339(record.imported_ms),
        read: record.read,
        starred: record.starred,
        archived: record.archived,
        deleted: record.deleted,
        words: record.words,
        text_version: record.text_version,
        text_origin: text.by_hand.origin,
        corrected,
        reading,
        versions: version_table::count(conn, id)?.max(1) + u32::from(left),
        wire: wire_table::summary(conn, id)?,
    })
}

/// The value in use of a field that is kept in its provenance only.
pub(super) fn in_use(provenance: &[FieldProvenance], field: Field) -> Option<&str> {
    let known = provenance.iter().find(|known| known.field == field)?;
    let chosen = known.candidates.first()?;
    Some(chosen.value.as_str()).filter(|value| !value.is_empty())
}

fn check_field(field: Field, value: Option<&str>) -> Result<()> {
    let refuse = |why: &str| {
        Err(Error::InvalidInput {
            what: value.unwrap_or_default().to_owned(),
            why: why.to_owned(),
        })
    };
    match (field, value) {
        (Field::Title, None) => refuse("an article needs a title"),
        (Field::Published | Field::Updated, Some(iso)) => {
            let time = PrintedTime {
                iso: iso.to_owned(),
                zone: None,
            };
            match time.sort_key() {
                Some(_) => Ok(()),
                None => refuse(
                    "a time is written like 2022, 2022-05, 2022-05-10 or 2022-05-10T16:14+01:00",
                ),
            }
        }
        _ => Ok(()),
    }
}
