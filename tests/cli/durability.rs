//! `kill -9` at any moment of an import costs nothing that was printed.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use dragoman_core::Notebook;
use dragoman_core::domain::ArticleId;
use serde_json::{Value, json};

use crate::run::Desk;

const FILES: usize = 1000;
/// Files in the trash that is emptied.
const ROUND: usize = 300;

#[test]
fn a_killed_import_keeps_every_file_whose_line_was_printed() {
    // Killed while starting, early, in the middle, and near the end.
    for lines_before in [0, 1, 40, 350, 900] {
        let desk = Desk::new();
        let folder = desk.path().join("drop");
        fs::create_dir(&folder).unwrap();
        for n in 0..FILES {
            let text = format!(
                "Report number{n} from the border\n\nOfficials said on Monday that crossing number{n} \
                 was open again after talks between the two sides, and that trade had resumed.\n"
            );
            fs::write(folder.join(format!("{n:04}.txt")), text).unwrap();
        }
        let printed = import_and_kill(&desk, folder.to_str().unwrap(), lines_before);
        let report = desk.json(&["verify", "--json"]);
        assert_eq!(
            report[0]["problems"],
            json!([]),
            "after {lines_before} lines"
        );
        check_found(&desk, &printed);
        let kept = report[0]["articles"].as_u64().unwrap() as usize;
        assert!(
            kept >= printed.len(),
            "{kept} kept, {} printed",
            printed.len()
        );
        let rest = desk.json(&["import", "--json", folder.to_str().unwrap()]);
        let duplicates = rest
            .iter()
            .filter(|line| line["outcome"] == "duplicate")
            .count();
        assert_eq!((rest.len(), duplicates), (FILES, kept));
        for line in &printed {
            let again = rest.iter().find(|other| other["path"] == line["path"]);
            let again = again.expect("every file has an outcome");
            assert_eq!(
                again["outcome"], "duplicate",
                "{} was printed",
                line["path"]
            );
            assert_eq!(again["article_id"], line["article_id"]);
        }
    }
}

/// Each article is in the trash or gone with its original, wherever emptying was cut off.
#[test]
fn an_emptying_of_the_trash_that_was_killed_leaves_nothing_half() {
    let kept = "Kept for good\n\nThe harbour office said that the quay would stay as it is.\n";
    // Killed when it has begun, at the first originals, and in the middle of them.
    for first in [None, Some(0), Some(ROUND / 2)] {
        let desk = Desk::new();
        let folder = desk.path().join("drop");
        fs::create_dir(&folder).unwrap();
        for n in 0..ROUND {
            let text = format!("Report {n}\n\nOfficials said that crossing number{n} was open.\n");
            fs::write(folder.join(format!("{n}.txt")), text).unwrap();
        }
        let lines = desk.json(&["import", "--json", folder.to_str().unwrap()]);
        fs::write(folder.join("kept.txt"), kept).unwrap();
        desk.json(&[
            "import",
            "--json",
            folder.join("kept.txt").to_str().unwrap(),
        ]);
        let ids: Vec<ArticleId> = lines
            .iter()
            .map(|line| serde_json::from_value(line["article_id"].clone()).unwrap())
            .collect();
        let notebook = Notebook::open(desk.notebook()).unwrap();
        notebook.articles().delete(&ids).unwrap();
        notebook.finish_indexing().unwrap();
        drop(notebook);

        // Originals go in the order of their names.
        let mut files = originals(&desk);
        files.sort_unstable();
        let mut child = desk.command(&["trash", "empty"]).spawn().unwrap();
        let log = desk.notebook().join("notebook.db-wal");
        let has_begun = || fs::metadata(&log).is_ok_and(|log| log.len() > 0);
        let is_time = || has_begun() && first.is_none_or(|at| !files[at].exists());
        while child.try_wait().unwrap().is_none() && !is_time() {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();

        let report = desk.json(&["verify", "--json"]);
        assert_eq!(
            report[0]["problems"],
            json!([]),
            "killed at original {first:?}"
        );
        assert_eq!(report[0]["originals"], originals(&desk).len());
        assert_eq!(report[0]["articles"], 1);
        assert!(desk.run(&["trash", "empty"]).status.success());
        assert_eq!(originals(&desk).len(), 1);
        assert_eq!(desk.json(&["verify", "--json"])[0]["problems"], json!([]));
    }
}

/// The files below `originals/`.
fn originals(desk: &Desk) -> Vec<PathBuf> {
    let shelves = fs::read_dir(desk.notebook().join("originals")).unwrap();
    let files = shelves
        .flatten()
        .filter_map(|shelf| fs::read_dir(shelf.path()).ok())
        .flatten();
    files.map(|file| file.unwrap().path()).collect()
}

/// Everything that was printed is shown and found, all asked for in one go.
fn check_found(desk: &Desk, printed: &[Value]) {
    let queries = desk.path().join("queries.jsonl");
    let lines: String = printed
        .iter()
        .map(|line| {
            let path = Path::new(line["path"].as_str().unwrap());
            let number: usize = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
            let query = json!({ "id": line["article_id"], "query": format!("number{number}") });
            format!("{query}\n")
        })
        .collect();
    fs::write(&queries, lines).unwrap();
    let answers = desk.json(&[
        "search",
        "--limit",
        "1",
        "--queries",
        queries.to_str().unwrap(),
    ]);
    assert_eq!(answers.len(), printed.len());
    for answer in &answers {
        assert_eq!(
            answer["doc_ids"],
            json!([answer["query_id"]]),
            "kept but not found"
        );
    }
    if let Some(last) = printed.last() {
        let id = last["article_id"].as_str().unwrap();
        assert_eq!(desk.json(&["show", "--json", id]).len(), 1);
    }
}

/// Kills the import with SIGKILL once so many lines were read; returns every
/// line that was printed before the end.
fn import_and_kill(desk: &Desk, folder: &str, lines_before: usize) -> Vec<Value> {
    let mut child = desk
        .command(&["import", "--json", folder])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut printed: Vec<String> = Vec::new();
    if lines_before == 0 {
        // Not before there is a notebook to reopen.
        while !desk.notebook().join("notebook.db").exists() {
            std::thread::yield_now();
        }
    }
    while printed.len() < lines_before {
        printed.push(lines.next().unwrap().unwrap());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // The last line may be cut off; whole ones count.
    printed.extend(lines.map_while(Result::ok));
    printed
        .iter()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}
