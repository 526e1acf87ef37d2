//! Where the names stand that a step brought back.

use super::*;

/// Name and row of where a step's names stand; the list says that it is so.
fn place(bench: &Bench, step: i64) -> Option<(String, u32)> {
    let proposals = bench.notebook.proposals();
    let place = proposals.place_of_step(step).unwrap()?;
    let group = proposals.groups(place.row, 1).unwrap().rows.pop().unwrap();
    assert_eq!(group.key, place.key);
    Some((format!("{} {}", group.kind.as_str(), group.name), place.row))
}

fn last(bench: &Bench) -> i64 {
    bench.notebook.undo_peek().unwrap().unwrap().id
}

#[test]
fn the_first_of_the_names_that_a_step_brought_back_is_found_in_the_list() {
    let bench = reading();
    bench.read("Other", PARAGRAPHS);
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[
        proposed(&article, "Central News"),
        proposed(&article, "Kim Jong Un"),
    ]);
    let step = last(&bench);
    assert_eq!(place(&bench, step), None);
    bench.undo();
    assert_eq!(place(&bench, step), Some(("person Kim Jong Un".into(), 1)));
    // It is of another day.
    let bench = start(bench.reopen());
    assert_eq!(place(&bench, step), Some(("person Kim Jong Un".into(), 1)));
    bench.notebook.redo().unwrap().unwrap();
    bench.settle();
    assert_eq!(place(&bench, step), None);
}

#[test]
fn rejected_names_are_found_and_so_are_those_of_another_kind() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let proposals = bench.notebook.proposals();
    let news = these(&[proposed(&article, "Central News")]);
    proposals.set_kind(&news, EntityKind::Event).unwrap();
    let step = last(&bench);
    assert_eq!(place(&bench, step), Some(("event Central News".into(), 2)));
    bench.undo();
    let was = Some(("organisation Central News".into(), 2));
    assert_eq!(place(&bench, step), was);
    let again = bench.notebook.redo().unwrap().unwrap().id;
    assert_eq!(place(&bench, again), Some(("event Central News".into(), 2)));
    proposals.reject(&news).unwrap();
    let step = last(&bench);
    bench.undo();
    assert_eq!(place(&bench, step), Some(("event Central News".into(), 2)));
    // What is about no name to review stands nowhere.
    let import = bench.notebook.undo_peek().unwrap().unwrap();
    bench.notebook.undo(None).unwrap();
    assert_eq!(import.action, UndoAction::EditProposal);
    assert_eq!(place(&bench, last(&bench)), None);
}
