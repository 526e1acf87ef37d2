//! What a person did to a text, done again to a new reading of it.

use std::collections::HashSet;

use rusqlite::Connection;

use super::super::articles::number_blocks;
use crate::Result;
use crate::domain::{ArticleId, Block, BlockKind, Fate, RemovalReason, SourcePiece};
use crate::store::article_table::{self, ArticleText};

/// The text that a person left, over a new reading: what was typed as it is, and what was
/// read with the same lines taken out. `None` where nothing is left of it.
pub(super) fn left_by_person(
    conn: &Connection,
    id: ArticleId,
    read: &ArticleText,
    left: u32,
    now: &ArticleText,
) -> Result<Option<u32>> {
    let text = article_table::text(conn, id, left)?;
    if text.is_typed() {
        return Ok(Some(left));
    }
    edited_again(read, &text, now)
        .map(|edited| article_table::add_text(conn, id, &edited))
        .transpose()
}

/// The new reading with the lines taken out and put back that a person took out of, or
/// put back into, the former one; `None` where there are none.
fn edited_again(read: &ArticleText, left: &ArticleText, now: &ArticleText) -> Option<ArticleText> {
    let (mut blocks, mut pieces) = (now.blocks.clone(), now.pieces.clone());
    let mut taken = HashSet::new();
    for piece in &left.pieces {
        let Some(before) = read.pieces.iter().find(|other| other.line == piece.line) else {
            continue;
        };
        match (&before.fate, &piece.fate) {
            (
                Fate::Body { .. },
                Fate::Removed {
                    reason: RemovalReason::Person,
                    ..
                },
            ) => {
                if let Some(now) = counterpart(&mut pieces, piece, &mut taken, is_body) {
                    blocks.retain(|block| block.line != now.line);
                    now.fate = piece.fate.clone();
                }
            }
            (Fate::Removed { .. }, Fate::Body { .. }) => {
                if let Some(now) = counterpart(&mut pieces, piece, &mut taken, is_removed) {
                    put_back(&mut blocks, now);
                }
            }
            _ => {}
        }
    }
    if blocks == now.blocks {
        return None;
    }
    number_blocks(&blocks, &mut pieces);
    Some(ArticleText {
        blocks,
        pieces,
        by_hand: now.by_hand.clone(),
    })
}

/// The line of the new reading that a person's change of `piece` is meant for: with the
/// same words, as the change found it, nearest to where it stood. Lines may read alike,
/// so each is given once.
fn counterpart<'a>(
    pieces: &'a mut [SourcePiece],
    piece: &SourcePiece,
    taken: &mut HashSet<u32>,
    was: fn(&Fate) -> bool,
) -> Option<&'a mut SourcePiece> {
    let found = pieces
        .iter_mut()
        .filter(|now| now.text == piece.text && was(&now.fate) && !taken.contains(&now.line))
        .min_by_key(|now| now.line.abs_diff(piece.line))?;
    taken.insert(found.line);
    Some(found)
}

fn is_body(fate: &Fate) -> bool {
    matches!(fate, Fate::Body { .. })
}

fn is_removed(fate: &Fate) -> bool {
    matches!(fate, Fate::Removed { .. })
}

fn put_back(blocks: &mut Vec<Block>, piece: &mut SourcePiece) {
    let at = blocks
        .iter()
        .position(|block| block.line > piece.line)
        .unwrap_or(blocks.len());
    let block = Block {
        kind: BlockKind::Paragraph,
        text: piece.text.clone(),
        credit: None,
        lang: None,
        line: piece.line,
    };
    blocks.insert(at, block);
    piece.fate = Fate::Body { block: 0 };
}
