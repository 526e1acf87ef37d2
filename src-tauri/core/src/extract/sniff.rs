//! Which of the formats that extraction reads a file is in.

use super::MediaType;
use super::wide;

/// Beginnings of formats that are not text, whatever their name says.
#[rustfmt::skip]
const FOREIGN: &[&[u8]] = &[
    b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"RIFF", b"\xD0\xCF\x11\xE0",
    b"{\\rtf", b"\x1F\x8B", b"BZh", b"7z\xBC\xAF", b"Rar!", b"\x28\xB5\x2F\xFD", b"\xFD7zXZ", b"ID3", b"OggS",
    b"\x00\x00\x01\x00", b"\x7FELF", b"SQLite format 3", b"II*\x00", b"MM\x00*", b"wOFF", b"wOF2", b"bplist",
    b"!<arch>", b"\xCA\xFE\xBA\xBE", b"BM\x00", b"fLaC",
];

/// Elements that only a page has, within its first kilobytes.
#[rustfmt::skip]
const PAGE_MARKS: &[&str] =
    &["<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<article", "<div", "<p>", "<p ", "<h1", "<span"];

/// The format of a source; `None` for one that is not read yet (PDF, Word, pictures …).
/// Bytes outweigh the content type, which outweighs the extension.
pub fn sniff(
    bytes: &[u8],
    file_name: Option<&str>,
    content_type: Option<&str>,
) -> Option<MediaType> {
    if FOREIGN.iter().any(|magic| bytes.starts_with(magic)) || is_media_container(bytes) {
        return None;
    }
    let wide = bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || wide::without_mark(bytes).is_some();
    if !wide && bytes.iter().take(8192).any(|&b| b == 0) {
        return None;
    }
    let start = beginning(bytes, wide);
    let extension = file_name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ext)| ext.to_ascii_lowercase());
    let declared = content_type.map(|value| {
        value
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    });
    match declared.as_deref() {
        Some("text/html" | "application/xhtml+xml") => return Some(MediaType::Html),
        Some("text/markdown") => return Some(MediaType::Markdown),
        Some("text/plain") if is_page(&start) && extension.as_deref() != Some("txt") => {
            return Some(MediaType::Html);
        }
        Some("text/plain") => {
            let markdown = matches!(extension.as_deref(), Some("md" | "markdown"));
            return Some(if markdown {
                MediaType::Markdown
            } else {
                MediaType::Text
            });
        }
        Some(
            ""
            | "application/octet-stream"
            | "binary/octet-stream"
            | "text/xml"
            | "application/xml",
        )
        | None => {}
        Some(other) if other.starts_with("text/") => {}
        Some(_) => return None,
    }
    match extension.as_deref() {
        Some("html" | "htm" | "xhtml" | "shtml" | "xht") => Some(MediaType::Html),
        Some("md" | "markdown" | "mdown" | "mkd") => Some(MediaType::Markdown),
        Some("txt" | "text") if starts_page(&start) => Some(MediaType::Html),
        Some("txt" | "text") => Some(MediaType::Text),
        Some(known) if OTHER_FORMATS.contains(&known) => None,
        _ if is_page(&start) => Some(MediaType::Html),
        _ => Some(MediaType::Text),
    }
}

/// Extensions of text formats that are something else than an article. Those of other
/// formats are not here: text under such a name is mislabelled, and its bytes say so.
#[rustfmt::skip]
const OTHER_FORMATS: &[&str] = &[
    "svg", "csv", "tsv", "json", "jsonl", "xml", "rss", "atom", "css", "js", "mjs", "ts", "bib", "ris", "ics", "vcf", "tex", "yaml", "yml", "toml",
    "ini", "log", "ps", "sql", "sh", "py", "rs", "c", "h", "java", "conf",
];

/// MP4, QuickTime and HEIC name their brand at byte 4.
fn is_media_container(bytes: &[u8]) -> bool {
    bytes
        .get(4..8)
        .is_some_and(|brand| brand == b"ftyp" || brand == b"moov")
}

fn beginning(bytes: &[u8], wide: bool) -> String {
    let sample: Vec<u8> = bytes
        .iter()
        .take(4096)
        .filter(|&&b| !(wide && b == 0))
        .copied()
        .collect();
    String::from_utf8_lossy(&sample)
        .trim_start_matches(['\u{FEFF}', '\u{FFFD}'])
        .trim_start()
        .to_ascii_lowercase()
}

fn starts_page(start: &str) -> bool {
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with("<?xml") && start.contains("<html"))
}

fn is_page(start: &str) -> bool {
    starts_page(start)
        || (start.starts_with('<') && PAGE_MARKS.iter().any(|mark| start.contains(mark)))
        || PAGE_MARKS
            .iter()
            .filter(|mark| start.contains(*mark))
            .count()
            >= 3
}
