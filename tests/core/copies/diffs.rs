//! What differs between two texts is said word by word, and nothing else is.

use dragoman_core::copies::{Compared, diff};
use dragoman_core::domain::{Block, BlockKind, PartChange, PartDiff, RunKind, TextDiff, TextPart};

fn blocks(paragraphs: &[&str]) -> Vec<Block> {
    (1..)
        .zip(paragraphs)
        .map(|(line, text)| Block {
            kind: BlockKind::Paragraph,
            text: (*text).to_owned(),
            credit: None,
            lang: None,
            line,
        })
        .collect()
}

fn compare(before: &[&str], after: &[&str]) -> TextDiff {
    let text = |blocks| Compared {
        fields: &[],
        blocks,
    };
    diff(&text(&blocks(before)), &text(&blocks(after)))
}

fn changes(diff: &TextDiff) -> Vec<PartChange> {
    diff.parts.iter().map(|part| part.change).collect()
}

fn words(part: &PartDiff, kind: RunKind) -> Vec<&str> {
    let of_kind = part.runs.iter().filter(|run| run.kind == kind);
    of_kind.map(|run| run.text.trim()).collect()
}

fn text(part: &PartDiff, without: RunKind) -> String {
    let kept = part.runs.iter().filter(|run| run.kind != without);
    kept.map(|run| run.text.as_str()).collect()
}

#[test]
fn a_changed_word_is_all_that_changed() {
    let diff = compare(
        &["At least 12 people were killed in the port, officials said."],
        &["At least 15 people were killed in the port, the ministry said."],
    );
    assert_eq!(changes(&diff), [PartChange::Changed]);
    assert_eq!(words(&diff.parts[0], RunKind::Deleted), ["12", "officials"]);
    assert_eq!(
        words(&diff.parts[0], RunKind::Inserted),
        ["15", "the ministry"]
    );
    assert_eq!((diff.added, diff.removed), (3, 2));
}

#[test]
fn both_texts_can_be_read_from_the_runs() {
    let pairs = [
        ("One two three four.", "One 2 3 four, five."),
        (
            "وصل الوزير إلى العاصمة أمس",
            "وصل الوزير والوفد إلى العاصمة اليوم",
        ),
        (
            "金正恩致电普京祝贺胜利日。",
            "金正恩昨日致电普京，祝贺胜利日。",
        ),
        ("a b c d e f g h", "a x c y e z g w"),
        ("same  spaces here", "same spaces here"),
    ];
    for (before, after) in pairs {
        let diff = compare(&[before], &[after]);
        let (mut old, mut new) = (String::new(), String::new());
        for part in &diff.parts {
            old += &text(part, RunKind::Inserted);
            new += &text(part, RunKind::Deleted);
        }
        assert_eq!(old, before);
        assert_eq!(new, after);
    }
}

#[test]
fn paragraphs_come_go_and_move() {
    let (one, two, three) = (
        "The first paragraph speaks of the port and its quay.",
        "The second paragraph speaks of ships from the north.",
        "The third paragraph is about something else entirely.",
    );
    let new = "Nobody had expected these lines of the mayor at all.";
    assert_eq!(
        changes(&compare(&[one, two], &[one, new, two])),
        [PartChange::Same, PartChange::Inserted, PartChange::Same]
    );
    assert_eq!(
        changes(&compare(&[one, two, three], &[one, three])),
        [PartChange::Same, PartChange::Deleted, PartChange::Same]
    );
    let moved = compare(&[one, two, three], &[three, one, two]);
    assert!(changes(&moved).contains(&PartChange::MovedHere));
    assert!(changes(&moved).contains(&PartChange::MovedAway));
    assert_eq!((moved.added, moved.removed), (0, 0));
}

#[test]
fn a_rewritten_paragraph_is_no_new_one() {
    let before = [
        "The talks began on Monday in the capital and will go on for three days.",
        "Nobody wanted to speak about prisoners.",
    ];
    let after = [
        "Reporters were kept away from the building.",
        "The talks began on Monday in the old capital and will go on for four days.",
        "Nobody wanted to speak about prisoners.",
    ];
    assert_eq!(
        changes(&compare(&before, &after)),
        [PartChange::Inserted, PartChange::Changed, PartChange::Same]
    );
}

#[test]
fn fields_are_compared_too() {
    let fields = |title: &str, updated: &str| {
        vec![
            (TextPart::Title, title.to_owned()),
            (TextPart::Updated, updated.to_owned()),
        ]
    };
    let before = fields("Minister resigns", "");
    let after = fields("Minister resigns after vote", "2022-05-10T16:14+01:00");
    let diff = diff(
        &Compared {
            fields: &before,
            blocks: &[],
        },
        &Compared {
            fields: &after,
            blocks: &[],
        },
    );
    assert_eq!(changes(&diff), [PartChange::Changed, PartChange::Inserted]);
    assert_eq!(words(&diff.parts[0], RunKind::Inserted), ["after vote"]);
    // A time is no word of the text.
    assert_eq!(diff.added, 2);
}

#[test]
fn large_texts_take_bounded_time() {
    // Every word another: the worst case of a diff.
    let one: Vec<String> = (0..60_000).map(|n| format!("a{n}")).collect();
    let other: Vec<String> = (0..60_000).map(|n| format!("b{}", n % 977)).collect();
    let diff = compare(&[&one.join(" ")], &[&other.join(" ")]);
    assert_eq!(diff.added, 60_000);
    let many: Vec<String> = (0..3_000)
        .map(|n| format!("Paragraph {n} of one."))
        .collect();
    let more: Vec<String> = (0..3_000)
        .map(|n| format!("Paragraph {n} of two."))
        .collect();
    let before: Vec<&str> = many.iter().map(String::as_str).collect();
    let after: Vec<&str> = more.iter().map(String::as_str).collect();
    assert!(compare(&before, &after).added > 0);
}
