//! Articles out of documents whose format knows its parts.

use dragoman_core::domain::{
    ArticleParts, BlockKind, Document, DocumentLine, Facts, Fate, Field, LineStyle, Origin,
    RemovalReason,
};
use dragoman_core::extract::{MediaType, SourceHints, article_from_document};

const FIRST: &str =
    "The foreign ministers of both countries agreed on Tuesday to open the border again.";
const SECOND: &str =
    "Lorries had waited for eleven days at the crossing, their drivers said to reporters.";

fn read(facts: Facts, lines: &[(LineStyle, &str)]) -> ArticleParts {
    let lines = lines
        .iter()
        .map(|(style, text)| DocumentLine {
            text: (*text).to_owned(),
            style: *style,
        })
        .collect();
    let hints = SourceHints {
        file_name: Some("document.docx"),
        ..SourceHints::of(MediaType::Text)
    };
    article_from_document(&Document { facts, lines }, &hints)
}

fn origin(parts: &ArticleParts, field: Field) -> Option<Origin> {
    let found = parts.provenance.iter().find(|p| p.field == field);
    found.map(|p| p.candidates[0].origin.clone())
}

#[test]
fn styles_name_the_parts() {
    let parts = read(
        Facts::default(),
        &[
            (LineStyle::Title, "Border opens after eleven days"),
            (
                LineStyle::Subtitle,
                "Ministers agree in Tirana, lorries start moving at noon",
            ),
            (LineStyle::Paragraph, "By Anna Petrova in Tirana"),
            (LineStyle::Paragraph, "10 May 2022, 16:14 BST"),
            (LineStyle::Paragraph, FIRST),
            (LineStyle::Heading, "What happens next"),
            (LineStyle::Paragraph, SECOND),
            (LineStyle::Caption, "Lorries at the crossing (AP)"),
            (LineStyle::TableRow, "Day | Lorries"),
            (LineStyle::Furniture, "Page 1 of 2"),
        ],
    );
    assert_eq!(parts.title, "Border opens after eleven days");
    assert_eq!(
        parts.standfirst.as_deref(),
        Some("Ministers agree in Tirana, lorries start moving at noon")
    );
    assert_eq!(parts.byline, ["Anna Petrova"]);
    assert_eq!(
        parts.published.as_ref().unwrap().iso,
        "2022-05-10T16:14+01:00"
    );
    assert_eq!(parts.language.as_deref(), Some("en"));
    assert_eq!(origin(&parts, Field::Title), Some(Origin::Line { line: 1 }));
    assert_eq!(
        origin(&parts, Field::Byline),
        Some(Origin::Line { line: 3 })
    );
    let kinds: Vec<BlockKind> = parts.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Paragraph,
            BlockKind::Heading,
            BlockKind::Paragraph,
            BlockKind::Caption,
            BlockKind::TableRow
        ]
    );
    assert_eq!(parts.blocks[3].credit.as_deref(), Some("AP"));
    assert_eq!(parts.pieces.len(), 10, "every line is a piece");
    assert!(matches!(
        parts.pieces[9].fate,
        Fate::Removed {
            reason: RemovalReason::PageNote,
            ..
        }
    ));
}

#[test]
fn a_document_without_styles_is_read_by_its_words() {
    let parts = read(
        Facts::default(),
        &[
            (LineStyle::Paragraph, "Border opens after eleven days"),
            (LineStyle::Paragraph, "By Anna Petrova"),
            (LineStyle::Paragraph, "Tuesday 10 May 2022"),
            (LineStyle::Paragraph, FIRST),
            (LineStyle::Paragraph, "What happens next"),
            (LineStyle::Paragraph, SECOND),
        ],
    );
    assert_eq!(parts.title, "Border opens after eleven days");
    assert_eq!(parts.byline, ["Anna Petrova"]);
    assert_eq!(parts.published.unwrap().iso, "2022-05-10");
    let kinds: Vec<BlockKind> = parts.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Paragraph,
            BlockKind::Heading,
            BlockKind::Paragraph
        ]
    );
}

#[test]
fn what_the_file_declares_fills_what_the_text_does_not_print() {
    let facts = Facts {
        title: Some("Border opens".to_owned()),
        byline: vec!["Anna Petrova".to_owned()],
        published: Some("2022-05-10T16:14:00+02:00".to_owned()),
        outlet: Some("bbc".to_owned()),
        section: Some("World".to_owned()),
        ..Facts::default()
    };
    let parts = read(
        facts,
        &[
            (LineStyle::Paragraph, FIRST),
            (LineStyle::Paragraph, SECOND),
        ],
    );
    assert_eq!(parts.title, "Border opens");
    assert_eq!(parts.byline, ["Anna Petrova"]);
    assert_eq!(
        parts.published.as_ref().unwrap().iso,
        "2022-05-10T16:14:00+02:00"
    );
    assert_eq!(parts.outlet.as_deref(), Some("BBC News"));
    assert_eq!(parts.section.as_deref(), Some("World"));
    for field in [Field::Title, Field::Byline, Field::Published, Field::Outlet] {
        assert_eq!(origin(&parts, field), Some(Origin::Import), "{field:?}");
    }
}

#[test]
fn what_a_template_left_in_the_file_does_not_outweigh_the_text() {
    let facts = Facts {
        title: Some("Microsoft Word - Vorlage.docx".to_owned()),
        byline: vec!["Template Maker".to_owned()],
        published: Some("2019-01-01T08:00:00Z".to_owned()),
        language: Some("en-US".to_owned()),
        ..Facts::default()
    };
    let lines = [
        (LineStyle::Heading, "Grenze nach elf Tagen wieder offen"),
        (LineStyle::Paragraph, "Von Anna Petrova"),
        (LineStyle::Paragraph, "5. Januar 2018"),
        (
            LineStyle::Paragraph,
            "Die Außenminister beider Länder einigten sich am Dienstag darauf, die Grenze wieder zu öffnen.",
        ),
    ];
    let parts = read(facts, &lines);
    assert_eq!(parts.title, "Grenze nach elf Tagen wieder offen");
    assert_eq!(parts.byline, ["Anna Petrova"]);
    assert_eq!(parts.published.unwrap().iso, "2018-01-05");
    assert_eq!(parts.language.as_deref(), Some("de"));
}

#[test]
fn a_date_to_come_is_not_when_a_message_was_sent() {
    let facts = Facts {
        published: Some("2022-05-10T16:14:00+02:00".to_owned()),
        ..Facts::default()
    };
    let lines = [
        (LineStyle::Title, "Summit in Tirana"),
        (LineStyle::Paragraph, "Tirana, 14 June 2022"),
        (LineStyle::Paragraph, FIRST),
    ];
    assert_eq!(
        read(facts, &lines).published.unwrap().iso,
        "2022-05-10T16:14:00+02:00"
    );
}

#[test]
fn furniture_copied_from_a_page_is_removed_with_its_reason() {
    let parts = read(
        Facts::default(),
        &[
            (LineStyle::Paragraph, "Border opens after eleven days"),
            (LineStyle::Paragraph, FIRST),
            (LineStyle::Paragraph, "Share this article"),
            (LineStyle::Paragraph, SECOND),
            (LineStyle::Paragraph, "Sign up to our newsletter"),
        ],
    );
    let body: Vec<&str> = parts
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(body, [FIRST, SECOND]);
}

#[test]
fn a_letter_keeps_all_its_lines() {
    let lines = [
        (LineStyle::Paragraph, "Dear colleagues,"),
        (LineStyle::Paragraph, FIRST),
        (LineStyle::Paragraph, SECOND),
        (LineStyle::Paragraph, "With best wishes"),
        (LineStyle::Paragraph, "A. P."),
    ];
    let parts = read(Facts::default(), &lines);
    assert_eq!(parts.blocks.len(), 5);
    assert!(!parts.title.is_empty());
}

#[test]
fn an_empty_document_says_so() {
    let parts = read(Facts::default(), &[]);
    assert_eq!(parts.title, "");
    assert_eq!(parts.warnings.len(), 1);
}
