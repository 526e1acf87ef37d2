//! Whatever comes in, recognising ends, gives spans that fit the text, and gives the
//! same ones again.

use std::cell::Cell;
use std::path::Path;

use dragoman_recogniser::{Error, Recogniser, refine};

use crate::support::recogniser;

fn check(text: &str) {
    let found = recogniser().recognise(text, &|| false).unwrap();
    assert_eq!(found, recogniser().recognise(text, &|| false).unwrap());
    let refined = refine(text, found);
    let mut last = 0;
    for span in &refined {
        assert!(last <= span.start && span.start < span.end, "{span:?}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        assert!((0.0..=1.0).contains(&span.confidence), "{span:?}");
        last = span.end;
    }
}

#[test]
fn odd_texts_give_spans_that_fit() {
    check("");
    check("\n \t\u{200b}\u{feff}");
    check("\0\u{1}\u{7f}\u{85}Paris\u{ad}\0");
    check("e\u{301}\u{301}\u{301} ﬁ ㍿ ﷺ 🏳️‍🌈 👩‍👩‍👧 \u{1f1eb}\u{1f1f7}");
    check("Paris\u{301}\u{202e} London \u{202c}");
    check(&"\u{301}".repeat(500));
    check(&"((((((((((KCNA))))))))))".repeat(8));
    check(&"A".repeat(1000));
    check(&"平".repeat(300));
    check("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}에서");
}

#[test]
fn a_long_line_without_spaces_can_be_left() {
    let asked = Cell::new(0);
    let cancelled = || {
        asked.set(asked.get() + 1);
        asked.get() > 3
    };
    let text = "Рейкьявик".repeat(60_000);
    let stopped = recogniser().recognise(&text, &cancelled);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(asked.get(), 4);
}

#[test]
fn rules_take_a_long_text_in_their_stride() {
    let text = "Anna (AB) Berg of the New Council (NC) and War ".repeat(10_000);
    let found = refine(&text, Vec::new());
    assert!(found.len() >= 10_000);
}

#[test]
fn a_damaged_model_is_an_error() {
    let missing = Recogniser::load(Path::new("nowhere"));
    assert!(matches!(missing, Err(Error::Read { .. })));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("model");
    let encoder = std::fs::read(folder.join("encoder.onnx")).unwrap();
    let table = std::fs::read(folder.join("table.bin")).unwrap();
    for end in [0, 10, 20, 500_000, table.len() - 1] {
        let read = Recogniser::from_bytes(encoder.clone(), &table[..end]);
        assert!(matches!(read, Err(Error::Model(_))), "{end}");
    }
    let read = Recogniser::from_bytes(encoder[..1000].to_vec(), &table);
    assert!(read.is_err());
}
