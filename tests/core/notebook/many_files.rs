//! An import of many files: cancelled at half, resumed without doing anything twice, and
//! taken back without a trace. `cargo xtask bench imports` does the same with 50,000.

use std::path::{Path, PathBuf};

use dragoman_core::domain::{
    ArticleQuery, ArticleScope, ImportDoor, ImportItem, ImportProgress, ImportSource, ImportState,
    OutcomeCode, OutcomeKind, SearchQuery,
};
use dragoman_core::{CancelToken, Notebook};

use crate::copies::wire_set::Chance;
use crate::support::{Bench, bench};

const PAGES: u32 = 300;

const WHO: [&str; 8] = [
    "The harbour master",
    "A farmer from the hills",
    "The minister of trade",
    "An engineer",
    "The captain of the ferry",
    "A teacher",
    "The mayor of Westport",
    "A nurse",
];
const DID: [&str; 8] = [
    "opened",
    "repaired",
    "inspected",
    "photographed",
    "painted",
    "closed",
    "sold",
    "described",
];
const WHAT: [&str; 8] = [
    "the northern lighthouse",
    "a bridge of stone",
    "two fishing boats",
    "the old customs house",
    "a collection of maps",
    "the railway station",
    "an orchard of pears",
    "the winter market",
];

/// A page with a story of its own.
fn page(number: u32) -> String {
    let mut chance = Chance(u64::from(number) + 1);
    let paragraphs: String = (0..8)
        .map(|_| {
            let sentences: String = (0..3)
                .map(|_| {
                    format!(
                        "{} number {} {} {} near kilometre {}. ",
                        chance.pick(&WHO),
                        chance.below(100_000),
                        chance.pick(&DID),
                        chance.pick(&WHAT),
                        chance.below(100_000),
                    )
                })
                .collect();
            format!("<p>{sentences}</p>")
        })
        .collect();
    format!(
        "<html lang=\"en\"><head><title>Story {number}</title>\
         <link rel=\"canonical\" href=\"https://example.org/story/{number}\"></head>\
         <body><article><h1>Story {number}</h1>{paragraphs}</article></body></html>"
    )
}

/// So many pages, some of them twice, and a file that needs attention.
fn folder(bench: &Bench) -> PathBuf {
    for number in 0..PAGES {
        let name = format!("pages/{:02}/{number:04}.html", number / 50);
        bench.file(&name, page(number));
    }
    bench.file("pages/again.html", page(7));
    bench.file("pages/broken.pdf", b"%PDF-1.4 and nothing more");
    bench.folder.path().join("pages")
}

fn import(notebook: &Notebook, folder: &Path, stop_at: Option<u32>) -> ImportProgress {
    let cancel = CancelToken::new();
    let mut before = 0;
    let sources = vec![ImportSource::Path {
        path: folder.to_owned(),
    }];
    let done = notebook
        .imports()
        .run(sources, ImportDoor::Dropped, &cancel, &mut |progress| {
            assert!(progress.done >= before && progress.done <= progress.total);
            before = progress.done;
            if stop_at.is_some_and(|stop| progress.done >= stop) {
                cancel.cancel();
            }
        });
    done.unwrap()
}

/// Everything that a person sees of it.
fn seen(notebook: &Notebook) -> (u32, u32, u32, u32, u32, u32) {
    notebook.finish_indexing().unwrap();
    let counts = notebook.counts().unwrap();
    let list = |scope| {
        let query = ArticleQuery {
            scope,
            ..ArticleQuery::default()
        };
        notebook.articles().list(&query, 0, 1).unwrap().total
    };
    let query = SearchQuery {
        text: "lighthouse OR orchard OR maps".into(),
        ..SearchQuery::default()
    };
    (
        counts.articles,
        counts.problems,
        list(ArticleScope::Library),
        list(ArticleScope::Inbox),
        notebook.index_status().unwrap().indexed,
        notebook.search(&query).unwrap().total,
    )
}

fn assert_whole(notebook: &Notebook) {
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn many_files_are_cancelled_resumed_and_taken_back() {
    let bench = bench();
    let notebook = &bench.notebook;
    let folder = folder(&bench);
    let files = PAGES + 2;

    let first = import(notebook, &folder, Some(files / 2));
    assert_eq!((first.state, first.done), (ImportState::Cancelled, files));
    assert!(
        first.imported >= files / 2 - 1 && first.imported < files - 50,
        "{first:?}"
    );
    let cancelled = Some(OutcomeKind::NotImported);
    let imports = notebook.imports();
    let stopped = imports.items(first.import, cancelled, 0, 9).unwrap();
    assert_eq!((stopped.total, stopped.rows.len()), (first.not_imported, 9));
    let mut listed = 0;
    while listed < stopped.total {
        let page = imports.items(first.import, cancelled, listed, 500).unwrap();
        let is_stopped = |item: &ImportItem| item.code == OutcomeCode::Cancelled;
        assert!(page.rows.iter().all(is_stopped));
        listed += page.rows.len() as u32;
    }
    assert_eq!(listed, first.not_imported);
    assert_eq!(seen(notebook).2, first.imported);
    assert_whole(notebook);

    let second = import(notebook, &folder, None);
    assert_eq!((second.state, second.done), (ImportState::Done, files));
    assert_eq!(
        first.imported + second.imported,
        PAGES,
        "{first:?} {second:?}"
    );
    assert_eq!(second.not_imported, 0);
    let (articles, problems, library, inbox, indexed, found) = seen(notebook);
    assert_eq!(
        (articles, problems, library, inbox, indexed),
        (PAGES, 1, PAGES, PAGES, PAGES)
    );
    assert!(found > PAGES / 2, "{found}");
    assert_whole(notebook);

    notebook.imports().undo(second.import).unwrap();
    assert_eq!(seen(notebook).2, first.imported);
    notebook.imports().undo(first.import).unwrap();
    assert_eq!(seen(notebook), (0, 0, 0, 0, 0, 0));
    assert_whole(notebook);
    assert_eq!(notebook.counts().unwrap().trash, PAGES);
}
