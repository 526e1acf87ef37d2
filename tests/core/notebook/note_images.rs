//! Pictures in notes: kept, exported, verified, and gone with the last note that had them.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use dragoman_core::{CancelToken, ErrorCode, VerifyProblem};

use crate::support::{Bench, bench};

/// One black pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0,
    0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55,
];

fn files(bench: &Bench) -> usize {
    let shelves = fs::read_dir(bench.path().join("images")).unwrap();
    let folders = shelves.flatten().filter(|entry| entry.path().is_dir());
    folders
        .map(|shelf| fs::read_dir(shelf.path()).unwrap().count())
        .sum()
}

/// Makes every picture two days old.
fn age(bench: &Bench) {
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    for shelf in fs::read_dir(bench.path().join("images")).unwrap().flatten() {
        for file in fs::read_dir(shelf.path()).unwrap().flatten() {
            let file = File::options().write(true).open(file.path()).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    }
}

fn empty_trash(bench: &Bench) {
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
}

#[test]
fn only_pictures_are_kept_and_the_same_one_once() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for bytes in [
        b"<svg onload=alert(1)>".as_slice(),
        b"<!doctype html>",
        b"%PDF-1.7",
        b"",
        b"\x89PN",
    ] {
        let refused = notes.keep_image(bytes).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidInput);
    }
    let sha256 = notes.keep_image(PNG).unwrap();
    assert_eq!(notes.keep_image(PNG).unwrap(), sha256);
    assert_eq!(files(&bench), 1);
    let image = notes.image(&sha256).unwrap().unwrap();
    assert_eq!(
        (image.media_type.as_str(), image.bytes.as_slice()),
        ("image/png", PNG)
    );
    for odd in ["", "../../etc/passwd", &"0".repeat(64), &"é".repeat(32)] {
        assert!(notes.image(odd).unwrap().is_none());
    }
}

#[test]
fn a_picture_leaves_with_an_export_and_a_damaged_one_is_said() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let sha256 = notes.keep_image(PNG).unwrap();
    let body = format!(
        "![A map](image:{sha256}) and ![none](image:{})",
        "1".repeat(64)
    );
    notes.create("Map", &body).unwrap();
    let export = |name: &str| {
        let folder = bench.folder.path().join(name);
        let report = bench
            .notebook
            .export(&folder, &CancelToken::new(), &mut |_| {})
            .unwrap();
        (folder, report)
    };
    let (folder, report) = export("out");
    assert_eq!((report.images, report.lost.len()), (1, 0));
    let file = folder.join(format!("images/{sha256}.png"));
    assert_eq!(fs::read(file).unwrap(), PNG);
    let note = fs::read_dir(folder.join("notes")).unwrap().next().unwrap();
    let text = fs::read_to_string(note.unwrap().path()).unwrap();
    assert!(
        text.contains(&format!("![A map](../images/{sha256}.png)")),
        "{text}"
    );
    let verify = || {
        bench
            .notebook
            .verify(&CancelToken::new(), &mut |_, _| {})
            .unwrap()
    };
    assert!(verify().problems.is_empty());
    let kept = bench
        .path()
        .join(format!("images/{}/{sha256}.zst", &sha256[..2]));
    fs::write(&kept, b"damaged").unwrap();
    assert!(matches!(
        verify().problems[..],
        [VerifyProblem::ImageChanged { .. }]
    ));
    fs::remove_file(&kept).unwrap();
    assert!(matches!(
        verify().problems[..],
        [VerifyProblem::ImageMissing { .. }]
    ));
    assert_eq!(export("again").1.lost, [sha256]);
}

#[test]
fn a_picture_stays_until_no_note_has_or_had_it_and_the_trash_is_emptied() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let sha256 = notes.keep_image(PNG).unwrap();
    let one = notes
        .create("One", &format!("![](image:{sha256})"))
        .unwrap();
    let two = notes
        .create("Two", &format!("![](image:{sha256})"))
        .unwrap();
    // Still in the history of the first.
    notes.save(one.id, 1, "One", "gone").unwrap();
    notes.delete(two.id).unwrap();
    assert_eq!(bench.notebook.trash().contents().unwrap().notes, 1);
    empty_trash(&bench);
    assert_eq!(files(&bench), 1);
    assert!(notes.get(two.id).is_err());
    assert!(notes.deleted().unwrap().is_empty());
    assert!(bench.notebook.undo(None).unwrap().is_none());
    notes.delete(one.id).unwrap();
    assert_eq!(files(&bench), 1);
    age(&bench);
    empty_trash(&bench);
    assert_eq!(files(&bench), 0);
    assert!(notes.image(&sha256).unwrap().is_none());
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn a_note_that_held_another_goes_with_it_and_links_say_so() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Into", "a").unwrap();
    let part = notes.create("Part", "b").unwrap();
    let linking = notes
        .create("L", &format!("[[note:{}|Part as it was]]", part.id))
        .unwrap();
    notes.merge(into.id, part.id).unwrap();
    notes.delete(into.id).unwrap();
    empty_trash(&bench);
    let label = &notes.get(linking.id).unwrap().links[0];
    assert!(label.gone);
    assert_eq!(label.title, "Part as it was");
}

#[test]
fn a_picture_of_a_refused_text_and_one_just_pasted_stay() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let empty = || {
        let other = notes.create("Other", "").unwrap();
        notes.delete(other.id).unwrap();
        empty_trash(&bench);
    };
    let note = notes.create("One", "text").unwrap();
    let sha256 = notes.keep_image(PNG).unwrap();
    empty();
    assert!(notes.image(&sha256).unwrap().is_some());
    age(&bench);
    // Pasted again.
    notes.keep_image(PNG).unwrap();
    empty();
    assert!(notes.image(&sha256).unwrap().is_some());
    let body = format!("![](image:{sha256})");
    assert!(notes.save(note.id, 7, "One", &body).is_err());
    age(&bench);
    empty();
    assert!(notes.image(&sha256).unwrap().is_some());
}
