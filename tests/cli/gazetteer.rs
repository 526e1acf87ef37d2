//! `dragoman gazetteer` says which names are known from the start, and takes a file instead.

use std::fs;

use crate::run::Desk;

#[test]
fn the_names_of_a_file_are_used_until_they_are_not_wanted() {
    let desk = Desk::new();
    let list = desk.path().join("names.txt");
    fs::write(
        &list,
        "dragoman-gazetteer\t1\tspring 2026\n@own\tOur desk\tCC0-1.0\t2026-03\n\
         !place:lumen\tplace\town\t\t\t50\n=Lumen\n",
    )
    .unwrap();
    let kept = desk.path().join("kept.txt");
    fs::write(&kept, "Lumen\n").unwrap();
    desk.run(&["entities", "import", kept.to_str().unwrap()]);
    let used = desk.json(&["--json", "gazetteer", "use", list.to_str().unwrap()]);
    assert_eq!(
        (&used[0]["file"], &used[0]["entries"]),
        (&"names.txt".into(), &1.into())
    );
    let said = String::from_utf8(desk.run(&["gazetteer"]).stdout).unwrap();
    assert!(
        said.contains("names.txt, spring 2026: 1 names of 1 entities"),
        "{said}"
    );
    assert!(
        said.contains("1 from Our desk of 2026-03, CC0-1.0"),
        "{said}"
    );

    fs::write(&list, "name,kind\n").unwrap();
    let refused = desk.run(&["gazetteer", "use", list.to_str().unwrap()]);
    assert!(!refused.status.success());
    let why = String::from_utf8(refused.stderr).unwrap();
    assert!(why.contains("not a gazetteer of version 1"), "{why}");
    let reset = desk.json(&["--json", "gazetteer", "reset"]);
    assert_eq!(reset[0]["file"], serde_json::Value::Null);
}
