//! Pictures in notes: kept, exported, verified, and gone with the last note that had them.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use dragoman_core::domain::NoteQuery;
use dragoman_core::{CancelToken, ErrorCode, VerifyProblem};

use crate::support::{Bench, bench, next_millisecond};

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
    // What is deleted once emptying has begun stays.
    next_millisecond();
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

/// The head of a GIF file with a table of two colours and a comment, up to its first frame's
/// size: width and height of screen and frame, the lower byte first.
fn gif_head(screen: [u8; 4], frame: [u8; 4]) -> Vec<u8> {
    let mut gif = b"GIF89a".to_vec();
    gif.extend(screen);
    gif.extend([0x80, 0, 0]);
    gif.extend([0; 6]);
    gif.extend(b"!\xfe\x02,,\0");
    gif.extend(b",\0\0\0\0");
    gif.extend(frame);
    gif
}

/// The head of a picture of this size, in each format that is kept.
fn heads(width: u32, height: u32) -> Vec<Vec<u8>> {
    let (w, h) = (width.to_be_bytes(), height.to_be_bytes());
    let mut png = PNG.to_vec();
    png[16..20].copy_from_slice(&w);
    png[20..24].copy_from_slice(&h);
    let size = [w[3], w[2], h[3], h[2]];
    let gif = gif_head(size, size);
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 0xff, 0xc0];
    jpeg.extend([0xff, 0xc4, 0, 3, 7, 0xff, 0xff, 0xc2, 0, 11, 8]);
    jpeg.extend([h[2], h[3], w[2], w[3]]);
    let riff = |kind: &[u8]| [b"RIFF\0\0\0\0WEBP", kind, &[0; 4]].concat();
    let mut extended = riff(b"VP8X");
    extended.extend([0; 4]);
    for side in [width - 1, height - 1] {
        extended.extend(&side.to_le_bytes()[..3]);
    }
    let mut heads = vec![png, gif, jpeg, extended];
    if width <= 0x4000 && height <= 0x4000 {
        let mut lossless = riff(b"VP8L");
        lossless.push(0x2f);
        lossless.extend(((width - 1) | (height - 1) << 14).to_le_bytes());
        let mut lossy = riff(b"VP8 ");
        lossy.extend([0, 0, 0, 0x9d, 0x01, 0x2a, w[3], w[2], h[3], h[2]]);
        heads.extend([lossless, lossy]);
    }
    heads
}

#[test]
fn a_picture_that_would_fill_the_memory_when_drawn_is_refused() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for head in heads(8000, 8000) {
        assert!(notes.keep_image(&head).is_ok(), "{head:x?}");
        let needed = if head.starts_with(b"\x89PNG") {
            24
        } else {
            head.len()
        };
        for cut in 0..needed {
            assert!(notes.keep_image(&head[..cut]).is_err(), "{head:x?}");
        }
    }
    for head in heads(8000, 8001).into_iter().chain(heads(65_000, 65_000)) {
        let refused = notes.keep_image(&head).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidInput, "{head:x?}");
    }
    let mut large = PNG.to_vec();
    large.resize(20 << 20, 0);
    assert!(notes.keep_image(&large).is_ok());
    large.push(0);
    assert!(notes.keep_image(&large).is_err());
}

#[test]
fn a_picture_that_says_its_size_where_few_look_is_refused_as_well() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let (small, large) = ([1, 0, 1, 0], [0xe8, 0xfd, 0xe8, 0xfd]);
    assert!(notes.keep_image(&gif_head(small, small)).is_ok());
    for (screen, frame) in [(small, large), (large, small)] {
        let refused = notes.keep_image(&gif_head(screen, frame)).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidInput);
    }
    // Two letters of control data, where drawing reads four.
    let short = [
        &gif_head(small, small)[..19],
        b"!\xf9\x02,,\0,\0\0\0\0\x01\0\x01\0",
    ]
    .concat();
    assert!(notes.keep_image(&short).is_err());
    // Taken for the length of a segment, the frame's marker leads to another frame.
    let frame = |side: [u8; 2]| [&[0xff, 0xc0, 0, 11, 8][..], &side[..], &side[..]].concat();
    for marker in [0x00, 0x01, 0xd0, 0xd7, 0xd8] {
        let mut jpeg = [&[0xff, 0xd8, 0xff, marker][..], &frame([0xfd, 0xe8])[..]].concat();
        jpeg.resize(4 + 0xffc0, 0);
        jpeg.extend(frame([0, 1]));
        assert!(notes.keep_image(&jpeg).is_err(), "{marker:x}");
    }
    let harmless = [&[0xff, 0xd8, 0xff, 0x01][..], &frame([0, 1])[..]].concat();
    assert!(notes.keep_image(&harmless).is_ok());
}

#[test]
fn a_picture_is_kept_from_a_file_and_from_nothing_else() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let path = bench.file("map.png", PNG);
    assert_eq!(
        notes.keep_image_file(&path).unwrap(),
        notes.keep_image(PNG).unwrap()
    );
    let folder = notes.keep_image_file(bench.folder.path()).unwrap_err();
    assert_eq!(folder.code(), ErrorCode::InvalidInput);
    assert!(notes.keep_image_file(&path.with_extension("gone")).is_err());
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

#[test]
fn a_picture_goes_with_the_last_of_its_notes_on_its_first_day() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let sha256 = notes.keep_image(PNG).unwrap();
    let body = format!("![](image:{sha256})");
    let part = notes.create("Part", &body).unwrap();
    let into = notes.create("Into", "text").unwrap();
    let other = notes.create("Other", &body).unwrap();
    notes.merge(into.id, part.id).unwrap();
    notes.delete(into.id).unwrap();
    empty_trash(&bench);
    assert_eq!(files(&bench), 1);
    notes.delete(other.id).unwrap();
    // Pasted again, and not saved yet.
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    conn.execute("UPDATE notes SET deleted_ms = deleted_ms - 1000", [])
        .unwrap();
    drop(conn);
    notes.keep_image(PNG).unwrap();
    empty_trash(&bench);
    assert_eq!(files(&bench), 1);
    assert!(notes.image(&sha256).unwrap().is_some());
    // Spared for a day, and gone at the first start after it.
    let bench = bench.reopen();
    bench.notebook.finish_backlog();
    assert_eq!(files(&bench), 1);
    age(&bench);
    let bench = bench.reopen();
    bench.notebook.finish_backlog();
    assert_eq!(files(&bench), 0);
}

#[test]
fn lists_show_the_caption_of_a_picture() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let address = "ab".repeat(32);
    let body = format!(
        "Seen: ![the quay](image:{address}) at noon, [x](image:no) and ![](image:{address})"
    );
    notes.create("Quay", &body).unwrap();
    let excerpt = &notes.list(&NoteQuery::default(), 0, 1).unwrap().rows[0].excerpt;
    assert_eq!(excerpt, "Seen: the quay at noon, x and");
}
