//! Boosted decision trees, read from a table that was made elsewhere.
//!
//! The table is text: a line `features NUMBER`, then a line a tree. A tree is its
//! nodes with blanks between: `=VALUE` ends, `FEATURE<=THRESHOLD:LEFT:RIGHT` asks on.
//!
//! Trees are not walked: of each question that is answered with *no* it is known which
//! answers of its tree can't be reached any more, and the first that is left is the tree's
//! (QuickScorer: Lucchese and others, SIGIR 2015). The questions of one feature stand in
//! the order of their thresholds, so that the rest of them need not be asked.

/// Trees whose values are added up.
#[derive(Debug, Default)]
pub(super) struct Trees {
    features: Vec<Feature>,
    /// The answers of each tree, from the left to the right.
    answers: Vec<[f32; MOST_ANSWERS]>,
}

/// All questions about one number of a row.
#[derive(Debug)]
struct Feature {
    place: usize,
    /// From the least threshold to the largest.
    questions: Vec<Question>,
}

#[derive(Debug, Clone, Copy)]
struct Question {
    threshold: f32,
    tree: u32,
    /// A bit for each answer that is still possible when the number is larger.
    left_over: u32,
}

/// A node as it is read.
#[derive(Debug, Clone, Copy)]
enum Node {
    Answer(f32),
    /// Where numbers up to the threshold lead, and where larger ones do.
    Question {
        feature: usize,
        threshold: f32,
        next: [usize; 2],
    },
}

/// A tree has one bit for each of its answers.
const MOST_ANSWERS: usize = u32::BITS as usize;

/// Rows that are judged side by side.
const ABREAST: usize = 8;

/// Reads a table; `None` when it is not one.
pub(super) fn read(table: &str) -> Option<Trees> {
    let mut lines = table.lines();
    let features: u16 = lines.next()?.strip_prefix("features ")?.parse().ok()?;
    let mut trees = Trees {
        features: (0..usize::from(features))
            .map(|place| Feature {
                place,
                questions: Vec::new(),
            })
            .collect(),
        answers: Vec::new(),
    };
    for line in lines {
        trees.add(line)?;
    }
    for feature in &mut trees.features {
        let by_threshold =
            |one: &Question, other: &Question| one.threshold.total_cmp(&other.threshold);
        feature.questions.sort_by(by_threshold);
    }
    trees
        .features
        .retain(|feature| !feature.questions.is_empty());
    Some(trees)
}

fn node(text: &str) -> Option<Node> {
    if let Some(value) = text.strip_prefix('=') {
        return Some(Node::Answer(value.parse().ok()?));
    }
    let (feature, rest) = text.split_once("<=")?;
    let mut rest = rest.split(':');
    Some(Node::Question {
        feature: feature.parse().ok()?,
        threshold: rest.next()?.parse().ok()?,
        next: [rest.next()?.parse().ok()?, rest.next()?.parse().ok()?],
    })
}

impl Trees {
    /// Adds the tree of one line.
    fn add(&mut self, line: &str) -> Option<()> {
        let nodes: Vec<Node> = line.split(' ').map(node).collect::<Option<_>>()?;
        let tree = u32::try_from(self.answers.len()).ok()?;
        let mut answers = [0.0; MOST_ANSWERS];
        let mut found = 0;
        self.take(&nodes, 0, tree, &mut answers, &mut found)?;
        self.answers.push(answers);
        Some(())
    }

    /// Takes in the part of a tree below the node at `at`. `found` counts the answers.
    fn take(
        &mut self,
        nodes: &[Node],
        at: usize,
        tree: u32,
        answers: &mut [f32; MOST_ANSWERS],
        found: &mut usize,
    ) -> Option<()> {
        match *nodes.get(at)? {
            Node::Answer(value) => {
                *answers.get_mut(*found)? = value;
                *found += 1;
            }
            Node::Question {
                feature,
                threshold,
                next: [left, right],
            } => {
                // Every question leads forwards, so that there is an end.
                if left <= at || right <= at {
                    return None;
                }
                let first = *found;
                self.take(nodes, left, tree, answers, found)?;
                let lost = (first..*found).fold(0, |bits, answer| bits | 1_u32 << answer);
                self.features.get_mut(feature)?.questions.push(Question {
                    threshold,
                    tree,
                    left_over: !lost,
                });
                self.take(nodes, right, tree, answers, found)?;
            }
        }
        Some(())
    }

    /// The sums for rows of numbers; above zero means yes, and an empty row gets no.
    pub(super) fn score(&self, rows: &[Vec<f32>]) -> Vec<f64> {
        let judged: Vec<&[f32]> = rows
            .iter()
            .map(Vec::as_slice)
            .filter(|row| !row.is_empty())
            .collect();
        let mut possible = vec![[u32::MAX; ABREAST]; self.answers.len()];
        let mut sums = Vec::with_capacity(judged.len() + ABREAST);
        for rows in judged.chunks(ABREAST) {
            possible.fill([u32::MAX; ABREAST]);
            self.ask(rows, &mut possible);
            sums.extend(self.sums(&possible).into_iter().take(rows.len()));
        }
        let mut sums = sums.into_iter();
        rows.iter()
            .map(|row| Some(row).filter(|row| !row.is_empty()))
            .map(|row| row.and_then(|_| sums.next()).unwrap_or(f64::MIN))
            .collect()
    }

    /// Leaves of each tree's answers those that are possible for each row.
    fn ask(&self, rows: &[&[f32]], possible: &mut [[u32; ABREAST]]) {
        for feature in &self.features {
            let mut numbers = [0.0; ABREAST];
            for (number, row) in numbers.iter_mut().zip(rows) {
                *number = row.get(feature.place).copied().unwrap_or_default();
            }
            let largest = numbers.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for question in &feature.questions {
                if question.threshold >= largest {
                    break;
                }
                let Some(possible) = possible.get_mut(question.tree as usize) else {
                    continue;
                };
                for (possible, number) in possible.iter_mut().zip(numbers) {
                    let answered_yes = u32::from(number > question.threshold).wrapping_sub(1);
                    *possible &= question.left_over | answered_yes;
                }
            }
        }
    }

    /// What the first possible answers of all trees add up to.
    fn sums(&self, possible: &[[u32; ABREAST]]) -> [f64; ABREAST] {
        let mut sums = [0.0; ABREAST];
        for (answers, possible) in self.answers.iter().zip(possible) {
            for (sum, possible) in sums.iter_mut().zip(possible) {
                let first = possible.trailing_zeros() as usize % MOST_ANSWERS;
                *sum += f64::from(answers[first]);
            }
        }
        sums
    }
}
