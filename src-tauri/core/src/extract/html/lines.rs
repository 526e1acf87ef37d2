//! All lines of a page that holds nothing but its text: a book's chapter, a message.

use dom_query::Document;

use super::outline::Outline;
use super::{guard, page};
use crate::domain::{BlockKind, DocumentLine, LineStyle};
use crate::extract::words;

/// One visible block.
#[derive(Debug)]
pub(crate) struct PageLine {
    pub line: DocumentLine,
    /// Of a heading, 1 to 6; else 0.
    pub level: u8,
    /// Nearly all of it is a link.
    pub linked: bool,
}

/// Share of a line that is a link when the line is one.
const LINKED: f32 = 0.9;

/// Lists the visible blocks of a page in order; none is dropped.
pub(crate) fn lines_of_page(html: &str) -> Vec<PageLine> {
    if guard::is_nested_too_deep(html) {
        return guard::without_tags(html)
            .lines()
            .map(words::collapse)
            .filter(|text| !text.is_empty())
            .map(|text| PageLine {
                line: DocumentLine {
                    text,
                    style: LineStyle::Paragraph,
                },
                level: 0,
                linked: false,
            })
            .collect();
    }
    let blocks = page::blocks(&Outline::of(&Document::from(html)));
    blocks
        .into_iter()
        .filter(|block| !block.hidden)
        .map(|block| PageLine {
            level: block.level,
            linked: block.links > LINKED,
            line: DocumentLine {
                style: style(block.kind, block.furniture.is_some()),
                text: block.text,
            },
        })
        .collect()
}

fn style(kind: BlockKind, furniture: bool) -> LineStyle {
    match kind {
        _ if furniture => LineStyle::Furniture,
        BlockKind::Paragraph => LineStyle::Paragraph,
        BlockKind::Heading => LineStyle::Heading,
        BlockKind::Quote => LineStyle::Quote,
        BlockKind::ListItem => LineStyle::ListItem,
        BlockKind::Caption => LineStyle::Caption,
        BlockKind::TableRow => LineStyle::TableRow,
        BlockKind::Code => LineStyle::Code,
    }
}
