//! What stands around the elements of a page, found in one pass: an element stands after
//! the one around it, and where it is nothing by itself it has what that one has.

use super::numbers::FAR;
use super::outline::{Element, Outline};

/// Elements outwards from a block that are looked at.
const AROUND: u32 = 12;

/// Kinds of elements that are looked for: named as the body of an article, named as
/// something else, articles and lists.
const KINDS: usize = 4;
/// The kind that is named as something else than the article.
pub(super) const NAMED_OTHER: usize = 1;

fn is_of_kind(element: &Element) -> [bool; KINDS] {
    [
        element.names_body,
        element.reason.is_some(),
        element.name == "article",
        matches!(element.name, "ul" | "ol"),
    ]
}

/// An element, and the steps outwards to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    pub steps: u32,
    pub element: usize,
}

/// What stands around one element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The nearest element of each kind.
    pub nearest: [Option<Near>; KINDS],
    /// For each centre, the first element outwards that holds it too.
    shared: [Near; 3],
}

/// What stands around each element. `centres` are elements that ways are measured to.
pub(super) fn all(outline: &Outline, centres: [usize; 3]) -> Vec<Around> {
    let mut all: Vec<Around> = Vec::with_capacity(outline.elements.len());
    for (at, element) in outline.elements.iter().enumerate() {
        let outer = Some(element.parent).filter(|parent| *parent < at);
        let outer = outer.and_then(|parent| all.get(parent)).copied();
        let here = Near {
            steps: 0,
            element: at,
        };
        let further = |near: Near| Near {
            steps: near.steps + 1,
            ..near
        };
        let own = is_of_kind(element);
        let nearest = std::array::from_fn(|kind| {
            if own[kind] {
                return Some(here);
            }
            let near = outer?.nearest[kind]?;
            (near.steps < AROUND).then(|| further(near))
        });
        let shared = std::array::from_fn(|centre| {
            let to = centres[centre];
            match outer {
                _ if at <= to && to < element.end => here,
                Some(outer) => further(outer.shared[centre]),
                None => further(here),
            }
        });
        all.push(Around { nearest, shared });
    }
    all
}

impl Around {
    /// Steps outwards until each of the centres is inside, and from there down to it.
    pub(super) fn ways(&self, outline: &Outline, centres: [usize; 3]) -> [[f32; 2]; 3] {
        let depth = |at: usize| outline.elements.get(at).map_or(0, |element| element.depth);
        std::array::from_fn(|centre| {
            let shared = self.shared[centre];
            let down = depth(centres[centre]).saturating_sub(depth(shared.element));
            [shared.steps as f32, down as f32].map(|steps| steps.min(FAR))
        })
    }
}
