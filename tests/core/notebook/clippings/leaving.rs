//! What becomes of quotes when articles go, and quotes on their way out.

use dragoman_core::domain::{
    ClippingFacts, ClippingQuery, LinkTarget, PassageState, QuoteListFormat, UndoAction,
};
use dragoman_core::{CancelToken, Error};

use super::{PARAGRAPHS, clip, facts, found, get, listed, named, of, person, solidarity};
use crate::support::{bench, span_of};

#[test]
fn taking_an_import_back_loses_no_quote() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let import = bench.notebook.undo_peek().unwrap().unwrap();
    let quote = solidarity(&bench, &article, &facts(named("Kim")));
    bench.notebook.undo(Some(import.id)).unwrap().unwrap();
    assert_eq!(get(&bench, quote.id).passage, PassageState::ArticleInTrash);
    assert_eq!(listed(&bench, &ClippingQuery::default()), [quote.id]);
    assert_eq!(found(&bench, "solidarity"), [quote.id]);
    bench.notebook.redo().unwrap().unwrap();
    assert_eq!(get(&bench, quote.id).passage, PassageState::There);
}

#[test]
fn emptying_the_trash_leaves_quotes_with_their_source() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let quote = solidarity(&bench, &article, &facts(named("Kim")));
    let plain = clip(
        &bench,
        &article,
        span_of(&article, 0, "praised"),
        &ClippingFacts::default(),
    );
    let said = ClippingFacts {
        comment: "Ask them.".into(),
        ..ClippingFacts::default()
    };
    let commented = clip(&bench, &article, span_of(&article, 1, "short"), &said);
    let deleted = clip(
        &bench,
        &article,
        span_of(&article, 2, "Russia"),
        &facts(named("Kim")),
    );
    bench.notebook.clippings().delete(&[deleted.id]).unwrap();
    bench.notebook.articles().delete(&[article.id]).unwrap();
    let contents = bench.notebook.trash().contents().unwrap();
    assert_eq!((contents.clippings, contents.clippings_kept), (2, 2));
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap();

    let kept = get(&bench, quote.id);
    assert_eq!(
        (kept.article, kept.passage),
        (None, PassageState::ArticleGone)
    );
    assert_eq!(kept.source.title, "Message");
    assert_eq!(kept.anchor.exact, "firm solidarity");
    assert_eq!(get(&bench, commented.id).comment, "Ask them.");
    for id in [plain.id, deleted.id] {
        let gone = bench.notebook.clippings().get(id);
        assert!(matches!(gone, Err(Error::NotFound { .. })));
    }
    assert_eq!(found(&bench, "solidarity"), [quote.id]);
    // Steps of what is gone are gone; those of what stays are not.
    while let Some(step) = bench.notebook.undo(None).unwrap() {
        assert!(
            matches!(
                step.action,
                UndoAction::Clip | UndoAction::Highlight | UndoAction::Import
            ),
            "{step:?}"
        );
    }
    assert!(get(&bench, quote.id).deleted);
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn a_list_is_written_for_spreadsheets_and_for_people() {
    let bench = bench();
    let article = bench.article("Message, \"quoted\"", PARAGRAPHS);
    let mut facts = facts(named("=HYPERLINK(\"x\")"));
    facts.comment = "one\ntwo".into();
    solidarity(&bench, &article, &facts);
    let clippings = bench.notebook.clippings();
    let query = ClippingQuery::default();
    let (csv, written) = clippings.export_list(&query, QuoteListFormat::Csv).unwrap();
    assert_eq!(written, 1);
    assert!(csv.starts_with("\u{FEFF}words,speaker,"), "{csv}");
    assert!(
        csv.contains("firm solidarity,\"'=HYPERLINK(\"\"x\"\")\","),
        "{csv}"
    );
    assert!(
        csv.contains("\"one\ntwo\",\"Message, \"\"quoted\"\"\","),
        "{csv}"
    );
    let (markdown, _) = clippings
        .export_list(&query, QuoteListFormat::Markdown)
        .unwrap();
    assert!(markdown.contains("> “firm solidarity”\n"), "{markdown}");
}

#[test]
fn a_note_shows_a_quote_by_id_and_leaves_with_its_words() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let kim = person(&bench, "Kim Jong Un");
    let quote = solidarity(&bench, &article, &facts(of(kim)));
    let body = format!(
        "Before.\n\n[[quote:{}|firm solidarity]]\n\nAfter.",
        quote.id
    );
    let notes = bench.notebook.notes();
    let note = notes.create("Russia", &body).unwrap();
    assert_eq!(note.links[0].target, LinkTarget::Quote { id: quote.id });
    assert_eq!(note.links[0].title, "firm solidarity");
    let target = LinkTarget::Quote { id: quote.id };
    let links = notes.backlinks(target, None, 10).unwrap();
    assert_eq!(links.rows[0].note, note.id);

    let out = bench.folder.path().join("out");
    let report = bench
        .notebook
        .export(&out, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(report.clippings, 1);
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    let written = read(&format!("notes/Russia {}.md", note.id));
    assert!(
        written.contains("“firm solidarity” — Kim Jong Un. [Message](<../articles/Message"),
        "{written}"
    );
    let annotations: serde_json::Value = serde_json::from_str(&read("clippings.json")).unwrap();
    let selector = &annotations[0]["target"]["selector"][0];
    assert_eq!(selector["exact"], "firm solidarity");
    assert_eq!(
        annotations[0]["dragoman"]["quote"]["speaker"]["name"],
        "Kim Jong Un"
    );
    assert!(read("quotes.md").contains("firm solidarity"));

    bench.notebook.clippings().delete(&[quote.id]).unwrap();
    assert!(notes.get(note.id).unwrap().links[0].gone);
}
