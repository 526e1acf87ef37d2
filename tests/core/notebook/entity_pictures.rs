//! The picture of an entity: kept, exported and taken back as pictures in notes are.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use dragoman_core::domain::{EntityId, EntityKind};
use dragoman_core::{CancelToken, Error};

use crate::support::{Bench, bench};

/// One black pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0,
    0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55,
];

fn other_png() -> Vec<u8> {
    [PNG, b"another"].concat()
}

fn made(bench: &Bench, name: &str) -> EntityId {
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, name).unwrap().id
}

fn picture(bench: &Bench, id: EntityId) -> Option<String> {
    bench.notebook.entities().get(id).unwrap().picture
}

/// Empties the trash two days later.
fn empty_trash(bench: &Bench) {
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    for shelf in fs::read_dir(bench.path().join("images")).unwrap().flatten() {
        for file in fs::read_dir(shelf.path()).unwrap().flatten() {
            let file = File::options().write(true).open(file.path()).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    }
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();
}

#[test]
fn a_picture_is_set_replaced_and_taken_back() {
    let bench = bench();
    let id = made(&bench, "Mara Venn");
    let (notes, entities) = (bench.notebook.notes(), bench.notebook.entities());
    let first = notes.keep_image(PNG).unwrap();
    let second = notes.keep_image(&other_png()).unwrap();
    let missing = entities.set_picture(id, Some(&"0".repeat(64)));
    assert!(matches!(missing, Err(Error::NotFound { .. })));
    entities.set_picture(id, Some(&first)).unwrap();
    let shown = entities.set_picture(id, Some(&second)).unwrap();
    assert_eq!(shown.picture.as_ref(), Some(&second));
    bench.notebook.undo(None).unwrap();
    assert_eq!(picture(&bench, id).as_ref(), Some(&first));
    bench.notebook.redo().unwrap();
    assert_eq!(picture(&bench, id).as_ref(), Some(&second));
    assert_eq!(entities.set_picture(id, None).unwrap().picture, None);
    bench.notebook.undo(None).unwrap();
    assert_eq!(picture(&bench, id), Some(second));
}

#[test]
fn a_picture_stays_as_long_as_its_entity_and_goes_with_it() {
    let bench = bench();
    let id = made(&bench, "Mara Venn");
    let (notes, entities) = (bench.notebook.notes(), bench.notebook.entities());
    let first = notes.keep_image(PNG).unwrap();
    let second = notes.keep_image(&other_png()).unwrap();
    entities.set_picture(id, Some(&first)).unwrap();
    entities.set_picture(id, Some(&second)).unwrap();
    empty_trash(&bench);
    // What was replaced went with the trash, also from its step.
    assert!(notes.image(&first).unwrap().is_none());
    assert!(notes.image(&second).unwrap().is_some());
    bench.notebook.undo(None).unwrap();
    assert_eq!(picture(&bench, id), None);
    entities.set_picture(id, Some(&second)).unwrap();
    entities.delete(id).unwrap();
    empty_trash(&bench);
    assert!(notes.image(&second).unwrap().is_none());
}

#[test]
fn who_holds_an_entity_shows_its_picture() {
    let bench = bench();
    let (holder, part) = (made(&bench, "Mara Venn"), made(&bench, "M. Venn"));
    let entities = bench.notebook.entities();
    let sha256 = bench.notebook.notes().keep_image(PNG).unwrap();
    entities.set_picture(part, Some(&sha256)).unwrap();
    entities.merge(holder, &[part]).unwrap();
    assert_eq!(picture(&bench, holder).as_ref(), Some(&sha256));
    entities.set_picture(holder, None).unwrap();
    assert_eq!(picture(&bench, holder), None);
    bench.notebook.undo(None).unwrap();
    entities.split(part).unwrap();
    assert_eq!(picture(&bench, holder), None);
    assert_eq!(picture(&bench, part), Some(sha256));
}

#[test]
fn an_export_has_the_picture_beside_the_entity() {
    let bench = bench();
    let id = made(&bench, "Mara Venn");
    let sha256 = bench.notebook.notes().keep_image(PNG).unwrap();
    let entities = bench.notebook.entities();
    entities.set_picture(id, Some(&sha256)).unwrap();
    let folder = bench.folder.path().join("out");
    bench
        .notebook
        .export(&folder, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(
        fs::read(folder.join(format!("images/{sha256}.png"))).unwrap(),
        PNG
    );
    let written = fs::read_dir(folder.join("entities")).unwrap().flatten();
    let page = fs::read_to_string(written.into_iter().next().unwrap().path()).unwrap();
    assert!(page.contains(&format!("![](../images/{sha256}.png)")));
}
