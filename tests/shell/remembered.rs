use std::path::{Path, PathBuf};

use dragoman_desktop::remembered::{
    Colours, WindowSize, colours, notebooks, remember_colours, remember_notebook,
    remember_window_size, window_size,
};

#[test]
fn notebooks_come_latest_first_and_once() {
    let config = tempfile::tempdir().unwrap();
    assert!(notebooks(config.path()).is_empty());
    for folder in ["/a", "/b", "/c", "/a"] {
        remember_notebook(config.path(), Path::new(folder)).unwrap();
    }
    assert_eq!(
        notebooks(config.path()),
        ["/a", "/c", "/b"].map(PathBuf::from)
    );
}

#[test]
fn the_list_does_not_grow_for_ever() {
    let config = tempfile::tempdir().unwrap();
    for number in 0..40 {
        remember_notebook(config.path(), Path::new(&format!("/{number}"))).unwrap();
    }
    let notebooks = notebooks(config.path());
    assert_eq!(notebooks.len(), 12);
    assert_eq!(notebooks[0], PathBuf::from("/39"));
}

#[test]
fn a_window_gets_its_size_again() {
    let config = tempfile::tempdir().unwrap();
    let size = WindowSize {
        width: 1024.0,
        height: 700.5,
        maximised: true,
    };
    assert_eq!(window_size(config.path()), None);
    remember_window_size(config.path(), size).unwrap();
    assert_eq!(window_size(config.path()), Some(size));
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let config = tempfile::tempdir().unwrap();
    let folder = config.path().join("not/yet");
    remember_notebook(&folder, Path::new("/a")).unwrap();
    assert_eq!(notebooks(&folder), [PathBuf::from("/a")]);
}

#[test]
fn damage_and_a_newer_shape_count_as_nothing_and_break_nothing() {
    let config = tempfile::tempdir().unwrap();
    let file = config.path().join("notebooks.json");
    for content in [
        "",
        "{",
        "[]",
        "{\"version\":1}",
        "{\"version\":2,\"notebooks\":[\"/a\"]}",
        "{\"version\":1,\"notebooks\":\"/a\"}",
    ] {
        std::fs::write(&file, content).unwrap();
        assert!(notebooks(config.path()).is_empty(), "{content}");
    }
    remember_notebook(config.path(), Path::new("/b")).unwrap();
    assert_eq!(notebooks(config.path()), [PathBuf::from("/b")]);
}

#[test]
fn the_colours_that_were_chosen_last_are_known_before_a_notebook_is_open() {
    let config = tempfile::tempdir().unwrap();
    assert_eq!(colours(config.path()), Colours::System);
    for chosen in [Colours::Dark, Colours::Light, Colours::System] {
        remember_colours(config.path(), chosen).unwrap();
        assert_eq!(colours(config.path()), chosen);
    }
    // What the window calls them.
    let dark: Colours = serde_json::from_str("\"dark\"").unwrap();
    assert_eq!(dark, Colours::Dark);
}
