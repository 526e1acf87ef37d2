//! Blocks of the article and pieces of the page, out of the verdicts.

use super::filter::Verdict;
use super::page::PageBlock;
use crate::domain::{Block, BlockKind, Fate, RemovalReason, SourcePiece};
use crate::extract::captions;

/// Menus are shown as one piece; one piece holds at most this many characters.
const LONGEST_MENU: usize = 600;
/// Labels of more words than this are no entries of a menu.
const MENU_WORDS: usize = 6;

pub(super) fn build(blocks: &[PageBlock], verdicts: &[Verdict]) -> (Vec<Block>, Vec<SourcePiece>) {
    let mut out: Vec<Block> = Vec::new();
    let mut pieces: Vec<SourcePiece> = Vec::new();
    // Which block of the article each block of the page became.
    let mut became: Vec<Option<usize>> = vec![None; blocks.len()];
    let mut menu_open = false;
    for (at, (block, verdict)) in blocks.iter().zip(verdicts).enumerate() {
        let line = line_of(at);
        let mut menu = false;
        let fate = match verdict {
            Verdict::Unseen => continue,
            Verdict::Title => Fate::Title,
            Verdict::Standfirst => Fate::Standfirst,
            Verdict::Byline => Fate::Byline,
            Verdict::Published => Fate::Published,
            Verdict::Body(kind) => push(&mut out, &mut became[at], block, *kind, None, line),
            Verdict::Caption(credit) => push(
                &mut out,
                &mut became[at],
                block,
                BlockKind::Caption,
                credit.clone(),
                line,
            ),
            Verdict::CreditOf(caption) => {
                match became[*caption].and_then(|index| out.get_mut(index).map(|b| (index, b))) {
                    Some((index, owner)) => {
                        owner.credit =
                            captions::credit(&block.text).or_else(|| Some(block.text.clone()));
                        owner.text = format!("{} {}", owner.text, block.text);
                        became[at] = Some(index);
                        Fate::Body {
                            block: u32::try_from(index).unwrap_or(u32::MAX),
                        }
                    }
                    None => push(
                        &mut out,
                        &mut became[at],
                        block,
                        BlockKind::Caption,
                        Some(block.text.clone()),
                        line,
                    ),
                }
            }
            Verdict::Removed(reason, repeats) => {
                menu = repeats.is_none()
                    && *reason == RemovalReason::Navigation
                    && block.words <= MENU_WORDS;
                if menu
                    && menu_open
                    && let Some(last) = pieces.last_mut()
                    && last.text.len() + block.text.len() < LONGEST_MENU
                {
                    last.text.push_str(" · ");
                    last.text.push_str(&block.text);
                    continue;
                }
                Fate::Removed {
                    reason: *reason,
                    repeats: repeats.map(line_of),
                }
            }
        };
        menu_open = menu;
        pieces.push(SourcePiece {
            line,
            text: block.text.clone(),
            fate,
        });
    }
    (out, pieces)
}

fn push(
    out: &mut Vec<Block>,
    became: &mut Option<usize>,
    block: &PageBlock,
    kind: BlockKind,
    credit: Option<String>,
    line: u32,
) -> Fate {
    *became = Some(out.len());
    let index = u32::try_from(out.len()).unwrap_or(u32::MAX);
    out.push(Block {
        kind,
        text: block.text.clone(),
        credit,
        line,
        lang: None,
    });
    Fate::Body { block: index }
}

/// The ordinal of a page's block, from 1.
fn line_of(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}
