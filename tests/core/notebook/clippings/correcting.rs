//! Highlights in the paragraph or row that is corrected: they stay where the correction left
//! their words, and nowhere else.

use dragoman_core::domain::{
    Article, BlockKind, ClippingFacts, ClippingQuery, HitKind, PassageState, QuoteListFormat,
    QuoteType, SearchQuery, Span, TextCorrection,
};

use super::{clip, facts, get, named, undo};
use crate::support::{Bench, bench, span_of, words_at};

const ROWS: [&str; 4] = [
    "Week | Ships | Crews | Unloaded",
    "16 | 12 | 230 | 3",
    "17 | 12 | 388 | 2",
    "18 | 14 | 3 | 3",
];

fn table(bench: &Bench) -> Article {
    let cells = |row: &str| row.replace(" | ", "</td><td>");
    let rows: String = ROWS
        .iter()
        .map(|row| format!("<tr><td>{}</td></tr>", cells(row)))
        .collect();
    let html = format!(
        "<html lang=en><head><title>Ships</title></head><body><article><h1>Ships</h1>\
         <p>The harbour counted the ships and their crews in each week of the spring.</p>\
         <table>{rows}</table>\
         <p>No figures were given for the summer, an official said on Monday evening.</p>\
         </article></body></html>"
    );
    let items = bench.import(&bench.file("ships.html", html));
    bench.get(items[0].article.unwrap())
}

fn row(article: &Article, text: &str) -> usize {
    let at = article.blocks.iter().position(|block| block.text == text);
    let at = at.unwrap_or_else(|| panic!("{text} in {:?}", article.blocks));
    assert_eq!(article.blocks[at].kind, BlockKind::TableRow);
    at
}

fn rewrite(bench: &Bench, article: &Article, block: usize, text: &str) -> Article {
    let correction = TextCorrection::Rewrite {
        block: u32::try_from(block).unwrap(),
        text: text.into(),
    };
    let seen = bench.get(article.id).text_version;
    let articles = bench.notebook.articles();
    articles.correct(article.id, seen, &correction).unwrap()
}

/// Where the words of a row are after it was corrected, from which letter on.
fn after(words: &str, corrected: &str) -> Option<u32> {
    let bench = bench();
    let article = table(&bench);
    let at = row(&article, ROWS[1]);
    let made = clip(
        &bench,
        &article,
        span_of(&article, at, words),
        &ClippingFacts::default(),
    );
    let now = rewrite(&bench, &article, at, corrected);
    let kept = get(&bench, made.id);
    if kept.passage != PassageState::There {
        return None;
    }
    assert_eq!(words_at(&now, kept.anchor.span).exact, words);
    Some(kept.anchor.span.start)
}

#[test]
fn what_stands_before_or_behind_the_corrected_cell_stays() {
    assert_eq!(after("16 | 12 | 230", "16 | 12 | 230 | 33"), Some(0));
    assert_eq!(after("230 | 3", "16 | 112 | 230 | 3"), Some(11));
    assert_eq!(after("12", "16 | 12 | 231 | 3"), Some(5));
    assert_eq!(after("230 | 3", "16 | 12 | 230 | 3 | late"), Some(10));
}

#[test]
fn what_was_changed_itself_or_repeated_is_no_longer_found() {
    assert_eq!(after("230", "16 | 12 | 231 | 3"), None);
    assert_eq!(after("16 | 12", "16 | 120 | 230 | 3"), None);
    assert_eq!(after("230 | 3", "16 | 12 | 230 | 3 500"), None);
    assert_eq!(after("12", "16 | 12 | 12 | 230 | 3"), None);
    assert_eq!(after("230", ROWS[2]), None);
    assert_eq!(after("230", "16 | 12 | 230 000 | 3"), None);
    assert_eq!(after("230", "16 | 12 | 1 230 | 3"), None);
}

#[test]
fn of_two_alike_nobody_knows_which_was_taken_out() {
    let bench = bench();
    let article = table(&bench);
    let last = article.blocks.len() - 1;
    let facts = ClippingFacts::default();
    let twice = "Kim met Lee. Kim left.";
    let article = rewrite(&bench, &article, last, twice);
    let block = i32::try_from(last).unwrap_or_default();
    let clips = [0, 13].map(|start| {
        let end = start + 3;
        let span = Span { block, start, end };
        clip(&bench, &article, span, &facts)
    });
    rewrite(&bench, &article, last, "Kim left.");
    for made in &clips {
        assert_ne!(get(&bench, made.id).passage, PassageState::There);
    }
}

#[test]
fn a_paragraph_that_was_put_before_it_takes_no_words_over() {
    let bench = bench();
    let article = table(&bench);
    let last = article.blocks.len() - 1;
    let words = "The government said that taxes rise in May.";
    let article = rewrite(&bench, &article, last, words);
    let span = span_of(&article, last, "The government");
    let made = clip(&bench, &article, span, &ClippingFacts::default());
    let two = "The government denied it.\n\nThe government said that taxes rise in June.";
    let now = rewrite(&bench, &article, last, two);
    let kept = get(&bench, made.id);
    let denied = i32::try_from(last).ok();
    assert!(
        kept.passage != PassageState::There || Some(kept.anchor.span.block) != denied,
        "{:?}",
        words_at(&now, kept.anchor.span)
    );
}

#[test]
fn one_correction_after_another_and_taking_them_back_keep_it() {
    let bench = bench();
    let article = table(&bench);
    let at = row(&article, ROWS[1]);
    let span = span_of(&article, at, "16 | 12");
    let made = clip(&bench, &article, span, &ClippingFacts::default());
    for text in [
        "16 | 12 | 230 | 33",
        "16 | 12 | 23 | 33",
        "Fifteen | 11 | 23 | 33",
    ] {
        rewrite(&bench, &article, at, text);
    }
    assert_eq!(get(&bench, made.id).passage, PassageState::Lost);
    for _ in 0..3 {
        undo(&bench);
        let back = get(&bench, made.id);
        assert_eq!(back.passage, PassageState::There);
        assert_eq!(back.anchor.span, span);
    }
    assert_eq!(get(&bench, made.id).anchor, made.anchor);
}

#[test]
fn a_paragraph_that_was_parted_keeps_its_beginning_and_its_end() {
    let bench = bench();
    let article = table(&bench);
    let last = article.blocks.len() - 1;
    let facts = ClippingFacts::default();
    let clips = ["No figures", "Monday evening."]
        .map(|words| clip(&bench, &article, span_of(&article, last, words), &facts));
    let parted = "No figures were given.\n\nFor the summer, an official said on Monday evening.";
    let now = rewrite(&bench, &article, last, parted);
    for (made, block) in clips.iter().zip([last, last + 1]) {
        let kept = get(&bench, made.id);
        assert_eq!(kept.passage, PassageState::There, "{}", made.anchor.exact);
        assert_eq!(usize::try_from(kept.anchor.span.block), Ok(block));
        let there = words_at(&now, kept.anchor.span).exact;
        assert_eq!(there, made.anchor.exact);
    }
    undo(&bench);
    for made in &clips {
        assert_eq!(get(&bench, made.id).anchor, made.anchor);
    }
}

#[test]
fn words_of_a_row_say_that_they_are_and_are_the_tables_own() {
    let bench = bench();
    let article = table(&bench);
    let span = span_of(&article, row(&article, ROWS[1]), "12 | 230");
    let clippings = bench.notebook.clippings();
    let proposed = clippings.propose(article.id, span).unwrap();
    assert_eq!(proposed.quote_type, QuoteType::Direct);
    let made = clip(&bench, &article, span, &facts(named("Kim")));
    assert!(made.row);
    assert_eq!(made.anchor.exact, "12 | 230");
    let paragraph = span_of(&article, 0, "the ships");
    assert!(!clip(&bench, &article, paragraph, &ClippingFacts::default()).row);
}

#[test]
fn a_result_has_tabs_where_bars_part_the_cells_of_a_row() {
    let bench = bench();
    let article = table(&bench);
    let span = span_of(&article, row(&article, ROWS[1]), "12 | 230");
    clip(&bench, &article, span, &facts(named("Kim")));
    bench.notebook.finish_indexing().unwrap();
    let snippet = |kind: HitKind| {
        let query = SearchQuery {
            text: "\"12 230\"".into(),
            kinds: vec![kind],
            ..SearchQuery::default()
        };
        let found = bench.notebook.search(&query).unwrap();
        found.hits[0].snippet.concat()
    };
    assert_eq!(snippet(HitKind::Article), "16 \t 12 \t 230 \t 3");
    assert_eq!(snippet(HitKind::Quote), "12 \t 230");
}

#[test]
fn a_row_is_named_and_written_without_the_bars_between_its_cells() {
    let bench = bench();
    let article = table(&bench);
    let at = row(&article, ROWS[1]);
    let span = span_of(&article, at, "16 | 12 | 230");
    clip(&bench, &article, span, &facts(named("The harbour")));
    let subject = bench.notebook.undo_peek().unwrap().unwrap().subject;
    assert_eq!(subject, "16 · 12 · 230");
    for format in [QuoteListFormat::Csv, QuoteListFormat::Markdown] {
        let clippings = bench.notebook.clippings();
        let (text, _) = clippings
            .export_list(&ClippingQuery::default(), format)
            .unwrap();
        assert!(text.contains("16 · 12 · 230"), "{text}");
        assert!(!text.contains(" | ") && !text.contains('“'), "{text}");
    }
}
