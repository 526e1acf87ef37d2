//! Versions: an article that was saved again, whose text is another by now.
//!
//! Outlets edit without saying so. Each text is kept with its original; the reader
//! shows the latest, and says what changed.

use rusqlite::Connection;

use super::Articles;
use crate::clock::rfc3339;
use crate::copies::{self, Compared, Fingerprint, Marks};
use crate::domain::{
    ArticleId, ArticleParts, ArticleVersion, Block, OriginalInfo, OriginalView, TextDiff, TextPart,
    Warning, body_text,
};
use crate::entities::NameMatcher;
use crate::store::article_table::{self, ArticleText, NewArticle};
use crate::store::version_table::{self, VersionRow};
use crate::store::{Sha256, original_table};
use crate::text::fold;
use crate::{Error, Result};

mod by_person;
mod edits;
mod kept_original;
mod reread_steps;
mod rereading;
mod showing;

use by_person::left_by_person;
pub(super) use kept_original::{read_original, with_original};
pub use rereading::Rereading;
pub(super) use rereading::{Edits, Reading, Reread, replace, shown_reading, undo as undo_reread};
pub(super) use showing::withdraw;

/// Careless pages all name one link. At most this many articles of one are compared.
const WITH_LINK: u32 = 16;
/// Texts that share a smaller part of their words are not versions of one article.
const STRANGERS: f64 = 0.1;

/// What a source turns out to be whose canonical link is known.
pub(super) enum Again {
    /// The text is kept already.
    Same(ArticleId),
    /// Another text of a kept article, shown in place of the other or not.
    Version { article: ArticleId, shown: bool },
    /// An article of its own: the link is wrong here or there.
    LinkOfAnother,
}

/// Finds the kept article with the canonical link of `new` and keeps its text as a
/// version of it. `None` when there is no such article.
pub(super) fn settle(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    marks: &Marks,
) -> Result<Option<Again>> {
    let Some(url) = new
        .parts
        .canonical_url
        .as_deref()
        .filter(|url| names_article(url))
    else {
        return Ok(None);
    };
    let kept = version_table::articles_with_url(conn, url, WITH_LINK)?;
    if kept.is_empty() {
        return Ok(None);
    }
    let title = fold(&new.parts.title);
    let mut nearest: Option<(f64, ArticleId)> = None;
    for id in kept {
        let record = article_table::record(conn, id)?;
        let blocks = article_table::blocks(conn, id, record.text_version)?;
        let theirs = Fingerprint::of(&body_text(&blocks)).marks;
        let shared = copies::shared(marks, &theirs);
        let related = shared >= STRANGERS || fold(&record.title) == title;
        if related && nearest.is_none_or(|(best, _)| shared > best) {
            nearest = Some((shared, id));
        }
    }
    match nearest {
        Some((_, id)) => add(conn, matcher, id, new).map(Some),
        None => Ok(Some(Again::LinkOfAnother)),
    }
}

/// The newest kept article with this canonical link.
pub(super) fn with_link(conn: &Connection, url: &str) -> Result<Option<ArticleId>> {
    if !names_article(url) {
        return Ok(None);
    }
    let found = version_table::articles_with_url(conn, url, 1)?;
    Ok(found.first().copied())
}

/// A link to a site's front page names no article: careless pages all declare that one.
fn names_article(url: &str) -> bool {
    !url::Url::parse(url).is_ok_and(|url| url.path() == "/" && url.query().is_none())
}

fn add(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    new: &NewArticle<'_>,
) -> Result<Again> {
    let known = version_table::all(conn, id)?;
    let first = match known.is_empty() {
        true => Some(showing::only_version(conn, id)?),
        false => None,
    };
    let mut row = VersionRow {
        version: u32::MAX,
        text_version: u32::MAX,
        shown: false,
        import: new.import,
        imported_ms: new.imported_ms,
        saved: new.saved.map(str::to_owned),
        parts: head(new.parts),
        original: new.original,
        original_part: new.original_part,
        original_name: new.original_name.to_owned(),
        original_location: new.original_location.map(str::to_owned),
        source_sha256: new.source_sha256,
        mentions: None,
        withdrawn_ms: None,
        by_person: false,
    };
    let mut ordered = in_order(known.iter().chain(&first).collect());
    let place = place_of(&ordered, &row);
    let text = new.parts.body_text();
    // The same as before or after it: nothing was changed in between.
    for neighbour in [place.checked_sub(1), Some(place)].into_iter().flatten() {
        if let Some(other) = ordered.get(neighbour)
            && has_text(conn, id, other, &text)?
        {
            return Ok(Again::Same(id));
        }
    }
    ordered.insert(place, &row);
    let shown = to_show(&ordered) == Some(row.version);
    if let Some(first) = &first {
        version_table::insert(conn, id, first)?;
    }
    row.version = article_table::add_text(conn, id, &ArticleText::read(new.parts))?;
    row.text_version = row.version;
    version_table::insert(conn, id, &row)?;
    if shown {
        showing::show(conn, matcher, id, row.version)?;
    }
    Ok(Again::Version { article: id, shown })
}

/// Whether a version reads like `text`, as it was read or as a person left it.
fn has_text(conn: &Connection, id: ArticleId, row: &VersionRow, text: &str) -> Result<bool> {
    for version in [row.version, row.text_version] {
        let blocks = article_table::blocks(conn, id, version)?;
        if copies::same_words(&body_text(&blocks), text) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The fields of a source without its text.
fn head(parts: &ArticleParts) -> ArticleParts {
    ArticleParts {
        blocks: Vec::new(),
        pieces: Vec::new(),
        ..parts.clone()
    }
}

/// Versions that count, from the first text to the last.
fn in_order(rows: Vec<&VersionRow>) -> Vec<&VersionRow> {
    let mut ordered: Vec<&VersionRow> = Vec::with_capacity(rows.len());
    for row in rows {
        if row.withdrawn_ms.is_none() {
            ordered.insert(place_of(&ordered, row), row);
        }
    }
    ordered
}

fn place_of(ordered: &[&VersionRow], row: &VersionRow) -> usize {
    let after = ordered.iter().rposition(|other| is_later(row, other));
    after.map_or(0, |at| at + 1)
}

/// What those who published it say of their changes counts more than when it was saved,
/// and that more than when it was imported.
fn is_later(one: &VersionRow, other: &VersionRow) -> bool {
    match (one.edited_ms(), other.edited_ms()) {
        (Some(mine), Some(theirs)) if mine != theirs => mine > theirs,
        _ => (one.saved_ms(), one.version) > (other.saved_ms(), other.version),
    }
}

/// The version that the reader shows: the last that is whole.
fn to_show(ordered: &[&VersionRow]) -> Option<u32> {
    let whole = |row: &&&VersionRow| {
        let lacking = [
            Warning::PaywallStub,
            Warning::EncodingUnclear,
            Warning::TooLarge,
        ];
        row.by_person
            || !lacking
                .iter()
                .any(|warning| row.parts.warnings.contains(warning))
    };
    let last_whole = ordered.iter().rev().find(whole);
    last_whole.or(ordered.last()).map(|row| row.version)
}

impl Articles<'_> {
    /// The versions of an article, from the first text to the last.
    pub fn versions(&self, id: ArticleId) -> Result<Vec<ArticleVersion>> {
        self.0.shared().store.read("list versions", |conn| {
            let rows = rows_of(conn, id)?;
            let shown = article_table::text_version(conn, id)?;
            let left = left_by_person(conn, id, &rows)?;
            let mut ordered = Vec::new();
            for row in in_order(rows.iter().collect()) {
                ordered.push(row);
                ordered.extend(left.iter().filter(|left| left.text_version == row.version));
            }
            let mut before: Option<(&VersionRow, Vec<Block>)> = None;
            let mut versions = Vec::new();
            for row in ordered {
                let blocks = article_table::blocks(conn, id, row.version)?;
                let (added, removed) = match &before {
                    Some((other, text)) => {
                        let diff = diff(other, text, row, &blocks);
                        (diff.added, diff.removed)
                    }
                    None => (0, 0),
                };
                let by_person = left.iter().any(|left| left.version == row.version);
                versions.push(ArticleVersion {
                    version: row.version,
                    title: row.parts.title.clone(),
                    published: row.parts.published.clone(),
                    updated: row.parts.updated.clone(),
                    saved: row.saved.clone(),
                    imported_at: rfc3339(row.imported_ms),
                    original: original(conn, row)?,
                    words: article_table::count_words(&blocks),
                    shown: row.version == shown
                        || row.shown && !by_person && left.iter().all(|left| left.version != shown),
                    by_person,
                    added,
                    removed,
                });
                before = Some((row, blocks));
            }
            Ok(versions)
        })
    }

    /// What became of version `from` in version `to`.
    pub fn diff(&self, id: ArticleId, from: u32, to: u32) -> Result<TextDiff> {
        self.0.shared().store.read("compare versions", |conn| {
            let mut rows = rows_of(conn, id)?;
            rows.extend(left_by_person(conn, id, &rows)?);
            let (before, after) = (find(&rows, id, from)?, find(&rows, id, to)?);
            let old = article_table::blocks(conn, id, from)?;
            let new = article_table::blocks(conn, id, to)?;
            Ok(diff(before, &old, after, &new))
        })
    }

    /// The original that a version was read from, made safe to show.
    pub fn version_original(&self, id: ArticleId, version: u32) -> Result<OriginalView> {
        let shared = self.0.shared();
        let row = shared.store.read("open a version", |conn| {
            let rows = rows_of(conn, id)?;
            find(&rows, id, version).cloned()
        })?;
        super::originals::view_of_version(shared, id, row)
    }
}

/// What became of the text of one article in another, as a reader sees them.
pub(super) fn diff_articles(conn: &Connection, from: ArticleId, to: ArticleId) -> Result<TextDiff> {
    let text = |id: ArticleId| -> Result<(VersionRow, Vec<Block>)> {
        let version = article_table::record(conn, id)?.text_version;
        Ok((
            showing::only_version(conn, id)?,
            article_table::blocks(conn, id, version)?,
        ))
    };
    let ((before, old), (after, new)) = (text(from)?, text(to)?);
    Ok(diff(&before, &old, &after, &new))
}

/// All versions, also of an article that was saved once.
fn rows_of(conn: &Connection, id: ArticleId) -> Result<Vec<VersionRow>> {
    let rows = version_table::all(conn, id)?;
    if rows.is_empty() {
        return Ok(vec![showing::only_version(conn, id)?]);
    }
    Ok(rows)
}

fn find(rows: &[VersionRow], id: ArticleId, version: u32) -> Result<&VersionRow> {
    rows.iter()
        .find(|row| row.version == version)
        .ok_or_else(|| Error::not_found(format_args!("version {version} of article {id}")))
}

fn original(conn: &Connection, row: &VersionRow) -> Result<Option<OriginalInfo>> {
    let info = |sha256: Sha256, (size, media_type)| OriginalInfo {
        sha256: sha256.hex(),
        size,
        name: row.original_name.clone(),
        location: row.original_location.clone(),
        media_type,
        encoding: row.parts.encoding.clone(),
    };
    let Some(sha256) = row.original else {
        return Ok(None);
    };
    Ok(original_table::get(conn, sha256)?.map(|found| info(sha256, found)))
}

fn diff(before: &VersionRow, old: &[Block], after: &VersionRow, new: &[Block]) -> TextDiff {
    let (old_fields, new_fields) = (
        compared_fields(&before.parts),
        compared_fields(&after.parts),
    );
    copies::diff(
        &Compared {
            fields: &old_fields,
            blocks: old,
        },
        &Compared {
            fields: &new_fields,
            blocks: new,
        },
    )
}

fn compared_fields(parts: &ArticleParts) -> Vec<(TextPart, String)> {
    let iso = |time: &Option<crate::domain::PrintedTime>| {
        time.as_ref()
            .map_or_else(String::new, |time| time.iso.clone())
    };
    vec![
        (TextPart::Title, parts.title.clone()),
        (
            TextPart::Standfirst,
            parts.standfirst.clone().unwrap_or_default(),
        ),
        (TextPart::Byline, parts.byline.join(", ")),
        (TextPart::Published, iso(&parts.published)),
        (TextPart::Updated, iso(&parts.updated)),
    ]
}
