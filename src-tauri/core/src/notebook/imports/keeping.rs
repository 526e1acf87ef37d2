//! From one thing read to what is kept of it.

use std::sync::Arc;

use rusqlite::Connection;

use super::super::matching::NamesIn;
use super::pickable::is_pickable;
use super::settling;
use crate::Result;
use crate::clock::now_ms;
use crate::copies::Fingerprint;
use crate::domain::{
    ArticleId, ArticleParts, ImportId, ImportItem, ImportItemId, OutcomeCode, OutcomeKind,
};
use crate::entities::NameMatcher;
use crate::import::{Received, Refused};
use crate::store::article_table::NewArticle;
use crate::store::import_table::{self, ItemOrigin};
use crate::store::{Sha256, original_table};

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
    /// When the source says that it was saved, ISO 8601.
    pub saved: Option<String>,
    pub article: Option<ReadArticle>,
    /// Its bytes are those of a kept article, and it was not read: here it is, in case that is
    /// gone by the time it is kept.
    pub unread: Option<Received>,
}

/// An article that was read, and what its copies are found by.
pub(super) struct ReadArticle {
    pub parts: ArticleParts,
    pub text: Fingerprint,
    /// `None` where they were not looked for.
    pub names: Option<NamesIn>,
}

impl ReadArticle {
    /// `matcher`: the names to look for.
    pub fn new(parts: ArticleParts, matcher: Option<Arc<NameMatcher>>) -> Self {
        Self {
            text: Fingerprint::of(&parts.body_text()),
            names: matcher.map(|matcher| NamesIn::of(matcher, &parts)),
            parts,
        }
    }
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
        Self {
            name: why.name,
            location: why.location,
            outcome: if why.code.is_failed_fetch() {
                OutcomeKind::NeedsAttention
            } else {
                OutcomeKind::NotImported
            },
            code: why.code,
            detail: why.detail,
            original: None,
            part: None,
            source: None,
            saved: None,
            article: None,
            unread: None,
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
    let place = thing.location.as_deref().unwrap_or(&thing.name);
    let pickable = thing
        .original
        .is_some_and(|original| is_pickable(original.media_type, place));
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
        copy_of: None,
        original: thing.original.is_some(),
        pickable,
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
            thing.article.as_ref(),
            thing.saved.as_deref(),
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
    article: Option<&ReadArticle>,
    saved: Option<&str>,
) -> Result<()> {
    if let Some(settled) = settling::same_bytes(conn, source)? {
        settled.tell(item);
        return Ok(());
    }
    if let Some((_, article)) = import_table::find_problem(conn, source)? {
        item.outcome = OutcomeKind::Duplicate;
        item.code = match item.code {
            OutcomeCode::LinkSaved => OutcomeCode::SameLink,
            _ => OutcomeCode::SameBytes,
        };
        item.article = article;
        return Ok(());
    }
    if item.code == OutcomeCode::LinkSaved
        && let Some(url) = &item.location
        && let Some(settled) = settling::same_link(conn, url)?
    {
        settled.tell(item);
        return Ok(());
    }
    let readable = matches!(
        item.code,
        OutcomeCode::Imported | OutcomeCode::EncodingUnclear
    );
    let Some(article) = article.filter(|_| readable) else {
        return Ok(());
    };
    let new = NewArticle {
        id: ArticleId::new(),
        import: Some(item.import),
        parts: &article.parts,
        imported_ms: now_ms(),
        original: from.original,
        original_part: from.part,
        original_name: &item.name,
        original_location: item.location.as_deref(),
        source_sha256: source,
        external_id: None,
        saved,
    };
    let settled = settling::settle(conn, matcher, &new, article)?;
    settled.tell(item);
    Ok(())
}
