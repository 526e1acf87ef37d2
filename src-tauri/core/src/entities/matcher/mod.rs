//! All names of many entities, looked for at once.
//!
//! A text is cut into words; from each word on, the names are walked that begin with it, in
//! any of the forms that it may take in its language. The longest name wins; where two
//! entities share it, both are found and neither is certain. Cost: a few look-ups for each
//! word of the text that could begin a name, whatever the number of names.

mod phrases;
mod tokens;
mod walk;
mod words;

pub(super) use self::phrases::Phrases;
use self::tokens::Tokens;
pub(super) use self::walk::Hit;
use self::walk::Walk;
use crate::domain::{EntityId, NameId, NameStrength};

/// The names of `phrases` in a text, in order; those at one place belong to one another.
pub(super) fn hits(phrases: &Phrases, text: &str, language: Option<&str>) -> Vec<Hit> {
    Walk::new(phrases, &Tokens::of(text), language).hits()
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundName {
    /// Unicode scalar values from the start of the text.
    pub start: u32,
    pub end: u32,
    pub name: NameId,
    pub entity: EntityId,
    pub strength: NameStrength,
    /// Another entity has the same name.
    pub ambiguous: bool,
}

/// Names of kept entities, ready to be found. Cheap to build from some hundred thousand.
#[derive(Debug, Default)]
pub struct NameMatcher {
    phrases: Phrases,
    names: Vec<(NameId, EntityId, NameStrength)>,
}

impl NameMatcher {
    pub fn new() -> Self {
        Self::default()
    }

    /// Ready for so many names.
    pub fn with_room(names: usize) -> Self {
        let mut matcher = Self::default();
        matcher.phrases.reserve(names);
        matcher.names.reserve(names);
        matcher
    }

    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Adds a name to look for.
    pub fn add(&mut self, name: NameId, entity: EntityId, text: &str, strength: NameStrength) {
        if let Ok(number) = u32::try_from(self.names.len()) {
            self.phrases.add(text, number);
            self.names.push((name, entity, strength));
        }
    }

    /// Every known name in `text`, in order, none overlapping another except
    /// where several entities share one.
    pub fn find(&self, text: &str) -> Vec<FoundName> {
        self.find_in(text, None)
    }

    /// [`NameMatcher::find`] in a text whose language (ISO 639) is known. In Latin letters
    /// it says which endings names may have; unknown, it is told from the text if that is
    /// long enough.
    pub fn find_in(&self, text: &str, language: Option<&str>) -> Vec<FoundName> {
        if self.is_empty() {
            return Vec::new();
        }
        let hits = hits(&self.phrases, text, language);
        let mut found: Vec<FoundName> = Vec::with_capacity(hits.len());
        let mut at = 0;
        while let Some(first) = hits.get(at) {
            let group = hits[at..].iter().take_while(|hit| hit.start == first.start);
            let group: Vec<_> = group
                .filter_map(|hit| self.names.get(hit.value as usize).map(|name| (hit, name)))
                .collect();
            at += group.len().max(1);
            let ambiguous = group.iter().any(|(_, name)| name.1 != group[0].1.1);
            let from = found.len();
            for (hit, (name, entity, strength)) in group {
                if !found[from..].iter().any(|other| other.entity == *entity) {
                    found.push(FoundName {
                        start: hit.start,
                        end: hit.end,
                        name: *name,
                        entity: *entity,
                        strength: *strength,
                        ambiguous,
                    });
                }
            }
        }
        found
    }
}
