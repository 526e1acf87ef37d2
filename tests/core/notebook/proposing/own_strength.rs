//! How sure an accepted name is in other articles.

use super::*;

#[test]
fn a_description_and_weak_initials_are_suggested_elsewhere() {
    let bench = reading();
    let story = &["The foreign ministry spoke to CP on Monday."];
    let before = bench.read("Before", story);
    let article = bench.read("One", story);
    bench.accept(&[proposed(&article, "foreign ministry")]);
    bench.accept(&[proposed(&article, "CP")]);
    let kept = [
        ("foreign ministry", "foreign ministry"),
        ("Coast Press", "CP"),
    ];
    assert_eq!(tagged(&bench.get(article.id)), kept);
    let after = bench.read("After", story);
    for other in [before.id, after.id] {
        let other = bench.get(other);
        assert!(tagged(&other).is_empty(), "{:?}", tagged(&other));
        let suggested = other.mentions.iter().map(|one| one.name.as_str());
        let mut suggested: Vec<_> = suggested.chain(names(&other)).collect();
        suggested.sort_unstable();
        assert_eq!(suggested, ["Coast Press", "foreign ministry"]);
    }
}

#[test]
fn a_capital_that_a_sentence_begins_with_makes_no_name_of_a_description() {
    let bench = reading();
    let before = bench.read("Before", &["Border guard spoke on Monday."]);
    let story = &[
        "It was late. “Border guard” said no more.",
        "Border guard left.",
    ];
    let article = bench.read("One", story);
    bench.accept(&[proposed(&article, "Border guard")]);
    assert!(tagged(&bench.get(before.id)).is_empty());
    assert_eq!(bench.get(before.id).mentions.len(), 1);
    // Within a sentence it is written so because it is a name.
    let other = reading();
    let before = other.read("Before", &["Border guard spoke on Monday."]);
    let article = other.read("One", &["Border guard left.", "They met the Border guard."]);
    other.accept(&[proposed(&article, "Border guard")]);
    other.settle();
    assert_eq!(
        tagged(&other.get(before.id)),
        [("Border guard", "Border guard")]
    );
}

#[test]
fn weak_initials_stay_so_for_the_entity_that_a_person_names() {
    let bench = reading();
    let entities = bench.notebook.entities();
    let press = entities
        .create(EntityKind::Organisation, "The Press")
        .unwrap();
    let story = &["It spoke to CP on Monday."];
    let before = bench.read("Before", story);
    let article = bench.read("One", story);
    bench.decide(&[proposed(&article, "CP")], Some(press.id), None);
    bench.settle();
    assert_eq!(tagged(&bench.get(article.id)), [("The Press", "CP")]);
    let after = bench.read("After", story);
    for other in [before.id, after.id] {
        assert!(tagged(&bench.get(other)).is_empty());
    }
    // Nor does it get the other names that the gazetteer has for them.
    assert_eq!(entities.get(press.id).unwrap().names.len(), 2);
}

#[test]
fn a_description_that_is_accepted_in_all_articles_is_tagged_in_each() {
    let bench = reading();
    let ids = many(&bench, "The foreign ministry spoke on Monday.");
    let groups = bench.notebook.proposals().groups(0, 10).unwrap();
    let request = AcceptProposals {
        which: ProposalsMeant::Groups {
            keys: vec![groups.rows[0].key.clone()],
        },
        to: None,
        as_new: false,
        only: None,
    };
    bench.notebook.proposals().accept(&request).unwrap();
    bench.settle();
    for id in ids {
        let kept = [("foreign ministry", "foreign ministry")];
        assert_eq!(tagged(&bench.get(id)), kept);
    }
}
