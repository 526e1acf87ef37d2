//! Whatever a file holds: a clear outcome, and the rest of the batch unharmed.

use std::path::Path;

use dragoman_core::domain::{ImportItem, OutcomeCode, OutcomeKind};

use super::{fixture, gzip, page, story, texts, zip_of};
use crate::support::{Bench, bench};

/// Imports a file together with a good one, which must come through.
fn with_a_good_one(bench: &Bench, name: &str, bytes: impl AsRef<[u8]>) -> Vec<ImportItem> {
    bench.file(&format!("drop/{name}"), bytes);
    bench.file("drop/zz good.txt", story(99));
    let mut items = bench.import(&bench.folder.path().join("drop"));
    let good = items.pop().unwrap();
    assert!(
        matches!(good.outcome, OutcomeKind::Imported | OutcomeKind::Duplicate),
        "{good:?}"
    );
    items
}

#[test]
fn names_that_climb_out_of_a_folder_lead_nowhere() {
    let bench = bench();
    let archive = zip_of(&[
        ("../../../climbed.txt", story(1).as_bytes()),
        ("/tmp/dragoman-absolute.txt", story(2).as_bytes()),
    ]);
    let items = with_a_good_one(&bench, "climb.zip", &archive);
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|item| item.code == OutcomeCode::Imported));
    assert!(!Path::new("/tmp/dragoman-absolute.txt").exists());
}

#[test]
fn a_bomb_is_not_unpacked_and_what_lies_beside_it_is_read() {
    let bench = bench();
    let bomb = vec![b'a'; 20 << 20];
    let archive = zip_of(&[("bomb.txt", &bomb), ("b.txt", story(1).as_bytes())]);
    assert!(archive.len() < 200_000);
    let items = with_a_good_one(&bench, "bomb.zip", &archive);
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [OutcomeCode::TooLargeUnpacked, OutcomeCode::Imported]
    );
}

#[test]
fn many_files_that_unpack_to_too_much_end_the_archive() {
    let bench = bench();
    // Each is within its limit, all together are not.
    let large = vec![b' '; 1 << 20];
    let names: Vec<String> = (0..80).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), large.as_slice()))
        .collect();
    let items = with_a_good_one(&bench, "blank.zip", zip_of(&files));
    assert_eq!(items.last().unwrap().code, OutcomeCode::TooLargeUnpacked);
    assert!(items.len() < 80, "{}", items.len());
}

#[test]
fn a_part_that_a_document_names_over_and_over_is_not_unpacked_each_time() {
    let bench = bench();
    let heads = "<Relationship Type=\"x/header\" Target=\"header.xml\"/>".repeat(20_000);
    let document = "<w:document><w:body><w:p><w:r><w:t>The minister came on Monday.</w:t></w:r></w:p></w:body></w:document>";
    let archive = zip_of(&[
        ("word/document.xml", document.as_bytes()),
        (
            "word/_rels/document.xml.rels",
            format!("<Relationships>{heads}</Relationships>").as_bytes(),
        ),
        // Four megabytes of nothing: all of them would be 80 gigabytes.
        ("word/header.xml", &vec![b' '; 4 << 20]),
    ]);
    let items = with_a_good_one(&bench, "heads.docx", archive);
    assert_eq!(items[0].code, OutcomeCode::Imported);
}

#[test]
fn entries_that_share_their_bytes_end_the_archive() {
    let bench = bench();
    // Each name in the list stands for the same packed text.
    let text = story(1).repeat(2_000);
    let mut archive = zip_of(&[("a.txt", text.as_bytes())]);
    let list = memchr::memmem::find(&archive, b"PK\x01\x02").unwrap();
    let end = memchr::memmem::find(&archive, b"PK\x05\x06").unwrap();
    let entry = archive[list..end].to_vec();
    let mut tail = archive[end..].to_vec();
    archive.truncate(list);
    let names = 10_000_u16;
    (0..names).for_each(|_| archive.extend(&entry));
    tail[8..10].copy_from_slice(&names.to_le_bytes());
    tail[10..12].copy_from_slice(&names.to_le_bytes());
    let length = entry.len() as u32 * u32::from(names);
    tail[12..16].copy_from_slice(&length.to_le_bytes());
    archive.extend(tail);
    let items = with_a_good_one(&bench, "shared.zip", archive);
    // The names are the same, so there is one file to them.
    assert_eq!(items[0].code, OutcomeCode::Imported);
    assert!(items.len() < 500, "{}", items.len());
}

#[test]
fn a_file_that_asks_for_a_password_says_so() {
    let bench = bench();
    let mut archive = zip_of(&[
        ("a.txt", story(1).as_bytes()),
        ("b.txt", story(2).as_bytes()),
    ]);
    // The first bit of the flags, in both places where the first file is described.
    archive[6] |= 1;
    let listed = memchr::memmem::find(&archive, b"PK\x01\x02").unwrap();
    archive[listed + 8] |= 1;
    let items = with_a_good_one(&bench, "locked.zip", &archive);
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(codes, [OutcomeCode::Encrypted, OutcomeCode::Imported]);
}

#[test]
fn what_is_left_of_a_file_that_was_cut_is_read() {
    let bench = bench();
    let archive = zip_of(&[
        ("a.txt", story(1).as_bytes()),
        ("b.txt", story(2).as_bytes()),
    ]);
    let cut = &archive[..archive.len() / 2];
    let items = with_a_good_one(&bench, "a.zip", cut);
    assert_eq!(items[0].code, OutcomeCode::Imported);
    assert_eq!(items.last().unwrap().code, OutcomeCode::Damaged);
    let items = with_a_good_one(&bench, "b.zip", &archive[..20]);
    assert_eq!(items.last().unwrap().code, OutcomeCode::Damaged);
    let packed = gzip(&story(3).repeat(3).into_bytes());
    let items = with_a_good_one(&bench, "cut.gz", &packed[..packed.len() - 12]);
    assert_eq!(items.last().unwrap().code, OutcomeCode::Damaged);
}

#[test]
fn a_wrong_name_does_not_change_what_a_file_is() {
    let bench = bench();
    let archive = zip_of(&[("inside.txt", story(1).as_bytes())]);
    let named = [
        ("a.html", archive, OutcomeCode::Imported),
        ("b.pdf", page(2).into_bytes(), OutcomeCode::Imported),
        ("c.docx", story(3).into_bytes(), OutcomeCode::Imported),
        ("d.txt", page(4).into_bytes(), OutcomeCode::Imported),
        ("e", gzip(page(5).as_bytes()), OutcomeCode::Imported),
        (
            "f.html",
            b"\x89PNG\r\n\x1a\n....".to_vec(),
            OutcomeCode::FormatNotRead,
        ),
        ("g.warc", vec![0; 3000], OutcomeCode::FormatNotRead),
        (
            "h.css",
            b"body { color: red }".to_vec(),
            OutcomeCode::FormatNotRead,
        ),
    ];
    for (name, bytes, code) in named {
        let items = bench.import(&bench.file(name, bytes));
        assert_eq!((items.len(), items[0].code), (1, code), "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_imported_all_the_same() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let bench = bench();
    bench.file("drop/a.txt", story(1));
    let name = OsStr::from_bytes(b"drop/caf\xe9.txt");
    std::fs::write(bench.folder.path().join(name), story(2)).unwrap();
    let items = bench.import(&bench.folder.path().join("drop"));
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|item| item.code == OutcomeCode::Imported));
    assert_eq!(items[1].name, "caf\u{fffd}.txt");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_circles_keep_nothing_waiting() {
    use std::os::unix::fs::symlink;
    let bench = bench();
    bench.file("drop/a.txt", story(1));
    let drop = bench.folder.path().join("drop");
    let made = std::process::Command::new("mkfifo")
        .arg(drop.join("pipe.txt"))
        .status();
    assert!(made.unwrap().success());
    let socket = std::os::unix::net::UnixListener::bind(drop.join("socket.txt")).unwrap();
    symlink("/dev/zero", drop.join("zeros.txt")).unwrap();
    // A file by its kind, which fails when it is read.
    #[cfg(target_os = "linux")]
    symlink("/proc/self/mem", drop.join("unreadable.txt")).unwrap();
    symlink("loop.txt", drop.join("loop.txt")).unwrap();
    symlink("..", drop.join("up")).unwrap();
    symlink("nowhere.txt", drop.join("broken.txt")).unwrap();
    let items = bench.import(&drop);
    std::mem::drop(socket);
    let code = |name: &str| items.iter().find(|item| item.name == name).unwrap().code;
    #[cfg(target_os = "linux")]
    assert_eq!(code("unreadable.txt"), OutcomeCode::NotReadable);
    assert_eq!(code("socket.txt"), OutcomeCode::NotReadable);
    assert_eq!(code("a.txt"), OutcomeCode::Imported);
    assert_eq!(code("pipe.txt"), OutcomeCode::NotReadable);
    assert_eq!(code("zeros.txt"), OutcomeCode::NotReadable);
    assert_eq!(code("loop.txt"), OutcomeCode::NotReadable);
    assert_eq!(code("up"), OutcomeCode::NotReadable);
    assert_eq!(code("broken.txt"), OutcomeCode::NotFound);
}

#[test]
fn a_file_that_is_too_large_to_be_kept_is_read_and_said() {
    let bench = bench();
    let archive = zip_of(&[("a.html", page(1).as_bytes())]);
    let path = bench.file("large.zip", &archive);
    // A hole after the archive: it takes no room on the disk.
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(210 << 20).unwrap();
    let items = bench.import(&path);
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [OutcomeCode::Imported, OutcomeCode::OriginalTooLarge]
    );
    assert_eq!(items[1].detail.as_deref(), Some("200"));
    // The page itself is kept, as it stood in the archive.
    let article = bench.get(items[0].article.unwrap());
    assert_eq!(article.original.unwrap().size, page(1).len() as u64);
    let original = bench.notebook.articles().original(article.id).unwrap();
    assert!(original.html.contains("port number 1"));
}

#[test]
fn a_file_larger_than_any_disk_has_an_outcome() {
    let bench = bench();
    for name in ["hole.zip", "hole.txt"] {
        let path = bench.file(name, b"PK\x03\x04");
        let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
        // A terabyte of nothing takes no room, and hours to hash.
        file.set_len(1 << 40).unwrap();
        let items = bench.import(&path);
        assert!(items.len() <= 3, "{items:?}");
        assert_eq!(items.last().unwrap().code, OutcomeCode::OriginalTooLarge);
    }
}

#[test]
fn a_paragraph_without_end_is_read_up_to_a_limit() {
    let bench = bench();
    let words = "The minister visited the port on Monday, officials said. ";
    let text = format!("{{\\rtf1 {}\\par The end.}}", words.repeat(80_000));
    let items = with_a_good_one(&bench, "endless.rtf", text);
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [OutcomeCode::Imported, OutcomeCode::TooLargeUnpacked]
    );
}

#[test]
fn names_in_any_script_are_kept_as_they_are() {
    let bench = bench();
    let names = [
        "a-\u{1F4F0}.txt",
        "مقال.txt",
        "כתבה.txt",
        "กรุงเทพ.txt",
        "新聞.txt",
        "e\u{301}te\u{301}.txt",
        "turned \u{202E}txt.exe.txt",
        "two\nlines.txt",
        "'; DROP TABLE articles; --.txt",
        "%s%n &amp; <b>.txt",
    ];
    for (number, name) in (1..).zip(names) {
        let items = bench.import(&bench.file(name, story(number)));
        assert_eq!(items[0].code, OutcomeCode::Imported, "{name:?}");
        assert_eq!(items[0].name, name);
    }
    let longest = format!("{}.txt", "д".repeat(125));
    let items = bench.import(&bench.file(&longest, story(50)));
    assert_eq!(items[0].name, longest);
}

#[test]
fn pages_of_a_million_elements_are_read_as_far_as_they_go() {
    let bench = bench();
    let deep = "<div>".repeat(1_000_000);
    let beside = "<i></i>".repeat(1_000_000);
    for (name, html) in [
        ("deep.html", page(1).replace("</article>", &deep)),
        ("wide.html", page(2).replace("</article>", &beside)),
    ] {
        let items = with_a_good_one(&bench, name, html);
        let item = items.iter().find(|item| item.name == name).unwrap();
        assert_eq!(item.code, OutcomeCode::Imported, "{name}");
        let article = bench.get(item.article.unwrap());
        let read = |words| texts(&article).iter().any(|text| text.starts_with(words));
        assert!(
            read("The minister visited") && read("She promised"),
            "{name}"
        );
    }
}

/// Every file that other programs made, cut in the middle and under a wrong name.
#[test]
fn fixtures_that_are_cut_or_misnamed_cost_nothing_else() {
    let bench = bench();
    let mut read = 0;
    for entry in walkdir::WalkDir::new(super::fixture("")) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let name = entry.file_name().to_string_lossy();
        bench.file(&format!("drop/{read}-{name}"), &bytes[..bytes.len() / 2]);
        bench.file(&format!("drop/{read}-{name}.docx"), &bytes);
        read += 1;
    }
    let items = with_a_good_one(&bench, "first.txt", story(1));
    assert!(items.len() >= 2 * read);
    // A reader that gave up by a defect of its own.
    let defects: Vec<_> = items
        .iter()
        .filter(|item| item.code == OutcomeCode::Internal)
        .collect();
    assert!(defects.is_empty(), "{defects:?}");
}

#[test]
fn what_is_wrong_with_a_file_is_said_once_and_in_plain_words() {
    let bench = bench();
    let word = std::fs::read(fixture("docx/pandoc.docx")).unwrap();
    let packed = gzip(story(1).as_bytes());
    let cut = "it ends before it should";
    for (name, bytes, code, words) in [
        (
            "cut.docx",
            &word[..200],
            OutcomeCode::Damaged,
            "its text is missing",
        ),
        (
            "cut.txt.gz",
            &packed[..packed.len() / 2],
            OutcomeCode::Damaged,
            cut,
        ),
        (
            "entry.bib",
            b"@article{a, title = {Ships".as_slice(),
            OutcomeCode::NotReadable,
            cut,
        ),
    ] {
        let items = with_a_good_one(&bench, name, bytes);
        let problems: Vec<_> = items
            .iter()
            .filter(|item| item.outcome == OutcomeKind::NeedsAttention)
            .collect();
        assert_eq!(problems.len(), 1, "{name}: {items:?}");
        assert_eq!(problems[0].code, code, "{name}");
        assert_eq!(problems[0].detail.as_deref(), Some(words), "{name}");
        std::fs::remove_dir_all(bench.folder.path().join("drop")).unwrap();
    }
}
