//! Kind and words are mended; what is tagged by other means is no more proposed.

use super::*;

#[test]
fn kind_and_words_are_mended_and_put_back() {
    let bench = reading();
    let article = bench.read("One", &["Central News Agency and Central News Agency."]);
    let proposals = bench.notebook.proposals();
    let news = proposed(&article, "Central News");
    let from = news.spans[0].span;
    let to = Span {
        end: from.end + 7,
        ..from
    };
    proposals.set_span(news.id, from, to).unwrap();
    let mended = bench.get(article.id);
    let agency = proposed(&mended, "Central News Agency");
    let words: Vec<&str> = agency
        .spans
        .iter()
        .map(|place| place.words.as_str())
        .collect();
    assert_eq!(words, ["Central News Agency", "Central News Agency"]);
    proposals
        .set_kind(&these(&[agency]), EntityKind::Event)
        .unwrap();
    assert_eq!(bench.get(article.id).proposals[0].kind, EntityKind::Event);
    bench.accept(&[agency]);
    assert_eq!(bench.get(article.id).mentions[0].kind, EntityKind::Event);
    bench.undo();
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, mended.proposals);
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, article.proposals);
    let outside = Span { end: 4_000, ..from };
    assert!(proposals.set_span(news.id, from, outside).is_err());
}

#[test]
fn what_is_tagged_by_hand_is_no_more_proposed_until_that_is_undone() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let tag = TagRequest {
        article: article.id,
        span: span_of(&article, 1, "Central News Agency"),
        target: TagTarget::New {
            kind: EntityKind::Organisation,
            name: "KCNA".into(),
        },
        scope: TagScope::Mention,
    };
    bench.notebook.entities().tag(&tag).unwrap();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    assert_eq!(bench.review().len(), 2);
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, article.proposals);
}
