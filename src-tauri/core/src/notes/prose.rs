//! Where words of a note may become a link: not in links, pictures, addresses or code.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::find_links;

/// Stands for each character that can be no part of a link.
const BLANK: char = '\u{0}';

/// `body`, letter for letter, with blanks in place of what a link would break.
pub(crate) fn linkable(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut from = 0;
    for range in taken(body) {
        // Ranges may be in each other.
        let start = range.start.max(from);
        if range.end <= start {
            continue;
        }
        let (Some(before), Some(blanked)) = (body.get(from..start), body.get(start..range.end))
        else {
            continue;
        };
        text.push_str(before);
        text.extend(blanked.chars().map(|_| BLANK));
        from = range.end;
    }
    text.push_str(body.get(from..).unwrap_or_default());
    text
}

/// Byte ranges of what has a meaning of its own, by their start.
fn taken(body: &str) -> Vec<Range<usize>> {
    let links = find_links(body)
        .into_iter()
        .map(|link| link.start..link.end);
    let mut taken: Vec<Range<usize>> = links.chain(addresses(body)).collect();
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter();
    taken.extend(events.filter_map(|(event, range)| match event {
        Event::Code(_)
        | Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::Link { .. }) => Some(range),
        _ => None,
    }));
    taken.sort_unstable_by_key(|range| (range.start, range.end));
    taken
}

/// Addresses of the web that stand by themselves.
fn addresses(body: &str) -> impl Iterator<Item = Range<usize>> {
    let words = body.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
    words.filter_map(|word| {
        let at = ["http://", "https://", "www."]
            .iter()
            .filter_map(|mark| word.find(mark))
            .min()?;
        let start = word.as_ptr() as usize - body.as_ptr() as usize;
        Some(start + at..start + word.len())
    })
}
