//! The choice of dom_smoothie, a port of Mozilla's Readability: a second opinion.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::outline::Outline;
use super::page::{self, PageBlock};

/// For each block, whether it is in what Readability keeps.
pub(super) fn choose(document: &Document, blocks: &[PageBlock]) -> Vec<bool> {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    // A page that breaks a library must not break an import.
    let content = catch_unwind(AssertUnwindSafe(|| {
        let mut reader = Readability::with_document(document.clone(), None, Some(config)).ok()?;
        reader
            .parse()
            .ok()
            .map(|article| article.content.to_string())
    }));
    match content {
        Ok(Some(html)) => {
            let kept = Outline::of(&Document::from(html.as_str()));
            matching(blocks, &page::blocks(&kept))
        }
        _ => vec![false; blocks.len()],
    }
}

/// Finds the blocks of `output` among the page's, by their text and order.
fn matching(blocks: &[PageBlock], output: &[PageBlock]) -> Vec<bool> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        places.entry(block.key.as_str()).or_default().push(at);
    }
    let mut chosen = vec![false; blocks.len()];
    let mut last = 0;
    for block in output {
        let Some(places) = places.get(block.key.as_str()) else {
            continue;
        };
        let next = places.partition_point(|at| *at < last);
        if let Some(&at) = places.get(next).or(places.first()) {
            if let Some(place) = chosen.get_mut(at) {
                *place = true;
            }
            last = at;
        }
    }
    chosen
}
