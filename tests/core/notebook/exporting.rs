//! What comes from outside leaves as words: no markup, and nothing that a reader would fetch.

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    Article, ClippingFacts, ClippingQuery, ItemPlace, ItemShift, ItemTarget, NewClipping, NewItem,
    NewQuote, QuoteListFormat, Span, WordsToClip,
};

use crate::support::{Bench, bench};

const END: ItemPlace = ItemPlace::Last { parent: None };
const PICTURE: &str = "<img src=http://tracker.example/p.gif>";

/// All of a paragraph as a quote.
fn quoted(bench: &Bench, article: &Article, comment: &str, original: &str) -> String {
    let end = article.blocks[0].text.chars().count() as u32;
    let new = NewClipping {
        article: article.id,
        words: vec![WordsToClip {
            span: Span {
                block: 0,
                start: 0,
                end,
            },
            exact: article.blocks[0].text.clone(),
        }],
        facts: ClippingFacts {
            comment: comment.into(),
            quote: Some(NewQuote {
                original: Some(original.into()),
                ..NewQuote::default()
            }),
            ..ClippingFacts::default()
        },
    };
    let made = bench.notebook.clippings().clip(&new).unwrap();
    made[0].id.to_string()
}

#[test]
fn a_card_in_a_note_that_leaves_has_no_markup_of_the_article() {
    let bench = bench();
    let words = format!("He said {PICTURE} and ![x](http://tracker.example/q.gif) *loudly*.");
    let article = bench.article("A & <b>bold</b> title", &[&words]);
    let quote = quoted(&bench, &article, "", "");
    let note = bench
        .notebook
        .notes()
        .create("Note", &format!("[[quote:{quote}|He said]]"))
        .unwrap();
    let out = bench.folder.path().join("out");
    bench
        .notebook
        .export(&out, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let written = std::fs::read_to_string(out.join(format!("notes/Note {}.md", note.id))).unwrap();
    assert!(written.contains("\\<img src"), "{written}");
    assert!(written.contains("!\\[x\\]("), "{written}");
    assert!(written.contains("\\*loudly\\*"), "{written}");
    assert!(
        written.contains("[A & \\<b>bold\\</b> title](<../articles/"),
        "{written}"
    );
}

#[test]
fn lines_of_a_comment_stay_lines_and_begin_nothing() {
    let bench = bench();
    let article = bench.article("Message", &["Ships left."]);
    let comment = format!("# no heading\n- no list\n  1. no number\n> no quote\n{PICTURE}\n---");
    quoted(&bench, &article, &comment, "раз\n- два");
    let (markdown, _) = bench
        .notebook
        .clippings()
        .export_list(&ClippingQuery::default(), QuoteListFormat::Markdown)
        .unwrap();
    assert!(markdown.contains("> раз\\\n> \\- два\n"), "{markdown}");
    let lines = "\n\\# no heading\\\n\\- no list\\\n1\\. no number\\\n\\> no quote\\\n\\<img src";
    assert!(markdown.contains(lines), "{markdown}");
    assert!(markdown.contains("\\\n\\---\n"), "{markdown}");
}

#[test]
fn entries_of_an_outline_begin_nothing_and_stand_where_they_stood() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let note = |title: &str| {
        let note = bench.notebook.notes().create(title, "").unwrap();
        NewItem {
            target: ItemTarget::Note { id: note.id },
            title: String::new(),
        }
    };
    let ports = NewItem {
        target: ItemTarget::Heading,
        title: "Ports".into(),
    };
    let items = [
        ports,
        note("1. Ask &amp; see"),
        note("- After"),
        note("> Last"),
    ];
    dossiers.add(id, &items, END).unwrap();
    let page = dossiers.page(id, None, 0, 10).unwrap();
    dossiers.shift(page.rows[1].id, ItemShift::In).unwrap();
    let untitled = note("");
    dossiers.add(id, &[untitled], END).unwrap();
    let out = bench.folder.path().join("out");
    bench
        .notebook
        .export(&out, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let file = out.join(format!("dossiers/Grain {id}.md"));
    let written = std::fs::read_to_string(file).unwrap();
    assert!(!written.contains("[]("), "{written}");
    let markdown = dossiers.markdown(id).unwrap();
    assert_eq!(
        markdown,
        "# Grain\n\n## Ports\n\n- 1\\. Ask \\&amp; see\n\n---\n\n- \\- After\n- \\> Last\n- Untitled\n"
    );
}

#[test]
fn letters_that_are_not_shown_make_no_list_or_quotation_of_a_title() {
    let bench = bench();
    let note = bench.notebook.notes().create("\u{1} > said", "").unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("\u{1} 1. First").unwrap().id;
    let item = NewItem {
        target: ItemTarget::Note { id: note.id },
        title: String::new(),
    };
    dossiers.add(id, &[item], END).unwrap();
    let text = dossiers.markdown(id).unwrap();
    assert!(text.starts_with("# 1\\. First\n"), "{text}");
    assert!(text.contains("- \\> said"), "{text}");
}

#[test]
fn a_table_and_a_list_leave_as_such_and_end_before_what_follows() {
    let bench = bench();
    let said = "The harbour office gave the numbers on Friday and said that they would be looked at again in autumn.";
    let page = format!(
        "# Ships in port\n\n{said}\n\n- Grain\n- Coal\n\n{said} It did not say why.\n\n\
| | 2020 | 2021 |\n|---|---|---|\n| North | 12 | |\n| South | | a\\|b |\n\n{said} No word came of {PICTURE} there.\n"
    );
    bench.import(&bench.file("ships.md", page));
    let out = bench.folder.path().join("out");
    bench
        .notebook
        .export(&out, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let folder = std::fs::read_dir(out.join("articles")).unwrap();
    let files: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
    let written = std::fs::read_to_string(&files[0]).unwrap();
    assert!(
        written.contains("- Grain\n- Coal\n\nThe harbour"),
        "{written}"
    );
    assert!(
        written.contains(
            "\n\n|  | 2020 | 2021 |\n| --- | --- | --- |\n| North | 12 |  |\n| South |  | a\\|b |\n\nThe harbour"
        ),
        "{written}"
    );
}
