//! A text set right by its reader: other words for a paragraph, one more, one less.
//!
//! The original and the text as it was read stay; what comes out is a text of its own.

use super::Articles;
use super::pieces::remove_line;
use crate::clock::now_ms;
use crate::domain::{
    Article, ArticleId, Block, BlockKind, Fate, SourcePiece, TextCorrection, UndoAction,
};
use crate::store::article_table::{ArticleText, CorrectedBlock};
use crate::{Error, Result, extract};

/// The longest paragraph that is taken, in bytes.
const LONGEST: usize = 1 << 20;

impl Articles<'_> {
    /// Sets a text right. `text_version` is the one that the person saw.
    ///
    /// # Errors
    /// `Conflict` when another text is shown by now, `InvalidInput` for a paragraph
    /// without words or of over a megabyte, `NotFound` when there is no such block.
    pub fn correct(
        &self,
        id: ArticleId,
        text_version: u32,
        correction: &TextCorrection,
    ) -> Result<Article> {
        self.change_text(
            id,
            Some(text_version),
            UndoAction::CorrectText,
            |text| match correction {
                TextCorrection::Rewrite { block, text: words } => {
                    rewrite(text, *block, paragraphs(words)?)
                }
                TextCorrection::Add { after, text: words } => {
                    let at = match after {
                        Some(block) => index(text, *block)? + 1,
                        None => 0,
                    };
                    insert(text, at, paragraphs(words)?);
                    Ok(())
                }
                TextCorrection::Remove { block } => {
                    let at = index(text, *block)?;
                    let line = text.blocks.get(at).map_or(0, |block| block.line);
                    remove_line(text, line)
                }
            },
        )
    }
}

/// Parted by blank lines, white space collapsed.
fn paragraphs(words: &str) -> Result<Vec<String>> {
    let refuse = |why: &str| {
        Err(Error::InvalidInput {
            what: "the paragraph".to_owned(),
            why: why.to_owned(),
        })
    };
    if words.len() > LONGEST {
        return refuse("it is longer than 1 MB");
    }
    let mut paragraphs = vec![String::new()];
    for line in words.lines() {
        match (line.trim().is_empty(), paragraphs.last_mut()) {
            (false, Some(open)) => {
                open.push('\n');
                open.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    let collapsed = paragraphs.iter().map(|text| extract::collapse(text));
    let paragraphs: Vec<String> = collapsed.filter(|text| !text.is_empty()).collect();
    match paragraphs.is_empty() {
        true => refuse("it is empty"),
        false => Ok(paragraphs),
    }
}

fn index(text: &ArticleText, block: u32) -> Result<usize> {
    let at = usize::try_from(block).unwrap_or(usize::MAX);
    match at < text.blocks.len() {
        true => Ok(at),
        false => Err(Error::not_found(format_args!("block {block} of the text"))),
    }
}

fn rewrite(text: &mut ArticleText, block: u32, paragraphs: Vec<String>) -> Result<()> {
    let at = index(text, block)?;
    let mut paragraphs = paragraphs.into_iter();
    let (Some(first), Some(block)) = (paragraphs.next(), text.blocks.get_mut(at)) else {
        return Ok(());
    };
    let was = std::mem::replace(&mut block.text, first);
    note_rewritten(&mut text.by_hand.corrected, block, was);
    insert(text, at + 1, paragraphs.collect());
    Ok(())
}

/// Remembers what a block said as it was read; nothing once it says so again.
pub(in super::super) fn note_rewritten(
    corrected: &mut Vec<CorrectedBlock>,
    block: &Block,
    was: String,
) {
    match corrected.iter().position(|known| known.line == block.line) {
        Some(at) => {
            let same = corrected.get(at).and_then(|known| known.was.as_ref()) == Some(&block.text);
            if same {
                corrected.remove(at);
            }
        }
        None if was != block.text => corrected.push(CorrectedBlock {
            line: block.line,
            was: Some(was),
        }),
        None => {}
    }
}

/// Puts paragraphs that the source does not have before block `at`.
pub(in super::super) fn insert(text: &mut ArticleText, at: usize, paragraphs: Vec<String>) {
    let of_blocks = text.blocks.iter().map(|block| block.line);
    let of_pieces = text.pieces.iter().map(|piece| piece.line);
    let mut line = of_blocks.chain(of_pieces).max().unwrap_or(0);
    for (place, words) in (at.min(text.blocks.len())..).zip(paragraphs) {
        line = line.saturating_add(1);
        text.pieces.push(SourcePiece {
            line,
            text: words.clone(),
            fate: Fate::Body { block: 0 },
        });
        let block = Block {
            kind: BlockKind::Paragraph,
            text: words,
            credit: None,
            line,
            lang: None,
        };
        text.blocks.insert(place, block);
        text.by_hand
            .corrected
            .push(CorrectedBlock { line, was: None });
    }
}

/// What every text says that a person has changed: of which reading, and when.
pub(super) fn sign(text: &mut ArticleText, reading: u32) {
    text.by_hand.of_reading = Some(reading);
    text.by_hand.changed_ms = Some(now_ms());
}
