//! Blocks that stand in the text that the page's data has.

use foldhash::HashSet;

use super::features::About;
use super::numbers::share;
use super::page::PageBlock;

/// Words that are compared at once with the declared text.
const SHINGLE: usize = 3;

/// How much of each block stands in the text that the page's data has: from 0 to 1, below 0
/// for blocks that are too short to tell. `None` when the data has no text.
pub(super) fn declared_shares(blocks: &[PageBlock], about: &About) -> Option<Vec<f32>> {
    let known: HashSet<[&str; SHINGLE]> = shingles(about.declared.as_deref()?).collect();
    let of_block = |block: &PageBlock| {
        let (mut found, mut all) = (0, 0);
        for shingle in shingles(&block.key) {
            all += 1;
            found += usize::from(known.contains(&shingle));
        }
        if all == 0 { -0.5 } else { share(found, all) }
    };
    Some(blocks.iter().map(of_block).collect())
}

/// Every [`SHINGLE`] words that follow each other.
fn shingles(key: &str) -> impl Iterator<Item = [&str; SHINGLE]> {
    let second = key.split(' ').skip(1);
    let third = key.split(' ').skip(2);
    key.split(' ')
        .zip(second)
        .zip(third)
        .map(|((a, b), c)| [a, b, c])
}
