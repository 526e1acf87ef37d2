//! A page as a reader sees it: its visible blocks of text in order.

use super::containers;
use super::outline::{Element, Event, MOST_COLUMNS, Outline};
use super::rows::{NEXT_CELL, Row};
use crate::domain::{BlockKind, RemovalReason, table_row_text};
use crate::extract::{cues, words};

/// One visible block of text.
#[derive(Debug, Clone)]
pub(super) struct PageBlock {
    pub text: String,
    /// For comparing: [`words::same_key`].
    pub key: String,
    pub words: usize,
    pub running: bool,
    pub cue: Option<RemovalReason>,
    /// A heading after which a page goes on with something else: [`cues::ends_article`].
    pub ending: bool,
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
    /// Inside `<article>` or `<main>`.
    pub article: bool,
    /// Index of the [`Element`] that it stands in.
    pub element: usize,
}

/// Elements that begin and end a block.
#[rustfmt::skip]
const BLOCK_TAGS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "label",
];

/// True for an element that begins and ends a block.
pub(super) fn is_block(name: &str) -> bool {
    BLOCK_TAGS.contains(&name) || matches!(name, "td" | "th")
}

/// Percent of a page's text above which an element is its frame rather than a part.
const LARGE_PART: usize = 40;
/// Percent of a page's prose that nobody hides for good.
const WAITING_PART: usize = 60;
/// Blocks of a page that are listed; a page of more is no article.
pub(super) const MOST_BLOCKS: usize = 30_000;

/// What the elements around the current text say.
#[derive(Clone)]
struct Context {
    element: usize,
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

/// What the end of an element ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Nothing,
    Link,
    Block,
}

/// Lists the blocks of a page.
pub(super) fn blocks(outline: &Outline) -> Vec<PageBlock> {
    let mut walker = Walker::default();
    let mut context = Context {
        element: 0,
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
    let mut outer: Vec<Context> = Vec::new();
    let mut ends: Vec<Ends> = Vec::new();
    for event in &outline.events {
        match *event {
            Event::Text(from, to) => {
                let text = outline.text.get(from..to).unwrap_or_default();
                walker.push_text(text, context.pre);
            }
            Event::Open(at) => {
                let Some(element) = outline.elements.get(at) else {
                    continue;
                };
                ends.push(enter(
                    outline,
                    element,
                    at,
                    &mut context,
                    &mut outer,
                    &mut walker,
                ));
            }
            Event::Close => match ends.pop().unwrap_or(Ends::Nothing) {
                Ends::Nothing => {}
                Ends::Link => walker.link_depth = walker.link_depth.saturating_sub(1),
                Ends::Block => {
                    walker.flush(&context);
                    if let Some(before) = outer.pop() {
                        context = before;
                    }
                }
            },
        }
        if walker.out.len() >= MOST_BLOCKS {
            break;
        }
    }
    walker.flush(&context);
    walker.out
}

fn enter(
    outline: &Outline,
    element: &Element,
    at: usize,
    context: &mut Context,
    outer: &mut Vec<Context>,
    walker: &mut Walker,
) -> Ends {
    let name = element.name;
    match name {
        "br" => {
            if context.flat || context.table_row {
                walker.text.push(' ');
            } else if context.pre {
                walker.text.push('\n');
            } else {
                walker.flush(context);
            }
            return Ends::Nothing;
        }
        "a" => {
            walker.link_depth += 1;
            return Ends::Link;
        }
        "td" | "th" if context.table_row => {
            walker.row.begin_cell(element, &mut walker.text);
        }
        _ => {}
    }
    let small_row_part = context.table_row && is_small_row_part(name);
    if !is_block(name) || small_row_part {
        // Inline elements can be containers by their class too: <span class="credit">.
        let role = element.role;
        if role.is_some()
            && context.role.is_none()
            && (!context.flat || role == Some(containers::Role::Credit))
        {
            walker.flush(context);
            outer.push(context.clone());
            context.role = role;
            context.element = at;
            return Ends::Block;
        }
        return Ends::Nothing;
    }
    walker.flush(context);
    if name == "table" {
        walker.row = Row::default();
    }
    outer.push(context.clone());
    context.element = at;
    describe(outline, element, at, context);
    Ends::Block
}

/// A table row with one line of text in each cell becomes one block.
fn is_small_row_part(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "td"
            | "th"
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

/// True for a hidden element with so much of the page's prose that it can only be waiting
/// for a script to show it.
fn is_shown_later(outline: &Outline, element: &Element) -> bool {
    let page = outline.elements.first().map_or(0, |root| root.prose);
    element.reason.is_none() && element.prose * 100 > page * WAITING_PART
}

/// True for an element with the page's headline or a large part of all its text.
fn holds_the_page(outline: &Outline, element: &Element) -> bool {
    let page = outline.elements.first().map_or(0, |root| root.chars);
    element.chars * 100 > page * LARGE_PART || element.holds_headline
}

fn describe(outline: &Outline, element: &Element, at: usize, context: &mut Context) {
    match element.name {
        heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
            context.kind = BlockKind::Heading;
            context.level = heading
                .as_bytes()
                .get(1)
                .map_or(0, |digit| digit.saturating_sub(b'0'));
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
        "tr" if is_data_row(outline, at) => {
            context.kind = BlockKind::TableRow;
            context.table_row = true;
        }
        "nav" | "menu" => context.furniture = Some(RemovalReason::Navigation),
        "footer" if !context.article => context.furniture = Some(RemovalReason::PageNote),
        "header" if !context.article && context.furniture.is_none() => {
            context.furniture = Some(RemovalReason::Navigation)
        }
        "aside" if context.furniture.is_none() => context.furniture = Some(RemovalReason::Related),
        "form" if context.furniture.is_none() && !element.whole_page_form => {
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
    let found = element
        .reason
        .filter(|found| context.container == Some(*found) || !holds_the_page(outline, element));
    if found.is_some() {
        context.container = found;
    }
    if element.role.is_some() {
        context.role = element.role;
    }
    context.hidden = context.hidden || element.hidden && !is_shown_later(outline, element);
}

/// A table row that holds data: short cells, more than one, no block of text inside.
fn is_data_row(outline: &Outline, at: usize) -> bool {
    const MOST_CELLS: usize = MOST_COLUMNS as usize;
    const LONGEST_CELL: usize = 340;
    let mut cells = 0;
    for child in outline.children(at).take(MOST_CELLS + 1) {
        let Some(cell) = outline.elements.get(child) else {
            return false;
        };
        let holds_a_table = || {
            let inside = outline.elements.get(child..cell.end).unwrap_or_default();
            inside.iter().any(|element| element.name == "table")
        };
        if !matches!(cell.name, "td" | "th") || cell.chars > LONGEST_CELL || holds_a_table() {
            return false;
        }
        cells += 1;
    }
    (2..=MOST_CELLS).contains(&cells)
}

#[derive(Default)]
struct Walker {
    out: Vec<PageBlock>,
    text: String,
    link_chars: usize,
    link_depth: u32,
    row: Row,
}

impl Walker {
    fn push_text(&mut self, text: &str, pre: bool) {
        if self.link_depth > 0 {
            self.link_chars += words::count_visible(text);
        }
        if pre {
            self.text.push_str(text);
        } else if text.contains(['\n', '\r', '\t']) {
            // Line feeds in the source are spaces.
            for (at, part) in text.split(['\n', '\r', '\t']).enumerate() {
                if at > 0 && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
                self.text.push_str(part);
            }
        } else {
            self.text.push_str(text);
        }
    }

    fn flush(&mut self, context: &Context) {
        let link_chars = std::mem::take(&mut self.link_chars);
        if self.text.trim().is_empty() {
            self.text.clear();
            return;
        }
        if context.table_row {
            self.row.end(&mut self.text);
        }
        let raw = std::mem::take(&mut self.text);
        let text = if context.pre {
            raw.trim_matches(['\n', '\r']).trim_end().to_owned()
        } else if context.table_row {
            let cells: Vec<String> = raw.split(NEXT_CELL).map(words::collapse).collect();
            table_row_text(cells.iter().map(String::as_str))
        } else {
            words::collapse(&raw)
        };
        if text.trim().is_empty() {
            return;
        }
        let letters = words::count_visible(&text);
        let count = words::count(&text);
        let running = words::is_running_of(&text, count);
        let key = words::same_key(&text);
        let said = cues::said_of(&text, &key, count, running);
        self.out.push(PageBlock {
            key,
            words: count,
            running,
            cue: said.cue,
            ending: said.ending,
            kind: context.kind,
            level: context.level,
            links: (link_chars.min(letters) as f32) / (letters.max(1) as f32),
            container: context.container,
            role: context.role,
            furniture: context.furniture,
            figure: context.figure,
            hidden: context.hidden,
            article: context.article,
            element: context.element,
            text,
        });
    }
}
