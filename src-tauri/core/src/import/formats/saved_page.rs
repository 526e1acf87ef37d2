//! What a browser or an extension wrote into a page when it saved it.

use jiff::fmt::strtime;

use crate::domain::Facts;

/// How far into a page such a note stands, in bytes.
const NOTE: usize = 8192;

/// Address and time of saving, from the notes of SingleFile, Chromium and Internet Explorer.
pub(super) fn facts(page: &[u8]) -> Facts {
    let start = String::from_utf8_lossy(page.get(..NOTE).unwrap_or(page));
    // `<!-- Page saved with SingleFile  url: https://…  saved date: Tue Jan 02 2024 … -->`
    if let Some(note) = comment_with(&start, "Page saved with SingleFile") {
        return Facts {
            url: line_after(note, "url:").filter(|url| url.starts_with("http")),
            saved: line_after(note, "saved date:").and_then(|words| iso(&words)),
            ..Facts::default()
        };
    }
    // `<!-- saved from url=(0026)https://example.org/story -->`, with the address's length.
    let url = comment_with(&start, "saved from url=(")
        .and_then(|note| note.split_once(')'))
        .and_then(|(_, address)| address.split_whitespace().next())
        .filter(|address| address.starts_with("http"));
    Facts {
        url: url.map(str::to_owned),
        ..Facts::default()
    }
}

fn comment_with<'a>(start: &'a str, words: &str) -> Option<&'a str> {
    let (_, after) = start.split_once(words)?;
    Some(after.split_once("-->").map_or(after, |(note, _)| note))
}

fn line_after(note: &str, key: &str) -> Option<String> {
    let (_, after) = note.split_once(key)?;
    let line = after.lines().next().unwrap_or_default();
    // Some versions write the note on one line.
    let line = line.split("saved date:").next().unwrap_or(line).trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// `Tue Jan 02 2024 10:11:12 GMT+0100 (…)`, as JavaScript writes a date.
fn iso(words: &str) -> Option<String> {
    let words = words.split('(').next().unwrap_or(words).trim();
    let time = strtime::parse("%a %b %d %Y %H:%M:%S GMT%z", words).ok()?;
    let zoned = time.to_datetime().ok()?;
    let offset = time.offset()?;
    let offset = offset.to_string();
    let minutes = if offset.contains(':') { "" } else { ":00" };
    Some(format!(
        "{}{offset}{minutes}",
        zoned.strftime("%Y-%m-%dT%H:%M:%S")
    ))
}
