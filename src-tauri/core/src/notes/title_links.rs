//! `[[Title]]` and `[[Title|words]]` that a person wrote and no link by id yet. The window knows
//! the same ones (`findTitleLinks`).

use super::{find_links, linkable};

/// Characters of a title, and of the words behind it.
const LONGEST: usize = 300;

/// What stands in double brackets: its bytes in the text, the title, and the words to be read
/// instead, where there are any.
pub(crate) struct TitleLink<'a> {
    pub start: usize,
    pub end: usize,
    pub title: &'a str,
    pub words: &'a str,
}

/// All of a body, in its order; none in code.
pub(crate) fn title_links(body: &str) -> Vec<TitleLink<'_>> {
    let free: Vec<char> = linkable(body).chars().collect();
    let (mut at, mut chars) = (0, 0);
    let mut links = Vec::new();
    for (start, _) in body.match_indices("[[") {
        chars += body[at..start].chars().count();
        at = start;
        // Letter for letter the same, but not byte for byte.
        let is_free = free.get(chars) == Some(&'[');
        links.extend(link_at(body, start).filter(|_| is_free));
    }
    links
}

fn link_at(body: &str, start: usize) -> Option<TitleLink<'_>> {
    let rest = body.get(start + 2..)?;
    let inner = rest.get(..rest.find(['[', ']', '\n'])?)?;
    let end = start + inner.len() + 4;
    let (title, words) = inner.split_once('|').unwrap_or((inner, ""));
    let fits = |part: &str| part.chars().nth(LONGEST).is_none();
    let closed = body.get(end - 2..end) == Some("]]") && !body.get(end..)?.starts_with('(');
    let by_id = || !find_links(body.get(start..end).unwrap_or_default()).is_empty();
    (closed && fits(title) && fits(words) && !title.trim().is_empty() && !by_id()).then_some(
        TitleLink {
            start,
            end,
            title,
            words,
        },
    )
}
