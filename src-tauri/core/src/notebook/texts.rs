//! What a person does where extraction fails: types the text, or points at it in the
//! original. Both are for articles, and for problems that have no article yet.

use rusqlite::Connection;

use super::imports::{self, Again, Needs};
use super::undoing::{self, Inverse};
use super::{Notebook, Shared, matching, originals, wire};
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, ArticleParts, Change, ImportId, ImportItem, ImportItemId, OriginalOf, Pick,
};
use crate::entities::NameMatcher;
use crate::import::{Format, Held};
use crate::store::article_table::{self, NewArticle};
use crate::store::import_table::ItemOrigin;
use crate::store::{Sha256, import_table, original_table};
use crate::{Error, Result};

mod picking;
mod typing;

/// Texts by hand.
pub struct Texts<'a>(pub(super) &'a Notebook);

/// Whose text it is to be.
enum Whose {
    Article(ArticleId),
    /// A problem that has no article: one is made of it.
    Problem(Box<Problem>),
}

/// A problem as it was kept.
struct Problem {
    item: ImportItem,
    from: ItemOrigin,
    /// Of its original, where that is kept: size in bytes, and media type.
    original: Option<(Sha256, u64, String)>,
}

impl Texts<'_> {
    /// The bytes of an original that is a PDF, to be drawn beside what is typed.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] for other originals, and for a PDF within an archive.
    pub fn pdf(&self, of: OriginalOf) -> Result<Vec<u8>> {
        originals::pdf(self.0.shared(), of)
    }

    /// The article meant, or the problem that has none; and the problem to be closed.
    fn whose(&self, of: OriginalOf) -> Result<(Whose, Option<ImportItemId>)> {
        self.0.shared().store.read("look for a text", |conn| {
            let item = match of {
                OriginalOf::Article { id } => {
                    article_table::check(conn, id)?;
                    return Ok((Whose::Article(id), None));
                }
                OriginalOf::Problem { id } => id,
            };
            let (known, from) = import_table::item(conn, item)?;
            if let Some(article) = known.article {
                return Ok((Whose::Article(article), Some(item)));
            }
            let original = match from.original {
                Some(sha256) => original_table::get(conn, sha256)?
                    .map(|(size, media_type)| (sha256, size, media_type)),
                None => None,
            };
            let problem = Problem {
                item: known,
                from,
                original,
            };
            Ok((Whose::Problem(Box::new(problem)), Some(item)))
        })
    }

    /// Tells of a text that was made by hand.
    fn tell(&self, article: ArticleId, import: Option<ImportId>) {
        for change in undoing::articles_and_entities(vec![article]) {
            self.0.changed(change);
        }
        if let Some(import) = import {
            self.0.changed(Change::Imports { ids: vec![import] });
        }
    }
}

impl Problem {
    /// Its original, opened; `None` where none is kept or its format is not read.
    fn held(&self, shared: &Shared) -> Result<Option<(Held, Format)>> {
        let Some((sha256, _, media_type)) = &self.original else {
            return Ok(None);
        };
        let Some(format) = Format::of_media_type(media_type) else {
            return Ok(None);
        };
        let held = originals::held(shared, *sha256, format, self.from.part, &self.item.name)?;
        Ok(held.map(|held| (held, format)))
    }

    /// What its original gives, with what a person pointed at in it.
    fn read(&self, shared: &Shared, pick: Option<&Pick>) -> Result<Option<ArticleParts>> {
        let Some((held, format)) = self.held(shared)? else {
            return Ok(None);
        };
        let outlet_picks = imports::outlet_picks(shared)?;
        let needs = Needs {
            originals: &shared.originals,
            outlet_picks: &outlet_picks,
            names: None,
        };
        let again = self.again(format, pick);
        let number = self.from.part.unwrap_or(1);
        Ok(again.and_then(|again| imports::read_again(held, number, &again, needs)))
    }

    fn again<'a>(&'a self, format: Format, pick: Option<&'a Pick>) -> Option<Again<'a>> {
        let (sha256, size, _) = self.original.as_ref()?;
        Some(Again {
            name: &self.item.name,
            location: self.item.location.as_deref(),
            sha256: *sha256,
            size: *size,
            format,
            saved: None,
            encoding: None,
            pick,
        })
    }

    /// Keeps an article made of it.
    fn keep(&self, conn: &Connection, parts: &ArticleParts) -> Result<ArticleId> {
        let id = ArticleId::new();
        let own = format!("problem {}", self.item.id);
        article_table::insert(
            conn,
            &NewArticle {
                id,
                import: Some(self.item.import),
                parts,
                imported_ms: now_ms(),
                original: self.from.original,
                original_part: self.from.part,
                original_name: &self.item.name,
                original_location: self.item.location.as_deref(),
                source_sha256: self
                    .from
                    .source
                    .unwrap_or_else(|| Sha256::of(own.as_bytes())),
                external_id: None,
                saved: None,
            },
        )?;
        Ok(id)
    }
}

/// Looks for names and copies in a text that was made by hand.
fn look_through(conn: &Connection, matcher: &NameMatcher, id: ArticleId) -> Result<()> {
    matching::match_article(conn, matcher, id)?;
    wire::text_changed(conn, id)
}

/// Closes the problem that a text was made for. Returns how that is reversed.
/// `made`: the article is made of the problem.
fn close(
    conn: &Connection,
    problem: Option<ImportItemId>,
    article: ArticleId,
    made: bool,
) -> Result<(Vec<Inverse>, Option<ImportId>)> {
    let Some(item) = problem else {
        return Ok((Vec::new(), None));
    };
    let (known, _) = import_table::item(conn, item)?;
    if known.resolved && made {
        return Err(Error::Conflict {
            what: format!("the problem {}", known.name),
        });
    }
    import_table::set_resolved(conn, item, true)?;
    import_table::set_article(conn, item, Some(article))?;
    let reopen = Inverse::ReopenProblem {
        item,
        article: made.then_some(article),
    };
    let steps = if known.resolved {
        Vec::new()
    } else {
        vec![reopen]
    };
    Ok((steps, Some(known.import)))
}
