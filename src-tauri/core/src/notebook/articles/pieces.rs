//! Lines of the source taken out of an article's text and put back.

use super::super::undoing::{self, Inverse};
use super::super::{correcting, matching};
use super::Articles;
use crate::domain::{
    Article, ArticleId, Block, BlockKind, Fate, RemovalReason, SourcePiece, UndoAction,
};
use crate::store::article_table::{self, ArticleText};
use crate::{Error, Result};

impl Articles<'_> {
    /// Puts a removed piece of the source back into the text, where it stood.
    pub fn restore_piece(&self, id: ArticleId, line: u32) -> Result<Article> {
        self.change_text(id, UndoAction::RestoreText, |blocks, pieces| {
            let piece = find_piece(pieces, line)?;
            if !matches!(piece.fate, Fate::Removed { .. }) {
                return Ok(());
            }
            let at = blocks
                .iter()
                .position(|block| block.line > line)
                .unwrap_or(blocks.len());
            blocks.insert(
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
        self.change_text(id, UndoAction::RemoveText, |blocks, pieces| {
            let piece = find_piece(pieces, line)?;
            if !matches!(piece.fate, Fate::Body { .. }) {
                return Ok(());
            }
            blocks.retain(|block| block.line != line);
            piece.fate = Fate::Removed {
                reason: RemovalReason::Person,
                repeats: None,
            };
            Ok(())
        })
    }

    fn change_text(
        &self,
        id: ArticleId,
        action: UndoAction,
        change: impl FnOnce(&mut Vec<Block>, &mut Vec<SourcePiece>) -> Result<()>,
    ) -> Result<Article> {
        let matcher = self.0.shared().matcher();
        self.write(id, "change an article's text", |conn| {
            let article = article_table::record(conn, id)?;
            let before = article_table::text(conn, id, article.text_version)?;
            let (mut blocks, mut pieces) = (before.blocks.clone(), before.pieces);
            change(&mut blocks, &mut pieces)?;
            if blocks == before.blocks {
                return Ok(());
            }
            number_blocks(&blocks, &mut pieces);
            let text = ArticleText {
                blocks,
                pieces,
                by_hand: before.by_hand,
            };
            let version = article_table::add_text(conn, id, &text)?;
            article_table::use_text(conn, id, version, &text.blocks)?;
            correcting::move_mentions(conn, id, version, &before.blocks, &text.blocks)?;
            matching::match_article(conn, &matcher, id)?;
            let inverse = Inverse::UseText {
                article: id,
                version: article.text_version,
            };
            undoing::push(conn, action, &article.title, &inverse)?;
            Ok(())
        })
    }
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
