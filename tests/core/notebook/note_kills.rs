//! `kill -9` while a note is saved: whatever the notebook acknowledged is there at the next
//! start, a hundred times out of a hundred.
//!
//! The process that is killed is this test program itself, started to do nothing but save a
//! note again and again, as the window does while somebody types.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use dragoman_core::Notebook;
use dragoman_core::domain::{NoteId, NoteQuery};

use crate::support::bench;

/// The folder of the notebook that the started process writes into.
const FOLDER: &str = "DRAGOMAN_TEST_TYPING";
const KILLS: usize = 100;

fn text(words: usize) -> String {
    (0..words).map(|n| format!("word{n} ")).collect()
}

fn only_note(notebook: &Notebook) -> NoteId {
    notebook
        .notes()
        .list(&NoteQuery::default(), 0, 1)
        .unwrap()
        .rows[0]
        .id
}

/// Words of a note that holds nothing but the first words of [`text`].
fn words(body: &str) -> usize {
    let count = body.split_whitespace().count();
    assert_eq!(body, text(count), "a text that nobody saved");
    count
}

/// What the started process does; nothing in a run of all tests.
#[test]
fn saves_until_it_is_killed() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let notebook = Notebook::open(folder).unwrap();
    let id = only_note(&notebook);
    let note = notebook.notes().get(id).unwrap();
    let (mut revision, mut count) = (note.revision, words(&note.body));
    loop {
        count += 1;
        let saved = notebook.notes().save(id, revision, "Typed", &text(count));
        revision = saved.unwrap().revision;
        println!("saved {count}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there_a_hundred_times_out_of_a_hundred() {
    let bench = bench();
    let id = bench.notebook.notes().create("Typed", "").unwrap().id;
    let path = bench.path();
    let folder = bench.folder;
    drop(bench.notebook);
    let mut total = 0;
    for round in 0..KILLS {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "notebook::note_kills::saves_until_it_is_killed"])
            .args(["--nocapture", "--test-threads=1"])
            .env(FOLDER, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = 0;
        let mut hear = |acknowledged: &mut usize| {
            let line = lines.next()?.unwrap();
            // The first comes behind what the test program says of itself.
            if let Some((_, count)) = line.split_once("saved ") {
                *acknowledged = count.parse().unwrap();
            }
            Some(())
        };
        while acknowledged <= total + round % 5 {
            hear(&mut acknowledged).expect("the process ended by itself");
        }
        // Each time a little further into the save that follows.
        std::thread::sleep(Duration::from_micros(137 * (round as u64 % 29)));
        child.kill().unwrap();
        child.wait().unwrap();
        while hear(&mut acknowledged).is_some() {}
        let notebook = Notebook::open(&path).unwrap();
        let there = words(&notebook.notes().get(id).unwrap().body);
        assert!(
            there == acknowledged || there == acknowledged + 1,
            "round {round}: {acknowledged} words were acknowledged, {there} are there"
        );
        total = there;
    }
    drop(folder);
}
