//! Everything that destroys can be taken back, also after a restart.

use dragoman_core::domain::{
    EntityKind, Field, NameStrength, TagRequest, TagScope, TagTarget, UndoAction,
};

use crate::support::{bench, span_of};

#[test]
fn a_tag_taken_back_takes_its_entity_along() {
    let bench = bench();
    let article = bench.article("One", &["Kim spoke. Kim left."]);
    bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: article.id,
            span: span_of(&article, 0, "Kim"),
            target: TagTarget::New {
                kind: EntityKind::Person,
                name: "Kim".into(),
            },
            scope: TagScope::Article,
        })
        .unwrap();
    assert_eq!(bench.notebook.counts().unwrap().entities, 1);
    let bench = bench.reopen();
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::Tag, "Kim")
    );
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    assert!(bench.get(article.id).entities.is_empty());
}

#[test]
fn an_edited_field_goes_back_to_where_it_came_from() {
    let bench = bench();
    let article = bench.article("Headline", &["Text of it."]);
    let edited = bench
        .notebook
        .articles()
        .edit_field(
            article.id,
            Field::Title,
            Some("Better headline".into()),
            None,
        )
        .unwrap();
    assert_eq!(edited.title, "Better headline");
    bench.notebook.undo(None).unwrap().unwrap();
    let back = bench.get(article.id);
    assert_eq!(back.title, "Headline");
    assert_eq!(back.provenance, article.provenance);
}

#[test]
fn a_deleted_entity_comes_back_with_its_mentions() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Pyongyang")
        .unwrap();
    let article = bench.article("City", &["In Pyongyang it rained."]);
    assert_eq!(article.entities.len(), 1);
    bench.notebook.entities().delete(entity.id).unwrap();
    assert!(bench.get(article.id).entities.is_empty());
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.get(article.id).entities[0].name, "Pyongyang");
    assert_eq!(
        bench.notebook.entities().get(entity.id).unwrap().articles,
        1
    );
}

#[test]
fn names_come_and_go() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let entity = entities.create(EntityKind::Organisation, "KCNA").unwrap();
    let with = entities
        .add_name(entity.id, "조선중앙통신", NameStrength::Strong)
        .unwrap();
    assert_eq!(with.names.len(), 2);
    assert_eq!(with.names[1].script, "Hang");
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(entities.get(entity.id).unwrap().names.len(), 1);
    let preferred = with.names[0].id;
    assert_eq!(
        entities.remove_name(preferred).unwrap_err().code(),
        dragoman_core::ErrorCode::InvalidInput
    );
}

#[test]
fn removing_and_restoring_text_keeps_mentions_where_their_words_are() {
    let bench = bench();
    bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Wang Yi")
        .unwrap();
    let article = bench.article("Visit", &["First Wang Yi.", "Second.", "Third Wang Yi."]);
    let line = article.blocks[0].line;
    let without = bench
        .notebook
        .articles()
        .remove_piece(article.id, line)
        .unwrap();
    assert_eq!(without.blocks.len(), 2);
    let (orphans, placed): (Vec<_>, Vec<_>) = without
        .mentions
        .iter()
        .partition(|mention| mention.orphaned);
    assert_eq!((orphans.len(), placed.len()), (1, 1));
    assert_eq!(placed[0].anchor.span.block, 1);
    assert_eq!(without.entities[0].count, 1);
    let with = bench
        .notebook
        .articles()
        .restore_piece(article.id, line)
        .unwrap();
    assert_eq!(with.blocks, article.blocks);
    assert!(with.mentions.iter().all(|mention| !mention.orphaned));
    assert_eq!(with.entities[0].count, 2);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.get(article.id).blocks.len(), 2);
}

/// An entity, a name that it was given, and the steps that did it.
fn named(bench: &crate::support::Bench) -> (dragoman_core::domain::Entity, i64) {
    let entities = bench.notebook.entities();
    let entity = entities.create(EntityKind::Person, "Ann Poe").unwrap();
    let entity = entities
        .add_name(entity.id, "Poe", NameStrength::Strong)
        .unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    (entity, step.id)
}

#[test]
fn a_name_taken_back_takes_what_was_found_by_it() {
    let bench = bench();
    let article = bench.article("One", &["Poe spoke."]);
    let (entity, step) = named(&bench);
    bench.notebook.finish_matching();
    assert_eq!(bench.get(article.id).entities.len(), 1);
    bench.notebook.undo(Some(step)).unwrap().unwrap();
    assert!(bench.get(article.id).mentions.is_empty());
    let entity = bench.notebook.entities().get(entity.id).unwrap();
    assert_eq!((entity.articles, entity.names.len()), (0, 1));
}

#[test]
fn steps_about_a_name_may_be_taken_back_in_any_order() {
    let bench = bench();
    let (entity, added) = named(&bench);
    let entities = bench.notebook.entities();
    let poe = entity.names.iter().find(|name| name.text == "Poe").unwrap();
    entities
        .set_name_strength(poe.id, NameStrength::Weak)
        .unwrap();
    entities.prefer_name(poe.id).unwrap();
    // Its name by now: an entity is never without one.
    bench.notebook.undo(Some(added)).unwrap().unwrap();
    assert_eq!(entities.get(entity.id).unwrap().name, "Poe");
    entities.rename(entity.id, "Ann Poe").unwrap();
    let renamed = bench.notebook.undo_peek().unwrap().unwrap();
    entities.remove_name(poe.id).unwrap();
    entities
        .add_name(entity.id, "Poe", NameStrength::Strong)
        .unwrap();
    // Back to a name that is gone; then everything else, newest first.
    bench.notebook.undo(Some(renamed.id)).unwrap().unwrap();
    while bench.notebook.undo(None).unwrap().is_some() {}
    let entity = entities.get(entity.id).unwrap();
    assert!(entity.names.iter().any(|name| name.preferred));
    entities.rename(entity.id, "Ann Roe").unwrap();
}

#[test]
fn what_was_imported_while_an_entity_was_deleted_is_looked_through() {
    let bench = bench();
    let (entity, _) = named(&bench);
    bench.notebook.entities().delete(entity.id).unwrap();
    let delete = bench.notebook.undo_peek().unwrap().unwrap();
    let article = bench.article("One", &["Ann Poe spoke."]);
    bench.notebook.undo(Some(delete.id)).unwrap().unwrap();
    bench.notebook.finish_matching();
    assert_eq!(bench.get(article.id).entities.len(), 1);
}
