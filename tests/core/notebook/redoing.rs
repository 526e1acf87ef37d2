//! What was taken back can be done again, until something else is done.

use dragoman_core::domain::{
    ArticleFlag, ArticleId, Change, DossierItemId, EntityKind, Field, ItemPlace, ItemTarget,
    NewItem, NoteId, NoteQuery, TagRequest, TagScope, TagTarget, UndoAction,
};
use dragoman_core::{CancelToken, Notebook};

use crate::support::{Bench, bench, next_millisecond, span_of};

/// Takes the last step back, opens the notebook anew and does the step again.
fn back_and_forth(bench: Bench, action: UndoAction) -> Bench {
    let undone = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(undone.action, action);
    let bench = bench.reopen();
    assert_eq!(bench.notebook.redo_peek().unwrap().unwrap(), undone);
    let again = bench.notebook.redo().unwrap().unwrap();
    assert_eq!((again.action, &again.subject), (action, &undone.subject));
    assert_eq!(bench.notebook.undo_peek().unwrap().unwrap(), again);
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    bench
}

#[test]
fn what_destroys_can_be_done_again_after_a_restart() {
    let bench = bench();
    let article = bench.article("One", &["Text of it."]);
    bench.notebook.articles().delete(&[article.id]).unwrap();
    let bench = back_and_forth(bench, UndoAction::DeleteArticle);
    assert!(bench.get(article.id).deleted);
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(!bench.get(article.id).deleted);

    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Ann Poe")
        .unwrap();
    bench.notebook.entities().delete(entity.id).unwrap();
    let bench = back_and_forth(bench, UndoAction::DeleteEntity);
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);

    let note = bench.notebook.notes().create("Ports", "Words.").unwrap();
    bench.notebook.notes().delete(note.id).unwrap();
    let bench = back_and_forth(bench, UndoAction::DeleteNote);
    assert_eq!(bench.notebook.counts().unwrap().notes, 0);
}

#[test]
fn a_step_says_when_it_was_done_taken_back_and_done_again() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for title in ["Ports", "Ships"] {
        notes.delete(notes.create(title, "").unwrap().id).unwrap();
    }
    let done = bench.notebook.undo_peek().unwrap().unwrap();
    next_millisecond();
    let undone = bench.notebook.undo(None).unwrap().unwrap();
    assert!(undone.at_ms > done.at_ms);
    // Two of one millisecond have an order.
    let before = bench.notebook.undo(None).unwrap().unwrap();
    assert!(before.at_ms > undone.at_ms);
    assert_eq!(bench.notebook.redo_peek().unwrap(), Some(before.clone()));
    next_millisecond();
    let again = bench.notebook.redo().unwrap().unwrap();
    assert!(again.at_ms > before.at_ms);
    assert_eq!(bench.notebook.undo_peek().unwrap(), Some(again));
    assert_eq!(bench.notebook.redo_peek().unwrap(), Some(undone));
}

#[test]
fn an_import_comes_back_and_goes_again() {
    let bench = bench();
    let article = bench.article("One", &["Text of it."]);
    let bench = back_and_forth(bench, UndoAction::Import);
    assert!(!bench.get(article.id).deleted);
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(bench.get(article.id).deleted);
}

#[test]
fn a_tag_comes_back_with_its_entity_and_mentions() {
    let bench = bench();
    let article = bench.article("One", &["Kim spoke. Kim left."]);
    for scope in [TagScope::Article, TagScope::Always] {
        let before = bench.get(article.id).mentions;
        bench
            .notebook
            .entities()
            .tag(&TagRequest {
                article: article.id,
                span: span_of(&article, 0, "Kim"),
                target: TagTarget::New {
                    kind: EntityKind::Person,
                    name: format!("Kim {scope:?}"),
                },
                scope,
            })
            .unwrap();
        let tagged = bench.get(article.id).mentions;
        assert_ne!(tagged, before);
        bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(bench.get(article.id).mentions, before);
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(bench.get(article.id).mentions, tagged);
    }
}

#[test]
fn edits_of_articles_and_entities_are_done_again() {
    let bench = bench();
    let article = bench.article("Headline", &["Text of it."]);
    let title = Some("Better headline".into());
    bench
        .notebook
        .articles()
        .edit_field(article.id, Field::Title, title, None)
        .unwrap();
    let bench = back_and_forth(bench, UndoAction::EditField);
    assert_eq!(bench.get(article.id).title, "Better headline");

    let entities = bench.notebook.entities();
    let one = entities.create(EntityKind::Person, "Ann Poe").unwrap().id;
    let other = entities.create(EntityKind::Person, "Anne Poe").unwrap().id;
    entities.rename(one, "Ann Roe").unwrap();
    let bench = back_and_forth(bench, UndoAction::RenameEntity);
    assert_eq!(bench.notebook.entities().get(one).unwrap().name, "Ann Roe");
    bench.notebook.entities().merge(one, &[other]).unwrap();
    let bench = back_and_forth(bench, UndoAction::MergeEntities);
    assert_eq!(bench.notebook.entities().get(one).unwrap().merged.len(), 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(
        bench
            .notebook
            .entities()
            .get(one)
            .unwrap()
            .merged
            .is_empty()
    );
}

#[test]
fn merging_notes_is_done_again() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Ports", "Quays.").unwrap().id;
    let part = notes.create("Ships", "Hulls.").unwrap().id;
    notes.merge(into, part).unwrap();
    let bench = back_and_forth(bench, UndoAction::MergeNotes);
    let body = |id: NoteId| bench.notebook.notes().get(id).unwrap().body;
    assert!(body(into).contains("Hulls."));
    assert_eq!(
        bench
            .notebook
            .notes()
            .list(&NoteQuery::default(), 0, 10)
            .unwrap()
            .total,
        1
    );
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        bench.notebook.notes().get(into).unwrap().body.trim(),
        "Quays."
    );
    assert_eq!(bench.notebook.notes().get(part).unwrap().body, "Hulls.");
}

#[test]
fn items_of_a_dossier_go_and_come_again() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let dossier = dossiers.create("Ports").unwrap().id;
    let heading = |title: &str| NewItem {
        target: ItemTarget::Heading,
        title: title.into(),
    };
    let items: Vec<NewItem> = (0..450).map(|n| heading(&format!("Day {n}"))).collect();
    dossiers
        .add(dossier, &items, ItemPlace::Last { parent: None })
        .unwrap();
    let total = |notebook: &Notebook| {
        notebook
            .dossiers()
            .page(dossier, None, 0, 500)
            .unwrap()
            .rows
            .len()
    };
    let bench = back_and_forth(bench, UndoAction::AddToDossier);
    assert_eq!(total(&bench.notebook), 450);
    let page = bench
        .notebook
        .dossiers()
        .page(dossier, None, 0, 500)
        .unwrap();
    let ids: Vec<DossierItemId> = page.rows.iter().map(|row| row.id).take(300).collect();
    bench.notebook.dossiers().remove_items(&ids).unwrap();
    let bench = back_and_forth(bench, UndoAction::RemoveFromDossier);
    assert_eq!(total(&bench.notebook), 150);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(total(&bench.notebook), 450);
}

#[test]
fn nothing_is_done_again_once_something_else_is_done() {
    let bench = bench();
    let one = bench.article("One", &["Text of it."]).id;
    let two = bench.article("Two", &["Words of it."]).id;
    let star = |id| {
        bench
            .notebook
            .articles()
            .mark(&[id], ArticleFlag::Starred, true)
            .unwrap()
    };
    star(one);
    bench.notebook.undo(None).unwrap().unwrap();
    star(two);
    assert!(bench.notebook.redo().unwrap().is_none());
    assert!(!bench.get(one).starred);
}

#[test]
fn steps_are_done_again_in_the_order_in_which_they_were_done() {
    let bench = bench();
    let id = bench.article("One", &["Text of it."]).id;
    let tags = bench.notebook.tags();
    tags.add(&[id], "port").unwrap();
    tags.rename("port", "harbour").unwrap();
    tags.delete("harbour").unwrap();
    for _ in 0..3 {
        bench.notebook.undo(None).unwrap().unwrap();
    }
    assert!(bench.get(id).tags.is_empty());
    for expected in [vec!["port"], vec!["harbour"], vec![]] {
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(bench.get(id).tags, expected);
    }
    assert!(bench.notebook.redo().unwrap().is_none());
}

const MANY: usize = 550;

/// The largest number of articles that one change names.
fn longest_told(notebook: &Notebook, act: impl FnOnce()) -> usize {
    let (tell, told) = std::sync::mpsc::channel();
    notebook.subscribe(move |change| {
        if let Change::Articles { ids } = change {
            tell.send(ids.len()).ok();
        }
    });
    act();
    told.try_iter().max().unwrap_or(0)
}

/// Imports so many articles that no transaction has them all.
fn many(bench: &Bench) -> Vec<ArticleId> {
    let lines: Vec<String> = (0..MANY)
        .map(|n| {
            serde_json::json!({"title": format!("Story {n}"), "text": format!("Words number{n}.")})
                .to_string()
        })
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let mut ids = Vec::new();
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |progress| {
            ids.extend(progress.items.iter().filter_map(|item| item.article));
        })
        .unwrap();
    ids
}

/// What is done, what counts it, and how many there are once it is done.
type Step<'s> = (&'s dyn Fn(), &'s dyn Fn() -> usize, usize);

#[test]
fn what_was_done_to_many_goes_back_and_is_done_again_in_parts() {
    let bench = bench();
    let ids = many(&bench);
    assert_eq!(ids.len(), MANY);
    let articles = bench.notebook.articles();
    let tags = bench.notebook.tags();
    let starred = || bench.notebook.counts().unwrap().starred as usize;
    let trashed = || bench.notebook.counts().unwrap().trash as usize;
    let tagged = || {
        ids.iter()
            .filter(|id| !bench.get(**id).tags.is_empty())
            .count()
    };
    let steps: [Step<'_>; 4] = [
        (
            &|| articles.mark(&ids, ArticleFlag::Starred, true).unwrap(),
            &starred,
            MANY,
        ),
        (&|| tags.add(&ids, "port").unwrap(), &tagged, MANY),
        (&|| tags.remove(&ids, "port").unwrap(), &tagged, 0),
        (&|| articles.delete(&ids).unwrap(), &trashed, MANY),
    ];
    for (act, count, done) in steps {
        let in_parts = |act: &dyn Fn()| {
            let told = longest_told(&bench.notebook, act);
            assert!((1..MANY).contains(&told), "{told} articles at once");
        };
        act();
        assert_eq!(count(), done);
        in_parts(&|| drop(bench.notebook.undo(None).unwrap().unwrap()));
        assert_eq!(count(), MANY - done);
        in_parts(&|| drop(bench.notebook.redo().unwrap().unwrap()));
        assert_eq!(count(), done);
    }
}

#[test]
fn what_was_cancelled_is_taken_back_and_done_again_as_far_as_it_came() {
    use dragoman_core::domain::{ChosenArticles, ManyArticlesAction};
    let bench = bench();
    let ids = many(&bench);
    let chosen = ChosenArticles {
        articles: ids.clone(),
        rows: Vec::new(),
    };
    let starred = || bench.notebook.counts().unwrap().starred;
    let trashed = || bench.notebook.counts().unwrap().trash;
    let tagged = || {
        ids.iter()
            .filter(|id| !bench.get(**id).tags.is_empty())
            .count() as u32
    };
    let flag = ArticleFlag::Starred;
    let tag = "port".to_owned();
    let actions: [(ManyArticlesAction, &dyn Fn() -> u32); 3] = [
        (ManyArticlesAction::Mark { flag, on: true }, &starred),
        (ManyArticlesAction::AddTag { tag }, &tagged),
        (ManyArticlesAction::Delete, &trashed),
    ];
    for (action, count) in actions {
        let cancel = CancelToken::new();
        let articles = bench.notebook.articles();
        let report = articles
            .do_to_all(&chosen, &action, &cancel, &mut |_| cancel.cancel())
            .unwrap();
        assert!((1..report.total).contains(&report.done), "{action:?}");
        let step = bench.notebook.undo_peek().unwrap().unwrap();
        let said = step.count.map_or(step.subject, |count| count.to_string());
        assert!(said.contains(&report.done.to_string()), "{said}");
        assert_eq!(count(), report.done);
        bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(count(), 0);
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(count(), report.done, "{action:?}");
        bench.notebook.undo(None).unwrap().unwrap();
    }
}

#[test]
fn what_was_typed_since_is_not_written_over_by_doing_again() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let [whole, part] = ["Whole", "Part"].map(|title| notes.create(title, title).unwrap());
    notes.merge(whole.id, part.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let now = notes.get(whole.id).unwrap();
    // Saved as it was: nothing else was done.
    let saved = notes
        .save(whole.id, now.revision, &now.title, &now.body)
        .unwrap();
    assert!(bench.notebook.redo_peek().unwrap().is_some());
    notes
        .save(whole.id, saved.revision, "Whole", "Typed since.")
        .unwrap();
    assert!(bench.notebook.redo().unwrap().is_none());
    assert_eq!(notes.get(whole.id).unwrap().body, "Typed since.");
}

#[test]
fn the_last_step_is_shown_without_reading_how_it_is_taken_back() {
    let bench = bench();
    let id = bench.article("One", &["Text of it."]).id;
    let articles = bench.notebook.articles();
    articles.mark(&[id], ArticleFlag::Starred, true).unwrap();
    let db = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    db.execute("UPDATE undo_steps SET inverse = 'unreadable'", [])
        .unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::Star, "One")
    );
}
