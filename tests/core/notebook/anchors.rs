//! Mentions stay with their words, or say that those are gone.

use dragoman_core::domain::{
    Article, EntityKind, Field, Mention, Span, TagOutcome, TagRequest, TagScope, TagTarget,
};

use crate::support::{Bench, bench, span_of};

fn tag(bench: &Bench, article: &Article, span: Span, name: &str) -> TagOutcome {
    bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: article.id,
            span,
            target: TagTarget::New {
                kind: EntityKind::Person,
                name: name.into(),
            },
            scope: TagScope::Mention,
        })
        .unwrap()
}

fn edit_title(bench: &Bench, article: &Article, title: &str) -> Article {
    bench
        .notebook
        .articles()
        .edit_field(article.id, Field::Title, Some(title.into()), None)
        .unwrap()
}

/// The mentions that are not orphaned, each with the words that stand there.
fn places(article: &Article) -> Vec<(&Mention, String)> {
    let words = |span: Span| -> String {
        let text = match usize::try_from(span.block) {
            Ok(block) => &article.blocks[block].text,
            Err(_) => &article.title,
        };
        text.chars()
            .skip(span.start as usize)
            .take((span.end - span.start) as usize)
            .collect()
    };
    article
        .mentions
        .iter()
        .filter(|mention| !mention.orphaned)
        .map(|mention| (mention, words(mention.anchor.span)))
        .collect()
}

#[test]
fn a_rewritten_title_moves_or_orphans_its_mentions() {
    let bench = bench();
    let article = bench.article("Ann Poe meets envoy", &["Talks went on."]);
    let title = |start, end| Span {
        block: Span::TITLE,
        start,
        end,
    };
    tag(&bench, &article, title(0, 7), "Ann Poe");
    tag(&bench, &article, title(14, 19), "The envoy");
    let edited = edit_title(&bench, &article, "Yesterday Ann Poe met an envoy");
    for (mention, words) in places(&edited) {
        assert_eq!(words, mention.anchor.exact);
    }
    // The known name is found where it is now; the words tagged by hand are not guessed.
    assert_eq!(places(&edited).len(), 1);
    bench.notebook.undo(None).unwrap().unwrap();
    let back = bench.get(article.id);
    assert_eq!(places(&back).len(), 2);
    for (mention, words) in places(&back) {
        assert_eq!(words, mention.anchor.exact);
    }
}

#[test]
fn a_short_paragraph_taken_out_does_not_send_its_mention_to_a_look_alike() {
    let bench = bench();
    let article = bench.article(
        "Talks",
        &["Lee left.", "Later another Lee left. He was old."],
    );
    tag(&bench, &article, span_of(&article, 0, "Lee"), "Lee Senior");
    let line = article.blocks[0].line;
    let changed = bench
        .notebook
        .articles()
        .remove_piece(article.id, line)
        .unwrap();
    assert!(places(&changed).is_empty());
    assert!(changed.mentions[0].orphaned);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(places(&bench.get(article.id))[0].1, "Lee");
}

#[test]
fn mentions_of_a_deleted_entity_move_with_the_text() {
    let bench = bench();
    let article = bench.article("Talks", &["First of all.", "Then Ann Poe spoke."]);
    let made = tag(&bench, &article, span_of(&article, 1, "Ann Poe"), "Ann Poe");
    bench.notebook.entities().delete(made.entity).unwrap();
    let delete = bench.notebook.undo_peek().unwrap().unwrap();
    bench
        .notebook
        .articles()
        .remove_piece(article.id, article.blocks[0].line)
        .unwrap();
    bench.notebook.undo(Some(delete.id)).unwrap().unwrap();
    let article = bench.get(article.id);
    assert_eq!(article.mentions.len(), 1);
    assert_eq!(places(&article)[0].1, "Ann Poe");
}
