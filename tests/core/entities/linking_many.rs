//! Names that thousands share: linking stays linear, and can be cancelled.

use dragoman_core::domain::{EntityId, EntityKind};
use dragoman_core::entities::linking::Linker;

/// As many kept persons with one given name, and one surname, as make each word of a text
/// thousands of names'.
fn namesakes(most: usize) -> Linker {
    let names = (0..most).flat_map(|n| {
        let (given, surname) = (format!("Kim Sol{n}"), format!("Sol{n} Park"));
        [given, surname].map(|name| (EntityId::new(), EntityKind::Person, name))
    });
    Linker::of(names)
}

#[test]
fn a_text_that_is_made_of_what_thousands_are_called_is_read_to_its_end() {
    let linker = namesakes(3_000);
    let mut text = "Kim Park ".repeat(10_000);
    text.push_str("Kim Sol7");
    for language in ["Kim Park ", "Ким Пак ", "김 박 "] {
        let text = language.repeat(10_000);
        assert_eq!(linker.article().find(&text, &|| false).unwrap(), []);
    }
    assert!(linker.article().find(&text, &|| false).unwrap().len() <= 1);
    // Where it is not made to be so, namesakes in thousands hide nobody.
    let found = linker
        .article()
        .find("So Kim Sol7 and Sol9 Park said.", &|| false);
    assert_eq!(found.unwrap().len(), 2);
}

#[test]
fn looking_for_names_is_cancelled_in_the_middle() {
    let linker = namesakes(10);
    let asked = std::cell::Cell::new(0);
    let cancelled = || {
        asked.set(asked.get() + 1);
        asked.get() == 3
    };
    let found = linker
        .article()
        .find(&"Kim Park ".repeat(5_000), &cancelled);
    assert!(matches!(found, Err(dragoman_core::Error::Cancelled)));
    assert_eq!(asked.get(), 3);
}

/// Its beginnings alone are half a terabyte.
#[test]
fn a_word_of_a_megabyte_is_passed_over() {
    let linker = namesakes(10);
    let mut text = "A".repeat(1_000_000);
    text.push_str(" and Kim Sol7.");
    let found = linker.article().find(&text, &|| false).unwrap();
    let names: Vec<_> = found
        .iter()
        .map(|name| &text[name.start..name.end])
        .collect();
    assert_eq!(names, ["Kim Sol7"]);
}

#[test]
fn a_word_of_more_letters_than_names_have_is_no_name() {
    let found = |letters: usize| {
        let surname = "Ab".repeat(letters / 2);
        let name = format!("Kim {surname}");
        let linker = Linker::of([(EntityId::new(), EntityKind::Person, name.as_str())]);
        linker.article().find(&name, &|| false).unwrap().len()
    };
    assert_eq!((found(60), found(62)), (1, 0));
}
