//! Lines of the source taken out of an article's text and put back.

use super::super::undoing::{self, Inverse};
use super::super::{correcting, matching, versions, wire};
use super::Articles;
use super::correction::sign;
use crate::domain::{
    Article, ArticleId, Block, BlockKind, Fate, RemovalReason, SourcePiece, UndoAction,
};
use crate::store::article_table::{self, ArticleText};
use crate::{Error, Result};

impl Articles<'_> {
    /// Puts a removed piece of the source back into the text, where it stood.
    pub fn restore_piece(&self, id: ArticleId, line: u32) -> Result<Article> {
        self.change_text(id, None, UndoAction::RestoreText, |text| {
            // What a person added stands anywhere.
            let later = |block: &Block| block.line > line && !text.is_added(block.line);
            let at = text.blocks.iter().position(later);
            let at = at.unwrap_or(text.blocks.len());
            let piece = find_piece(&mut text.pieces, line)?;
            if !matches!(piece.fate, Fate::Removed { .. }) {
                return Ok(());
            }
            text.blocks.insert(
                at,
                Block {
                    kind: BlockKind::Paragraph,
                    text: piece.text.clone(),
                    credit: None,
                    line,
                    lang: None,
                },
            );
            piece.fate = Fate::Body { block: 0 };
            Ok(())
        })
    }

    /// Takes a block out of the text; it stays among what was removed.
    pub fn remove_piece(&self, id: ArticleId, line: u32) -> Result<Article> {
        self.change_text(id, None, UndoAction::RemoveText, |text| {
            remove_line(text, line)
        })
    }

    /// Makes a text of the one that is shown; of `seen`, where that says which it must be.
    pub(super) fn change_text(
        &self,
        id: ArticleId,
        seen: Option<u32>,
        action: UndoAction,
        change: impl FnOnce(&mut ArticleText) -> Result<()>,
    ) -> Result<Article> {
        let matcher = self.0.shared().matcher();
        self.write(id, "change an article's text", |conn| {
            let article = article_table::record(conn, id)?;
            if seen.is_some_and(|version| version != article.text_version) {
                return Err(Error::Conflict {
                    what: article.title,
                });
            }
            let before = article_table::text(conn, id, article.text_version)?;
            let mut text = before.clone();
            change(&mut text)?;
            if text.blocks == before.blocks {
                return Ok(());
            }
            number_blocks(&text.blocks, &mut text.pieces);
            sign(&mut text, versions::shown_reading(conn, id)?);
            let version = article_table::add_text(conn, id, &text)?;
            article_table::use_text(conn, id, version, &text.blocks)?;
            correcting::move_mentions(conn, id, version, &before.blocks, &text.blocks)?;
            matching::match_article(conn, &matcher, id)?;
            wire::text_changed(conn, id)?;
            let inverse = Inverse::UseText {
                article: id,
                version: article.text_version,
            };
            undoing::push(conn, action, &article.title, &inverse)?;
            Ok(())
        })
    }
}

/// Takes a block out: it stays among what was removed, but for one that a person added.
pub(super) fn remove_line(text: &mut ArticleText, line: u32) -> Result<()> {
    if text.is_added(line) {
        text.pieces.retain(|piece| piece.line != line);
    } else {
        let piece = find_piece(&mut text.pieces, line)?;
        if !matches!(piece.fate, Fate::Body { .. }) {
            return Ok(());
        }
        piece.fate = Fate::Removed {
            reason: RemovalReason::Person,
            repeats: None,
        };
    }
    text.blocks.retain(|block| block.line != line);
    text.by_hand.corrected.retain(|known| known.line != line);
    Ok(())
}

fn find_piece(pieces: &mut [SourcePiece], line: u32) -> Result<&mut SourcePiece> {
    pieces
        .iter_mut()
        .find(|piece| piece.line == line)
        .ok_or_else(|| Error::not_found(format_args!("line {line} of the source")))
}

/// Makes the pieces say which block each of them is.
pub(in super::super) fn number_blocks(blocks: &[Block], pieces: &mut [SourcePiece]) {
    for piece in pieces {
        if let Fate::Body { block } = &mut piece.fate
            && let Some(at) = blocks.iter().position(|known| known.line == piece.line)
        {
            *block = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }
}
