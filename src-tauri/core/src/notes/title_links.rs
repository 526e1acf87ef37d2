//! `[[Title]]` and `[[Title|words]]` that a person wrote and no link by id yet. The window knows
//! the same ones (`findTitleLinks`); here none stands in an address or a picture either.

use super::linkable;

/// Units of UTF-16, as the window counts, of a title, and of the words behind it.
const LONGEST: usize = 300;
/// Of what looks like an id.
const LONGEST_ID: usize = 64;

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
    let (mut at, mut chars, mut from) = (0, 0, 0);
    let mut links = Vec::new();
    while let Some(open) = body[from..].find("[[") {
        let start = from + open;
        chars += body[at..start].chars().count();
        at = start;
        // Of three openings the last two are a link's.
        from = start + 1;
        let Some(link) = link_at(body, start) else {
            continue;
        };
        from = link.end;
        // Letter for letter the same, but not byte for byte.
        if free.get(chars) == Some(&'[') {
            links.push(link);
        }
    }
    links
}

fn link_at(body: &str, start: usize) -> Option<TitleLink<'_>> {
    let rest = body.get(start + 2..)?;
    let inner = rest.get(..rest.find(['[', ']', '\n'])?)?;
    let end = start + inner.len() + 4;
    let (title, words) = match inner.split_once('|') {
        Some((_, "")) => return None,
        parts => parts.unwrap_or((inner, "")),
    };
    let fits = |part: &str| part.encode_utf16().nth(LONGEST).is_none();
    let closed = body.get(end - 2..end) == Some("]]") && !body.get(end..)?.starts_with('(');
    let is_one = closed && fits(title) && fits(words) && !title.trim().is_empty();
    (is_one && !is_by_id(title)).then_some(TitleLink {
        start,
        end,
        title,
        words,
    })
}

/// Whether it looks like a link by id; that the notebook has such ids is not asked.
fn is_by_id(title: &str) -> bool {
    let address = title.split_once('#').map_or(title, |(address, _)| address);
    let Some((kind, id)) = address.split_once(':') else {
        return false;
    };
    matches!(kind, "article" | "entity" | "note" | "quote" | "dossier")
        && id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.len() <= LONGEST_ID
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
