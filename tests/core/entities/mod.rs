//! Names found in text, whatever stands around them.

mod gazetteer;
mod linking;
mod linking_mandarin;
mod linking_many;
mod linking_spelt;
mod misread;
mod other_files;
mod proposing;
mod sentences;

use dragoman_core::domain::{EntityId, NameId, NameStrength};
use dragoman_core::entities::NameMatcher;

/// What is found of `names` in `text`, as it stands there.
fn found(names: &[&str], text: &str) -> Vec<String> {
    let mut matcher = NameMatcher::new();
    for name in names {
        matcher.add(NameId::new(), EntityId::new(), name, NameStrength::Strong);
    }
    let letters: Vec<char> = text.chars().collect();
    matcher
        .find(text)
        .into_iter()
        .map(|name| {
            letters[name.start as usize..name.end as usize]
                .iter()
                .collect()
        })
        .collect()
}

#[test]
fn spellings_of_one_name_are_one_name() {
    for text in [
        "Kim Jong Un",
        "Kim Jong-un",
        "KIM JONG UN",
        "Kim  Jong‑Un",
        "Kim Jong-Un’s",
    ] {
        assert_eq!(found(&["Kim Jong Un"], text).len(), 1, "{text}");
    }
    assert_eq!(found(&["Türkiye"], "Türkiye'nin başkenti"), ["Türkiye"]);
    assert_eq!(
        found(&["Emmanuel Macron"], "visite d’Emmanuel Macron"),
        ["Emmanuel Macron"]
    );
}

#[test]
fn a_part_of_a_word_is_not_a_name() {
    assert!(found(&["Iran"], "Iranian Tirana").is_empty());
    assert!(found(&["Mali"], "Somalia, malign").is_empty());
    assert!(found(&["Wang Yi"], "Wang Yibo").is_empty());
}

#[test]
fn common_words_are_not_names() {
    assert!(found(&["US"], "tell us").is_empty());
    assert_eq!(found(&["US"], "the US said"), ["US"]);
    assert!(found(&["Turkey"], "a turkey dinner").is_empty());
}

#[test]
fn the_longest_name_wins() {
    assert_eq!(
        found(
            &["Korea", "North Korea", "North Korean army"],
            "North Korea and Korea"
        ),
        ["North Korea", "Korea"]
    );
}

#[test]
fn inflected_names_are_found_whole() {
    assert_eq!(found(&["Путин"], "Встреча с Путиным."), ["Путиным"]);
    assert_eq!(
        found(&["Россия"], "из России в Россию"),
        ["России", "Россию"]
    );
    assert!(found(&["Лукашенко"], "лукашенковский").is_empty());
}

#[test]
fn particles_are_not_part_of_the_name() {
    assert_eq!(
        found(&["김정은"], "김정은은 말했다. 김정은동지께서"),
        ["김정은", "김정은"]
    );
    assert_eq!(found(&["북한"], "북한의 발표"), ["북한"]);
    assert!(found(&["이란"], "이란성 쌍둥이").is_empty());
    assert_eq!(found(&["金正恩"], "朝鲜最高领导人金正恩致电"), ["金正恩"]);
    assert_eq!(found(&["بوتين"], "وبوتين قال لبوتين"), ["بوتين", "بوتين"]);
}

#[test]
fn no_text_is_too_odd() {
    let mut state = 7u64;
    let letters: Vec<char> = "aK'’ -김은путин\u{200d}\u{301}بو金ﬁİß\n".chars().collect();
    for _ in 0..2000 {
        let text: String = (0..24)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
                letters[(state >> 33) as usize % letters.len()]
            })
            .collect();
        for name in found(&["Kim", "김은", "путин", "ﬁa", "بو"], &text) {
            assert!(!name.is_empty());
        }
    }
}

#[test]
fn a_word_without_end_is_walked_in_step_with_its_length() {
    let mut matcher = NameMatcher::new();
    let (name, entity) = (NameId::new(), EntityId::new());
    matcher.add(name, entity, "سوريا", NameStrength::Strong);
    let text = "ب".repeat(200_000);
    let started = std::time::Instant::now();
    assert!(matcher.find(&text).is_empty());
    assert!(started.elapsed() < std::time::Duration::from_secs(10));
}
