//! When two ways of writing a tag are the same tag, and which tags it is a part of.

use super::fold;

/// Parts of one tag, and characters of one part.
const DEEPEST: usize = 8;
const LONGEST: usize = 80;

/// A tag as it was typed, put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagPath {
    parts: Vec<String>,
}

impl TagPath {
    /// Reads ` #Region / Koreas ` as `Region/Koreas`; `None` for what has no words, or
    /// is longer or deeper than a tag.
    pub fn read(typed: &str) -> Option<Self> {
        let parts: Vec<String> = typed
            .trim()
            .trim_start_matches('#')
            .split('/')
            .map(|part| {
                let words: Vec<&str> = part.split_whitespace().collect();
                words.join(" ").replace(['"', '“', '”', '„', '«', '»'], "")
            })
            .filter(|part| !fold(part).trim().is_empty())
            .collect();
        let fits = parts.iter().all(|part| part.chars().count() <= LONGEST);
        (!parts.is_empty() && parts.len() <= DEEPEST && fits).then_some(Self { parts })
    }

    /// As a person reads it.
    pub fn path(&self) -> String {
        self.parts.join("/")
    }

    /// How many parts it has.
    pub fn depth(&self) -> usize {
        self.parts.len()
    }

    /// What makes two tags the same.
    pub fn folded(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(|part| folded(part)).collect();
        parts.join("/")
    }
}

/// A folded path and those that it is a part of, the whole one last.
pub fn with_parents(folded: &str) -> impl Iterator<Item = &str> {
    let ends = folded.match_indices('/').map(|(at, _)| at);
    ends.chain([folded.len()]).map(|end| &folded[..end])
}

fn folded(part: &str) -> String {
    fold(part).trim().replace('/', " ")
}
