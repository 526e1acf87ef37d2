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
