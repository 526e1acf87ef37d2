//! Entities that may be the same are offered, and a refusal is remembered.

use dragoman_core::domain::{AlikeBy, EntityId, EntityKind, EntityQuery, NameStrength};

use crate::support::{Bench, bench};

fn person(bench: &Bench, name: &str) -> EntityId {
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, name).unwrap().id
}

fn alike(bench: &Bench, id: EntityId) -> Vec<(String, AlikeBy)> {
    let found = bench.notebook.entities().alike(id).unwrap();
    found
        .into_iter()
        .map(|one| (one.entity.name, one.by))
        .collect()
}

fn listed(bench: &Bench) -> Vec<String> {
    let query = EntityQuery {
        alike: true,
        ..EntityQuery::default()
    };
    let page = bench.notebook.entities().list(&query, 0, 50).unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn names_that_are_alike_are_offered_the_surest_first() {
    let bench = bench();
    let kim = person(&bench, "Kim Jong Un");
    person(&bench, "Ким Чен Ын");
    person(&bench, "Un, Kim Jong");
    person(&bench, "kim jong-un");
    person(&bench, "Kim Jong Il");
    let place = bench.notebook.entities();
    place
        .create(EntityKind::Place, "Kim Jong-un Street")
        .unwrap();
    assert_eq!(
        alike(&bench, kim),
        [
            ("kim jong-un".to_owned(), AlikeBy::Name),
            ("Un, Kim Jong".to_owned(), AlikeBy::Order),
            ("Ким Чен Ын".to_owned(), AlikeBy::Sound),
        ]
    );
    assert_eq!(listed(&bench).len(), 4);
}

#[test]
fn any_name_of_an_entity_counts() {
    let bench = bench();
    let (marshal, kim) = (person(&bench, "The Marshal"), person(&bench, "Kim Jong Un"));
    assert!(alike(&bench, kim).is_empty());
    let entities = bench.notebook.entities();
    entities
        .add_name(marshal, "김정은", NameStrength::Strong)
        .unwrap();
    let found = entities.alike(kim).unwrap();
    assert_eq!(
        (found[0].name.as_str(), found[0].own.as_str()),
        ("김정은", "Kim Jong Un")
    );
}

#[test]
fn a_refusal_is_remembered_also_for_what_is_merged_later() {
    let bench = bench();
    let (one, other) = (
        person(&bench, "Kim Jong Un"),
        person(&bench, "Kim Chong-un"),
    );
    let third = person(&bench, "Marshal");
    let entities = bench.notebook.entities();
    entities.tell_apart(one, other).unwrap();
    assert!(alike(&bench, one).is_empty() && alike(&bench, other).is_empty());
    assert!(listed(&bench).is_empty());
    entities.merge(third, &[one]).unwrap();
    assert!(alike(&bench, third).is_empty());
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert_eq!(alike(&bench, one).len(), 1);
}

#[test]
fn context_is_counted() {
    let bench = bench();
    let (one, other) = (
        person(&bench, "Kim Jong Un"),
        person(&bench, "Kim Chong-un"),
    );
    person(&bench, "Moon");
    bench.article("A", &["Kim Jong Un met Moon."]);
    bench.article("B", &["Kim Chong-un met Moon."]);
    bench.article("C", &["Kim Chong-un is Kim Jong Un."]);
    let found = bench.notebook.entities().alike(one).unwrap();
    assert_eq!(found[0].entity.id, other);
    assert_eq!((found[0].shared_articles, found[0].shared_company), (1, 1));
}

#[test]
fn what_is_merged_or_deleted_is_not_offered() {
    let bench = bench();
    let (one, other) = (
        person(&bench, "Kim Jong Un"),
        person(&bench, "Kim Chong-un"),
    );
    let third = person(&bench, "Ким Чен Ын");
    let entities = bench.notebook.entities();
    entities.merge(one, &[other]).unwrap();
    assert_eq!(alike(&bench, one).len(), 1);
    entities.delete(third).unwrap();
    assert!(alike(&bench, one).is_empty());
}

#[test]
fn names_of_before_the_rule_get_their_keys() {
    let bench = bench();
    let (one, _) = (
        person(&bench, "Kim Jong Un"),
        person(&bench, "Kim Chong-un"),
    );
    bench.notebook.finish_backlog();
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let conn = rusqlite::Connection::open(folder.path().join("Desk/notebook.db")).unwrap();
    conn.execute_batch("DELETE FROM name_keys; DELETE FROM settings WHERE key = 'names.sound';")
        .unwrap();
    drop(conn);
    let notebook = dragoman_core::Notebook::open(folder.path().join("Desk")).unwrap();
    notebook.finish_backlog();
    assert_eq!(notebook.entities().alike(one).unwrap().len(), 1);
}

#[test]
fn the_same_name_of_another_kind_is_offered_in_every_script() {
    let bench = bench();
    let names = [
        "Сергей Лавров",
        "王毅",
        "김여정",
        "محمد",
        "Ri",
        "Hilary Clinton",
    ];
    let entities = bench.notebook.entities();
    for name in names {
        let one = person(&bench, name);
        let other = entities.create(EntityKind::Organisation, name).unwrap().id;
        assert_eq!(alike(&bench, one), [(name.to_owned(), AlikeBy::Name)]);
        assert_eq!(alike(&bench, other), [(name.to_owned(), AlikeBy::Name)]);
    }
    // Of another kind, what only sounds alike is not offered.
    entities
        .create(EntityKind::Organisation, "Hillary Clinton")
        .unwrap();
    assert_eq!(listed(&bench).len(), 2 * names.len());
}

#[test]
fn who_is_listed_is_said_with_whom_and_nobody_else_is_listed() {
    let bench = bench();
    let kim = person(&bench, "Kim Jong Un");
    let chong = person(&bench, "Kim Chong-un");
    let capital = person(&bench, "Un, Kim Jong");
    // The same sounds, written too differently to be said of one script.
    person(&bench, "Marco Rubio");
    person(&bench, "Mary Kharpe");
    let query = EntityQuery {
        alike: true,
        ..EntityQuery::default()
    };
    let entities = bench.notebook.entities();
    let with = |id: EntityId| {
        let page = entities.list(&query, 0, 50).unwrap();
        let row = page.rows.into_iter().find(|row| row.id == id);
        row.and_then(|row| row.alike)
    };
    for row in entities.list(&query, 0, 50).unwrap().rows {
        assert!(!entities.alike(row.id).unwrap().is_empty(), "{}", row.name);
    }
    let said = with(kim).unwrap();
    assert_eq!((said.id, said.others), (capital, 1));
    entities.tell_apart(kim, capital).unwrap();
    assert_eq!(
        with(kim).map(|said| (said.id, said.others)),
        Some((chong, 0))
    );
    entities.tell_apart(kim, chong).unwrap();
    assert_eq!(with(kim), None);
    let all = entities.list(&EntityQuery::default(), 0, 50).unwrap();
    assert!(all.rows.iter().all(|row| row.alike.is_none()));
}

#[test]
fn a_list_says_its_length_from_every_stretch_and_gives_all_of_it() {
    let bench = bench();
    let ids =
        ["Kim Jong Un", "kim jong-un", "Un, Kim Jong", "Wang Yi"].map(|name| person(&bench, name));
    let entities = bench.notebook.entities();
    for alike in [false, true] {
        let query = EntityQuery {
            alike,
            ..EntityQuery::default()
        };
        let total = if alike { 3 } else { 4 };
        for (offset, rows) in [(0, 2), (2, total - 2), (9, 0)] {
            let page = entities.list(&query, offset, 2).unwrap();
            assert_eq!((page.total, page.rows.len()), (total, rows as usize));
        }
        assert_eq!(entities.list(&query, 0, 0).unwrap().total, total);
        assert_eq!(entities.all(&query).unwrap().len(), total as usize);
    }
    // What another one holds, or the trash, is no row of its own.
    entities.merge(ids[0], &[ids[1], ids[1], ids[0]]).unwrap();
    entities.delete(ids[2]).unwrap();
    let rows = entities
        .rows(&[ids[3], ids[1], ids[2], ids[0], EntityId::new()])
        .unwrap();
    let rows: Vec<EntityId> = rows.into_iter().map(|row| row.id).collect();
    assert_eq!(rows, [ids[3], ids[0]]);
}

#[test]
fn whoever_was_told_apart_stays_so_however_both_are_merged() {
    let bench = bench();
    let [one, other, third, fourth] =
        ["Kim Jong Un", "Un, Kim Jong", "Marshal", "Comrade"].map(|name| person(&bench, name));
    let entities = bench.notebook.entities();
    entities.tell_apart(one, other).unwrap();
    entities.merge(third, &[one]).unwrap();
    entities.merge(fourth, &[other]).unwrap();
    assert!(alike(&bench, third).is_empty() && alike(&bench, fourth).is_empty());
    assert!(listed(&bench).is_empty());
    entities.split(other).unwrap();
    assert!(listed(&bench).is_empty());
}

#[test]
fn a_name_without_its_middle_names_is_offered() {
    let bench = bench();
    for (one, other) in [
        ("Oleg Karpov", "Oleg Petrovich Karpov"),
        ("Marta Lindt", "Marta J. Lindt"),
        ("Paul Edward Brandt", "Paul E. Brandt"),
        ("Anna Sorokina", "Sorokina Anna Ivanovna"),
        ("Игорь Белов", "Игорь Сергеевич Белов"),
    ] {
        let (id, _) = (person(&bench, one), person(&bench, other));
        assert_eq!(alike(&bench, id), [(other.to_owned(), AlikeBy::Middle)]);
    }
}

#[test]
fn what_middle_names_and_sons_marks_tell_apart_is_not_offered() {
    let bench = bench();
    for (one, other) in [
        ("Lev Petrovich Orlov", "Lev Ivanovich Orlov"),
        ("George W. Hale", "George H. W. Hale"),
        ("Ronald Frump", "Ronald Frump Jr."),
        ("J. Karvonen", "J. P. Karvonen"),
        ("Kim Jong Un", "Kim Tae Un"),
    ] {
        let (id, _) = (person(&bench, one), person(&bench, other));
        assert_eq!(alike(&bench, id), [], "{one}");
    }
    let entities = bench.notebook.entities();
    for name in ["Ministry of Foreign Affairs", "Ministry Affairs"] {
        entities.create(EntityKind::Organisation, name).unwrap();
    }
    assert!(listed(&bench).is_empty());
}

#[test]
fn chinese_names_are_offered_in_characters_and_in_pinyin() {
    let bench = bench();
    for (latin, han) in [
        ("Zhao Leji", "赵乐际"),
        ("Qinghong Zeng", "曾庆红"),
        ("Lü Wei", "吕伟"),
        ("Ouyang Ming", "歐陽明"),
    ] {
        let (id, _) = (person(&bench, latin), person(&bench, han));
        assert_eq!(alike(&bench, id), [(han.to_owned(), AlikeBy::Sound)]);
    }
    // Two in characters that are said the same are two.
    let li = person(&bench, "李威");
    person(&bench, "李薇");
    assert_eq!(alike(&bench, li), []);
    let entities = bench.notebook.entities();
    // Luanda and Rwanda.
    let place = entities.create(EntityKind::Place, "Luanda").unwrap().id;
    entities.create(EntityKind::Place, "盧安達").unwrap();
    assert_eq!(alike(&bench, place), []);
}
