//! Marks that Obsidian adds to Markdown, and that are no words of a text
//! (<https://help.obsidian.md/obsidian-flavored-markdown>).

use crate::domain::BlockKind;

/// "[!quote]- Title": how the first line of a callout begins.
pub(super) fn is_callout(line: &str) -> bool {
    title_of_callout(line).is_some()
}

/// Stands for two signs in code until the marks are gone: of no use to anybody, and kept where white space is collapsed.
const SIGNS_OF_CODE: &str = "\u{10FFFD}";

/// Code within a line, in which `==` is no mark.
pub(super) fn kept_as_code(code: &str) -> String {
    code.replace("==", SIGNS_OF_CODE)
}

/// Without the mark of a callout, the ends of highlights and the name of the block.
pub(super) fn without_marks(text: &str, kind: BlockKind) -> String {
    let text = match kind {
        BlockKind::Quote => title_of_callout(text).unwrap_or(text),
        _ => text,
    };
    without_highlights(without_block_name(text)).replace(SIGNS_OF_CODE, "==")
}

fn title_of_callout(text: &str) -> Option<&str> {
    let (kind, rest) = text.trim_start().strip_prefix("[!")?.split_once(']')?;
    let named = !kind.is_empty()
        && kind
            .chars()
            .all(|c| c.is_alphanumeric() || "-_|".contains(c));
    // A sign says whether it is folded.
    named.then(|| rest.strip_prefix(['+', '-']).unwrap_or(rest).trim())
}

/// "…the count. ^last": notes link to the block by it. One that a program made has six
/// hexadecimal digits, and one that a person gave stands behind a sentence: "10 ^2" and
/// "E ^two" stay.
fn without_block_name(text: &str) -> &str {
    let Some((before, name)) = text.rsplit_once('^') else {
        return text;
    };
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let lettered = name.contains(|c: char| c.is_ascii_alphabetic());
    let made = lettered && name.len() == 6 && name.chars().all(|c| c.is_ascii_hexdigit());
    let ended = before.trim_end().chars().next_back();
    let given = name.len() > 1
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && ended.is_none_or(|c| !c.is_alphanumeric());
    let apart = before.is_empty() || before.ends_with(' ');
    match apart && name.chars().all(letters) && (made || given) {
        true => before.trim_end(),
        false => text,
    }
}

/// "==words==" are words that were marked. In an address ("?id=YWJj==&sig=ZGVm==") the signs
/// stand within what is written together.
fn without_highlights(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("==") {
        let within = before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let end = after.find("==").filter(|end| {
            let marked = &after[..*end];
            !marked.is_empty()
                && !marked.starts_with([' ', '='])
                && !marked.ends_with(' ')
                && !after[end + 2..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric())
        });
        let Some(end) = end.filter(|_| !within) else {
            out.push_str(before);
            out.push_str("==");
            rest = after;
            continue;
        };
        out.push_str(before);
        out.push_str(&after[..end]);
        rest = &after[end + 2..];
    }
    out.push_str(rest);
    out
}
