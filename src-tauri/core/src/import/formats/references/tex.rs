//! The text of a BibTeX field: LaTeX accents and commands as characters.

use biblatex::{Bibliography, ChunksExt};

/// Braces inside one another that are followed; a title has two.
const DEEPEST: usize = 20;

/// The longest field whose commands are read. What is longer stays as it is written.
const LONGEST: usize = 1 << 20;

/// What a field says in plain words.
pub(super) fn plain(field: &str) -> String {
    if !field.contains(['\\', '{', '}', '$', '~', '-']) {
        return field.to_owned();
    }
    decoded(field).unwrap_or_else(|| field.replace(['{', '}', '\\'], ""))
}

/// `None` where it is no LaTeX: a bare `$` for dollars, a brace too many.
fn decoded(field: &str) -> Option<String> {
    if field.len() > LONGEST || !is_shallow(field) {
        return None;
    }
    let bibliography =
        Bibliography::parse(&format!("@misc{{k, annotation = {{{field}}}}}")).ok()?;
    let [entry] = bibliography.into_vec().try_into().ok()?;
    let text = entry.get("annotation")?.format_verbatim();
    Some(text.replace('\u{a0}', " "))
}

fn is_shallow(field: &str) -> bool {
    let mut depth = 0_usize;
    for byte in field.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return false;
        }
    }
    true
}
