//! From one thing read to what is kept of it.

use rusqlite::Connection;

use super::super::matching::{self, MatchedText};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, ArticleParts, ImportId, ImportItem, ImportItemId, OutcomeCode, OutcomeKind,
};
use crate::entities::NameMatcher;
use crate::import::Refused;
use crate::store::article_table::{self, NewArticle};
use crate::store::import_table::{self, ItemOrigin};
use crate::store::{Sha256, mention_table, original_table};

/// One thing, read and extracted, its original already on disk.
pub(super) struct Prepared {
    pub name: String,
    pub location: Option<String>,
    pub outcome: OutcomeKind,
    pub code: OutcomeCode,
    pub detail: Option<String>,
    /// The file that it was read from, where that is kept.
    pub original: Option<Original>,
    /// Which part of the original it is, where that holds many.
    pub part: Option<u32>,
    /// Of its own bytes. `None`: nothing was received that could be met again.
    pub source: Option<Sha256>,
    pub parts: Option<ArticleParts>,
}

#[derive(Clone, Copy)]
pub(super) struct Original {
    pub sha256: Sha256,
    /// In bytes.
    pub size: u64,
    pub media_type: &'static str,
}

impl Prepared {
    /// Something that was not received.
    pub(super) fn refused(why: Refused) -> Self {
        // A link that could not be fetched is kept to be fetched later.
        let later = matches!(
            why.code,
            OutcomeCode::Offline | OutcomeCode::TimedOut | OutcomeCode::HttpStatus
        );
        Self {
            name: why.name,
            location: why.location,
            outcome: if later {
                OutcomeKind::NeedsAttention
            } else {
                OutcomeKind::NotImported
            },
            code: why.code,
            detail: why.detail,
            original: None,
            part: None,
            source: None,
            parts: None,
        }
    }
}

/// Writes what becomes of one thing: an article, a duplicate, or a problem.
pub(super) fn keep(
    conn: &Connection,
    matcher: &NameMatcher,
    import: ImportId,
    thing: Prepared,
) -> Result<ImportItem> {
    let mut item = ImportItem {
        id: ImportItemId::new(),
        import,
        name: thing.name,
        location: thing.location,
        outcome: thing.outcome,
        code: thing.code,
        detail: thing.detail,
        article: None,
        title: None,
        original: thing.original.is_some(),
        resolved: false,
    };
    let from = ItemOrigin {
        original: thing.original.map(|original| original.sha256),
        part: thing.part,
        source: thing.source,
    };
    if let Some(original) = &thing.original {
        original_table::put(conn, original.sha256, original.size, original.media_type)?;
    }
    if let Some(source) = thing.source {
        settle(
            conn,
            matcher,
            &mut item,
            &from,
            source,
            thing.parts.as_ref(),
        )?;
    }
    import_table::insert_item(conn, &item, &from)?;
    Ok(item)
}

/// Finds out whether it is a duplicate, and keeps the article if not.
fn settle(
    conn: &Connection,
    matcher: &NameMatcher,
    item: &mut ImportItem,
    from: &ItemOrigin,
    source: Sha256,
    parts: Option<&ArticleParts>,
) -> Result<()> {
    if let Some((article, title)) = article_table::find_by_source(conn, source)? {
        duplicate(item, OutcomeCode::SameBytes, Some(article), Some(title));
        return Ok(());
    }
    if let Some((_, article)) = import_table::find_problem(conn, source)? {
        duplicate(item, OutcomeCode::SameBytes, article, None);
        return Ok(());
    }
    if item.code == OutcomeCode::LinkSaved
        && let Some(url) = &item.location
        && let Some((article, title)) = article_table::find_by_url(conn, url)?
    {
        duplicate(item, OutcomeCode::SameLink, Some(article), Some(title));
        return Ok(());
    }
    let readable = matches!(
        item.code,
        OutcomeCode::Imported | OutcomeCode::EncodingUnclear
    );
    let Some(parts) = parts.filter(|_| readable) else {
        return Ok(());
    };
    if let Some(url) = &parts.canonical_url
        && let Some((article, title)) = article_table::find_by_url(conn, url)?
    {
        duplicate(item, OutcomeCode::SameLink, Some(article), Some(title));
        return Ok(());
    }
    let id = ArticleId::new();
    let new = NewArticle {
        id,
        import: Some(item.import),
        parts,
        imported_ms: now_ms(),
        original: from.original,
        original_part: from.part,
        original_name: &item.name,
        original_location: item.location.as_deref(),
        source_sha256: source,
        external_id: None,
    };
    insert_with_mentions(conn, matcher, &new)?;
    item.article = Some(id);
    item.title = Some(parts.title.clone());
    Ok(())
}

fn duplicate(
    item: &mut ImportItem,
    code: OutcomeCode,
    article: Option<ArticleId>,
    title: Option<String>,
) {
    item.outcome = OutcomeKind::Duplicate;
    item.code = code;
    item.article = article;
    item.title = title;
}

/// Keeps an article and a mention for each known name in it.
pub(super) fn insert_with_mentions(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
) -> Result<()> {
    article_table::insert(conn, new)?;
    let text = MatchedText {
        id: new.id,
        version: 1,
        title: &new.parts.title,
        standfirst: new.parts.standfirst.as_deref(),
        blocks: &new.parts.blocks,
    };
    if matching::add_mentions(conn, matcher, &text, &[])? > 0 {
        mention_table::refresh_article(conn, new.id)?;
    }
    Ok(())
}
