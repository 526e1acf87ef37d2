//! Selectors of a page's elements that hold on other pages of the same outlet: by what an
//! element is called where that says something, and by where it stands where it does not.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::outline::Outline;

/// Names of an element that are tried.
const MOST_NAMES: usize = 6;
/// Elements around it that are tried as an anchor.
const MOST_AROUND: usize = 12;
/// Steps of a path by place.
const MOST_STEPS: usize = 60;
/// Children picked of one parent from which all of their kind are meant.
const ALIKE: usize = 3;

/// Neighbours picked together that one selector finds.
const NEIGHBOURS: usize = 3;

/// Elements that are looked at before places have to do.
const MOST_LOOKS: usize = 40_000_000;

/// Looks for elements, until that has cost more than a page is worth.
struct Finder<'d> {
    document: &'d Document,
    elements: usize,
    looks_left: Cell<usize>,
}

/// Selectors that find these elements in this page, and nothing else.
pub(super) fn exact(document: &Document, outline: &Outline, picked: &[usize]) -> Vec<String> {
    exact_with(&Finder::new(document, outline), outline, picked)
}

fn exact_with(finder: &Finder<'_>, outline: &Outline, picked: &[usize]) -> Vec<String> {
    let nodes = nodes_of(finder.document, outline, picked);
    let wanted: HashSet<NodeId> = nodes.iter().map(|node| node.id).collect();
    let mut done: HashSet<NodeId> = HashSet::new();
    let mut selectors = Vec::new();
    for node in &nodes {
        if done.contains(&node.id) {
            continue;
        }
        if let Some(selector) = finder.named(node, &wanted) {
            done.extend(finder.find(&selector));
            selectors.push(selector);
            continue;
        }
        let neighbours = neighbours(node, &wanted);
        let parent = node.parent().filter(|parent| parent.is_element());
        let selector = match parent.filter(|_| neighbours.len() >= NEIGHBOURS) {
            Some(parent) => {
                let first = child_place(node);
                let last = first + neighbours.len() - 1;
                let holder = finder.placed(&parent);
                done.extend(neighbours);
                format!("{holder} > :nth-child(n+{first}):nth-child(-n+{last})")
            }
            None => finder.placed(node),
        };
        selectors.push(selector);
    }
    selectors
}

/// Selectors for other pages: where a person pointed at paragraph after paragraph, all
/// paragraphs of their parent.
pub(super) fn general<'d>(
    document: &'d Document,
    outline: &Outline,
    picked: &[usize],
) -> Vec<String> {
    let finder = Finder::new(document, outline);
    let nodes = nodes_of(document, outline, picked);
    let mut selectors: Vec<String> = Vec::new();
    let mut alone = Vec::new();
    let mut alike: HashMap<(NodeId, String), usize> = HashMap::new();
    let kind = |node: &NodeRef<'d>| {
        let parent = node.parent().filter(|parent| parent.is_element());
        parent.map(|parent| (parent, (parent.id, name_of(node))))
    };
    for (_, kind) in nodes.iter().filter_map(&kind) {
        *alike.entry(kind).or_default() += 1;
    }
    for (node, at) in nodes.iter().zip(picked) {
        let all = kind(node).filter(|(_, kind)| alike.get(kind) >= Some(&ALIKE));
        match all.map(|(parent, _)| parent) {
            Some(parent) => {
                let only = HashSet::from([parent.id]);
                let holder = finder.named(&parent, &only);
                let holder = holder.unwrap_or_else(|| finder.placed(&parent));
                let selector = format!("{holder} > {}", name_of(node));
                if !selectors.contains(&selector) {
                    selectors.push(selector);
                }
            }
            None => alone.push(*at),
        }
    }
    selectors.extend(exact_with(&finder, outline, &alone));
    selectors
}

fn nodes_of<'d>(document: &'d Document, outline: &Outline, picked: &[usize]) -> Vec<NodeRef<'d>> {
    let element = |at: &usize| outline.elements.get(*at)?.node;
    let ids = picked.iter().filter_map(element);
    ids.filter_map(|id| document.tree.get(&id)).collect()
}

impl<'d> Finder<'d> {
    fn new(document: &'d Document, outline: &Outline) -> Self {
        Self {
            document,
            elements: outline.elements.len(),
            looks_left: Cell::new(MOST_LOOKS),
        }
    }

    fn find(&self, selector: &str) -> Vec<NodeId> {
        let left = self.looks_left.get();
        if left < self.elements {
            return Vec::new();
        }
        self.looks_left.set(left - self.elements);
        let found = self.document.try_select(selector);
        found.map_or_else(Vec::new, |found| {
            found.nodes().iter().map(|node| node.id).collect()
        })
    }

    /// A selector by names that finds `node` and otherwise only what is wanted too.
    fn named(&self, node: &NodeRef, wanted: &HashSet<NodeId>) -> Option<String> {
        let only_wanted = |selector: &String| {
            let found = self.find(selector);
            found.contains(&node.id) && found.iter().all(|id| wanted.contains(id))
        };
        let own = names_of(node);
        if let Some(selector) = own.iter().find(|selector| only_wanted(selector)) {
            return Some(selector.clone());
        }
        let plain = vec![name_of(node)];
        for outer in node.ancestors_it(Some(MOST_AROUND)) {
            for anchor in names_of(&outer) {
                for inner in own.iter().chain(&plain) {
                    let selector = format!("{anchor} {inner}");
                    if only_wanted(&selector) {
                        return Some(selector);
                    }
                }
            }
        }
        None
    }

    /// A path of names and places, from the nearest element with a telling name, or the top.
    fn placed(&self, node: &NodeRef) -> String {
        let mut steps: Vec<String> = Vec::new();
        let mut at = *node;
        loop {
            let anchor = names_of(&at)
                .into_iter()
                .find(|selector| !steps.is_empty() && self.find(selector) == [at.id]);
            if let Some(anchor) = anchor {
                steps.push(anchor);
                break;
            }
            let name = name_of(&at);
            let top = matches!(name.as_str(), "html" | "body");
            steps.push(match top {
                true => name,
                false => format!("{name}:nth-of-type({})", place_of(&at, &name)),
            });
            match at.parent().filter(|parent| parent.is_element()) {
                Some(parent) if !top && steps.len() < MOST_STEPS => at = parent,
                _ => break,
            }
        }
        steps.reverse();
        steps.join(" > ")
    }
}

/// This node and the wanted ones that follow it, one after another.
fn neighbours(node: &NodeRef, wanted: &HashSet<NodeId>) -> Vec<NodeId> {
    let mut neighbours = vec![node.id];
    let mut next = node.next_element_sibling();
    while let Some(sibling) = next.filter(|sibling| wanted.contains(&sibling.id)) {
        neighbours.push(sibling.id);
        next = sibling.next_element_sibling();
    }
    neighbours
}

/// Which of its parent's children a node is, from 1.
fn child_place(node: &NodeRef) -> usize {
    let before = std::iter::successors(node.prev_element_sibling(), NodeRef::prev_element_sibling);
    before.count() + 1
}

/// Which of its parent's children of this name a node is, from 1.
fn place_of(node: &NodeRef, name: &str) -> usize {
    let mut place = 1;
    let mut before = node.prev_element_sibling();
    while let Some(sibling) = before {
        place += usize::from(sibling.node_name().as_deref() == Some(name));
        before = sibling.prev_element_sibling();
    }
    place
}

/// Selectors of an element by its own names, the most telling first.
fn names_of(node: &NodeRef) -> Vec<String> {
    let name = name_of(node);
    let mut selectors = Vec::new();
    if let Some(id) = node.attr("id").filter(|id| is_telling(id)) {
        selectors.push(format!("{name}#{id}"));
    }
    for attribute in ["itemprop", "role", "data-testid", "data-component"] {
        if let Some(value) = node.attr(attribute).filter(|value| is_telling(value)) {
            selectors.push(format!("{name}[{attribute}=\"{value}\"]"));
        }
    }
    let class = node.attr("class").unwrap_or_default();
    let classes = class.split_ascii_whitespace();
    for class in classes.filter(|class| is_telling(class)).take(MOST_NAMES) {
        selectors.push(format!("{name}.{class}"));
    }
    if matches!(name.as_str(), "article" | "main") {
        selectors.push(name);
    }
    selectors
}

fn name_of(node: &NodeRef) -> String {
    let name = node.node_name().unwrap_or_default();
    match is_word(&name) {
        true => name.to_string(),
        // A selector of an element with a name that no page has finds nothing wrong.
        false => "unnamed".to_owned(),
    }
}

fn is_word(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// True for a name that people gave, and that needs no escape in a selector. Builders of
/// pages write hashes (`css-1x2y3z`, `sc-bdVaJa`) and numbers of articles (`post-48213`),
/// which are others on the next page.
pub(super) fn is_telling(name: &str) -> bool {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 60;
    (SHORTEST..=LONGEST).contains(&name.len())
        && is_word(name)
        && name.split(['-', '_']).all(|part| !is_random(part))
}

fn is_random(part: &str) -> bool {
    const DIGITS: usize = 3;
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let letters: Vec<u8> = part.bytes().filter(u8::is_ascii_alphabetic).collect();
    if digits >= DIGITS || digits > 0 && letters.len() >= 3 && part.len() >= 5 {
        return true;
    }
    let vowels = letters.iter().filter(|b| b"aeiouyAEIOUY".contains(b));
    if letters.len() >= 5 && vowels.count() == 0 {
        return true;
    }
    // Capitals begin words of some length: `articleBody`, and not `bdVaJa`.
    let capitals = letters.iter().filter(|b| b.is_ascii_uppercase()).count();
    let all = letters.len();
    capitals >= 2 && capitals < all && all < capitals * 4
}

#[cfg(test)]
mod tests {
    use super::is_telling;

    #[test]
    fn names_that_people_gave_are_told_from_hashes_and_numbers() {
        for given in [
            "article-body",
            "articleBody",
            "story__text",
            "col-md-8",
            "StoryBodyCompanionColumn",
            "td-post-content",
        ] {
            assert!(is_telling(given), "{given}");
        }
        for random in [
            "css-1x2y3z4",
            "sc-bdVaJa",
            "post-48213",
            "_3hFgk",
            "xkcdq-body",
            "a:b",
            "p",
            "",
        ] {
            assert!(!is_telling(random), "{random}");
        }
    }
}
