//! Tags renamed, merged, moved and deleted over the notebook.

use dragoman_core::domain::{ArticleId, SearchQuery, Tag, UndoAction};
use dragoman_core::{CancelToken, Error};

use crate::support::{Bench, bench};

fn tags(bench: &Bench) -> Vec<(String, u32)> {
    let list = bench.notebook.tags().list().unwrap();
    list.into_iter()
        .map(|Tag { path, articles, .. }| (path, articles))
        .collect()
}

fn found(bench: &Bench, text: &str) -> u32 {
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    };
    bench.notebook.search(&query).unwrap().total
}

/// Articles with these tags each.
fn tagged(bench: &Bench, of: &[&[&str]]) -> Vec<ArticleId> {
    let mut ids = Vec::new();
    for (n, tags) in of.iter().enumerate() {
        let id = bench
            .article(&format!("Item {n}"), &[&format!("Words of {n}.")])
            .id;
        for tag in *tags {
            bench.notebook.tags().add(&[id], tag).unwrap();
        }
        ids.push(id);
    }
    ids
}

fn all(bench: &Bench, ids: &[ArticleId]) -> Vec<Vec<String>> {
    ids.iter().map(|id| bench.get(*id).tags).collect()
}

#[test]
fn a_tag_is_renamed_with_its_parts_and_back() {
    let bench = bench();
    let ids = tagged(&bench, &[&["region"], &["Region/Koreas"], &["regional"]]);
    let before = all(&bench, &ids);
    assert_eq!(
        bench.notebook.tags().rename("region", "Desk/Asia").unwrap(),
        2
    );
    assert_eq!(
        all(&bench, &ids),
        [
            vec!["Desk/Asia"],
            vec!["Desk/Asia/Koreas"],
            vec!["regional"]
        ]
    );
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.action, UndoAction::RenameTag);
    assert_eq!(found(&bench, "tag:desk"), 2);
    assert_eq!(found(&bench, "tag:region"), 0);
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap();
    assert_eq!(all(&bench, &ids), before);
    assert_eq!(found(&bench, "tag:region"), 2);
}

#[test]
fn two_tags_of_one_name_become_one_and_two_again() {
    let bench = bench();
    let ids = tagged(
        &bench,
        &[
            &["dprk"],
            &["koreas/north"],
            &["dprk", "koreas/north"],
            &["dprk/army"],
        ],
    );
    let before = all(&bench, &ids);
    bench
        .notebook
        .tags()
        .rename("dprk", "Koreas/North")
        .unwrap();
    assert_eq!(
        all(&bench, &ids),
        [
            vec!["koreas/north"],
            vec!["koreas/north"],
            vec!["koreas/north"],
            vec!["Koreas/North/army"]
        ]
    );
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::MergeTags);
    assert_eq!(all(&bench, &ids), before);
    assert_eq!(found(&bench, "tag:koreas/north"), 2);
}

#[test]
fn a_tag_moves_into_a_part_of_itself_and_out_of_it() {
    let bench = bench();
    let ids = tagged(&bench, &[&["region"], &["region/koreas"]]);
    let tags = bench.notebook.tags();
    tags.rename("region", "region/koreas").unwrap();
    assert_eq!(
        all(&bench, &ids),
        [["region/koreas"], ["region/koreas/koreas"]]
    );
    bench.notebook.undo(None).unwrap();
    tags.rename("region/koreas", "koreas").unwrap();
    assert_eq!(all(&bench, &ids), [["region"], ["koreas"]]);
    // Only the spelling.
    tags.rename("koreas", "Koreas").unwrap();
    assert_eq!(all(&bench, &ids), [["region"], ["Koreas"]]);
}

#[test]
fn a_deleted_tag_goes_from_everywhere_with_its_parts() {
    let bench = bench();
    let ids = tagged(
        &bench,
        &[&["region", "food"], &["region/koreas"], &["food"]],
    );
    let before = all(&bench, &ids);
    assert_eq!(bench.notebook.tags().delete("region").unwrap(), 2);
    assert_eq!(all(&bench, &ids), [vec!["food"], vec![], vec!["food"]]);
    assert_eq!(found(&bench, "has:tag"), 2);
    bench.notebook.undo(None).unwrap();
    assert_eq!(all(&bench, &ids), before);
    assert_eq!(found(&bench, "tag:region"), 2);
}

#[test]
fn the_list_knows_at_once_what_the_index_does_not_know_yet() {
    let bench = bench();
    tagged(&bench, &[&["region"], &["region/koreas"], &["food"]]);
    bench.notebook.finish_indexing().unwrap();
    bench.notebook.tags().rename("region", "desk").unwrap();
    let expected = [("desk", 2), ("desk/koreas", 1), ("food", 1)];
    let expected = expected.map(|(path, n)| (path.to_owned(), n));
    assert_eq!(tags(&bench), expected);
    bench.notebook.finish_indexing().unwrap();
    assert_eq!(tags(&bench), expected);
}

#[test]
fn what_is_no_tag_is_refused_and_changes_nothing() {
    let bench = bench();
    let ids = tagged(&bench, &[&["a/b/c/d/e/f/g/h"]]);
    let tags = bench.notebook.tags();
    let refused =
        |answer: dragoman_core::Result<u32>| matches!(answer, Err(Error::InvalidInput { .. }));
    assert!(refused(tags.rename("a", "x/y")));
    assert!(refused(tags.rename("a", " # ")));
    assert!(matches!(tags.rename("b", "x"), Err(Error::NotFound { .. })));
    assert!(matches!(tags.delete("b"), Err(Error::NotFound { .. })));
    assert_eq!(all(&bench, &ids), [["a/b/c/d/e/f/g/h"]]);
}

#[test]
fn thousands_of_articles_are_renamed_and_back() {
    let bench = bench();
    let lines: Vec<String> = (0..3_000)
        .map(|n| {
            format!(r#"{{"title":"Report {n}","text":"The ferry of day {n}.","tags":["boats"]}}"#)
        })
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(
        bench.notebook.tags().rename("boats", "ships").unwrap(),
        3_000
    );
    assert_eq!(found(&bench, "tag:ships"), 3_000);
    bench.notebook.undo(None).unwrap();
    assert_eq!(found(&bench, "tag:boats"), 3_000);
    bench.notebook.tags().delete("boats").unwrap();
    assert_eq!(found(&bench, "has:tag"), 0);
    bench.notebook.undo(None).unwrap();
    assert_eq!(found(&bench, "tag:boats"), 3_000);
}

#[test]
fn merging_tags_remembers_nothing_of_a_tag_that_stepped_aside() {
    let bench = bench();
    let ids = tagged(&bench, &[&["dprk"], &["dprk", "koreas"]]);
    bench.notebook.tags().rename("dprk", "koreas").unwrap();
    let db = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    let taken = |folded: &str| -> usize {
        let counted = "SELECT count(*) FROM removed_tags WHERE folded = ?1 OR ?1 = ''";
        db.query_row(counted, [folded], |row| row.get(0)).unwrap()
    };
    // No import brings the old name; of anything else nothing is said.
    assert_eq!((taken("dprk"), taken("")), (ids.len(), ids.len()));
}
