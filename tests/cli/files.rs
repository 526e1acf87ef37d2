//! Importing, showing, searching, checking and leaving.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::run::Desk;

const SAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/seed/independent-2022-05-10.txt"
);

#[test]
fn the_sample_comes_out_as_a_reporter_reads_it() {
    let desk = Desk::new();
    let lines = desk.json(&["import", "--json", SAMPLE]);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["outcome"], "imported");
    let id = lines[0]["article_id"].as_str().unwrap();
    let article = &desk.json(&["show", "--json", id])[0];
    assert_eq!(
        article["title"],
        "North Korea defends Russia’s right to ‘safeguard the country’s dignity’"
    );
    assert_eq!(
        article["standfirst"],
        "The North Korean leader congratulated his Russian counterpart on Victory Day"
    );
    assert_eq!(article["byline"], serde_json::json!(["Thomas Kingsley"]));
    assert_eq!(article["published"], "2022-05-10T16:14+01:00");
    assert_eq!(article["zone"], "BST");
    assert_eq!(article["outlet"], "The Independent");
    assert_eq!(article["language"], "en");
    let captions = article["captions"].as_array().unwrap();
    assert_eq!(captions.len(), 2);
    assert_eq!(captions[0]["credit"], serde_json::Value::Null);
    assert_eq!(captions[1]["credit"], "AP");
    let text = article["text"].as_str().unwrap();
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 10);
    assert!(paragraphs[0].starts_with("North Korean leader Kim Jong Un has reiterated"));
    assert!(paragraphs[9].ends_with("the foreign ministry’s column said."));
    let removed: Vec<u64> = article["removed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| piece["line"].as_u64().unwrap())
        .collect();
    assert_eq!(removed, [7, 9, 21, 34, 36, 38, 40, 42]);
    let html = article["html"].as_str().unwrap();
    assert!(html.contains("<h1") && !html.contains("Join our commenting forum"));
}

#[test]
fn what_was_imported_is_found_at_once_and_by_the_id_given() {
    let desk = Desk::new();
    desk.json(&["import", "--json", SAMPLE]);
    let hits = desk.json(&["search", "--json", "dignity"]);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0]["target"]["hit"], "article");
    let ready = desk.path().join("ready.jsonl");
    fs::write(&ready, "{\"id\":\"d1\",\"lang\":\"en\",\"title\":\"Quay\",\"text\":\"The quay opened.\"}\n{\"id\":\"d2\",\"text\":\"\"}\nnonsense\n").unwrap();
    let lines = desk.json(&["import", "--json", "--jsonl", ready.to_str().unwrap()]);
    let outcomes: Vec<&str> = lines
        .iter()
        .map(|line| line["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["imported", "not_imported", "not_imported"]);
    let queries = desk.path().join("queries.jsonl");
    fs::write(&queries, "{\"id\":\"q1\",\"query\":\"quay\"}\n").unwrap();
    let answers = desk.json(&[
        "search",
        "--queries",
        queries.to_str().unwrap(),
        "--limit",
        "5",
    ]);
    assert_eq!(answers[0]["query_id"], "q1");
    assert_eq!(answers[0]["doc_ids"], serde_json::json!(["d1"]));
    assert!(answers[0]["ms"].as_f64().unwrap() > 0.0);
    let shown = desk.json(&["show", "--json", "d1"]);
    assert_eq!(shown[0]["title"], "Quay");
    // A line that is no query is said, and the others are answered.
    fs::write(&queries, "nonsense\n{\"id\":\"q1\",\"query\":\"quay\"}\n").unwrap();
    let output = desk.run(&["search", "--queries", queries.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 1"));
    assert!(String::from_utf8(output.stdout).unwrap().contains("d1"));
}

#[test]
fn the_notebook_is_named_before_or_after_the_words() {
    let desk = Desk::new();
    desk.json(&["import", "--json", SAMPLE]);
    let folder = desk.notebook();
    for option in ["-n", "--notebook"] {
        let output = Command::new(env!("CARGO_BIN_EXE_dragoman"))
            .args(["search", "dignity", option, folder.to_str().unwrap()])
            .env("DRAGOMAN_NOTEBOOK", desk.path().join("elsewhere"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let found = String::from_utf8(output.stdout).unwrap();
        assert_eq!(
            found.matches("article The Independent").count(),
            1,
            "{found}"
        );
        // How many there are is a remark.
        assert!(!found.contains("1 result"));
        let remarks = String::from_utf8(output.stderr).unwrap();
        assert!(remarks.contains("1 result"), "{remarks}");
    }
}

#[test]
fn a_name_of_many_lines_is_printed_on_one() {
    let desk = Desk::new();
    let name = "a\nb\u{202E}c.bin";
    fs::write(desk.path().join(name), b"\0\x01").unwrap();
    let output = desk.run(&["import", desk.path().join(name).to_str().unwrap()]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(printed.lines().count(), 1, "{printed}");
    assert!(!printed.contains('\u{202E}'));
}

#[test]
fn standard_input_is_a_door_too() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["import", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let sample = fs::read(SAMPLE).unwrap();
    child.stdin.take().unwrap().write_all(&sample).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("\"imported\"")
    );
}

#[test]
fn exit_codes_tell_what_happened() {
    let desk = Desk::new();
    let code = |arguments: &[&str]| desk.run(arguments).status.code();
    assert_eq!(code(&["verify"]), Some(3), "no notebook there");
    assert_eq!(code(&["import", SAMPLE]), Some(0));
    assert_eq!(code(&["import", "/no/such/file.txt"]), Some(1));
    assert_eq!(
        code(&["show", "0190b7a0-0000-7000-8000-000000000000"]),
        Some(1)
    );
    assert_eq!(code(&["search", "zzzyx"]), Some(1));
    assert_eq!(code(&["frobnicate"]), Some(2));
    assert_eq!(code(&["verify"]), Some(0));
    fs::remove_dir_all(desk.notebook().join("originals")).unwrap();
    assert_eq!(code(&["verify"]), Some(4));
}

#[test]
fn leaving_takes_everything_along() {
    let desk = Desk::new();
    desk.run(&["import", SAMPLE]);
    let folder = desk.path().join("out");
    let report = desk.json(&["export", "--json", folder.to_str().unwrap()]);
    assert_eq!(report[0]["articles"], 1);
    let article = fs::read_dir(folder.join("articles"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let markdown = fs::read_to_string(article.path()).unwrap();
    assert!(markdown.starts_with("---\ndragoman: 1\n"));
    assert!(markdown.contains("published: \"2022-05-10T16:14+01:00\""));
    let original = fs::read_dir(folder.join("originals"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert_eq!(
        fs::read(original.path()).unwrap(),
        fs::read(SAMPLE).unwrap()
    );
    let again = desk.run(&["export", folder.to_str().unwrap()]);
    assert!(
        !again.status.success(),
        "a folder that is not empty is left alone"
    );
}

#[test]
fn an_id_given_at_import_may_look_like_any_id() {
    let desk = Desk::new();
    let list = desk.path().join("list.jsonl");
    fs::write(
        &list,
        "{\"id\":\"d41d8cd98f00b204e9800998ecf8427e\",\"title\":\"By hash\"}\n",
    )
    .unwrap();
    desk.run(&["import", "--jsonl", list.to_str().unwrap()]);
    let shown = desk.json(&["show", "--json", "d41d8cd98f00b204e9800998ecf8427e"]);
    assert_eq!(shown[0]["title"], "By hash");
}

#[test]
fn options_are_understood_after_the_words_of_a_search() {
    let desk = Desk::new();
    desk.json(&["import", "--json", SAMPLE]);
    let hits = desk.json(&["search", "dignity", "-absentword", "--limit", "1", "--json"]);
    assert_eq!(hits.len(), 1);
    let none = desk.json(&["search", "--json", "--", "dignity", "-dignity"]);
    assert!(none.is_empty());
}

#[test]
fn a_title_can_not_command_the_terminal() {
    let desk = Desk::new();
    let list = desk.path().join("list.jsonl");
    fs::write(
        &list,
        "{\"id\":\"a\",\"title\":\"Red \\u001b[31m \\u009b32m\"}\n",
    )
    .unwrap();
    let import = desk.run(&["import", "--jsonl", list.to_str().unwrap()]);
    let show = desk.run(&["show", "a"]);
    for output in [import, show] {
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Red"));
        assert!(!text.contains(['\u{1b}', '\u{9b}']), "{text:?}");
    }
}

#[test]
fn an_export_takes_long_titles_and_goes_on_after_a_lost_original() {
    let desk = Desk::new();
    desk.json(&["import", "--json", SAMPLE]);
    let list = desk.path().join("list.jsonl");
    let lines: Vec<String> = ["😀".repeat(60), "...".into(), "\u{7f}\u{85}x".into()]
        .iter()
        .map(|title| serde_json::json!({ "title": title, "text": title }).to_string())
        .collect();
    fs::write(&list, lines.join("\n")).unwrap();
    desk.run(&["import", "--jsonl", list.to_str().unwrap()]);
    let sha256 = desk.json(&["show", "--json", desk.first().as_str()])[0]["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    let kept = desk.notebook().join("originals").join(&sha256[..2]);
    fs::remove_file(kept.join(format!("{sha256}.zst"))).unwrap();
    let out = desk.path().join("out");
    let export = desk.run(&["export", "--json", out.to_str().unwrap()]);
    assert_eq!(export.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&export.stdout).unwrap();
    assert_eq!(
        (&report["articles"], &report["originals"]),
        (&4.into(), &1.into())
    );
    assert_eq!(report["lost"][0], sha256.as_str());
    for file in fs::read_dir(out.join("articles")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let front = text.split("---").nth(1).unwrap();
        assert!(!front.contains(['\u{7f}', '\u{85}']));
    }
}

#[test]
fn an_export_shows_what_came_from_outside_word_for_word() {
    let desk = Desk::new();
    let list = desk.path().join("list.jsonl");
    let text =
        "# no heading\n<img src=http://tracker.example/a.png>\n![a](http://tracker.example/b.png)";
    let line = serde_json::json!({ "title": "Hostile", "text": text });
    fs::write(&list, line.to_string()).unwrap();
    desk.run(&["import", "--jsonl", list.to_str().unwrap()]);
    let out = desk.path().join("out");
    desk.run(&["export", out.to_str().unwrap()]);
    let file = fs::read_dir(out.join("articles")).unwrap().next().unwrap();
    let markdown = fs::read_to_string(file.unwrap().path()).unwrap();
    assert!(markdown.contains("\n\\# no heading"));
    assert!(markdown.contains("\n\\<img"));
    assert!(markdown.contains("\n!\\[a](http"));
}

#[test]
fn a_tables_row_is_printed_with_its_bars() {
    let desk = Desk::new();
    let page = desk.path().join("ships.html");
    let row = "<tr><td>16</td><td>Cargill</td><td>230</td></tr>";
    let text = "The harbour counted the ships and their crews in each week of the spring.";
    let html = format!(
        "<html><title>Ships</title><article><h1>Ships</h1><p>{text}</p><table>{row}{row}</table>\
         <p>{text} No figures were given.</p></article></html>"
    );
    fs::write(&page, html).unwrap();
    assert!(
        desk.run(&["import", page.to_str().unwrap()])
            .status
            .success()
    );
    let output = desk.run(&["search", "Cargill"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("16 | Cargill | 230"), "{said}");
    for query in ["Cargill", "\"16 Cargill\""] {
        let output = desk.run(&["--json", "search", query]);
        let said = String::from_utf8(output.stdout).unwrap();
        let hit: serde_json::Value = serde_json::from_str(said.trim()).unwrap();
        let runs = hit["snippet"].as_array().unwrap().iter();
        let passage: String = runs.map(|run| run.as_str().unwrap()).collect();
        assert!(passage.contains("16 | Cargill | 230"), "{said}");
        assert!(!said.contains("\\t"), "{said}");
    }
}
