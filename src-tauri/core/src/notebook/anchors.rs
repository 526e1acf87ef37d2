//! Keeping mentions where their words are when an article's text changes.
//!
//! Invariant 8: an anchor follows its block when the block is unchanged, is
//! re-found where exact words and their context stand in exactly one place, and
//! is otherwise orphaned. It is never moved to a look-alike.

use crate::domain::{Anchor, Block, Span};

/// Where the anchor's words are in `new`, if that is certain.
pub(super) fn find(anchor: &Anchor, old: &[Block], new: &[Block]) -> Option<Span> {
    let Ok(block) = usize::try_from(anchor.span.block) else {
        // Title and standfirst are not part of the body.
        return Some(anchor.span);
    };
    if let Some(was) = old.get(block)
        && let Some(now) = new
            .iter()
            .position(|candidate| candidate.line == was.line && candidate.text == was.text)
    {
        return Some(Span {
            block: i32::try_from(now).ok()?,
            ..anchor.span
        });
    }
    find_again(anchor, new)
}

/// The one place where the anchor's exact words stand in their exact context.
pub(super) fn find_again(anchor: &Anchor, blocks: &[Block]) -> Option<Span> {
    let needle = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
    let mut found = None;
    for (n, block) in (0..).zip(blocks) {
        for (at, _) in block.text.match_indices(&needle) {
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
    found
}
