//! From one thing received to what is kept of it.

use std::fs::File;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use rusqlite::Connection;

use super::super::matching::{self, MatchedText};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, ArticleParts, Candidate, Field, FieldProvenance, ImportId, ImportItem, ImportItemId,
    Origin, OutcomeCode, OutcomeKind, Warning,
};
use crate::entities::NameMatcher;
use crate::extract::{self, MediaType, SourceHints};
use crate::import::{Found, Received, Refused, receive};
use crate::jobs::CancelToken;
use crate::store::article_table::{self, NewArticle};
use crate::store::{Originals, Sha256, import_table, mention_table, original_table};

/// One thing, read and extracted, its original already on disk.
pub(super) struct Prepared {
    name: String,
    location: Option<String>,
    outcome: OutcomeKind,
    code: OutcomeCode,
    detail: Option<String>,
    original: Option<Original>,
    parts: Option<ArticleParts>,
}

struct Original {
    sha256: Sha256,
    size: u64,
    media_type: &'static str,
}

/// Receives, keeps the original of, and extracts one thing.
pub(super) fn prepare(found: &Found, originals: &Originals, cancel: &CancelToken) -> Prepared {
    let source = match found {
        Found::Skipped { path, code } => {
            return refused(Refused {
                name: path
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
                location: Some(path.to_string_lossy().into_owned()),
                code: *code,
                detail: None,
            });
        }
        Found::Source(source) => source,
    };
    if cancel.is_cancelled() {
        return refused(cancelled(source));
    }
    match receive(source.clone()) {
        Ok(received) => extract_received(received, originals),
        Err(why) if why.code == OutcomeCode::TooLarge => keep_unread(why, originals),
        Err(why) => refused(why),
    }
}

/// Keeps the original of a file that is too large to be read whole.
fn keep_unread(why: Refused, originals: &Originals) -> Prepared {
    let path = why.location.as_deref().map(Path::new);
    let kept = path.and_then(|path| {
        let file = File::open(path).ok()?;
        originals.keep_stream(file, path).ok()
    });
    let mut prepared = refused(why);
    if let Some((sha256, size)) = kept {
        prepared.outcome = OutcomeKind::NeedsAttention;
        prepared.original = Some(Original {
            sha256,
            size,
            media_type: media_type(None),
        });
    }
    prepared
}

fn cancelled(source: &crate::domain::ImportSource) -> Refused {
    use crate::domain::ImportSource;
    let location = match source {
        ImportSource::Path { path } => Some(path.clone()),
        ImportSource::Link { url } => Some(url.clone()),
        ImportSource::Html { url, .. } => url.clone(),
        ImportSource::Text { .. } | ImportSource::Bytes { .. } => None,
    };
    let name = location.as_deref().unwrap_or_default();
    Refused {
        name: name.rsplit('/').next().unwrap_or(name).to_owned(),
        location,
        code: OutcomeCode::Cancelled,
        detail: None,
    }
}

fn refused(why: Refused) -> Prepared {
    // A link that could not be fetched is kept to be fetched later.
    let later = matches!(
        why.code,
        OutcomeCode::Offline | OutcomeCode::TimedOut | OutcomeCode::HttpStatus
    );
    Prepared {
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
        parts: None,
    }
}

fn extract_received(received: Received, originals: &Originals) -> Prepared {
    let mut prepared = Prepared {
        name: received.name.clone(),
        location: received.location.clone(),
        outcome: OutcomeKind::NotImported,
        code: OutcomeCode::Empty,
        detail: None,
        original: None,
        parts: None,
    };
    if received.bytes.iter().all(u8::is_ascii_whitespace) {
        return prepared;
    }
    match originals.keep(&received.bytes) {
        Ok(sha256) => {
            prepared.original = Some(Original {
                sha256,
                size: received.bytes.len() as u64,
                media_type: media_type(received.media),
            });
        }
        Err(error) => {
            prepared.code = OutcomeCode::Internal;
            prepared.detail = Some(error.to_string());
            return prepared;
        }
    }
    prepared.outcome = OutcomeKind::NeedsAttention;
    let Some(media) = received.media else {
        prepared.code = OutcomeCode::FormatNotRead;
        return prepared;
    };
    let hints = SourceHints {
        file_name: received.url.is_none().then_some(received.name.as_str()),
        url: received.url.as_deref(),
        media,
        charset: received.charset.as_deref(),
        saved: None,
        facts: None,
    };
    // A defect in a parser must not cost the other files of the import.
    let extracted = panic::catch_unwind(AssertUnwindSafe(|| {
        extract::article(&received.bytes, &hints)
    }));
    let Ok(mut parts) = extracted else {
        prepared.code = OutcomeCode::Internal;
        return prepared;
    };
    if let (None, Some(url)) = (&parts.canonical_url, &received.url) {
        keep_link(&mut parts, url);
    }
    (prepared.outcome, prepared.code) = judge(&parts);
    prepared.parts = Some(parts);
    prepared
}

fn media_type(media: Option<MediaType>) -> &'static str {
    match media {
        Some(MediaType::Html) => "text/html",
        Some(MediaType::Text) => "text/plain",
        Some(MediaType::Markdown) => "text/markdown",
        None => "application/octet-stream",
    }
}

/// A page that names no canonical link has the one that it was fetched from.
fn keep_link(parts: &mut ArticleParts, url: &str) {
    parts.canonical_url = Some(url.to_owned());
    parts.provenance.push(FieldProvenance {
        field: Field::CanonicalUrl,
        candidates: vec![Candidate {
            value: url.to_owned(),
            zone: None,
            origin: Origin::Url,
        }],
    });
}

fn judge(parts: &ArticleParts) -> (OutcomeKind, OutcomeCode) {
    let warned = |warning| parts.warnings.contains(&warning);
    if warned(Warning::ConsentOnly) {
        (OutcomeKind::NeedsAttention, OutcomeCode::ConsentOnly)
    } else if warned(Warning::ErrorPage) {
        (OutcomeKind::NeedsAttention, OutcomeCode::ErrorPage)
    } else if warned(Warning::NoText) || parts.blocks.is_empty() {
        (OutcomeKind::NeedsAttention, OutcomeCode::NoText)
    } else if warned(Warning::EncodingUnclear) {
        (OutcomeKind::NeedsAttention, OutcomeCode::EncodingUnclear)
    } else {
        (OutcomeKind::Imported, OutcomeCode::Imported)
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
    if let Some(original) = &thing.original {
        original_table::put(conn, original.sha256, original.size, original.media_type)?;
        settle(conn, matcher, &mut item, original, thing.parts.as_ref())?;
    }
    import_table::insert_item(conn, &item, thing.original.map(|original| original.sha256))?;
    Ok(item)
}

/// Finds out whether it is a duplicate, and keeps the article if not.
fn settle(
    conn: &Connection,
    matcher: &NameMatcher,
    item: &mut ImportItem,
    original: &Original,
    parts: Option<&ArticleParts>,
) -> Result<()> {
    if let Some((article, title)) = article_table::find_by_source(conn, original.sha256)? {
        duplicate(item, OutcomeCode::SameBytes, Some(article), Some(title));
        return Ok(());
    }
    if let Some((_, article)) = import_table::find_problem(conn, original.sha256)? {
        duplicate(item, OutcomeCode::SameBytes, article, None);
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
        original: Some(original.sha256),
        original_part: None,
        original_name: &item.name,
        original_location: item.location.as_deref(),
        source_sha256: original.sha256,
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
