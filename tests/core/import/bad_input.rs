//! Whatever a file holds: a clear outcome, and the rest of the batch unharmed.

use std::path::Path;

use dragoman_core::domain::{ImportItem, OutcomeCode, OutcomeKind};

use super::{gzip, page, story, zip_of};
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
    symlink("/dev/zero", drop.join("zeros.txt")).unwrap();
    symlink("loop.txt", drop.join("loop.txt")).unwrap();
    symlink("..", drop.join("up")).unwrap();
    symlink("nowhere.txt", drop.join("broken.txt")).unwrap();
    let items = bench.import(&drop);
    let code = |name: &str| items.iter().find(|item| item.name == name).unwrap().code;
    assert_eq!(items.len(), 6);
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
