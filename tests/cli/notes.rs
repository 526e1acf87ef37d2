//! Notes from standard input.

use std::io::Write;
use std::process::Stdio;

use crate::run::Desk;

fn note(desk: &Desk, title: &str, text: &str) -> String {
    let mut writing = desk
        .command(&["note", title])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = writing.stdin.take().unwrap();
    input.write_all(text.as_bytes()).unwrap();
    drop(input);
    let output = writing.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_title_in_brackets_links_to_the_note_that_has_it() {
    let desk = Desk::new();
    let port = note(&desk, "Port of Busan", "Cranes.\n");
    let linking = note(&desk, "Ships", "See [[Port of Busan]] and [[Nowhere]].\n");
    let notebook = dragoman_core::Notebook::open(desk.notebook()).unwrap();
    let target = dragoman_core::domain::LinkTarget::Note {
        id: port.parse().unwrap(),
    };
    let found = notebook.notes().backlinks(target, None, 10).unwrap();
    assert_eq!(found.total, 1);
    assert_eq!(found.rows[0].note.to_string(), linking);
    let body = notebook.notes().get(found.rows[0].note).unwrap().body;
    assert!(body.ends_with("and [[Nowhere]].\n"));
}
