//! Keeping mentions where their words are when an article's text changes.
//!
//! Invariant 8: an anchor follows its block when the block is unchanged, stays with
//! the unchanged beginning or end of the one block that was corrected, is re-found
//! where exact words and their context stand in exactly one place, and is otherwise
//! orphaned. It is never moved to a look-alike. What is found has the context that it
//! has now.

use crate::domain::{Anchor, Block, Span};

mod corrected;

/// Where the anchor's words are in `new`, if that is certain.
pub(super) fn find(anchor: &Anchor, old: &[Block], new: &[Block]) -> Option<Anchor> {
    let block = usize::try_from(anchor.span.block).ok()?;
    if let Some(was) = old.get(block)
        && let Some(now) = new
            .iter()
            .position(|candidate| candidate.line == was.line && candidate.text == was.text)
    {
        let span = Span {
            block: i32::try_from(now).ok()?,
            ..anchor.span
        };
        return Some(Anchor {
            span,
            ..anchor.clone()
        });
    }
    let stayed = corrected::find(anchor.span, old, new).and_then(|span| taken(span, new));
    stayed
        .filter(|stayed| stayed.exact == anchor.exact)
        .or_else(|| find_again(anchor, new))
}

fn taken(span: Span, blocks: &[Block]) -> Option<Anchor> {
    let block = blocks.get(usize::try_from(span.block).ok()?)?;
    Anchor::take(span.block, &block.text, span.start, span.end)
}

/// Where the anchor's words are in the title or standfirst that took the place of
/// its own, if that is certain: where they were, or nowhere.
pub(super) fn find_in_line(anchor: &Anchor, text: &str) -> Option<Anchor> {
    let span = anchor.span;
    let there = Anchor::take(span.block, text, span.start, span.end)?;
    (there.exact == anchor.exact).then_some(there)
}

/// The one place where the anchor's exact words stand in their exact context.
/// A context that was cut short by the start or end of its block has to be cut
/// short there too: otherwise a few words would find a look-alike.
pub(super) fn find_again(anchor: &Anchor, blocks: &[Block]) -> Option<Anchor> {
    let needle = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
    let mut found = None;
    for (n, block) in (0..).zip(blocks) {
        for (at, _) in block.text.match_indices(&needle) {
            let at_start = at == 0 || anchor.prefix.chars().count() == Anchor::CONTEXT;
            let at_end = at + needle.len() == block.text.len()
                || anchor.suffix.chars().count() == Anchor::CONTEXT;
            if !(at_start && at_end) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            let lead = block.text[..at].chars().count() + anchor.prefix.chars().count();
            let start = u32::try_from(lead).ok()?;
            let length = u32::try_from(anchor.exact.chars().count()).ok()?;
            found = Some(Span {
                block: n,
                start,
                end: start + length,
            });
        }
    }
    taken(found?, blocks)
}
