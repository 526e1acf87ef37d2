//! Inside the crate, because pieces are nobody's business outside it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::table::Table;

#[test]
fn text_is_cut_as_in_training() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read(crate_folder.join("model/table.bin")).unwrap();
    let table = Table::read(&table, |codes| codes.to_vec().into()).unwrap();
    let examples = crate_folder.join("../../tests/fixtures/recogniser/pieces.jsonl");
    let examples = fs::read_to_string(examples).unwrap();
    assert!(examples.lines().count() >= 9);
    for line in examples.lines() {
        let example: Value = serde_json::from_str(line).unwrap();
        let text = example["text"].as_str().unwrap();
        let wanted: Vec<(u64, u64, u64)> =
            serde_json::from_value(example["pieces"].clone()).unwrap();
        let point = |byte: usize| text[..byte].chars().count() as u64;
        let cut: Vec<(u64, u64, u64)> = table
            .pieces
            .cut(text, 0)
            .iter()
            .map(|piece| (u64::from(piece.row), point(piece.start), point(piece.end)))
            .collect();
        assert_eq!(cut, wanted, "{text}");
    }
}
