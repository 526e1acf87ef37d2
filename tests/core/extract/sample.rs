//! A saved page as text with the web page's furniture left in.

use dragoman_core::domain::{BlockKind, Fate, Field, Origin, RemovalReason};
use dragoman_core::extract::{self, MediaType, SourceHints};

const SAMPLE: &[u8] = include_bytes!("../../fixtures/seed/independent-2022-05-10.txt");

fn sample() -> dragoman_core::domain::ArticleParts {
    let hints = SourceHints {
        file_name: Some("independent-2022-05-10.txt"),
        ..SourceHints::of(MediaType::Text)
    };
    extract::article(SAMPLE, &hints)
}

#[test]
fn fields_are_read_from_the_head() {
    let parts = sample();
    assert_eq!(
        parts.title,
        "North Korea defends Russia’s right to ‘safeguard the country’s dignity’"
    );
    assert_eq!(
        parts.standfirst.as_deref(),
        Some("The North Korean leader congratulated his Russian counterpart on Victory Day")
    );
    assert_eq!(parts.byline, ["Thomas Kingsley"]);
    let published = parts.published.clone().unwrap();
    assert_eq!(published.iso, "2022-05-10T16:14+01:00");
    assert_eq!(published.zone.as_deref(), Some("BST"));
    assert_eq!(parts.outlet.as_deref(), Some("The Independent"));
    assert_eq!(parts.language.as_deref(), Some("en"));
    assert!(parts.warnings.is_empty(), "{:?}", parts.warnings);
}

#[test]
fn every_field_says_where_it_came_from() {
    let parts = sample();
    let origin = |field: Field| {
        let entry = parts
            .provenance
            .iter()
            .find(|entry| entry.field == field)
            .unwrap();
        entry.candidates[0].origin.clone()
    };
    assert_eq!(origin(Field::Title), Origin::Line { line: 1 });
    assert_eq!(origin(Field::Standfirst), Origin::Line { line: 3 });
    assert_eq!(origin(Field::Byline), Origin::Line { line: 5 });
    assert_eq!(origin(Field::Published), Origin::Line { line: 6 });
    assert_eq!(
        origin(Field::Outlet),
        Origin::Inferred {
            from: "follow other Independent readers".to_owned()
        }
    );
}

#[test]
fn captions_are_kept_once_with_their_credit() {
    let parts = sample();
    let captions: Vec<_> = parts
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Caption)
        .map(|block| (block.line, block.text.as_str(), block.credit.as_deref()))
        .collect();
    assert_eq!(
        captions,
        [
            (
                8,
                "Vladimir Putin ready to meet Kim Jong-un to discuss 'urgent issues', says North Korean state media",
                None
            ),
            (
                22,
                "Russian military vehicles roll during the Victory Day military parade in Moscow (AP)",
                Some("AP")
            ),
        ]
    );
}

#[test]
fn the_body_is_complete_and_in_order() {
    let parts = sample();
    let lines: Vec<u32> = parts
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Caption)
        .map(|block| block.line)
        .collect();
    assert_eq!(lines, [11, 13, 15, 17, 19, 24, 26, 28, 30, 32]);
    let source = std::str::from_utf8(SAMPLE).unwrap();
    let printed: Vec<&str> = source.lines().collect();
    for block in &parts.blocks {
        assert_eq!(block.text, printed[block.line as usize - 1].trim());
    }
}

#[test]
fn what_was_removed_is_listed_with_its_reason() {
    let parts = sample();
    let removed: Vec<_> = parts
        .pieces
        .iter()
        .filter_map(|piece| match piece.fate {
            Fate::Removed { reason, repeats } => Some((piece.line, reason, repeats)),
            _ => None,
        })
        .collect();
    assert_eq!(
        removed,
        [
            (7, RemovalReason::Comments, None),
            (9, RemovalReason::Repeated, Some(8)),
            (21, RemovalReason::Repeated, Some(22)),
            (34, RemovalReason::Comments, None),
            (36, RemovalReason::Comments, None),
            (38, RemovalReason::Comments, None),
            (40, RemovalReason::Account, None),
            (42, RemovalReason::Account, None),
        ]
    );
}

#[test]
fn every_line_of_the_file_is_a_piece() {
    let parts = sample();
    let source = std::str::from_utf8(SAMPLE).unwrap();
    let with_text: Vec<u32> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, _)| number)
        .collect();
    let pieces: Vec<u32> = parts.pieces.iter().map(|piece| piece.line).collect();
    assert_eq!(pieces, with_text);
}
