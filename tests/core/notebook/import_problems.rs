//! What needs attention is kept until it is dealt with, and each dealing can be taken back.

use dragoman_core::domain::{Change, ImportSource, OutcomeCode, OutcomeKind, UndoAction};

use crate::support::bench;

#[test]
fn a_link_without_a_connection_is_kept_for_later() {
    let bench = bench();
    // Nothing listens on the discard port of this machine.
    let url = "http://127.0.0.1:9/story".to_owned();
    let items = bench.import_sources(vec![ImportSource::Link { url: url.clone() }]);
    assert_eq!(items[0].outcome, OutcomeKind::NeedsAttention);
    assert_eq!(items[0].code, OutcomeCode::Offline);
    let bench = bench.reopen();
    let problems = bench.notebook.imports().problems().unwrap();
    assert_eq!(problems[0].location.as_deref(), Some(url.as_str()));
    bench.notebook.imports().resolve(problems[0].id).unwrap();
    assert!(bench.notebook.imports().problems().unwrap().is_empty());
}

#[test]
fn an_import_that_only_brought_links_can_be_taken_back() {
    let bench = bench();
    let links = "http://127.0.0.1:9/a.html\nhttp://127.0.0.1:9/b.html\n";
    let list = bench.file(
        "links.html",
        format!(
            "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>{}</DL>",
            links
                .lines()
                .map(|link| format!("<DT><A HREF=\"{link}\">{link}</A>\n"))
                .collect::<String>()
        ),
    );
    let items = bench.import(&list);
    assert_eq!(items.len(), 2, "{items:?}");
    let imports = bench.notebook.imports();
    assert_eq!(imports.problems().unwrap().len(), 2);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.count),
        (UndoAction::ImportProblems, Some(2))
    );
    assert!(imports.problems().unwrap().is_empty());
    bench.notebook.redo().unwrap().unwrap();
    assert_eq!(imports.problems().unwrap().len(), 2);

    imports.undo(items[0].import).unwrap();
    assert!(imports.problems().unwrap().is_empty());
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.count),
        (UndoAction::IgnoreProblem, Some(2))
    );
    assert_eq!(imports.problems().unwrap().len(), 2);
}

#[test]
fn a_link_that_another_import_brought_too_goes_on_waiting() {
    let bench = bench();
    let link = |name: &str| {
        let words = "[InternetShortcut]\r\nURL=http://127.0.0.1:9/page\r\n";
        bench.import(&bench.file(name, words)).remove(0)
    };
    let (first, second) = (link("one.url"), link("two.url"));
    // It is said to be a link that waits, not the bytes of a file.
    assert_eq!(
        (second.outcome, second.code, second.article),
        (OutcomeKind::Duplicate, OutcomeCode::SameLink, None)
    );
    let imports = bench.notebook.imports();
    imports.undo(first.import).unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
}

#[test]
fn many_problems_are_ignored_and_opened_again_in_parts() {
    const MANY: usize = 450;
    let bench = bench();
    let folder = bench.folder.path().join("scans");
    std::fs::create_dir(&folder).unwrap();
    for n in 0..MANY {
        let scan = format!("<html><body><img src=scan{n}.png></body></html>");
        std::fs::write(folder.join(format!("scan{n}.html")), scan).unwrap();
    }
    bench.import(&folder);
    let imports = bench.notebook.imports();
    let open = || bench.notebook.imports().problems().unwrap().len();
    let problems = imports.problems().unwrap();
    let problems: Vec<_> = problems.iter().map(|item| item.id).collect();
    assert_eq!(problems.len(), MANY);
    let (tell, told) = std::sync::mpsc::channel();
    bench.notebook.subscribe(move |change| {
        if let Change::Imports { .. } = change {
            tell.send(()).ok();
        }
    });
    imports.resolve_all(&problems).unwrap();
    assert_eq!(open(), 0);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(open(), MANY);
    let again = bench.notebook.redo().unwrap().unwrap();
    assert_eq!((again.count, open()), (Some(MANY as u32), 0));
    // Each time in some parts, neither at once nor one by one.
    let told = told.try_iter().count();
    assert!((6..30).contains(&told), "{told}");
}

#[test]
fn several_problems_are_ignored_as_one_step() {
    let bench = bench();
    for n in 0..3 {
        let scan = format!("<html><body><img src=scan{n}.png></body></html>");
        bench.import(&bench.file(&format!("scan{n}.html"), scan));
    }
    let imports = bench.notebook.imports();
    let problems = imports.problems().unwrap();
    let mut ids: Vec<_> = problems.iter().take(2).map(|item| item.id).collect();
    // One that is named twice counts once.
    ids.push(ids[0]);
    imports.resolve_all(&ids).unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.count, Some(2));
    assert_eq!(imports.problems().unwrap().len(), 3);
    bench.notebook.redo().unwrap().unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
}
