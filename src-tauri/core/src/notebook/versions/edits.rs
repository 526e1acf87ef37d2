//! What a person did to a text, done again to a new reading of it.

use std::collections::HashSet;

use rusqlite::Connection;

use super::super::articles::{insert, note_rewritten, number_blocks};
use crate::Result;
use crate::domain::{ArticleId, Block, BlockKind, Fate, RemovalReason, SourcePiece};
use crate::store::article_table::{self, ArticleText};

/// The text that a person left, over a new `reading`: what was typed as it is, and what was
/// read with the same lines taken out. `None` where nothing is left of it.
pub(super) fn left_by_person(
    conn: &Connection,
    id: ArticleId,
    read: &ArticleText,
    left: u32,
    reading: u32,
    now: &ArticleText,
) -> Result<Option<u32>> {
    let text = article_table::text(conn, id, left)?;
    if text.is_typed() {
        return Ok(Some(left));
    }
    edited_again(read, &text, now)
        .map(|mut edited| {
            edited.by_hand.of_reading = Some(reading);
            article_table::add_text(conn, id, &edited)
        })
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
    let mut text = ArticleText {
        blocks,
        pieces,
        by_hand: now.by_hand.clone(),
    };
    corrected_again(left, &mut text);
    if text.blocks == now.blocks {
        return None;
    }
    number_blocks(&text.blocks, &mut text.pieces);
    text.by_hand.changed_ms = left.by_hand.changed_ms;
    Some(text)
}

/// Gives a new reading the words of a person where the former one had them: both are gone
/// through side by side, by the blocks that read alike. Where the reading itself is another
/// at that place, the person's words stand in its stead; where it is not clear which block
/// that is, beside it. None are lost.
fn corrected_again(left: &ArticleText, text: &mut ArticleText) {
    if left.by_hand.corrected.is_empty() {
        return;
    }
    // Before which block of the new text what comes next in the former one stands.
    let mut place = 0;
    for (n, block) in left.blocks.iter().enumerate() {
        let corrected = left.by_hand.corrected.iter();
        let mut corrected = corrected.filter(|known| known.line == block.line);
        let Some(known) = corrected.next() else {
            if let Some(at) = from(&text.blocks, place, &block.text) {
                place = at + 1;
            }
            continue;
        };
        if let Some(at) = from(&text.blocks, place, &block.text) {
            // The outlet has said so too.
            place = at + 1;
            continue;
        }
        let there = match &known.was {
            None => None,
            Some(was) => {
                from(&text.blocks, place, was).or_else(|| only_between(text, place, left, n + 1))
            }
        };
        match there {
            Some(at) => {
                if let Some(there) = text.blocks.get_mut(at) {
                    let was = std::mem::replace(&mut there.text, block.text.clone());
                    note_rewritten(&mut text.by_hand.corrected, there, was);
                }
                place = at + 1;
            }
            None => {
                insert(text, place, vec![block.text.clone()]);
                place += 1;
            }
        }
    }
}

fn from(blocks: &[Block], place: usize, words: &str) -> Option<usize> {
    let rest = blocks.get(place..)?;
    let at = rest.iter().position(|block| block.text == words)?;
    Some(place + at)
}

/// The block at `place`, where the next one that reads as in the former text follows it.
fn only_between(text: &ArticleText, place: usize, left: &ArticleText, n: usize) -> Option<usize> {
    let mut after = left.blocks.get(n..).unwrap_or_default().iter();
    let next = after.find_map(|block| {
        let mut corrected = left.by_hand.corrected.iter();
        let as_read = match corrected.find(|known| known.line == block.line) {
            Some(known) => known.was.as_ref()?,
            None => &block.text,
        };
        from(&text.blocks, place, as_read)
    });
    (next.unwrap_or(text.blocks.len()) == place + 1).then_some(place)
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
