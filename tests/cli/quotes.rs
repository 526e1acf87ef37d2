//! `dragoman quotes` writes quotes out, with who said them.

use dragoman_core::Notebook;
use dragoman_core::domain::{
    ArticleQuery, ClippingFacts, EntityKind, NewClipping, NewParty, NewQuote, Span, WordsToClip,
};

use crate::run::Desk;

/// A notebook with one article and two quotes of it.
fn desk() -> Desk {
    let desk = Desk::new();
    let text = desk.path().join("talks.txt");
    let words = "The talks\n\nAnn Poe said the talks were “useful” and that they would go on. \
        Ben Roe called them “long” and went home on the last train of the day.";
    std::fs::write(&text, words).unwrap();
    let imported = desk.run(&["import", text.to_str().unwrap()]);
    assert!(imported.status.success(), "{imported:?}");
    let notebook = Notebook::open(desk.notebook()).unwrap();
    let ann = notebook
        .entities()
        .create(EntityKind::Person, "Ann Poe")
        .unwrap();
    let list = notebook
        .articles()
        .list(&ArticleQuery::default(), 0, 1)
        .unwrap();
    let article = notebook.articles().get(list.rows[0].id).unwrap();
    let last = article.blocks.len() - 1;
    for (word, entity, name) in [("useful", Some(ann.id), ""), ("long", None, "Ben Roe")] {
        let at = article.blocks[last].text.find(word).unwrap();
        let start = article.blocks[last].text[..at].chars().count() as u32;
        let speaker = NewParty {
            entity,
            name: name.into(),
            ..NewParty::default()
        };
        let clipping = NewClipping {
            article: article.id,
            words: vec![WordsToClip {
                span: Span {
                    block: last as i32,
                    start,
                    end: start + word.len() as u32,
                },
                exact: word.into(),
            }],
            facts: ClippingFacts {
                quote: Some(NewQuote {
                    speaker: Some(speaker),
                    ..NewQuote::default()
                }),
                ..ClippingFacts::default()
            },
        };
        notebook.clippings().clip(&clipping).unwrap();
    }
    desk
}

fn printed(desk: &Desk, arguments: &[&str]) -> String {
    let output = desk.run(arguments);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn quotes_are_written_as_a_table_and_to_be_read() {
    let desk = desk();
    let csv = printed(&desk, &["quotes", "export", "-", "--sort", "speaker"]);
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 3, "{csv}");
    assert!(rows[1].starts_with("useful,Ann Poe,"), "{csv}");
    assert!(rows[2].starts_with("long,Ben Roe,"), "{csv}");
    let markdown = printed(&desk, &["quotes", "export", "-", "--format", "markdown"]);
    assert!(markdown.contains("> “useful”\n\n— Ann Poe. "), "{markdown}");
    let file = desk.path().join("quotes.csv");
    let said = printed(&desk, &["quotes", "export", file.to_str().unwrap()]);
    assert!(said.starts_with("2 quotes written to "), "{said}");
    assert_eq!(std::fs::read_to_string(file).unwrap().lines().count(), 3);
}

#[test]
fn quotes_are_narrowed_to_a_speaker() {
    let desk = desk();
    let csv = printed(&desk, &["quotes", "export", "-", "--speaker", "ann poe"]);
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let unknown = desk.run(&["quotes", "export", "-", "--speaker", "Nobody"]);
    assert_eq!(unknown.status.code(), Some(1));
    // Of several whose names begin so, none is taken in silence.
    let notebook = Notebook::open(desk.notebook()).unwrap();
    let entities = notebook.entities();
    entities.create(EntityKind::Person, "Ann Poet").unwrap();
    drop(notebook);
    let begun = desk.run(&["quotes", "export", "-", "--speaker", "Ann"]);
    assert_eq!(begun.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&begun.stderr).contains("may be any of"));
    let csv = printed(&desk, &["quotes", "export", "-", "--speaker", "Ann Poe"]);
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let before = ["quotes", "export", "-", "--until", "2001"];
    assert_eq!(printed(&desk, &before).lines().count(), 1);
    let hits = desk.json(&["search", "--json", "speaker:\"Ann Poe\""]);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0]["target"]["hit"], "quote");
}
