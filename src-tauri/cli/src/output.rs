//! Lines on standard output that are there when they are printed.

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

/// Prints a line and hands it on at once: who reads it may rely on it.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}
