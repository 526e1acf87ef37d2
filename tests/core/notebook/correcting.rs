//! A text set right by its reader: kept as a text of its own, the reading untouched.

use dragoman_core::domain::{
    Article, ArticleId, EntityKind, ReadingPlace, SearchQuery, TagRequest, TagScope, TagTarget,
    TextCorrection, UndoAction,
};
use dragoman_core::{CancelToken, Error, Rereading};

use crate::support::{Bench, bench, span_of};

const LINES: [&str; 3] = [
    "The minister opend the harbour on Monday morning, before a small crowd of workers.",
    "No statement was made, and the press was not admitted, an official said in the evening.",
    "Trade across the strait has grown by a third since the ferry began to run last year.",
];

fn page(lines: &[&str]) -> String {
    let body: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    format!(
        "<html lang=en><head><title>Harbour opens</title></head><body><article>\
         <h1>Harbour opens</h1>{body}</article></body></html>"
    )
}

fn import(bench: &Bench) -> Article {
    let items = bench.import(&bench.file("harbour.html", page(&LINES)));
    let article = bench.get(items[0].article.unwrap());
    assert_eq!(texts(&article), LINES);
    article
}

fn texts(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect()
}

fn correct(bench: &Bench, id: ArticleId, correction: &TextCorrection) -> Article {
    let seen = bench.get(id).text_version;
    bench
        .notebook
        .articles()
        .correct(id, seen, correction)
        .unwrap()
}

fn rewrite(block: u32, text: &str) -> TextCorrection {
    TextCorrection::Rewrite {
        block,
        text: text.into(),
    }
}

fn add(after: Option<u32>, text: &str) -> TextCorrection {
    TextCorrection::Add {
        after,
        text: text.into(),
    }
}

fn found(bench: &Bench, text: &str) -> u32 {
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    };
    bench.notebook.search(&query).unwrap().total
}

fn reread(bench: &Bench, id: ArticleId, how: Rereading<'_>) {
    bench
        .notebook
        .articles()
        .reread(&[id], how, &CancelToken::new(), &mut |_| {})
        .unwrap();
}

const RIGHT: &str =
    "The minister opened the harbour on Monday morning, before a small crowd of workers.";

#[test]
fn a_paragraph_is_rewritten_found_and_taken_back() {
    let bench = bench();
    let article = import(&bench);
    let after = correct(&bench, article.id, &rewrite(0, RIGHT));
    assert_eq!(texts(&after), [RIGHT, LINES[1], LINES[2]]);
    assert_eq!(after.corrected, [0]);
    assert!(after.text_version > article.text_version);
    assert_eq!(found(&bench, "\"opened\""), 1);
    assert_eq!(found(&bench, "\"opend\""), 0);
    let original = bench.notebook.articles().original(article.id).unwrap();
    assert!(original.html.contains("opend"), "the original is untouched");

    let bench = bench.reopen();
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::CorrectText);
    assert_eq!(texts(&bench.get(article.id)), LINES);
    assert_eq!(found(&bench, "\"opend\""), 1);
}

#[test]
fn paragraphs_are_added_parted_and_removed() {
    let bench = bench();
    let id = import(&bench).id;
    correct(&bench, id, &add(None, "A lead of two\nlines."));
    let after = correct(
        &bench,
        id,
        &rewrite(1, &format!("{RIGHT}\n\n  \n\nA missing one.")),
    );
    assert_eq!(
        texts(&after),
        [
            "A lead of two lines.",
            RIGHT,
            "A missing one.",
            LINES[1],
            LINES[2]
        ]
    );
    assert_eq!(after.corrected, [0, 1, 2]);
    let after = correct(&bench, id, &TextCorrection::Remove { block: 2 });
    let after = correct(
        &bench,
        id,
        &TextCorrection::Remove {
            block: after.blocks.len() as u32 - 1,
        },
    );
    assert_eq!(texts(&after), ["A lead of two lines.", RIGHT, LINES[1]]);
    for _ in 0..4 {
        bench.notebook.undo(None).unwrap().unwrap();
    }
    assert_eq!(texts(&bench.get(id)), LINES);
}

#[test]
fn what_is_put_back_stands_in_its_place_beside_what_was_added() {
    let bench = bench();
    let id = import(&bench).id;
    let line = bench.get(id).blocks[2].line;
    correct(&bench, id, &add(Some(0), "Added by hand."));
    bench.notebook.articles().remove_piece(id, line).unwrap();
    let back = bench.notebook.articles().restore_piece(id, line).unwrap();
    assert_eq!(
        texts(&back),
        [LINES[0], "Added by hand.", LINES[1], LINES[2]]
    );
}

#[test]
fn tags_stay_where_their_words_do_and_are_no_longer_found_where_not() {
    let bench = bench();
    let article = import(&bench);
    for (block, words) in [
        (0, "crowd of workers"),
        (1, "an official"),
        (0, "opend the harbour"),
    ] {
        bench
            .notebook
            .entities()
            .tag(&TagRequest {
                article: article.id,
                span: span_of(&article, block, words),
                target: TagTarget::New {
                    kind: EntityKind::Person,
                    name: words.into(),
                },
                scope: TagScope::Mention,
            })
            .unwrap();
    }
    correct(&bench, article.id, &add(None, "A lead."));
    let after = correct(&bench, article.id, &rewrite(1, RIGHT));
    let place = |words: &str| {
        let mention = after
            .mentions
            .iter()
            .find(|one| one.anchor.exact == words)
            .unwrap();
        (!mention.orphaned).then_some(mention.anchor.span.block)
    };
    assert_eq!(place("an official"), Some(2));
    assert_eq!(place("opend the harbour"), None);
    bench.notebook.undo(None).unwrap();
    let back = bench.get(article.id);
    assert!(back.mentions.iter().all(|mention| !mention.orphaned));
}

#[test]
fn reading_again_keeps_what_a_person_wrote() {
    let bench = bench();
    let html = page(&LINES).replace("<html lang=en>", "<html lang=en><meta charset=utf-8>");
    let html = html.replace("small crowd", "small\u{a0}crowd é");
    let items = bench.import(&bench.file("harbour.html", &html));
    let id = items[0].article.unwrap();
    correct(&bench, id, &rewrite(0, RIGHT));
    correct(&bench, id, &rewrite(1, "A statement was made."));
    correct(&bench, id, &add(Some(1), "Added by hand."));
    let wanted = [RIGHT, "A statement was made.", "Added by hand.", LINES[2]];
    // The first paragraph is read otherwise now, the second as before.
    reread(&bench, id, Rereading::In("windows-1252"));
    let after = bench.get(id);
    assert_eq!(texts(&after), wanted);
    assert_eq!(after.corrected, [0, 1, 2]);
    reread(&bench, id, Rereading::AsFound);
    assert_eq!(texts(&bench.get(id)), wanted);
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert_eq!(texts(&bench.get(id)), wanted);
}

#[test]
fn versions_say_what_a_person_made_and_either_text_can_be_shown() {
    let bench = bench();
    let id = import(&bench).id;
    let articles = bench.notebook.articles();
    assert_eq!(bench.get(id).versions, 1);
    correct(&bench, id, &rewrite(0, RIGHT));
    correct(&bench, id, &add(Some(2), "One more."));
    assert_eq!(bench.get(id).versions, 2);
    let versions = articles.versions(id).unwrap();
    let told: Vec<(bool, bool)> = versions
        .iter()
        .map(|one| (one.by_person, one.shown))
        .collect();
    assert_eq!(told, [(false, false), (true, true)]);
    assert!(versions[1].added >= 3 && versions[1].original.is_none());
    let diff = articles
        .diff(id, versions[0].version, versions[1].version)
        .unwrap();
    assert_eq!(
        (diff.added, diff.removed),
        (versions[1].added, versions[1].removed)
    );

    let read = articles.use_text(id, versions[0].version).unwrap();
    assert_eq!(texts(&read), LINES);
    let versions = articles.versions(id).unwrap();
    let told: Vec<(bool, bool)> = versions
        .iter()
        .map(|one| (one.by_person, one.shown))
        .collect();
    assert_eq!(told, [(false, true), (true, false)]);
    let again = articles.use_text(id, versions[1].version).unwrap();
    assert_eq!(texts(&again), [RIGHT, LINES[1], LINES[2], "One more."]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(texts(&bench.get(id)), LINES);
    assert!(matches!(
        articles.use_text(id, 99),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn what_cannot_be_a_correction_is_refused_and_changes_nothing() {
    let bench = bench();
    let article = import(&bench);
    let (id, seen) = (article.id, article.text_version);
    let articles = bench.notebook.articles();
    let ask = |correction: &TextCorrection| articles.correct(id, seen, correction);
    for empty in ["", " \n\n ", "\u{200b}\u{feff}"] {
        assert!(
            matches!(ask(&rewrite(0, empty)), Err(Error::InvalidInput { .. })),
            "{empty:?}"
        );
    }
    assert!(matches!(
        ask(&rewrite(0, &"x".repeat(2 << 20))),
        Err(Error::InvalidInput { .. })
    ));
    assert!(matches!(ask(&rewrite(3, "x")), Err(Error::NotFound { .. })));
    assert!(matches!(
        ask(&add(Some(3), "x")),
        Err(Error::NotFound { .. })
    ));
    assert!(matches!(
        ask(&TextCorrection::Remove { block: u32::MAX }),
        Err(Error::NotFound { .. })
    ));
    // The same words are no change.
    assert_eq!(ask(&rewrite(0, LINES[0])).unwrap().text_version, seen);
    // Another window was quicker.
    correct(&bench, id, &rewrite(0, RIGHT));
    assert!(matches!(ask(&rewrite(1, "x")), Err(Error::Conflict { .. })));
    assert_eq!(texts(&bench.get(id))[0], RIGHT);
}

#[test]
fn where_one_stopped_reading_is_found_again_in_another_text() {
    let bench = bench();
    let id = import(&bench).id;
    let articles = bench.notebook.articles();
    assert_eq!(bench.get(id).reading, None);
    let place = |block: u32, at: u32| Some(ReadingPlace { block, at });
    articles.keep_place(id, place(2, 7)).unwrap();
    let bench = bench.reopen();
    assert_eq!(bench.get(id).reading, place(2, 7));
    correct(&bench, id, &add(None, "A lead."));
    assert_eq!(bench.get(id).reading, place(3, 7));
    correct(&bench, id, &TextCorrection::Remove { block: 3 });
    assert_eq!(bench.get(id).reading, place(2, 0));
    let articles = bench.notebook.articles();
    // Outside the text it is nowhere, and is not kept.
    articles.keep_place(id, place(90, 7)).unwrap();
    assert_eq!(bench.get(id).reading, place(2, 0));
    articles.keep_place(id, None).unwrap();
    assert_eq!(bench.get(id).reading, None);
    // It is no step.
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::CorrectText);
}
