//! The blocks of a page with what is measured of them: what the trees of the body's
//! choice are grown from.

use serde::Serialize;

use super::outline::Outline;
use super::{about, facts, features, guard, json_ld, metadata, page, shingles};
use crate::extract::SourceHints;
use crate::extract::provenance::Fields;

/// One block of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasuredBlock {
    pub text: String,
    /// A browser doesn't show it.
    pub hidden: bool,
    /// The row that the trees judge; empty for blocks that are out anyway.
    pub numbers: Vec<f32>,
}

/// Measures a page. Its blocks come in the order of the lines of its pieces.
pub fn measured_blocks(html: &str, hints: &SourceHints) -> Vec<MeasuredBlock> {
    let look = guard::look(html, guard::Attributes::Read);
    if look.cost == guard::Cost::Endless {
        return Vec::new();
    }
    let document = dom_query::Document::from(&*look.read_of(html));
    let facts = facts::collect(&document);
    let described = json_ld::read(&facts, hints.address());
    let outline = Outline::of(&document);
    let blocks = page::blocks(&outline);
    let mut fields = Fields::default();
    metadata::read(&facts, described.as_ref(), &blocks, hints, &mut fields);
    let about = about(&facts, described.as_ref(), &fields);
    let declared = shingles::declared_shares(&blocks, &about);
    let rows = features::measure(&outline, &blocks, &about, declared.as_deref());
    blocks
        .iter()
        .zip(rows)
        .map(|(block, numbers)| MeasuredBlock {
            text: block.text.clone(),
            hidden: block.hidden,
            numbers,
        })
        .collect()
}
