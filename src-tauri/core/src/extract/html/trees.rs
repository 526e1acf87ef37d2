//! Boosted decision trees, read from a table that was made elsewhere.
//!
//! The table is text: a line `features NUMBER`, then a line a tree. A tree is its
//! nodes with blanks between: `=VALUE` ends, `FEATURE<=THRESHOLD:LEFT:RIGHT` asks on.

/// Trees whose values are added up.
#[derive(Debug, Default)]
pub(super) struct Trees {
    trees: Vec<Vec<Node>>,
}

/// A question, or with [`ENDS`] for a feature an answer. Small, since all trees are
/// walked for each block of a page.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The threshold of a question, the value of an answer.
    value: f32,
    feature: u16,
    left: u16,
    right: u16,
}

const ENDS: u16 = u16::MAX;

/// Reads a table; `None` when it is not one.
pub(super) fn read(table: &str) -> Option<Trees> {
    let mut lines = table.lines();
    let features = lines.next()?.strip_prefix("features ")?.parse().ok()?;
    let trees = lines
        .map(|line| tree(line, features))
        .collect::<Option<Vec<_>>>()?;
    Some(Trees { trees })
}

fn tree(line: &str, features: u16) -> Option<Vec<Node>> {
    let tree: Vec<Node> = line.split(' ').map(node).collect::<Option<_>>()?;
    // Every question leads forwards to a node that is there, so that walking ends.
    let sound = tree.iter().enumerate().all(|(at, node)| {
        let leads = |to: u16| usize::from(to) > at && usize::from(to) < tree.len();
        node.feature == ENDS || node.feature < features && leads(node.left) && leads(node.right)
    });
    sound.then_some(tree)
}

fn node(text: &str) -> Option<Node> {
    if let Some(value) = text.strip_prefix('=') {
        return Some(Node {
            value: value.parse().ok()?,
            feature: ENDS,
            left: 0,
            right: 0,
        });
    }
    let (feature, rest) = text.split_once("<=")?;
    let mut rest = rest.split(':');
    Some(Node {
        feature: feature.parse().ok()?,
        value: rest.next()?.parse().ok()?,
        left: rest.next()?.parse().ok()?,
        right: rest.next()?.parse().ok()?,
    })
}

impl Trees {
    /// The sums for rows of numbers; above zero means yes. Tree by tree, so that one tree
    /// stays at hand while all rows pass.
    pub(super) fn score(&self, rows: &[Vec<f32>]) -> Vec<f64> {
        let start = |row: &Vec<f32>| if row.is_empty() { f64::MIN } else { 0.0 };
        let mut sums: Vec<f64> = rows.iter().map(start).collect();
        for tree in &self.trees {
            for (sum, row) in sums.iter_mut().zip(rows).filter(|(_, row)| !row.is_empty()) {
                *sum += f64::from(walk(tree, row));
            }
        }
        sums
    }
}

fn walk(tree: &[Node], row: &[f32]) -> f32 {
    let mut at = 0;
    while let Some(node) = tree.get(usize::from(at)) {
        if node.feature == ENDS {
            return node.value;
        }
        let number = row
            .get(usize::from(node.feature))
            .copied()
            .unwrap_or_default();
        at = if number <= node.value {
            node.left
        } else {
            node.right
        };
    }
    0.0
}
