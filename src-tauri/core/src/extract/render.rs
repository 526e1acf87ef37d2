//! Blocks as the HTML that the window shows, and plain text as HTML.

use crate::domain::{Block, BlockKind, table_cells};

/// Semantic markup of an article: a heading, its standfirst and its blocks. Every
/// character of the source is escaped; nothing in the result can load or run.
pub fn render_html(title: &str, standfirst: Option<&str>, blocks: &[Block]) -> String {
    let mut out = String::new();
    if !title.is_empty() {
        element(&mut out, "<h1>", title, "</h1>");
    }
    if let Some(standfirst) = standfirst {
        element(&mut out, "<p class=\"standfirst\">", standfirst, "</p>");
    }
    let mut open: Option<BlockKind> = None;
    for block in blocks {
        if open != Some(block.kind)
            && let Some(kind) = open.take()
        {
            out.push_str(group(kind).1);
        }
        let (start, _) = group(block.kind);
        if !start.is_empty() && open.is_none() {
            out.push_str(start);
            open = Some(block.kind);
        }
        match block.kind {
            BlockKind::Paragraph | BlockKind::Quote => {
                element(&mut out, "<p>", &block.text, "</p>")
            }
            BlockKind::Heading => element(&mut out, "<h2>", &block.text, "</h2>"),
            BlockKind::ListItem => element(&mut out, "<li>", &block.text, "</li>"),
            BlockKind::Code => element(&mut out, "<pre>", &block.text, "</pre>"),
            BlockKind::Caption => caption(&mut out, block),
            BlockKind::TableRow => row(&mut out, &block.text),
        }
    }
    if let Some(kind) = open {
        out.push_str(group(kind).1);
    }
    out
}

/// What stands around a run of blocks of one kind.
fn group(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::ListItem => ("<ul>", "</ul>\n"),
        BlockKind::Quote => ("<blockquote>", "</blockquote>\n"),
        BlockKind::TableRow => ("<table><tbody>", "</tbody></table>\n"),
        _ => ("", ""),
    }
}

fn element(out: &mut String, start: &str, text: &str, end: &str) {
    out.push_str(start);
    escape(out, text);
    out.push_str(end);
    out.push('\n');
}

fn caption(out: &mut String, block: &Block) {
    out.push_str("<figure><figcaption>");
    // The credit is the caption's end as printed; it is marked, not repeated.
    let cut = block
        .credit
        .as_deref()
        .filter(|c| !c.is_empty())
        .and_then(|credit| block.text.rfind(credit).map(|at| (at, credit)));
    match cut {
        Some((at, credit)) => {
            escape(out, &block.text[..at]);
            out.push_str("<cite>");
            escape(out, credit);
            out.push_str("</cite>");
            escape(out, &block.text[at + credit.len()..]);
        }
        None => escape(out, &block.text),
    }
    out.push_str("</figcaption></figure>\n");
}

fn row(out: &mut String, text: &str) {
    out.push_str("<tr>");
    for cell in table_cells(text) {
        out.push_str("<td>");
        escape(out, cell);
        out.push_str("</td>");
    }
    out.push_str("</tr>\n");
}

/// Plain text for the Original tab: escaped, line breaks kept.
pub fn text_as_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    out.push_str("<pre dir=\"auto\">");
    // A line feed right after <pre> is dropped by parsers.
    if text.starts_with('\n') {
        out.push('\n');
    }
    escape(&mut out, text);
    out.push_str("</pre>");
    out
}

/// Appends `text` with the five characters that mean something in HTML escaped.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Parsers turn NUL into errors; it carries no text.
            '\0' => {}
            other => out.push(other),
        }
    }
}
