//! Lists that are damaged or made to harm: each ends, with an outcome, and nothing panics.

use std::fs;
use std::path::Path;

use dragoman_core::domain::OutcomeCode;

use super::exports::fixture;
use crate::support::bench;

const FOLDERS: &[&str] = &[
    "zotero",
    "pocket",
    "instapaper",
    "readwise",
    "omnivore",
    "bookmarks",
    "articles",
    "links",
    "feeds",
];

fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            let name = entry.file_name().to_string_lossy().into_owned();
            found.push((name, fs::read(path).unwrap()));
        }
    }
}

/// Cuts each fixture, drops stretches and doubles them, all by a fixed rule.
#[test]
fn damaged_exports_end_with_an_outcome_each() {
    let bench = bench();
    let mut originals = Vec::new();
    for folder in FOLDERS {
        files(&fixture(folder), &mut originals);
    }
    assert!(originals.len() > 25);
    let mut count = 0;
    for (name, bytes) in &originals {
        for step in 1..=6 {
            let at = bytes.len() * step / 7;
            let end = (at + 37).min(bytes.len());
            let cut = bytes[..at].to_vec();
            let dropped = [&bytes[..at], &bytes[end..]].concat();
            let doubled = [&bytes[..end], &bytes[at..]].concat();
            for (kind, damaged) in [("cut", cut), ("dropped", dropped), ("doubled", doubled)] {
                bench.file(&format!("damaged/{count:04} {kind} {name}"), damaged);
                count += 1;
            }
        }
    }
    let items = bench.import(&bench.folder.path().join("damaged"));
    assert!(items.len() >= count, "{} of {count}", items.len());
    assert!(items.iter().all(|item| item.code != OutcomeCode::Internal));
}

#[test]
fn deep_lists_end() {
    let bench = bench();
    let deep = 200_000;
    for (name, bytes) in [
        ("deep.json", format!("[{}", "[".repeat(deep))),
        ("deep objects.json", format!("{{\"title\":{}", "{\"a\":".repeat(deep))),
        (
            "deep bookmarks.html",
            format!("<!DOCTYPE NETSCAPE-Bookmark-file-1>{}", "<DL><p><DT><H3>x</H3>".repeat(deep)),
        ),
        (
            "deep bookmarks.json",
            "{\"type\":\"text/x-moz-place-container\",\"children\":[".repeat(deep),
        ),
        (
            "deep.bib",
            format!("@article{{k, title = {{{}{}}}}}", "{".repeat(deep), "}".repeat(deep)),
        ),
        ("commands.bib", format!("@article{{k, title = {{{}", "\\'{".repeat(deep))),
        (
            "circle.bib",
            "@string{a = b # b}@string{b = a # a}\n@article{k, title = a, url = {https://gazette.example/}}"
                .to_owned(),
        ),
        ("deep.xml", format!("<rss><channel><item>{}", "<a>".repeat(deep))),
    ] {
        let items = bench.import(&bench.file(name, bytes));
        assert!(!items.is_empty(), "{name}");
        assert!(items.iter().all(|item| item.code != OutcomeCode::Internal), "{name}");
    }
}

#[test]
fn a_row_without_end_is_too_large_and_what_was_before_it_stays() {
    let bench = bench();
    let start = "title,url\nOne,https://gazette.example/one\n\"Two";
    let path = bench.file("endless.csv", format!("{start}{}", "x".repeat(20 << 20)));
    let codes: Vec<OutcomeCode> = bench.import(&path).iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [OutcomeCode::LinkSaved, OutcomeCode::TooLargeUnpacked]
    );
    let start = "[{\"title\":\"One\",\"url\":\"https://gazette.example/json\"},{\"title\":\"";
    let path = bench.file("endless.json", format!("{start}{}", "x".repeat(20 << 20)));
    let codes: Vec<OutcomeCode> = bench.import(&path).iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [OutcomeCode::LinkSaved, OutcomeCode::TooLargeUnpacked]
    );
}

/// A binary property list whose lists name one another a thousand million times over,
/// around one text.
fn lists_in_lists(text: &[u8]) -> Vec<u8> {
    let mut bytes = b"bplist00".to_vec();
    let mut offsets = Vec::new();
    for level in 1..=12_u8 {
        offsets.push(bytes.len() as u8);
        bytes.push(0xAA);
        bytes.extend([level; 10]);
    }
    offsets.push(bytes.len() as u8);
    bytes.extend(text);
    let table = bytes.len() as u64;
    let objects = offsets.len() as u64;
    bytes.extend(offsets);
    bytes.extend([0, 0, 0, 0, 0, 0, 1, 1]);
    bytes.extend(objects.to_be_bytes());
    bytes.extend(0_u64.to_be_bytes());
    bytes.extend(table.to_be_bytes());
    bytes
}

#[test]
fn a_property_list_of_lists_in_lists_ends() {
    let bench = bench();
    for (name, text) in [
        ("circle.webloc", &b"\x53URL"[..]),
        ("circle.webarchive", b"\x5F\x10\x0FWebMainResource"),
    ] {
        let items = bench.import(&bench.file(name, lists_in_lists(text)));
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].code, OutcomeCode::Damaged, "{name}");
    }
}

#[test]
fn a_property_list_of_any_depth_is_read_without_a_stack() {
    let deep = |tag: &str| format!("<{tag}>").repeat(100_000);
    let archive = format!(
        "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>WebSubresources</key>{}{}<key>WebMainResource</key>\
         <dict><key>WebResourceData</key><data>{}</data></dict></dict></plist>",
        deep("array"),
        deep("/array"),
        // `<p>The minister came.</p>`
        "PHA+VGhlIG1pbmlzdGVyIGNhbWUuPC9wPg==",
    );
    let bench = bench();
    let path = bench.file("deep.webarchive", archive);
    let items = bench.import(&path);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].code, OutcomeCode::Imported);
}
