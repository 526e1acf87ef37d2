//! Words that are selected in a text that is another by the time they are marked.

use super::*;

#[test]
fn words_that_another_text_has_in_their_place_are_not_marked() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let span = span_of(&article, 2, "firm solidarity");
    let new = NewClipping {
        article: article.id,
        words: vec![
            words_at(&article, span_of(&article, 1, "was short.")),
            words_at(&article, span),
        ],
        facts: facts(named("Kim")),
    };
    let changed = PARAGRAPHS[2].replace("firm", "weak");
    let changed = format!("{}\n\n{}\n\n{changed}", PARAGRAPHS[0], PARAGRAPHS[1]);
    type_text(&bench, article.id, &changed);
    let clippings = bench.notebook.clippings();
    assert!(matches!(clippings.clip(&new), Err(Error::Conflict { .. })));
    assert!(clippings.of_article(article.id).unwrap().is_empty());
    // A shifted paragraph has the words elsewhere.
    type_text(
        &bench,
        article.id,
        &format!("New.\n\n{}", PARAGRAPHS.join("\n\n")),
    );
    assert!(matches!(clippings.clip(&new), Err(Error::Conflict { .. })));
    type_text(&bench, article.id, &PARAGRAPHS.join("\n\n"));
    assert_eq!(clippings.clip(&new).unwrap().len(), 2);
}
