//! Rejections are remembered, and too many of them make a name weak.

use super::*;

#[test]
fn a_rejection_is_remembered_for_name_and_article() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let proposals = bench.notebook.proposals();
    let which = these(&[proposed(&article, "Central News")]);
    proposals.reject(&which).unwrap();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    // Its text changes, and it is read again.
    let line = article.blocks[0].line;
    bench
        .notebook
        .articles()
        .remove_piece(article.id, line)
        .unwrap();
    bench.settle();
    assert_eq!(names(&bench.get(article.id)), ["North Korea"]);
    bench
        .notebook
        .articles()
        .restore_piece(article.id, line)
        .unwrap();
    bench.settle();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    // Elsewhere it is proposed.
    assert_eq!(bench.read("Two", PARAGRAPHS).proposals.len(), 3);
    assert!(proposals.reject(&which).is_err());
}

#[test]
fn three_rejections_make_a_name_weak_until_one_is_taken_back() {
    let bench = reading();
    let articles: Vec<_> = (0..4)
        .map(|n| bench.read(&format!("Story {n}"), &["Central News."]))
        .collect();
    for article in &articles[..3] {
        assert_eq!(bench.review().len(), 1);
        let which = these(&[proposed(article, "Central News")]);
        bench.notebook.proposals().reject(&which).unwrap();
    }
    assert!(bench.review().is_empty());
    assert!(bench.get(articles[3].id).proposals[0].weak);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.action, UndoAction::RejectProposals);
    let later = bench.read("Later", &["Central News."]);
    assert!(later.proposals[0].weak);
    let bench = start(bench.reopen());
    bench.notebook.undo(Some(step.id)).unwrap();
    assert!(!bench.get(later.id).proposals[0].weak);
    assert_eq!(bench.review(), [("Central News".to_owned(), 3, 3)]);
}
