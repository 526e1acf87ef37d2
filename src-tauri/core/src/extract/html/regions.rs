//! Which parts of a page hold its running text, counted once for all elements.

use super::outline::Outline;
use super::page::PageBlock;

/// What one element holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    pub blocks: u32,
    pub words: u32,
    /// Words of links, estimated from their share.
    pub link_words: f32,
    /// Words of running text that nothing speaks against.
    pub text: u32,
    /// Blocks of such text.
    pub paragraphs: u32,
    /// How much it looks like the element around an article's paragraphs.
    pub score: f32,
}

/// The sums of all elements, and the elements that stand out.
#[derive(Debug)]
pub(super) struct Regions {
    /// By the index of the element.
    pub sums: Vec<Sum>,
    /// The element with the best score.
    pub top: usize,
    /// The innermost elements with most, and with nearly all, of the running text.
    pub core: usize,
    pub frame: usize,
}

/// Percent of a region's running text that one part must hold to stand for all of it.
const CORE: u32 = 60;
const FRAME: u32 = 88;

/// True for running text that neither its words nor its surroundings speak against.
pub(super) fn is_text(block: &PageBlock) -> bool {
    block.running
        && !block.hidden
        && block.links < 0.4
        && block.cue.is_none()
        && block.container.is_none()
        && block.furniture.is_none()
        && !block.figure
}

impl Regions {
    pub(super) fn of(outline: &Outline, blocks: &[PageBlock]) -> Self {
        let mut sums = vec![Sum::default(); outline.elements.len()];
        for block in blocks.iter().filter(|block| !block.hidden) {
            if let Some(sum) = sums.get_mut(block.element) {
                let words = u32::try_from(block.words).unwrap_or(u32::MAX);
                sum.blocks += 1;
                sum.words += words;
                sum.link_words += words as f32 * block.links;
                if is_text(block) {
                    sum.text += words;
                    sum.paragraphs += 1;
                }
            }
        }
        score(outline, blocks, &mut sums);
        // Children stand after their parents, so one pass backwards adds everything up.
        for at in (1..sums.len()).rev() {
            let (Some(inner), Some(element)) = (sums.get(at).copied(), outline.elements.get(at))
            else {
                continue;
            };
            if let Some(outer) = sums.get_mut(element.parent) {
                outer.blocks += inner.blocks;
                outer.words += inner.words;
                outer.link_words += inner.link_words;
                outer.text += inner.text;
                outer.paragraphs += inner.paragraphs;
            }
        }
        let mut top = 0;
        let mut best = f32::MIN;
        for (at, sum) in sums.iter_mut().enumerate() {
            sum.score *= 1.0 - sum.link_words / (sum.words.max(1) as f32);
            if sum.score > best {
                (top, best) = (at, sum.score);
            }
        }
        let core = innermost(outline, &sums, CORE);
        let frame = innermost(outline, &sums, FRAME);
        Self {
            sums,
            top,
            core,
            frame,
        }
    }

    /// What the element at `at` holds.
    pub(super) fn sum(&self, at: usize) -> Sum {
        self.sums.get(at).copied().unwrap_or_default()
    }
}

/// Gives each paragraph's worth to the elements around it, less with each step outwards,
/// as Readability does.
fn score(outline: &Outline, blocks: &[PageBlock], sums: &mut [Sum]) {
    const STEPS: [f32; 4] = [1.0, 0.5, 0.17, 0.11];
    for (at, element) in outline.elements.iter().enumerate() {
        if let Some(sum) = sums.get_mut(at) {
            sum.score = match element.name {
                "article" => 15.0,
                "div" | "main" | "section" => 5.0,
                "pre" | "td" | "blockquote" => 3.0,
                "ol" | "ul" | "dl" | "dd" | "dt" | "li" | "form" | "address" => -3.0,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => -5.0,
                _ => 0.0,
            };
            if element.names_body {
                sum.score += 25.0;
            }
            if element.reason.is_some() {
                sum.score -= 25.0;
            }
        }
    }
    for block in blocks {
        if block.hidden || block.words < 6 || block.links > 0.6 || block.cue.is_some() {
            continue;
        }
        let commas = block
            .text
            .chars()
            .filter(|c| matches!(c, ',' | '،' | '，' | '、'))
            .count();
        let worth = 1.0 + commas as f32 + (block.words as f32 / 18.0).min(3.0);
        let alone = sums.get(block.element).is_some_and(|sum| sum.blocks <= 1);
        let first = (!alone).then_some(block.element);
        let places = first.into_iter().chain(outline.around(block.element));
        for (place, share) in places.zip(STEPS) {
            if let Some(sum) = sums.get_mut(place) {
                sum.score += worth * share;
            }
        }
    }
}

/// From the whole page inwards, as long as one part has `percent` of the running text.
fn innermost(outline: &Outline, sums: &[Sum], percent: u32) -> usize {
    let text = |at: usize| sums.get(at).map_or(0, |sum| sum.text);
    let whole = u64::from(text(0)) * u64::from(percent);
    let mut here = 0;
    while let Some(part) = outline
        .children(here)
        .find(|&child| u64::from(text(child)) * 100 >= whole.max(1))
    {
        here = part;
    }
    here
}
