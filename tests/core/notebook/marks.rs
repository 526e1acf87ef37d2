//! Stars, the archive, read and unread: of one article and of many.

use dragoman_core::domain::{
    ArticleFlag, ArticleId, ArticleQuery, ArticleScope, ArticleSort, ChosenArticles,
    ManyArticlesAction, SearchQuery, UndoAction,
};
use dragoman_core::{CancelToken, Notebook};
use rusqlite::Connection;

use crate::support::{Bench, bench};

fn titles(notebook: &Notebook, scope: ArticleScope) -> Vec<String> {
    let query = ArticleQuery {
        scope,
        sort: ArticleSort::Title,
        ..ArticleQuery::default()
    };
    let page = notebook.articles().list(&query, 0, 500).unwrap();
    assert_eq!(page.total as usize, page.rows.len(), "{scope:?}");
    let ids: Vec<ArticleId> = page.rows.iter().map(|row| row.id).collect();
    assert_eq!(notebook.articles().ids(&query, 0, 500).unwrap(), ids);
    page.rows.into_iter().map(|row| row.title).collect()
}

fn found(notebook: &Notebook, text: &str) -> u32 {
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    };
    notebook.search(&query).unwrap().total
}

fn three(bench: &Bench) -> Vec<ArticleId> {
    ["One", "Two", "Three"]
        .iter()
        .map(|title| bench.article(title, &[&format!("Words of {title}.")]).id)
        .collect()
}

fn change(bench: &Bench, ids: &[ArticleId], action: &ManyArticlesAction) -> (u32, u32) {
    let chosen = ChosenArticles {
        articles: ids.to_vec(),
        ..ChosenArticles::default()
    };
    let report = bench
        .notebook
        .articles()
        .do_to_all(&chosen, action, &CancelToken::new(), &mut |_| {})
        .unwrap();
    (report.done, report.total)
}

const fn mark(flag: ArticleFlag, on: bool) -> ManyArticlesAction {
    ManyArticlesAction::Mark { flag, on }
}

#[test]
fn what_is_archived_leaves_inbox_and_library_and_is_still_found() {
    let bench = bench();
    let ids = three(&bench);
    change(&bench, &ids[..2], &mark(ArticleFlag::Archived, true));
    let notebook = &bench.notebook;
    assert_eq!(titles(notebook, ArticleScope::Inbox), ["Three"]);
    assert_eq!(titles(notebook, ArticleScope::Library), ["Three"]);
    assert_eq!(titles(notebook, ArticleScope::Archive), ["One", "Two"]);
    let counts = notebook.counts().unwrap();
    assert_eq!((counts.articles, counts.archived, counts.inbox), (3, 2, 1));
    assert_eq!(found(notebook, "words"), 3);
    assert_eq!(found(notebook, "words is:archived"), 2);
    assert_eq!(found(notebook, "words -is:archived"), 1);

    let step = notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::Archive, "2")
    );
    assert_eq!(titles(notebook, ArticleScope::Library).len(), 3);
    assert_eq!(titles(notebook, ArticleScope::Inbox).len(), 3);
    assert_eq!(found(notebook, "is:archived"), 0);
}

#[test]
fn stars_have_a_list_that_shows_the_archive_too() {
    let bench = bench();
    let ids = three(&bench);
    change(&bench, &ids[..1], &mark(ArticleFlag::Archived, true));
    change(&bench, &ids[..2], &mark(ArticleFlag::Starred, true));
    let notebook = &bench.notebook;
    assert_eq!(titles(notebook, ArticleScope::Starred), ["One", "Two"]);
    assert_eq!(found(notebook, "is:starred"), 2);
    assert_eq!(found(notebook, "is:starred -is:archived"), 1);
    assert!(bench.get(ids[0]).starred && bench.get(ids[0]).archived);
    notebook.articles().delete(&ids[1..2]).unwrap();
    assert_eq!(titles(notebook, ArticleScope::Starred), ["One"]);
    assert_eq!(notebook.counts().unwrap().starred, 1);
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap().unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(titles(&bench.notebook, ArticleScope::Starred).is_empty());
}

#[test]
fn what_is_so_already_is_no_step() {
    let bench = bench();
    let ids = three(&bench);
    change(&bench, &ids[..2], &mark(ArticleFlag::Starred, true));
    assert_eq!(
        change(&bench, &ids, &mark(ArticleFlag::Starred, true)),
        (1, 1)
    );
    assert_eq!(
        change(&bench, &ids, &mark(ArticleFlag::Starred, true)),
        (0, 0)
    );
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        titles(&bench.notebook, ArticleScope::Starred),
        ["One", "Two"]
    );
}

#[test]
fn many_are_tagged_and_deleted_as_one_step() {
    let bench = bench();
    let ids = three(&bench);
    let tag = || "desk/asia".to_owned();
    change(&bench, &ids, &ManyArticlesAction::AddTag { tag: tag() });
    assert_eq!(found(&bench.notebook, "tag:desk"), 3);
    change(
        &bench,
        &ids[..2],
        &ManyArticlesAction::RemoveTag { tag: tag() },
    );
    assert_eq!(found(&bench.notebook, "tag:desk"), 1);
    change(&bench, &ids, &ManyArticlesAction::Delete);
    assert_eq!(bench.notebook.counts().unwrap().articles, 0);
    bench.notebook.undo(None).unwrap().unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(found(&bench.notebook, "tag:desk"), 3);
}

#[test]
fn cancelling_keeps_what_is_done_and_one_step_takes_it_back() {
    let bench = bench();
    let lines: Vec<String> = (0..1_200)
        .map(|n| serde_json::json!({"title": format!("Item {n:04}"), "text": format!("Word{n} stands here.")}).to_string())
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let query = ArticleQuery::default();
    let ids = bench.notebook.articles().ids(&query, 0, u32::MAX).unwrap();
    assert_eq!(ids.len(), 1_200);
    let cancel = CancelToken::new();
    let chosen = ChosenArticles {
        rows: ids,
        ..ChosenArticles::default()
    };
    let report = bench
        .notebook
        .articles()
        .do_to_all(
            &chosen,
            &mark(ArticleFlag::Archived, true),
            &cancel,
            &mut |_| cancel.cancel(),
        )
        .unwrap();
    assert!(report.done < report.total && report.total == 1_200);
    assert_eq!(bench.notebook.counts().unwrap().archived, report.done);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.notebook.counts().unwrap().archived, 0);
}

/// A sequence of numbers that is the same each time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// What the counters should say, counted from scratch, and what they do say.
fn recounted(bench: &Bench) -> (Vec<i64>, Vec<i64>) {
    let conn = Connection::open(bench.path().join("notebook.db")).unwrap();
    let rules = [
        ("articles", "deleted_ms IS NULL"),
        ("inbox", "deleted_ms IS NULL AND archived = 0 AND read = 0"),
        ("trash", "deleted_ms IS NOT NULL"),
        ("starred", "deleted_ms IS NULL AND starred = 1"),
        ("archived", "deleted_ms IS NULL AND archived = 1"),
        (
            "articleRows",
            "deleted_ms IS NULL AND archived = 0 AND folded = 0",
        ),
        (
            "inboxRows",
            "deleted_ms IS NULL AND archived = 0 AND read = 0 AND inbox_folded = 0",
        ),
    ];
    let one = |sql: &str| conn.query_row(sql, [], |row| row.get(0)).unwrap();
    rules
        .iter()
        .map(|(name, rule)| -> (i64, i64) {
            let counted = one(&format!("SELECT count(*) FROM articles WHERE {rule}"));
            let kept = one(&format!("SELECT n FROM counters WHERE name = '{name}'"));
            (counted, kept)
        })
        .unzip()
}

#[test]
fn counters_are_a_recount_after_any_sequence() {
    // Three outlets print one text, so that rows stand for groups.
    let wire: String = (0..60).map(|n| format!("telling{n} ")).collect();
    for seed in 1..=6 {
        let bench = bench();
        let mut ids: Vec<ArticleId> = (0..3)
            .map(|n| bench.article(&format!("Wire {n}"), &[&wire]).id)
            .collect();
        ids.extend(three(&bench));
        let mut dice = Dice(seed);
        for step in 0..60 {
            let some: Vec<ArticleId> = ids.iter().copied().filter(|_| dice.roll(3) == 0).collect();
            let on = dice.roll(2) == 0;
            match dice.roll(7) {
                0 => drop(change(&bench, &some, &mark(ArticleFlag::Read, on))),
                1 => drop(change(&bench, &some, &mark(ArticleFlag::Starred, on))),
                2 | 3 => drop(change(&bench, &some, &mark(ArticleFlag::Archived, on))),
                4 if on => drop(change(&bench, &some, &ManyArticlesAction::Delete)),
                4 => drop(change(&bench, &some, &ManyArticlesAction::Restore)),
                _ => drop(bench.notebook.undo(None).unwrap()),
            }
            let (counted, kept) = recounted(&bench);
            assert_eq!(counted, kept, "seed {seed}, step {step}");
            // `titles` compares each list with its count.
            for scope in [
                ArticleScope::Inbox,
                ArticleScope::Library,
                ArticleScope::Starred,
                ArticleScope::Archive,
                ArticleScope::Trash,
            ] {
                titles(&bench.notebook, scope);
            }
        }
        while bench.notebook.undo(None).unwrap().is_some() {}
        let (counted, kept) = recounted(&bench);
        assert_eq!(counted, kept, "seed {seed}, all taken back");
    }
}
