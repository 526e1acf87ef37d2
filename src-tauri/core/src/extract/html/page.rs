//! A page as a reader sees it: its visible blocks of text in order.

use dom_query::{Document, NodeData, NodeId, NodeRef};

use super::containers;
use crate::domain::{BlockKind, RemovalReason};
use crate::extract::{cues, words};

/// Names the element that a block's text stands in, so that it is known again after
/// another library has rearranged the page.
pub(super) const MARK: &str = "data-dragoman-block";

/// One visible block of text.
#[derive(Debug, Clone)]
pub(super) struct PageBlock {
    pub text: String,
    /// For comparing: [`words::same_key`].
    pub key: String,
    pub words: usize,
    pub running: bool,
    pub cue: Option<RemovalReason>,
    pub kind: BlockKind,
    /// `h1` to `h6`: 1 to 6, others 0.
    pub level: u8,
    /// Share of the characters that are link text.
    pub links: f32,
    /// What the names of the elements around it say that it is.
    pub container: Option<RemovalReason>,
    pub role: Option<containers::Role>,
    /// Inside `<nav>`, `<header>`, `<footer>`, `<aside>` or `<form>`.
    pub furniture: Option<RemovalReason>,
    pub figure: bool,
    pub hidden: bool,
    /// Value of [`MARK`] on the element around it.
    pub mark: u32,
}

/// Elements that begin and end a block.
#[rustfmt::skip]
const BLOCK_TAGS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "video", "audio", "label",
];

/// Elements whose content a reader doesn't see as text.
#[rustfmt::skip]
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head", "select", "textarea", "canvas", "title", "datalist",
    "audio", "video", "map", "input", "meta", "link",
];

/// Percent of a page's text above which an element is its frame rather than a part.
const LARGE_PART: usize = 40;

/// What the elements around the current text say.
#[derive(Clone)]
struct Context {
    owner: u32,
    kind: BlockKind,
    level: u8,
    container: Option<RemovalReason>,
    role: Option<containers::Role>,
    furniture: Option<RemovalReason>,
    figure: bool,
    hidden: bool,
    pre: bool,
    table_row: bool,
    /// Line breaks are spaces here: headings, cells, captions.
    flat: bool,
    article: bool,
}

enum Step {
    Enter(NodeId),
    LeaveBlock,
    LeaveLink,
}

/// Walks a page and lists its blocks. With `mark`, leaves [`MARK`] on the elements
/// they stand in; without, reads the marks that are there.
pub(super) fn blocks(document: &Document, mark: bool) -> Vec<PageBlock> {
    let mut walker = Walker {
        out: Vec::new(),
        text: String::new(),
        link_chars: 0,
        link_depth: 0,
        next_mark: 0,
        mark,
        page_chars: if mark {
            visible_chars(document)
        } else {
            usize::MAX / 100
        },
    };
    let root = document.root();
    let start = Context {
        owner: 0,
        kind: BlockKind::Paragraph,
        level: 0,
        container: None,
        role: None,
        furniture: None,
        figure: false,
        hidden: false,
        pre: false,
        table_row: false,
        flat: false,
        article: false,
    };
    let mut contexts = vec![start];
    let mut steps: Vec<Step> = vec![Step::Enter(root.id)];
    while let Some(step) = steps.pop() {
        let Some(context) = contexts.last().cloned() else {
            break;
        };
        match step {
            Step::LeaveBlock => {
                walker.flush(&context);
                contexts.pop();
            }
            Step::LeaveLink => walker.link_depth = walker.link_depth.saturating_sub(1),
            Step::Enter(id) => {
                let Some(node) = document.tree.get(&id) else {
                    continue;
                };
                enter(&node, &context, &mut contexts, &mut steps, &mut walker);
            }
        }
    }
    if let Some(context) = contexts.last().cloned() {
        walker.flush(&context);
    }
    walker.out
}

fn enter(
    node: &NodeRef,
    context: &Context,
    contexts: &mut Vec<Context>,
    steps: &mut Vec<Step>,
    walker: &mut Walker,
) {
    let is_text = node.query_or(false, |n| {
        if let NodeData::Text { contents } = &n.data {
            walker.push_text(contents, context.pre);
            return true;
        }
        false
    });
    if is_text {
        return;
    }
    let name = node.qual_name_ref().map(|name| name.local.to_string());
    let Some(name) = name else {
        push_children(node, steps);
        return;
    };
    let name = name.as_str();
    if UNSEEN.contains(&name) {
        return;
    }
    match name {
        "br" => {
            if context.flat || context.table_row {
                walker.text.push(' ');
            } else if context.pre {
                walker.text.push('\n');
            } else {
                walker.flush(context);
            }
            return;
        }
        "a" => {
            walker.link_depth += 1;
            steps.push(Step::LeaveLink);
            push_children(node, steps);
            return;
        }
        "td" | "th" if context.table_row && !walker.text.trim().is_empty() => {
            walker.text.push_str(" | ");
        }
        _ => {}
    }
    let block = BLOCK_TAGS.contains(&name) && !(context.table_row && is_small_row_part(name));
    if !block {
        // Inline elements can be containers by their class too: <span class="credit">.
        let role = containers::role_of(node, name);
        if role.is_some()
            && context.role.is_none()
            && (!context.flat || role == Some(containers::Role::Credit))
        {
            walker.flush(context);
            let mut inner = context.clone();
            inner.role = role;
            inner.owner = walker.owner(node);
            contexts.push(inner);
            steps.push(Step::LeaveBlock);
        }
        push_children(node, steps);
        return;
    }
    walker.flush(context);
    let mut inner = context.clone();
    inner.owner = walker.owner(node);
    describe(node, name, &mut inner, walker.page_chars);
    contexts.push(inner);
    steps.push(Step::LeaveBlock);
    push_children(node, steps);
}

/// A table row with one line of text in each cell becomes one block.
fn is_small_row_part(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "label"
            | "center"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
    )
}

fn push_children(node: &NodeRef, steps: &mut Vec<Step>) {
    for child in node.children_it(true) {
        steps.push(Step::Enter(child.id));
    }
}

/// Characters of all text that is not a script's or a style's.
fn visible_chars(document: &Document) -> usize {
    let shown = |node: &NodeRef| {
        node.is_text()
            && !node
                .parent()
                .and_then(|parent| parent.node_name())
                .is_some_and(|name| UNSEEN.contains(&&*name))
    };
    document
        .root()
        .descendants_it()
        .filter(shown)
        .map(|node| node.normalized_char_count())
        .sum()
}

/// True for an element with the page's headline or a large part of all its text.
fn holds_the_page(node: &NodeRef, page_chars: usize) -> bool {
    node.normalized_char_count() * 100 > page_chars * LARGE_PART
        || node.descendants_it().any(|inner| inner.has_name("h1"))
}

fn describe(node: &NodeRef, name: &str, context: &mut Context, page_chars: usize) {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            context.kind = BlockKind::Heading;
            context.level = name.as_bytes()[1] - b'0';
            context.flat = true;
        }
        "li" | "dt" | "dd" => context.kind = BlockKind::ListItem,
        "blockquote" => context.kind = BlockKind::Quote,
        "figure" => context.figure = true,
        "figcaption" => {
            context.figure = true;
            context.flat = true;
            context.kind = BlockKind::Caption;
        }
        "pre" => {
            context.kind = BlockKind::Code;
            context.pre = true;
        }
        "tr" if containers::is_data_row(node) => {
            context.kind = BlockKind::TableRow;
            context.table_row = true;
        }
        "nav" | "menu" => context.furniture = Some(RemovalReason::Navigation),
        "footer" if !context.article => context.furniture = Some(RemovalReason::PageNote),
        "header" if !context.article && context.furniture.is_none() => {
            context.furniture = Some(RemovalReason::Navigation)
        }
        "aside" if context.furniture.is_none() => context.furniture = Some(RemovalReason::Related),
        "form" if context.furniture.is_none() && !containers::is_whole_page(node) => {
            context.furniture = Some(RemovalReason::Promotion)
        }
        "button" | "option" | "label" => context.furniture = Some(RemovalReason::Navigation),
        "article" | "main" => {
            context.article = true;
            context.furniture = None;
        }
        _ => {}
    }
    // A wrapper around half of the page says nothing of its parts, whatever its name.
    let found = containers::reason_of(node, name)
        .filter(|found| context.container == Some(*found) || !holds_the_page(node, page_chars));
    if found.is_some() {
        context.container = found;
    }
    let role = containers::role_of(node, name);
    if role.is_some() {
        context.role = role;
    }
    context.hidden = context.hidden || containers::is_hidden(node);
}

struct Walker {
    out: Vec<PageBlock>,
    text: String,
    link_chars: usize,
    link_depth: u32,
    next_mark: u32,
    mark: bool,
    /// Characters of the whole page.
    page_chars: usize,
}

impl Walker {
    fn push_text(&mut self, text: &str, pre: bool) {
        if self.link_depth > 0 {
            self.link_chars += text.chars().filter(|c| !c.is_whitespace()).count();
        }
        if pre {
            self.text.push_str(text);
        } else {
            // Line feeds in the source are spaces.
            self.text.extend(text.chars().map(|c| {
                if c == '\n' || c == '\r' || c == '\t' {
                    ' '
                } else {
                    c
                }
            }));
        }
    }

    fn owner(&mut self, node: &NodeRef) -> u32 {
        if self.mark {
            self.next_mark += 1;
            node.set_attr(MARK, &self.next_mark.to_string());
            return self.next_mark;
        }
        // Elements made on the way have no mark; the nearest one above counts.
        std::iter::once(*node)
            .chain(node.ancestors_it(Some(8)))
            .find_map(|n| n.attr(MARK).and_then(|value| value.parse().ok()))
            .unwrap_or(0)
    }

    fn flush(&mut self, context: &Context) {
        let raw = std::mem::take(&mut self.text);
        let link_chars = std::mem::take(&mut self.link_chars);
        let text = if context.pre {
            raw.trim_matches(['\n', '\r']).trim_end().to_owned()
        } else {
            words::collapse(&raw)
        };
        let text = if context.table_row {
            text.trim_matches([' ', '|']).to_owned()
        } else {
            text
        };
        if text.trim().is_empty() {
            return;
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        let count = words::count(&text);
        let running = words::is_running(&text);
        let key = words::same_key(&text);
        let cue = cues::of_line(&text, count, running);
        self.out.push(PageBlock {
            key,
            words: count,
            running,
            cue,
            kind: context.kind,
            level: context.level,
            links: (link_chars.min(letters) as f32) / (letters.max(1) as f32),
            container: context.container,
            role: context.role,
            furniture: context.furniture,
            figure: context.figure,
            hidden: context.hidden,
            mark: context.owner,
            text,
        });
    }
}
