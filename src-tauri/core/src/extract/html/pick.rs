//! What a person pointed at in a page: the page with its blocks numbered, and from the
//! numbers to selectors and back to blocks.
//!
//! A number is the place of an element in the page's outline, which the same bytes always
//! give the same.

use std::collections::HashSet;

use dom_query::{Document, NodeId};

use super::body::Choice;
use super::guard::{self, Attributes, Cost};
use super::outline::Outline;
use super::page::{self, PageBlock};
use super::selectors;
use crate::domain::Pick;
use crate::extract::pick::PagePick;
use crate::extract::sanitise;

/// The attribute that carries a block's number.
pub(in crate::extract) const NUMBER: &str = "data-block";
/// Elements that a person can point at in one page.
const MOST_NUMBERED: usize = 20_000;
/// Selectors of one pick that are looked for.
pub(crate) const MOST_PLACES: usize = 500;
/// Words of running text below which a remembered place holds something else.
const LEAST_WORDS: usize = 40;
/// One part in so many of a page's running text is worth its article: letters below it may
/// be longer, a note beside it is shorter.
const PART: usize = 4;
/// So many words are a text of their own, and stand against more: one part in `PART_OF_LONG`.
const LONG: usize = 150;
const PART_OF_LONG: usize = 12;
/// Of the words of a place, one in so many may be a link's.
const LINKED: usize = 3;

/// A page as it is parsed, and whether its end is left out; `None` where parsing would
/// take too long.
pub(super) fn parse(html: &str, attributes: Attributes) -> Option<(Document, bool)> {
    let look = guard::look(html, attributes);
    let (html, cut) = match look.cost {
        Cost::Fair => (html, false),
        Cost::Wide(end) => (html.get(..end).unwrap_or_default(), true),
        Cost::Endless => return None,
    };
    Some((Document::from(&*look.read_of(html)), cut))
}

/// A page made safe to show, each block with its number.
pub(in crate::extract) fn numbered(html: &str) -> Option<String> {
    let (document, _) = parse(html, Attributes::All)?;
    for node in document.select("[data-block]").nodes() {
        node.remove_attr(NUMBER);
    }
    let outline = Outline::of(&document);
    let blocks = outline
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.chars > 0 && page::is_block(element.name));
    for (at, element) in blocks.take(MOST_NUMBERED) {
        if let Some(node) = element.node.and_then(|id| document.tree.get(&id)) {
            node.set_attr(NUMBER, &at.to_string());
        }
    }
    Some(sanitise::numbered_document(&document))
}

/// Selectors of the elements with these numbers. `None` when there are none.
pub(in crate::extract) fn selectors(html: &str, numbers: &[u32]) -> Option<PagePick> {
    let (document, _) = parse(html, Attributes::Read)?;
    let outline = Outline::of(&document);
    let picked = outermost(&outline, numbers);
    if picked.is_empty() {
        return None;
    }
    let page = |selectors| Pick::Page { selectors };
    Some(PagePick {
        here: page(selectors::exact(&document, &outline, &picked)),
        outlet: page(selectors::general(&document, &outline, &picked)),
    })
}

/// The elements with these numbers, without those inside others of them.
fn outermost(outline: &Outline, numbers: &[u32]) -> Vec<usize> {
    let known: HashSet<usize> = numbers
        .iter()
        .take(MOST_NUMBERED)
        .map(|number| *number as usize)
        .filter(|at| *at > 0 && *at < outline.elements.len())
        .collect();
    let mut picked: Vec<usize> = known
        .iter()
        .copied()
        .filter(|at| !outline.around(*at).any(|outer| known.contains(&outer)))
        .collect();
    picked.sort_unstable();
    picked
}

/// The elements that selectors find, as places in the outline.
pub(super) fn found(document: &Document, outline: &Outline, selectors: &[String]) -> Vec<usize> {
    let mut nodes: HashSet<NodeId> = HashSet::new();
    for selector in selectors.iter().take(MOST_PLACES) {
        if let Some(found) = document.try_select(selector) {
            nodes.extend(found.nodes().iter().map(|node| node.id));
        }
    }
    let is_found =
        |element: &super::outline::Element| element.node.is_some_and(|node| nodes.contains(&node));
    let all = outline.elements.iter().enumerate();
    all.filter(|(_, element)| is_found(element))
        .map(|(at, _)| at)
        .collect()
}

/// The blocks in these elements as the choice of the body. `None` when they hold none.
pub(super) fn choice(outline: &Outline, blocks: &[PageBlock], picked: &[usize]) -> Option<Choice> {
    let picked: HashSet<usize> = picked.iter().copied().collect();
    let with_outer = |at: usize| std::iter::once(at).chain(outline.around(at));
    let hidden = |at: usize| {
        with_outer(at).any(|outer| outline.elements.get(outer).is_some_and(|e| e.hidden))
    };
    let mut chosen = vec![false; blocks.len()];
    let mut firm = vec![false; blocks.len()];
    for (at, block) in blocks.iter().enumerate() {
        let Some(holder) = with_outer(block.element).find(|at| picked.contains(at)) else {
            continue;
        };
        // What was pointed at is meant though the page hides it until a script has run.
        chosen[at] = !block.hidden || hidden(holder);
        firm[at] = chosen[at] && holder == block.element;
    }
    chosen.contains(&true).then(|| Choice::picked(chosen, firm))
}

/// False for a remembered place that holds something else on this page: too little text,
/// mostly links, or a small part of what the page has to say.
pub(super) fn is_plausible(blocks: &[PageBlock], choice: &Choice) -> bool {
    let (mut words, mut linked, mut picked, mut rest) = (0, 0.0, 0, 0);
    for (block, chosen) in blocks.iter().zip(&choice.chosen) {
        let running = block.running && block.links < 0.5;
        if *chosen {
            words += block.words;
            linked += block.words as f32 * block.links;
            picked += if running { block.words } else { 0 };
        } else if running && is_own(block) {
            rest += block.words;
        }
    }
    let part = if picked >= LONG { PART_OF_LONG } else { PART };
    let few_links = linked * LINKED as f32 <= words as f32;
    picked >= LEAST_WORDS && few_links && picked * part >= picked + rest
}

/// What a page shows that is not by its name something beside the article.
fn is_own(block: &PageBlock) -> bool {
    !block.hidden && block.container.is_none() && block.furniture.is_none()
}
