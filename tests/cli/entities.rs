//! `dragoman entities` takes lists in and writes them out.

use std::fs;

use crate::run::Desk;

#[test]
fn a_list_goes_in_and_comes_out_as_it_was() {
    let desk = Desk::new();
    let list = desk.path().join("list.csv");
    fs::write(
        &list,
        "kind,name,names\nperson,Kim Jong Un,김정은; Kim Chong-un\nplace,Rason,\n",
    )
    .unwrap();
    let list = list.to_str().unwrap();
    let plan = desk.json(&["--json", "entities", "import", list, "--dry-run"]);
    assert_eq!(plan[0]["made"], 2);
    let report = desk.json(&["--json", "entities", "import", list]);
    assert_eq!(report[0]["made"], 2);
    let out = desk.path().join("out.csv");
    let out = out.to_str().unwrap();
    assert!(desk.run(&["entities", "export", out]).status.success());
    let written = fs::read_to_string(out).unwrap();
    assert!(written.contains(",person,Kim Jong Un,"), "{written}");
    let lines = desk.json(&["entities", "export", "--format", "ftm", "-"]);
    assert_eq!(lines.len(), 2);
    // The same again is what is kept already.
    let again = desk.json(&["--json", "entities", "import", out]);
    assert_eq!(
        (&again[0]["made"], &again[0]["linked"]),
        (&0.into(), &2.into())
    );
}

#[test]
fn doubtful_entries_are_named_and_left_out() {
    let desk = Desk::new();
    let list = desk.path().join("names.txt");
    fs::write(&list, "Georgia\n").unwrap();
    let list = list.to_str().unwrap();
    assert!(
        desk.run(&["entities", "import", list, "--kind", "place"])
            .status
            .success()
    );
    let output = desk.run(&["entities", "import", list]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("doubtful: Georgia (kept: Georgia)"), "{said}");
}
