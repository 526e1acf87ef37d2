//! `kill -9` at any moment of an import costs nothing that was printed.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::run::Desk;

const FILES: usize = 1000;

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
            serde_json::json!([]),
            "after {lines_before} lines"
        );
        for line in printed.iter().step_by(97).chain(printed.last()) {
            let id = line["article_id"].as_str().unwrap();
            assert_eq!(desk.json(&["show", "--json", id]).len(), 1);
            let number = line["path"].as_str().unwrap().rsplit('/').next().unwrap();
            let number: usize = number.trim_end_matches(".txt").parse().unwrap();
            let hits = desk.json(&["search", "--json", &format!("number{number}")]);
            assert!(
                hits.iter().any(|hit| hit["target"]["id"] == *id),
                "number{number} is kept but not found"
            );
        }
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

/// Kills the import with SIGKILL once so many lines were read; returns every
/// line that was printed before the end.
fn import_and_kill(desk: &Desk, folder: &str, lines_before: usize) -> Vec<serde_json::Value> {
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
