//! Merging entities, splitting them again, and what leads to them meanwhile.

use dragoman_core::domain::{
    Article, ArticleQuery, Entity, EntityId, EntityKind, EntityQuery, HitKind, LinkTarget,
    MentionStatus, NameStrength, SearchQuery, TagRequest, TagScope, TagTarget, UndoAction,
};
use dragoman_core::{Error, Notebook};

use crate::support::{Bench, bench, span_of};

fn person(bench: &Bench, name: &str) -> Entity {
    bench
        .notebook
        .entities()
        .create(EntityKind::Person, name)
        .unwrap()
}

fn get(bench: &Bench, id: EntityId) -> Entity {
    bench.notebook.entities().get(id).unwrap()
}

fn names(entity: &Entity) -> Vec<(&str, u32)> {
    let names = entity.names.iter();
    names
        .map(|name| (name.text.as_str(), name.mentions))
        .collect()
}

fn merge(bench: &Bench, into: EntityId, other: EntityId) -> Entity {
    bench.notebook.entities().merge(into, &[other]).unwrap()
}

/// What a page of it shows, without what says when.
fn page(bench: &Bench, id: EntityId) -> String {
    let entity = get(bench, id);
    let names: Vec<_> = (entity.names.iter())
        .map(|name| (name.id, &name.text, name.preferred, name.mentions))
        .collect();
    let merged: Vec<_> = entity.merged.iter().map(|part| part.id).collect();
    format!(
        "{} {names:?} {} {} {:?} {:?} {merged:?}",
        entity.name, entity.articles, entity.mentions, entity.months, entity.together
    )
}

/// Titles of what a search finds, in the order of titles.
fn found(notebook: &Notebook, text: &str) -> Vec<String> {
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        kinds: vec![HitKind::Article, HitKind::Note],
        limit: 100,
        ..SearchQuery::default()
    };
    let hits = notebook.search(&query).unwrap().hits;
    let mut titles: Vec<String> = hits.into_iter().map(|hit| hit.title.concat()).collect();
    titles.sort_unstable();
    titles
}

fn titles_of(bench: &Bench, entity: EntityId) -> Vec<String> {
    let query = ArticleQuery {
        entity: Some(entity),
        ..ArticleQuery::default()
    };
    let rows = bench.notebook.articles().list(&query, 0, 100).unwrap().rows;
    let mut titles: Vec<String> = rows.into_iter().map(|row| row.title).collect();
    titles.sort_unstable();
    titles
}

fn tag(bench: &Bench, article: &Article, words: &str, entity: EntityId) {
    bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: article.id,
            span: span_of(article, 0, words),
            target: TagTarget::Known { id: entity },
            scope: TagScope::Mention,
        })
        .unwrap();
}

/// Two spellings of one man, an article of each, and one of both.
fn two_spellings() -> (Bench, Entity, Entity) {
    let bench = bench();
    let kept = person(&bench, "Kim Jong Un");
    let other = person(&bench, "Kim Chong-un");
    bench.article("One", &["Kim Jong Un spoke."]);
    bench.article("Two", &["Then Kim Chong-un left."]);
    bench.article("Three", &["Kim Jong Un is Kim Chong-un."]);
    (bench, kept, other)
}

#[test]
fn what_was_merged_is_in_one_place() {
    let (bench, kept, other) = two_spellings();
    let merged = merge(&bench, kept.id, other.id);
    assert_eq!(names(&merged), [("Kim Jong Un", 2), ("Kim Chong-un", 2)]);
    assert_eq!((merged.articles, merged.mentions), (3, 4));
    assert_eq!(merged.merged[0].name, "Kim Chong-un");
    assert_eq!(titles_of(&bench, kept.id), ["One", "Three", "Two"]);
    assert_eq!(bench.notebook.counts().unwrap().entities, 1);
    let list = bench
        .notebook
        .entities()
        .list(&EntityQuery::default(), 0, 10)
        .unwrap();
    assert_eq!(list.rows.len(), 1);
    let both = found(&bench.notebook, "person:\"Kim Chong-un\"");
    assert_eq!(both, ["One", "Three", "Two"]);
    assert_eq!(found(&bench.notebook, "person:\"Kim Jong Un\""), both);
}

#[test]
fn a_merged_id_leads_to_the_entity_that_holds_it() {
    let (bench, kept, other) = two_spellings();
    let body = format!("See [[entity:{}|Kim]].", other.id);
    let note = bench.notebook.notes().create("Notes", &body).unwrap();
    merge(&bench, kept.id, other.id);
    assert_eq!(get(&bench, other.id).id, kept.id);
    assert_eq!(titles_of(&bench, other.id).len(), 3);
    let label = &bench.notebook.notes().get(note.id).unwrap().links[0];
    assert_eq!((label.title.as_str(), label.gone), ("Kim Jong Un", false));
    let target = LinkTarget::Entity { id: kept.id };
    let backlinks = || {
        let notes = bench.notebook.notes();
        notes.backlinks(target, None, 10).unwrap().total
    };
    assert_eq!(backlinks(), 1);
    assert_eq!(found(&bench.notebook, "\"See Kim Jong Un\""), ["Notes"]);
    bench.notebook.entities().split(other.id).unwrap();
    assert_eq!(backlinks(), 0);
    assert_eq!(found(&bench.notebook, "\"See Kim Chong un\""), ["Notes"]);
}

#[test]
fn a_tag_for_a_merged_id_goes_to_the_entity_that_holds_it() {
    let (bench, kept, other) = two_spellings();
    let article = bench.article("Four", &["The marshal spoke."]);
    merge(&bench, kept.id, other.id);
    tag(&bench, &article, "marshal", other.id);
    assert_eq!(bench.get(article.id).mentions[0].entity, kept.id);
}

#[test]
fn splitting_gives_each_what_it_had() {
    let (bench, kept, other) = two_spellings();
    let before = (page(&bench, kept.id), page(&bench, other.id));
    merge(&bench, kept.id, other.id);
    bench.notebook.entities().split(other.id).unwrap();
    assert_eq!((page(&bench, kept.id), page(&bench, other.id)), before);
    assert_eq!(
        found(&bench.notebook, "person:\"Kim Jong Un\""),
        ["One", "Three"]
    );
    assert_eq!(
        found(&bench.notebook, "person:\"Kim Chong-un\""),
        ["Three", "Two"]
    );
}

#[test]
fn what_came_later_goes_with_the_one_whose_name_it_has() {
    let (bench, kept, other) = two_spellings();
    let bench = {
        merge(&bench, kept.id, other.id);
        bench.reopen()
    };
    bench.article("Later", &["Kim Chong-un came back."]);
    let marshal = bench.article("Marshal", &["The Marshal spoke."]);
    let entities = bench.notebook.entities();
    entities
        .add_name(kept.id, "Supreme Leader", NameStrength::Strong)
        .unwrap();
    bench.article("Leader", &["The Supreme Leader left."]);
    tag(&bench, &marshal, "Marshal", kept.id);
    entities.rename(kept.id, "Kim Jong-un (DPRK)").unwrap();
    let split = entities.split(other.id).unwrap();
    assert_eq!(titles_of(&bench, split.id), ["Later", "Three", "Two"]);
    assert_eq!(
        titles_of(&bench, kept.id),
        ["Leader", "Marshal", "One", "Three"]
    );
    let left = get(&bench, kept.id);
    assert_eq!(left.name, "Kim Jong-un (DPRK)");
    assert!(left.names.iter().all(|name| name.text != "Kim Chong-un"));
}

#[test]
fn a_name_of_both_is_one_name_and_again_two() {
    let bench = bench();
    let kept = person(&bench, "Kim Jong Un");
    let other = person(&bench, "Kim Jong Un");
    let article = bench.article("One", &["Kim Jong Un spoke, and Kim left."]);
    tag(&bench, &article, "Kim left", other.id);
    let before = (page(&bench, kept.id), page(&bench, other.id));
    let merged = merge(&bench, kept.id, other.id);
    // The same words in one place were a mention of each: they count once.
    assert_eq!(names(&merged), [("Kim Jong Un", 1)]);
    assert_eq!((merged.articles, merged.mentions), (1, 2));
    assert_eq!(bench.get(article.id).mentions.len(), 2);
    bench.notebook.entities().split(other.id).unwrap();
    assert_eq!((page(&bench, kept.id), page(&bench, other.id)), before);
}

#[test]
fn of_two_mentions_in_one_place_a_persons_word_is_shown() {
    let bench = bench();
    let kept = person(&bench, "Georgia");
    let other = person(&bench, "Georgia");
    let article = bench.article("One", &["Georgia voted."]);
    let theirs = bench.get(article.id).mentions;
    let of_other: Vec<_> = theirs
        .iter()
        .filter(|mention| mention.entity == other.id)
        .map(|mention| mention.id)
        .collect();
    bench.notebook.entities().confirm(&of_other).unwrap();
    merge(&bench, kept.id, other.id);
    let mentions = bench.get(article.id).mentions;
    assert_eq!(mentions.len(), 1);
    assert_eq!(mentions[0].status, MentionStatus::Confirmed);
    assert_eq!(mentions[0].entity, kept.id);
}

#[test]
fn a_name_removed_from_the_whole_does_not_come_back_by_itself() {
    let bench = bench();
    let kept = person(&bench, "Kim Jong Un");
    let (other, third) = (person(&bench, "Kim"), person(&bench, "Marshal"));
    let entities = bench.notebook.entities();
    let with = entities
        .add_name(kept.id, "Kim", NameStrength::Strong)
        .unwrap();
    let kim = with.names.iter().find(|name| name.text == "Kim").unwrap();
    merge(&bench, kept.id, other.id);
    entities.remove_name(kim.id).unwrap();
    let merged = merge(&bench, kept.id, third.id);
    assert!(merged.names.iter().all(|name| name.text != "Kim"));
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert!(
        get(&bench, kept.id)
            .names
            .iter()
            .any(|name| name.text == "Kim")
    );
    // Each has it again.
    assert_eq!(entities.split(other.id).unwrap().name, "Kim");
    assert!(
        get(&bench, kept.id)
            .names
            .iter()
            .any(|name| name.text == "Kim")
    );
}

#[test]
fn a_merge_is_taken_back_after_a_restart() {
    let (bench, kept, other) = two_spellings();
    let before = (page(&bench, kept.id), page(&bench, other.id));
    merge(&bench, kept.id, other.id);
    let bench = bench.reopen();
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::MergeEntities, "Kim Chong-un")
    );
    assert_eq!((page(&bench, kept.id), page(&bench, other.id)), before);
}

#[test]
fn a_split_is_taken_back() {
    let (bench, kept, other) = two_spellings();
    merge(&bench, kept.id, other.id);
    let merged = page(&bench, kept.id);
    bench.notebook.entities().split(other.id).unwrap();
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::SplitEntity);
    assert_eq!(page(&bench, kept.id), merged);
}

#[test]
fn what_was_merged_before_goes_along_and_can_leave_alone() {
    let bench = bench();
    let ids: Vec<EntityId> = ["Alpha", "Beta", "Gamma"]
        .map(|name| person(&bench, name).id)
        .to_vec();
    bench.article("All", &["Alpha met Beta and Gamma."]);
    merge(&bench, ids[1], ids[2]);
    let whole = merge(&bench, ids[0], ids[1]);
    assert_eq!((whole.merged.len(), whole.mentions), (2, 3));
    let gamma = bench.notebook.entities().split(ids[2]).unwrap();
    assert_eq!((gamma.name.as_str(), gamma.mentions), ("Gamma", 1));
    let whole = get(&bench, ids[0]);
    assert_eq!((whole.merged.len(), whole.mentions), (1, 2));
    bench.notebook.undo(None).unwrap();
    let beta = bench.notebook.entities().split(ids[1]).unwrap();
    assert_eq!((beta.mentions, get(&bench, ids[2]).id), (2, ids[1]));
}

#[test]
fn there_must_be_two() {
    let (bench, kept, other) = two_spellings();
    let entities = bench.notebook.entities();
    let itself = entities.merge(kept.id, &[kept.id]);
    assert!(
        matches!(itself, Err(Error::InvalidInput { .. })),
        "{itself:?}"
    );
    let whole = entities.split(kept.id);
    assert!(
        matches!(whole, Err(Error::InvalidInput { .. })),
        "{whole:?}"
    );
    merge(&bench, kept.id, other.id);
    let again = entities.merge(other.id, &[kept.id]);
    assert!(
        matches!(again, Err(Error::InvalidInput { .. })),
        "{again:?}"
    );
    let third = person(&bench, "Third");
    entities.delete(third.id).unwrap();
    let gone = entities.merge(kept.id, &[third.id]);
    assert!(matches!(gone, Err(Error::NotFound { .. })), "{gone:?}");
}

#[test]
fn many_articles_follow_and_come_back() {
    let bench = bench();
    let kept = person(&bench, "Alpha");
    let other = person(&bench, "Beta");
    let lines: Vec<String> = (0..450)
        .map(|n| serde_json::json!({ "title": format!("A{n}"), "text": "Beta spoke." }).to_string())
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(merge(&bench, kept.id, other.id).articles, 450);
    bench.notebook.undo(None).unwrap();
    assert_eq!(get(&bench, other.id).articles, 450);
    assert_eq!(get(&bench, kept.id).articles, 0);
}

#[test]
fn a_merge_that_a_crash_interrupted_goes_on() {
    let (bench, kept, other) = two_spellings();
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let path = folder.path().join("Desk/notebook.db");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(&format!(
        "UPDATE entities SET merged_into = x'{kept}', merged_ms = 1, deleted_ms = 1 WHERE id = x'{other}';
         INSERT INTO pending_settlings SELECT DISTINCT article_id FROM mentions WHERE entity_id = x'{other}';",
        kept = hex(kept.id),
        other = hex(other.id),
    ))
    .unwrap();
    drop(conn);
    let notebook = Notebook::open(folder.path().join("Desk")).unwrap();
    notebook.finish_backlog();
    let bench = Bench { folder, notebook };
    assert_eq!(get(&bench, kept.id).articles, 3);
}

fn hex(id: EntityId) -> String {
    id.to_string().replace('-', "")
}
