//! In which originals a person can point at the text.

use std::path::Path;

use rusqlite::Connection;

use crate::Result;
use crate::domain::ImportItem;
use crate::import::Format;
use crate::store::import_table;

/// Endings of files that list things: an entry of one has no page.
const LISTS: &[&str] = &[
    "ris", "bib", "bibtex", "csv", "tsv", "json", "jsonl", "ndjson",
];

/// Whether there is something to point at in an original of this media type, as far as that
/// says: a page or a text. `place`: where the thing lay, also inside an archive.
pub(super) fn is_pickable(media_type: &str, place: &str) -> bool {
    match Format::of_media_type(media_type) {
        Some(
            Format::Page(_)
            | Format::Pdf
            | Format::Docx
            | Format::Odt
            | Format::Rtf
            | Format::Epub
            | Format::Eml
            | Format::Mbox
            | Format::Mhtml
            | Format::Webarchive
            | Format::Warc
            | Format::Omnivore,
        ) => true,
        Some(Format::Zip | Format::Gzip) => !is_list(place),
        _ => false,
    }
}

fn is_list(place: &str) -> bool {
    let ending = Path::new(place).extension().and_then(|end| end.to_str());
    ending.is_some_and(|end| LISTS.iter().any(|list| end.eq_ignore_ascii_case(list)))
}

/// Says of kept outcomes whether their originals can be pointed at.
pub(super) fn look(conn: &Connection, items: &mut [ImportItem]) -> Result<()> {
    for item in items.iter_mut().filter(|item| item.original) {
        let media_type = import_table::media_type(conn, item.id)?;
        let place = item.location.as_deref().unwrap_or(&item.name);
        item.pickable = media_type.is_some_and(|media_type| is_pickable(&media_type, place));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_pickable;

    #[test]
    fn pages_and_texts_can_be_pointed_at_and_entries_of_lists_can_not() {
        for (media_type, place, pickable) in [
            ("text/html", "/home/a/scan.html", true),
            ("text/html", "https://example.org/a.json", true),
            ("text/plain", "/home/a/table.csv", true),
            ("application/pdf", "/home/a/scan.pdf", true),
            ("application/zip", "/home/a/all.zip/page.html", true),
            ("application/zip", "/home/a/all.zip/refs.RIS", false),
            (
                "text/html; profile=bookmarks",
                "/home/a/bookmarks.html",
                false,
            ),
            ("application/x-bibtex", "/home/a/refs.bib", false),
            ("application/octet-stream", "/home/a/film.mp4", false),
        ] {
            assert_eq!(
                is_pickable(media_type, place),
                pickable,
                "{media_type} {place}"
            );
        }
    }
}
