//! `dragoman dossiers` lists them and writes one as Markdown.

use dragoman_core::Notebook;
use dragoman_core::domain::{ItemPlace, ItemTarget, NewItem};

use crate::run::Desk;

#[test]
fn dossiers_are_listed_and_written() {
    let desk = Desk::new();
    let notebook = Notebook::create(desk.notebook()).unwrap();
    let id = notebook.dossiers().create("Grain corridor").unwrap().id;
    let ports = NewItem {
        target: ItemTarget::Heading,
        title: "Ports".into(),
    };
    let end = ItemPlace::Last { parent: None };
    notebook.dossiers().add(id, &[ports], end).unwrap();
    drop(notebook);

    let listed = desk.json(&["--json", "dossiers", "list"]);
    assert_eq!(
        (listed.len(), &listed[0]["name"]),
        (1, &"Grain corridor".into())
    );
    for name in [id.to_string().as_str(), "Grain corridor"] {
        let output = desk.run(&["dossiers", "export", name]);
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            "# Grain corridor\n\n## Ports\n"
        );
    }
    let output = desk.run(&["dossiers", "export", "Nothing"]);
    assert_eq!(output.status.code(), Some(1));
}
