//! Tables that other programs wrote.

use dragoman_core::domain::{EntityKind, EntityQuery};

use super::{import, names};
use crate::support::bench;

#[test]
fn a_table_of_another_program_loses_nothing_without_a_word() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let table = "Name;Typ;Note\nAnna Poe;Person;Speaks, it says, for the port\n;person;nobody\n\
                 Pluto;planet;\n;;\nHafen GmbH;company;\n\"Oslo; the city\";place;\n";
    let plan = entities.plan_list(table, EntityKind::Person).unwrap();
    assert_eq!((plan.made, plan.doubtful), (3, 1));
    assert_eq!((plan.unread, plan.unread_lines), (1, vec![3]));
    assert_eq!(plan.rows[0].unknown_kind.as_deref(), Some("planet"));
    let report = import(&bench, table, false);
    assert_eq!((report.made, report.left_out), (3, 1));
    assert_eq!(names(&bench), ["Anna Poe", "Hafen GmbH", "Oslo; the city"]);
    let page = entities.list(&EntityQuery::default(), 0, 5).unwrap();
    let anna = page.rows.iter().find(|row| row.name == "Anna Poe").unwrap();
    let anna = entities.get(anna.id).unwrap();
    assert_eq!(anna.description, "Speaks, it says, for the port");
    for text in ["name,kind\nPluto,planet\n", "name\ttype\nPluto\tplanet\n"] {
        assert_eq!(import(&bench, text, false).left_out, 1, "{text}");
    }
    let line = "{\"entity\": \"Pluto\", \"type\": \"planet\"}\n";
    assert_eq!(import(&bench, line, false).left_out, 1);
    assert_eq!(import(&bench, table, true).made, 1);
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let bench = bench();
    let entities = bench.notebook.entities();
    for (table, lines) in [
        ("name,kind\r\nAnna Poe,person\r\n,person\r\n", vec![3]),
        (
            "name,kind\n\n\n,person\nAnna Poe,person\n,place\n",
            vec![4, 6],
        ),
        ("sep=;\nname;kind\nAnna Poe;person\n;person\n", vec![4]),
        ("name,note\n\"Anna\nPoe\",x\n,y\n", vec![4]),
    ] {
        let plan = entities.plan_list(table, EntityKind::Person).unwrap();
        assert_eq!(plan.unread_lines, lines, "{table:?}");
    }
}

#[test]
fn a_number_is_no_name_and_a_kept_name_of_an_unknown_kind_is_linked() {
    let bench = bench();
    import(&bench, "nombre;nom\n12;Anna Poe\n", false);
    assert_eq!(names(&bench), ["Anna Poe"]);
    let entities = bench.notebook.entities();
    let plan = entities.plan_list("name,kind\nAnna Poe,envoy\n", EntityKind::Place);
    let plan = plan.unwrap();
    assert_eq!((plan.linked, plan.doubtful), (1, 0));
}

#[test]
fn a_quotation_mark_that_nothing_closes_is_said() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let plan = |table| entities.plan_list(table, EntityKind::Person).unwrap();
    let swallowed =
        plan("name,kind\nAnna Poe,person\n\"Bo Li,person\nCarl Orr,person\n\nDora Ek,\n");
    assert_eq!((swallowed.made, swallowed.unread), (1, 3));
    assert_eq!(swallowed.unread_lines, [3]);
    assert_eq!(swallowed.unclosed_quote, Some(3));
    let closed = plan("sep=;\nname;note\nBo Li;\"x\nCarl Orr;\"y\"\nDora Ek;\n");
    assert_eq!(
        (closed.made, closed.unread, closed.unclosed_quote),
        (1, 2, Some(3))
    );
    let heading = plan("name,\"kind\nAnna Poe,person\n");
    assert_eq!((heading.made, heading.unclosed_quote), (0, Some(1)));
    let whole = plan("name,note\n\"Anna\nPoe\",\"5\"\" gun\"\nBo \"Li\",x\n");
    assert_eq!(
        (whole.made, whole.unread, whole.unclosed_quote),
        (2, 0, None)
    );
}
