//! What becomes of an article that was read: a duplicate, a version of one that is
//! kept, a copy of an agency text, or an article of its own.

use rusqlite::Connection;

use super::super::matching::{self, MatchedText, NamesIn};
use super::super::versions::{self, Again};
use super::super::wire;
use super::keeping::ReadArticle;
use crate::Result;
use crate::copies;
use crate::domain::{
    ArticleId, CopiedArticle, ImportItem, OutcomeCode, OutcomeKind, Warning, body_text,
};
use crate::entities::NameMatcher;
use crate::store::article_table::{self, NewArticle};
use crate::store::{Sha256, mention_table, tag_table, version_table};
use crate::text::{TagPath, fold};

/// What became of an article.
pub(super) struct Settled {
    outcome: OutcomeKind,
    code: OutcomeCode,
    article: ArticleId,
    title: String,
    copy_of: Option<CopiedArticle>,
}

impl Settled {
    fn new(
        conn: &Connection,
        outcome: OutcomeKind,
        code: OutcomeCode,
        article: ArticleId,
    ) -> Result<Self> {
        Ok(Self {
            outcome,
            code,
            article,
            title: article_table::title(conn, article)?,
            copy_of: None,
        })
    }

    /// Writes it in the import's list. A problem that a person has to look at is not
    /// covered up by what else is known, but by its having been kept before.
    pub fn tell(self, item: &mut ImportItem) {
        if item.outcome != OutcomeKind::NeedsAttention || self.outcome == OutcomeKind::Duplicate {
            item.outcome = self.outcome;
            item.code = self.code;
        }
        item.article = Some(self.article);
        item.title = Some(self.title);
        item.copy_of = self.copy_of;
    }
}

/// Keeps the article where it belongs.
pub(super) fn settle(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    read: &ReadArticle,
) -> Result<Settled> {
    if let Some(settled) = same_bytes(conn, new.source_sha256)? {
        give_tags(conn, new, settled.article)?;
        return Ok(settled);
    }
    let settled = settle_new(conn, matcher, new, read)?;
    if settled.article != new.id {
        give_tags(conn, new, settled.article)?;
    }
    Ok(settled)
}

/// Gives an article that was there the tags that come with it now, to be taken back with
/// the import; not those that a person took from it.
fn give_tags(conn: &Connection, new: &NewArticle<'_>, article: ArticleId) -> Result<()> {
    for tag in new.parts.tags.iter().filter_map(|tag| TagPath::read(tag)) {
        if tag_table::was_removed(conn, &tag, article)? {
            continue;
        }
        let known = tag_table::ensure(conn, &tag)?;
        if tag_table::add(conn, known, article)?
            && let Some(import) = new.import
        {
            tag_table::note_import(conn, import, article, &tag)?;
        }
    }
    Ok(())
}

fn settle_new(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    read: &ReadArticle,
) -> Result<Settled> {
    match versions::settle(conn, matcher, new, &read.text.marks)? {
        Some(Again::Same(article)) => {
            Settled::new(conn, OutcomeKind::Duplicate, OutcomeCode::SameLink, article)
        }
        Some(Again::Version { article, shown }) => {
            let code = if shown {
                OutcomeCode::NewVersion
            } else {
                OutcomeCode::OtherVersion
            };
            Settled::new(conn, OutcomeKind::NewVersion, code, article)
        }
        Some(Again::LinkOfAnother) => {
            let mut parts = new.parts.clone();
            parts.warnings.push(Warning::LinkOfAnother);
            let parts = &parts;
            keep(conn, matcher, &NewArticle { parts, ..*new }, read)
        }
        None => keep(conn, matcher, new, read),
    }
}

/// The article that is kept under a link.
pub(super) fn same_link(conn: &Connection, url: &str) -> Result<Option<Settled>> {
    let Some(article) = versions::with_link(conn, url)? else {
        return Ok(None);
    };
    Settled::new(conn, OutcomeKind::Duplicate, OutcomeCode::SameLink, article).map(Some)
}

/// The article that has these very bytes, or a version of which has them.
pub(super) fn same_bytes(conn: &Connection, sha256: Sha256) -> Result<Option<Settled>> {
    let known = match article_table::find_by_source(conn, sha256)? {
        Some(known) => Some(known),
        None => version_table::find_by_source(conn, sha256)?,
    };
    let Some((article, _)) = known else {
        return Ok(None);
    };
    Settled::new(
        conn,
        OutcomeKind::Duplicate,
        OutcomeCode::SameBytes,
        article,
    )
    .map(Some)
}

fn keep(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    read: &ReadArticle,
) -> Result<Settled> {
    conn.execute_batch("SAVEPOINT keep_article")?;
    let settled = keep_new(conn, matcher, new, read)?;
    // What it is a copy of is only known once it is there.
    if let Some(copied) = settled.copy_of.as_ref().map(|copied| copied.id)
        && says_nothing_new(conn, new, copied)?
    {
        conn.execute_batch("ROLLBACK TO keep_article; RELEASE keep_article")?;
        return Settled::new(conn, OutcomeKind::Duplicate, OutcomeCode::SameText, copied);
    }
    conn.execute_batch("RELEASE keep_article")?;
    Ok(settled)
}

/// Whether an article without a link has the title and the text of one that is kept, and no
/// field that is another there: the same pasted twice, or saved by another program.
fn says_nothing_new(conn: &Connection, new: &NewArticle<'_>, kept: ArticleId) -> Result<bool> {
    let (parts, there) = (new.parts, article_table::record(conn, kept)?);
    let heads = parts.canonical_url.is_none()
        && fold(&parts.title) == fold(&there.title)
        && (parts.byline.is_empty() || parts.byline == there.byline)
        && (parts.outlet.is_none() || parts.outlet == there.outlet)
        && (parts.published.is_none() || parts.published == there.published)
        && (parts.standfirst.is_none() || parts.standfirst == there.standfirst);
    if !heads {
        return Ok(false);
    }
    let blocks = article_table::blocks(conn, kept, there.text_version)?;
    Ok(copies::same_words(&body_text(&blocks), &parts.body_text()))
}

fn keep_new(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    read: &ReadArticle,
) -> Result<Settled> {
    insert_with_mentions(conn, matcher, new, read.names.as_ref())?;
    for tag in new.parts.tags.iter().filter_map(|tag| TagPath::read(tag)) {
        let known = tag_table::ensure(conn, &tag)?;
        tag_table::add(conn, known, new.id)?;
    }
    let Some(copied) = wire::place(conn, new.id, &read.text)? else {
        return Settled::new(conn, OutcomeKind::Imported, OutcomeCode::Imported, new.id);
    };
    let copy_of = CopiedArticle {
        id: copied,
        title: article_table::title(conn, copied)?,
    };
    let settled = Settled::new(conn, OutcomeKind::WireCopy, OutcomeCode::WireCopy, new.id)?;
    Ok(Settled {
        copy_of: Some(copy_of),
        ..settled
    })
}

/// Keeps an article and a mention for each known name in it.
fn insert_with_mentions(
    conn: &Connection,
    matcher: &NameMatcher,
    new: &NewArticle<'_>,
    names: Option<&NamesIn>,
) -> Result<()> {
    article_table::insert(conn, new)?;
    let text = MatchedText {
        id: new.id,
        version: 1,
        title: &new.parts.title,
        standfirst: new.parts.standfirst.as_deref(),
        blocks: &new.parts.blocks,
        language: new.parts.language.as_deref(),
    };
    if matching::add_to_new(conn, matcher, &text, names)? > 0 {
        mention_table::refresh_article(conn, new.id)?;
    }
    Ok(())
}
