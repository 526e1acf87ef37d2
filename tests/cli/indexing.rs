//! `kill -9` while the index is written, or made anew, leaves search right.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::run::Desk;

const FILES: usize = 400;

#[test]
fn an_indexing_that_is_killed_is_made_up_for() {
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
    desk.json(&["import", "--json", folder.to_str().unwrap()]);
    let index = desk.notebook().join("index");
    for ending in ["current", ".lock", ".term", ".fast"] {
        fs::remove_dir_all(&index).unwrap();
        search_and_kill(&desk, || has_file(&index, ending));
        is_right(&desk, ending);
    }
    for ending in ["meta.json", ".term", "current.new"] {
        let current = fs::read_to_string(index.join("current")).unwrap();
        fs::write(index.join(&current).join("version"), "1").unwrap();
        let next = current.parse::<u64>().unwrap() + 1;
        let next = index.join(next.to_string());
        // Whether it is killed while the new one is made, or it is done by then.
        let is_next = || fs::read_to_string(index.join("current")).ok() != Some(current.clone());
        search_and_kill(&desk, || is_next() || has_file(&next, ending));
        is_right(&desk, ending);
    }
}

/// Starts a search, which brings the index up to date, and kills it at `moment`.
fn search_and_kill(desk: &Desk, moment: impl Fn() -> bool) {
    let mut child = desk
        .command(&["search", "number7"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !moment() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

fn is_right(desk: &Desk, when: &str) {
    let report = desk.json(&["verify", "--json"]);
    assert_eq!(report[0]["problems"], serde_json::json!([]), "{when}");
    for n in (0..FILES).step_by(57) {
        let hits = desk.json(&["search", "--json", &format!("number{n} ")]);
        assert_eq!(hits.len(), 1, "number{n} after {when}");
    }
}

fn has_file(folder: &Path, ending: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        path.to_string_lossy().ends_with(ending) || (path.is_dir() && has_file(&path, ending))
    })
}
