//! Lines that are there when they are printed: results on standard output, remarks about
//! them on standard error.

use std::io::{self, Write};

use serde::Serialize;

use crate::failure::Failure;

/// Prints one JSON object on a line of its own.
pub fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    print(&serde_json::to_string(value)?)
}

/// Prints text for people. Titles and names of files come from outside: what a
/// terminal would take for a command is shown as a replacement character.
pub fn line(text: &str) -> Result<(), Failure> {
    print(&harmless(text))
}

/// `text` without control characters other than line ends and tabs.
pub fn harmless(text: &str) -> String {
    text.replace(
        |c: char| c.is_control() && !matches!(c, '\n' | '\t'),
        "\u{FFFD}",
    )
}

/// A remark for people about what is printed: a count, an offer.
pub fn remark(text: &str) {
    eprintln!("{}", harmless(text));
}

/// A name or a title from outside as part of a line: it can't end the line, nor turn the
/// direction of what follows.
pub fn inline(text: &str) -> String {
    text.replace(
        |c: char| {
            c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        },
        "\u{FFFD}",
    )
}

/// A number with its noun.
pub fn counted(n: impl Into<u64>, one: &str, many: &str) -> String {
    let n = n.into();
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Prints a line and hands it on at once: who reads it may rely on it.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}
