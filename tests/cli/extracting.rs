//! `dragoman extract`: a line for every page, in order, without a notebook.

use std::fs;

use serde_json::{Value, json};

use crate::run::Desk;

const BODY: &str = "<p>The two delegations met on Tuesday for the first time in eleven months, officials said.</p><h2>What they want</h2><p>Both sides asked for the border to be opened before the harvest, and neither named a day for it.</p>";

#[test]
fn a_folder_gives_a_line_for_each_page_in_order() {
    let desk = Desk::new();
    let pages = desk.path().join("pages");
    fs::create_dir(&pages).unwrap();
    for n in 0..40 {
        fs::write(
            pages.join(format!("{n:02}.html")),
            format!("<html><head><title>Page {n} of the series</title></head><body><h1>Talks resume on day {n}</h1>{BODY}</body></html>"),
        )
        .unwrap();
    }
    let lines = desk.json(&["extract", "--json", pages.to_str().unwrap()]);
    let ids: Vec<String> = lines.iter().map(|line| text(&line["id"])).collect();
    let wanted: Vec<String> = (0..40).map(|n| format!("{n:02}")).collect();
    assert_eq!(ids, wanted);
    assert_eq!(lines[7]["title"], "Talks resume on day 7");
    assert_eq!(lines[7]["byline"], json!([]));
    assert_eq!(lines[7]["published"], Value::Null);
    let paragraphs: Vec<String> = text(&lines[7]["text"]).lines().map(str::to_owned).collect();
    assert_eq!(paragraphs.len(), 3);
    assert_eq!(paragraphs[1], "What they want");
    assert!(!desk.notebook().exists());
}

#[test]
fn the_addresses_of_an_index_are_used_as_links() {
    let desk = Desk::new();
    let page = format!("<html><body><h1>Talks resume at the border</h1>{BODY}</body></html>");
    fs::write(desk.path().join("a.html"), &page).unwrap();
    fs::write(desk.path().join("b.html"), &page).unwrap();
    let index = json!({"a": {"url": "https://www.theguardian.com/world/2024/mar/05/talks"}});
    fs::write(desk.path().join("index.json"), index.to_string()).unwrap();
    let lines = desk.json(&["extract", "--json", desk.path().to_str().unwrap()]);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["published"], "2024-03-05");
    assert_eq!(lines[0]["outlet"], "The Guardian");
    assert_eq!(lines[1]["published"], Value::Null);
}

#[test]
fn a_page_that_can_t_be_read_has_its_line_too() {
    let desk = Desk::new();
    let missing = desk.path().join("missing.html");
    let output = desk.run(&["extract", "--json", missing.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["id"], "missing");
    assert_eq!(line["text"], "");
    assert!(String::from_utf8_lossy(&output.stderr).contains("missing.html"));
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn an_agency_is_printed_where_it_is_credited_beside_people_or_alone() {
    let desk = Desk::new();
    let write = |name: &str, authors: &str, under: &str| {
        let data = format!(
            r#"{{"@type":"NewsArticle","headline":"Talks resume at the border","author":{authors}}}"#
        );
        let page = format!(
            "<html><head><script type='application/ld+json'>{data}</script></head><body><h1>Talks resume at the border</h1>{under}{BODY}</body></html>"
        );
        fs::write(desk.path().join(name), page).unwrap();
    };
    write("a.html", r#"["Ana Ruiz","AFP"]"#, "");
    write("b.html", r#"["AFP"]"#, "");
    write("c.html", r#"["Ana Ruiz"]"#, "<p class='byline'>AFP</p>");
    let lines = desk.json(&["extract", "--json", desk.path().to_str().unwrap()]);
    let bylines: Vec<&Value> = lines.iter().map(|line| &line["byline"]).collect();
    assert_eq!(
        bylines,
        [
            &json!(["Ana Ruiz", "AFP"]),
            &json!(["AFP"]),
            &json!(["Ana Ruiz"])
        ]
    );
}
