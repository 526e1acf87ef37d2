//! ZIP and gzip: everything in them, and their limits.

use std::fs;
use std::io::{Cursor, Write};

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    ImportDoor, ImportSource, ImportState, OriginalOf, OutcomeCode, OutcomeKind,
};

use super::{fixture, gzip, outcomes, page, story, zip_of};
use crate::support::bench;

#[test]
fn each_thing_in_an_archive_has_an_outcome_of_its_own() {
    let bench = bench();
    let inner = zip_of(&[("c.txt", story(3).as_bytes())]);
    let archive = zip_of(&[
        ("a/story.html", page(1).as_bytes()),
        ("b.txt", story(2).as_bytes()),
        ("b again.txt", story(2).as_bytes()),
        ("picture.png", b"\x89PNG\r\n\x1a\n...."),
        ("saved.htm", page(4).as_bytes()),
        ("saved_files/style.css", b"body {}"),
        ("__MACOSX/._b.txt", b"\0\0"),
        (".DS_Store", b"\0\0"),
        ("empty.txt", b" \n"),
        ("inner.zip", &inner),
    ]);
    let path = bench.file("pages.zip", &archive);
    let items = bench.import(&path);
    assert_eq!(
        outcomes(&items),
        [
            ("pages.zip › a/story.html", OutcomeCode::Imported),
            ("pages.zip › b.txt", OutcomeCode::Imported),
            ("pages.zip › b again.txt", OutcomeCode::SameBytes),
            ("pages.zip › picture.png", OutcomeCode::FormatNotRead),
            ("pages.zip › saved.htm", OutcomeCode::Imported),
            ("pages.zip › saved_files/style.css", OutcomeCode::PartOfPage),
            ("pages.zip › .DS_Store", OutcomeCode::SystemFile),
            ("pages.zip › empty.txt", OutcomeCode::Empty),
            ("pages.zip › inner.zip › c.txt", OutcomeCode::Imported),
        ]
    );
    assert_eq!(bench.library().len(), 4);
    // A second time there is nothing new, and no problem twice.
    let again = bench.import(&path);
    assert!(
        again
            .iter()
            .all(|item| item.outcome != OutcomeKind::Imported)
    );
    assert_eq!(bench.notebook.counts().unwrap().problems, 1);
    bench.notebook.imports().undo(items[0].import).unwrap();
    assert!(bench.library().is_empty());
}

#[test]
fn the_archive_is_kept_once_and_each_article_shows_its_own_part() {
    let bench = bench();
    let inner = zip_of(&[("deep.txt", story(2).as_bytes())]);
    let archive = zip_of(&[
        ("one.html", page(1).as_bytes()),
        ("inner.zip", &inner),
        ("photo.jpg", b"\xFF\xD8\xFF...."),
    ]);
    let items = bench.import(&bench.file("pages.zip", &archive));
    let first = bench.get(items[0].article.unwrap());
    let second = bench.get(items[1].article.unwrap());
    let original = |article: &dragoman_core::domain::Article| {
        let original = article.original.clone().unwrap();
        (original.sha256, original.size, original.media_type)
    };
    assert_eq!(original(&first), original(&second));
    assert_eq!(original(&first).1, archive.len() as u64);
    assert_eq!(original(&first).2, "application/zip");
    let shown = |id| bench.notebook.articles().original(id).unwrap();
    assert!(shown(first.id).html.contains("port number 1"));
    assert!(!shown(first.id).html.contains("port number 2"));
    assert!(shown(second.id).html.contains("port number 2"));
    assert!(shown(second.id).intact);
    // A thing that became no article is found again too: there is nothing of it to show.
    let photo = bench.notebook.imports().original(items[2].id).unwrap();
    assert_eq!(photo.html, "");
}

/// The window draws the pages of a PDF from these bytes.
#[test]
fn of_a_pdf_by_itself_the_pages_are_the_original_and_of_one_in_an_archive_the_text() {
    let bench = bench();
    let pdf = std::fs::read(fixture("pdf/scan.pdf")).unwrap();
    let printed = std::fs::read(fixture("pdf/short-typst.pdf")).unwrap();
    let article = bench.import(&bench.file("printed.pdf", &printed))[0]
        .article
        .unwrap();
    assert!(bench.notebook.articles().original(article).unwrap().pages);
    let of = OriginalOf::Article { id: article };
    assert_eq!(bench.notebook.texts().pdf(of).unwrap(), printed);

    let scan = bench.import(&bench.file("scan.pdf", &pdf))[0].id;
    assert!(bench.notebook.imports().original(scan).unwrap().pages);
    let of = OriginalOf::Problem { id: scan };
    assert_eq!(bench.notebook.texts().pdf(of).unwrap(), pdf);

    let zip = zip_of(&[(
        "two.pdf",
        &std::fs::read(fixture("pdf/two-columns-typst.pdf")).unwrap(),
    )]);
    let packed = bench.import(&bench.file("packed.zip", &zip))[0]
        .article
        .unwrap();
    let shown = bench.notebook.articles().original(packed).unwrap();
    assert!(!shown.pages && shown.html.contains("Harbour"));
    let of = OriginalOf::Article { id: packed };
    assert!(bench.notebook.texts().pdf(of).is_err());
}

#[test]
fn archives_are_opened_three_deep() {
    let bench = bench();
    let mut archive = zip_of(&[("deep.txt", story(1).as_bytes())]);
    for _ in 0..2 {
        archive = zip_of(&[("inner.zip", &archive)]);
    }
    let items = bench.import(&bench.file("three.zip", &archive));
    assert_eq!(items[0].code, OutcomeCode::Imported);
    let archive = zip_of(&[("inner.zip", &archive), ("b.txt", story(2).as_bytes())]);
    let items = bench.import(&bench.file("four.zip", &archive));
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(codes, [OutcomeCode::NestedTooDeep, OutcomeCode::Imported]);
}

#[test]
fn a_large_archive_is_counted_as_it_is_read_and_can_be_stopped() {
    let bench = bench();
    let stories: Vec<(String, String)> = (0..300)
        .map(|n| (format!("{n:03}.txt"), story(n)))
        .collect();
    let files: Vec<(&str, &[u8])> = stories
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let path = bench.file("many.zip", zip_of(&files));
    let cancel = CancelToken::new();
    let mut totals = Vec::new();
    let mut imported = 0;
    let end = bench
        .notebook
        .imports()
        .run(
            vec![ImportSource::Path { path: path.clone() }],
            ImportDoor::Dropped,
            &cancel,
            &mut |progress| {
                totals.push(progress.total);
                assert!(progress.done <= progress.total);
                imported = progress.imported;
                if imported >= 40 {
                    cancel.cancel();
                }
            },
        )
        .unwrap();
    assert_eq!(end.state, ImportState::Cancelled);
    assert_eq!((end.done, totals[0]), (end.total, 1));
    assert!(
        totals.is_sorted() && (40..300).contains(&imported),
        "{totals:?}"
    );
    assert_eq!(bench.library().len(), imported.min(100) as usize);
    // The rest comes with the next import, and nothing twice.
    let items = bench.import(&path);
    let new = items
        .iter()
        .filter(|item| item.outcome == OutcomeKind::Imported)
        .count();
    assert_eq!(new + imported as usize, 300);
}

#[test]
fn names_are_read_in_the_encoding_of_the_machine_that_wrote_them() {
    let bench = bench();
    let names = ["новости порта.txt", "отчёт министра.txt", "заявление.txt"];
    let (codepage, _, _) = encoding_rs::IBM866.encode(names[0]);
    let placeholder = |name: &str| "x".repeat(name.chars().count());
    let stories: Vec<String> = (0..3).map(story).collect();
    let plain: Vec<String> = names.iter().map(|name| placeholder(name)).collect();
    let files: Vec<(&str, &[u8])> = plain
        .iter()
        .zip(&stories)
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let mut archive = zip_of(&files);
    assert_eq!(codepage.len(), plain[0].len());
    for (name, plain) in names.iter().zip(&plain) {
        let (bytes, _, _) = encoding_rs::IBM866.encode(name);
        replace(&mut archive, plain.as_bytes(), &bytes);
    }
    let items = bench.import(&bench.file("old.zip", &archive));
    assert_eq!(items[0].name, "old.zip › новости порта.txt");
    assert_eq!(items[2].name, "old.zip › заявление.txt");
}

/// Writes `new` over each `old` of the same length.
fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let places: Vec<usize> = memchr::memmem::find_iter(bytes, old).collect();
    for at in places {
        // A longer name of the same letter is another file's.
        let alone = bytes.get(at + old.len()) != Some(&b'x') && (at == 0 || bytes[at - 1] != b'x');
        if alone {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
    }
}

#[test]
fn a_packed_file_is_read_as_what_it_is() {
    let bench = bench();
    let items = bench.import(&bench.file("story.html.gz", gzip(page(1).as_bytes())));
    assert_eq!(
        outcomes(&items),
        [("story.html.gz › story.html", OutcomeCode::Imported)]
    );
    let archive = zip_of(&[("packed.gz", &gzip(story(2).as_bytes()))]);
    let items = bench.import(&bench.file("a.zip", &archive));
    assert_eq!(items[0].code, OutcomeCode::Imported);
}

/// Their parts and names then lie in the archive as they lie in the documents.
#[test]
fn documents_that_are_packed_without_being_compressed_are_read_one_by_one() {
    let stored = |files: &[&str]| {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        for file in files {
            let path = fixture(file);
            let name = path.file_name().unwrap().to_string_lossy();
            writer.start_file(name, options).unwrap();
            writer.write_all(&fs::read(&path).unwrap()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    for first in ["docx/pandoc.docx", "epub/pandoc.epub", "odt/pandoc.odt"] {
        let bench = bench();
        let archive = stored(&[first, "russian.html"]);
        let items = bench.import(&bench.file("bundle.zip", &archive));
        let codes: Vec<_> = items.iter().map(|item| item.code).collect();
        assert!(codes.len() >= 2, "{first}: {items:#?}");
        assert!(
            codes.iter().all(|code| *code == OutcomeCode::Imported),
            "{first}: {items:#?}"
        );
        // The list at its end is missing, as in a download that broke off.
        let cut = &archive[..archive.len() - 60];
        let items = bench.import(&bench.file("cut.zip", cut));
        let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
        assert!(
            names.iter().any(|name| name.ends_with("russian.html")),
            "{names:?}"
        );
    }
}
