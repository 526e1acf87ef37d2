//! Which blocks of a page are its article: the votes of two extractors and of the page itself.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::containers;
use super::json_ld::Described;
use super::page::{self, PageBlock};
use crate::domain::RemovalReason;
use crate::extract::words;

/// Pages with more elements than this are chosen from by their blocks alone.
const MOST_ELEMENTS: usize = 150_000;
/// The second opinion is not asked on sources larger than this.
const LARGEST_FOR_SECOND: usize = 3_000_000;
/// A page of only short blocks is read whole up to this many; more are a list of links.
const MOST_SHORT_BLOCKS: usize = 60;
/// The second opinion wins when it has this many times the words.
const MUCH_LONGER: usize = 2;

/// For each block, whether it belongs to the body.
pub(super) fn choose(
    document: &Document,
    blocks: &[PageBlock],
    described: Option<&Described>,
) -> Vec<bool> {
    let elements = document
        .root()
        .descendants_it()
        .take(MOST_ELEMENTS + 1)
        .count();
    let mut chosen = if elements <= MOST_ELEMENTS {
        readable(document, blocks)
    } else {
        vec![false; blocks.len()]
    };
    let total: usize = blocks
        .iter()
        .filter(|b| b.running && !b.hidden && is_plain(b))
        .map(|b| b.words)
        .sum();
    let found = word_sum(blocks, &chosen);
    if found * 10 < total * 6 || found < 60 {
        let second = second_opinion(document, blocks);
        let other = word_sum(blocks, &second);
        if other > found * MUCH_LONGER || found == 0 {
            chosen = second;
        }
    }
    if let Some(body) = described.and_then(|d| d.body.as_deref()) {
        let declared = within(blocks, &words::same_key(body));
        let (now, then) = (word_sum(blocks, &chosen), word_sum(blocks, &declared));
        let agreed: usize = blocks
            .iter()
            .enumerate()
            .filter(|&(at, _)| chosen[at] && declared[at])
            .map(|(_, b)| b.words)
            .sum();
        // The page's own account wins when the choice misses most of it.
        if then > 100 && (agreed * 2 < then || then > now * 2) {
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
    chosen
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

/// The choice of dom_smoothie.
fn readable(document: &Document, blocks: &[PageBlock]) -> Vec<bool> {
    let copy = document.clone();
    strip_consent(&copy);
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    // A page that breaks a library must not break an import.
    let content = catch_unwind(AssertUnwindSafe(|| {
        let mut reader = Readability::with_document(copy, None, Some(config)).ok()?;
        reader
            .parse()
            .ok()
            .map(|article| article.content.to_string())
    }));
    match content {
        Ok(Some(html)) => matching(blocks, &page::blocks(&Document::from(html.as_str()), false)),
        _ => vec![false; blocks.len()],
    }
}

/// The choice of trafilatura.
fn second_opinion(document: &Document, blocks: &[PageBlock]) -> Vec<bool> {
    let copy = document.clone();
    strip_consent(&copy);
    copy.select("script, style, svg, iframe, template, noscript")
        .remove();
    let html = copy.html().to_string();
    if html.len() > LARGEST_FOR_SECOND {
        return vec![false; blocks.len()];
    }
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true);
    let content = catch_unwind(AssertUnwindSafe(|| {
        trafilatura::extract(&html, &options)
            .ok()
            .map(|result| result.content_html)
    }));
    match content {
        Ok(Some(html)) => matching(blocks, &page::blocks(&Document::from(html.as_str()), false)),
        _ => vec![false; blocks.len()],
    }
}

/// Consent layers can hold more text than the article; they go before anybody votes.
fn strip_consent(document: &Document) {
    let layers: Vec<_> = document
        .root()
        .descendants_it()
        .filter(|node| node.is_element())
        .filter(|node| {
            let name = node.node_name();
            let name = name.as_deref().unwrap_or_default();
            matches!(name, "div" | "section" | "aside" | "dialog" | "form")
                && containers::reason_of(node, name) == Some(RemovalReason::Consent)
        })
        .collect();
    for layer in layers {
        let whole = layer
            .descendants_it()
            .any(|n| n.has_name("article") || n.has_name("h1") || n.has_name("main"));
        if !whole {
            layer.remove_from_parent();
        }
    }
}

/// Finds an extractor's blocks among the page's: by the element they stand in and their
/// text, then by text, then by being part of what could not be found.
fn matching(blocks: &[PageBlock], output: &[PageBlock]) -> Vec<bool> {
    let mut chosen = vec![false; blocks.len()];
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        by_key.entry(block.key.as_str()).or_default().push(at);
    }
    let mut cursor = 0;
    let mut rest = String::new();
    for block in output {
        let places = by_key
            .get(block.key.as_str())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let free = || places.iter().copied().filter(|&at| !chosen[at]);
        let found = free()
            .find(|&at| block.mark != 0 && blocks[at].mark == block.mark)
            .or_else(|| free().find(|&at| at >= cursor))
            .or_else(|| free().next());
        match found {
            Some(at) => {
                chosen[at] = true;
                cursor = at;
            }
            None if !block.key.is_empty() => {
                rest.push(' ');
                rest.push_str(&block.key);
            }
            None => {}
        }
    }
    if rest.split(' ').count() > 8 {
        for (at, part) in within(blocks, &rest).into_iter().enumerate() {
            chosen[at] = chosen[at] || part;
        }
    }
    chosen
}

/// The blocks whose words stand in `text` (both as keys).
fn within(blocks: &[PageBlock], text: &str) -> Vec<bool> {
    blocks
        .iter()
        .map(|b| b.words >= 4 && !b.hidden && text.contains(b.key.as_str()))
        .collect()
}
