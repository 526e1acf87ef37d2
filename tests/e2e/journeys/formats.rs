//! A folder with a file of every format, dropped at once.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{Desk, Failure, fixtures, journey};
use serde_json::Value;

use crate::steps::{drop_on_list, search};

/// Reading every file takes a debug build a while.
const PATIENCE: Duration = Duration::from_secs(120);

/// Beginnings of paths, below the fixtures, of files that hold an article at least.
const READ: &[&str] = &[
    "docx/",
    "odt/",
    "rtf/",
    "epub/",
    "eml/",
    "mbox/",
    "articles/",
    "feeds/",
    "saved/chromium.mhtml",
    "saved/single-file.html",
    "saved/plistlib.webarchive",
];

/// Headlines, one of a document, a message in an old encoding, a chapter, an entry of an export.
const PAGES: &[&str] = &[
    "Граница открыта после одиннадцати дней",
    "إعادة فتح الحدود",
    "国境が再び開かれる",
    "The queue",
    "The Slow Border",
];

#[test]
fn a_file_of_every_format_is_dragged() {
    journey("formats", |desk| {
        let folder = fixtures::fixture("formats");
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![folder.clone()]))?;
        wait_for("the end of the import", PATIENCE, || {
            Ok(app.page_text()?.contains("Imported formats").then_some(()))
        })?;
        app.picture(&desk.picture("tray"))?;
        for (number, title) in PAGES.iter().enumerate() {
            search(&app, &format!("\"{title}\""))?;
            app.get_holding("option", title)?;
            app.press("Enter")?;
            app.get("document", title)?;
            app.picture(&desk.picture(&format!("page-{number}")))?;
        }
        app.close()?;
        kept_by_the_drag(desk, folder)
    });
}

/// Dropped before, everything that holds an article is a duplicate now.
fn kept_by_the_drag(desk: &Desk, folder: PathBuf) -> Result<(), Failure> {
    let mut again = Command::new(desk.program("dragoman"));
    again.arg("--notebook").arg(desk.notebook());
    again.args(["import", "--json"]).arg(&folder);
    let output = again.output().map_err(Failure::file(&folder))?;
    let mut outcomes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let item: Value = serde_json::from_str(line)
            .map_err(|error| Failure::Expected(format!("{line}: {error}")))?;
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        outcomes
            .entry(text("path"))
            .or_default()
            .push(text("outcome"));
    }
    let root = folder.to_string_lossy().into_owned();
    for wanted in READ {
        let mut files = outcomes.iter().filter(|(path, _)| {
            path.strip_prefix(&root)
                .is_some_and(|rest| rest.trim_start_matches('/').starts_with(wanted))
        });
        let all_there = |(_, found): (&String, &Vec<String>)| {
            found.iter().all(|outcome| outcome != "imported")
                && found.iter().any(|outcome| outcome == "duplicate")
        };
        if files.clone().count() == 0 || !files.all(all_there) {
            return Err(Failure::Expected(format!(
                "every file in {wanted} to be kept by the drag: {outcomes:#?}"
            )));
        }
    }
    Ok(())
}
