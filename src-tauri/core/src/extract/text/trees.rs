//! Boosted decision trees, as `core/training/train.py` writes them.

/// A question: whether trait `.0` is at most `.1`; the node for yes and for no,
/// counted from the tree's first. Below zero: the leaf `-1 - n`, from the tree's first.
pub(super) type Node = (u8, f32, i16, i16);

/// Trees whose leaves add up.
pub(super) struct Forest {
    /// Where each tree's nodes and leaves begin.
    pub trees: &'static [(usize, usize)],
    pub nodes: &'static [Node],
    pub leaves: &'static [f32],
}

impl Forest {
    /// How sure the trees are, from 0 to 1.
    pub(super) fn score(&self, traits: &[f32]) -> f32 {
        let sum: f32 = self
            .trees
            .iter()
            .map(|&(nodes, leaves)| self.leaf(nodes, leaves, traits))
            .sum();
        1.0 / (1.0 + (-sum).exp())
    }

    fn leaf(&self, nodes: usize, leaves: usize, traits: &[f32]) -> f32 {
        let mut at = nodes;
        // The script writes a child after its parent, so this ends.
        while let Some(&(which, most, yes, no)) = self.nodes.get(at) {
            let value = traits.get(usize::from(which)).copied().unwrap_or(0.0);
            let next = if value <= most { yes } else { no };
            match usize::try_from(next) {
                Ok(node) => at = nodes + node,
                Err(_) => {
                    let leaf = leaves + usize::from((-1 - next).unsigned_abs());
                    return self.leaves.get(leaf).copied().unwrap_or(0.0);
                }
            }
        }
        0.0
    }
}
