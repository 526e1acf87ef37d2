//! A text that a person types: for an article, and for what no article could be read from.

use dragoman_core::domain::{
    Article, ArticleId, Fate, Field, ImportItem, Origin, OriginalOf, OutcomeKind, TextOrigin,
};
use dragoman_core::{CancelToken, Rereading};

use crate::support::{Bench, bench};

const TYPED: &str = "The bridge was closed on Friday, the mayor of the town said.\n\n\
    It will be open again in the spring, when the ice has gone from the river and the boats can \
    bring the stone.";
const FIRST: &str = "The bridge was closed on Friday, the mayor of the town said.";
const SECOND: &str = "It will be open again in the spring, when the ice has gone from the river \
    and the boats can bring the stone.";

const READ: &str = "The harbour office said on Monday that the quay would be widened in the \
    coming year, and that the work would be paid for by the county.";

fn import_page(bench: &Bench) -> ArticleId {
    let html = format!(
        "<html lang=en><head><title>Quay to be widened</title></head>\
         <body><article><h1>Quay to be widened</h1><p>{READ}</p></article></body></html>"
    );
    bench.import(&bench.file("quay.html", html))[0]
        .article
        .unwrap()
}

/// A page of which nothing can be read.
fn import_problem(bench: &Bench) -> ImportItem {
    let html = "<html><head><link rel=canonical href='https://example.org/bridge'></head>\
        <body><img src=scan.png></body></html>";
    let item = bench.import(&bench.file("scan.html", html)).remove(0);
    assert_eq!(item.outcome, OutcomeKind::NeedsAttention);
    assert_eq!(item.article, None);
    item
}

fn texts(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect()
}

#[test]
fn a_typed_text_takes_the_place_of_the_one_read_and_goes_again() {
    let bench = bench();
    let id = import_page(&bench);
    let before = bench.get(id);
    let of = OriginalOf::Article { id };
    bench
        .notebook
        .texts()
        .type_in(of, " Bridge  closed ", TYPED)
        .unwrap();

    let typed = bench.get(id);
    assert_eq!(typed.title, "Bridge closed");
    assert_eq!(texts(&typed), [FIRST, SECOND]);
    assert_eq!(typed.text_origin, TextOrigin::Typed);
    let title = typed
        .provenance
        .iter()
        .find(|known| known.field == Field::Title);
    assert_eq!(title.unwrap().candidates[0].origin, Origin::Person);
    // What was read is still there, and each line typed can be taken out again.
    let was = typed
        .pieces
        .iter()
        .find(|piece| piece.text == READ)
        .unwrap();
    assert!(matches!(was.fate, Fate::Removed { .. }));
    let line = typed.blocks[1].line;
    let shorter = bench.notebook.articles().remove_piece(id, line).unwrap();
    assert_eq!(texts(&shorter), [FIRST]);
    assert_eq!(shorter.text_origin, TextOrigin::Typed);
    bench.notebook.undo(None).unwrap().unwrap();

    bench.notebook.undo(None).unwrap().unwrap();
    let after = bench.get(id);
    assert_eq!((after.title, after.blocks), (before.title, before.blocks));
    assert_eq!(after.text_origin, TextOrigin::Rules);
}

#[test]
fn reading_again_leaves_a_typed_text() {
    let bench = bench();
    let id = import_page(&bench);
    let of = OriginalOf::Article { id };
    bench
        .notebook
        .texts()
        .type_in(of, "Bridge closed", TYPED)
        .unwrap();
    let articles = bench.notebook.articles();
    let cancel = CancelToken::new();
    // Another encoding is another reading, whatever it makes of the same bytes.
    for how in [Rereading::In("utf-16le"), Rereading::AsFound] {
        articles.reread(&[id], how, &cancel, &mut |_| {}).unwrap();
        let after = bench.get(id);
        assert_eq!(after.title, "Bridge closed");
        assert_eq!(texts(&after), [FIRST, SECOND]);
        assert_eq!(after.text_origin, TextOrigin::Typed);
    }
    articles.reread_all(&cancel, &mut |_| {}).unwrap();
    assert_eq!(texts(&bench.get(id)), [FIRST, SECOND]);
}

#[test]
fn a_typed_text_is_searched() {
    let bench = bench();
    let id = import_page(&bench);
    let of = OriginalOf::Article { id };
    bench
        .notebook
        .texts()
        .type_in(of, "Bridge closed", TYPED)
        .unwrap();
    bench.notebook.finish_indexing().unwrap();
    let found = |words: &str| {
        let query = dragoman_core::domain::SearchQuery {
            text: words.into(),
            ..Default::default()
        };
        bench.notebook.search(&query).unwrap().total
    };
    assert_eq!((found("spring"), found("county")), (1, 0));
}

#[test]
fn a_problem_becomes_an_article_and_a_problem_again() {
    let bench = bench();
    let item = import_problem(&bench);
    let of = OriginalOf::Problem { id: item.id };
    let texts_by_hand = bench.notebook.texts();
    let id = texts_by_hand.type_in(of, "Bridge closed", TYPED).unwrap();

    assert!(bench.notebook.imports().problems().unwrap().is_empty());
    let article = bench.get(id);
    assert_eq!(texts(&article), [FIRST, SECOND]);
    assert_eq!(article.text_origin, TextOrigin::Typed);
    assert!(article.warnings.is_empty());
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://example.org/bridge")
    );
    assert!(article.original.is_some());
    // The same bytes again are known.
    let again = bench.import(&bench.file(
        "again.html",
        std::fs::read(bench.folder.path().join("scan.html")).unwrap(),
    ));
    assert_eq!(again[0].article, Some(id));

    bench.notebook.undo(None).unwrap().unwrap();
    assert!(bench.get(id).deleted);
    let open = bench.notebook.imports().problems().unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].article, None);
}

#[test]
fn a_text_without_words_or_title_is_refused() {
    let bench = bench();
    let id = import_page(&bench);
    let of = OriginalOf::Article { id };
    let texts_by_hand = bench.notebook.texts();
    assert!(texts_by_hand.type_in(of, "Bridge", " \n\n ").is_err());
    assert!(texts_by_hand.type_in(of, " ", TYPED).is_err());
    assert_eq!(texts(&bench.get(id)), [READ]);
}

#[test]
fn an_ignored_problem_comes_back() {
    let bench = bench();
    let item = import_problem(&bench);
    bench.notebook.imports().resolve(item.id).unwrap();
    assert!(bench.notebook.imports().problems().unwrap().is_empty());
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.notebook.imports().problems().unwrap().len(), 1);
}
