use std::fs;

use dragoman_core::domain::ArticleId;
use dragoman_core::search::{DocumentKey, IndexChange, SearchError, SearchIndex};

use super::{Library, article};

#[test]
fn changes_replace_and_delete_by_key() {
    let library = Library::of(vec![("one", article("en", "first words"))]);
    let key = library.documents[0].1;
    let mut changed = article("en", "other text");
    changed.key = key;
    let mut again = changed.clone();
    again.body = "final text".to_owned();
    let changes = vec![IndexChange::Put(changed), IndexChange::Put(again)];
    library.index.apply(changes, 5).expect("to be applied");
    assert_eq!(library.found("first "), [""; 0]);
    assert_eq!(library.found("other "), [""; 0]);
    assert_eq!(library.found("final "), ["one"]);
    assert_eq!(
        (
            library.index.document_count(),
            library.index.applied_sequence()
        ),
        (1, 5)
    );
    assert!(library.index.contains(&key).expect("an answer"));

    let changes = vec![IndexChange::Delete(key)];
    library.index.apply(changes, 6).expect("to be applied");
    assert_eq!(library.found("final "), [""; 0]);
    assert_eq!(library.index.document_count(), 0);
    assert!(!library.index.contains(&key).expect("an answer"));
}

#[test]
fn what_was_applied_is_there_after_reopening() {
    let Library { index, folder, .. } = Library::of(vec![("one", article("en", "kept words"))]);
    index.apply(Vec::new(), 42).expect("to be applied");
    drop(index);
    let index = SearchIndex::open(folder.path()).expect("to open again");
    assert_eq!((index.applied_sequence(), index.document_count()), (42, 1));
    assert!(index.is_intact().expect("a check"));
    index.rest().expect("to rest without having written");
}

#[test]
fn many_small_changes_stay_few_files() {
    let library = Library::of(Vec::new());
    for sequence in 2..60 {
        let change = IndexChange::Put(article("en", "one more"));
        library
            .index
            .apply(vec![change], sequence)
            .expect("to be applied");
    }
    library.index.rest().expect("to rest");
    assert_eq!(library.index.document_count(), 58);
    assert_eq!(library.search("more ").total, 58);
    let change = IndexChange::Put(article("en", "one more"));
    library
        .index
        .apply(vec![change], 60)
        .expect("to write after resting");
    let segments = fs::read_dir(library.folder.path())
        .expect("the folder")
        .filter_map(Result::ok)
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|ending| ending == "idx")
        })
        .count();
    assert!(segments < 20, "{segments} segments");
    assert_eq!(library.search("more ").total, 59);
}

/// Opens what `spoil` left of an index with one document; gives what is there.
fn spoilt(spoil: impl FnOnce(&std::path::Path)) -> (u64, u64) {
    let Library { index, folder, .. } = Library::of(vec![("one", article("en", "some words"))]);
    index.rest().expect("to rest");
    drop(index);
    spoil(folder.path());
    let index = SearchIndex::open(folder.path()).expect("to open whatever is there");
    let state = (index.applied_sequence(), index.document_count());
    let change = IndexChange::Put(article("en", "some words"));
    index.apply(vec![change], 9).expect("to work again");
    state
}

#[test]
fn a_spoilt_index_is_begun_again() {
    let files = |folder: &std::path::Path, ending: &str| -> Vec<std::path::PathBuf> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("the folder")
            .map(|file| file.expect("a file").path())
            .filter(|path| path.to_string_lossy().ends_with(ending))
            .collect();
        files.sort();
        files
    };
    assert_eq!(spoilt(|_| {}), (1, 1), "unspoilt");
    assert_eq!(
        spoilt(|folder| fs::remove_dir_all(folder).expect("to delete")),
        (0, 0)
    );
    assert_eq!(
        spoilt(|folder| fs::write(folder.join("version"), "0").expect("to write")),
        (0, 0),
        "of another version"
    );
    assert_eq!(
        spoilt(|folder| fs::remove_file(folder.join("version")).expect("to delete")),
        (0, 0)
    );
    assert_eq!(
        spoilt(|folder| fs::write(folder.join("meta.json"), "{ half").expect("to write")),
        (0, 0)
    );
    for ending in [".idx", ".term", ".fast", ".pos"] {
        assert_eq!(
            spoilt(|folder| {
                for file in files(folder, ending) {
                    fs::write(file, "").expect("to write");
                }
            }),
            (0, 0),
            "{ending} emptied"
        );
        assert_eq!(
            spoilt(|folder| {
                for file in files(folder, ending) {
                    fs::remove_file(file).expect("to delete");
                }
            }),
            (0, 0),
            "{ending} deleted"
        );
    }
}

#[test]
fn a_file_in_the_way_is_a_typed_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = folder.path().join("index");
    fs::write(&place, "not a folder").expect("to write");
    let error = SearchIndex::open(&place).expect_err("no folder");
    assert!(matches!(error, SearchError::Folder { .. }), "{error}");
}

#[test]
fn a_second_writer_is_refused_and_both_go_on_searching() {
    let Library { index, folder, .. } = Library::of(vec![("one", article("en", "some words"))]);
    let second = SearchIndex::open(folder.path()).expect("to read beside");
    let change = || vec![IndexChange::Delete(DocumentKey::Article(ArticleId::new()))];
    let error = second.apply(change(), 2).expect_err("the first one writes");
    assert!(matches!(error, SearchError::ReadOnly { .. }), "{error}");
    assert_eq!(second.document_count(), 1);
    index.apply(change(), 2).expect("the first one to go on");
}
