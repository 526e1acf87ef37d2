//! Lists of ready articles, as other programs write them.

use dragoman_core::CancelToken;
use dragoman_core::domain::{ImportItem, OutcomeKind};

use crate::support::{Bench, bench};

fn import(bench: &Bench, path: &std::path::Path) -> Vec<ImportItem> {
    let mut items = Vec::new();
    bench
        .notebook
        .imports()
        .run_ready(path, &CancelToken::new(), &mut |progress| {
            items.extend(progress.items);
        })
        .unwrap();
    items
}

#[test]
fn a_line_in_another_encoding_costs_only_itself() {
    let bench = bench();
    let list = b"{\"title\":\"One\"}\n{\"title\":\"caf\xe9\"}\r\n\r\n{\"title\":\"Three\"}\r\n";
    let items = import(&bench, &bench.file("list.jsonl", list));
    let outcomes: Vec<OutcomeKind> = items.iter().map(|item| item.outcome).collect();
    assert_eq!(
        outcomes,
        [
            OutcomeKind::Imported,
            OutcomeKind::NotImported,
            OutcomeKind::Imported
        ]
    );
    assert!(items[1].name.ends_with(":2") && items[2].name.ends_with(":4"));
}

#[test]
fn a_byte_order_mark_and_nulls_are_read() {
    let bench = bench();
    let list =
        "\u{feff}{\"title\":\"One\"}\n{\"title\":null,\"text\":\"Only text.\",\"url\":null}\n";
    let items = import(&bench, &bench.file("list.jsonl", list));
    assert_eq!(items.len(), 2);
    assert_eq!(bench.library().len(), 2);
}

#[cfg(unix)]
#[test]
fn a_list_may_come_through_a_pipe() {
    let bench = bench();
    let pipe = bench.folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::write(pipe, "{\"title\":\"One\"}\n{\"title\":\"Two\"}\n").unwrap()
    });
    let items = import(&bench, &pipe);
    writer.join().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(bench.library().len(), 2);
}

#[test]
fn times_are_kept_in_the_shapes_that_are_shown() {
    let bench = bench();
    let shapes = [
        ("20220510", Some("2022-05-10")),
        (
            "2022-05-10T16:14:30.123456Z",
            Some("2022-05-10T16:14:30+00:00"),
        ),
        (
            "2022-05-10 16:14:30+01:00[Europe/London]",
            Some("2022-05-10T16:14:30+01:00"),
        ),
        ("2022-05", Some("2022-05")),
        ("2022-05-10T16", None),
        ("2022-13-10", None),
        ("yesterday", None),
    ];
    for (n, (given, kept)) in shapes.iter().enumerate() {
        let line = serde_json::json!({ "title": format!("Article {n}"), "published": given });
        let list = bench.file(&format!("{n}.jsonl"), line.to_string());
        let id = import(&bench, &list)[0].article.unwrap();
        let published = bench.get(id).published.map(|time| time.iso);
        assert_eq!(published.as_deref(), *kept, "{given}");
    }
}
