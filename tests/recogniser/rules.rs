//! What a whole document tells: these need no model.

use dragoman_recogniser::Kind::{Event, Organisation, Person, Place};
use dragoman_recogniser::{refine, role};

use crate::support::{named, span};

#[test]
fn an_acronym_takes_the_kind_of_its_long_form_everywhere() {
    let text = "The European Union (EU) met. The EU's ministers left.";
    let found = refine(text, vec![span(text, "European Union", Organisation)]);
    let wanted = [
        ("European Union", Organisation),
        ("EU", Organisation),
        ("EU", Organisation),
    ];
    assert_eq!(named(text, &found), wanted);
}

#[test]
fn letters_in_brackets_that_spell_nothing_define_nothing() {
    let text = "Prices rose in London (USD 5) and fell in Paris (AFP).";
    assert!(refine(text, Vec::new()).is_empty());
}

#[test]
fn a_surname_follows_the_full_name() {
    let text = "Olaf Scholz spoke. Later Scholz left; Scholzes stayed.";
    let found = refine(text, vec![span(text, "Olaf Scholz", Person)]);
    assert_eq!(
        named(text, &found),
        [("Olaf Scholz", Person), ("Scholz", Person)]
    );
}

#[test]
fn a_name_is_of_the_kind_that_it_mostly_is() {
    let text = "Georgia voted. Georgia waited. Georgia won. Georgia lost.";
    let at = |number: usize, kind| {
        let start = text.match_indices("Georgia").nth(number).unwrap().0;
        let mut span = span(text, "Georgia", kind);
        (span.start, span.end) = (start, start + "Georgia".len());
        span
    };
    let spans = vec![at(0, Place), at(1, Person), at(2, Place), at(3, Place)];
    let found = refine(text, spans);
    assert!(found.iter().all(|span| span.kind == Place), "{found:?}");
}

#[test]
fn pronouns_weekdays_and_signatures_are_nobody() {
    let text = "He came on Monday.\nPhoto: Reuters\nReuters said so.";
    let spans = vec![
        span(text, "He", Person),
        span(text, "Monday", Person),
        span(text, "Reuters", Organisation),
    ];
    assert!(refine(text, spans).is_empty());
    let text = "Journalists of Reuters were there.";
    let found = refine(text, vec![span(text, "Reuters", Organisation)]);
    assert_eq!(found.len(), 1);
}

#[test]
fn events_are_found_by_their_names() {
    let text = "After World War II and the 2023 BRICS summit, the Munich Security Conference \
                marked Victory Day. A war is no name, nor is the next election.";
    let found = refine(text, vec![span(text, "Munich", Place)]);
    let wanted = [
        ("World War II", Event),
        ("2023 BRICS summit", Event),
        ("Munich Security Conference", Event),
        ("Victory Day", Event),
    ];
    assert_eq!(named(text, &found), wanted);
}

#[test]
fn a_role_is_read_before_a_name() {
    for (text, name, wanted) in [
        (
            "Then Foreign Minister Wang Yi spoke.",
            "Wang Yi",
            "Then Foreign Minister",
        ),
        (
            "Former US President Joe Biden",
            "Joe Biden",
            "Former US President",
        ),
        ("said Mr. Jong Un", "Jong Un", "Mr."),
    ] {
        let person = span(text, name, Person);
        assert_eq!(role(text, &person).map(|bytes| &text[bytes]), Some(wanted));
    }
    let text = "the village of Wang Yi";
    assert_eq!(role(text, &span(text, "Wang Yi", Person)), None);
}

#[test]
fn what_is_not_sure_is_left_out_unless_it_is_sure_elsewhere() {
    let text = "Maybe Orban. Surely Merz. Merz again.";
    let mut doubtful = span(text, "Orban", Person);
    doubtful.confidence = 0.6;
    let mut second = span(text, "Merz", Person);
    second.start = text.rfind("Merz").unwrap();
    second.end = second.start + 4;
    second.confidence = 0.5;
    let found = refine(text, vec![doubtful, span(text, "Merz", Person), second]);
    assert_eq!(named(text, &found), [("Merz", Person), ("Merz", Person)]);
}
