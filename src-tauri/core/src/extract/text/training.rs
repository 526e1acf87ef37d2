//! What the trees are trained on, for `core/training`.

use super::{lines, scores, surroundings, traits};

/// One line of a plain text as the trees see it.
#[derive(Debug, Clone)]
pub struct TrainingLine {
    /// From 1, as in the file.
    pub number: u32,
    pub text: String,
    pub words: usize,
    /// As [`trait_names`] says.
    pub traits: Vec<f32>,
    /// What the trees now say, from 0 to 1.
    pub score: f32,
}

/// The lines of `text` with their traits.
#[must_use]
pub fn training_lines(text: &str) -> Vec<TrainingLine> {
    let lines = lines::read(text);
    let scores = scores::of_lines(&lines);
    let traits = surroundings::of_lines(&lines);
    lines
        .into_iter()
        .zip(traits)
        .zip(scores)
        .map(|((line, traits), score)| TrainingLine {
            number: line.number,
            text: line.text,
            words: line.words,
            traits,
            score,
        })
        .collect()
}

/// What the numbers of [`TrainingLine::traits`] are.
pub fn trait_names() -> impl Iterator<Item = &'static str> {
    traits::NAMES.iter().chain(surroundings::NAMES).copied()
}
