//! A file in place of the names that ship.

use std::fs;
use std::path::PathBuf;

use dragoman_core::Notebook;
use dragoman_core::domain::GazetteerRefusal;
use tempfile::TempDir;

const NAMES: &str = "dragoman-gazetteer\t1\tspring 2026\n@own\tOur desk\tCC0-1.0\t2026-03\n\
                     !place:lumen\tplace\town\t\t54.1,19.4\t50\n=Lumen\n=Люмен\n";

fn file(folder: &TempDir, text: &str) -> PathBuf {
    let path = folder.path().join("names.txt");
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_file_takes_the_place_of_the_names_that_ship_until_they_are_wanted_again() {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("notebook");
    let notebook = Notebook::create(&at).unwrap();
    let shipped = notebook.gazetteer().about().unwrap();
    assert_eq!((shipped.file.as_deref(), shipped.since), (None, None));
    assert!(shipped.entries > 1_000 && shipped.names > shipped.entries);
    let of_sources: u32 = shipped.sources.iter().map(|source| source.entries).sum();
    assert_eq!(of_sources, shipped.entries);

    let chosen = notebook.gazetteer().choose(&file(&folder, NAMES)).unwrap();
    assert_eq!(chosen.file.as_deref(), Some("names.txt"));
    assert_eq!(chosen.edition.as_deref(), Some("spring 2026"));
    assert_eq!((chosen.entries, chosen.names), (1, 2));
    assert_eq!(chosen.sources[0].licence, "CC0-1.0");
    assert!(chosen.since.is_some());
    drop(notebook);

    // The file itself may go: the notebook has its own.
    fs::remove_file(folder.path().join("names.txt")).unwrap();
    let notebook = Notebook::open(&at).unwrap();
    assert_eq!(notebook.gazetteer().about().unwrap(), chosen);
    assert_eq!(notebook.gazetteer().use_shipped().unwrap(), shipped);
    drop(notebook);
    let notebook = Notebook::open(&at).unwrap();
    assert_eq!(notebook.gazetteer().about().unwrap(), shipped);
}

#[test]
fn what_is_no_gazetteer_changes_nothing_and_says_why() {
    let folder = TempDir::new().unwrap();
    let notebook = Notebook::create(folder.path().join("notebook")).unwrap();
    let chosen = notebook.gazetteer().choose(&file(&folder, NAMES)).unwrap();
    let line = |line| Some(GazetteerRefusal::Line { line });
    for (text, why) in [
        ("name,kind\n", Some(GazetteerRefusal::Version)),
        ("dragoman-gazetteer\t2\n", Some(GazetteerRefusal::Version)),
        ("dragoman-gazetteer\t1\n", Some(GazetteerRefusal::Empty)),
        ("dragoman-gazetteer\t1\n=Lumen\n", line(2)),
        ("dragoman-gazetteer\t1\n\n@own\tOur desk\n", line(3)),
    ] {
        let error = notebook
            .gazetteer()
            .choose(&file(&folder, text))
            .unwrap_err();
        assert_eq!(error.refusal(), why, "{text:?}");
    }
    let nowhere = notebook.gazetteer().choose(&folder.path().join("none"));
    assert_eq!(nowhere.unwrap_err().refusal(), None);
    assert_eq!(notebook.gazetteer().about().unwrap(), chosen);
}

#[test]
fn a_chosen_file_that_is_damaged_later_leaves_the_names_that_ship() {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("notebook");
    let notebook = Notebook::create(&at).unwrap();
    let shipped = notebook.gazetteer().about().unwrap();
    notebook.gazetteer().choose(&file(&folder, NAMES)).unwrap();
    drop(notebook);
    fs::write(at.join("gazetteer"), "dragoman").unwrap();
    let notebook = Notebook::open(&at).unwrap();
    assert_eq!(notebook.gazetteer().about().unwrap(), shipped);
}

/// Opening it would wait for who writes into it.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_gazetteer() {
    let folder = TempDir::new().unwrap();
    let notebook = Notebook::create(folder.path().join("notebook")).unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    assert!(notebook.gazetteer().choose(&pipe).is_err());
}
