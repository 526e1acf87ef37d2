//! Boosted decision trees, read from a table that was made elsewhere.
//!
//! The table is text: a line `features NUMBER`, then a line a tree. A tree is its
//! nodes with blanks between: `=VALUE` ends, `FEATURE<=THRESHOLD:LEFT:RIGHT` asks on.

/// Trees whose values are added up.
#[derive(Debug, Default)]
pub(super) struct Trees {
    trees: Vec<Tree>,
}

/// The nodes of one tree, and how many questions its longest way has.
#[derive(Debug)]
struct Tree {
    nodes: Vec<Node>,
    depth: usize,
}

/// A question, or an answer: a question that leads nowhere but to itself. Small, since
/// all trees are walked for each block of a page.
#[derive(Debug, Clone, Copy)]
struct Node {
    threshold: f32,
    value: f32,
    feature: u16,
    /// Where numbers up to the threshold lead, and where larger ones do.
    next: [u16; 2],
}

/// Rows that walk a tree side by side: each waits for its next node while the others step.
const ABREAST: usize = 8;

/// Reads a table; `None` when it is not one.
pub(super) fn read(table: &str) -> Option<Trees> {
    let mut lines = table.lines();
    let features = lines.next()?.strip_prefix("features ")?.parse().ok()?;
    let trees = lines
        .map(|line| tree(line, features))
        .collect::<Option<Vec<_>>>()?;
    Some(Trees { trees })
}

fn tree(line: &str, features: u16) -> Option<Tree> {
    let nodes: Vec<Node> = line
        .split(' ')
        .enumerate()
        .map(|(at, text)| node(u16::try_from(at).ok()?, text))
        .collect::<Option<_>>()?;
    // Every question leads forwards to a node that is there.
    let mut depths = vec![0_usize; nodes.len()];
    for (at, node) in nodes.iter().enumerate().rev() {
        if node.is_answer() {
            continue;
        }
        let mut deepest = 0;
        for next in node.next.map(usize::from) {
            deepest = deepest.max(*depths.get(next).filter(|_| next > at)?);
        }
        if node.feature >= features {
            return None;
        }
        depths[at] = deepest + 1;
    }
    let depth = *depths.first()?;
    Some(Tree { nodes, depth })
}

fn node(at: u16, text: &str) -> Option<Node> {
    if let Some(value) = text.strip_prefix('=') {
        return Some(Node {
            threshold: f32::INFINITY,
            value: value.parse().ok()?,
            feature: 0,
            next: [at, at],
        });
    }
    let (feature, rest) = text.split_once("<=")?;
    let mut rest = rest.split(':');
    Some(Node {
        threshold: rest.next()?.parse().ok()?,
        value: 0.0,
        feature: feature.parse().ok()?,
        next: [rest.next()?.parse().ok()?, rest.next()?.parse().ok()?],
    })
}

impl Node {
    fn is_answer(&self) -> bool {
        self.threshold == f32::INFINITY
    }
}

impl Trees {
    /// The sums for rows of numbers; above zero means yes, and an empty row gets no. Tree by
    /// tree, so that one tree stays at hand while all rows pass.
    pub(super) fn score(&self, rows: &[Vec<f32>]) -> Vec<f64> {
        let judged: Vec<&[f32]> = rows
            .iter()
            .map(Vec::as_slice)
            .filter(|row| !row.is_empty())
            .collect();
        let mut sums = vec![0.0; judged.len()];
        for tree in &self.trees {
            for (rows, sums) in judged.chunks(ABREAST).zip(sums.chunks_mut(ABREAST)) {
                tree.add(rows, sums);
            }
        }
        let mut sums = sums.into_iter();
        rows.iter()
            .map(|row| Some(row).filter(|row| !row.is_empty()))
            .map(|row| row.and_then(|_| sums.next()).unwrap_or(f64::MIN))
            .collect()
    }
}

impl Tree {
    /// Adds to `sums` what the tree says of `rows`.
    fn add(&self, rows: &[&[f32]], sums: &mut [f64]) {
        let mut places = [0_u16; ABREAST];
        for _ in 0..self.depth {
            for (place, row) in places.iter_mut().zip(rows) {
                let node = self.nodes[usize::from(*place)];
                let number = row.get(usize::from(node.feature)).copied();
                *place = node.next[usize::from(number.unwrap_or_default() > node.threshold)];
            }
        }
        for (sum, place) in sums.iter_mut().zip(places) {
            *sum += f64::from(self.nodes[usize::from(place)].value);
        }
    }
}
