//! An article's text as a person types or pastes it.

use rusqlite::Connection;

use super::super::undoing::{self, Inverse};
use super::super::{correcting, versions};
use super::{Problem, Texts, Whose, close, look_through};
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, ArticleParts, Block, BlockKind, Candidate, Fate, Field, Origin, OriginalOf,
    RemovalReason, SourcePiece, TextOrigin, UndoAction,
};
use crate::entities::NameMatcher;
use crate::extract;
use crate::store::article_table::{self, ArticleText, ByHand};
use crate::{Error, Result};

/// The longest text that is taken, in bytes.
const LONGEST: usize = 4 << 20;

impl Texts<'_> {
    /// Makes `text` the text of an article, and `title` its title; of a problem without
    /// an article, makes one. The original stays, and reading it again leaves the text as
    /// it is. Hard-wrapped lines are joined; blank lines part paragraphs.
    ///
    /// # Errors
    /// `InvalidInput` when there is no title or no text, or too much.
    pub fn type_in(&self, of: OriginalOf, title: &str, text: &str) -> Result<ArticleId> {
        let title = extract::collapse(title);
        let paragraphs = check(&title, text)?;
        let shared = self.0.shared();
        let (whose, problem) = self.whose(of)?;
        let read = match &whose {
            Whose::Article(_) => None,
            Whose::Problem(problem) => problem.read(shared, None)?,
        };
        let matcher = shared.matcher();
        let (id, import) = shared.store.write("keep a typed text", |tx| {
            let (id, made) = match &whose {
                Whose::Article(id) => (*id, false),
                Whose::Problem(problem) => (problem.keep(tx, &parts_of(problem, read))?, true),
            };
            let mut steps = set(tx, &matcher, id, &title, &paragraphs)?;
            let (reopen, import) = close(tx, problem, id, made)?;
            if made {
                // The article goes whole.
                steps = Vec::new();
            }
            steps.extend(reopen);
            undoing::push(
                tx,
                UndoAction::TypeText,
                &title,
                &Inverse::Several { steps },
            )?;
            Ok((id, import))
        })?;
        self.tell(id, import);
        Ok(id)
    }
}

fn check(title: &str, text: &str) -> Result<Vec<String>> {
    let refuse = |what: &str, why: &str| {
        Err(Error::InvalidInput {
            what: what.to_owned(),
            why: why.to_owned(),
        })
    };
    if title.is_empty() {
        return refuse("the title", "an article needs a title");
    }
    if text.len() > LONGEST || title.len() > LONGEST {
        return refuse("the text", "it is longer than 4 MB");
    }
    let paragraphs = extract::paragraphs_of_text(text);
    if paragraphs.is_empty() {
        return refuse("the text", "it is empty");
    }
    Ok(paragraphs)
}

/// What is known of a problem besides its text.
fn parts_of(problem: &Problem, read: Option<ArticleParts>) -> ArticleParts {
    let mut parts = read.unwrap_or_default();
    let link = problem
        .item
        .location
        .as_deref()
        .unwrap_or(&problem.item.name);
    if parts.canonical_url.is_none() && extract::host_of(link).is_some() {
        parts.canonical_url = Some(link.to_owned());
        parts.provenance.push(crate::domain::FieldProvenance {
            field: Field::CanonicalUrl,
            candidates: vec![Candidate {
                value: link.to_owned(),
                zone: None,
                origin: Origin::Url,
            }],
        });
    }
    parts
}

/// Puts a typed text in use. Returns how that is reversed.
fn set(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    title: &str,
    paragraphs: &[String],
) -> Result<Vec<Inverse>> {
    let article = article_table::record(conn, id)?;
    let before = article_table::blocks(conn, id, article.text_version)?;
    let read = article_table::text(conn, id, versions::shown_reading(conn, id)?)?;
    let mut text = typed(read, paragraphs);
    text.by_hand.of_reading = Some(versions::shown_reading(conn, id)?);
    text.by_hand.changed_ms = Some(now_ms());
    let version = article_table::add_text(conn, id, &text)?;
    article_table::use_text(conn, id, version, &text.blocks)?;
    correcting::move_mentions(conn, id, version, &before, &text.blocks)?;
    let mut steps = vec![Inverse::UseText {
        article: id,
        version: article.text_version,
    }];
    if article.title != title {
        let by_person = candidate(title, Origin::Person);
        steps.push(put_first(conn, id, Field::Title, by_person)?);
    }
    if article.language.is_none()
        && let Some((code, _)) = extract::detect_language(&paragraphs.join("\n"))
    {
        let from = paragraphs.first().map_or("", String::as_str);
        let from: String = from.chars().take(60).collect();
        let inferred = candidate(code, Origin::Inferred { from });
        steps.push(put_first(conn, id, Field::Language, inferred)?);
    }
    look_through(conn, matcher, id)?;
    Ok(steps)
}

fn candidate(value: &str, origin: Origin) -> Candidate {
    Candidate {
        value: value.to_owned(),
        zone: None,
        origin,
    }
}

/// Puts a value in use for a field, its rivals after it. Returns how that is reversed.
fn put_first(conn: &Connection, id: ArticleId, field: Field, first: Candidate) -> Result<Inverse> {
    let (fields, _) = article_table::provenance(conn, id)?;
    let known = fields.into_iter().find(|known| known.field == field);
    let before = known.map_or_else(Vec::new, |known| known.candidates);
    let mut candidates = before.clone();
    candidates.insert(0, first);
    correcting::use_candidates(conn, id, field, candidates)?;
    Ok(Inverse::SetField {
        article: id,
        field,
        candidates: before,
    })
}

/// The text: its paragraphs stand after the lines of the source, of which none is in use.
fn typed(read: ArticleText, paragraphs: &[String]) -> ArticleText {
    let mut pieces = read.pieces;
    for piece in &mut pieces {
        if matches!(piece.fate, Fate::Body { .. }) {
            piece.fate = Fate::Removed {
                reason: RemovalReason::Person,
                repeats: None,
            };
        }
    }
    let mut line = pieces.iter().map(|piece| piece.line).max().unwrap_or(0);
    let mut blocks: Vec<Block> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        line = line.saturating_add(1);
        let block = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
        blocks.push(Block {
            kind: BlockKind::Paragraph,
            text: paragraph.clone(),
            credit: None,
            line,
            lang: None,
        });
        pieces.push(SourcePiece {
            line,
            text: paragraph.clone(),
            fate: Fate::Body { block },
        });
    }
    ArticleText {
        blocks,
        pieces,
        by_hand: ByHand {
            origin: TextOrigin::Typed,
            ..ByHand::default()
        },
    }
}
