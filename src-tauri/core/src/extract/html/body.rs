//! Which blocks of a page are its article: trees that were grown on scored pages judge
//! each block by its words, its place and what stands around it.

use std::sync::LazyLock;

use super::features::{self, About};
use super::outline::Outline;
use super::page::PageBlock;
use super::shingles;
use super::trees::{self, Trees};

/// A page of only short blocks is read whole up to this many; more are a list of links.
const MOST_SHORT_BLOCKS: usize = 60;

/// A declared text of fewer words is a summary.
const DECLARED_WORDS: usize = 100;

/// Grown by `training/grow.py`.
static TREES: LazyLock<Trees> = LazyLock::new(|| trees::read(TABLE).unwrap_or_default());
const TABLE: &str = include_str!("body_trees.txt");

/// What was chosen of a page's blocks.
pub(super) struct Choice {
    /// For each block, whether it belongs to the body.
    pub chosen: Vec<bool>,
    /// How sure that is: logits, above zero for yes.
    marks: Vec<f64>,
    /// Blocks that a person pointed at themselves, which stay whatever they look like.
    firm: Vec<bool>,
}

/// Marks above this are hardly ever wrong about a sentence.
const SURE: f64 = 2.0;

impl Choice {
    /// All that a browser shows.
    pub(super) fn whole(blocks: &[PageBlock]) -> Self {
        Self {
            chosen: blocks.iter().map(|block| !block.hidden).collect(),
            marks: vec![0.0; blocks.len()],
            firm: Vec::new(),
        }
    }

    /// What a person pointed at.
    pub(super) fn picked(chosen: Vec<bool>, firm: Vec<bool>) -> Self {
        Self {
            marks: vec![0.0; chosen.len()],
            chosen,
            firm,
        }
    }

    /// True when a person pointed at the block at `at` itself.
    pub(super) fn is_firm(&self, at: usize) -> bool {
        self.firm.get(at).is_some_and(|firm| *firm)
    }

    /// True when the block at `at` was chosen with hardly a doubt.
    pub(super) fn is_sure(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| *mark > SURE)
    }
}

pub(super) fn choose(outline: &Outline, blocks: &[PageBlock], about: &About) -> Choice {
    let declared = shingles::declared_shares(blocks, about);
    let rows = features::measure(outline, blocks, about, declared.as_deref());
    let marks = TREES.score(&rows);
    let mut chosen: Vec<bool> = blocks
        .iter()
        .zip(&marks)
        .map(|(block, mark)| *mark > 0.0 && !block.hidden)
        .collect();
    if let Some(shares) = declared {
        let declared = of_declared(blocks, &shares);
        let (now, then) = (word_sum(blocks, &chosen), word_sum(blocks, &declared));
        let both: Vec<bool> = chosen
            .iter()
            .zip(&declared)
            .map(|(a, b)| *a && *b)
            .collect();
        // The page's own account wins when the choice misses most of it.
        if then > DECLARED_WORDS && (word_sum(blocks, &both) * 2 < then || then > now * 2) {
            chosen = declared;
        }
    }
    if word_sum(blocks, &chosen) == 0 {
        chosen = blocks
            .iter()
            .map(|b| {
                (b.running || b.words >= 9)
                    && !b.hidden
                    && b.cue.is_none()
                    && is_plain(b)
                    && b.links < 0.5
            })
            .collect();
    }
    if !chosen.contains(&true) {
        // Little text is no reason to show none.
        chosen = blocks
            .iter()
            .map(|b| !b.hidden && b.cue.is_none() && is_plain(b))
            .collect();
        if chosen.iter().filter(|chosen| **chosen).count() > MOST_SHORT_BLOCKS {
            chosen.fill(false);
        }
    }
    Choice {
        chosen,
        marks,
        firm: Vec::new(),
    }
}

/// The blocks that stand in the text that the page's data has.
fn of_declared(blocks: &[PageBlock], shares: &[f32]) -> Vec<bool> {
    let stands = |(block, share): (&PageBlock, &f32)| !block.hidden && *share > 0.8;
    blocks.iter().zip(shares).map(stands).collect()
}

fn is_plain(block: &PageBlock) -> bool {
    block.container.is_none() && block.furniture.is_none()
}

fn word_sum(blocks: &[PageBlock], chosen: &[bool]) -> usize {
    blocks
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| **chosen)
        .map(|(block, _)| block.words)
        .sum()
}
