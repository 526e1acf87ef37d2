//! Names in sentences of the languages they are written in: cases, particles, prefixes,
//! spacing, and what only looks alike.

mod eastern;
mod latin;
mod slavic;

use dragoman_core::domain::{EntityId, NameId, NameStrength};
use dragoman_core::entities::NameMatcher;
use dragoman_core::text;

/// What is found of `names`, parted by `|`, in a sentence, as it stands there.
fn found(names: &str, sentence: &str, language: Option<&str>) -> Vec<String> {
    let mut matcher = NameMatcher::new();
    for name in names.split('|') {
        matcher.add(NameId::new(), EntityId::new(), name, NameStrength::Strong);
    }
    let letters: Vec<char> = sentence.chars().collect();
    (matcher.find_in(sentence, language).into_iter())
        .map(|name| {
            letters[name.start as usize..name.end as usize]
                .iter()
                .collect()
        })
        .collect()
}

/// Each: the language, names, a sentence, and what is found in it.
fn check(cases: &[(&str, &str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (language, names, sentence, expected) in cases {
        let found = found(names, sentence, Some(language));
        if found != *expected {
            wrong.push_str(&format!(
                "{language}: {sentence}\n  {found:?}, not {expected:?}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_language_is_told_from_the_text_where_nobody_says_it() {
    let sentence = "Prezydent powiedział, że nie jest to koniec i że spotkanie z Putinem przez to się odbędzie w Moskwie.";
    assert_eq!(
        found("Putin|Moskwa", sentence, None),
        ["Putinem", "Moskwie"]
    );
    let sentence =
        "The president said that it was not the end of the war for Irana and the Koreas.";
    assert!(found("Iran|Korea", sentence, None).is_empty());
    assert!(found("Iran|Korea", "Irana, Koreas", None).is_empty());
}

#[test]
fn look_alikes_stay_apart() {
    check(&[
        ("ru", "Путин", "Путинцев, путинский, Распутин", &[]),
        ("ru", "Владимир Зеленский", "Владимира Зеленская", &[]),
        ("ru", "Марина Морева", "Марин Морев", &[]),
        (
            "en",
            "Kim Jong Un",
            "Kim Jong Unit, Akim Jong Un, Kim Jong Il",
            &[],
        ),
        ("en", "Xi", "Xi'an province", &[]),
        (
            "en",
            "Islamic State",
            "an Islamic state, Islamic Statements",
            &[],
        ),
        ("en", "Brien", "Mr O'Brien", &[]),
        ("pl", "Jan Kowalski", "Janina Kowalskia", &[]),
        ("en", "Martin", "Martina Navratilova", &[]),
        ("ar", "بوتين", "البوتينية روبوتين", &[]),
        ("ko", "이란", "이란성 쌍둥이", &[]),
        ("en", "North Korea", "up north. Korea said", &[]),
    ]);
}

#[test]
fn acronyms_are_written_in_capitals_with_or_without_dots() {
    check(&[
        (
            "en",
            "US|UN",
            "tell us that the U.S. and the US at the U.N. un",
            &["U.S.", "US", "U.N."],
        ),
        ("en", "U.S.", "the US said", &["US"]),
        (
            "en",
            "St. Petersburg|St Kitts",
            "in St Petersburg and St. Kitts",
            &["St Petersburg", "St. Kitts"],
        ),
        ("tr", "NATO|BM", "NATO'nun, BM'ye", &["NATO", "BM"]),
    ]);
}

/// A name found without an ending folds to the name itself.
#[test]
fn what_is_found_folds_back_to_its_name() {
    let names = [
        "Kim Jong Un",
        "Xi'an",
        "St. Petersburg",
        "Côte d’Ivoire",
        "São Tomé",
        "北朝鮮",
        "김정은",
        "بوتين",
        "Дня Победы",
        "U.S.",
        "al-Qaeda",
        "Łódź",
        "Đà Nẵng",
        "ウラジーミル・プーチン",
        "Straße",
    ];
    let pieces: Vec<&str> = [
        "Kim",
        "Jong",
        "Un",
        " ",
        " ",
        "-",
        "'",
        "’",
        "Xi",
        "an",
        "St",
        ".",
        "Petersburg",
        "Côte",
        "d",
        "Ivoire",
        "São",
        "Tomé",
        "北",
        "朝鮮",
        "김",
        "정은",
        "و",
        "بوتين",
        "Дня",
        "Победы",
        "U",
        "S",
        "al",
        "Qaeda",
        "Łódź",
        "Lodz",
        "Da",
        "Nang",
        "ウラジーミル",
        "・",
        "プーチン",
        "STRASSE",
        "\u{301}",
        "\u{200d}",
        ",",
        "\n",
        "«",
    ]
    .to_vec();
    let mut matcher = NameMatcher::new();
    let ids: Vec<NameId> = names.iter().map(|_| NameId::new()).collect();
    for (name, id) in names.iter().zip(&ids) {
        matcher.add(*id, EntityId::new(), name, NameStrength::Strong);
    }
    let plain = |text: &str| -> String {
        (text::fold(text).chars())
            .filter(|c| text::is_word_char(*c))
            .collect()
    };
    let mut state = 11_u64;
    let mut seen = 0;
    for _ in 0..20_000 {
        let sentence: String = (0..8)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
                pieces[(state >> 33) as usize % pieces.len()]
            })
            .collect();
        let letters: Vec<char> = sentence.chars().collect();
        let mut end = 0;
        for name in matcher.find_in(&sentence, Some("en")) {
            assert!(name.start < name.end && name.end as usize <= letters.len());
            assert!(name.start >= end, "{sentence:?}");
            end = name.end;
            let surface: String = letters[name.start as usize..name.end as usize]
                .iter()
                .collect();
            let at = ids.iter().position(|id| *id == name.name).unwrap();
            assert_eq!(plain(&surface), plain(names[at]), "{sentence:?}");
            seen += 1;
        }
    }
    assert!(seen > 1_000, "{seen}");
}
