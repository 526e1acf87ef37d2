//! Every dropped thing gets an outcome, and nothing acknowledged is lost.

use dragoman_core::domain::{
    ImportDoor, ImportItem, ImportSource, ImportState, OutcomeCode, OutcomeKind,
};
use dragoman_core::{CancelToken, Notebook};

use crate::support::{Bench, bench};

const STORY: &str = "Minister visits port\n\nThe minister visited the eastern port on Monday, officials said, and spoke with workers there about the new quay.\n\nShe promised that work on it would begin before the winter, and that the town would be asked.\n";

#[test]
fn every_thing_in_a_folder_has_an_outcome() {
    let bench = bench();
    bench.file("drop/a.txt", STORY);
    bench.file("drop/again.txt", STORY);
    bench.file("drop/deep/er/picture.png", b"\x89PNG\r\n\x1a\n....");
    bench.file("drop/empty.txt", "  \n");
    bench.file("drop/.DS_Store", b"\0\0\0\x01Bud1");
    bench.file("drop/page.html", "<html><body></body></html>");
    bench.file("drop/page_files/style.css", "body {}");
    let items = bench.import(&bench.folder.path().join("drop"));
    let code = |name: &str| items.iter().find(|item| item.name == name).unwrap().code;
    assert_eq!(items.len(), 7);
    assert_eq!(code("a.txt"), OutcomeCode::Imported);
    assert_eq!(code("again.txt"), OutcomeCode::SameBytes);
    assert_eq!(code("picture.png"), OutcomeCode::FormatNotRead);
    assert_eq!(code("empty.txt"), OutcomeCode::Empty);
    assert_eq!(code(".DS_Store"), OutcomeCode::SystemFile);
    assert_eq!(code("page.html"), OutcomeCode::NoText);
    assert_eq!(code("style.css"), OutcomeCode::PartOfPage);
    assert_eq!(bench.library(), ["Minister visits port"]);
    assert_eq!(bench.notebook.counts().unwrap().problems, 2);
    let imports = bench.notebook.imports();
    let page = |outcome, offset, limit| {
        imports
            .items(items[0].import, outcome, offset, limit)
            .unwrap()
    };
    // The newest first.
    let newest: Vec<ImportItem> = items.iter().rev().cloned().collect();
    assert_eq!(page(None, 0, 100).rows, newest);
    assert_eq!(page(None, 2, 3).rows, newest[2..5]);
    assert_eq!(page(None, 2, 3).total, 7);
    let skipped = page(Some(OutcomeKind::NotImported), 1, 1);
    let kinds = newest
        .iter()
        .filter(|item| item.outcome == OutcomeKind::NotImported);
    assert_eq!(skipped.total as usize, kinds.clone().count());
    assert_eq!(skipped.rows, [kinds.clone().nth(1).unwrap().clone()]);
}

#[test]
fn what_a_page_was_saved_with_is_no_problem() {
    let bench = bench();
    bench.file("drop/page.html", format!("<h1>Port</h1><p>{STORY}"));
    bench.file("drop/quay.png", b"\x89PNG\r\n\x1a\n....");
    bench.file("drop/theme/style.css", "body {}");
    bench.file("drop/photos/harbour.png", b"\x89PNG\r\n\x1a\n....");
    let items = bench.import(&bench.folder.path().join("drop"));
    let code = |name: &str| items.iter().find(|item| item.name == name).unwrap().code;
    assert_eq!(code("quay.png"), OutcomeCode::PartOfPage);
    assert_eq!(code("style.css"), OutcomeCode::PartOfPage);
    // A picture by itself may be all that there is of something.
    assert_eq!(code("harbour.png"), OutcomeCode::FormatNotRead);
}

#[test]
fn an_article_that_needs_attention_is_added_and_taken_back_like_others() {
    let bench = bench();
    bench.file("before.txt", STORY);
    bench.import(&bench.folder.path().join("before.txt"));
    // Windows-1251, of which the page says that it is UTF-8.
    let mut page = b"<html><head><meta charset=\"utf-8\"></head><body><p>".to_vec();
    page.extend(
        b"\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xef\xf0\xe8\xe5\xf5\xe0\xeb \xe2 \xef\xee\xf0\xf2. "
            .repeat(20),
    );
    bench.file("drop/page.html", page);
    let items = bench.import(&bench.folder.path().join("drop"));
    assert_eq!(items[0].outcome, OutcomeKind::NeedsAttention);
    assert!(items[0].article.is_some(), "{items:?}");
    let recent = bench.notebook.imports().recent().unwrap();
    assert_eq!(recent[0].kept_with_problems, 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.library(), ["Minister visits port"]);
}

#[test]
fn what_is_not_there_or_not_a_file_is_said() {
    let bench = bench();
    let items = bench.import(&bench.folder.path().join("no such file.txt"));
    assert_eq!(items[0].outcome, OutcomeKind::NotImported);
    assert_eq!(items[0].code, OutcomeCode::NotFound);
    let link = ImportSource::Link {
        url: "ftp://example.org/a".into(),
    };
    assert_eq!(
        bench.import_sources(vec![link])[0].code,
        OutcomeCode::NotALink
    );
}

#[test]
fn undo_removes_exactly_what_the_import_added() {
    let bench = bench();
    bench.article("Before", &["Kept."]);
    bench.file("drop/a.txt", STORY);
    bench.file("drop/b.bin", b"\x00\x01\x02\xff\xfe\x00");
    let items = bench.import(&bench.folder.path().join("drop"));
    assert_eq!(bench.library().len(), 2);
    bench.notebook.imports().undo(items[0].import).unwrap();
    assert_eq!(bench.library(), ["Before"]);
    assert_eq!(bench.notebook.counts().unwrap().problems, 0);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.library().len(), 2);
    assert_eq!(bench.notebook.counts().unwrap().problems, 1);
}

#[test]
fn what_a_crash_cut_off_can_be_taken_back() {
    let bench = bench();
    bench.file("drop/a.txt", STORY);
    bench.import(&bench.folder.path().join("drop"));
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let desk = folder.path().join("Desk");
    let conn = rusqlite::Connection::open(desk.join("notebook.db")).unwrap();
    conn.execute_batch("UPDATE imports SET state = 'running'; DELETE FROM undo_steps;")
        .unwrap();
    drop(conn);
    let notebook = Notebook::open(&desk).unwrap();
    let bench = Bench { folder, notebook };
    let last = bench.notebook.imports().recent().unwrap().remove(0);
    assert_eq!((last.state, last.imported), (ImportState::CutOff, 1));
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(bench.library().is_empty());
}

#[test]
fn bytes_that_no_transaction_kept_go_at_the_next_start() {
    let bench = bench();
    bench.file("drop/a.txt", STORY);
    bench.import(&bench.folder.path().join("drop"));
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let desk = folder.path().join("Desk");
    let stray = desk
        .join("originals/ab")
        .join(format!("ab{}.zst", "0".repeat(62)));
    let others = desk.join("originals/ab/notes.txt");
    std::fs::create_dir_all(stray.parent().unwrap()).unwrap();
    std::fs::write(&stray, b"bytes").unwrap();
    std::fs::write(&others, b"of somebody else").unwrap();

    // Nothing failed: nobody looks.
    let notebook = Notebook::open(&desk).unwrap();
    notebook.finish_backlog();
    drop(notebook);
    assert!(stray.exists());
    let conn = rusqlite::Connection::open(desk.join("notebook.db")).unwrap();
    conn.execute_batch("UPDATE imports SET state = 'running'")
        .unwrap();
    drop(conn);
    let notebook = Notebook::open(&desk).unwrap();
    notebook.finish_backlog();
    assert!(!stray.exists() && others.exists());
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "what has a row stays");
}

#[test]
fn cancelling_keeps_what_is_finished_and_lists_the_rest() {
    let bench = bench();
    for n in 0..100 {
        bench.file(
            &format!("drop/{n:03}.txt"),
            format!("Story {n}\n\n{STORY}{n}"),
        );
    }
    let cancel = CancelToken::new();
    let mut items = Vec::new();
    let path = bench.folder.path().join("drop");
    let end = bench
        .notebook
        .imports()
        .run(
            vec![ImportSource::Path { path }],
            ImportDoor::Dropped,
            &cancel,
            &mut |progress| {
                items.extend(progress.items);
                if items.len() >= 3 {
                    cancel.cancel();
                }
            },
        )
        .unwrap();
    assert_eq!(end.state, ImportState::Cancelled);
    assert_eq!(items.len(), 100);
    // They are all one text but for a number.
    let kept = [OutcomeKind::Imported, OutcomeKind::WireCopy];
    let finished = items
        .iter()
        .filter(|item| kept.contains(&item.outcome))
        .count();
    assert!((3..100).contains(&finished), "{finished}");
    assert_eq!(bench.notebook.counts().unwrap().articles as usize, finished);
    // Some were being read when it was cancelled, so that these need not be the last.
    let cancelled = items
        .iter()
        .filter(|item| item.code == OutcomeCode::Cancelled);
    assert_eq!(cancelled.count(), 100 - finished);
}

#[test]
fn the_same_canonical_link_is_a_duplicate_whose_bytes_are_kept() {
    let bench = bench();
    let page = |comment: &str| {
        format!(
            "<html><head><title>Port</title><link rel=canonical href='https://example.org/port'></head>\
             <body><!-- {comment} --><article><h1>Port</h1><p>{STORY}</p><p>The quay is to be built by the \
             spring, the ministry said in a statement that it sent to reporters.</p></article></body></html>"
        )
    };
    let first = bench.file("one.html", page("First."));
    let second = bench.file("two.html", page("Second."));
    let kept = bench.import(&first);
    let again = bench.import(&second);
    assert_eq!(again[0].code, OutcomeCode::SameLink);
    assert_eq!(again[0].article, kept[0].article);
    assert!(again[0].original);
    let original = bench.notebook.imports().original(again[0].id).unwrap();
    assert!(original.html.contains("The quay"));
}

#[test]
fn a_changed_original_is_shown_as_changed_and_found_by_verify() {
    let bench = bench();
    let items = bench.import(&bench.file("a.txt", STORY));
    let article = bench.get(items[0].article.unwrap());
    let sha256 = article.original.unwrap().sha256;
    assert!(
        bench
            .notebook
            .articles()
            .original(article.id)
            .unwrap()
            .intact
    );
    let mut quiet = |_, _| {};
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut quiet)
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    let path = bench
        .path()
        .join("originals")
        .join(&sha256[..2])
        .join(format!("{sha256}.zst"));
    let other = zstd::encode_all("other bytes".as_bytes(), 3).unwrap();
    std::fs::write(path, other).unwrap();
    assert!(
        !bench
            .notebook
            .articles()
            .original(article.id)
            .unwrap()
            .intact
    );
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut quiet)
        .unwrap();
    assert_eq!(report.problems.len(), 1);
}

#[cfg(unix)]
#[test]
fn an_empty_folder_and_a_link_to_a_folder_are_said_too() {
    let bench = bench();
    let empty = bench.folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    assert_eq!(bench.import(&empty)[0].code, OutcomeCode::Empty);
    bench.file("drop/a.txt", STORY);
    let drop = bench.folder.path().join("drop");
    std::os::unix::fs::symlink("..", drop.join("up")).unwrap();
    let items = bench.import(&drop);
    let up = items.iter().find(|item| item.name == "up").unwrap();
    assert_eq!((items.len(), up.outcome), (2, OutcomeKind::NotImported));
}

#[test]
fn what_a_killed_process_was_writing_is_swept_away() {
    let bench = bench();
    let left = bench.path().join("originals").join(".incoming-Xy12");
    std::fs::write(&left, "half of it").unwrap();
    let _bench = bench.reopen();
    assert!(!left.exists());
}

#[test]
fn a_link_to_the_front_page_makes_no_duplicate() {
    let bench = bench();
    for n in 0..2 {
        let line = serde_json::json!({"title": format!("Story {n}"),
            "text": format!("Words of story {n}."), "url": "https://example.org/"});
        let path = bench.file(&format!("{n}.jsonl"), line.to_string());
        bench
            .notebook
            .imports()
            .run_ready(&path, &CancelToken::new(), &mut |_| {})
            .unwrap();
    }
    assert_eq!(bench.library().len(), 2);
}

#[test]
fn the_same_text_in_other_bytes_is_no_second_article() {
    let bench = bench();
    let first = bench.import(&bench.file("story.txt", STORY)).remove(0);
    let bytes = format!("{STORY} \n");
    let again = bench.import(&bench.file("pasted.txt", bytes)).remove(0);
    assert_eq!(
        (again.outcome, again.code, again.article),
        (OutcomeKind::Duplicate, OutcomeCode::SameText, first.article)
    );
    assert!(again.original);
    assert_eq!(bench.library().len(), 1);
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{report:?}");
    // One word more is another text, and another day another article.
    let more = STORY.replace("the new quay.", "the new stone quay.");
    let more = bench.import(&bench.file("more.txt", more)).remove(0);
    assert_eq!(more.outcome, OutcomeKind::WireCopy);
    let dated = STORY.replacen("\n\n", "\n\n10 May 2022\n\n", 1);
    let dated = bench.import(&bench.file("dated.txt", dated)).remove(0);
    assert_eq!(dated.outcome, OutcomeKind::WireCopy, "{dated:?}");
}
