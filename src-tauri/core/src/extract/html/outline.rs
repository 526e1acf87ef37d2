//! A page's visible elements and text as one list: the document is walked once, and
//! what is asked of an element later is a look at the list.

use dom_query::{Document, LocalName, NodeData, NodeId, NodeRef, local_name};

use super::containers::{self, Known, Role};
use super::names::{self, Name};
use crate::domain::RemovalReason;
use crate::extract::words;

/// Elements of a page that are looked at; a page of more is no article.
const MOST_ELEMENTS: usize = 200_000;

/// Dated posts that make a live blog.
const LIVE_POSTS: usize = 4;

/// Names that anything depends on; others read as an inline element without a name.
#[rustfmt::skip]
const NAMES: [(Name, &str); 53] = names::sorted([
    "a", "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li",
    "main", "menu", "nav", "ol", "option", "p", "pre", "section", "span", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul",
]);

/// Elements whose content a reader doesn't see as text.
#[rustfmt::skip]
const UNSEEN: [(Name, &str); 21] = names::sorted([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head", "select", "textarea", "canvas", "title", "datalist",
    "audio", "video", "map", "input", "meta", "link",
]);

/// One element that a reader may see.
#[derive(Debug)]
pub(super) struct Element {
    /// One of [`NAMES`], or empty.
    pub name: &'static str,
    /// In the document; `None` for the page as a whole.
    pub node: Option<NodeId>,
    /// Index of the element around it; the first element is its own parent.
    pub parent: usize,
    /// Index after the last element inside it.
    pub end: usize,
    pub depth: usize,
    /// What its class, id and role say.
    pub reason: Option<RemovalReason>,
    pub role: Option<Role>,
    /// Named as the body of an article.
    pub names_body: bool,
    pub hidden: bool,
    /// A form around the whole page, as some site software writes it.
    pub whole_page_form: bool,
    /// Characters inside it that are not blanks.
    pub chars: usize,
    /// Those of them that stand in paragraphs.
    pub prose: usize,
    /// Holds a first-level heading.
    pub holds_headline: bool,
    /// The same for elements of one name and class.
    pub signature: u64,
    /// Columns and rows that a cell of a table takes.
    pub columns: u8,
    pub rows: u8,
    /// Named as a live blog.
    live_blog: bool,
    /// `<time>` elements inside it.
    times: usize,
}

/// The most columns of a row of data.
pub(super) const MOST_COLUMNS: u8 = 40;

/// What comes next in the page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    Open(usize),
    /// A range of [`Outline::text`].
    Text(usize, usize),
    Close,
}

/// A page, flat.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub elements: Vec<Element>,
    pub events: Vec<Event>,
    pub text: String,
    /// An element named as a live blog holds several dated posts.
    pub live: bool,
}

impl Outline {
    pub(super) fn of(document: &Document) -> Self {
        let mut outline = Outline::default();
        let mut known = Known::default();
        let root = document.root();
        outline.elements.push(Element::root());
        outline.events.push(Event::Open(0));
        let mut open = vec![0_usize];
        let mut next = root.first_child();
        while let Some(node) = next {
            let entered = outline.enter(&node, &mut known, &mut open);
            next = match node.first_child().filter(|_| entered == Entered::Inside) {
                Some(child) => Some(child),
                None => {
                    if entered == Entered::Inside {
                        outline.leave(&mut open);
                    }
                    outline.after(&node, &root, &mut open)
                }
            };
        }
        while !open.is_empty() {
            outline.leave(&mut open);
        }
        outline
    }

    /// The node that follows `node` and all inside it; leaves the elements that end there.
    fn after<'d>(
        &mut self,
        node: &NodeRef<'d>,
        root: &NodeRef<'d>,
        open: &mut Vec<usize>,
    ) -> Option<NodeRef<'d>> {
        let mut at = *node;
        loop {
            if let Some(next) = at.next_sibling() {
                return Some(next);
            }
            at = at.parent().filter(|parent| parent.id != root.id)?;
            self.leave(open);
        }
    }

    fn enter(&mut self, node: &NodeRef, known: &mut Known, open: &mut Vec<usize>) -> Entered {
        let parent = open.last().copied().unwrap_or(0);
        node.query_or(Entered::Not, |inner| match &inner.data {
            NodeData::Text { contents } => {
                let from = self.text.len();
                self.text.push_str(contents);
                self.events.push(Event::Text(from, self.text.len()));
                let chars = words::count_visible(contents);
                if let Some(element) = self.elements.get_mut(parent) {
                    element.chars += chars;
                }
                Entered::Not
            }
            NodeData::Element(element) => {
                let name = Name::of(&element.name.local);
                let unseen = names::find(&UNSEEN, name).is_some();
                if unseen || self.elements.len() >= MOST_ELEMENTS {
                    return Entered::Not;
                }
                let seen_as = names::find(&NAMES, name).unwrap_or_default();
                let said = known.said_of(element);
                let at = self.elements.len();
                let depth = self.elements.get(parent).map_or(0, |p| p.depth + 1);
                self.elements.push(Element {
                    name: seen_as,
                    node: Some(node.id),
                    parent,
                    end: at + 1,
                    depth,
                    reason: containers::reason(element, seen_as, &said),
                    role: containers::role(seen_as, &said),
                    names_body: said.body,
                    hidden: containers::is_hidden_element(element),
                    whole_page_form: seen_as == "form"
                        && (self.elements.get(parent).is_some_and(|p| p.name == "body")
                            || said.whole_page_form),
                    chars: 0,
                    prose: 0,
                    holds_headline: seen_as == "h1",
                    signature: signature(seen_as, element),
                    columns: span(seen_as, element, &local_name!("colspan")),
                    rows: span(seen_as, element, &local_name!("rowspan")),
                    live_blog: said.live_blog,
                    times: usize::from(seen_as == "time"),
                });
                self.events.push(Event::Open(at));
                open.push(at);
                Entered::Inside
            }
            _ => Entered::Not,
        })
    }

    /// Closes the innermost open element and hands on to the one around it what it holds.
    fn leave(&mut self, open: &mut Vec<usize>) {
        let Some(at) = open.pop() else {
            return;
        };
        self.events.push(Event::Close);
        let end = self.elements.len();
        let Some(element) = self.elements.get_mut(at) else {
            return;
        };
        element.end = end;
        self.live |= element.live_blog && element.times >= LIVE_POSTS;
        if element.name == "p" {
            element.prose = element.chars;
        }
        let (chars, headline, parent) = (element.chars, element.holds_headline, element.parent);
        let (prose, times) = (element.prose, element.times);
        if parent != at
            && let Some(parent) = self.elements.get_mut(parent)
        {
            parent.chars += chars;
            parent.holds_headline |= headline;
            parent.prose += prose;
            parent.times += times;
        }
    }

    /// The indices of the elements directly inside the one at `at`.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.elements.get(at).map_or(0, |element| element.end);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let child = next;
            next = self.elements.get(child).filter(|_| child < end)?.end;
            Some(child)
        })
    }

    /// The indices of the elements around the one at `at`, from the innermost outwards.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        let mut next = Some(at);
        std::iter::from_fn(move || {
            let here = next?;
            let parent = self.elements.get(here)?.parent;
            next = (parent != here).then_some(parent);
            next
        })
    }
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Entered {
    Inside,
    Not,
}

impl Element {
    fn root() -> Self {
        Self {
            name: "",
            node: None,
            parent: 0,
            end: 1,
            depth: 0,
            reason: None,
            role: None,
            names_body: false,
            hidden: false,
            whole_page_form: false,
            chars: 0,
            prose: 0,
            holds_headline: false,
            signature: 0,
            columns: 1,
            rows: 1,
            live_blog: false,
            times: 0,
        }
    }
}

/// How many columns or rows a cell takes; no more than a row of data has.
fn span(name: &str, element: &dom_query::Element, attribute: &LocalName) -> u8 {
    matches!(name, "td" | "th")
        .then(|| {
            element
                .attrs
                .iter()
                .find(|known| known.name.local == *attribute)
        })
        .flatten()
        .and_then(|known| known.value.trim().parse::<u8>().ok())
        .map_or(1, |many| many.clamp(1, MOST_COLUMNS))
}

/// A hash of name and class.
fn signature(name: &str, element: &dom_query::Element) -> u64 {
    let class = element
        .attrs
        .iter()
        .find(|attribute| attribute.name.local == local_name!("class"))
        .map_or("", |attribute| &*attribute.value);
    let class = class.as_bytes();
    let class = containers::hash_of(class.get(..200).unwrap_or(class));
    containers::hash_of(name.as_bytes()).rotate_left(1) ^ class
}
