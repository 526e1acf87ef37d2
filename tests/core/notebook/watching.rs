//! Watched folders: new files are imported by themselves, once, when they stop growing.

use dragoman_core::{CancelToken, LastLook};

use crate::support::{Bench, bench};

const STORY: &str = "Minister visits port\n\nThe minister visited the eastern port on Monday, officials said, and spoke with workers there about the new quay.\n";

/// Names of what one look imported.
fn look(bench: &Bench, last: &mut LastLook) -> Vec<String> {
    let mut names = Vec::new();
    bench
        .notebook
        .watching()
        .import_new(last, &CancelToken::new(), &mut |progress| {
            names.extend(progress.items.into_iter().map(|item| item.name));
        })
        .unwrap();
    names
}

#[test]
fn a_new_file_is_imported_once_and_old_ones_are_left_alone() {
    let bench = bench();
    bench.file("saved/old.txt", format!("{STORY}Old."));
    let folder = bench.folder.path().join("saved");
    bench.notebook.watching().add(&folder).unwrap();
    let mut last = LastLook::default();
    assert!(look(&bench, &mut last).is_empty());
    bench.file("saved/new.txt", format!("{STORY}New."));
    bench.file("saved/deep/er.txt", format!("{STORY}Deeper."));
    bench.file("saved/coming.html.crdownload", STORY);
    assert!(look(&bench, &mut last).is_empty());
    assert_eq!(look(&bench, &mut last), ["er.txt", "new.txt"]);
    assert!(look(&bench, &mut last).is_empty());
    // Not even when its article was thrown away and the program started anew.
    let import = bench.notebook.imports().recent().unwrap()[0].import;
    bench.notebook.imports().undo(import).unwrap();
    let bench = bench.reopen();
    let mut last = LastLook::default();
    assert!(look(&bench, &mut last).is_empty());
    assert!(look(&bench, &mut last).is_empty());
    assert!(bench.library().is_empty());
}

#[test]
fn what_a_person_cancelled_is_left_alone_and_what_was_interrupted_comes_back() {
    for by_a_person in [true, false] {
        let bench = bench();
        let folder = bench.folder.path().join("saved");
        std::fs::create_dir(&folder).unwrap();
        bench.notebook.watching().add(&folder).unwrap();
        let path = bench.file("saved/a.txt", STORY);
        let mut last = LastLook::default();
        assert!(look(&bench, &mut last).is_empty());
        let token = CancelToken::new();
        if by_a_person {
            token.cancel();
        } else {
            token.interrupt();
        }
        let done = bench
            .notebook
            .watching()
            .import_new(&mut last, &token, &mut |_| {})
            .unwrap();
        assert!(done.is_some());
        assert!(bench.library().is_empty());
        assert!(look(&bench, &mut last).is_empty());
        assert_eq!(look(&bench, &mut last).is_empty(), by_a_person);
        // By hand it can be had in any case.
        bench.import(&path);
        assert_eq!(bench.library().len(), 1);
    }
}

#[test]
fn a_file_that_grows_waits() {
    let bench = bench();
    let folder = bench.folder.path().join("saved");
    std::fs::create_dir(&folder).unwrap();
    bench.notebook.watching().add(&folder).unwrap();
    let mut last = LastLook::default();
    let mut text = String::from(STORY);
    for _ in 0..3 {
        text.push_str("And more of it. ");
        bench.file("saved/a.txt", &text);
        assert!(look(&bench, &mut last).is_empty());
    }
    assert_eq!(look(&bench, &mut last), ["a.txt"]);
    let words = bench.notebook.articles().list(&Default::default(), 0, 1);
    let article = bench.get(words.unwrap().rows[0].id);
    assert!(article.blocks.last().unwrap().text.ends_with("of it."));
}

#[test]
fn what_is_watched_is_known_again_and_can_be_ended() {
    let bench = bench();
    let folder = bench.folder.path().join("saved");
    assert!(bench.notebook.watching().add(&folder).is_err());
    assert!(bench.notebook.watching().add(&bench.path()).is_err());
    std::fs::create_dir(&folder).unwrap();
    bench.notebook.watching().add(&folder).unwrap();
    let bench = bench.reopen();
    let watched = bench.notebook.watching().folders().unwrap();
    assert_eq!(watched.len(), 1);
    assert!(watched[0].found);
    std::fs::remove_dir(&folder).unwrap();
    assert!(!bench.notebook.watching().folders().unwrap()[0].found);
    let mut last = LastLook::default();
    assert!(look(&bench, &mut last).is_empty());
    bench.file("saved/a.txt", STORY);
    bench.notebook.watching().remove(&watched[0].path).unwrap();
    assert!(look(&bench, &mut last).is_empty());
    assert!(look(&bench, &mut last).is_empty());
}
