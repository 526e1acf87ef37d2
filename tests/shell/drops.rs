use std::path::{Path, PathBuf};

use dragoman_desktop::dropped_pictures::{DroppedPictures, pictures};
use dragoman_desktop::drops::{Dragged, count};
use dragoman_desktop::events::DragState;

#[test]
fn a_file_address_is_decoded() {
    assert_eq!(
        Dragged::from_address("file:///tmp/a%20b/%ED%95%9C.txt"),
        Some(Dragged::Path(PathBuf::from("/tmp/a b/한.txt")))
    );
}

#[test]
fn a_link_keeps_every_character_that_it_was_given_with() {
    let link = "https://example.org/a%2Fb?q=%20x#%E6%97%A5";
    assert_eq!(
        Dragged::from_address(link),
        Some(Dragged::Link(link.to_owned()))
    );
}

#[test]
fn other_schemes_are_links_too_so_that_their_outcome_is_told() {
    let link = "ftp://example.org/a.txt";
    assert_eq!(
        Dragged::from_address(link),
        Some(Dragged::Link(link.to_owned()))
    );
}

#[test]
fn what_belongs_to_the_window_is_nothing() {
    for address in [
        "tauri://localhost/index.html",
        "about:srcdoc",
        "blob:tauri://localhost/0",
        "data:text/html,x",
        "javascript:alert(1)",
    ] {
        assert_eq!(Dragged::from_address(address), None, "{address}");
    }
}

#[test]
fn a_path_is_told_from_a_link_that_comes_as_one() {
    let path = |text: &str| Dragged::from_path(Path::new(text));
    assert_eq!(
        path("https://example.org/"),
        Dragged::Link("https://example.org/".to_owned())
    );
    for text in ["/srv/x/https:", "D:\\Notes\\x", "D://Notes/x", "a:b", ""] {
        assert_eq!(path(text), Dragged::Path(text.into()), "{text}");
    }
}

#[test]
fn files_folders_and_links_are_counted_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    std::fs::write(&file, "x").unwrap();
    let dragged = [
        Dragged::Path(folder.path().to_owned()),
        Dragged::Path(file),
        Dragged::Path(folder.path().join("gone.txt")),
        Dragged::Link("https://example.org/".to_owned()),
    ];
    let drag = count(DragState::Enter, &dragged);
    assert_eq!((drag.files, drag.folders, drag.links), (2, 1, 1));
}

#[test]
fn only_files_named_as_pictures_may_go_into_a_note() {
    let path = |name: &str| Dragged::Path(PathBuf::from(name));
    let chosen = pictures(&[path("/a/map.PNG"), path("/a/b.jpeg")]).unwrap();
    assert_eq!(chosen, [Path::new("/a/map.PNG"), Path::new("/a/b.jpeg")]);
    let link = Dragged::Link("https://example.org/a.png".to_owned());
    for others in [
        vec![],
        vec![path("/a/map.png"), path("/a/page.html")],
        vec![path("/a/drawing.svg")],
        vec![path("/a/png")],
        vec![link],
        vec![path("/a/map.png"); 21],
    ] {
        assert_eq!(pictures(&others), None, "{others:?}");
    }
}

#[test]
fn a_drop_of_pictures_is_taken_once_and_a_later_one_sets_the_earlier_free() {
    let dropped = DroppedPictures::default();
    let (first, before) = dropped.hold(vec![PathBuf::from("/a.png")]);
    assert!(before.is_empty());
    let (second, before) = dropped.hold(vec![PathBuf::from("/b.png")]);
    assert_eq!(before, [Path::new("/a.png")]);
    assert!(dropped.take(first).is_empty());
    assert_eq!(dropped.take(second), [Path::new("/b.png")]);
    assert!(dropped.take(second).is_empty());
}
