//! Taking back what many articles name is done in short transactions, also after a crash.

use dragoman_core::domain::{
    Change, EntityId, EntityKind, EntityListFormat, NameStrength, SearchQuery, UndoAction,
};
use dragoman_core::{CancelToken, Notebook};

use crate::support::{Bench, bench};

const MANY: usize = 450;

fn import_many(bench: &Bench) {
    let lines: Vec<String> = (0..MANY)
        .map(|n| serde_json::json!({"title": format!("Story {n}"), "text": format!("In Rason, number{n}.")}).to_string())
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
}

/// Parts in which articles were told to have changed, for each longer than one transaction.
fn longest_told(notebook: &Notebook, act: impl FnOnce()) -> usize {
    let (tell, told) = std::sync::mpsc::channel();
    notebook.subscribe(move |change| {
        if let Change::Articles { ids } = change {
            tell.send(ids.len()).ok();
        }
    });
    act();
    notebook.finish_matching();
    told.try_iter().max().unwrap_or(0)
}

fn found(notebook: &Notebook) -> u32 {
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: "entity:Rason".into(),
        ..SearchQuery::default()
    };
    notebook.search(&query).unwrap().total
}

fn articles(notebook: &Notebook, id: EntityId) -> u32 {
    notebook.entities().get(id).unwrap().articles
}

#[test]
fn an_entity_that_many_articles_name_goes_and_comes_back_in_parts() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let rason = entities.create(EntityKind::Place, "Rason").unwrap().id;
    import_many(&bench);
    assert_eq!(articles(&bench.notebook, rason), MANY as u32);
    for many in [false, true] {
        let told = longest_told(&bench.notebook, || match many {
            false => entities.delete(rason).unwrap(),
            true => entities.delete_all(&[rason]).unwrap(),
        });
        assert!((1..MANY).contains(&told), "{told} articles at once");
        assert_eq!(articles(&bench.notebook, rason), 0);
        let told = longest_told(&bench.notebook, || {
            bench.notebook.undo(None).unwrap().unwrap();
        });
        assert!((1..MANY).contains(&told), "{told} articles at once");
        assert_eq!(articles(&bench.notebook, rason), MANY as u32);
        assert!(found(&bench.notebook) > 0);
    }
}

#[test]
fn a_list_that_many_articles_name_is_taken_back_in_parts() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let place = entities.create(EntityKind::Place, "The Zone").unwrap().id;
    import_many(&bench);
    // One name for a kept entity, and more new ones than a transaction takes back.
    let list: Vec<String> = (0..300).map(|n| format!("Nobody {n}")).collect();
    let list = format!("The Zone; Rason\n{}", list.join("\n"));
    entities
        .import_list(
            &list,
            EntityKind::Place,
            false,
            &CancelToken::new(),
            &mut |_| {},
        )
        .unwrap();
    bench.notebook.finish_matching();
    assert_eq!(articles(&bench.notebook, place), MANY as u32);
    let told = longest_told(&bench.notebook, || {
        let step = bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(step.action, UndoAction::ImportEntities);
    });
    assert!((1..MANY).contains(&told), "{told} articles at once");
    assert_eq!(bench.notebook.counts().unwrap().entities, 1);
    let kept = entities.get(place).unwrap();
    assert_eq!((kept.articles, kept.names.len()), (0, 1));
    let mut out = Vec::new();
    entities
        .write_list(EntityListFormat::Csv, &mut out, &CancelToken::new())
        .unwrap();
    assert!(!String::from_utf8(out).unwrap().contains("Nobody"));
}

#[test]
fn what_a_crash_left_of_taking_back_goes_on_after_opening() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let rason = entities.create(EntityKind::Place, "Rason").unwrap();
    let other = entities.create(EntityKind::Place, "The Zone").unwrap();
    let name = entities
        .add_name(other.id, "number7", NameStrength::Strong)
        .unwrap();
    let name = name
        .names
        .iter()
        .find(|name| name.text == "number7")
        .unwrap()
        .id;
    import_many(&bench);
    assert_eq!(articles(&bench.notebook, other.id), 1);
    let db = bench.path().join("notebook.db");
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let conn = rusqlite::Connection::open(&db).unwrap();
    for work in [
        serde_json::json!({"do": "takeEntities", "entities": [rason.id]}),
        serde_json::json!({"do": "takeNames", "names": [name]}),
        // Of what is gone nothing is left to be done.
        serde_json::json!({"do": "takeNames", "names": [dragoman_core::domain::NameId::new()]}),
        serde_json::json!({"do": "takeEntities", "entities": [EntityId::new()]}),
        serde_json::json!({"do": "unaccept", "decision": 7}),
    ] {
        conn.execute(
            "INSERT INTO pending_reversals (work) VALUES (?1)",
            [work.to_string()],
        )
        .unwrap();
    }
    drop(conn);
    let notebook = Notebook::open(folder.path().join("Desk")).unwrap();
    notebook.finish_backlog();
    assert!(notebook.entities().get(rason.id).unwrap().deleted);
    assert_eq!(articles(&notebook, rason.id), 0);
    let kept = notebook.entities().get(other.id).unwrap();
    assert_eq!((kept.articles, kept.names.len()), (0, 1));
    // The name that is gone is not found any more.
    let path = folder.path().join("later.jsonl");
    std::fs::write(&path, r#"{"title": "Later", "text": "In Rason, number7."}"#).unwrap();
    let imports = notebook.imports();
    let report = imports
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(report.imported, 1);
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn a_list_that_is_taken_back_while_it_is_imported_ends() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let list: Vec<String> = (0..900).map(|n| format!("Person {n}")).collect();
    let mut parts = 0;
    let report = entities
        .import_list(
            &list.join("\n"),
            EntityKind::Person,
            false,
            &CancelToken::new(),
            &mut |_| {
                parts += 1;
                if parts == 2 {
                    bench.notebook.undo(None).unwrap().unwrap();
                }
            },
        )
        .unwrap();
    assert!(report.taken_back && report.done < report.total);
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    assert!(bench.notebook.undo_peek().unwrap().is_none());
}

/// Three hundred people, kept from a list.
fn many_people(notebook: &Notebook, first: &str) {
    let list: Vec<String> = (0..300).map(|n| format!("number{n}")).collect();
    let list = format!("{first}\n{}", list.join("\n"));
    notebook
        .entities()
        .import_list(
            &list,
            EntityKind::Person,
            false,
            &CancelToken::new(),
            &mut |_| {},
        )
        .unwrap();
}

#[test]
fn a_name_that_is_taken_back_late_is_not_found_in_what_is_imported_then() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim").unwrap().id;
    many_people(&bench.notebook, "Kim; Chairman Rason");
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(entities.get(kim).unwrap().names.len(), 1);
    let article = bench.article("Later", &["Chairman Rason spoke."]);
    assert_eq!(articles(&bench.notebook, kim), 0);
    assert_eq!(article.title, "Later");
}

#[test]
fn entities_that_come_back_late_are_found_in_what_was_and_is_imported() {
    let bench = bench();
    let entities = bench.notebook.entities();
    many_people(&bench.notebook, "Kim");
    let all = entities.complete("number", 500).unwrap();
    let mut ids: Vec<EntityId> = all.iter().map(|entity| entity.id).collect();
    ids.dedup();
    assert!(ids.len() > 200, "{}", ids.len());
    entities.delete_all(&ids).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let names: Vec<&str> = all.iter().map(|entity| entity.name.as_str()).collect();
    bench.article("Meanwhile", &names);
    bench.notebook.undo(Some(step.id)).unwrap().unwrap();
    bench.notebook.finish_matching();
    bench.article("Later", &names);
    let counts: Vec<u32> = ids
        .iter()
        .map(|id| articles(&bench.notebook, *id))
        .collect();
    assert!(counts.iter().all(|count| *count == 2), "{counts:?}");
}

#[test]
fn what_is_imported_while_a_name_goes_is_kept_without_it() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim").unwrap().id;
    let strong = NameStrength::Strong;
    entities.add_name(kim, "Chairman Rason", strong).unwrap();
    // As when it goes after an import has begun to look for it.
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    conn.execute("DELETE FROM names WHERE text = 'Chairman Rason'", [])
        .unwrap();
    let article = bench.article("Later", &["Chairman Rason spoke to Kim."]);
    assert_eq!(article.mentions.len(), 1);
    assert_eq!(article.mentions[0].anchor.exact, "Kim");
    assert_eq!(articles(&bench.notebook, kim), 1);
}

#[test]
fn names_are_read_again_also_when_a_later_part_fails() {
    let bench = bench();
    let entities = bench.notebook.entities();
    many_people(&bench.notebook, "Kim");
    let all = entities.complete("number", 500).unwrap();
    let mut ids: Vec<EntityId> = all.iter().map(|entity| entity.id).collect();
    ids.dedup();
    assert!(ids.len() > 200, "{}", ids.len());
    entities.delete_all(&ids).unwrap();
    // What no version of the program writes comes behind what is put off.
    let db = bench.path().join("notebook.db");
    let once = std::sync::Once::new();
    bench.notebook.subscribe(move |change| {
        if matches!(change, Change::Entities { .. }) {
            once.call_once(|| {
                let conn = rusqlite::Connection::open(&db).unwrap();
                let sql = "INSERT INTO pending_reversals (work) VALUES ('{}')";
                conn.execute(sql, []).unwrap();
            });
        }
    });
    assert!(bench.notebook.undo(None).is_err());
    let names: Vec<&str> = all.iter().map(|entity| entity.name.as_str()).collect();
    bench.article("Later", &names);
    let found = |id: &EntityId| articles(&bench.notebook, *id) == 1;
    assert!(ids.iter().all(found));
}
