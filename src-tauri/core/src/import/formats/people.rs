//! The writer that a file names, where office programs put the name of their user.

use crate::domain::DocumentLine;
use crate::extract::{collapse, looks_like_name};

/// Lines at the beginning and the end among which a writer signs.
const SIGNED: usize = 12;

/// The people of a file's creator field: those that the text prints too, or a full name
/// that is not also the last editor's, who is whoever typed or pasted the text.
pub(super) fn believable(
    creator: &str,
    last_editor: Option<&str>,
    lines: &[DocumentLine],
) -> Vec<String> {
    let signed = || {
        lines
            .iter()
            .take(SIGNED)
            .chain(lines.iter().rev().take(SIGNED))
    };
    creator
        .split([';', '\n'])
        .map(collapse)
        .filter(|name| {
            let printed =
                !name.is_empty() && signed().any(|line| line.text.contains(name.as_str()));
            let typist = last_editor.is_some_and(|editor| collapse(editor) == *name);
            printed && name.contains(' ') || looks_like_name(name) && !typist && !is_a_program(name)
        })
        .collect()
}

/// Names that programs give their user.
fn is_a_program(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "user",
        "microsoft",
        "office",
        "libreoffice",
        "openoffice",
        "docx",
        "admin",
        "windows",
        "google",
        "unknown",
        "owner",
        "calibre",
    ]
    .iter()
    .any(|word| lower.contains(word))
}
