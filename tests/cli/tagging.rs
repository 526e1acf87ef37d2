//! `dragoman tag`: a line for every text, with the places of its names.

use std::fs;

use serde_json::{Value, json};

use crate::run::Desk;

fn spans(line: &Value, text: &str) -> Vec<(String, String, Value)> {
    let letters: Vec<char> = text.chars().collect();
    let words = |span: &Value, end: &str| span[end].as_u64().unwrap() as usize;
    line["spans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| {
            let name = &letters[words(span, "start")..words(span, "end")];
            let kind = span["type"].as_str().unwrap().to_owned();
            (name.iter().collect(), kind, span["entity"].clone())
        })
        .collect()
}

#[test]
fn names_of_texts_are_printed_with_their_places() {
    let desk = Desk::new();
    let texts = [
        "Angela Merkel flew from Berlin to Warsaw on Tuesday.",
        "Президент Путин прилетел в Берлин. Владимира Путина встретила Ангела Меркель.",
    ];
    let lines: Vec<String> = texts
        .iter()
        .enumerate()
        .map(|(id, text)| json!({"id": id.to_string(), "text": text}).to_string())
        .collect();
    let file = desk.path().join("texts.jsonl");
    fs::write(&file, lines.join("\n")).unwrap();
    let kept = desk.path().join("kept.jsonl");
    let putin = json!({"entity": "Q7747", "type": "PER", "names": ["Vladimir Putin"]});
    let merkel = json!({"entity": "Q567", "type": "PER", "names": ["Angela Merkel"]});
    let other = json!({"entity": "P1", "type": "PRO", "names": ["Berlin"]});
    fs::write(&kept, format!("{putin}\n{merkel}\n{other}\n")).unwrap();

    let [file, kept] = [&file, &kept].map(|path| path.to_str().unwrap());
    let lines = desk.json(&["tag", "--jsonl", file, "--kb", kept]);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["id"], "0");
    let named = |name: &str, kind: &str, entity: Value| (name.to_owned(), kind.to_owned(), entity);
    assert_eq!(
        spans(&lines[0], texts[0]),
        [
            named("Angela Merkel", "PER", json!("Q567")),
            named("Berlin", "LOC", Value::Null),
            named("Warsaw", "LOC", Value::Null),
        ]
    );
    assert_eq!(
        spans(&lines[1], texts[1]),
        [
            named("Путин", "PER", json!("Q7747")),
            named("Берлин", "LOC", Value::Null),
            named("Владимира Путина", "PER", json!("Q7747")),
            named("Ангела Меркель", "PER", json!("Q567")),
        ]
    );
    assert!(!desk.notebook().exists());
}

#[test]
fn a_file_that_is_no_json_is_a_failure() {
    let desk = Desk::new();
    let file = desk.path().join("texts.jsonl");
    fs::write(&file, "not json\n").unwrap();
    let output = desk.run(&["tag", "--jsonl", file.to_str().unwrap()]);
    assert!(!output.status.success());
}
